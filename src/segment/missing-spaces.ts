/**
 * Stops with no space after them: `again.Then` and `home.”Then` end, `2.30`, `voices.org` and
 * `file.Rmd` do not.
 */

import { NO_SAY, verdictOnWord } from './abbreviation-verdicts.ts'
import { ADDRESS_ENDS, HASTY_OPENERS } from './abbreviations.ts'
import {
  classAt,
  DIGIT,
  isLetterClass,
  isWhiteClass,
  isWordClass,
  LETTER,
  LOWER,
  OPEN,
  QUOTE,
  UPPER,
} from './character-classes.ts'
import type { Reading } from './reading.ts'
import { ALWAYS, DOTS, FULL_STOP } from './sentence-tails.ts'
import { endOfLetters, keyOf, readLastWord } from './word-keys.ts'

const LETTER_A = 1
const LETTER_I = 9

/** Whether the stop being weighed ends a sentence although something is joined to it. */
export function endsWithoutSpace(reading: Reading): boolean {
  const { codes, stop } = reading
  const joined = classAt(codes, stop.closed)
  if (stop.kind === ALWAYS) return joined !== DIGIT
  if (joined === LETTER) return classAt(codes, stop.at - 1) === LETTER
  if (stop.nextKind === LOWER)
    return joined === LOWER && isHastyStart(reading) && isPlainWord(reading)
  if (stop.nextKind !== UPPER || !isWordStart(reading)) return false
  if (stop.closed > stop.stops) return true
  if (stop.kind === DOTS) return !isI(reading)
  return isPlainWord(reading) && (joined !== UPPER || !isAddress(reading))
}

/** `Then`, `I `, `A `, `I'm`: a word of a sentence, and no `JS` or `R2`. */
function isWordStart(reading: Reading): boolean {
  const { codes, stop } = reading
  if (stop.next + 1 < reading.end && classAt(codes, stop.next + 1) === LOWER) return true
  const key = keyOf(codes, stop.next, stop.next + 1)
  return (key === LETTER_A || key === LETTER_I) && isBreakOfWord(reading, stop.next + 1)
}

function isI(reading: Reading): boolean {
  const { codes, stop } = reading
  const to = endOfLetters(codes, stop.next, reading.end)
  return keyOf(codes, stop.next, to) === LETTER_I
}

/** A word of two letters or more before the stop, no abbreviation and no part of an address; or space. */
function isPlainWord(reading: Reading): boolean {
  const { codes, stop, sentence, word } = reading
  readLastWord(codes, sentence, stop.at, word)
  if (word.letters === 0) return isWhiteClass(classAt(codes, stop.at - 1))
  if (word.letters < 2 || word.hasDots || !isPlainBefore(reading)) return false
  if (word.hasDigits && isLetterClass(classAt(codes, word.start))) return false
  return verdictOnWord(reading) === NO_SAY
}

/** `care_plan.Rmd` is no sentence: what joins words in names of files stands before its last word. */
function isPlainBefore(reading: Reading): boolean {
  const { codes, word, sentence } = reading
  const before = word.start - 1
  if (before < sentence || isJoin(codes[before])) return true
  const kind = classAt(codes, before)
  if (kind === QUOTE) return before === sentence || !isWordClass(classAt(codes, before - 1))
  return isWhiteClass(kind) || kind === OPEN
}

/** Apostrophes and hyphens, which join words in sentences, too. */
function isJoin(code: number | undefined): boolean {
  return code === 0x2d || code === 0x2019 || code === 0x27 || code === 0x2c || code === 0xa3
}

/** `Example.Com`, `Notes.Final.docx`, `Jo.Bell@` */
function isAddress(reading: Reading): boolean {
  const { codes, end, stop } = reading
  const to = endOfLetters(codes, stop.next, end)
  if (ADDRESS_ENDS.has(keyOf(codes, stop.next, to))) return true
  if (to + 1 >= end) return false
  const code = codes[to] ?? 0
  if (code === 0x40 || code === 0x2f || code === 0x5f || code === 0x28) return true
  return code === 0x2e && isWordClass(classAt(codes, to + 1)) && classAt(codes, to + 1) !== UPPER
}

/** `again.then i`: hasty writing, no address. */
function isHastyStart(reading: Reading): boolean {
  const { codes, end, stop } = reading
  if (stop.kind !== FULL_STOP || stop.closed > stop.stops) return false
  const to = endOfLetters(codes, stop.next, end)
  return HASTY_OPENERS.has(keyOf(codes, stop.next, to)) && isBreakOfWord(reading, to)
}

/** White space, an apostrophe or the end: the word is whole. */
function isBreakOfWord(reading: Reading, at: number): boolean {
  const { codes, end } = reading
  const code = codes[at]
  return at >= end || isWhiteClass(classAt(codes, at)) || code === 0x27 || code === 0x2019
}
