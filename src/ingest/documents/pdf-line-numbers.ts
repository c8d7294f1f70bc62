/** Finds the numbers that count the lines or paragraphs of a transcript in its left margin. */
import { largestOf, smallestOf } from './pdf-extent.ts'
import type { TextRun } from './pdf-page-layout.ts'
import { isBlankRun, rowsOf } from './pdf-rows.ts'

/** The pieces of a page that are such numbers; none unless they count up, apart from the text. */
export function lineNumbersIn(runs: readonly TextRun[]): ReadonlySet<TextRun> {
  const rows = rowsOf(runs)
    .map((row) => row.filter((run) => !isBlankRun(run)))
    .filter((row) => row.length > 0)
  const first = rows.map((row) => row[0]).filter((run) => run !== undefined)
  const numbers = inOneColumn(first.filter(({ text }) => NUMBER.test(text)))
  const edge = largestOf(numbers.map(({ x, width }) => x + width))
  const counted = new Set(numbers)
  const isText = (run: TextRun) => !counted.has(run)
  const texts = rows.map((row) => row.find(isText)).filter((run) => run !== undefined)
  const beside = texts.filter(({ x, size }) => x >= edge + GAP * size)
  const isMargin = beside.length >= MOST * texts.length
  const isEnough = numbers.length >= FREQUENT * rows.length || countInSteps(numbers)
  const isCount = numbers.length >= FEWEST && countUp(numbers) && isEnough
  return isMargin && isCount ? counted : new Set()
}

/** The numbers that stand under the first of them, left or right edges in line. */
function inOneColumn(numbers: readonly TextRun[]): TextRun[] {
  const leftmost = smallestOf(numbers.map(({ x }) => x))
  return numbers.filter(({ x, size }) => x - leftmost <= COLUMN * size)
}

function countUp(numbers: readonly TextRun[]): boolean {
  return numbers.every(({ text }, i) => {
    const before = numbers[i - 1]
    return before === undefined || Number(text) > Number(before.text)
  })
}

/** 5, 10, 15: every fifth line has its number. */
function countInSteps(numbers: readonly TextRun[]): boolean {
  const steps = new Set(numbers.slice(1).map((run, i) => Number(run.text) - valueAt(numbers, i)))
  return steps.size === 1 && !steps.has(1)
}

function valueAt(numbers: readonly TextRun[], i: number): number {
  return Number(numbers[i]?.text)
}

/** "12", " 12 " */
const NUMBER = /^\s*\d{1,5}\s*$/u
/** Fewer numbers are a list, or chance. */
const FEWEST = 4
/** Share of the rows of a page that have a number. */
const FREQUENT = 0.25
/** Share of the lines of text that stand to the right of the numbers. */
const MOST = 0.8
/** Of the font size: the width of a column of numbers of one to four figures. */
const COLUMN = 2.5
/** Of the font size: between numbers and text. */
const GAP = 0.4
