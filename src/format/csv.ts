/**
 * Tables → CSV: UTF-8, RFC 4180, `\r\n` between records as the RFC has it.
 *
 * Rows are written as bytes, cell by cell, into one buffer that is handed on when it is full: a
 * table may be larger than memory. A test holds every byte to what csv-stringify
 * would write, but for lone line breaks, which we quote, too.
 */
import type { CellWriter, PassageText, PreparedCells, Table } from '../types.ts'

/** Takes finished bytes; the view is valid only during the call. */
export type ByteSink = (bytes: Uint8Array) => void

/** How CSV is written. */
export interface CsvOptions {
  /**
   * Begin with a byte-order mark, guard cells that a spreadsheet would run as formulas, and quote
   * every text, so that it stays one cell where lists are separated by `;`.
   */
  readonly excel?: boolean
}

/** A cell writer that must be flushed at the end. */
export interface CsvWriter extends CellWriter {
  header(columns: readonly string[]): void
  /** A number of any kind: never quoted, never taken for a formula. */
  number(value: number): void
  flush(): void
}

const BUFFER_BYTES = 1 << 18
/** What one code unit can grow to: three bytes of UTF-8; a quote becomes two. */
const MOST_BYTES = 3
/** What a cell needs besides its text: a comma, quotes, a guard, or a number. */
const CELL_BYTES = 32
/** Longer texts are written by themselves. */
const LONGEST_WHOLE = 1 << 16

const NO_BYTES = new Uint8Array(0)

/** Carriage return and line feed. */
const LINE_END_BYTES = 2

const COMMA = 0x2c
const QUOTE = 0x22
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const APOSTROPHE = 0x27
const MINUS = 0x2d
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf)

/** For ASCII, 1 where a cell must be quoted. */
const NEEDS_QUOTES = new Uint8Array(128)
for (const code of [COMMA, QUOTE, CARRIAGE_RETURN, LINE_FEED]) NEEDS_QUOTES[code] = 1

/** What makes quotes necessary, for example a comma. */
const NEEDS_QUOTES_TEXT = /[",\r\n]/u

/** First characters that a spreadsheet may take for a formula: `=`, `+`, `-`, `@`, tab, return. */
const FORMULA_STARTS = new Set([0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0d])

/** A writer of CSV into a sink. Its loops keep the place in a local variable, which is twice as fast. */
export function csvWriter(sink: ByteSink, options: CsvOptions = {}): CsvWriter {
  const buffer = new Uint8Array(BUFFER_BYTES)
  const guardsFormulas = options.excel === true
  let used = 0
  let isFirstCell = true
  let preparer: ReturnType<typeof preparerOf> | undefined

  function flush(): void {
    if (used > 0) sink(buffer.subarray(0, used))
    used = 0
  }

  /** Begins a cell for which so many bytes are needed. */
  function beginCell(bytes: number): void {
    if (used + bytes + CELL_BYTES > BUFFER_BYTES) flush()
    if (!isFirstCell) buffer[used++] = COMMA
    isFirstCell = false
  }

  function text(value: string): void {
    const { length } = value
    if (length > LONGEST_WHOLE) {
      longText(value)
      return
    }
    beginCell(MOST_BYTES * length)
    const end = guardsFormulas ? undefined : putPlain(value, used)
    used = end ?? putQuoted(value, used)
  }

  /** Writes a text that is ASCII and needs no quotes; undefined where it is something else. */
  function putPlain(value: string, from: number): number | undefined {
    let at = from
    for (let i = 0; i < value.length; i += 1) {
      const code = value.charCodeAt(i)
      if (code >= 0x80 || NEEDS_QUOTES[code] === 1) return undefined
      buffer[at++] = code
    }
    return at
  }

  /** Writes a text that may need quotes or a guard, or is not ASCII; returns the place after it. */
  function putQuoted(value: string, from: number): number {
    const codes = new Uint16Array(value.length)
    for (let i = 0; i < codes.length; i += 1) codes[i] = value.charCodeAt(i)
    return putCodes(codes, 0, codes.length, from)
  }

  /** Writes code units as a cell; returns the place after it. */
  function putCodes(codes: Uint16Array, start: number, end: number, from: number): number {
    let at = from
    const isQuoted = guardsFormulas ? start < end : mustQuote(codes, start, end)
    if (isQuoted) buffer[at++] = QUOTE
    if (guardsFormulas && start < end && FORMULA_STARTS.has(codes[start] ?? 0)) {
      buffer[at++] = APOSTROPHE
    }
    for (let i = start; i < end; i += 1) {
      const code = codes[i] ?? 0
      if (code < 0x80) {
        buffer[at++] = code
        if (code === QUOTE) buffer[at++] = QUOTE
      } else if (code < 0x800) {
        buffer[at++] = 0xc0 | (code >> 6)
        buffer[at++] = 0x80 | (code & 0x3f)
      } else if ((code & 0xfc00) === 0xd800 && i + 1 < end && isLow(codes[i + 1] ?? 0)) {
        const point = 0x10000 + ((code - 0xd800) << 10) + ((codes[i + 1] ?? 0) - 0xdc00)
        buffer[at++] = 0xf0 | (point >> 18)
        buffer[at++] = 0x80 | ((point >> 12) & 0x3f)
        buffer[at++] = 0x80 | ((point >> 6) & 0x3f)
        buffer[at++] = 0x80 | (point & 0x3f)
        i += 1
      } else {
        // Half a pair cannot be written in UTF-8; U+FFFD stands for it, as in every encoder.
        const written = (code & 0xf800) === 0xd800 ? 0xfffd : code
        buffer[at++] = 0xe0 | (written >> 12)
        buffer[at++] = 0x80 | ((written >> 6) & 0x3f)
        buffer[at++] = 0x80 | (written & 0x3f)
      }
    }
    if (isQuoted) buffer[at++] = QUOTE
    return at
  }

  /** Writes a text that does not fit in the buffer, by way of one that it fits in. */
  function longText(value: string): void {
    beginCell(0)
    flush()
    const isGuarded = guardsFormulas && FORMULA_STARTS.has(value.charCodeAt(0))
    const guarded = isGuarded ? `'${value}` : value
    const isQuoted = guardsFormulas || NEEDS_QUOTES_TEXT.test(value)
    const quoted = isQuoted ? `"${guarded.replaceAll('"', '""')}"` : guarded
    sink(new TextEncoder().encode(quoted))
  }

  function slice({ text: whole, codes }: PassageText, start: number, end: number): void {
    if (end - start > LONGEST_WHOLE) {
      longText(whole.slice(start, end))
      return
    }
    beginCell(MOST_BYTES * (end - start))
    used = putCodes(codes, start, end, used)
  }

  function integer(value: number): void {
    beginCell(0)
    let rest = value
    if (rest < 0) {
      buffer[used++] = MINUS
      rest = -rest
    }
    let digits = 1
    for (let power = 10; power <= rest; power *= 10) digits += 1
    for (let place = used + digits - 1; place >= used; place -= 1) {
      const tenth = Math.floor(rest / 10)
      buffer[place] = 0x30 + (rest - 10 * tenth)
      rest = tenth
    }
    used += digits
  }

  function number(value: number): void {
    if (Number.isSafeInteger(value)) {
      integer(value)
      return
    }
    beginCell(0)
    used = putPlain(String(value), used) ?? used
  }

  function endRow(): void {
    if (used + CELL_BYTES > BUFFER_BYTES) flush()
    buffer[used++] = CARRIAGE_RETURN
    buffer[used++] = LINE_FEED
    isFirstCell = true
  }

  function header(columns: readonly string[]): void {
    if (guardsFormulas) for (const byte of BYTE_ORDER_MARK) buffer[used++] = byte
    for (const column of columns) text(column)
    endRow()
  }

  function prepare(values: readonly string[]): PreparedCells {
    const isLong = values.some(({ length }) => length * values.length > LONGEST_WHOLE)
    if (isLong || values.length === 0) return { values, bytes: NO_BYTES }
    preparer ??= preparerOf(options)
    return { values, bytes: preparer(values) }
  }

  function prepared({ values, bytes }: PreparedCells): void {
    if (bytes === NO_BYTES) {
      for (const value of values) text(value)
      return
    }
    beginCell(bytes.length)
    let at = used
    for (let i = 0; i < bytes.length; i += 1) buffer[at++] = bytes[i] ?? 0
    used = at
  }

  const list = (values: readonly string[]) => text(values.join(' | '))
  const truth = (value: boolean) => text(String(value))
  return { header, text, integer, truth, number, slice, list, prepare, prepared, endRow, flush }
}

/** Writes cells by themselves: as bytes, with commas between them. */
function preparerOf({ excel = false }: CsvOptions): (values: readonly string[]) => Uint8Array {
  let bytes = NO_BYTES
  const writer = csvWriter(
    (written) => {
      bytes = written.slice()
    },
    { excel },
  )
  return (values) => {
    for (const value of values) writer.text(value)
    writer.endRow()
    writer.flush()
    return bytes.subarray(0, bytes.length - LINE_END_BYTES)
  }
}

function mustQuote(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? 0
    if (code < 0x80 && NEEDS_QUOTES[code] === 1) return true
  }
  return false
}

/** Whether a code unit is the second half of a pair. */
function isLow(code: number): boolean {
  return (code & 0xfc00) === 0xdc00
}

/** Writes a whole table as CSV. */
export function writeCsv(table: Table, sink: ByteSink, options: CsvOptions = {}): void {
  const writer = csvWriter(sink, options)
  writer.header(table.columns)
  for (const row of table.rows) {
    for (const cell of row) {
      if (typeof cell === 'number') writer.number(cell)
      else writer.text(cell === undefined ? '' : String(cell))
    }
    writer.endRow()
  }
  writer.flush()
}
