import type { DateStyle } from './workbook-parts.ts'

/**
 * The date that a number in a spreadsheet stands for, as `2026-06-01`, `2026-06-01 10:02` or `10:02`;
 * the number as it is where no calendar has such a day. Days are counted from 1900 with a 29 February
 * that never was (ECMA-376, part 1, 18.17.4.1), or from 1904.
 */
export function dateText(
  serial: number,
  style: Exclude<DateStyle, undefined>,
  from1904: boolean,
): string {
  if (!(serial >= 0 && serial < LAST_DAY)) return String(serial)
  const seconds = Math.round(serial * DAY_SECONDS)
  const days = Math.floor(seconds / DAY_SECONDS)
  const ofDay = new Date(1000 * (seconds % DAY_SECONDS)).toISOString()
  const time = ofDay.slice(11, ofDay.endsWith(':00.000Z') ? 16 : 19)
  if (style === 'time' && days === 0) return time
  const leap = !from1904 && days < 60 ? 1 : 0
  const day = days + leap - (from1904 ? DAYS_TO_1904 : DAYS_TO_1900)
  const date = new Date(1000 * DAY_SECONDS * day).toISOString().slice(0, 10)
  return style === 'date' && seconds % DAY_SECONDS === 0 ? date : `${date} ${time}`
}

const DAY_SECONDS = 24 * 60 * 60
/** 31 December 9999. */
const LAST_DAY = 2_958_466
/** From 30 December 1899, and from 1 January 1904, to 1 January 1970. */
const DAYS_TO_1900 = 25_569
const DAYS_TO_1904 = 24_107
