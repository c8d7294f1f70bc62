import type { DocumentText, Paragraph } from './document-text.ts'

/** A table of a document; cells without words are left out. */
export interface TextTable {
  /** Number of the table in the document, 0-based. */
  readonly number: number
  /** In order. */
  readonly rows: readonly TextRow[]
}

/** A row with the paragraphs of each cell, by the number of the column. */
export interface TextRow {
  /** In the table, 0-based; rows without words count too. */
  readonly number: number
  readonly cells: ReadonlyMap<number, readonly Paragraph[]>
}

/** The tables of a document that have words, in order. */
export function tablesOf({ paragraphs }: DocumentText): TextTable[] {
  const tables = new Map<number, Map<number, Map<number, Paragraph[]>>>()
  for (const paragraph of paragraphs) {
    if (paragraph.cell === undefined) continue
    const { table, row, column } = paragraph.cell
    const rows = valueAt(tables, table, () => new Map())
    const cells = valueAt<number, Map<number, Paragraph[]>>(rows, row, () => new Map())
    valueAt<number, Paragraph[]>(cells, column, () => []).push(paragraph)
  }
  return [...tables].map(([number, rows]) => ({
    number,
    rows: [...rows].map(([row, cells]) => ({ number: row, cells })),
  }))
}

/** How many columns a table has, as far as they hold words. */
export function widthOf({ rows }: TextTable): number {
  let width = 0
  for (const { cells } of rows)
    for (const column of cells.keys()) width = Math.max(width, column + 1)
  return width
}

/** The words of a cell, its paragraphs and lines joined by spaces. */
export function cellText(row: TextRow, column: number): string {
  const written = (row.cells.get(column) ?? []).map(({ text }) => text).join(' ')
  return written.replace(WHITE, ' ').trim()
}

function valueAt<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = made()
  map.set(key, value)
  return value
}

/** Any run of white space. */
const WHITE = /\s+/gu
