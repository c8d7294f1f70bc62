import type { Cell, CellWriter } from '../types.ts'

/** A cell writer that collects rows of values, for formats that are made from whole tables. */
export function cellCollector(row: (cells: readonly Cell[]) => void): CellWriter {
  let cells: Cell[] = []
  return {
    text: (value) => cells.push(value),
    integer: (value) => cells.push(value),
    slice: ({ text }, start, end) => cells.push(text.slice(start, end)),
    list: (values) => cells.push(values.join(' | ')),
    endRow() {
      row(cells)
      cells = []
    },
  }
}
