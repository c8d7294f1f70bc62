/** Passages → their coded segments at once, for tests: a passage of a test is short. */
import { type PassageCoder, passageCoder } from '../code/code-passage.ts'
import type { Matcher } from '../match/compile.ts'
import type { CodedSegment, Passage, Unit } from '../types.ts'

/** Codes passages, each with the roles that are left out of it. */
export type SegmentCoder = (
  passage: Passage,
  excludedRoles: readonly string[],
) => readonly CodedSegment[]

/** A coder that keeps its working memory. */
export function segmentCoder(matcher: Matcher, unit: Unit): SegmentCoder {
  const coders = new Map<string, PassageCoder>()
  return (passage, excludedRoles) => {
    const key = excludedRoles.join('\n')
    const known = coders.get(key)
    const coder = known ?? passageCoder(matcher, { unit, excludedRoles: new Set(excludedRoles) })
    coders.set(key, coder)
    const coded: CodedSegment[] = []
    coder.code(passage, {
      begin() {},
      segment() {},
      speaker() {},
      coded: (segment) => coded.push(segment),
    })
    return coded
  }
}
