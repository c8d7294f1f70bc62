import { MOST_COLUMNS } from './header.ts'
import type { Table, TableRow } from './table-row.ts'
import type { SheetRow, SheetRows } from './workbook-sheets.ts'

/** The rows of a sheet as a table. A place is a row and a column of the sheet, both 1-based. */
export function sheetTable({ rows, width, merged }: SheetRows): Table {
  // One stray cell far to the right does not make every row that wide.
  const usual = Math.min(width, MOST_COLUMNS)
  return { merged, rows: () => tableRows(rows, usual) }
}

function* tableRows(rows: readonly SheetRow[], width: number): Generator<TableRow> {
  for (const { number, cells } of rows) {
    yield {
      number,
      line: number,
      length: Math.max(width, cells.length),
      cell: (column) => cells[column] ?? '',
      place: (column) => ({ line: number, column: column + 1, isFixed: true, isQuoted: false }),
    }
  }
}
