/**
 * Brackets after a stop: `Hard. [laughs]` belongs to the sentence before, `Hard. [Name] came` and
 * `Hard. (She never said why.)` do not.
 */

import { NOISES, PLACEHOLDERS } from './abbreviations.ts'
import {
  BREAK,
  classAt,
  DIGIT,
  DOT,
  isLetterClass,
  isWhiteClass,
  LOWER,
  STRONG,
  WHITE,
} from './character-classes.ts'
import { endOfLetters, keyOf } from './word-keys.ts'

const OPEN_ROUND = 0x28
const CLOSE_ROUND = 0x29
const OPEN_SQUARE = 0x5b
const CLOSE_SQUARE = 0x5d
const JOINS = new Set([0x27, 0x2019, 0x2c])
const LONGEST_MARK = 60
const LONGEST_LINK = 200

/** Whether a code unit opens a round or square bracket. */
export function opensBracket(code: number | undefined): boolean {
  return code === OPEN_ROUND || code === OPEN_SQUARE
}

/** The end of the mark that opens at `at` and belongs to the sentence before it; `at` if none does. */
export function endOfMark(codes: Uint16Array, at: number, end: number): number {
  const close = closingBracket(codes, at, end)
  if (close === at) return at
  const key = keyOf(codes, at + 1, endOfLetters(codes, at + 1, close))
  const hasStop = classAt(codes, close + 1) >= DOT && close + 1 < end
  if (NOISES.has(key)) return hasStop ? close + 2 : close + 1
  const isRound = codes[at] === OPEN_ROUND
  if (hasStop || isStopBefore(codes, close) || (isRound && isItemLabel(codes, at + 1, close)))
    return at
  const next = nextOnLine(codes, close + 1, end)
  if (next === end || classAt(codes, next) === BREAK) return close + 1
  return PLACEHOLDERS.has(key) || continuesPhrase(codes, next) ? at : close + 1
}

/** `[Name] was`, `[Name]'s`, `[Name], who`: what is in the brackets is part of what follows. */
function continuesPhrase(codes: Uint16Array, at: number): boolean {
  return classAt(codes, at) === LOWER || JOINS.has(codes[at] ?? 0)
}

/** The end of a link's address right after its text, `](https://…)`; `at` if there is none. */
export function endOfLinkTarget(codes: Uint16Array, at: number, end: number): number {
  if (codes[at] !== OPEN_ROUND || codes[at - 1] !== CLOSE_SQUARE) return at
  const limit = Math.min(end, at + LONGEST_LINK)
  for (let i = at + 1; i < limit; i += 1) {
    if (codes[i] === CLOSE_ROUND) return i + 1
    if (isWhiteClass(classAt(codes, i))) return at
  }
  return at
}

/** Where the bracket that opens at `at` closes on the same line, nothing nested; `at` if nowhere. */
function closingBracket(codes: Uint16Array, at: number, end: number): number {
  const closer = codes[at] === OPEN_ROUND ? CLOSE_ROUND : CLOSE_SQUARE
  const limit = Math.min(end, at + LONGEST_MARK)
  for (let i = at + 1; i < limit; i += 1) {
    if (codes[i] === closer) return i
    if (opensBracket(codes[i]) || classAt(codes, i) === BREAK) return at
  }
  return at
}

/** `(See the plan.)` is a sentence of its own; `[Leeds?]` and `[?]` are doubts of the transcriber. */
function isStopBefore(codes: Uint16Array, close: number): boolean {
  const kind = classAt(codes, close - 1)
  return kind === DOT || (kind === STRONG && codes[close] === CLOSE_ROUND)
}

/** `(1)`, `(a)`: a label of what follows. */
function isItemLabel(codes: Uint16Array, start: number, close: number): boolean {
  const kind = classAt(codes, start)
  if (close - start === 1) return isLetterClass(kind) || kind === DIGIT
  return close - start === 2 && kind === DIGIT && classAt(codes, start + 1) === DIGIT
}

function nextOnLine(codes: Uint16Array, from: number, end: number): number {
  let i = from
  while (i < end && classAt(codes, i) === WHITE) i += 1
  return i
}
