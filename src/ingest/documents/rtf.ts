import type { Reader } from '../reader.ts'

/** Rich text, which Word, WordPad, TextEdit and LibreOffice write. */
export const rtf: Reader = {
  name: 'rtf',
  title: 'Rich text',
  extensions: ['.rtf'],
  places: 'paragraph and column',
  recognises: ({ bytes }) => RTF_START.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1')),
  read: (source, documentId, options) =>
    import('./rtf-text.ts').then(({ readRtf }) => readRtf(source, documentId, options)),
}

/** "{\rtf1", with white space or a byte-order mark before it, which Word forgives. */
const RTF_START = /^(?:\xef\xbb\xbf)?\s*\{\\rtf/u
