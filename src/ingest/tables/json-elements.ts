/**
 * Text of JSON Lines or of a JSON array → the text of each value in it, a piece at a time, so that no
 * file must fit in memory. Values are only delimited here: that they are JSON is seen when they are
 * parsed.
 */
import { BadFile } from '../bad-file.ts'

/** The text of one value. */
export interface JsonElement {
  readonly text: string
  /** Where it begins, 1-based; the column in code points. */
  readonly line: number
  readonly column: number
  /** False where the file ends inside it. */
  readonly isWhole: boolean
}

/** The values of a file: the elements of its array, or its lines. */
export function* jsonElements(pieces: Iterable<string>): Generator<JsonElement> {
  const source = pieces[Symbol.iterator]()
  let text = ''
  let isBlank = true
  while (isBlank || text.endsWith('\\')) {
    const piece = source.next()
    if (piece.done === true) break
    text += piece.value
    isBlank &&= piece.value.trim() === ''
  }
  const rest = { [Symbol.iterator]: () => source }
  if (text.trimStart().startsWith('[')) yield* arrayElements(text, rest)
  else yield* lineElements(text, rest)
}

function* lineElements(first: string, pieces: Iterable<string>): Generator<JsonElement> {
  let held = first
  let line = 1
  function* wholeLines(): Generator<JsonElement> {
    let start = 0
    for (let end = held.indexOf('\n'); end !== -1; end = held.indexOf('\n', start)) {
      const text = held.slice(start, end)
      if (text.trim() !== '') yield { text, line, column: 1, isWhole: true }
      line += 1
      start = end + 1
    }
    held = held.slice(start)
  }
  yield* wholeLines()
  for (const piece of pieces) {
    if (held.length > LONGEST_ELEMENT) throw new BadFile('value-too-long', TOO_LONG, line)
    held += piece
    if (piece.includes('\n')) yield* wholeLines()
  }
  if (held.trim() !== '') yield { text: held, line, column: 1, isWhole: true }
}

/** Cuts an array at the commas between its elements; brackets inside strings do not count. */
function* arrayElements(first: string, pieces: Iterable<string>): Generator<JsonElement> {
  let text = first
  let at = text.indexOf('[') + 1
  let start = -1
  let depth = 0
  let inString = false
  const place = { line: 1, column: 1, offset: 0 }
  const source = pieces[Symbol.iterator]()
  for (;;) {
    for (; at < text.length; at += 1) {
      if (inString) {
        at = stringEnd(text, at)
        if (at >= text.length) break
        inString = false
        continue
      }
      const code = text.charCodeAt(at)
      if (start === -1) {
        if (code <= SPACE || code === COMMA) continue
        if (code === CLOSE_LIST) return
        start = at
      }
      if (code === QUOTE) inString = true
      else if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1
      else if (depth > 0 && (code === CLOSE_OBJECT || code === CLOSE_LIST)) depth -= 1
      else if (depth === 0 && (code === COMMA || code === CLOSE_LIST)) {
        moveTo(place, text, start)
        yield { text: text.slice(start, at), line: place.line, column: place.column, isWhole: true }
        start = -1
        if (code === CLOSE_LIST) return
      }
    }
    if (start !== -1 && text.length - start > LONGEST_ELEMENT) {
      moveTo(place, text, start)
      throw new BadFile('value-too-long', TOO_LONG, place.line)
    }
    const piece = source.next()
    if (piece.done === true) break
    const from = start === -1 ? at : start
    moveTo(place, text, from)
    place.offset = 0
    text = text.slice(from) + piece.value
    // What a backslash escapes must be seen together with it.
    while (text.endsWith('\\')) {
      const next = source.next()
      if (next.done === true) break
      text += next.value
    }
    at -= from
    if (start !== -1) start = 0
  }
  moveTo(place, text, start === -1 ? text.length : start)
  const rest = start === -1 ? '' : text.slice(start)
  yield { text: rest, line: place.line, column: place.column, isWhole: false }
}

/** The position of the quotation mark that ends a string, from inside it; behind the text if none. */
function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at += 1
  }
  return text.length
}

/** Counts lines and columns on to an offset. */
function moveTo(
  place: { line: number; column: number; offset: number },
  text: string,
  offset: number,
): void {
  for (let at = place.offset; at < offset; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) {
      place.line += 1
      place.column = 1
    } else if ((code & 0xfc00) !== 0xdc00) place.column += 1
  }
  place.offset = offset
}

const LINE_FEED = 10
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
/** UTF-16 code units. */
const LONGEST_ELEMENT = 16 * 1024 * 1024
const TOO_LONG =
  'A value that begins here is longer than 16 million characters, so that these are hardly answers. Check the file.'
