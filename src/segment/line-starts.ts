/**
 * What the beginning of a line says about it: prose, or a line that stands for itself.
 *
 * Headings, table rows and rules are whole lines: nothing before or after them on another line
 * belongs to the same sentence. Items and block quotes begin something new and may go on.
 */

import { BREAK, classAt, DIGIT, isLetterClass, isWhiteClass, WHITE } from './character-classes.ts'

export const PROSE = 0
/** `> She wrote to me` */
export const BLOCK_QUOTE = 1
/** `- one`, `* one`, `• one`, `1) one`, `(a) one`, `a) one` */
export const ITEM = 2
/** `12. one`: an item, or wrapped prose that happens to have a number here. */
export const NUMBERED_ITEM = 3
/** The first kind that is a whole line: `## Contact` */
export const HEADING = 4
/** `| one | two |` */
export const TABLE_ROW = 5
/** `---`, `***`, `======`, a fence of backticks or colons, a quote mark with nothing after it. */
export const RULE = 6

const HASH = 0x23
const GREATER = 0x3e
const PIPE = 0x7c
const OPEN_ROUND = 0x28
const CLOSE_ROUND = 0x29
const FULL_STOP = 0x2e
const BACKTICK = 0x60
const COLON = 0x3a
const BULLETS = new Set(Array.from('-*+•◦▪▫‣·●○', (bullet) => bullet.charCodeAt(0)))
const RULE_MARKS = new Set(Array.from('-*_=~`:', (mark) => mark.charCodeAt(0)))
const LONGEST_NUMBER = 3

/** The kind of the line whose first character other than white space is at `at`. */
export function lineKind(codes: Uint16Array, at: number, end: number): number {
  const code = codes[at] ?? 0
  if (isLetterClass(classAt(codes, at))) return labelKind(codes, at, end)
  if (code === GREATER) return insideBlockQuote(codes, at, end)
  if (code === PIPE) return TABLE_ROW
  if (code === HASH && isHeading(codes, at, end)) return HEADING
  if (RULE_MARKS.has(code) && isRule(codes, at, end)) return RULE
  if (BULLETS.has(code)) return isWhiteAt(codes, at + 1, end) ? ITEM : PROSE
  return labelKind(codes, at, end)
}

/** Whether a line of this kind shares no sentence with its neighbours. */
export function isWholeLine(kind: number): boolean {
  return kind >= HEADING
}

/** The number of an item such as `12. one`; 0 where there is none. */
export function itemNumber(codes: Uint16Array, at: number, end: number): number {
  let value = 0
  for (let i = at; i < end && i < at + LONGEST_NUMBER; i += 1) {
    const digit = (codes[i] ?? 0) - 0x30
    if (digit < 0 || digit > 9) break
    value = 10 * value + digit
  }
  return value
}

/** What follows the marks of a block quote decides: `> - one` is an item. */
function insideBlockQuote(codes: Uint16Array, at: number, end: number): number {
  let i = at
  while (i < end && (codes[i] === GREATER || classAt(codes, i) === WHITE)) i += 1
  if (i >= end || classAt(codes, i) === BREAK) return RULE
  const inner = lineKind(codes, i, end)
  return inner === PROSE ? BLOCK_QUOTE : inner
}

function isHeading(codes: Uint16Array, at: number, end: number): boolean {
  let i = at
  while (i < end && codes[i] === HASH) i += 1
  return i - at <= 6 && isWhiteAt(codes, i, end)
}

/** At least three marks of one kind and nothing else, or a fence with words after it. */
function isRule(codes: Uint16Array, at: number, end: number): boolean {
  const mark = codes[at]
  let marks = 0
  let i = at
  while (i < end && (codes[i] === mark || classAt(codes, i) === WHITE)) {
    if (codes[i] === mark) marks += 1
    i += 1
  }
  if (marks < 3) return false
  return i >= end || classAt(codes, i) === BREAK || mark === BACKTICK || mark === COLON
}

/** `1) `, `(a) `, `iv) ` are items; `12. ` may be one. */
function labelKind(codes: Uint16Array, at: number, end: number): number {
  const opened = codes[at] === OPEN_ROUND
  const from = opened ? at + 1 : at
  const to = endOfLabel(codes, from, end)
  if (to === from || !isWhiteAt(codes, to + 1, end)) return PROSE
  if (codes[to] === CLOSE_ROUND) return ITEM
  const isNumber = classAt(codes, from) === DIGIT
  return codes[to] === FULL_STOP && isNumber && !opened ? NUMBERED_ITEM : PROSE
}

const ROMAN = new Set(Array.from('ivxIVX', (letter) => letter.charCodeAt(0)))

/** After up to three digits, one letter, or up to four of the small Roman numerals. */
function endOfLabel(codes: Uint16Array, from: number, end: number): number {
  let i = from
  while (i < end && i < from + LONGEST_NUMBER && classAt(codes, i) === DIGIT) i += 1
  if (i > from) return i
  while (i < end && i < from + 4 && ROMAN.has(codes[i] ?? 0)) i += 1
  if (i > from) return i
  return from < end && isLetterClass(classAt(codes, from)) ? from + 1 : from
}

function isWhiteAt(codes: Uint16Array, at: number, end: number): boolean {
  return at < end && isWhiteClass(classAt(codes, at))
}
