/** Reads text files: the work that the plain-text and the Markdown reader share. */
import type { Document, LeftOut, Origin, Passage } from '../types.ts'
import { UNDECODABLE } from './decode.ts'
import { insideLineDoubts, labelDoubts } from './label-doubts.ts'
import { lineEnd } from './lines.ts'
import { cutOf, type PassageFacts, type PassageParts, passageParts } from './passages.ts'
import { type Problem, problemReading } from './problems.ts'
import type { ByteSource, Reading, ReadOptions } from './reader.ts'
import { UNKNOWN_ROLE } from './roles.ts'
import { labelStyleOf } from './speaker-labels.ts'
import { type Speaker, speakerNames } from './speakers.ts'
import {
  frontEnd,
  piecesWithFront,
  type ScannedText,
  type Survey,
  scanText,
  surveyText,
} from './text-survey.ts'
import { quotedSpeaker } from './web/quoted-turns.ts'

/** What a text file is read as. */
export interface TextFile {
  readonly source: ByteSource
  readonly documentId: string
  /** Name of the reader. */
  readonly reader: string
  readonly isMarkdown: boolean
  /** Known before the text is looked at, in order: page headers, navigation. Not coded. */
  readonly leftOut?: readonly LeftOut[]
}

/** Reads a text file: one document, in one passage unless it is very long. */
export function* readText(file: TextFile, options: ReadOptions): Generator<Reading> {
  const { path, size } = file.source
  const limit = Math.max(1, options.passageLimit ?? PASSAGE_LIMIT)
  if (size === 0) {
    yield problemReading(path, EMPTY)
    return
  }
  const pieceLength = size <= limit ? limit : Math.min(limit, PIECE_LENGTH)
  const survey = surveyText(file.source, options, pieceLength)
  for (const problem of survey.problems) yield problemReading(path, problem)
  if (!('encoding' in survey)) return
  const given = new Set([...options.roles.keys()].map((label) => label.trim().toLowerCase()))
  const style = labelStyleOf(survey.labels, given)
  const speakerOf = speakerNames(options.roles)
  const roles = new Set([...(style?.labels ?? [])].map((label) => speakerOf(label, '').role))
  const facts: PassageFacts = {
    style,
    speakerOf,
    answersLackLabels: roles.size === 1 && [...roles].every((role) => ASKING.has(role)),
    quoted: quotedSpeaker(options.roles),
    self: { speaker: file.documentId, role: UNKNOWN_ROLE },
    pages: survey.pages,
    isMarkdown: file.isMarkdown,
    leftOut: file.leftOut ?? [],
  }
  const windows = windowsOf(file.source, survey, { pieceLength, style })
  const { lineBreaksOf } = options
  const stream: PassageStream = { file, survey, facts, given, lineBreaksOf }
  yield* passagesOf(stream, windows)
}

interface PassageStream {
  readonly file: TextFile
  readonly survey: Survey
  readonly facts: PassageFacts
  /** The labels of `voices.yaml` in lower case. */
  readonly given: ReadonlySet<string>
  readonly lineBreaksOf: ReadOptions['lineBreaksOf']
}

/** A stretch of the file that becomes one passage. */
interface Window {
  readonly scanned: ScannedText
  readonly isLast: boolean
}

function* passagesOf(stream: PassageStream, windows: Iterable<Window>): Generator<Reading> {
  const { path } = stream.file.source
  let document: Document | undefined
  let before: Speaker | undefined
  let origin: Origin = { codePoints: 0, line: 1, column: 0, turns: 0 }
  for (const { scanned, isLast } of windows) {
    const isFirst = document === undefined
    const from = isFirst ? frontEnd(stream.survey.front) : 0
    const parts = passageParts(scanned, stream.facts, { isFirst, isLast, from, before })
    document ??= documentOf(stream, parts)
    if (isFirst) for (const problem of doubts(stream, parts)) yield problemReading(path, problem)
    yield { kind: 'passage', passage: passageOf({ document, origin, from }, stream, parts) }
    before = parts.last
    if (!isLast) origin = originAfter(origin, parts)
  }
}

function documentOf(stream: PassageStream, parts: PassageParts): Document {
  const { file, survey } = stream
  const spans = parts.turns.map((turn) => turn.span)
  return {
    id: file.documentId,
    reader: file.reader,
    encoding: survey.encoding.name,
    attributes: survey.front.attributes,
    lineBreaks: stream.lineBreaksOf(parts.text, spans),
  }
}

function passageOf(
  place: { readonly document: Document; readonly origin: Origin; readonly from: number },
  stream: PassageStream,
  parts: PassageParts,
): Passage {
  const { text, turns, silent } = parts
  const front = stream.survey.front.leftOut
  const leftOut = place.from > 0 && front !== undefined ? [front, ...parts.leftOut] : parts.leftOut
  return { document: place.document, text, origin: place.origin, turns, silent, leftOut }
}

function originAfter(origin: Origin, parts: PassageParts): Origin {
  const { text, turns } = parts
  let line = origin.line
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line += 1
  const codePoints = origin.codePoints + codePointsOf(text)
  const last = text.slice(text.lastIndexOf('\n') + 1)
  const column = codePointsOf(last) + (line === origin.line ? origin.column : 0)
  return { codePoints, line, column, turns: origin.turns + turns.length }
}

function codePointsOf(text: string): number {
  return text.length - (text.match(PAIR)?.length ?? 0)
}

/** The text of the file, cut where a reader may pause. */
function* windowsOf(
  source: ByteSource,
  survey: Survey,
  plan: { readonly pieceLength: number; readonly style: PassageFacts['style'] },
): Generator<Window> {
  if (survey.whole !== undefined) {
    yield { scanned: survey.whole, isLast: true }
    return
  }
  let held = ''
  let from = frontEnd(survey.front)
  for (const piece of piecesWithFront(source, survey.encoding, plan.pieceLength)) {
    // The file was decoded once; it can only fail now if it has been changed meanwhile.
    if (piece === UNDECODABLE) throw new Error(`${source.path} changed while it was read.`)
    held += piece
    if (held.length < plan.pieceLength / FEWEST_PER_BYTE) continue
    const longestLine = LONGEST_LINE * plan.pieceLength
    if (held.length < longestLine && !held.includes('\n', from)) continue
    const scanned = scanText(held, from)
    const limits = { from, longestLine }
    const cut = cutOf(scanned, plan.style, limits)
    if (cut <= from || cut >= held.length) continue
    yield { scanned: upTo(scanned, cut), isLast: false }
    held = held.slice(cut)
    from = 0
  }
  yield { scanned: scanText(held, from), isLast: true }
}

function upTo(scanned: ScannedText, cut: number): ScannedText {
  const { lines } = scanned
  let length = lines.length
  while (length > 0 && (lines.bounds[2 * length - 1] ?? 0) > cut) length -= 1
  return {
    ...scanned,
    text: scanned.text.slice(0, cut),
    lines: { bounds: lines.bounds, length },
    heads: scanned.heads.filter((head) => head.line < cut),
    numbered: scanned.numbered.filter((line) => line.span.end <= cut),
  }
}

/** What the analyst should know of a file that could be read. */
function doubts(stream: PassageStream, parts: PassageParts): Problem[] {
  const problems: Problem[] = []
  const unnamed = parts.unnamed.reduce((sum, span) => sum + span.end - span.start, 0)
  if (unnamed > 0) {
    const message =
      `${Math.round((100 * unnamed) / parts.text.length)} % of the text stands before the first ` +
      'speaker label; its speaker is “unknown”. Put a label before it to say who speaks.'
    problems.push({ severity: 'warning', id: 'text-before-speakers', message })
  }
  if (stream.facts.style === undefined && looksLikeTable(parts.text)) {
    const message =
      'This looks like a table with a column for speakers; it is read as text without speakers. ' +
      'Export the transcript as running text with labels such as “P1:”.'
    problems.push({ severity: 'warning', id: 'table-as-text', message, line: 1 })
  }
  const { facts, given, survey } = stream
  const { text } = parts
  const read = { counts: survey.labels, style: facts.style, given, text }
  return [...problems, ...labelDoubts(read), ...insideLineDoubts(parts.insideLines, text)]
}

/** A first line with two tabs or more, one of whose columns is "Speaker". */
function looksLikeTable(text: string): boolean {
  const header = text.slice(0, Math.min(lineEnd(text, 0), LONGEST_HEADER))
  return header.split('\t').length > 2 && SPEAKER_COLUMN.test(header)
}

const EMPTY: Problem = {
  severity: 'warning',
  id: 'empty-file',
  message: 'The file is empty. Check that it was saved or exported completely.',
}
/** Roles that ask: where only they have labels, what lies between is answers. */
const ASKING = new Set(['interviewer', 'facilitator', 'moderator'])
/** Bytes up to which a file is one passage. */
const PASSAGE_LIMIT = 8 * 1024 * 1024
/** Bytes of a longer file that are read at once; larger pieces are slower, since they leave caches. */
const PIECE_LENGTH = 256 * 1024
/** A character has at most four bytes: a piece with fewer characters than this is its last. */
const FEWEST_PER_BYTE = 4
/** Lengths of a piece after which even a line without an end is cut. */
const LONGEST_LINE = 64
/** A character of two UTF-16 code units: "😀". */
const PAIR = /[\u{10000}-\u{10FFFF}]/gu
/** UTF-16 code units. */
const LONGEST_HEADER = 300
/** "speaker" in "Timespan⇥Content⇥Speaker". */
const SPEAKER_COLUMN = /\t *speaker *(?:\t|$)|^ *speaker *\t/iu
