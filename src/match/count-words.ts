import { pushSpan, spanList } from '../span-list.ts'
import type { Span } from '../types.ts'
import { readWords, wordList } from './words.ts'

/** Tells how many words a span holds. */
export type WordCounter = (span: Span) => number

/**
 * Counts words as coding counts them, the silent spans left out. The spans that it is asked for must
 * come in the order of the text, as `silent` does.
 */
export function wordCounter(codes: Uint16Array, silent: readonly Span[]): WordCounter {
  const spans = spanList()
  for (const { start, end } of silent) pushSpan(spans, start, end)
  const words = wordList(64)
  let from = 0
  return (span) => {
    words.length = 0
    from = readWords(codes, span, { spans, from }, { vocabulary: KNOWS_NOTHING, words })
    return words.length
  }
}

const KNOWS_NOTHING = { classOf: () => 0, classOfCompound: () => 0 }
