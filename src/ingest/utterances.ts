/**
 * Speech that comes in pieces with a speaker and a time each (cues, recognised segments, rows)
 * becomes passages: pieces of one speaker that follow each other are one turn, joined by a space,
 * so that a phrase is found across them; turns stand on lines of their own.
 */
import type { Cue, Document, LeftOut, Origin, Passage, SourceMark, Span, Turn } from '../types.ts'
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
  /** Whether the column is that of a cell, which stays the same for all of the text. */
  readonly isFixed?: boolean | undefined
  /** Why this is kept but is no speech to be coded: `note`, `page title`. */
  readonly leftOut?: string | undefined
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

/** The passages of a file: one, unless the file is longer than a passage may be. */
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
  const limit = options.passageLimit ?? PASSAGE_LIMIT
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
    addUtterance(parts, utterance, speaker)
    isEmpty = false
    if (parts.text.length < limit) continue
    parts.text += '\n'
    yield { kind: 'passage', passage: passageOf(parts, document, origin) }
    origin = originAfter(origin, parts)
    parts = emptyParts()
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

function addUtterance(parts: SpeechParts, utterance: Utterance, speaker: Speaker): void {
  const { timeStart, timeEnd, leftOut } = utterance
  const last = parts.turns.at(-1)
  const isNext = last !== undefined && last.span.end === parts.text.length
  const goesOn = leftOut === undefined && isNext && isSameVoice(last, speaker)
  if (parts.text !== '') parts.text += goesOn ? ' ' : '\n'
  const span = addText(parts, utterance)
  if (leftOut !== undefined) {
    parts.leftOut.push({ span, reason: leftOut })
    return
  }
  if (timeStart !== undefined) parts.cues.push({ span, timeStart, timeEnd })
  const { speaker: name, role } = speaker
  if (!goesOn) parts.turns.push({ span, speaker: name, role, timeStart, timeEnd })
  else {
    const whole = { start: last.span.start, end: span.end }
    parts.turns[parts.turns.length - 1] = { ...last, span: whole, timeEnd: timeEnd ?? last.timeEnd }
  }
}

function isSameVoice(turn: Turn, { speaker, role }: Speaker): boolean {
  return turn.speaker === speaker && turn.role === role
}

/** Adds the words, line by line, each with its place in the source. */
function addText(parts: SpeechParts, { text, line, column, isFixed }: Utterance): Span {
  let start = -1
  let at = { line, column }
  for (const written of text.split('\n')) {
    const speech = written.trim()
    if (speech !== '') {
      if (start !== -1) parts.text += ' '
      const indent = isFixed === true ? 0 : written.length - written.trimStart().length
      const offset = parts.text.length
      if (start === -1) start = offset
      parts.text += speech
      const mark = { line: at.line, column: at.column + indent, isFixed: isFixed === true }
      parts.sourceMarks.push({ offset: parts.sourceMarks.length === 0 ? 0 : offset, ...mark })
    }
    if (isFixed !== true) at = { line: at.line + 1, column: 1 }
  }
  return { start: Math.max(0, start), end: parts.text.length }
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
/** A character of two UTF-16 code units: "😀". */
const PAIR = /[\u{10000}-\u{10FFFF}]/gu
