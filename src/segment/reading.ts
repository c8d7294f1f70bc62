/** The state of reading one turn: made once a turn, written over at every stop. */

import type { LineBreaks, Span } from '../types.ts'
import { classAt, isWordClass, LOWER } from './character-classes.ts'
import { type LineReading, startLines } from './line-reading.ts'
import type { LastWord } from './word-keys.ts'

/** The stop being weighed, and what follows it. All are positions but the kinds. */
export interface Stop {
  at: number
  /** What the run of stops amounts to: `FULL_STOP` … `ALWAYS`. */
  kind: number
  /** After the last of its stops. */
  stops: number
  /** After its closing quotes and brackets. */
  closed: number
  /** The next word or number, openers passed over; or whatever else is next. */
  next: number
  /** The class of what is at `next`. */
  nextKind: number
}

export interface Reading {
  readonly codes: Uint16Array
  /** The turn. */
  readonly start: number
  readonly end: number
  readonly lineBreaks: LineBreaks
  /** Where the sentence being read begins. */
  sentence: number
  /** Its first letter or digit; -1 while none was found before `searched`. */
  firstWord: number
  searched: number
  readonly lines: LineReading
  /** The word before the stop being weighed. */
  readonly word: LastWord
  readonly stop: Stop
}

/** A reading that stands at the beginning of a turn. */
export function startReading(codes: Uint16Array, span: Span, lineBreaks: LineBreaks): Reading {
  return {
    codes,
    start: span.start,
    end: span.end,
    lineBreaks,
    sentence: span.start,
    firstWord: -1,
    searched: span.start,
    lines: startLines(span.end),
    word: { start: 0, key: 0, letters: 0, longest: 0, hasDots: false, hasDigits: false },
    stop: { at: 0, kind: 0, stops: 0, closed: 0, next: 0, nextKind: 0 },
  }
}

/** Begins a sentence at a position. */
export function beginSentence(reading: Reading, at: number): void {
  reading.sentence = at
  reading.firstWord = -1
  reading.searched = at
}

/** The first letter or digit of the sentence before `limit`; -1 if there is none. */
export function firstWordOf(reading: Reading, limit: number): number {
  if (reading.firstWord >= 0) return reading.firstWord
  const { codes } = reading
  let i = reading.searched
  while (i < limit && !isWordClass(classAt(codes, i))) i += 1
  reading.searched = i
  if (i < limit) reading.firstWord = i
  return reading.firstWord
}

/** Whether the sentence begins with a small letter, as in hasty writing without capitals. */
export function isCasual(reading: Reading): boolean {
  return classAt(reading.codes, reading.firstWord) === LOWER
}
