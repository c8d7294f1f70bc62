/** Which character separates the cells of a table. */
import { csvRows } from './csv-records.ts'
import type { TableRow } from './table-row.ts'

/** How a delimited table is laid out. */
export interface TableLayout {
  readonly delimiter: string
  /** Whether the first line is no row but says `sep=;`, as spreadsheets write it. */
  readonly hasDelimiterLine: boolean
  /** Most cells that a row of the sample has. */
  readonly width: number
  /** Share of the rows of the sample that have as many cells as most have. */
  readonly agreement: number
}

/**
 * The layout that the first rows of a table agree on: the delimiter that cuts most of them into the
 * same number of cells.
 */
export function tableLayout(sample: string, extension: string): TableLayout {
  const told = DELIMITER_LINE.exec(sample)?.groups?.delimiter
  if (told !== undefined) return { delimiter: told, hasDelimiterLine: true, width: 0, agreement: 1 }
  const order = extension === '.tsv' || extension === '.tab' ? TABS_FIRST : COMMAS_FIRST
  const layouts = order.map((delimiter) => layoutWith(sample, delimiter))
  const most = Math.max(...layouts.map(scoreOf))
  const best = layouts.find((layout) => scoreOf(layout) === most)
  if (best !== undefined && most > 0) return best
  // One column: lines that nobody quoted are not cut at their commas.
  const isQuoted = layouts[0]?.agreement === 1
  return {
    delimiter: isQuoted ? ',' : NO_DELIMITER,
    hasDelimiterLine: false,
    width: 1,
    agreement: 1,
  }
}

function layoutWith(sample: string, delimiter: string): TableLayout {
  const widths = widthsOf(csvRows([sample], delimiter, []))
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const shareOf = (width: number) => (counts.get(width) ?? 0) / Math.max(1, widths.length)
  const [header = 1] = widths
  if (header > 1)
    return { delimiter, hasDelimiterLine: false, width: header, agreement: shareOf(header) }
  // A title may stand above the header.
  const commonest = [...counts.keys()].find((width) => width > 1 && shareOf(width) >= MOST) ?? 1
  return { delimiter, hasDelimiterLine: false, width: commonest, agreement: shareOf(commonest) }
}

/** Cells of the rows that are not blank; the last row may be cut. */
function widthsOf(rows: Iterable<TableRow>): readonly number[] {
  const widths: number[] = []
  for (const row of rows) {
    if (widths.length > SAMPLED) break
    if (row.length > 1 || row.cell(0).trim() !== '') widths.push(row.length)
  }
  return widths.length > 2 ? widths.slice(0, -1) : widths
}

/** A cut that gives one cell says nothing; else agreement counts, and more cells a little. */
function scoreOf({ width, agreement }: TableLayout): number {
  return width < 2 ? 0 : agreement + Math.min(width, 50) / 200
}

const COMMAS_FIRST = [',', ';', '\t', '|']
const TABS_FIRST = ['\t', ',', ';', '|']
/** A character that no table holds: "unit separator". */
const NO_DELIMITER = '\u001f'
const MOST = 0.8
const SAMPLED = 50
/** "sep=;" */
const DELIMITER_LINE = /^"?sep=(?<delimiter>[,;\t|])"?(?:\n|$)/iu
