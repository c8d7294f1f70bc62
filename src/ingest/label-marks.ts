/** What may stand before a label at the start of a line: list and quotation marks, and dates. */
import { isBlank, skipBlanks } from './lines.ts'
import { isDigit, type TimeMark, timeAt } from './times.ts'

/** Where the text of a list item or of a quotation begins; `at` itself if the line is neither. */
export function behindListMark(text: string, at: number, end: number): number {
  let from = at
  while (text.charCodeAt(from) === GREATER) from = skipBlanks(text, from + 1, end)
  if (isDigit(text.charCodeAt(from))) return behindNumber(text, from, end)
  const isBullet = BULLETS.includes(text.charAt(from)) && isBlank(text.charCodeAt(from + 1))
  return isBullet ? skipBlanks(text, from + 1, end) : from
}

/**
 * A date and a time as chat programs write them: `12/05/2024, 14:03:22`, `2024-05-12 2:03 PM`.
 * The mark is that of the time; `next` is behind all of it.
 */
export function datedTimeAt(text: string, at: number): TimeMark | undefined {
  if (!isDigit(text.charCodeAt(at))) return undefined
  DATE.lastIndex = at
  if (!DATE.test(text)) return undefined
  const time = timeAt(text, DATE.lastIndex)
  if (time === undefined) return undefined
  HALF_OF_DAY.lastIndex = time.next
  return HALF_OF_DAY.test(text) ? { ...time, next: HALF_OF_DAY.lastIndex } : time
}

/** `1. Name`, `12) Name`, `12  Name`; not `10:30`, and not `1-jo`. */
function behindNumber(text: string, at: number, end: number): number {
  let next = at + 1
  while (next < at + MOST_DIGITS && isDigit(text.charCodeAt(next))) next += 1
  const mark = text.charCodeAt(next)
  if (mark === DOT || mark === CLOSE_ROUND) next += 1
  return isBlank(text.charCodeAt(next)) ? skipBlanks(text, next, end) : at
}

const BULLETS = '-–—*+•·▪◦'
const MOST_DIGITS = 4
const CLOSE_ROUND = 41
const DOT = 46
const GREATER = 62
/** `12/05/2024, `, `12.05.24 `, `2024-05-12 `. */
const DATE =
  /(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}),?[ \u00a0\u202f]+/uy
/** ` PM`, `am`, ` p.m.`. */
const HALF_OF_DAY = /[ \u00a0\u202f]?[ap]\.?m\b\.?/iuy
