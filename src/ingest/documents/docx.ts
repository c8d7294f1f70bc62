import type { Reader } from '../reader.ts'
import { archiveKindOf, isArchive, isOldOffice } from './archive-kind.ts'

/** Documents of Word 2007 and later. */
export const docx: Reader = {
  name: 'docx',
  title: 'Word document',
  extensions: ['.docx', '.docm'],
  places: 'paragraph and column',
  recognises: ({ bytes, extension }) => {
    const kind = archiveKindOf(bytes)
    if (kind !== undefined) return kind === 'docx'
    const isNamed = docx.extensions.includes(extension)
    return isNamed && (isOldOffice(bytes) || isArchive(bytes))
  },
  read: (source, documentId, options) =>
    import('./docx-text.ts').then(({ readDocx }) => readDocx(source, documentId, options)),
}
