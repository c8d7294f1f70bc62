/** Which columns of a delimited text make it a transcript: its words, times and speakers. */
import { csvRows } from '../tables/csv-records.ts'
import { keptRow } from '../tables/table-row.ts'
import { isCellTime } from './cell-times.ts'

/** How a transcript in a table is laid out; columns count from 0. */
export interface TranscriptColumns {
  readonly delimiter: string
  readonly speech: number
  readonly start: number | undefined
  readonly end: number | undefined
  readonly speaker: number | undefined
  /** Whether times are whole milliseconds, as Whisper writes them. */
  readonly isInMilliseconds: boolean
}

/**
 * The columns of a text whose first row names them and whose second holds a time where it should;
 * undefined for any other text. A table of answers has no column of speakers or times beside words.
 */
export function transcriptColumns(sample: string): TranscriptColumns | undefined {
  const first = sample.slice(0, sample.indexOf('\n') + 1)
  const delimiter = DELIMITERS.find((mark) => first.includes(mark))
  if (delimiter === undefined || first.length > LONGEST_HEADER) return undefined
  const [header, row] = firstRows(sample, delimiter)
  if (header === undefined || row === undefined) return undefined
  const names = header.map((name) => name.trim().toLowerCase())
  const columns = namedColumns(names)
  if (columns === undefined) return undefined
  const isTimed = columns.start === undefined || isCellTime(row[columns.start] ?? '')
  if (!isTimed) return undefined
  const isInMilliseconds = names.join(' ') === 'start end text' && delimiter === '\t'
  return { delimiter, ...columns, isInMilliseconds }
}

function firstRows(sample: string, delimiter: string): string[][] {
  const rows: string[][] = []
  for (const row of csvRows([sample], delimiter, [])) {
    if (rows.length === 2) break
    if (row.length > 1) rows.push([...keptRow(row)])
  }
  return rows
}

function namedColumns(names: readonly string[]) {
  const find = (known: ReadonlySet<string>) => {
    const column = names.findIndex((name) => known.has(name))
    return column === -1 ? undefined : column
  }
  const [speech, start, end, speaker] = [find(SPEECH), find(START), find(END), find(SPEAKER)]
  if (speech === undefined) return undefined
  const isTimed = start !== undefined && (names[start] === 'timespan' || end !== undefined)
  return isTimed || speaker !== undefined ? { speech, start, end, speaker } : undefined
}

const DELIMITERS = ['\t', ',', ';']
/** UTF-16 code units. */
const LONGEST_HEADER = 400
const SPEECH = new Set(['content', 'text', 'transcript', 'speech', 'utterance', 'dialogue', 'word'])
const START = new Set([
  'timespan',
  'start',
  'start time',
  'start timecode',
  'begin',
  'begin time',
  'timecode',
  'timecode in',
  'time in',
])
const END = new Set(['end', 'end time', 'end timecode', 'stop', 'timecode out', 'time out'])
const SPEAKER = new Set(['speaker', 'speakers', 'speaker name', 'speaker label'])
