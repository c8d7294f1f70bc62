import type { Span } from '../types.ts'

/** A time or a range of times as written, and where the text goes on behind it. */
export interface TimeMark {
  readonly from: Span
  readonly to: Span | undefined
  readonly next: number
}

/** The time that begins exactly at `at`: `0:00`, `1:02:09`, `00:00:05.3`, `0:05 - 0:09`. */
export function timeAt(text: string, at: number): TimeMark | undefined {
  const first = clockEnd(text, at)
  if (first === -1) return undefined
  const from = { start: at, end: first }
  RANGE_DASH.lastIndex = first
  const second = RANGE_DASH.test(text) ? RANGE_DASH.lastIndex : -1
  const end = second === -1 ? -1 : clockEnd(text, second)
  if (end === -1) return { from, to: undefined, next: first }
  return { from, to: { start: second, end }, next: end }
}

function clockEnd(text: string, at: number): number {
  if (!isDigit(text.charCodeAt(at))) return -1
  CLOCK.lastIndex = at
  return CLOCK.test(text) ? CLOCK.lastIndex : -1
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** `0:00`, `1:02:09`, `00:00:05.3`, `10:03:42:12` (frames), `0:0:1.510` (unpadded). */
const CLOCK = /(?:\d{1,3}:\d{2}(?::\d{2}){0,2}|\d{1,2}:\d{1,2}:\d{1,2})(?:[.,]\d{1,3})?(?![\d:])/uy
/** ` - ` or ` --> ` between two times, with no line break. */
const RANGE_DASH = /[ \t]*(?:-->|-|–|—|→|\/)[ \t]*/uy
