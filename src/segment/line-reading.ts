/** Reading a turn line by line: what the line at hand and the one before it are. */

import { BREAK, classAt, DOT, isWhiteClass } from './character-classes.ts'
import { ITEM, itemNumber, lineKind, NUMBERED_ITEM, PROSE } from './line-starts.ts'

export interface LineReading {
  /** The end of the turn. */
  readonly end: number
  /** The kind of the line being read, and the number of the last list item up to it. */
  kind: number
  item: number
  /** The same for the line before. */
  kindBefore: number
  itemBefore: number
  /** Line breaks in the white space that was passed last. */
  breaks: number
}

const PARAGRAPH_SEPARATOR = 0x2029
const COLON = 0x3a
const SEMICOLON = 0x3b

/** A reading that stands before the first line. */
export function startLines(end: number): LineReading {
  return { end, kind: PROSE, item: 0, kindBefore: PROSE, itemBefore: 0, breaks: 0 }
}

/** Passes white space from `from`, counts its line breaks, and gives the position after it. */
export function passWhite(lines: LineReading, codes: Uint16Array, from: number): number {
  let i = from
  lines.breaks = 0
  while (i < lines.end && isWhiteClass(classAt(codes, i))) {
    if (classAt(codes, i) === BREAK) lines.breaks += codes[i] === PARAGRAPH_SEPARATOR ? 2 : 1
    i += 1
  }
  return i
}

/** Takes note of the line whose text begins at `at`. */
export function enterLine(lines: LineReading, codes: Uint16Array, at: number): void {
  lines.kindBefore = lines.kind
  lines.itemBefore = lines.item
  lines.kind = lineKind(codes, at, lines.end)
  if (lines.kind === NUMBERED_ITEM) lines.item = itemNumber(codes, at, lines.end)
}

/**
 * Whether the line that was entered begins a list item. A line that begins with `12. ` is one if the
 * list has come to 12, or if the text before it, which ends at `last`, announces one.
 */
export function beginsItem(lines: LineReading, codes: Uint16Array, last: number): boolean {
  if (lines.kind !== NUMBERED_ITEM) return lines.kind === ITEM
  if (lines.item <= 1 || lines.item === lines.itemBefore + 1) return true
  const code = codes[last - 1]
  if (code === COLON || code === SEMICOLON || classAt(codes, last - 1) >= DOT) return true
  lines.item = lines.itemBefore
  return false
}

/** Where the text before `to` ends, white space left out; not before `from`. */
export function endOfText(codes: Uint16Array, from: number, to: number): number {
  let end = to
  while (end > from && isWhiteClass(classAt(codes, end - 1))) end -= 1
  return end
}
