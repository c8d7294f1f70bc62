import type { Reader, Sample } from '../reader.ts'

/** Answers in Excel workbooks: a ZIP archive with a workbook in it. */
export const workbook: Reader = {
  name: 'workbook',
  title: 'Excel workbooks of answers',
  extensions: ['.xlsx', '.xlsm'],
  places: 'row and column of the sheet',
  recognises: (sample) => holdsWorkbook(sample) || isLockedWorkbook(sample),
  read: (source, documentId, options) =>
    import('./workbook-table.ts').then(({ readWorkbook }) => {
      return readWorkbook(source, documentId, options)
    }),
  attributeNames: (source, options) =>
    import('./workbook-table.ts').then(({ workbookAttributes }) => {
      return workbookAttributes(source, options)
    }),
}

/** The parts of an archive are named in it; those of a workbook stand in the folder `xl`. */
function holdsWorkbook({ bytes, extension }: Sample): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!start.subarray(0, 4).equals(ZIP)) return false
  return start.includes('xl/') || workbook.extensions.includes(extension)
}

/** A workbook with a password is wrapped in an old Office file. */
function isLockedWorkbook({ bytes, extension }: Sample): boolean {
  const isOld = OLD_OFFICE.every((byte, at) => bytes[at] === byte)
  return isOld && workbook.extensions.includes(extension)
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
