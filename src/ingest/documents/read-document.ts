/** The text of a word processor's document → passages. */
import type { LeftOut, SourceMark, Span } from '../../types.ts'
import type { Reading, ReadOptions } from '../reader.ts'
import { speechPassages } from '../utterances.ts'
import { readWritten, type WrittenFile, type WrittenText } from '../written-text.ts'
import { codePointsOf } from './code-points.ts'
import type { Aside, DocumentText, Paragraph } from './document-text.ts'
import { tableSpeech } from './speech-table.ts'
import { timedSpeech } from './timed-blocks.ts'

/**
 * Reads a document: who speaks stands in a column of a table, or in blocks with times, or else in
 * the text, where labels are found as in a text file.
 */
export function* readDocument(
  document: DocumentText,
  file: WrittenFile,
  options: ReadOptions,
): Generator<Reading> {
  const speech = tableSpeech(document) ?? timedSpeech(document)
  if (speech === undefined) {
    yield* readWritten(writtenTextOf(document), file, options)
    return
  }
  const { documentId, reader, encoding } = file
  const utterances = [...speech.utterances, ...document.asides.map(asideUtterance)]
  const { hasSpeakers } = speech
  yield* speechPassages(utterances, { documentId, reader, encoding, hasSpeakers }, options)
}

/**
 * The text of a document: paragraphs with a blank line between them, then what is left out. Where
 * each line was made a paragraph, as in text copied from an e-mail, they follow on one another.
 */
function writtenTextOf({ paragraphs, asides }: DocumentText): WrittenText {
  const sourceMarks: SourceMark[] = []
  const headings: Span[] = []
  const leftOut: LeftOut[] = []
  const isWrapped = areWrappedLines(paragraphs)
  let text = ''
  let before: Paragraph | undefined
  for (const paragraph of paragraphs) {
    if (before !== undefined) text += isWrapped && follows(before, paragraph) ? '\n' : '\n\n'
    addMarks(sourceMarks, text.length, paragraph)
    const span = { start: text.length, end: text.length + paragraph.text.length }
    if (paragraph.isHeading) headings.push(span)
    text += paragraph.text
    before = paragraph
  }
  for (const aside of asides) {
    if (text !== '') text += '\n\n'
    const span = { start: text.length, end: text.length + aside.text.length }
    const { paragraph: line, column } = aside.place
    sourceMarks.push({ offset: span.start, line, column, isFixed: true })
    leftOut.push({ span, reason: aside.reason })
    text += aside.text
  }
  return { text, sourceMarks, leftOut, headings }
}

/** A mark for each line of a paragraph, so that all of them lead to the paragraph. */
function addMarks(marks: SourceMark[], offset: number, { text, number: line }: Paragraph): void {
  let column = 1
  let at = offset
  for (const piece of text.split('\n')) {
    marks.push({ offset: at, line, column, isFixed: false })
    at += piece.length + 1
    column += codePointsOf(piece) + 1
  }
}

function follows(before: Paragraph, after: Paragraph): boolean {
  if (before.cell !== undefined || after.cell !== undefined) return false
  return after.number === before.number + 1 && !before.isHeading && !after.isHeading
}

/** Whether paragraphs are lines of a text that was broken to fit a width: many begin in the middle. */
function areWrappedLines(paragraphs: readonly Paragraph[]): boolean {
  let pairs = 0
  let goingOn = 0
  for (let i = 1; i < paragraphs.length; i += 1) {
    const [before, after] = [paragraphs[i - 1], paragraphs[i]]
    if (before === undefined || after === undefined || !follows(before, after)) continue
    pairs += 1
    const isNarrow = before.text.length <= WIDEST && after.text.length <= WIDEST
    if (isNarrow && SMALL_START.test(after.text) && !STOP_AT_END.test(before.text)) goingOn += 1
  }
  return pairs >= FEWEST_LINES && goingOn >= WRAPPED * pairs
}

function asideUtterance({ reason, text, place }: Aside) {
  return {
    label: undefined,
    text,
    timeStart: undefined,
    timeEnd: undefined,
    line: place.paragraph,
    column: place.column,
    isFixed: true,
    leftOut: reason,
  }
}

/** "and then we moved". */
const SMALL_START = /^\s*\p{Ll}/u
/** "to school.", "to school?”". */
const STOP_AT_END = /[.!?…]["'”’)\]]*\s*$/u
/** UTF-16 code units of the widest line that somebody wraps. */
const WIDEST = 120
const FEWEST_LINES = 8
/** Share of lines that begin in the middle of a sentence. */
const WRAPPED = 0.4
