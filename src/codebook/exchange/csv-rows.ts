/** Comma-separated values as other programs write them: RFC 4180, with `,`, `;` or tabs. */

/** A row with the line on which it begins, 1-based. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The sign between cells: the one that the first row has most of, outside of quotes. */
export function csvDelimiter(text: string): string {
  const row = text.slice(0, LONGEST_HEAD).replace(QUOTED, '').trimStart().split('\n', 1)[0] ?? ''
  const count = (sign: string) => row.split(sign).length
  return SIGNS.reduce((most, next) => (count(next) > count(most) ? next : most))
}

const SIGNS = [',', ';', '\t'] as const
const LONGEST_HEAD = 10_000
/** `"a, b"`, or a quote without end. */
const QUOTED = /"[^"]*(?:"|$)/gu

/** The rows of a table; empty lines are none. Never fails: a quote without end ends with the file. */
export function csvRows(text: string, delimiter: string, most = Infinity): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let at = 0
  let line = 1
  while (at < text.length && rows.length < most) {
    const startLine = line
    const cells: string[] = []
    for (;;) {
      const quoted = text[at] === '"' ? quotedCell(text, at) : undefined
      const plain = plainCell(text, quoted?.end ?? at, delimiter)
      cells.push((quoted?.value ?? '') + plain.value)
      line += quoted?.breaks ?? 0
      at = plain.end
      if (text[at] !== delimiter) break
      at += 1
    }
    if (text[at] === '\n') {
      at += 1
      line += 1
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: startLine, cells })
  }
  return rows
}

interface Cell {
  readonly value: string
  readonly end: number
  readonly breaks: number
}

function plainCell(text: string, start: number, delimiter: string): Omit<Cell, 'breaks'> {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1
  return { value: text.slice(start, end), end }
}

/** A cell between quotes, `""` for a quote. */
function quotedCell(text: string, start: number): Cell {
  let value = ''
  let at = start + 1
  let breaks = 0
  for (;;) {
    const quote = text.indexOf('"', at)
    const piece = text.slice(at, quote === -1 ? text.length : quote)
    for (let next = piece.indexOf('\n'); next !== -1; next = piece.indexOf('\n', next + 1))
      breaks += 1
    value += piece
    if (quote === -1) return { value, end: text.length, breaks }
    at = quote + 1
    if (text[at] !== '"') return { value, end: at, breaks }
    value += '"'
    at += 1
  }
}

/** What makes quotes necessary, for example a comma, or a sign that some programs part cells at. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u

/** A row as a line of CSV, without its line end. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}
