/** Paragraphs of a PDF → text with places: a line of a place is a page, a column a line on it. */
import type { LeftOut, SourceMark, Span } from '../../types.ts'
import type { WrittenText } from '../written-text.ts'
import { type LineJoin, lineJoins } from './pdf-hyphens.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfParagraph } from './pdf-paragraphs.ts'

/** A line that is kept and not coded, and why. */
export interface AsideLine {
  readonly line: PdfLine
  readonly reason: string
}

/**
 * The text of a document: its paragraphs, a blank line between those that the page sets apart, and
 * then what is left out, so that a paragraph goes on over the end of a page.
 */
export function textOfPdf(
  paragraphs: readonly PdfParagraph[],
  asides: readonly AsideLine[],
): WrittenText {
  const draft: Draft = { text: '', sourceMarks: [] }
  const joins = lineJoins(paragraphs.flatMap(({ lines }) => lines.map(({ text }) => text)))
  const headings: Span[] = []
  const leftOut: LeftOut[] = []
  for (const { lines, isApart, isHeading } of paragraphs) {
    if (draft.text !== '') draft.text += isApart ? '\n\n' : '\n'
    const start = draft.text.length
    lines.forEach((line, i) => {
      const next = lines[i + 1]
      const join = next === undefined ? WHOLE_LINE : joins(line.text, next.text)
      // What goes is left away before it is added: to cut a long text again and again is slow.
      addLine(draft, { ...line, text: line.text.slice(0, line.text.length - join.drops) })
      draft.text += join.between
    })
    if (isHeading) headings.push({ start, end: draft.text.length })
  }
  for (const { line, reason } of asides) {
    if (draft.text !== '') draft.text += '\n\n'
    const start = draft.text.length
    addLine(draft, line)
    leftOut.push({ span: { start, end: draft.text.length }, reason })
  }
  return { text: draft.text, sourceMarks: draft.sourceMarks, leftOut, headings }
}

interface Draft {
  text: string
  readonly sourceMarks: SourceMark[]
}

function addLine(draft: Draft, { text, page, number }: PdfLine): void {
  draft.sourceMarks.push({ offset: draft.text.length, line: page, column: number, isFixed: true })
  draft.text += text
}

/** Nothing follows on the line. */
const WHOLE_LINE: LineJoin = { drops: 0, between: '' }
