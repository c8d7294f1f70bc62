/**
 * What still belongs to a sentence after its stop: more stops, closing quotes and brackets, emoji,
 * `[laughs]`.
 */

import { endOfLinkTarget, endOfMark, opensBracket } from './bracketed-marks.ts'
import {
  BREAK,
  CLOSE,
  classAt,
  DOT,
  ELLIPSIS,
  EMOJI,
  isWhiteClass,
  isWordClass,
  QUOTE,
  STRONG,
  WHITE,
  WIDE,
} from './character-classes.ts'

/** What a run of stops amounts to. */
export const FULL_STOP = 1
/** `…`, `...`, `. . .` */
export const DOTS = 2
/** With `!` or `?` in it. */
export const EXCLAMATION = 3
/** A stop that always ends, such as `。`. */
export const ALWAYS = 4

/** The end of the stops that begin at `stop`: `?!`, `...`, `. . .` */
export function endOfStops(codes: Uint16Array, stop: number, end: number): number {
  let i = stop
  for (;;) {
    while (i < end && classAt(codes, i) >= DOT) i += 1
    const next = i + 1
    const isSpaced = next < end && classAt(codes, i) === WHITE && classAt(codes, next) >= DOT
    if (!isSpaced || !isLooseStop(codes, next, end)) return i
    i = next
  }
}

/** Whether no word begins with the stops at `at`, as in `.5` or `...and`. */
function isLooseStop(codes: Uint16Array, at: number, end: number): boolean {
  let i = at
  while (i < end && classAt(codes, i) >= DOT) i += 1
  return i >= end || !isWordClass(classAt(codes, i))
}

/** What the stops from `stop` to `to` amount to. */
export function kindOfStops(codes: Uint16Array, stop: number, to: number): number {
  let dots = 0
  let found = FULL_STOP
  for (let i = stop; i < to; i += 1) {
    const kind = classAt(codes, i)
    if (kind === DOT) dots += 1
    else if (kind === ELLIPSIS) dots += 3
    else if (kind === STRONG && found < EXCLAMATION) found = EXCLAMATION
    else if (kind === WIDE) found = ALWAYS
  }
  return found === FULL_STOP && dots > 1 ? DOTS : found
}

/** The end of the closing quotes and brackets that begin at `at`, and of stops after them: `?").` */
export function endOfClosers(codes: Uint16Array, at: number, end: number): number {
  let i = at
  while (i < end) {
    const kind = classAt(codes, i)
    if (kind === CLOSE) i = endOfLinkTarget(codes, i + 1, end)
    else if (kind >= DOT && i > at) i += 1
    else if (kind === QUOTE) {
      const after = endOfQuotes(codes, i, end)
      if (after < end && opensOrJoins(codes, after)) return i
      i = after
    } else return i
  }
  return i
}

function endOfQuotes(codes: Uint16Array, at: number, end: number): number {
  let i = at
  while (i < end && classAt(codes, i) === QUOTE) i += 1
  return i
}

/** Whether a quote mark right before `at` opens something: `"Then`. */
function opensOrJoins(codes: Uint16Array, at: number): boolean {
  return isWordClass(classAt(codes, at))
}

/** The end of emoji, marks in brackets and stray closing quotes after a stop, on the same line. */
export function endOfTail(codes: Uint16Array, from: number, end: number): number {
  let tail = from
  for (;;) {
    let i = tail
    while (i < end && classAt(codes, i) === WHITE) i += 1
    const after = endOfTailPiece(codes, i, end)
    if (after === i) return tail
    tail = after
  }
}

function endOfTailPiece(codes: Uint16Array, at: number, end: number): number {
  if (at >= end) return at
  const kind = classAt(codes, at)
  if (kind === BREAK) return at
  if (kind === EMOJI) return endOfEmoji(codes, at, end)
  if (kind === CLOSE) return isFree(codes, at + 1, end) ? at + 1 : at
  if (opensBracket(codes[at])) return endOfMark(codes, at, end)
  if (kind === QUOTE) return endOfStrayQuotes(codes, at, end)
  return endOfEmoticon(codes, at, end)
}

function endOfEmoji(codes: Uint16Array, at: number, end: number): number {
  let i = at
  while (i < end && classAt(codes, i) === EMOJI) {
    i += isSecondHalf(codes[i + 1]) ? 2 : 1
  }
  return Math.min(i, end)
}

/** `**` and the like that stand alone before a space belong to what they close. */
function endOfStrayQuotes(codes: Uint16Array, at: number, end: number): number {
  const after = endOfQuotes(codes, at, end)
  return isFree(codes, after, end) && after - at <= 3 ? after : at
}

function isSecondHalf(code: number | undefined): boolean {
  return code !== undefined && code >= 0xdc00 && code <= 0xdfff
}

const EYES = new Set([0x3a, 0x3b])
const NOSE = 0x2d
const MOUTHS = new Set(Array.from('()DPp|/[]', (mouth) => mouth.charCodeAt(0)))

/** `:)`, `;-)`, `:-(` */
function endOfEmoticon(codes: Uint16Array, at: number, end: number): number {
  if (!EYES.has(codes[at] ?? 0)) return at
  const mouth = codes[at + 1] === NOSE ? at + 2 : at + 1
  if (!MOUTHS.has(codes[mouth] ?? 0) || mouth >= end) return at
  return isFree(codes, mouth + 1, end) ? mouth + 1 : at
}

/** Whether nothing is joined to what ends at `at`. */
function isFree(codes: Uint16Array, at: number, end: number): boolean {
  return at >= end || isWhiteClass(classAt(codes, at))
}
