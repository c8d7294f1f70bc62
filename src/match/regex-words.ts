import type { Span } from '../types.ts'
import { APOSTROPHE, classOfCharacter } from './characters.ts'
import type { Ground, WordRange } from './occurrences.ts'

/**
 * The words of a scope that a span of text touches. The range is empty where the span touches no
 * word, and where it cuts one: `can` is not found in “can’t”. Only a possessive may be left over:
 * `PA` is found in “PA’s”.
 */
export function wordsOfSpan(ground: Ground, span: Span, scope: WordRange): WordRange {
  const { starts, ends } = ground.words
  const first = firstWord(ends, span.start + 1, scope)
  let end = first
  while (end < scope.end && (starts[end] ?? 0) < span.end) end += 1
  const isCut = (starts[first] ?? 0) < span.start || !endsWord(ground, span.end, ends[end - 1] ?? 0)
  return end === first || isCut ? { first, end: first } : { first, end }
}

/** The first word of a scope that ends at or after an offset. */
function firstWord(ends: Int32Array, offset: number, scope: WordRange): number {
  let low = scope.first
  let high = scope.end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether nothing of a word is left after an offset but, perhaps, `'s`. */
function endsWord({ codes }: Ground, offset: number, end: number): boolean {
  if (end <= offset) return true
  const isPossessive = end === offset + 2 && classOfCharacter(codes[offset] ?? 0) === APOSTROPHE
  return isPossessive && (codes[offset + 1] === 0x73 || codes[offset + 1] === 0x53)
}
