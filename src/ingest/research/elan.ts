import { firstMark } from '../first-mark.ts'
import type { Reader } from '../reader.ts'

/** Transcripts with tiers, made in ELAN. */
export const elan: Reader = {
  name: 'elan',
  title: 'ELAN',
  extensions: ['.eaf'],
  places: 'line and column of the text in the XML',
  recognises: ({ bytes }) =>
    firstMark(bytes) === '<' && Buffer.from(bytes).includes('<ANNOTATION_DOCUMENT'),
  read: (source, documentId, options) =>
    import('./read-elan.ts').then((it) => it.readElan(source, documentId, options)),
}
