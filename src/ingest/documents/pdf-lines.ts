/**
 * Pieces of text on a page → its lines, in the order in which they are read. Pieces that stand on
 * one height are one line; a gap between them is a space, and the first wide one a tab.
 */

import { blocksOf } from './pdf-columns.ts'
import { largestOf, smallestOf } from './pdf-extent.ts'
import { lineNumbersIn } from './pdf-line-numbers.ts'
import type { PageLayout, TextRun } from './pdf-page-layout.ts'
import { isBlankRun, rowsOf } from './pdf-rows.ts'

/** A line of a page. Lengths are in points, from the top left of the page. */
export interface PdfLine {
  /** 1-based. */
  readonly page: number
  /** On its page, in reading order; 1-based. */
  readonly number: number
  /** Lines of one block follow each other down the page in one column. */
  readonly block: number
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the line on which the letters stand. */
  readonly y: number
  /** Of the font of most letters. */
  readonly size: number
}

/** The lines of a page. */
export interface LinesOnPage {
  /** Of the page; 1-based. */
  readonly number: number
  /** Of the page, in points. */
  readonly width: number
  readonly height: number
  /** In reading order, without the two below. */
  readonly lines: readonly PdfLine[]
  /** Text that runs another way than the page does. */
  readonly sideways: readonly PdfLine[]
  /** The numbers of lines in the margin, as one line. */
  readonly numbers: readonly PdfLine[]
}

/** Puts the pieces of a page together. */
export function linesOnPage(page: PageLayout): LinesOnPage {
  const inMargin = lineNumbersIn(page.runs)
  const blocks = blocksOf(page.runs.filter((run) => !inMargin.has(run)))
  const upright = blocks.flatMap((runs, block) =>
    rowsOf(runs).map((row) => ({ ...lineOf(row), block })),
  )
  const sideways = page.sideways.map((run) => ({ ...lineOf([run]), block: SIDEWAYS }))
  const numbers = inMargin.size === 0 ? [] : [{ ...countLine([...inMargin]), block: IN_MARGIN }]
  const lines = [...upright, ...sideways, ...numbers]
    .filter(({ text }) => text !== '')
    .map((line, i) => ({ ...line, page: page.number, number: i + 1 }))
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    lines: lines.filter(({ block }) => block >= 0),
    sideways: lines.filter(({ block }) => block === SIDEWAYS),
    numbers: lines.filter(({ block }) => block === IN_MARGIN),
  }
}

type LineParts = Pick<PdfLine, 'text' | 'left' | 'right' | 'y' | 'size'>

/** The pieces of a row as one line; they are in order from the left. */
function lineOf(row: readonly TextRun[]): LineParts {
  const runs = row.filter((run) => !isBlankRun(run))
  const main = mainRun(runs)
  return {
    text: textOf(row).trim(),
    left: smallestOf(runs.map(startOf)),
    right: largestOf(runs.map(endOf)),
    y: main?.y ?? 0,
    size: main?.size ?? 1,
  }
}

/** The words of a row, with a space or a tab where there is a gap. */
function textOf(row: readonly TextRun[]): string {
  let text = ''
  let before: TextRun | undefined
  let isApart = false
  let takesTab = true
  for (const run of row) {
    if (isBlankRun(run)) {
      isApart = true
      continue
    }
    if (before === undefined) takesTab = !OPENS_WITH_TIME.test(run.text)
    else if (isDoubled(before, run)) continue
    else {
      const gap = gapBetween(before, run, isApart)
      text += gap === '\t' && !takesTab ? ' ' : gap
      if (gap === '\t') takesTab = false
    }
    text += run.text
    before = run
    isApart = false
  }
  return text
}

/** Where the letters of a piece begin, behind its blanks. */
function startOf({ text, x, size }: TextRun): number {
  return x + SPACE * size * (text.length - text.trimStart().length)
}

/** Where its letters end. */
function endOf({ text, x, width, size }: TextRun): number {
  return x + width - SPACE * size * (text.length - text.trimEnd().length)
}

/** All numbers of a margin as one line. */
function countLine(numbers: readonly TextRun[]): LineParts {
  return { ...lineOf(numbers), text: numbers.map(({ text }) => text.trim()).join(' ') }
}

/** Bold letters are sometimes made by writing them twice. */
function isDoubled(before: TextRun, run: TextRun): boolean {
  return before.text === run.text && Math.abs(before.x - run.x) < DOUBLED * run.size
}

/** What stands between two pieces; `isApart` says that the page itself has a blank there. */
function gapBetween(before: TextRun, run: TextRun, isApart: boolean): '' | ' ' | '\t' {
  const gap = (run.x - before.x - before.width) / run.size
  if (gap > (TIME.test(run.text) ? TIME_GAP : WIDE_GAP)) return '\t'
  if (before.text.endsWith(' ') || run.text.startsWith(' ')) return ''
  return isApart || gap > WORD_GAP ? ' ' : ''
}

/** The piece with most letters gives a line its height and size. */
function mainRun(runs: readonly TextRun[]): TextRun | undefined {
  let main: TextRun | undefined
  for (const run of runs) if (run.text.length > (main?.text.length ?? -1)) main = run
  return main
}

/** Blocks that are no text of the page. */
const SIDEWAYS = -1
const IN_MARGIN = -2
/** Of the font size. */
const DOUBLED = 0.15
/** The width of a space in most fonts. */
const SPACE = 0.26
const WORD_GAP = 0.2
/** Of the font size: what a tab or a column of labels leaves. */
const WIDE_GAP = 2
/** Between a name and the time behind it. */
const TIME_GAP = 0.45
/** "0:15", "00:01:02" */
const TIME = /^\s*\d{1,2}(?::\d{2}){1,2}\s*$/u
/** "[00:01:02]", "0:15": a time at the start of a line; what follows belongs to it. */
const OPENS_WITH_TIME = /^[[(#]?\d{1,2}:\d/u
