import { frontMatterNames } from './front-matter-names.ts'
import { readText } from './read-text.ts'
import type { Reader } from './reader.ts'

/** Transcripts and articles as plain text. The last in the list: it takes what no other takes. */
export const plainText: Reader = {
  name: 'plain-text',
  title: 'Plain text',
  extensions: ['.txt', '.text'],
  places: 'line and column',
  recognises: () => true,
  hasFrontMatter: true,
  read: (source, documentId, options) =>
    readText({ source, documentId, reader: 'plain-text', isMarkdown: false }, options),
  attributeNames: (source, options) => frontMatterNames(source, options),
}
