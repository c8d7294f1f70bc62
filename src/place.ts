/**
 * Where an offset of a passage is: in code points of the document, and as line and column of the
 * source. Offsets are asked for mostly in order, so the search goes on where the last one ended.
 */
import type { Passage, PassageText, Place, Places, SourceMark } from './types.ts'

/** The text of a passage, its code units in `room` if they fit. */
export function passageText(passage: Passage, room: Uint16Array = new Uint16Array(0)): PassageText {
  const { text } = passage
  const codes = text.length <= room.length ? room : new Uint16Array(2 * text.length)
  Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).write(text, 'utf16le')
  return { text, codes, places: placesOf(passage, codes) }
}

function hasPairsIn(codes: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (((codes[at] ?? 0) & 0xfc00) === 0xd800) return true
  return false
}

function placesOf(passage: Passage, codes: Uint16Array): Places {
  const { sourceMarks } = passage
  const ofText = placesOfText(passage, codes)
  if (sourceMarks === undefined) return ofText
  /** The mark that was used last, and its place in the text: to go back to it takes long. */
  let mark: SourceMark | undefined
  let from: Place = { codePoint: 0, line: 1, column: 1 }
  const at = (offset: number): Place => {
    const last = lastMark(sourceMarks, offset)
    if (last !== undefined && last !== mark) from = ofText.at(last.offset)
    mark = last
    const { codePoint, line, column } = ofText.at(offset)
    if (mark === undefined) return { codePoint, line, column }
    if (mark.isFixed) return { codePoint, line: mark.line, column: mark.column }
    const isSameLine = from.line === line
    return {
      codePoint,
      line: mark.line + line - from.line,
      column: isSameLine ? mark.column + column - from.column : column,
    }
  }
  return { at, codePointAt: ofText.codePointAt }
}

/** The last mark that does not stand behind an offset. */
function lastMark(marks: readonly SourceMark[], offset: number): SourceMark | undefined {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.offset ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return marks[low - 1]
}

function placesOfText({ text, origin }: Passage, codes: Uint16Array): Places {
  // Without characters outside the Basic Multilingual Plane, code points are code units.
  const hasPairs = hasPairsIn(codes, text.length)
  /** Pairs before the offset that was asked for last. */
  let pairs = 0
  let counted = 0
  let line = origin.line
  let lineStart = 0
  let lineEnd = endOfLine(text, 0)
  let pairsBeforeLine = 0

  function codePointAt(offset: number): number {
    return origin.codePoints + offset - pairsBefore(offset)
  }

  function pairsBefore(offset: number): number {
    if (!hasPairs) return 0
    if (offset >= counted) pairs += pairsIn(codes, counted, offset)
    else pairs -= pairsIn(codes, offset, counted)
    counted = offset
    return pairs
  }

  function at(offset: number): Place {
    if (offset < lineStart || offset > lineEnd) goToLine(offset)
    const codePoint = codePointAt(offset)
    const before = line === origin.line ? origin.column : 0
    const column = before + offset - lineStart - (pairsBefore(offset) - pairsBeforeLine) + 1
    return { codePoint, line, column }
  }

  function goToLine(offset: number): void {
    while (offset > lineEnd) {
      line += 1
      lineStart = lineEnd + 1
      lineEnd = endOfLine(text, lineStart)
    }
    while (offset < lineStart) {
      line -= 1
      lineEnd = lineStart - 1
      lineStart = lineEnd === 0 ? 0 : text.lastIndexOf('\n', lineEnd - 1) + 1
    }
    pairsBeforeLine = pairsBefore(lineStart)
  }

  return { at, codePointAt }
}

/** Where the line that begins at an offset ends: at its line break or at the end of the text. */
function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

/** How many characters of two code units begin between two offsets. */
function pairsIn(codes: Uint16Array, start: number, end: number): number {
  let pairs = 0
  let code = codes[start] ?? 0
  for (let at = start; at < end; at += 1) {
    const next = codes[at + 1] ?? 0
    if ((code & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00) pairs += 1
    code = next
  }
  return pairs
}
