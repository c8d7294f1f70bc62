/**
 * Why words are or are not a match: every candidate of a stretch of text, kept or dropped, and the
 * rules that came near.
 */
import type { CompiledPattern, CompiledPhrase, Matcher } from './compile.ts'
import {
  EXCEPTED,
  KEPT,
  type MatchList,
  matchList,
  NEGATED,
  NEGATION_EXCLUDED,
  NOT_NEGATED,
} from './match-list.ts'
import { type Ground, matchFrom, occurrencesIn, type WordRange } from './occurrences.ts'
import { scanner } from './scan.ts'
import type { Scopes } from './scopes.ts'

/** What became of a candidate. */
export type Verdict = 'kept' | 'negated' | 'excepted' | 'negation-excluded' | 'not-negated'

/** A place where a rule was found. */
export interface Candidate {
  /** Index in `matcher.rules`. */
  readonly rule: number
  /** Words of the match. */
  readonly words: WordRange
  /** Words of the parts of a combination, in the order of the text; those of the match otherwise. */
  readonly parts: readonly WordRange[]
  readonly verdict: Verdict
}

/** A rule that was not found although some of its words stand here. */
export interface NearMiss {
  readonly rule: number
  /** Parts that are missing; empty where all are there but too far apart or in another order. */
  readonly missing: readonly string[]
  /** Parts that are there. */
  readonly present: readonly string[]
}

const VERDICTS: ReadonlyMap<number, Verdict> = new Map([
  [KEPT, 'kept'],
  [NEGATED, 'negated'],
  [EXCEPTED, 'excepted'],
  [NEGATION_EXCLUDED, 'negation-excluded'],
  [NOT_NEGATED, 'not-negated'],
])

/** Every candidate, dropped ones too, in the order of the text. */
export function candidates(ground: Ground, matcher: Matcher, scopes: Scopes): readonly Candidate[] {
  const found: MatchList = matchList()
  scanner(matcher, { keepDropped: true }).scan(ground, scopes, found)
  return Array.from({ length: found.length }, (_, index) => ({
    rule: found.rules[index] ?? 0,
    words: { first: found.firsts[index] ?? 0, end: found.ends[index] ?? 0 },
    parts: partsOf(found, index),
    verdict: VERDICTS.get(found.states[index] ?? KEPT) ?? 'kept',
  })).sort((a, b) => a.words.first - b.words.first || b.words.end - a.words.end || a.rule - b.rule)
}

function partsOf(found: MatchList, index: number): readonly WordRange[] {
  const from = found.partsFrom[index] ?? 0
  const to = index + 1 < found.length ? (found.partsFrom[index + 1] ?? 0) : found.partsLength
  return Array.from({ length: (to - from) / 2 }, (_, part) => ({
    first: found.parts[from + 2 * part] ?? 0,
    end: found.parts[from + 2 * part + 1] ?? 0,
  }))
}

/** Rules with some of their words in a range that were not found there; `found` are those that were. */
export function nearMisses(
  ground: Ground,
  matcher: Matcher,
  { range, found }: { readonly range: WordRange; readonly found: ReadonlySet<number> },
): readonly NearMiss[] {
  const misses: NearMiss[] = []
  for (const [rule, { pattern, rule: written }] of matcher.rules.entries()) {
    if (found.has(rule)) continue
    const miss = missOf(ground, pattern, range)
    if (miss === undefined) continue
    const names = partNames(written.pattern)
    const named = (parts: readonly number[]) => parts.map((part) => names[part] ?? '')
    misses.push({ rule, missing: named(miss.missing), present: named(miss.present) })
  }
  // Those that lack least come first; among them, those of which most is there.
  return misses.sort(
    (a, b) =>
      a.missing.length - b.missing.length || b.present.length - a.present.length || a.rule - b.rule,
  )
}

interface Parts {
  readonly missing: readonly number[]
  readonly present: readonly number[]
}

/** Parts of a combination that are there and not; undefined where it did not come near. */
function missOf(ground: Ground, pattern: CompiledPattern, range: WordRange): Parts | undefined {
  if (pattern.kind === 'regex') return undefined
  if (pattern.kind === 'phrase') return missOfPhrase(ground, pattern.phrases, range)
  const missing: number[] = []
  const present: number[] = []
  for (const [index, phrases] of pattern.items.entries()) {
    const isThere = occurrencesIn(ground, [phrases], range).length > 0
    if (isThere) present.push(index)
    else missing.push(index)
  }
  return present.length * 2 >= pattern.items.length ? { missing, present } : undefined
}

/** Words of a phrase that are there: counted only where its rarest word is among them. */
function missOfPhrase(
  ground: Ground,
  phrases: readonly CompiledPhrase[],
  range: WordRange,
): Parts | undefined {
  const [phrase] = phrases
  if (phrases.length !== 1 || phrase === undefined || phrase.atoms.length < 2) return undefined
  const missing: number[] = []
  const present: number[] = []
  for (const [index, atom] of phrase.atoms.entries()) {
    const word = { atoms: Int32Array.of(atom), anchor: 0, hyphens: undefined }
    const isThere = standsIn(ground, word, range)
    if (isThere) present.push(index)
    else missing.push(index)
  }
  return present.includes(phrase.anchor) ? { missing, present } : undefined
}

function standsIn(ground: Ground, phrase: CompiledPhrase, range: WordRange): boolean {
  for (let first = range.first; first < range.end; first += 1) {
    if (matchFrom(ground, phrase, { first, end: range.end }) >= 0) return true
  }
  return false
}

function partNames(pattern: Matcher['rules'][number]['rule']['pattern']): readonly string[] {
  switch (pattern.kind) {
    case 'phrase':
      return pattern.phrase.split(' ')
    case 'regex':
      return []
    default:
      return pattern.items.map((alternatives) => alternatives.join(' / '))
  }
}
