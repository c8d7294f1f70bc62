/** Labels that stand on a line alone, and labels in the first cell of a row. */
import { type Label, LONGEST_LABEL, labelAt } from './label-text.ts'
import { skipBlanks, trimBlanks } from './lines.ts'
import { timeAt } from './times.ts'

/** Whether a line is short enough for a name alone and begins with a capital. */
export function mayBeOwnLine(text: string, at: number, end: number): boolean {
  const first = text.charCodeAt(at)
  return end - at <= LONGEST_OWN_LINE && first >= UPPER_A && first <= UPPER_Z
}

/** The label that is all of the line from `at` on: `Interviewer`, `Amy (14)`. */
export function ownLineLabel(text: string, at: number, end: number): Label | undefined {
  const label = labelAt(text, at, end)
  return label !== undefined && skipBlanks(text, label.next, end) === end ? label : undefined
}

/** A label in a row of a table, and the speech in the cell behind it. */
export interface RowLabel {
  readonly label: Label
  readonly speech: number
}

/**
 * The label of a row of two cells, `| Name | speech |`, or of three where the first is a number or
 * a time; undefined in other rows and in the header, which stands above `|---|---|`.
 */
export function rowLabel(text: string, at: number, end: number): RowLabel | undefined {
  const cells = cellsOf(text, at, end)
  const isCounted = cells.length === 3 && isNumberCell(text, cells[0])
  const [first, second] = isCounted ? cells.slice(1) : cells
  if (first === undefined || second === undefined) return undefined
  if (cells.length !== (isCounted ? 3 : 2) || isHeader(text, end)) return undefined
  const label = cellLabel(text, first)
  const speech = skipBlanks(text, second.start, second.end)
  return label === undefined || speech === second.end ? undefined : { label, speech }
}

/** Where the closing `|` of a row stands, with the blanks before it; `end` if it has none. */
export function rowEnd(text: string, end: number): number {
  const last = trimBlanks(text, 0, end) - 1
  return text.charCodeAt(last) === PIPE ? trimBlanks(text, 0, last) : end
}

interface Cell {
  readonly start: number
  readonly end: number
}

function cellsOf(text: string, at: number, end: number): Cell[] {
  const cells: Cell[] = []
  const last = trimBlanks(text, at, end)
  for (let start = at + 1; start < last && cells.length < MOST_CELLS; ) {
    const pipe = text.indexOf('|', start)
    const close = pipe === -1 || pipe > last ? last : pipe
    cells.push({ start, end: close })
    start = close + 1
  }
  return cells
}

/** `Interviewer`, `**Kai**`, `P1:`. */
function cellLabel(text: string, { start, end }: Cell): Label | undefined {
  let from = skipBlanks(text, start, end)
  if (text.startsWith('**', from)) from += 2
  const label = from < end && end - from <= 2 * LONGEST_LABEL ? labelAt(text, from, end) : undefined
  return label !== undefined && CELL_END.test(text.slice(label.next, end)) ? label : undefined
}

function isNumberCell(text: string, cell: Cell | undefined): boolean {
  if (cell === undefined) return false
  const content = text.slice(cell.start, cell.end).trim()
  return NUMBER.test(content) || timeAt(content, 0)?.next === content.length
}

function isHeader(text: string, end: number): boolean {
  SEPARATOR.lastIndex = end + 1
  return SEPARATOR.test(text)
}

const LONGEST_OWN_LINE = 40
const MOST_CELLS = 4
const UPPER_A = 65
const UPPER_Z = 90
const PIPE = 124
/** `:** ` behind the label of a cell. */
const CELL_END = /^:?(?:\*\*)?:?\s*$/u
/** `12`, `12.`. */
const NUMBER = /^\d{1,5}\.?$/u
/** `|---|:--:|`. */
const SEPARATOR = /[ \t]*\|[ \t]*:?-+:?[ \t]*\|/uy
