/**
 * Document → Segment: the stretches of text that receive codes.
 *
 * Only turns that are coded give segments, and a segment holds at least one letter or digit outside
 * silent marks: `***`, `—` and a turn that is nothing but `[laughs]` give none.
 */

import { pushSpan, type SpanList, spanList } from '../span-list.ts'
import type { Passage, Span, Turn, Unit } from '../types.ts'
import { classAt, isWhiteClass, isWordClass } from './character-classes.ts'
import { endOfText } from './line-reading.ts'
import { splitParagraphs } from './paragraphs.ts'
import { splitSentences } from './sentences.ts'

/** The segments of a passage, in order, disjoint. */
export interface SegmentList {
  readonly spans: SpanList
  /** For each segment, the index of its first turn in `passage.turns`. May be longer than the list. */
  turns: Int32Array
}

/** An empty list that can be filled again and again without new memory. */
export function segmentList(): SegmentList {
  return { spans: spanList(), turns: new Int32Array(64) }
}

/**
 * Puts the segments of a passage into `found`, in place of what it held. `codes` holds the code
 * units of `passage.text`; turns for which `isCoded` is false give no segments.
 */
export function segment(
  passage: Passage,
  codes: Uint16Array,
  unit: Unit,
  isCoded: (turn: Turn) => boolean,
  found: SegmentList,
): void {
  const splitTurn = splitter(passage, codes, unit)
  const silence: Silence = { codes, spans: passage.silent, at: 0 }
  found.spans.length = 0
  for (const [index, turn] of passage.turns.entries()) {
    if (!isCoded(turn)) continue
    const first = found.spans.length
    splitTurn(turn.span, found.spans)
    keepSpoken(found.spans, first, silence)
    nameTurn(found, first, index)
  }
  if (unit === 'document') joinAll(found.spans)
}

/** How a turn is cut. A document is cut into turns, which are joined at the end. */
function splitter(
  passage: Passage,
  codes: Uint16Array,
  unit: Unit,
): (span: Span, found: SpanList) => void {
  const { lineBreaks } = passage.document
  if (unit === 'sentence') return (span, found) => splitSentences(codes, span, lineBreaks, found)
  if (unit === 'paragraph') return (span, found) => splitParagraphs(codes, span, found)
  return (span, found) => pushText(codes, span, found)
}

/** Appends the text of a span without the white space at its ends, if there is any. */
function pushText(codes: Uint16Array, { start, end }: Span, found: SpanList): void {
  const last = endOfText(codes, start, end)
  let first = start
  while (first < last && isWhiteClass(classAt(codes, first))) first += 1
  if (first < last) pushSpan(found, first, last)
}

/** The silent marks of a passage, and the first that may lie in what is read next. */
interface Silence {
  readonly codes: Uint16Array
  readonly spans: readonly Span[]
  at: number
}

/** Drops the spans from index `first` on in which nothing is said. */
function keepSpoken(list: SpanList, first: number, silence: Silence): void {
  const { bounds, length } = list
  list.length = first
  for (let at = 2 * first; at < 2 * length; at += 2) {
    const start = bounds[at] ?? 0
    const end = bounds[at + 1] ?? 0
    if (isSpoken(silence, start, end)) pushSpan(list, start, end)
  }
}

/** Whether there is a letter or digit outside silent marks. Spans must come in order. */
function isSpoken(silence: Silence, start: number, end: number): boolean {
  const { codes, spans } = silence
  let i = start
  while (i < end) {
    const mark = spans[silence.at]
    if (mark !== undefined && mark.end <= i) silence.at += 1
    else if (mark !== undefined && mark.start <= i) i = mark.end
    else if (isWordClass(classAt(codes, i))) return true
    else i += 1
  }
  return false
}

function nameTurn(found: SegmentList, first: number, turn: number): void {
  const { length } = found.spans
  if (length > found.turns.length) {
    const larger = new Int32Array(Math.max(length, 2 * found.turns.length))
    larger.set(found.turns)
    found.turns = larger
  }
  found.turns.fill(turn, first, length)
}

function joinAll(list: SpanList): void {
  if (list.length < 2) return
  list.bounds[1] = list.bounds[2 * list.length - 1] ?? 0
  list.length = 1
}
