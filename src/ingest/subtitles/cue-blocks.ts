/**
 * Lines of a file of subtitles → cues, and what stands beside them.
 *
 * Every line of times opens a cue; the line above it may be its identifier. So a blank line does not
 * end the words of a cue: programs leave some inside. Notes, styles and regions end at a blank line.
 */
import {
  type CueTimes,
  cueTimesOf,
  isBegunTimes,
  isDamagedTimes,
  wordsBehindTimes,
} from './cue-times.ts'
import { codePointsIn, type SubtitleLine } from './subtitle-lines.ts'

export type SubtitleFormat = 'web-vtt' | 'subrip'

/** A cue, a stretch that is no cue, or the place where the file was cut off. */
export type Block =
  | {
      readonly kind: 'cue'
      /** Undefined where they cannot be read. */
      readonly times: CueTimes | undefined
      /** The line of the times, 1-based. */
      readonly line: number
      readonly lines: readonly SubtitleLine[]
      /** Whether it goes on with the cue before it, which was too long to come in one. */
      readonly isContinued: boolean
    }
  | { readonly kind: 'aside'; readonly reason: string; readonly lines: readonly SubtitleLine[] }
  | { readonly kind: 'cut-off'; readonly line: number }

/** The blocks of a file, in order. */
export function* cueBlocks(
  lines: Iterable<SubtitleLine>,
  format: SubtitleFormat,
): Generator<Block> {
  const state = stateOf(format)
  for (const line of lines) yield* addLine(state, line)
  yield* endOf(state)
}

/** What is being read: the words of a cue, or something else; `style` is not kept. */
type Region = 'header' | 'cue' | 'note' | 'style' | 'outside'

interface State {
  readonly format: SubtitleFormat
  region: Region
  cue: { times: CueTimes | undefined; line: number; isContinued: boolean } | undefined
  lines: SubtitleLine[]
  /** UTF-16 code units of these lines. */
  length: number
  /** The last line with words, which may be the identifier of the cue below it. */
  held: Held | undefined
  isBlankBefore: boolean
  /** The last identifier that was a number or a GUID. */
  lastId: string
}

interface Held {
  readonly line: SubtitleLine
  readonly isBlankBefore: boolean
  isBlankAfter: boolean
}

function stateOf(format: SubtitleFormat): State {
  return {
    format,
    region: 'outside',
    cue: undefined,
    lines: [],
    length: 0,
    held: undefined,
    isBlankBefore: true,
    lastId: '',
  }
}

function* addLine(state: State, line: SubtitleLine): Generator<Block> {
  const text = line.text.trim()
  if (text === '') {
    yield* addBlank(state)
    return
  }
  const times = line.column === 1 ? cueTimesOf(text) : undefined
  if (times !== undefined || (line.column === 1 && isSpoiltTimes(state, text))) {
    yield* openCue(state, times, line)
    if (times !== undefined) addWordsBehind(state, line)
    return
  }
  yield* addHeld(state)
  const region = state.format === 'web-vtt' && state.isBlankBefore ? openedBy(text) : undefined
  if (region !== undefined) {
    yield* flush(state)
    state.region = region
  }
  const isBlankBefore = state.isBlankBefore && region === undefined
  state.held = {
    line: region === undefined ? line : restOf(line),
    isBlankBefore,
    isBlankAfter: false,
  }
  state.isBlankBefore = false
}

function* addBlank(state: State): Generator<Block> {
  state.isBlankBefore = true
  if (state.held !== undefined) state.held.isBlankAfter = true
  if (state.region === 'cue' || state.region === 'outside') return
  yield* addHeld(state)
  yield* flush(state)
  state.region = 'outside'
}

/** Times that cannot be read, or that break off below an identifier. */
function isSpoiltTimes({ held }: State, text: string): boolean {
  if (isDamagedTimes(text)) return true
  const isBelowId = held?.isBlankBefore === true && ID.test(held.line.text.trim())
  return isBelowId && isBegunTimes(text)
}

function* openCue(
  state: State,
  times: CueTimes | undefined,
  { line }: SubtitleLine,
): Generator<Block> {
  const { held } = state
  const id = held !== undefined && isIdentifier(state, held) ? held : undefined
  if (id === undefined) yield* addHeld(state)
  state.held = undefined
  yield* flush(state)
  if (id !== undefined) {
    const text = id.line.text.trim()
    if (ID.test(text)) state.lastId = text
    else if (SPACE.test(text)) yield { kind: 'aside', reason: 'cue name', lines: [id.line] }
  }
  state.region = 'cue'
  state.cue = { times, line, isContinued: false }
  state.isBlankBefore = false
}

/** Some programs write the words of a cue on the line of its times. */
function addWordsBehind(state: State, line: SubtitleLine): void {
  const start = wordsBehindTimes(line.text)
  if (start === undefined) return
  const column = line.column + codePointsIn(line.text.slice(0, start))
  state.lines.push({ ...line, text: line.text.slice(start), column })
  state.length += line.text.length - start
}

/** Whether the line above the times of a cue names the cue, and is not said. */
function isIdentifier(state: State, { line, isBlankBefore, isBlankAfter }: Held): boolean {
  const text = line.text.trim()
  if (ID.test(text) && (isBlankBefore || state.region === 'header')) return true
  if (!isBlankBefore) return GUID.test(text) || isNext(state.lastId, text)
  return state.format === 'web-vtt' && !isBlankAfter
}

/** Whether two numbers follow each other. */
function isNext(last: string, text: string): boolean {
  return NUMBER.test(text) && NUMBER.test(last) && Number(text) === Number(last) + 1
}

/** What a line that stands behind a blank line opens, if it opens something. */
function openedBy(text: string): Region | undefined {
  if (HEADER.test(text)) return 'header'
  if (PROGRAM_NOTE.test(text) || STYLE.test(text) || TIMESTAMP_MAP.test(text)) return 'style'
  return NOTE.test(text) ? 'note' : undefined
}

/** A line without the word that opens a block. */
function restOf(line: SubtitleLine): SubtitleLine {
  const word = OPENING_WORD.exec(line.text)?.[0] ?? ''
  return { ...line, text: line.text.slice(word.length), column: line.column + word.length }
}

/** The line that was held is no identifier: it belongs to what is being read. */
function* addHeld(state: State): Generator<Block> {
  const line = state.held?.line
  state.held = undefined
  const isKept = line !== undefined && state.region !== 'style' && line.text.trim() !== ''
  if (!isKept || TIMESTAMP_MAP.test(line.text)) return
  state.lines.push(line)
  state.length += line.text.length
  if (state.length < LONGEST_BLOCK) return
  yield* flush(state)
  if (state.cue !== undefined) state.cue = { ...state.cue, isContinued: true }
}

/** Gives out what was read; a cue without words too, since it has times. */
function* flush(state: State): Generator<Block> {
  const { region, cue, lines } = state
  state.lines = []
  state.length = 0
  if (region === 'cue' && cue !== undefined) yield { kind: 'cue', ...cue, lines }
  else if (lines.length > 0) yield { kind: 'aside', reason: REASONS[region], lines }
}

function* endOf(state: State): Generator<Block> {
  const { held, region } = state
  const isCutId = held !== undefined && isCutIdentifier(state, held)
  if (isCutId) state.held = undefined
  yield* addHeld(state)
  const { cue, lines, isBlankBefore } = state
  const lacksWords = cue?.isContinued === false && lines.length === 0
  const isCut = region === 'cue' && lacksWords && !isBlankBefore
  yield* flush(state)
  if (isCutId) yield { kind: 'cut-off', line: held.line.line }
  else if (isCut) yield { kind: 'cut-off', line: cue.line }
}

/** Whether the last line of a file is an identifier, or its beginning, or that of times. */
function isCutIdentifier({ lastId, region }: State, held: Held): boolean {
  if (region !== 'cue' || !held.isBlankBefore || held.isBlankAfter) return false
  const text = held.line.text.trim()
  if (isBegunTimes(text) || NUMBER.test(text) || GUID.test(text)) return true
  return GUID.test(lastId) && CUT_GUID.test(text)
}

const REASONS: Readonly<Record<Region, string>> = {
  header: 'header',
  cue: 'cue',
  note: 'note',
  style: 'style',
  outside: 'text outside cues',
}
/** UTF-16 code units of a block that come at once. */
const LONGEST_BLOCK = 16 * 1024
const SPACE = /\s/u
/** "12" */
const NUMBER = /^\d{1,9}$/u
/** "2e5b1c1e-6a2f-4f0c-9a53-0d2f1f8a7d11/12-0" */
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:[-/]\d+)*$/iu
/** "2e5b1c1e-6a2f-4f", where the file breaks off */
const CUT_GUID = /^[\da-f]{1,8}(?:-[\da-f]*){0,4}(?:[-/]\d*)*$/iu
/** A number or a GUID. */
const ID = new RegExp(`${NUMBER.source}|${GUID.source}`, 'iu')
/** "WEBVTT", "WEBVTT - Interview 3"; again where two files were joined. */
const HEADER = /^\ufeff?WEBVTT(?:[ \t]|$)/u
/** "NOTE", "NOTE The door opens." */
const NOTE = /^NOTE(?:[ \t]|$)/u
/** "NOTE Confidence: 0.91", which Stream writes over every cue. */
const PROGRAM_NOTE = /^NOTE\s+(?:confidence|duration|language|recognizability)\s*:/iu
/** "STYLE", "REGION" alone on their line */
const STYLE = /^(?:STYLE|REGION)$/u
/** "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0" */
const TIMESTAMP_MAP = /^\s*X-TIMESTAMP-MAP\s*=/u
/** "WEBVTT - ", "NOTE " */
const OPENING_WORD = /^\s*\ufeff?(?:WEBVTT|NOTE)(?:\s+[-–]\s+|\s*)/u
