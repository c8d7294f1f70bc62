/** The stretches of a passage that a match may not leave, in text and as ranges of words. */
import { pushSpan, type SpanList, spanList } from '../span-list.ts'
import type { WiderScope } from './compile.ts'
import type { WordRange } from './occurrences.ts'
import type { Words } from './words.ts'

/** Spans in UTF-16 code units, in order. */
export interface Scopes {
  readonly sentence: SpanList
  /** Those that `matcher.wider` asks for. */
  readonly wider: ReadonlyMap<WiderScope, SpanList>
}

/** Finds the scope in which words stand. */
export interface ScopeFinder {
  /** Word ranges of all sentences, in order. */
  readonly sentences: SpanList
  /** Word ranges of all scopes of a wider kind, in order. */
  wider(scope: WiderScope): SpanList
  /** From the scope that holds the first word of a match to the one that holds its last. */
  around(scope: WiderScope | 'sentence', match: WordRange): WordRange
}

/** A finder that is filled for one passage after another and keeps its memory. */
export function scopeFinder(): ScopeFinder & { fill(words: Words, scopes: Scopes): void } {
  const sentences = spanList()
  const ranges = new Map<WiderScope, SpanList>()

  function fill(words: Words, scopes: Scopes): void {
    fillRanges(words, scopes.sentence, sentences)
    for (const [scope, spans] of scopes.wider) {
      const known = ranges.get(scope) ?? spanList()
      ranges.set(scope, known)
      fillRanges(words, spans, known)
    }
  }

  function wider(scope: WiderScope): SpanList {
    const found = ranges.get(scope)
    if (found === undefined) throw new Error(`no spans for the scope ${scope}`)
    return found
  }

  function around(scope: WiderScope | 'sentence', match: WordRange): WordRange {
    const of = scope === 'sentence' ? sentences : wider(scope)
    return { first: rangeHolding(of, match.first).first, end: rangeHolding(of, match.end - 1).end }
  }

  return { sentences, wider, around, fill }
}

/** The words of each span; words and spans are both in order. */
function fillRanges({ starts, length }: Words, spans: SpanList, ranges: SpanList): void {
  ranges.length = 0
  let word = 0
  for (let i = 0; i < spans.length; i += 1) {
    const start = spans.bounds[2 * i] ?? 0
    const end = spans.bounds[2 * i + 1] ?? 0
    while (word < length && (starts[word] ?? 0) < start) word += 1
    const first = word
    while (word < length && (starts[word] ?? 0) < end) word += 1
    pushSpan(ranges, first, word)
  }
}

/** The range with an index. */
export function rangeAt({ bounds }: SpanList, index: number): WordRange {
  return { first: bounds[2 * index] ?? 0, end: bounds[2 * index + 1] ?? 0 }
}

/** The range that holds a word, among ranges in order. */
export function rangeHolding(ranges: SpanList, word: number): WordRange {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges.bounds[2 * middle + 1] ?? 0) > word) high = middle
    else low = middle + 1
  }
  return rangeAt(ranges, low)
}
