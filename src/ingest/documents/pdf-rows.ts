/** Pieces of text → rows: what stands on one height of the page. */
import type { TextRun } from './pdf-page-layout.ts'

/** Pieces of text that stand on one height, from the top down; each row from the left. */
export function rowsOf(runs: readonly TextRun[]): TextRun[][] {
  const rows: { main: TextRun; readonly runs: TextRun[] }[] = []
  for (const run of [...runs].sort(byHeight)) {
    const row = rows.slice(-NEAR_ROWS).findLast(({ main }) => areLevel(main, run))
    if (row === undefined) {
      rows.push({ main: run, runs: [run] })
      continue
    }
    row.runs.push(run)
    if (isLarger(run, row.main)) row.main = run
  }
  return rows
    .sort((a, b) => a.main.y - b.main.y)
    .map((row) => row.runs.sort((a, b) => a.x - b.x || a.y - b.y))
}

function byHeight(a: TextRun, b: TextRun): number {
  return a.y - b.y || a.x - b.x
}

/** Blank pieces have any size and say nothing about their row. */
function isLarger(run: TextRun, main: TextRun): boolean {
  return !isBlankRun(run) && (run.size > main.size || isBlankRun(main))
}

/** On one line, or raised or lowered a little as the mark of a footnote is. */
function areLevel(a: TextRun, b: TextRun): boolean {
  return Math.abs(a.y - b.y) <= RAISED * Math.min(a.size, b.size)
}

/** Whether a piece of text is only a gap. */
export function isBlankRun({ text }: TextRun): boolean {
  return text.trim() === ''
}

/** Rows that are looked back at for one that is level: raised marks come before their line. */
const NEAR_ROWS = 3
/** Of the smaller font size: footnote marks are raised by a third of a line. */
const RAISED = 0.7
