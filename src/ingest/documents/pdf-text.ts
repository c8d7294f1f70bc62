/** Paragraphs of a PDF → text with places: a line of a place is a page, a column a line on it. */
import type { LeftOut, SourceMark, Span } from '../../types.ts'
import type { WrittenText } from '../written-text.ts'
import { lineJoins } from './pdf-hyphens.ts'
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
    let before: PdfLine | undefined
    for (const line of lines) {
      if (before !== undefined) {
        const { drops, between } = joins(before.text, line.text)
        draft.text = draft.text.slice(0, draft.text.length - drops) + between
      }
      addLine(draft, line)
      before = line
    }
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
