/** How the text of a PDF is set: its margins, the distance of its lines, the size of its letters. */
import { smallestOf } from './pdf-extent.ts'
import { groupedBy } from './pdf-groups.ts'
import type { PdfLine } from './pdf-lines.ts'

/** The measures of a document. */
export interface Measures {
  /** Of most letters, in points. */
  readonly size: number
  /** From line to line inside a paragraph, as a multiple of the font size. */
  readonly leading: number
  /** Points by which a line begins to the right of its column's margin; less than 0 to its left. */
  indent(line: PdfLine): number
  /** The room behind a line, up to the margin of its column. */
  room(line: PdfLine): number
  /** The width of the line's column. */
  width(line: PdfLine): number
  /** Whether many paragraphs have space between them, so that other signs count for less. */
  readonly isSpaced: boolean
}

/** Measures the lines of the text, which stand in reading order; `pageWidth` is in points. */
export function measuresOf(lines: readonly PdfLine[], pageWidth: number): Measures {
  const columns = columnsIn(lines)
  const width = Math.max(widthOf([...columns.values()]), NARROWEST_TEXT * pageWidth)
  const leading = leadingOf(lines)
  const columnOf = (line: PdfLine) => columns.get(keyOf(line))
  const edgeOf = (line: PdfLine) => {
    const column = columnOf(line)
    if (column === undefined) return line.right
    return Math.max(column.right, column.isNarrow ? 0 : column.left + width)
  }
  return {
    size: sizeOf(lines),
    leading,
    indent: (line) => line.left - (columnOf(line)?.left ?? line.left),
    room: (line) => edgeOf(line) - line.right,
    width: (line) => edgeOf(line) - (columnOf(line)?.left ?? 0),
    isSpaced: isSpaced(lines, leading),
  }
}

/** A column of one page. */
interface Column {
  /** Where most of its lines begin. */
  readonly left: number
  /** Up to where its longest lines reach. */
  readonly right: number
  readonly size: number
  /** Whether another column stands beside it. */
  readonly isNarrow: boolean
}

function keyOf({ page, block }: PdfLine): string {
  return `${page} ${block}`
}

function columnsIn(lines: readonly PdfLine[]): Map<string, Column> {
  const groups = groupedBy(lines, keyOf)
  const blocks = groupedBy(groups.values(), (group) => group[0]?.page)
  const columns = new Map<string, Column>()
  for (const [key, group] of groups) {
    const size = sizeOf(group)
    const isNarrow = (blocks.get(group[0]?.page)?.length ?? 1) > 1
    columns.set(key, { left: leftOf(group, size), right: rightOf(group, size), size, isNarrow })
  }
  return columns
}

/** Where most lines begin. */
function leftOf(lines: readonly PdfLine[], size: number): number {
  return commonest(
    lines.map(({ left }) => left),
    size / 2,
  )
}

/** The furthest edge that several lines reach; one line alone may stick out. */
function rightOf(lines: readonly PdfLine[], size: number): number {
  const edges = lines.map(({ right }) => right).sort((a, b) => b - a)
  const others = Math.min(OTHERS, edges.length - 1)
  for (const ragged of RAGGED) {
    const found = edges.find((edge, at) => edge - (edges[at + others] ?? -1) <= ragged * size)
    if (found !== undefined) return found
  }
  return edges[0] ?? 0
}

/** The width of the widest columns that stand alone on their pages. */
function widthOf(columns: readonly Column[]): number {
  const widths = columns.filter(({ isNarrow }) => !isNarrow).map(({ left, right }) => right - left)
  return Math.max(0, ...widths)
}

/** The size of most letters. */
function sizeOf(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(2 * size) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] || 1
}

/** The smallest distance of lines that is frequent. */
function leadingOf(lines: readonly PdfLine[]): number {
  const leadings = leadingsIn(lines)
  const counts = groupedBy(leadings, (leading) => Math.round(20 * leading) / 20)
  const frequent = [...counts].filter(([, group]) => group.length >= FREQUENT * leadings.length)
  const smallest = smallestOf(frequent.map(([leading]) => leading))
  return Number.isFinite(smallest) ? smallest : DEFAULT_LEADING
}

function isSpaced(lines: readonly PdfLine[], leading: number): boolean {
  const leadings = leadingsIn(lines)
  return leadings.filter((one) => one > WIDER * leading).length >= FREQUENT * leadings.length
}

/** The distances of lines that follow each other, as multiples of the font size. */
function leadingsIn(lines: readonly PdfLine[]): number[] {
  return lines.slice(1).flatMap((line, i) => {
    const before = lines[i]
    if (before === undefined || keyOf(before) !== keyOf(line)) return []
    const leading = leadingBetween(before, line)
    return leading < LEAST_LEADING ? [] : [leading]
  })
}

/** The distance of two lines as a multiple of the larger font size. */
export function leadingBetween(before: PdfLine, line: PdfLine): number {
  return (line.y - before.y) / Math.max(before.size, line.size)
}

/** The value near which most values lie. */
function commonest(values: readonly number[], step: number): number {
  const groups = groupedBy(values, (value) => Math.round(value / step))
  const [best] = [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
  return smallestOf(best?.[1] ?? [0])
}

/** Of the usual distance of lines: more is the end of a paragraph. */
export const WIDER = 1.2
/** Of the font size: how far apart the ends of full lines may lie; the first that fits counts. */
const RAGGED = [1, 3, 6]
/** Of the page: where all lines are shorter, it is not the margin that ends them. */
const NARROWEST_TEXT = 0.5
/** Lines that must end near the furthest one. */
const OTHERS = 2
/** Of the font size: nearer lines overlap. */
const LEAST_LEADING = 0.7
/** Share of the distances between lines. */
const FREQUENT = 0.1
const DEFAULT_LEADING = 1.2
