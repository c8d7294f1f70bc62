/**
 * Cuts one turn into paragraphs: at blank lines, around headings and rules, and before list items.
 * A single line break ends no paragraph, whatever it does to sentences.
 */

import { pushSpan, type SpanList } from '../span-list.ts'
import type { Span } from '../types.ts'
import { BREAK, CLASSES } from './character-classes.ts'
import {
  beginsItem,
  endOfText,
  enterLine,
  type LineReading,
  passWhite,
  startLines,
} from './line-reading.ts'
import { HEADING, RULE } from './line-starts.ts'

/** Appends the paragraphs of a turn to `found`. Positions are UTF-16 indices, as in `codes`. */
export function splitParagraphs(codes: Uint16Array, span: Span, found: SpanList): void {
  const { end } = span
  const lines = startLines(end)
  let start = passWhite(lines, codes, span.start)
  if (start >= end) return
  enterLine(lines, codes, start)
  let i = start
  while (i < end) {
    if ((CLASSES[codes[i] ?? 0] ?? 0) !== BREAK) {
      i += 1
      continue
    }
    const last = endOfText(codes, start, i)
    i = passWhite(lines, codes, i)
    if (i >= end) break
    enterLine(lines, codes, i)
    if (lines.breaks > 1 || isCut(lines, codes, last)) {
      pushSpan(found, start, last)
      start = i
    }
  }
  pushSpan(found, start, endOfText(codes, start, end))
}

function isCut(lines: LineReading, codes: Uint16Array, last: number): boolean {
  return isApart(lines.kind) || isApart(lines.kindBefore) || beginsItem(lines, codes, last)
}

/** Headings, and rules such as the underline of a heading. */
function isApart(kind: number): boolean {
  return kind === HEADING || kind === RULE
}
