/**
 * Whether the word before a full stop lets the sentence go on: `Mr.`, `e.g.`, `J.`, `1.`
 */

import {
  ABBREVIATIONS,
  AFTER_CLOCK,
  BEFORE_INITIALS,
  CAPITAL_TITLE,
  CLOCK,
  DATE,
  LEADING,
  LETTER_WORD,
  LONGEST_ABBREVIATION,
  NUMBERED,
  OPENERS,
  PRONOUNS,
  ROMAN_LABELS,
  TITLE,
  TRAILING,
} from './abbreviations.ts'
import {
  classAt,
  DIGIT,
  isLetterClass,
  isWordClass,
  LOWER,
  UPPER,
  WHITE,
} from './character-classes.ts'
import { firstWordOf, isCasual, type Reading } from './reading.ts'
import { endOfLetters, keyOf } from './word-keys.ts'

/** The word is a word like others and has no say. */
export const NO_SAY = 0
export const ENDS = 1
export const GOES_ON = 2

/** What the word that has been read before the stop says of it. */
export function verdictOnWord(reading: Reading): number {
  const { word } = reading
  if (word.letters === 0) return NO_SAY
  if (isLabel(reading) || isInlineLabel(reading)) return GOES_ON
  if (word.hasDigits || isJoined(reading)) return NO_SAY
  if (word.letters <= LONGEST_ABBREVIATION) {
    const verdict = verdictOnListed(reading)
    if (verdict !== NO_SAY) return verdict
  }
  if (word.hasDots) return word.longest <= 2 ? verdictOnLetters(reading) : NO_SAY
  return word.letters === 1 ? verdictOnInitial(reading) : NO_SAY
}

/** Whether the word at a position, capitalised, opens a sentence: `The`, `I'm`; not the `I.` of a name. */
export function opensSentence(reading: Reading, at: number): boolean {
  const { codes, end } = reading
  const to = endOfLetters(codes, at, end)
  if (to - at === 1 && to < end && codes[to] === FULL_STOP) return false
  return OPENERS.has(keyOf(codes, at, to))
}

const FULL_STOP = 0x2e
const COMMA = 0x2c
const COLON = 0x3a
const SEMICOLON = 0x3b
const LETTER_I = 9
const CURRENCIES = new Set(Array.from('£$€¥#~', (sign) => sign.charCodeAt(0)))
const APOSTROPHES_AND_JOINS = new Set(Array.from("'’-‐@/\\_:", (mark) => mark.charCodeAt(0)))

/** `1.`, `1.2.`, `a.`, `iv.` at the very beginning of a sentence. */
function isLabel(reading: Reading): boolean {
  const { word } = reading
  if (firstWordOf(reading, reading.stop.at) !== word.start) return false
  if (word.hasDigits) return word.longest <= 3
  return word.letters === 1 || ROMAN_LABELS.has(word.key)
}

/** `1.` and `2.` in `Three things: 1. time, 2. trust`. */
function isInlineLabel(reading: Reading): boolean {
  const { codes, stop, word } = reading
  if (!word.hasDigits || word.hasDots || word.letters > 2) return false
  if (classAt(codes, word.start - 1) !== WHITE) return false
  const before = codes[word.start - 2]
  if (before === COLON) return true
  return (before === COMMA || before === SEMICOLON) && stop.nextKind === LOWER && !isCasual(reading)
}

/** `Sarah's.`, `care-co.`: the letters before the stop are the end of a longer word. */
function isJoined(reading: Reading): boolean {
  const { word, codes, sentence } = reading
  return word.start > sentence && APOSTROPHES_AND_JOINS.has(codes[word.start - 1] ?? 0)
}

function verdictOnListed(reading: Reading): number {
  const { word, stop, codes } = reading
  switch (ABBREVIATIONS.get(word.key)) {
    case TITLE:
      return verdictOnTitle(reading)
    case CAPITAL_TITLE:
      return classAt(codes, word.start) === UPPER ? verdictOnTitle(reading) : NO_SAY
    case LEADING:
      return GOES_ON
    case NUMBERED:
      return isBeforeNumber(reading) ? GOES_ON : NO_SAY
    case DATE:
      return stop.nextKind === DIGIT && classAt(codes, word.start) === UPPER ? GOES_ON : NO_SAY
    case TRAILING:
      return verdictOnTrailing(reading)
    case CLOCK:
      return word.hasDots ? verdictOnClock(reading) : NO_SAY
    case LETTER_WORD:
      if (classAt(codes, word.start) === UPPER) return NO_SAY
      return opensIfCapital(reading) ? ENDS : GOES_ON
    default:
      return NO_SAY
  }
}

/** `Dr. Hall` goes on; `Church St. The`, `the dr. he` end. */
function verdictOnTitle(reading: Reading): number {
  const { stop } = reading
  if (stop.nextKind === UPPER) return opensSentence(reading, stop.next) ? ENDS : GOES_ON
  return stop.nextKind === LOWER && isBeforePronoun(reading) ? ENDS : GOES_ON
}

/** `9 a.m. Monday` goes on, `9 a.m. Then` ends. */
function verdictOnClock(reading: Reading): number {
  const { stop } = reading
  if (stop.nextKind === UPPER) return AFTER_CLOCK.has(nextKey(reading)) ? GOES_ON : ENDS
  return endsBeforeSmall(reading)
}

function verdictOnTrailing(reading: Reading): number {
  const { nextKind } = reading.stop
  return nextKind === UPPER || nextKind === DIGIT ? ENDS : endsBeforeSmall(reading)
}

/** `the U.K. Government` goes on; `the U.K. They` ends. */
function verdictOnLetters(reading: Reading): number {
  const { stop } = reading
  if (stop.nextKind === UPPER) return opensSentence(reading, stop.next) ? ENDS : GOES_ON
  return endsBeforeSmall(reading)
}

/** `J. Marsh`, `Ellie B. said` go on; `plan B. We`, `it was I. Then` end. */
function verdictOnInitial(reading: Reading): number {
  const { codes, word, stop } = reading
  const before = reading.word.start - 1
  if (codes[before - 1] === FULL_STOP && isLetterClass(classAt(codes, before - 2))) {
    return verdictOnLetters(reading)
  }
  const isCapital = classAt(codes, word.start) === UPPER
  if (!isCapital || stop.nextKind === DIGIT || followsThing(reading)) return ENDS
  if (stop.nextKind === LOWER) return isBeforePronoun(reading) ? ENDS : GOES_ON
  if (word.key === LETTER_I && !isInitial(reading, stop.next)) return ENDS
  return opensIfCapital(reading) ? ENDS : GOES_ON
}

/** `plan B.`, `vitamin C.`: a small word that introduces no name stands before the letter. */
function followsThing(reading: Reading): boolean {
  const { codes, word, sentence } = reading
  const end = word.start - 1
  if (classAt(codes, end) !== WHITE) return false
  let start = end
  while (start > sentence && end - start < 11 && classAt(codes, start - 1) === LOWER) start -= 1
  if (start === end || (start > sentence && isWordClass(classAt(codes, start - 1)))) return false
  return !BEFORE_INITIALS.has(keyOf(codes, start, end))
}

function isInitial(reading: Reading, at: number): boolean {
  const isFollowed = at + 1 < reading.end && reading.codes[at + 1] === FULL_STOP
  return isFollowed && classAt(reading.codes, at) === UPPER
}

function opensIfCapital(reading: Reading): boolean {
  const { stop } = reading
  return stop.nextKind === UPPER && opensSentence(reading, stop.next)
}

/** Before a small letter a short form goes on, unless the writer uses no capitals: `etc. they`. */
function endsBeforeSmall(reading: Reading): number {
  if (reading.stop.nextKind !== LOWER) return GOES_ON
  return isCasual(reading) && isBeforePronoun(reading) ? ENDS : GOES_ON
}

function isBeforePronoun(reading: Reading): boolean {
  return PRONOUNS.has(nextKey(reading))
}

function isBeforeNumber(reading: Reading): boolean {
  const { stop, codes } = reading
  return stop.nextKind === DIGIT || CURRENCIES.has(codes[stop.next] ?? 0)
}

function nextKey(reading: Reading): number {
  const { codes, stop, end } = reading
  return keyOf(codes, stop.next, endOfLetters(codes, stop.next, end))
}
