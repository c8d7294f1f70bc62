/**
 * Reads text that was taken out of a file with another form (a Word document, a web page, a PDF):
 * labels, times, marks and boilerplate are found in it as in a text file.
 */
import type { LeftOut, Passage, SourceMark, Span } from '../types.ts'
import { problemReading } from './problems.ts'
import { readText } from './read-text.ts'
import type { ByteSource, Reading, ReadOptions } from './reader.ts'
import { orderedLeftOut, spanAt } from './span-order.ts'

/** What a document of another form says, as text. */
export interface WrittenText {
  /** Paragraphs end in `\n`. */
  readonly text: string
  /** Where the text stands in the source, in order, the first at 0. */
  readonly sourceMarks: readonly SourceMark[]
  /** What is kept and not coded: footnotes, navigation, page headers. In order, disjoint. */
  readonly leftOut: readonly LeftOut[]
  /** Headings, in order. Among speakers nobody says them, and they are left out. */
  readonly headings?: readonly Span[] | undefined
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
  file: WrittenFile,
  options: ReadOptions,
): Generator<Reading> {
  const text = soundText(written.text)
  if (text.trim() === '') {
    yield problemReading(file.source.path, {
      severity: 'warning',
      id: 'no-text',
      message: NO_WORDS,
    })
    return
  }
  const { headings = [] } = written
  const leftOut = orderedLeftOut(written.leftOut)
  const first = readingsOf(text, leftOut, { file, options })
  const unsaid = headings.length === 0 ? [] : unsaidHeadings(first, headings, file.documentId)
  const readings =
    unsaid.length === 0
      ? first
      : readingsOf(text, orderedLeftOut([...leftOut, ...unsaid]), { file, options })
  for (const reading of readings) {
    if (reading.kind === 'problem') yield reading
    else yield { kind: 'passage', passage: placed(reading.passage, text, { written, file }) }
  }
}

/**
 * The text without what a text file would lose: "\r", a byte-order mark, half a character. Each is
 * replaced by one code unit, so that every position stays.
 */
function soundText(written: string): string {
  const text = Buffer.from(written).toString()
  return text.replaceAll('\r', ' ').replaceAll('\ufeff', ' ')
}

/**
 * Reads the text as a text file whose left-out stretches are blank, so that no label in a footnote
 * makes a speaker. What is blank has its length, so that every position stays.
 */
function readingsOf(
  text: string,
  leftOut: readonly LeftOut[],
  { file, options }: { readonly file: WrittenFile; readonly options: ReadOptions },
): Reading[] {
  const { source, documentId, reader } = file
  const bytes = Buffer.from(withBlanks(text, leftOut))
  const held: ByteSource = {
    path: source.path,
    size: bytes.length,
    read: (position, length) => bytes.subarray(position, position + length),
  }
  const asText = { source: held, documentId, reader, isMarkdown: false, leftOut }
  return [...readText(asText, { ...options, encoding: 'utf-8', passageLimit: bytes.length })]
}

function withBlanks(text: string, leftOut: readonly LeftOut[]): string {
  let blanked = ''
  let from = 0
  for (const { span } of leftOut) {
    blanked += text.slice(from, span.start)
    blanked += text.slice(span.start, span.end).replace(LINE_PIECE, blanksFor)
    from = span.end
  }
  return blanked + text.slice(from)
}

function blanksFor(piece: string): string {
  return ' '.repeat(piece.length)
}

/** The headings inside turns of speakers; not `P1: …` that is set like a heading. */
function unsaidHeadings(
  readings: readonly Reading[],
  headings: readonly Span[],
  documentId: string,
): LeftOut[] {
  const passage = readings.find((reading) => reading.kind === 'passage')?.passage
  const turns = passage?.turns.filter(({ speaker }) => speaker !== documentId) ?? []
  const spans = turns.map(({ span }) => span)
  return headings
    .filter(({ start, end }) => (spanAt(spans, start)?.end ?? -1) >= end)
    .map((span) => ({ span, reason: 'heading' }))
}

function placed(
  passage: Passage,
  text: string,
  { written, file }: { readonly written: WrittenText; readonly file: WrittenFile },
): Passage {
  const document = { ...passage.document, encoding: file.encoding }
  return { ...passage, text, document, sourceMarks: written.sourceMarks }
}

/** A stretch of text without a line break. */
const LINE_PIECE = /[^\n]+/gu
const NO_WORDS =
  'There is no text in this file. If it shows pictures of text, type out their words first.'
