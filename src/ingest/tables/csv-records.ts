/**
 * Text of a delimited table → its rows (RFC 4180), a piece at a time, with the place of each cell.
 *
 * Nothing is swallowed: a quote that is never closed, or that opens a cell which is plainly no quoted
 * one, counts as a character, and the row ends with its line. A quote inside a quoted cell that was
 * not doubled is a character too. Only the bounds of cells are found; values are cut out on demand.
 */
import { BadFile } from '../bad-file.ts'
import type { Problem } from '../problems.ts'
import { lineNotes } from './line-notes.ts'
import { nextBreak } from './next-break.ts'
import type { CellPlace, TableRow } from './table-row.ts'
import { placeAt, type TextPlace } from './text-places.ts'

/** Reads the rows of pieces of text whose line ends are `\n`. The row is the same object each time. */
export function* csvRows(
  pieces: Iterable<string>,
  delimiter: string,
  problems: Problem[],
): Generator<TableRow> {
  const source = pieces[Symbol.iterator]()
  const unclosed = lineNotes()
  const stray = lineNotes()
  const scan = recordScanner(delimiter, { unclosed: unclosed.add, stray: stray.add })
  for (;;) {
    const found = scan.next()
    if (found === 'row') yield scan.row
    else if (found === 'end') break
    else scan.add(source)
  }
  unclosed.tell(problems, (lines) => ({
    severity: 'error',
    id: 'unclosed-quote',
    message: UNCLOSED(lines),
  }))
  stray.tell(problems, (lines) => ({
    severity: 'warning',
    id: 'stray-quote',
    message: STRAY(lines),
  }))
}

interface QuoteListener {
  /** A quote opened on this line is never closed. */
  unclosed(line: number): void
  /** A quote on this line stands where none may. */
  stray(line: number): void
}

interface RecordScanner {
  /** The row that was found last. */
  readonly row: TableRow
  /** Goes to the next row; `more` if it may go on in the next piece. */
  next(): 'row' | 'more' | 'end'
  /** Adds at least as much text as is held, so that long rows are not scanned again and again. */
  add(pieces: Iterator<string>): void
}

/** One long function: every cell of a file passes here, and its state is kept in local variables. */
function recordScanner(delimiter: string, listener: QuoteListener): RecordScanner {
  const separator = delimiter.charCodeAt(0)
  let text = ''
  let isWhole = false
  /** Where the row begins, and where the next one does. */
  let start = 0
  let next = 0
  let line = 1
  let nextLine = 1
  let number = 0
  let length = 0
  let bounds = new Int32Array(128)
  let isQuoted = new Uint8Array(64)
  /** Where the row begins in which a stray quote was noted last. */
  let strayRow = -1
  /** The place that was asked for last. */
  let step = NOWHERE
  /** The first line break that has not been counted. */
  let lineBreak = -1
  const breakBehind = nextBreak()

  function scanRow(): boolean {
    length = 0
    for (let at = next; ; at += 1) {
      const end = scanCell(at)
      if (end === MORE) return false
      if (end < text.length && text.charCodeAt(end) === separator) at = end
      else {
        start = next
        next = end + 1
        line = nextLine
        nextLine += 1 + breaksBefore(end)
        number += 1
        return true
      }
    }
  }

  /** Notes a cell and gives the position of what ends it: a delimiter, a line break, the end. */
  function scanCell(from: number): number {
    let at = from
    while (text.charCodeAt(at) === SPACE) at += 1
    if (text.charCodeAt(at) === QUOTE) {
      const end = scanQuoted(at)
      if (end !== NOT_QUOTED) return end
    }
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === separator || code === LINE_FEED) break
    }
    if (at >= text.length && !isWhole) return MORE
    note(from, at, 0)
    return at
  }

  function scanQuoted(opening: number): number {
    let firstBreak = -2
    let strays = 0
    let hasStray = false
    for (let from = opening + 1; ; ) {
      const quote = text.indexOf('"', from)
      if (quote === -1 || quote - opening > LONGEST_CELL) {
        const mayGoOn = !isWhole && text.length - opening <= LONGEST_CELL
        if (mayGoOn && !(hasStray && firstBreak !== -1)) return MORE
        if (!hasStray) listener.unclosed(lineOf(opening))
        return NOT_QUOTED
      }
      if (text.charCodeAt(quote + 1) === QUOTE) {
        from = quote + 2
        continue
      }
      let end = quote + 1
      while (text.charCodeAt(end) === SPACE) end += 1
      if (end >= text.length && !isWhole) return MORE
      const isClosed = isCellEnd(end)
      if (isClosed && !hasStray) return noteQuoted(opening, quote, end)
      if (firstBreak === -2) firstBreak = breakBehind(text, opening)
      const isLater = firstBreak !== -1 && quote > firstBreak
      // `"My view` on one line and `2,"Yes …` on the next: the second quote opens, it does not close.
      const opensAnother = !isClosed && isCellStart(quote)
      if (opensAnother || (isLater && hasStray) || strays === MOST_STRAYS) {
        if (opensAnother && isLater && !hasStray) listener.unclosed(lineOf(opening))
        else noteStray(opening)
        return NOT_QUOTED
      }
      if (isClosed) return noteQuoted(opening, quote, end)
      noteStray(opening)
      strays += 1
      hasStray = !isLater
      from = quote + 1
    }
  }

  function noteQuoted(opening: number, quote: number, end: number): number {
    note(opening + 1, quote, 1)
    return end
  }

  function note(from: number, to: number, quoted: 0 | 1): void {
    if (length === isQuoted.length) grow()
    bounds[2 * length] = from
    bounds[2 * length + 1] = to
    isQuoted[length] = quoted
    length += 1
  }

  function grow(): void {
    const more = new Int32Array(2 * bounds.length)
    more.set(bounds)
    bounds = more
    const marks = new Uint8Array(2 * isQuoted.length)
    marks.set(isQuoted)
    isQuoted = marks
  }

  function isCellEnd(at: number): boolean {
    const code = text.charCodeAt(at)
    return at >= text.length || code === separator || code === LINE_FEED
  }

  function isCellStart(at: number): boolean {
    const code = text.charCodeAt(at - 1)
    return code === separator || code === LINE_FEED
  }

  /** Line breaks between the beginning of the row and its end; rows are asked for in order. */
  function breaksBefore(end: number): number {
    let count = 0
    if (lineBreak < start) lineBreak = breakFrom(start)
    while (lineBreak < end) {
      count += 1
      lineBreak = breakFrom(lineBreak + 1)
    }
    if (lineBreak === end) lineBreak = breakFrom(end + 1)
    return count
  }

  function breakFrom(at: number): number {
    const found = text.indexOf('\n', at)
    return found === -1 ? Number.POSITIVE_INFINITY : found
  }

  /** Once for a row, however many it holds. */
  function noteStray(opening: number): void {
    if (strayRow === next) return
    strayRow = next
    listener.stray(lineOf(opening))
  }

  /** Line of a place in the row that is being scanned. */
  function lineOf(at: number): number {
    return placeAt(text, at, { offset: next, line: nextLine, column: 1 }).line
  }

  const row: TableRow = {
    get number() {
      return number
    },
    get line() {
      return line
    },
    get length() {
      return length
    },
    cell(column) {
      if (column >= length) return ''
      const value = text.slice(bounds[2 * column], bounds[2 * column + 1])
      return isQuoted[column] === 1 && value.includes('""') ? value.replaceAll('""', '"') : value
    },
    place(column): CellPlace {
      const last = Math.max(0, length - 1)
      const at = column < length ? (bounds[2 * column] ?? 0) : (bounds[2 * last + 1] ?? 0)
      // Cells are asked for in order, so that a long row is walked through once.
      const isBehind = step.offset >= start && step.offset <= at
      step = placeAt(text, at, isBehind ? step : { offset: start, line, column: 1 })
      return {
        line: step.line,
        column: step.column,
        isFixed: false,
        isQuoted: isQuoted[column] === 1 && column < length,
      }
    },
  }

  return {
    row,
    next() {
      if (next >= text.length && isWhole) return 'end'
      return scanRow() ? 'row' : 'more'
    },
    add(pieces) {
      const held = text.slice(next)
      if (held.length > LONGEST_ROW) throw new BadFile('row-too-long', TOO_LONG, nextLine)
      let added = ''
      do {
        const piece = pieces.next()
        if (piece.done === true) isWhole = true
        else added += piece.value
      } while (!isWhole && added.length <= Math.min(held.length, MOST_ADDED))
      text = held + added
      start = 0
      next = 0
      lineBreak = -1
      strayRow = -1
      step = NOWHERE
    },
  }
}

const UNCLOSED = (lines: string) =>
  `A quotation mark opened in ${lines} is never closed. It was read as a character, and the answer ` +
  'as ending with its line. Close it, or double it if it belongs to the answer.'
const STRAY = (lines: string) =>
  `A quotation mark stands inside a cell in ${lines} without being doubled. It was read as a ` +
  'character; check that the row was read as it was meant.'
const TOO_LONG =
  'This row is longer than 64 million characters, so that the file is hardly a table. Check it, or ' +
  'name another reader with --reader.'

const NOWHERE: TextPlace = { offset: -1, line: 0, column: 0 }
const QUOTE = 34
const SPACE = 32
const LINE_FEED = 10
/** The cell may go on in the next piece. */
const MORE = -1
const NOT_QUOTED = -2
/** A cell with more quotes that were not doubled is no quoted one. */
const MOST_STRAYS = 200
/** UTF-16 code units; a quoted cell that is longer was never closed. */
const LONGEST_CELL = 16 * 1024 * 1024
/** UTF-16 code units. */
const LONGEST_ROW = 64 * 1024 * 1024
const MOST_ADDED = 8 * 1024 * 1024
