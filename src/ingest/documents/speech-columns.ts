/** Which column of a table holds who speaks, which the words, which the times. */
import { isCellTime } from '../research/cell-times.ts'
import { wholeLabel } from './document-speech.ts'
import { cellText, type TextRow, type TextTable } from './text-tables.ts'

/** The columns of a transcript; `undefined` where there is none of the kind. */
export interface SpeechColumns {
  readonly speaker: number | undefined
  readonly speech: number
  readonly start: number | undefined
  readonly end: number | undefined
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean
}

/** The columns of a table that is a transcript; undefined for any other. */
export function speechColumns(table: TextTable): SpeechColumns | undefined {
  return namedColumns(table) ?? guessedColumns(table)
}

function namedColumns({ rows }: TextTable): SpeechColumns | undefined {
  const [header] = rows
  if (header === undefined) return undefined
  const find = (names: ReadonlySet<string>) =>
    [...header.cells.keys()].find((column) => names.has(nameIn(cellText(header, column))))
  const speaker = find(SPEAKER_NAMES)
  const speech = find(SPEECH_NAMES)
  const start = find(START_NAMES)
  if (speech === undefined || (speaker === undefined && start === undefined)) return undefined
  return { speaker, speech, start, end: find(END_NAMES), hasHeader: true }
}

/** `Time (s):` → `time`. */
function nameIn(written: string): string {
  return written.slice(0, LONGEST_HEADER).toLowerCase().replace(HEADER_END, '')
}

function guessedColumns({ rows }: TextTable): SpeechColumns | undefined {
  if (rows.length < FEWEST_ROWS) return undefined
  const columns = [...new Set(rows.flatMap((row) => [...row.cells.keys()]))].sort((a, b) => a - b)
  if (columns.length > MOST_COLUMNS) return undefined
  const texts = (column: number) =>
    rows.map((row) => cellText(row, column)).filter((text) => text !== '')
  const kinds = new Map(columns.map((column) => [column, kindOf(texts(column), rows)]))
  const of = (kind: ColumnKind) => columns.filter((column) => kinds.get(column) === kind)
  const [speaker, another] = of('labels')
  const [speech, more] = of('words')
  const [start, end] = of('times')
  if (speaker === undefined || speech === undefined) return undefined
  if (another !== undefined || more !== undefined) return undefined
  return { speaker, speech, start, end, hasHeader: false }
}

type ColumnKind = 'labels' | 'times' | 'numbers' | 'words'

function kindOf(texts: readonly string[], rows: readonly TextRow[]): ColumnKind {
  const mostly = (test: (text: string) => boolean) =>
    texts.filter(test).length >= MOSTLY * texts.length
  if (mostly((text) => NUMBER.test(text))) return 'numbers'
  if (mostly(isCellTime)) return 'times'
  const areMany = texts.length >= rows.length / 2
  return areMany && areLabels(texts) ? 'labels' : 'words'
}

/** A form names each person once; in a transcript names come again and again. */
function areLabels(texts: readonly string[]): boolean {
  const labels = texts.flatMap((text) => wholeLabel(text) ?? [])
  if (labels.length < MOSTLY * texts.length) return false
  const different = new Set(labels.map(({ label }) => label)).size
  if (different <= labels.length / COMING_AGAIN) return true
  return different < labels.length && labels.every(({ isCertain }) => isCertain)
}

const FEWEST_ROWS = 3
/** UTF-16 code units of a cell that names a column. */
const LONGEST_HEADER = 100
const MOST_COLUMNS = 6
const MOSTLY = 0.8
/** How often each label stands in its column, on average. */
const COMING_AGAIN = 1.5
/** "12", "12.". */
const NUMBER = /^\d{1,5}[.)]?$/u
/** ":", " (s)" behind a name of a column. */
const HEADER_END = /\s*(?:\(.*\))?\s*:?$/u
const SPEAKER_NAMES = new Set([
  'speaker',
  'speakers',
  'speaker name',
  'speaker label',
  'name',
  'who',
  'participant',
  'respondent',
  'person',
  'voice',
])
const SPEECH_NAMES = new Set([
  'content',
  'text',
  'transcript',
  'transcription',
  'speech',
  'utterance',
  'dialogue',
  'words',
  'what was said',
  'comment',
  'comments',
  'response',
  'answer',
])
const START_NAMES = new Set([
  'timespan',
  'time span',
  'time',
  'times',
  'timestamp',
  'time stamp',
  'timecode',
  'time code',
  'start',
  'start time',
  'begin',
  'from',
])
const END_NAMES = new Set(['end', 'end time', 'stop', 'to'])
