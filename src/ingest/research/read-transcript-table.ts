/** Transcripts in delimited tables → passages, a row at a time. */
import { BadFile, whileGood } from '../bad-file.ts'
import { leadingLabel } from '../documents/document-speech.ts'
import { labelAt } from '../label-text.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { isModelPhrase } from '../subtitles/model-phrases.ts'
import { csvRows } from '../tables/csv-records.ts'
import { settledPieces, settleEncoding } from '../tables/table-encoding.ts'
import type { CellPlace, TableRow } from '../tables/table-row.ts'
import { speechPassages, type TextPlace, type Utterance } from '../utterances.ts'
import { cellTimes } from './cell-times.ts'
import { clockTime } from './clock-times.ts'
import { type TranscriptColumns, transcriptColumns } from './transcript-columns.ts'

/** Reads a transcript whose rows are stretches of speech or words. */
export function readTranscriptTable(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, function* () {
    const { encoding, problems } = settleEncoding(source, options)
    for (const problem of problems) yield problemReading(source.path, problem)
    if (encoding === undefined) return
    const [start = ''] = settledPieces(source, encoding)
    const columns = transcriptColumns(start)
    if (columns === undefined) throw new BadFile('no-speech-found', NO_SPEECH, 1)
    const found: Problem[] = []
    const rows = csvRows(settledPieces(source, encoding), columns.delimiter, found)
    const areLabelled = columns.speaker === undefined && haveLabels(start, columns)
    const hasSpeakers = columns.speaker !== undefined || areLabelled
    const file = { documentId, reader: 'transcript-table', encoding: encoding.name, hasSpeakers }
    yield* speechPassages(utterancesOf(rows, columns, areLabelled), file, options)
    for (const problem of found) yield problemReading(source.path, problem)
  })
}

/** Whether the words of most rows begin with a label, where no column says who speaks. */
function haveLabels(sample: string, { delimiter, speech }: TranscriptColumns): boolean {
  let rows = -1
  let labelled = 0
  for (const row of csvRows([sample], delimiter, [])) {
    rows += 1
    if (rows > 0 && leadingLabel(row.cell(speech)) !== undefined) labelled += 1
  }
  return labelled > 0 && labelled >= MOSTLY * rows
}

function* utterancesOf(
  rows: Iterable<TableRow>,
  columns: TranscriptColumns,
  areLabelled: boolean,
): Generator<Utterance> {
  let isHeader = true
  for (const row of rows) {
    const { speech } = columns
    const written = row.cell(speech)
    if (written.trim() === '') continue
    const place = row.place(speech)
    const isNamed = !isHeader && areLabelled
    const inWords = isNamed ? leadingLabel(written) : undefined
    const length = inWords?.length ?? 0
    const places = placesBehind(written, length, place)
    const { line, column } = places[0] ?? place
    yield {
      ...(inWords ?? speakerOf(row, columns)),
      ...(isHeader ? NO_TIMES : timesOf(row, columns)),
      text: written.slice(length),
      line,
      column,
      places,
      leftOut: isHeader ? 'table header' : madeUp(written, columns),
    }
    isHeader = false
  }
}

/** Where the words behind a label stand: each line of them, and what follows a doubled quote. */
function placesBehind(written: string, length: number, place: CellPlace): TextPlace[] {
  let { line, column } = place
  const places: TextPlace[] = []
  for (let at = 0; at <= written.length; at += 1) {
    const before = written.charAt(at - 1)
    if (before === '\n') {
      line += 1
      column = 1
    } else if (before === '"' && place.isQuoted) column += 2
    else if (at > 0 && !LOW_HALF.test(before)) column += 1
    const isNew = before === '\n' || (before === '"' && place.isQuoted)
    if (at === length || (at > length && isNew)) places.push({ offset: at - length, line, column })
  }
  return places
}

/** `P2`, `P2 (female, 15):`; under a header of its own, whatever stands there is a name. */
function speakerOf(
  row: TableRow,
  { speaker }: TranscriptColumns,
): Pick<Utterance, 'label' | 'details'> {
  const name = speaker === undefined ? '' : row.cell(speaker).trim().replace(FINAL_COLON, '')
  if (name === '') return { label: undefined }
  const label = labelAt(name, 0, name.length)
  return label?.next === name.length ? label : { label: name }
}

function timesOf(
  row: TableRow,
  columns: TranscriptColumns,
): Pick<Utterance, 'timeStart' | 'timeEnd'> {
  const first = columns.start === undefined ? UNTIMED : cellTimes(row.cell(columns.start))
  const last = columns.end === undefined ? undefined : cellTimes(row.cell(columns.end)).start
  const [timeStart, timeEnd] = [first.start, last ?? first.end]
  if (!columns.isInMilliseconds) return { timeStart, timeEnd }
  return { timeStart: inMilliseconds(timeStart), timeEnd: inMilliseconds(timeEnd) }
}

/** Whisper writes words into silence, and no speakers. */
function madeUp(written: string, { isInMilliseconds }: TranscriptColumns): string | undefined {
  return isInMilliseconds && isModelPhrase(written) ? 'phrase of a speech model' : undefined
}

function inMilliseconds(time: string | undefined): string | undefined {
  return clockTime(time === undefined ? undefined : Number(time))
}

const UNTIMED = { start: undefined, end: undefined }
const NO_TIMES = { timeStart: undefined, timeEnd: undefined }
/** Share of rows whose words begin with a label. */
const MOSTLY = 0.6
/** The second half of a character of two code units, which has the column of the first. */
const LOW_HALF = /[\udc00-\udfff]/u
/** ":" in "P1:". */
const FINAL_COLON = /\s*:$/u
const NO_SPEECH =
  'No transcript was found in this table: its first row should name a column of times (“Timespan” ' +
  'or “Start Time”) and one of words (“Content” or “Text”). Rename the columns.'
