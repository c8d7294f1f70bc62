/** Reads PDFs the way the commands do, for the tests of the PDF reader. */
import { passageText } from '../src/place.ts'
import { bytesAs, type Read, readAsync } from './ingest-read.ts'
import { makePdf, type PdfOptions, type WrittenLine } from './make-pdf.ts'

export function readPdf(bytes: Uint8Array): Promise<Read> {
  return readAsync(bytesAs('talk.pdf', bytes))
}

/** Reads a PDF with these pages. */
export function readPages(
  pages: readonly (readonly WrittenLine[])[],
  options: PdfOptions = {},
): Promise<Read> {
  return readPdf(makePdf(pages, options))
}

/** The whole text of what was read. */
export function textOf({ passages }: Read): string {
  return passages.map(({ text }) => text).join('')
}

/** Each turn as `page:line speaker`. */
export function placesOf({ passages }: Read): string[] {
  return passages.flatMap((passage) => {
    const { places } = passageText(passage)
    return passage.turns.map(({ span, speaker }) => {
      const { line, column } = places.at(span.start)
      return `${line}:${column} ${speaker}`
    })
  })
}

/** Lines one below the other from a height on. */
export function lines(texts: readonly string[], x = 72, y = 100): WrittenLine[] {
  return texts.map((text, i) => ({ text, x, y: y + 14 * i }))
}
