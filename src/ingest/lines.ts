/** Lines of a text, without building them: positions are UTF-16 code units. */
import { pushSpan, type SpanList, spanList } from '../span-list.ts'

/** Every line from `from` on, without its line feed; empty lines too. */
export function linesOf(text: string, from: number): SpanList {
  const lines = spanList(1024)
  for (let start = from; start < text.length; ) {
    const end = lineEnd(text, start)
    pushSpan(lines, start, end)
    start = end + 1
  }
  return lines
}

/** End of the line on which `at` stands: its line feed, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** First position from `at` on that is no blank, at most `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  let i = at
  while (i < end && isBlank(text.charCodeAt(i))) i += 1
  return i
}

/** The position behind the last character before `end` that is no blank, at least `start`. */
export function trimBlanks(text: string, start: number, end: number): number {
  let i = end
  while (i > start && isBlank(text.charCodeAt(i - 1))) i -= 1
  return i
}

/** White space inside a line: space, tab, no-break space. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0
}

/** White space of any kind that a transcript holds. */
export function isWhite(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 0x1680) return code === 0xa0 || code === 0x85
  return (
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
