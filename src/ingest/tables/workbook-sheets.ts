/** The XML of a sheet → its rows. Cells stand where their references say (`r="C5"`), not in order. */
import { walkMarkup } from '../markup.ts'
import { columnLetters } from './header.ts'
import { dateText } from './spreadsheet-dates.ts'
import type { MergedCells } from './table-row.ts'
import { localName, type WorkbookParts, withLineFeeds } from './workbook-parts.ts'

/** A sheet, read. */
export interface SheetRows {
  /** Rows that hold something, in order. */
  readonly rows: readonly SheetRow[]
  /** Most cells of a row. */
  readonly width: number
  readonly merged: readonly MergedCells[]
  /** Rows that are hidden, as a filter does; they are read like the others. */
  readonly hiddenRows: number
  /** Formulas without a stored value: `cell C5`; undefined if there are none. */
  readonly emptyFormulas: string | undefined
}

/** A row of a sheet; a cell that is empty may be missing. */
export interface SheetRow {
  /** 1-based. */
  readonly number: number
  readonly cells: readonly (string | undefined)[]
}

/** Reads the rows of a sheet. */
export function sheetRows(xml: string, parts: WorkbookParts): SheetRows {
  const rows: SheetRow[] = []
  const merged: MergedCells[] = []
  let hiddenRows = 0
  const reader = cellReader(parts)
  let number = 0
  let cells: (string | undefined)[] = []
  let nextColumn = 0
  let width = 0
  walkMarkup(
    xml,
    { isXml: true },
    {
      open(name, attributes) {
        const tag = localName(name)
        if (tag === 'row') {
          const given = Number(attributes.r)
          number = Number.isInteger(given) && given > number ? given : number + 1
          cells = []
          nextColumn = 0
          if (attributes.hidden === '1' || attributes.hidden === 'true') hiddenRows += 1
        } else if (tag === 'c') reader.begin(attributes, nextColumn, number)
        else if (tag === 'mergeCell') addMerged(merged, attributes.ref ?? '')
        else reader.open(tag)
      },
      text: reader.text,
      close(name) {
        const tag = localName(name)
        if (tag === 'c') {
          const { column, value } = reader.end()
          nextColumn = column + 1
          if (value.trim() !== '' && column < MOST_COLUMNS) cells[column] = value
        } else if (tag === 'row' && cells.length > 0) {
          // A row that is closed twice, in a damaged sheet, is another row.
          number = Math.max(number, 1 + (rows.at(-1)?.number ?? 0))
          rows.push({ number, cells })
          width = Math.max(width, cells.length)
          cells = []
        } else reader.close(tag)
      },
    },
  )
  return { rows, width, merged, hiddenRows, emptyFormulas: reader.emptyFormulas() }
}

interface CellReader {
  begin(attributes: Readonly<Record<string, string>>, nextColumn: number, row: number): void
  open(tag: string): void
  text(piece: string): void
  close(tag: string): void
  /** The cell that has just ended. */
  end(): { readonly column: number; readonly value: string }
  emptyFormulas(): string | undefined
}

function cellReader({ sharedTexts, styles, from1904 }: WorkbookParts): CellReader {
  let type = ''
  let style = 0
  let column = 0
  let row = 0
  let written = ''
  let isValue = false
  let isReading = false
  let hasFormula = false
  let hasValue = false
  let emptyCell: string | undefined
  let emptyCells = 0

  function value(): string {
    // Without a number it names no text, and least of all the first.
    if (type === 's') return written.trim() === '' ? '' : (sharedTexts[Number(written)] ?? '')
    if (type === 'inlineStr' || type === 'str') return withLineFeeds(written)
    if (type === 'b') return written === '1' ? 'TRUE' : written === '0' ? 'FALSE' : written
    if (type !== '' && type !== 'n') return written
    const amount = Number(written)
    if (written === '' || !Number.isFinite(amount)) return written
    const dates = styles[style]
    return dates === undefined ? String(amount) : dateText(amount, dates, from1904)
  }

  return {
    begin({ r = '', t = '', s = '0' }, nextColumn, rowNumber) {
      column = columnOf(r) ?? nextColumn
      row = rowNumber
      type = t
      style = Number(s)
      written = ''
      hasFormula = false
      hasValue = false
    },
    open(tag) {
      // A value, or the text of a cell that shares none.
      if (tag === 'v' || (tag === 't' && !isReading)) isValue = true
      if (tag === 'v' || tag === 't') hasValue = true
      if (tag === 'rPh') isReading = true
      if (tag === 'f') hasFormula = true
    },
    text(piece) {
      if (isValue) written += piece
    },
    close(tag) {
      if (tag === 'v' || tag === 't') isValue = false
      if (tag === 'rPh') isReading = false
    },
    end() {
      if (hasFormula && !hasValue) {
        emptyCell ??= `${columnLetters(column)}${row}`
        emptyCells += 1
      }
      return { column, value: value() }
    },
    emptyFormulas() {
      if (emptyCell === undefined) return undefined
      const more = emptyCells - 1
      return `cell ${emptyCell}${more > 0 ? ` and ${more} more` : ''}`
    },
  }
}

/** 0-based column of a reference: 2 for `C5`. */
function columnOf(reference: string): number | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = 26 * column + code - 64
  }
  return at === 0 || at > 3 ? undefined : column - 1
}

function addMerged(merged: MergedCells[], reference: string): void {
  const [, left = '', top = '', right = '', bottom = ''] = MERGED.exec(reference) ?? []
  const firstColumn = columnOf(left)
  const lastColumn = columnOf(right)
  if (firstColumn === undefined || lastColumn === undefined || merged.length >= MOST_MERGED) return
  merged.push({ firstColumn, lastColumn, firstRow: Number(top), lastRow: Number(bottom) })
}

/** "A1:C2" */
const MERGED = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/u
const MOST_COLUMNS = 16_384
/** Only those of the header matter, which come first. */
const MOST_MERGED = 10_000
