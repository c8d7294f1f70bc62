/**
 * Finds columns: a page is cut where white space runs down it between two bodies of text. A narrow
 * column of labels or times beside the speech is no such body: there, rows are read across.
 */
import { largestOf, smallestOf } from './pdf-extent.ts'
import type { TextRun } from './pdf-page-layout.ts'
import { isBlankRun, rowsOf } from './pdf-rows.ts'

/** The text of a page in blocks that are read one after another. */
export function blocksOf(runs: readonly TextRun[]): TextRun[][] {
  return cut(runs, 0)
}

function cut(runs: readonly TextRun[], depth: number): TextRun[][] {
  const segments = depth < MOST_DEPTH ? segmentsOf(runs) : []
  const gutter = segments.length < 2 * FEWEST_LINES ? undefined : gutterOf(segments)
  if (gutter === undefined) return [[...runs]]
  const blocks: TextRun[][] = []
  let [left, right, across]: [TextRun[], TextRun[], TextRun[]] = [[], [], []]
  const flush = () => {
    for (const side of [left, right]) for (const block of cut(side, depth + 1)) blocks.push(block)
    blocks.push(across)
    ;[left, right, across] = [[], [], []]
  }
  for (const segment of segments) {
    const isAcross = segment.left < gutter && segment.right > gutter
    // What stands beside both columns closes them: a heading over the page begins new ones.
    if (!isAcross && across.length > 0) flush()
    const side = isAcross ? across : segment.right <= gutter ? left : right
    for (const run of segment.runs) side.push(run)
  }
  flush()
  return blocks.filter((block) => block.length > 0)
}

/** Text of one row without a gap that could be a gutter. */
interface Segment {
  readonly runs: readonly TextRun[]
  readonly left: number
  readonly right: number
  readonly y: number
  readonly letters: number
}

function segmentsOf(runs: readonly TextRun[]): Segment[] {
  return rowsOf(runs).flatMap((row) => {
    const segments: Segment[] = []
    let held: TextRun[] = []
    let right = Number.NEGATIVE_INFINITY
    for (const run of row) {
      const isGap = !isBlankRun(run) && run.x - right > NARROWEST_GUTTER * run.size
      if (isGap && held.some((one) => !isBlankRun(one))) {
        segments.push(segmentOf(held))
        held = []
      }
      held.push(run)
      if (!isBlankRun(run)) right = Math.max(right, run.x + run.width)
    }
    if (held.some((one) => !isBlankRun(one))) segments.push(segmentOf(held))
    return segments
  })
}

function segmentOf(runs: readonly TextRun[]): Segment {
  const shown = runs.filter((run) => !isBlankRun(run))
  return {
    runs,
    left: smallestOf(shown.map(({ x }) => x)),
    right: largestOf(shown.map(({ x, width }) => x + width)),
    y: shown[0]?.y ?? 0,
    letters: shown.reduce((sum, { text }) => sum + text.length, 0),
  }
}

/** Where white space runs down between two bodies of text; undefined if nowhere. */
function gutterOf(segments: readonly Segment[]): number | undefined {
  const left = smallestOf(segments.map((segment) => segment.left))
  const right = largestOf(segments.map((segment) => segment.right))
  const from = left + SIDE * (right - left)
  const step = (right - left - 2 * (from - left)) / STEPS
  if (!(step > 0)) return undefined
  const crossings = Array.from({ length: STEPS + 1 }, (_, i) => {
    const x = from + i * step
    return segments.filter((segment) => segment.left < x && segment.right > x).length
  })
  const fewest = smallestOf(crossings)
  if (fewest > MOST_ACROSS * segments.length) return undefined
  const { start, end } = longestRun(crossings, fewest)
  const gutter = from + ((start + end) / 2) * step
  const before = segments.filter((segment) => segment.right <= gutter)
  const after = segments.filter((segment) => segment.left >= gutter)
  return areBodies(before, after) ? gutter : undefined
}

/** The longest stretch of a value in a list, first and last included. */
function longestRun(values: readonly number[], value: number): { start: number; end: number } {
  let best = { start: 0, end: -1 }
  let start = 0
  for (let i = 0; i <= values.length; i += 1) {
    if (values[i] === value) continue
    if (i - start > best.end - best.start + 1) best = { start, end: i - 1 }
    start = i + 1
  }
  return best
}

/** Whether both sides are running text: lines enough, lines long enough, side by side. */
function areBodies(before: readonly Segment[], after: readonly Segment[]): boolean {
  const [fewer, more] = [before.length, after.length].sort((a, b) => a - b)
  if (fewer === undefined || more === undefined) return false
  if (fewer < FEWEST_LINES || fewer < LEAST_SHARE * more) return false
  if (lettersOf(before) < FEWEST_LETTERS || lettersOf(after) < FEWEST_LETTERS) return false
  const top = Math.max(topOf(before), topOf(after))
  const bottom = Math.min(bottomOf(before), bottomOf(after))
  const shorter = Math.min(bottomOf(before) - topOf(before), bottomOf(after) - topOf(after))
  return bottom - top >= SIDE_BY_SIDE * shorter
}

/** Of the line in the middle, when lines are put in order by their letters. */
function lettersOf(segments: readonly Segment[]): number {
  const sorted = segments.map(({ letters }) => letters).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function topOf(segments: readonly Segment[]): number {
  return smallestOf(segments.map(({ y }) => y))
}

function bottomOf(segments: readonly Segment[]): number {
  return largestOf(segments.map(({ y }) => y))
}

/** Columns in columns: three columns are cut twice. */
const MOST_DEPTH = 3
/** Of the font size. */
const NARROWEST_GUTTER = 1
/** Places at which a page is tried for a gutter. */
const STEPS = 100
/** Share of the width on each side in which no gutter is looked for. */
const SIDE = 0.2
/** Share of the lines that may reach across a gutter: headings, tables. */
const MOST_ACROSS = 0.2
const FEWEST_LINES = 5
/** Of the lines of one side to those of the other. */
const LEAST_SHARE = 0.25
/** In a line: labels and times have fewer. */
const FEWEST_LETTERS = 20
/** Share of the shorter column that stands beside the other. */
const SIDE_BY_SIDE = 0.5
