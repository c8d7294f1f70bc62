import type { Encoding } from '../encodings.ts'
import type { ByteSource } from '../reader.ts'
import { settledPieces } from '../tables/table-encoding.ts'

/** A line of a file of subtitles. */
export interface SubtitleLine {
  readonly text: string
  /** Of its first character; 1-based. */
  readonly line: number
  /** In code points, 1-based; more than 1 where a line is so long that it comes in several. */
  readonly column: number
}

/** The lines of a file, empty ones too; never all of the file at once. */
export function* subtitleLines(source: ByteSource, encoding: Encoding): Generator<SubtitleLine> {
  let held = ''
  let line = 1
  let column = 1
  for (const piece of settledPieces(source, encoding)) {
    const text = held + piece
    let start = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield { text: text.slice(start, end), line, column }
      line += 1
      column = 1
      start = end + 1
    }
    held = text.slice(start)
    if (held.length < LONGEST_LINE) continue
    const whole = wholeWords(held)
    yield { text: whole, line, column }
    column += codePointsIn(whole)
    held = held.slice(whole.length)
  }
  if (held !== '') yield { text: held, line, column }
}

/** How many code points a text has. */
export function codePointsIn(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i += 1) {
    if ((text.charCodeAt(i) & 0xfc00) === LOW_HALF) pairs += 1
  }
  return text.length - pairs
}

/** The text up to its last space; all of it if it has none. */
function wholeWords(text: string): string {
  const space = text.lastIndexOf(' ')
  if (space > 0) return text.slice(0, space)
  // A character of two code units must stay together.
  return (text.charCodeAt(text.length - 1) & 0xfc00) === HIGH_HALF ? text.slice(0, -1) : text
}

/** UTF-16 code units. */
const LONGEST_LINE = 64 * 1024
const HIGH_HALF = 0xd800
const LOW_HALF = 0xdc00
