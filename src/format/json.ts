import type { Cell, Table } from '../types.ts'

/** One object a row, one row a line; absent cells are left out. */
export function* toJsonLines(table: Table): Iterable<string> {
  for (const row of table.rows) yield toJsonLine(table.columns, row)
}

/** One row as an object on a line of its own. */
export function toJsonLine(columns: readonly string[], row: readonly Cell[]): string {
  return `${JSON.stringify(objectOf(columns, row))}\n`
}

/** An array of objects, one a row; absent cells are left out. */
export function* toJson(table: Table): Iterable<string> {
  let opening = '[\n'
  for (const row of table.rows) {
    yield `${opening}  ${JSON.stringify(objectOf(table.columns, row))}`
    opening = ',\n'
  }
  yield opening === '[\n' ? '[]\n' : '\n]\n'
}

function objectOf(columns: readonly string[], row: readonly Cell[]): Record<string, Cell> {
  const object: Record<string, Cell> = {}
  for (const [index, column] of columns.entries()) {
    const cell = row[index]
    if (cell !== undefined) object[column] = cell
  }
  return object
}
