import type { Cell, CellWriter } from '../types.ts'

const NO_BYTES = new Uint8Array(0)

/** A cell writer that collects rows of values, for formats that are made from whole tables. */
export function cellCollector(row: (cells: readonly Cell[]) => void): CellWriter {
  let cells: Cell[] = []
  return {
    text: (value) => cells.push(value),
    integer: (value) => cells.push(value),
    truth: (value) => cells.push(value),
    slice: ({ text }, start, end) => cells.push(text.slice(start, end)),
    list: (values) => cells.push(values.join(' | ')),
    prepare: (values) => ({ values, bytes: NO_BYTES }),
    prepared: ({ values }) => cells.push(...values),
    endRow() {
      row(cells)
      cells = []
    },
  }
}
