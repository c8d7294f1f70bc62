/**
 * Speech that comes in pieces with a speaker and a time each (cues, recognised segments, rows)
 * becomes passages: pieces of one speaker that follow each other are one turn, joined by a space,
 * so that a phrase is found across them; turns stand on lines of their own.
 */
import type { Cue, Document, LeftOut, Origin, Passage, SourceMark, Span, Turn } from '../types.ts'
import { lineEnd } from './lines.ts'
import { markSpans } from './marks.ts'
import type { Reading, ReadOptions } from './reader.ts'
import { UNKNOWN_ROLE } from './roles.ts'
import { joinedSpans, spansInside } from './span-order.ts'
import { type Speaker, speakerNames, UNKNOWN_SPEAKER } from './speakers.ts'
import { addressSpans } from './web-addresses.ts'

/** What somebody says in one piece. */
export interface Utterance {
  /** The speaker's label as written; undefined where the file does not say who speaks. */
  readonly label: string | undefined
  /** What stands behind the label: `social worker` in `Sue (social worker)`. */
  readonly details?: string | undefined
  /** The words, without markup. A line break is read as a space. */
  readonly text: string
  /** As written. */
  readonly timeStart: string | undefined
  readonly timeEnd: string | undefined
  /** Where the text begins in the source, 1-based. */
  readonly line: number
  readonly column: number
  /**
   * Where the text goes on in the source behind something that was taken out, such as a tag: in
   * order, the first at 0, and one at the beginning of each line. Left out where the lines of the
   * text are lines of the source.
   */
  readonly places?: readonly TextPlace[] | undefined
  /** Whether the column is that of a cell, which stays the same for all of the text. */
  readonly isFixed?: boolean | undefined
  /** Why this is kept but is no speech to be coded: `note`, `page title`. */
  readonly leftOut?: string | undefined
}

/** Where the text from `offset` on (UTF-16 code units) stands in the source, 1-based. */
export interface TextPlace {
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** The file that the speech comes from. */
export interface SpeechFile {
  readonly documentId: string
  /** Name of the reader. */
  readonly reader: string
  readonly encoding: string
  /** Whether the file names speakers at all; where it does, who is not named is unknown. */
  readonly hasSpeakers: boolean
  readonly attributes?: ReadonlyMap<string, string> | undefined
}

/**
 * The passages of a file: one, unless the file is longer than a passage may be. A longer one is cut
 * between two turns; a turn is cut only where it alone is as long as a passage.
 */
export function* speechPassages(
  utterances: Iterable<Utterance>,
  file: SpeechFile,
  options: ReadOptions,
): Generator<Reading> {
  const document: Document = {
    id: file.documentId,
    reader: file.reader,
    encoding: file.encoding,
    attributes: file.attributes ?? new Map(),
    lineBreaks: 'wrapped',
  }
  const limit = Math.max(1, options.passageLimit ?? PASSAGE_LIMIT)
  const speakerOf = speakerNames(options.roles)
  const self: Speaker = { speaker: file.documentId, role: UNKNOWN_ROLE }
  const nobody = file.hasSpeakers ? UNKNOWN_SPEAKER : self
  let origin: Origin = { codePoints: 0, line: 1, column: 0, turns: 0 }
  let parts = emptyParts()
  let isEmpty = true
  for (const utterance of utterances) {
    if (utterance.text.trim() === '') continue
    const { label, details } = utterance
    const speaker = label === undefined ? nobody : speakerOf(label, details ?? '')
    const isCut = turnBefore(parts, utterance, speaker) !== undefined
    if (parts.text.length >= (isCut ? LONGEST_TURN * limit : limit)) {
      parts.text += '\n'
      yield { kind: 'passage', passage: passageOf(parts, document, origin) }
      origin = originAfter(origin, parts)
      parts = emptyParts()
    }
    addUtterance(parts, utterance, speaker)
    isEmpty = false
  }
  if (isEmpty || parts.text !== '') {
    yield { kind: 'passage', passage: passageOf(parts, document, origin) }
  }
}

interface SpeechParts {
  text: string
  readonly turns: Turn[]
  readonly cues: Cue[]
  readonly leftOut: LeftOut[]
  readonly sourceMarks: SourceMark[]
}

function emptyParts(): SpeechParts {
  return { text: '', turns: [], cues: [], leftOut: [], sourceMarks: [] }
}

/** The turn that an utterance goes on with; undefined if it opens one, or is none. */
function turnBefore(
  parts: SpeechParts,
  { leftOut }: Utterance,
  speaker: Speaker,
): Turn | undefined {
  const last = parts.turns.at(-1)
  if (leftOut !== undefined || last?.span.end !== parts.text.length) return undefined
  return isSameVoice(last, speaker) ? last : undefined
}

function addUtterance(parts: SpeechParts, utterance: Utterance, speaker: Speaker): void {
  const { timeStart, timeEnd, leftOut } = utterance
  const last = turnBefore(parts, utterance, speaker)
  if (parts.text !== '') parts.text += last === undefined ? '\n' : ' '
  const span = addText(parts, utterance)
  if (leftOut !== undefined) {
    parts.leftOut.push({ span, reason: leftOut })
    return
  }
  if (timeStart !== undefined) parts.cues.push({ span, timeStart, timeEnd })
  const { speaker: name, role } = speaker
  if (last === undefined) parts.turns.push({ span, speaker: name, role, timeStart, timeEnd })
  else {
    const whole = { start: last.span.start, end: span.end }
    parts.turns[parts.turns.length - 1] = { ...last, span: whole, timeEnd: timeEnd ?? last.timeEnd }
  }
}

function isSameVoice(turn: Turn, { speaker, role }: Speaker): boolean {
  return turn.speaker === speaker && turn.role === role
}

/** Adds the words, line by line, each with its place in the source. */
function addText(parts: SpeechParts, utterance: Utterance): Span {
  const { text } = utterance
  const isFixed = utterance.isFixed === true
  const places = utterance.places ?? linePlaces(utterance)
  let start = -1
  let at = 0
  for (let from = 0; from <= text.length; from = lineEnd(text, from) + 1) {
    const written = text.slice(from, lineEnd(text, from))
    const speech = written.trim()
    if (speech === '') continue
    if (start !== -1) parts.text += ' '
    else start = parts.text.length
    const first = from + written.length - written.trimStart().length
    while ((places[at + 1]?.offset ?? text.length) <= first) at += 1
    addPlaces(parts, places, { at, first, end: first + speech.length, isFixed })
    parts.text += speech
  }
  return { start, end: parts.text.length }
}

/** Words of one line that come next in the text. */
interface NextWords {
  /** Index of the place where they begin. */
  readonly at: number
  /** In the text of the utterance. */
  readonly first: number
  readonly end: number
  readonly isFixed: boolean
}

function addPlaces(
  { text, sourceMarks }: SpeechParts,
  places: readonly TextPlace[],
  { at, first, end, isFixed }: NextWords,
): void {
  for (let i = at; i < places.length; i += 1) {
    const place = places[i]
    if (place === undefined || place.offset >= end) return
    // Between a place and the first word is only white space, whose columns are its length.
    const indent = isFixed ? 0 : Math.max(0, first - place.offset)
    const inText = text.length + Math.max(0, place.offset - first)
    const offset = sourceMarks.length === 0 ? 0 : inText
    sourceMarks.push({ offset, line: place.line, column: place.column + indent, isFixed })
  }
}

/** The lines of a text that are lines of the source; all in one place in a cell. */
function linePlaces({ text, line, column, isFixed }: Utterance): TextPlace[] {
  const places = [{ offset: 0, line, column }]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) {
    const below = { line: line + places.length, column: 1 }
    places.push({ offset: end + 1, ...(isFixed === true ? { line, column } : below) })
  }
  return places
}

function passageOf(parts: SpeechParts, document: Document, origin: Origin): Passage {
  const { text, turns, cues, leftOut, sourceMarks } = parts
  const frames = turns.map(({ span }) => span)
  const marks = joinedSpans([...markSpans(text), ...addressSpans(text)])
  const silent = spansInside(marks, frames)
  return { document, text, origin, turns, silent, leftOut, cues, sourceMarks }
}

function originAfter({ codePoints, turns, line, column }: Origin, parts: SpeechParts): Origin {
  const own = parts.text.length - (parts.text.match(PAIR)?.length ?? 0)
  return { codePoints: codePoints + own, line, column, turns: turns + parts.turns.length }
}

/** UTF-16 code units up to which a file is one passage. */
const PASSAGE_LIMIT = 8 * 1024 * 1024
/** So many passages long may a turn be before it is cut. */
const LONGEST_TURN = 2
/** A character of two UTF-16 code units: "😀". */
const PAIR = /[\u{10000}-\u{10FFFF}]/gu
