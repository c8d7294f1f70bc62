/** Times as they stand in a cell of a transcript. */

/** A stretch of time, as written but for brackets. */
export interface CellTimes {
  readonly start: string | undefined
  readonly end: string | undefined
}

/** `0:00.0 - 0:05.3`, `#00:00:02.0#`, `[00:00:02]/[00:00:05]`, `75-80`. */
export function cellTimes(written: string): CellTimes {
  const times = written.replace(BRACKETS, '').trim().split(BETWEEN)
  const [start, end] = times
  if (times.length > 2 || !times.every((time) => TIME.test(time))) return NO_TIMES
  return { start, end }
}

/** Whether a cell holds a time or a stretch of time, and nothing else. */
export function isCellTime(written: string): boolean {
  return cellTimes(written).start !== undefined
}

const NO_TIMES: CellTimes = { start: undefined, end: undefined }
const BRACKETS = /[[\]()#{}]/gu
/** " - ", "/", " --> ". */
const BETWEEN = /\s*(?:-->|[-–—/→])\s*/u
/** "00:00:05.120", "0:05,3", "75", "1:6", "5.12", "00:00:01:21" with hundredths or frames. */
const TIME = /^\d{1,9}(?::\d{1,3}){0,3}(?:[.,;]\d{1,6})?$/u
