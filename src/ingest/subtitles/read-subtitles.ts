/**
 * WebVTT and SubRip → passages. A file is looked at twice, a line at a time: who is named, and how,
 * is known before the first cue is given out. Times are given as they are written.
 */
import { whileGood } from '../bad-file.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { settleEncoding } from '../tables/table-encoding.ts'
import { type SpeechFile, speechPassages, type Utterance } from '../utterances.ts'
import { asidesBetweenTurns } from './asides.ts'
import { type Block, cueBlocks, type SubtitleFormat } from './cue-blocks.ts'
import { cueContent } from './cue-content.ts'
import { type CueSpeakers, cueSpeakers, type SpokenWords } from './cue-speakers.ts'
import { isModelPhrase } from './model-phrases.ts'
import { type SubtitleLine, subtitleLines } from './subtitle-lines.ts'
import { type SubtitleSurvey, surveyOf } from './subtitle-survey.ts'

/** A file of subtitles. */
export interface SubtitleFile {
  readonly source: ByteSource
  readonly documentId: string
  /** Also the name of its reader. */
  readonly format: SubtitleFormat
}

/** Reads a file of subtitles: one document. */
export function readSubtitles(
  { source, documentId, format }: SubtitleFile,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, function* () {
    if (source.size === 0) {
      yield problemReading(source.path, EMPTY)
      return
    }
    const { encoding, problems } = settleEncoding(source, options)
    for (const problem of problems) yield problemReading(source.path, problem)
    if (encoding === undefined) return
    const blocks = () => cueBlocks(subtitleLines(source, encoding), format)
    const given = new Set([...options.roles.keys()].map((label) => label.trim().toLowerCase()))
    const survey = surveyOf(blocks(), format, given)
    for (const problem of survey.problems) yield problemReading(source.path, problem)
    if (!survey.hasText) return
    const { hasSpeakers } = survey
    const file: SpeechFile = { documentId, reader: format, encoding: encoding.name, hasSpeakers }
    const utterances = asidesBetweenTurns(utterancesOf(blocks(), survey), hasSpeakers)
    yield* speechPassages(utterances, file, { ...options, passageLimit: limitOf(source, options) })
  })
}

/** A file that is longer than a passage may be comes in small ones, so that it needs no memory. */
function limitOf({ size }: ByteSource, { passageLimit = PASSAGE_LIMIT }: ReadOptions): number {
  return size > passageLimit ? Math.min(passageLimit, PIECE_LENGTH) : passageLimit
}

function* utterancesOf(
  blocks: Iterable<Block>,
  { style, hasSpeakers }: SubtitleSurvey,
): Generator<Utterance> {
  const speakers = cueSpeakers(style)
  for (const block of blocks) {
    if (block.kind === 'cut-off') continue
    if (block.kind === 'aside') yield* asideOf(block.lines, block.reason)
    else yield* saidIn(block, speakers, hasSpeakers)
  }
}

function* saidIn(
  block: Extract<Block, { kind: 'cue' }>,
  speakers: CueSpeakers,
  hasSpeakers: boolean,
): Generator<Utterance> {
  const { words, hasOnlyMetadata } = cueContent(block.lines)
  if (hasOnlyMetadata) yield* asideOf(block.lines, 'metadata')
  const times = { timeStart: block.times?.timeStart, timeEnd: block.times?.timeEnd }
  for (const part of words) {
    for (const spoken of speakers.spoken(part, block.isContinued)) {
      const utterance = utteranceOf(spoken, times)
      const isModels = !hasSpeakers && isModelPhrase(utterance.text)
      yield isModels ? { ...utterance, leftOut: 'phrase of a speech model' } : utterance
    }
  }
}

function utteranceOf(
  { label, details, words }: SpokenWords,
  times: Pick<Utterance, 'timeStart' | 'timeEnd'>,
): Utterance {
  const { text, places } = words
  const { line, column } = places[0] ?? { line: 1, column: 1 }
  return { label, details, text, ...times, line, column, places }
}

/** Lines that nobody says; each has its own place, since between them lines may be missing. */
function* asideOf(lines: readonly SubtitleLine[], reason: string): Generator<Utterance> {
  const places = []
  let text = ''
  for (const { text: written, line, column } of lines) {
    places.push({ offset: text.length, line, column })
    text += `${written}\n`
  }
  const { line, column } = lines[0] ?? { line: 1, column: 1 }
  yield { ...NOBODY, text: text.slice(0, -1), line, column, places, leftOut: reason }
}

/** Bytes up to which a file is one passage. */
const PASSAGE_LIMIT = 8 * 1024 * 1024
/** UTF-16 code units of a passage of a longer file. */
const PIECE_LENGTH = 256 * 1024
const NOBODY = { label: undefined, timeStart: undefined, timeEnd: undefined }
const EMPTY: Problem = {
  severity: 'warning',
  id: 'empty-file',
  message: 'The file is empty. Check that it was saved or exported completely.',
}
