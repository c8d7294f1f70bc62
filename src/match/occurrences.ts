/**
 * Where phrases and combinations of phrases stand among the words of one scope.
 *
 * Combinations (`seq`, `near`) are found as chains: an occurrence of one part, then of another that
 * begins at or after its end with at most `gap` words between. From each place where a chain can
 * begin, the chain that ends first is the match; so `A B A C A B C` holds A…B…C twice and a long
 * gap never swallows a second occurrence. For exceptions (`unless`) the chain that ends last counts,
 * so that everything inside it is excepted. No alternative hides another.
 */

import type { SpanList } from '../span-list.ts'
import { ANY_WORD, type Atoms } from './atoms.ts'
import { classOfCharacter, HYPHEN } from './characters.ts'
import type { CompiledCombination, CompiledPhrase } from './compile.ts'
import { rangeHolding } from './scopes.ts'
import type { Words } from './words.ts'

/** What patterns are looked for in. */
export interface Ground {
  readonly text: string
  readonly codes: Uint16Array
  readonly words: Words
  readonly atoms: Atoms
}

/** Words from `first` up to `end`, the word after the last. */
export interface WordRange {
  readonly first: number
  readonly end: number
}

/** An occurrence of a part of a combination. */
export interface Occurrence extends WordRange {
  /** Index of the part. */
  readonly item: number
}

/** Occurrences that make up one combination, in the order of the text. */
export type Chain = readonly [Occurrence, ...Occurrence[]]

/** The end of the phrase that begins at word `first`, or -1. Looks no further than `end`. */
export function matchFrom(ground: Ground, phrase: CompiledPhrase, range: WordRange): number {
  const found = matchAtoms(ground, phrase.atoms, 0, range)
  if (found < 0 || phrase.hyphens === undefined) return found
  return isWrittenAlike(ground, phrase.hyphens, { first: range.first, end: found }) ? found : -1
}

function matchAtoms(ground: Ground, atoms: Int32Array, index: number, range: WordRange): number {
  if (index === atoms.length) return range.first
  const { first, end } = range
  if (first >= end) return -1
  const { words } = ground
  const atom = atoms[index] ?? 0
  if (ground.atoms.has(words.classes[first] ?? 0, atom)) {
    const found = matchAtoms(ground, atoms, index + 1, { first: first + 1, end })
    if (found >= 0) return found
  }
  const compound = words.compounds[first] ?? 0
  // `*` is one word, and two that a hyphen joins are two.
  const isSolid = compound !== 0 && first + 1 < end && atom !== ANY_WORD
  if (isSolid && ground.atoms.has(compound, atom)) {
    return matchAtoms(ground, atoms, index + 1, { first: first + 2, end })
  }
  return -1
}

/** With `hyphen: exact`: hyphens stand where the rule has them and nowhere else, outside neither. */
function isWrittenAlike(ground: Ground, hyphens: readonly boolean[], range: WordRange): boolean {
  const count = range.end - range.first
  if (count !== hyphens.length) return false
  for (let i = 1; i < count; i += 1) {
    if (isHyphenated(ground, range.first + i) !== hyphens[i]) return false
  }
  return !isHyphenated(ground, range.first) && !isHyphenated(ground, range.end)
}

/** Whether a hyphen joins a word to the one before it. */
function isHyphenated({ codes, words }: Ground, word: number): boolean {
  if (word <= 0 || word >= words.length) return false
  const before = words.ends[word - 1] ?? 0
  return words.starts[word] === before + 1 && classOfCharacter(codes[before] ?? 0) === HYPHEN
}

/** Every occurrence of a pattern's combinations of words in a range. */
export function chainsOf(
  pattern: CompiledCombination,
  occurrences: readonly Occurrence[],
  reach: 'first' | 'last',
): readonly Chain[] {
  const isOrdered = pattern.kind === 'seq'
  const all = (1 << pattern.items.length) - 1
  const memo = new Map<number, Link | undefined>()

  function best(index: number, used: number): Link | undefined {
    const from = occurrences[index]
    if (from === undefined) return undefined
    if (used === all) return { end: from.end, next: -1, used }
    const key = index * (all + 1) + used
    if (memo.has(key)) return memo.get(key)
    let found: Link | undefined
    for (let next = index + 1; next < occurrences.length; next += 1) {
      const candidate = occurrences[next]
      if (candidate === undefined || candidate.first - from.end > pattern.gap) break
      if (candidate.first < from.end || (used & (1 << candidate.item)) !== 0) continue
      if (isOrdered && candidate.item !== from.item + 1) continue
      const link = best(next, used | (1 << candidate.item))
      if (link === undefined) continue
      const isBetter =
        found === undefined || (reach === 'first' ? link.end < found.end : link.end > found.end)
      if (isBetter) found = { end: link.end, next, used: used | (1 << candidate.item) }
    }
    memo.set(key, found)
    return found
  }

  const chains: Chain[] = []
  for (const [index, occurrence] of occurrences.entries()) {
    if (isOrdered && occurrence.item !== 0) continue
    const used = 1 << occurrence.item
    const link = best(index, used)
    if (link === undefined) continue
    const chain: [Occurrence, ...Occurrence[]] = [occurrence]
    for (
      let at: Link | undefined = link;
      at !== undefined && at.next >= 0;
      at = best(at.next, at.used)
    ) {
      const part = occurrences[at.next]
      if (part !== undefined) chain.push(part)
    }
    chains.push(chain)
  }
  return chains
}

interface Link {
  readonly end: number
  /** The next occurrence of the chain, or -1 at its end. */
  readonly next: number
  /** The parts used up to and with `next`. */
  readonly used: number
}

/** Whether every part of a pattern stands somewhere, no two of them in the same words. */
export function holdsAll(parts: number, occurrences: readonly Occurrence[]): boolean {
  const all = (1 << parts) - 1
  /** For each set of parts, where the words end that come first and hold them all. */
  const ends = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY)
  ends[0] = 0
  for (const { item, first, end } of [...occurrences].sort((a, b) => a.end - b.end)) {
    for (let set = 0; set < all; set += 1) {
      const more = set | (1 << item)
      if (more !== set && (ends[set] ?? 0) <= first) ends[more] = Math.min(ends[more] ?? 0, end)
    }
    if (Number.isFinite(ends[all])) return true
  }
  return false
}

/**
 * Where a phrase that begins at a word may reach: to the end of a range and, where `sentences` are
 * given because the range is wider, of the sentence.
 */
export function phraseRange(first: number, range: WordRange, sentences?: SpanList): WordRange {
  if (sentences === undefined) return { first, end: range.end }
  return { first, end: Math.min(range.end, rangeHolding(sentences, first).end) }
}

/** Occurrences of every part in a range, by brute force, in the order of the text. */
export function occurrencesIn(
  ground: Ground,
  items: readonly (readonly CompiledPhrase[])[],
  range: WordRange,
  sentences?: SpanList,
): readonly Occurrence[] {
  const found: Occurrence[] = []
  for (const [item, phrases] of items.entries()) {
    for (const phrase of phrases) {
      for (let first = range.first; first < range.end; first += 1) {
        const end = matchFrom(ground, phrase, phraseRange(first, range, sentences))
        if (end >= 0) found.push({ item, first, end })
      }
    }
  }
  return found.sort(byPlace)
}

/** The order of occurrences: by beginning, shorter first, then by part. */
export function byPlace(a: Occurrence, b: Occurrence): number {
  return a.first - b.first || a.end - b.end || a.item - b.item
}
