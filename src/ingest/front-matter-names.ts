import { readText } from './read-text.ts'
import type { ByteSource, ReadOptions } from './reader.ts'

/** Names of the attributes in the front matter of a text file. */
export function frontMatterNames(source: ByteSource, options: ReadOptions): readonly string[] {
  const file = { source, documentId: source.path, reader: '', isMarkdown: false }
  for (const reading of readText(file, options)) {
    if (reading.kind === 'passage') return [...reading.passage.document.attributes.keys()]
  }
  return []
}
