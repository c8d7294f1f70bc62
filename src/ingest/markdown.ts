import { frontMatterNames } from './front-matter-names.ts'
import { readText } from './read-text.ts'
import type { Reader } from './reader.ts'

/** Transcripts and articles in Markdown; recognised by its name, since any text is Markdown. */
export const markdown: Reader = {
  name: 'markdown',
  title: 'Markdown',
  extensions: ['.md', '.markdown', '.mdx', '.qmd', '.rmd'],
  places: 'line and column',
  recognises: (sample) => markdown.extensions.includes(sample.extension),
  hasFrontMatter: true,
  read: (source, documentId, options) =>
    readText({ source, documentId, reader: 'markdown', isMarkdown: true }, options),
  attributeNames: (source, options) => frontMatterNames(source, options),
}
