/**
 * Contexts of `unless`: looked for only around a match that they could drop.
 *
 * A phrase and a regular expression are contexts within one sentence, a combination within its own
 * scope. Contexts have no width: `before` and `after` are the words next to the match.
 */
import type { CompiledPattern, CompiledPhrase, CompiledUnless } from './compile.ts'
import { chainsOf, type Ground, occurrencesIn, type WordRange } from './occurrences.ts'
import { wordsOfSpan } from './regex-words.ts'
import { type ScopeIndex, scopeIndex } from './scope-index.ts'
import type { ScopeFinder } from './scopes.ts'

/** Finds out whether matches stand in a context in which they do not count. */
export interface ExceptionFinder {
  /** Begins with a new passage. */
  forget(): void
  /** Whether a match lies in, right after or right before a context of `unless`. */
  isExcepted(ground: Ground, unless: readonly CompiledUnless[], match: WordRange): boolean
}

/** A finder for a codebook with so many atoms. */
export function exceptionFinder(atomCount: number, scopes: ScopeFinder): ExceptionFinder {
  /** Words of the sentences around the match that was asked for last. */
  const index: ScopeIndex = scopeIndex(atomCount)
  let indexed: WordRange | undefined

  function isExcepted(
    ground: Ground,
    unless: readonly CompiledUnless[],
    match: WordRange,
  ): boolean {
    const { first, end } = match
    lookAround(ground, scopes.around('sentence', match))
    const isFound = (pattern: CompiledPattern, isContext: (at: WordRange) => boolean) =>
      mayStand(pattern) && contexts(ground, pattern, match, scopes).some(isContext)
    return unless.some(
      ({ containedIn, before, after }) =>
        containedIn.some((one) => isFound(one, (at) => at.first <= first && at.end >= end)) ||
        before.some((one) => isFound(one, (at) => at.end === first)) ||
        after.some((one) => isFound(one, (at) => at.first === end)),
    )
  }

  function lookAround(ground: Ground, sentences: WordRange): void {
    if (indexed?.first === sentences.first && indexed.end === sentences.end) return
    indexed = sentences
    index.build(ground, sentences)
  }

  /** Whether the rarest words of a context stand near: most contexts are ruled out by that. */
  function mayStand(pattern: CompiledPattern): boolean {
    if (pattern.kind === 'regex') return true
    if (pattern.kind === 'phrase') return pattern.phrases.some(index.mayHold)
    if (pattern.within !== 'sentence') return true
    return index.mayHoldAll(pattern.anchors)
  }

  return {
    forget() {
      indexed = undefined
    },
    isExcepted,
  }
}

/** Every place near a match where a context stands. */
function contexts(
  ground: Ground,
  pattern: CompiledPattern,
  match: WordRange,
  scopes: ScopeFinder,
): readonly WordRange[] {
  const { words } = ground
  if (pattern.kind === 'regex') {
    const scope = scopes.around('sentence', match)
    const start = words.starts[scope.first] ?? 0
    const end = words.ends[scope.end - 1] ?? start
    const spans = pattern.regex.find(ground.text, start, end)
    return spans.map((span) => wordsOfSpan(ground, span, scope)).filter((at) => at.end > at.first)
  }
  if (pattern.kind === 'phrase') {
    const near = nearby(match, longest(pattern.phrases), scopes.around('sentence', match))
    return occurrencesIn(ground, [pattern.phrases], near, scopes.sentences)
  }
  const reach = pattern.items.reduce((sum, phrases) => sum + longest(phrases) + pattern.gap, 0)
  const near = nearby(match, reach, scopes.around(pattern.within, match))
  const occurrences = occurrencesIn(ground, pattern.items, near, scopes.sentences)
  return chainsOf(pattern, occurrences, 'last').map((chain) => {
    const [first] = chain
    return { first: first.first, end: chain.reduce((last, { end }) => Math.max(last, end), 0) }
  })
}

/** The most words that one of some phrases can fill; a hyphen makes two words of one. */
function longest(phrases: readonly CompiledPhrase[]): number {
  return 2 * phrases.reduce((most, { atoms }) => Math.max(most, atoms.length), 0)
}

/** The part of a scope that lies no further than so many words from a match. */
function nearby(match: WordRange, words: number, scope: WordRange): WordRange {
  return {
    first: Math.max(scope.first, match.first - words),
    end: Math.min(scope.end, match.end + words),
  }
}
