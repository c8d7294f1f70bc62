/** The block quotes of a transcript in Markdown: nobody knows yet whose words they are. */
import type { Span, Turn } from '../types.ts'
import { lineEnd, skipBlanks } from './lines.ts'
import type { Speaker } from './speakers.ts'
import { labelledTurns } from './web/quoted-turns.ts'

/** Cuts turns at the block quotes in them; a quote in which a label stands is the label's own. */
export function withQuotes(
  text: string,
  turns: readonly Turn[],
  { quoted }: { readonly quoted: Speaker },
): readonly Turn[] {
  const quotes = quotesIn(text)
  const gaps = quotes.map(({ start }) => ({ start, end: behindMarks(text, start) }))
  return labelledTurns({ text, quotes, quoted, gaps }, turns)
}

/** Every run of lines that begin with `>`, in order. */
function quotesIn(text: string): Span[] {
  const quotes: Span[] = []
  let start = text.startsWith('>') ? 0 : text.indexOf('\n>') + 1
  while (start > 0 || (start === 0 && text.startsWith('>') && quotes.length === 0)) {
    let end = lineEnd(text, start)
    while (text.charCodeAt(end + 1) === GREATER) end = lineEnd(text, end + 1)
    quotes.push({ start, end })
    start = text.indexOf('\n>', end) + 1
  }
  return quotes
}

/** Where the words of a quote begin. */
function behindMarks(text: string, start: number): number {
  const end = lineEnd(text, start)
  let at = start
  while (at < end && text.charCodeAt(at) === GREATER) at = skipBlanks(text, at + 1, end)
  return at
}

const GREATER = 62
