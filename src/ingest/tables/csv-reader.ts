import type { Reader, Sample } from '../reader.ts'
import { looksLikeTable } from './looks-like-table.ts'

/** Answers in CSV and TSV tables; other names by their content: a header and rows as wide as it. */
export const csv: Reader = {
  name: 'csv',
  title: 'CSV and TSV tables of answers',
  extensions: ['.csv', '.tsv', '.tab'],
  places: 'line and column',
  recognises: (sample) =>
    csv.extensions.includes(sample.extension) ? isText(sample) : looksLikeTable(sample),
  read: (source, documentId, options) =>
    import('./csv-table.ts').then(({ readCsv }) => readCsv(source, documentId, options)),
  attributeNames: (source, options) =>
    import('./csv-table.ts').then(({ csvAttributes }) => csvAttributes(source, options)),
}

/** A workbook under the name of a table is read, or refused, as what it is. */
function isText({ bytes }: Sample): boolean {
  return !OTHERS.some((magic) => magic.every((byte, at) => bytes[at] === byte))
}

/** The first bytes of ZIP archives and of old Office files. */
const OTHERS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
