/** What every table looks like to the stages that read answers out of it, whatever its format. */
import type { Problem } from '../problems.ts'

/** Where a cell stands in its source, 1-based. */
export interface CellPlace {
  readonly line: number
  /** Of the first character of the value, in code points. */
  readonly column: number
  /** Whether every character of the cell has this one place, as in a workbook. */
  readonly isFixed: boolean
  /**
   * Doubled quotes in the value as it is written: each stands one column further on in the source
   * than in the value.
   */
  readonly isQuoted: boolean
}

/** One row of a table. A reader may use the same object for every row: valid up to the next. */
export interface TableRow {
  /** As a spreadsheet counts rows, header and blank rows included; 1-based. */
  readonly number: number
  /** Line of the source on which it begins, 1-based. */
  readonly line: number
  /** How many cells it has. */
  readonly length: number
  /** The value of a cell, 0-based; empty behind the last. */
  cell(column: number): string
  place(column: number): CellPlace
}

/** A table that can be read more than once: first a sample of it, then all of it. */
export interface Table {
  /** Names of the columns, where no row holds them: the keys of JSON objects. */
  readonly names?: readonly string[] | undefined
  /** Cells that are shown as one, where the format knows such. */
  readonly merged?: readonly MergedCells[] | undefined
  /** Reads from the beginning; what is wrong is added to `problems` where it is met. */
  rows(problems: Problem[]): Iterable<TableRow>
}

/** A block of cells that is shown as one. Columns are 0-based, rows as they are numbered. */
export interface MergedCells {
  readonly firstColumn: number
  readonly lastColumn: number
  readonly firstRow: number
  readonly lastRow: number
}

/** A copy of a row, to keep. */
export function keptRow(row: TableRow): readonly string[] {
  return Array.from({ length: row.length }, (_, column) => row.cell(column))
}
