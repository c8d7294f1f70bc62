/** Where the atoms of a codebook stand among the words of one scope. */

import type { SpanList } from '../span-list.ts'
import { ANY_WORD } from './atoms.ts'
import type { CompiledCombination, CompiledPhrase } from './compile.ts'
import {
  byPlace,
  type Ground,
  matchFrom,
  type Occurrence,
  phraseRange,
  type WordRange,
} from './occurrences.ts'

/** Built for one scope at a time; its memory is used again for the next. */
export interface ScopeIndex {
  build(ground: Ground, range: WordRange): void
  /** Whether the phrase's anchor stands in the scope. */
  mayHold(phrase: CompiledPhrase): boolean
  /** Whether of every part at least one atom does. */
  mayHoldAll(anchors: readonly Int32Array[]): boolean
  /** Occurrences of every part, in the order of the text; with `sentences`, each within one. */
  occurrences(
    ground: Ground,
    pattern: CompiledCombination,
    range: WordRange,
    sentences?: SpanList,
  ): readonly Occurrence[]
}

/** An index for a codebook with so many atoms. */
export function scopeIndex(atomCount: number): ScopeIndex {
  /** For each atom, the scope in which `heads` was last written. */
  const stamps = new Int32Array(atomCount)
  /** For each atom, its first posting; for each posting, the next one of its atom. */
  const heads = new Int32Array(atomCount)
  const next: number[] = []
  const where: number[] = []
  let stamp = 0

  function build({ words, atoms }: Ground, range: WordRange): void {
    stamp += 1
    next.length = 0
    where.length = 0
    // From the last word to the first, so that each list begins with the first.
    for (let word = range.end - 1; word >= range.first; word -= 1) {
      const compound = words.compounds[word] ?? 0
      if (compound !== 0) for (const atom of atoms.atomsOf(compound)) post(atom, word)
      const wordClass = words.classes[word] ?? 0
      if (wordClass !== 0) for (const atom of atoms.atomsOf(wordClass)) post(atom, word)
    }
  }

  function post(atom: number, word: number): void {
    const posting = next.length
    next.push(stamps[atom] === stamp ? (heads[atom] ?? -1) : -1)
    where.push(word)
    stamps[atom] = stamp
    heads[atom] = posting
  }

  /** The words of the scope that satisfy an atom, in order. */
  function placesOf(atom: number): readonly number[] {
    const places: number[] = []
    for (let at = heads[atom] ?? -1; at >= 0; at = next[at] ?? -1) places.push(where[at] ?? 0)
    return places
  }

  function mayHold({ atoms, anchor }: CompiledPhrase): boolean {
    const atom = atoms[anchor] ?? 0
    return atom === ANY_WORD || stamps[atom] === stamp
  }

  function occurrences(
    ground: Ground,
    { items, firsts }: CompiledCombination,
    range: WordRange,
    sentences?: SpanList,
  ): readonly Occurrence[] {
    const found: Occurrence[] = []
    for (let item = 0; item < items.length; item += 1) {
      const atoms = firsts[item] ?? NO_ATOMS
      for (let at = 0; at < atoms.length; at += 1) {
        const atom = atoms[at] ?? 0
        if (atom !== ANY_WORD && stamps[atom] !== stamp) continue
        const phrase = items[item]?.[at]
        if (phrase === undefined) continue
        for (const first of atom === ANY_WORD ? wordsOf(range) : placesOf(atom)) {
          const end = matchFrom(ground, phrase, phraseRange(first, range, sentences))
          if (end >= 0) found.push({ item, first, end })
        }
      }
    }
    return found.sort(byPlace)
  }

  // Plain loops: most combinations that are triggered end here.
  function mayHoldAll(anchors: readonly Int32Array[]): boolean {
    for (let part = 0; part < anchors.length; part += 1) {
      const atoms = anchors[part]
      if (atoms === undefined || !holdsOne(atoms)) return false
    }
    return true
  }

  function holdsOne(atoms: Int32Array): boolean {
    for (let i = 0; i < atoms.length; i += 1) {
      const atom = atoms[i] ?? 0
      if (atom === ANY_WORD || stamps[atom] === stamp) return true
    }
    return false
  }

  return { build, mayHold, mayHoldAll, occurrences }
}

const NO_ATOMS = new Int32Array(0)

function wordsOf({ first, end }: WordRange): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index)
}
