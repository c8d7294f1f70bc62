/**
 * Reads text that was taken out of a file with another form (a Word document, a web page, a PDF):
 * labels, times, marks and boilerplate are found in it as in a text file.
 */
import type { LeftOut, SourceMark } from '../types.ts'
import { readText } from './read-text.ts'
import type { ByteSource, Reading, ReadOptions } from './reader.ts'

/** What a document of another form says, as text. */
export interface WrittenText {
  /** Paragraphs end in `\n`. */
  readonly text: string
  /** Where the text stands in the source, in order, the first at 0. */
  readonly sourceMarks: readonly SourceMark[]
  /** What is kept and not coded: footnotes, navigation, page headers. In order, disjoint. */
  readonly leftOut: readonly LeftOut[]
}

/** The file that the text was taken out of. */
export interface WrittenFile {
  readonly source: ByteSource
  readonly documentId: string
  /** Name of the reader. */
  readonly reader: string
  /** Encoding of the source, for example `utf-8`. */
  readonly encoding: string
}

/** Reads the text of a document of another form: one document, one passage. */
export function* readWritten(
  written: WrittenText,
  { source, documentId, reader, encoding }: WrittenFile,
  options: ReadOptions,
): Generator<Reading> {
  const bytes = Buffer.from(written.text)
  const held: ByteSource = {
    path: source.path,
    size: bytes.length,
    read: (position, length) => bytes.subarray(position, position + length),
  }
  const file = { source: held, documentId, reader, isMarkdown: false, leftOut: written.leftOut }
  const whole = { ...options, encoding: 'utf-8', passageLimit: bytes.length }
  for (const reading of readText(file, whole)) {
    if (reading.kind === 'problem') yield reading
    else {
      const document = { ...reading.passage.document, encoding }
      const passage = { ...reading.passage, document, sourceMarks: written.sourceMarks }
      yield { kind: 'passage', passage }
    }
  }
}
