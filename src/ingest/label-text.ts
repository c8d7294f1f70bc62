/** The words of a speaker label at a place in a text: letters, digits and a few marks. */
import { isBlank, skipBlanks, trimBlanks } from './lines.ts'
import { isDigit, type TimeMark, timeAt } from './times.ts'

/** Longer than this, it is no label. In UTF-16 code units. */
export const LONGEST_LABEL = 60
const LONGEST_DETAILS = 60
/** Seven words: "Young Person A from the north group". */
const MOST_SPACES = 6

/** A label, its details in brackets, and where the line goes on. */
export interface Label {
  readonly label: string
  /** Without the brackets: `female, 15`, `via interpreter`; empty if there are none. */
  readonly details: string
  /** The first position behind the label and its details; blanks may follow. */
  readonly next: number
}

/**
 * The label that begins at `at` and ends before `limit`: up to the first character that no label
 * has, or up to a clock time behind a blank.
 */
export function labelAt(text: string, at: number, limit: number): Label | undefined {
  const stop = labelStop(text, at, Math.min(limit, at + LONGEST_LABEL + 1))
  const end = trimBlanks(text, at, stop)
  if (end === at || end - at > LONGEST_LABEL) return undefined
  const label = text.slice(at, end)
  const open = skipBlanks(text, stop, limit)
  const bracket = open < limit ? text.charCodeAt(open) : 0
  const bare = { label, details: '', next: end }
  if (bracket !== OPEN_ROUND && bracket !== OPEN_SQUARE) return bare
  if (bracketedTimeAt(text, open, limit) !== undefined) return bare
  const close = closingBracket(text, open, limit)
  // Square brackets hold notes too: they are details only right before the colon.
  if (bracket === OPEN_SQUARE && !isBeforeColon(text, close)) return bare
  if (close === -1) return undefined
  return { label, details: text.slice(open + 1, close).trim(), next: close + 1 }
}

function isBeforeColon(text: string, close: number): boolean {
  return close !== -1 && text.charCodeAt(close + 1) === COLON
}

/** A time in brackets that closes before `limit`: `[0:00]`, `(00:00:05)`. */
export function bracketedTimeAt(text: string, at: number, limit: number): TimeMark | undefined {
  const open = text.charCodeAt(at)
  if ((open !== OPEN_SQUARE && open !== OPEN_ROUND) || at >= limit) return undefined
  const time = timeAt(text, at + 1)
  if (time === undefined || time.next >= limit) return undefined
  const close = open === OPEN_SQUARE ? CLOSE_SQUARE : CLOSE_ROUND
  return text.charCodeAt(time.next) === close ? { ...time, next: time.next + 1 } : undefined
}

/**
 * The first dash with blanks around it, near enough to stand behind a label that begins at `at` with
 * a capital; -1 if there is none. Every line is asked, so this is a plain loop: to search for a dash would find
 * its high byte in every blank.
 */
export function labelDash(text: string, at: number, end: number): number {
  if (!isUpper(text.charCodeAt(at))) return -1
  const limit = Math.min(end - 2, at + LONGEST_BEFORE_DASH)
  let words = 0
  for (let i = at + 1; i < limit; i += 1) {
    if (text.charCodeAt(i) !== SPACE) continue
    const code = text.charCodeAt(i + 1)
    const isDash = code === HYPHEN || code === EN_DASH || code === EM_DASH
    if (isDash && isBlank(text.charCodeAt(i + 2))) return i + 1
    words += 1
    if (words === MOST_WORDS_BEFORE_DASH) return -1
  }
  return -1
}

function labelStop(text: string, at: number, limit: number): number {
  let spaces = 0
  for (let i = at; i < limit; i += 1) {
    const code = text.charCodeAt(i)
    if (isLetter(code)) continue
    if (code === 32) {
      spaces += 1
      if (spaces > MOST_SPACES && text.charCodeAt(i - 1) !== 32) return i
    } else if (isDigit(code)) {
      if (i > at && isBlank(text.charCodeAt(i - 1)) && timeAt(text, i) !== undefined) return i
    } else if (!isLabelCode(text, i, code)) return i
  }
  return limit
}

/** Letters and `' ’ , - – _ & / # + @`; a full stop in `Dr.` and `J.` only. */
function isLabelCode(text: string, at: number, code: number): boolean {
  if (code === 46) return isAbbreviationDot(text, at)
  if (code < 128) return LABEL_MARKS.includes(String.fromCharCode(code))
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7
  return code > 0x303f || code === 0x2019 || code === 0x2013
}

/** `Dr. Smith`, `J. K.`; not `Q. Anything`, and not the end of a sentence. */
function isAbbreviationDot(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < 4 && isLetter(text.charCodeAt(start - 1))) start -= 1
  const length = at - start
  if (length === 0 || length > 3 || !isUpper(text.charCodeAt(start))) return false
  return length > 1 || !'QA'.includes(text.charAt(start))
}

function closingBracket(text: string, open: number, limit: number): number {
  const last = Math.min(limit, open + LONGEST_DETAILS)
  const closing = text.charCodeAt(open) === OPEN_ROUND ? CLOSE_ROUND : CLOSE_SQUARE
  for (let i = open + 1; i < last; i += 1) if (text.charCodeAt(i) === closing) return i
  return -1
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || isUpper(code)
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90
}

/** UTF-16 code units. */
const LONGEST_BEFORE_DASH = 30
/** "Young Person A –", "Social worker for Jo –". */
const MOST_WORDS_BEFORE_DASH = 4
const SPACE = 32
const HYPHEN = 45
const EN_DASH = 0x2013
const EM_DASH = 0x2014
const LABEL_MARKS = "',-_&/#+@"
const COLON = 58
const OPEN_ROUND = 40
const CLOSE_ROUND = 41
const OPEN_SQUARE = 91
const CLOSE_SQUARE = 93
