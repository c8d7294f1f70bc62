import type { Reader } from '../reader.ts'
import { archiveKindOf, isArchive } from './archive-kind.ts'

/** Texts of LibreOffice and others, in the OpenDocument format. */
export const odt: Reader = {
  name: 'odt',
  title: 'OpenDocument text',
  extensions: ['.odt', '.ott'],
  places: 'paragraph and column',
  recognises: ({ bytes, extension }) => {
    const kind = archiveKindOf(bytes)
    if (kind !== undefined) return kind === 'odt'
    return odt.extensions.includes(extension) && isArchive(bytes)
  },
  read: (source, documentId, options) =>
    import('./odt-text.ts').then(({ readOdt }) => readOdt(source, documentId, options)),
}
