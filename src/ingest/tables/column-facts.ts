/** What a sample of a table shows of each of its columns. */
import { plainValue } from './cell-text.ts'
import { nonAnswer } from './non-answers.ts'
import { looksPersonal } from './personal-data.ts'

/** A column as the sample shows it. */
export interface ColumnFacts {
  /** Rows of the sample. */
  readonly rows: number
  /** Cells that hold something other than a non-answer. */
  readonly filled: number
  /** Different values among them. */
  readonly distinct: number
  /** Words of a value, on average. */
  readonly meanWords: number
  readonly mostWords: number
  /** Length of the longest value in UTF-16 code units. */
  readonly longest: number
  /** Share of values that look like a sentence or more. */
  readonly prose: number
  /** Share of values that are dates or times. */
  readonly dates: number
  /** Share of values that are numbers, dates or times, or web addresses. */
  readonly codes: number
  /** Whether any value looks like an e-mail address, a telephone number, a postcode … */
  readonly isPersonal: boolean
}

/** The facts of one column, from the values of the sampled rows. */
export function columnFacts(values: readonly string[]): ColumnFacts {
  const given = values.map(plainValue).filter((value) => nonAnswer(value, false) === undefined)
  const counts = given.map(wordsIn)
  const share = (test: (value: string) => boolean) =>
    given.length === 0 ? 0 : given.filter(test).length / given.length
  return {
    rows: values.length,
    filled: given.length,
    distinct: new Set(given).size,
    meanWords: counts.reduce((sum, count) => sum + count, 0) / Math.max(1, given.length),
    mostWords: counts.reduce((most, count) => Math.max(most, count), 0),
    longest: given.reduce((most, value) => Math.max(most, value.length), 0),
    prose: share(isProse),
    dates: share((value) => DATE.test(value)),
    codes: share(isCode),
    isPersonal: given.some(looksPersonal),
  }
}

/** A number, a date, a time or a web address: nothing that a person says. */
export function isCode(value: string): boolean {
  return NUMBER.test(value) || DATE.test(value) || value.startsWith('http')
}

function wordsIn(value: string): number {
  return value.match(WORD)?.length ?? 0
}

function isProse(value: string): boolean {
  const words = wordsIn(value)
  return words >= LONG_PROSE || (words >= SHORT_PROSE && STOP.test(value))
}

const LONG_PROSE = 12
const SHORT_PROSE = 5
/** "children's", "l’école" */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’-](?=\p{L}))*/gu
/** "." at the end of "Too vague to be useful." */
const STOP = /[.!?]["')’”]*$/u
/** "17", "£1,000.50", "-3.2e5", "45%" */
const NUMBER = /^[-+£$€]?\d[\d,. ]*(?:e[-+]?\d+)?%?$/iu
/** "2026-06-01 10:02", "1/6/26", "1 Jun 2026", "Jun 1, 2026 10:02 AM", "10:02:33" */
const DATE =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[- ]\p{L}{3,9}[- ,]+\d{2,4}|\p{L}{3,9} \d{1,2},? \d{4}|\d{1,2}:\d{2})(?:[T ,]*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|BST|[-+]\d{2}:?\d{2}))?|:\d{2})?$/iu
