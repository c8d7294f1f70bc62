import type { Reader, Sample } from '../reader.ts'

/**
 * Reads PDF files with a text layer: lines and paragraphs by their place on the page, page headers
 * and footers left out. A place is a page and a line on it.
 */
export const pdf: Reader = {
  name: 'pdf',
  title: 'PDF with a text layer',
  extensions: ['.pdf'],
  recognises: ({ bytes, extension }: Sample) => extension === '.pdf' || beginsLikePdf(bytes),
  places: 'page and line',
  read: (source, documentId, options) =>
    import('./read-pdf.ts').then(({ readPdf }) => readPdf(source, documentId, options)),
}

function beginsLikePdf(bytes: Uint8Array): boolean {
  return HEADER.every((code, i) => bytes[i] === code)
}

/** "%PDF-" */
const HEADER = [0x25, 0x50, 0x44, 0x46, 0x2d]
