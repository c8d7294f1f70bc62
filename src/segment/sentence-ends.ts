/**
 * Whether a sentence ends at a stop.
 *
 * A stop is weighed with what stands before it (an abbreviation, an initial, a list number) and
 * after it (a capital, a small letter, a number, a reporting verb). Where both are possible, the
 * writer's own use decides: who began the sentence with a small letter ends it before one, too.
 */

import { ENDS, NO_SAY, verdictOnWord } from './abbreviation-verdicts.ts'
import { BEFORE_HESITATION, OPENERS, REPORTING } from './abbreviations.ts'
import {
  classAt,
  DOT,
  isWhiteClass,
  isWordClass,
  LETTER,
  LOWER,
  OPEN,
  OTHER,
  QUOTE,
  STRONG,
  UPPER,
} from './character-classes.ts'
import { endsWithoutSpace } from './missing-spaces.ts'
import { firstWordOf, isCasual, type Reading } from './reading.ts'
import {
  ALWAYS,
  DOTS,
  EXCLAMATION,
  endOfClosers,
  endOfStops,
  endOfTail,
  FULL_STOP,
  kindOfStops,
} from './sentence-tails.ts'
import { endOfLetters, keyOf, readLastWord } from './word-keys.ts'

const SPACE = 0x20
const HYPHEN = 0x2d
const CLOSE_SQUARE = 0x5d
const OPEN_SQUARE = 0x5b
const GREATER = 0x3e
const LETTER_I = 9

/**
 * Weighs the stop at a position. A position is where the sentence ends, half-open; the complement
 * of one (`~position`) says that it goes on, and that there is nothing to weigh before there.
 */
export function weighStop(reading: Reading, at: number): number {
  if (firstWordOf(reading, at) < 0) return ~endOfStops(reading.codes, at, reading.end)
  if (!isPlainStop(reading, at)) return weighWithTail(reading, at)
  return endsBeforeSpace(reading) ? at + 1 : ~(at + 1)
}

/** Most stops are one mark, one space and a word; nothing more needs to be looked at then. */
function isPlainStop({ codes, end, stop }: Reading, at: number): boolean {
  if (at + 2 >= end || codes[at + 1] !== SPACE) return false
  const nextKind = classAt(codes, at + 2)
  if (!isWordClass(nextKind)) return false
  const kind = classAt(codes, at)
  if (kind !== DOT && kind !== STRONG) return false
  stop.at = at
  stop.kind = kind === DOT ? FULL_STOP : EXCLAMATION
  stop.stops = at + 1
  stop.closed = at + 1
  stop.next = at + 2
  stop.nextKind = nextKind
  return true
}

function weighWithTail(reading: Reading, at: number): number {
  const { codes, end, stop } = reading
  stop.at = at
  stop.stops = endOfStops(codes, at, end)
  stop.closed = endOfHyphens(codes, endOfClosers(codes, stop.stops, end), end)
  if (stop.closed > stop.stops && classAt(codes, stop.closed - 1) >= DOT) {
    return weighWithTail(reading, stop.closed - 1)
  }
  stop.kind = kindOfStops(codes, at, stop.stops)
  const tail = endOfTail(codes, stop.closed, end)
  readNext(reading, tail)
  if (stop.next >= end) return tail
  const isApart = tail > stop.closed || isWhiteClass(classAt(codes, tail))
  const ends = isApart ? endsBeforeSpace(reading) : endsWithoutSpace(reading)
  return ends ? tail : ~tail
}

/** `Okay.---It's like`: the dashes of a cut belong to what is cut off. */
function endOfHyphens(codes: Uint16Array, at: number, end: number): number {
  let i = at
  while (i < end && codes[i] === HYPHEN) i += 1
  return i - at > 1 ? i : at
}

const MOST_OPENERS = 8

/**
 * Finds the next word, passing over white space, opening quotes and brackets and the marks of a block
 * quote. A square bracket is not passed over: whether `[name]` has a capital says nothing.
 */
function readNext(reading: Reading, from: number): void {
  const { codes, end, stop } = reading
  let i = skipWhite(codes, from, end)
  if (i > from && codes[i] === GREATER) i = skipWhite(codes, i + 1, end)
  const limit = Math.min(end, i + MOST_OPENERS)
  while (i < limit && isOpener(codes, i)) i += 1
  stop.next = i
  stop.nextKind = i < end ? classAt(codes, i) : OTHER
}

function isOpener(codes: Uint16Array, at: number): boolean {
  const kind = classAt(codes, at)
  return (kind === OPEN && codes[at] !== OPEN_SQUARE) || kind === QUOTE
}

function skipWhite(codes: Uint16Array, from: number, end: number): number {
  let i = from
  while (i < end && isWhiteClass(classAt(codes, i))) i += 1
  return i
}

function endsBeforeSpace(reading: Reading): boolean {
  const { codes, stop } = reading
  if (stop.kind === ALWAYS) return true
  if (stop.nextKind === OTHER && isComma(codes[stop.next])) return false
  if (stop.kind === EXCLAMATION) return endsAfterExclamation(reading)
  return stop.kind === DOTS ? endsAfterDots(reading) : endsAfterFullStop(reading)
}

function isComma(code: number | undefined): boolean {
  return code === 0x2c || code === 0x3b || code === 0x3a
}

function endsAfterFullStop(reading: Reading): boolean {
  const { codes, stop, sentence, word } = reading
  readLastWord(codes, sentence, stop.at, word)
  const verdict = verdictOnWord(reading)
  if (verdict !== NO_SAY) return verdict === ENDS
  return stop.nextKind !== LOWER || stop.closed === stop.stops || isCasual(reading)
}

/** `“Are you all right?” she said` and `“No!” I said` go on. */
function endsAfterExclamation(reading: Reading): boolean {
  const { codes, stop, sentence } = reading
  if (stop.closed === stop.stops) return true
  if (stop.nextKind === LOWER || isDashBeforeSmall(reading)) return false
  if (codes[stop.stops] === CLOSE_SQUARE) return codes[sentence] === OPEN_SQUARE
  return !isReported(reading)
}

function isDashBeforeSmall(reading: Reading): boolean {
  const { codes, end, stop } = reading
  const code = codes[stop.next]
  if (code !== HYPHEN && code !== 0x2013 && code !== 0x2014) return false
  const after = skipWhite(codes, stop.next + 1, end)
  return after < end && classAt(codes, after) === LOWER
}

/** `I said`, `Mum shouted`, `Aunt May said`: a capital that shows nothing, and a reporting verb. */
function isReported(reading: Reading): boolean {
  const { codes, end, stop } = reading
  if (stop.nextKind !== UPPER) return false
  const first = endOfLetters(codes, stop.next, end)
  const key = keyOf(codes, stop.next, first)
  if (key !== LETTER_I && OPENERS.has(key)) return false
  const second = endOfLetters(codes, first + 1, end)
  if (REPORTING.has(keyOf(codes, first + 1, second))) return true
  return REPORTING.has(keyOf(codes, second + 1, endOfLetters(codes, second + 1, end)))
}

/** `Um... I dunno`, `it was… hard` go on; `It was hard… Nobody came` ends. */
function endsAfterDots(reading: Reading): boolean {
  const { codes, stop, end } = reading
  if (stop.nextKind === LETTER) return true
  if (stop.nextKind !== UPPER) return false
  const isI = keyOf(codes, stop.next, endOfLetters(codes, stop.next, end)) === LETTER_I
  if (isI) return !isHesitating(reading)
  return stop.closed === stop.stops || !isReported(reading)
}

const SHORT_START = 8

/** Whether the words before the dots are the beginning of something: `Um...`, `and I think...` */
function isHesitating(reading: Reading): boolean {
  const { codes, stop, sentence, word } = reading
  if (stop.at - firstWordOf(reading, stop.at) <= SHORT_START) return true
  readLastWord(codes, sentence, stop.at, word)
  return BEFORE_HESITATION.has(word.key)
}
