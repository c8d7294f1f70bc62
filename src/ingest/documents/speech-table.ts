/**
 * Transcripts in tables: one row is what somebody says, with the speaker in a column of its own, as
 * NVivo writes and reads them (Timespan, Content, Speaker) and as many people type them.
 */
import { LONGEST_LABEL } from '../label-text.ts'
import { type CellTimes, cellTimes } from '../research/cell-times.ts'
import { asidesBetweenTurns } from '../subtitles/asides.ts'
import type { Utterance } from '../utterances.ts'
import { codePointsOf } from './code-points.ts'
import {
  type DocumentSpeech,
  leadingLabel,
  type NamedSpeaker,
  spokenLine,
  type TextLine,
  textLines,
  wholeLabel,
} from './document-speech.ts'
import type { Cell, DocumentText, Paragraph } from './document-text.ts'
import { type SpeechColumns, speechColumns } from './speech-columns.ts'
import { cellText, type TextRow, type TextTable, tablesOf, widthOf } from './text-tables.ts'

/** The speech of a document that is mainly such a table; undefined for any other document. */
export function tableSpeech(document: DocumentText): DocumentSpeech | undefined {
  const transcripts = transcriptsIn(tablesOf(document))
  if (transcripts.length === 0) return undefined
  const numbers = new Set(transcripts.map(({ table }) => table.number))
  const isInside = ({ cell }: Paragraph) => cell !== undefined && numbers.has(cell.table)
  const outside = document.paragraphs.filter((paragraph) => !isInside(paragraph))
  if (lengthOf(outside) > lengthOf(document.paragraphs) / 2) return undefined
  const merged = new Set(document.mergedCells.map(cellKey))
  const rows = transcripts.flatMap((transcript) => transcriptSpeech(transcript, merged))
  const leftOut = lengthOf(outside) < LEAST_SPEECH ? 'beside the transcript' : undefined
  const others = outside.flatMap(textLines).map((line) => ({ ...spokenLine(line), leftOut }))
  const utterances = [...rows, ...others].sort((a, b) => a.line - b.line || a.column - b.column)
  const hasSpeakers = rows.some(({ label }) => label !== undefined)
  return { utterances: [...asidesBetweenTurns(utterances, hasSpeakers)], hasSpeakers }
}

interface Transcript {
  readonly table: TextTable
  readonly columns: SpeechColumns
}

/** The tables that are transcripts; one that goes on on the next page needs no header of its own. */
function transcriptsIn(tables: readonly TextTable[]): Transcript[] {
  const transcripts: Transcript[] = []
  for (const table of tables) {
    const columns = speechColumns(table) ?? columnsBefore(table, transcripts.at(-1))
    if (columns !== undefined) transcripts.push({ table, columns })
  }
  return transcripts
}

function columnsBefore(
  table: TextTable,
  before: Transcript | undefined,
): SpeechColumns | undefined {
  if (before === undefined || widthOf(table) !== widthOf(before.table)) return undefined
  const { speaker } = before.columns
  if (speaker === undefined) return undefined
  const isLabelled = table.rows.every((row) => wholeLabel(cellText(row, speaker)) !== undefined)
  return isLabelled ? { ...before.columns, hasHeader: false } : undefined
}

/** Who speaks in a row. */
interface RowVoice extends Pick<NamedSpeaker, 'label' | 'details'> {
  /** UTF-16 code units of the words that are the label: 0 where it has its own column. */
  readonly length: number
}

function transcriptSpeech(
  { table, columns }: Transcript,
  merged: ReadonlySet<string>,
): Utterance[] {
  const { speaker, speech, hasHeader } = columns
  const [header, ...below] = table.rows
  const rows = hasHeader ? below : table.rows
  const inWords = (row: TextRow) => leadingLabel(row.cells.get(speech)?.[0]?.text ?? '')
  const areLabelled =
    rows.filter((row) => inWords(row) !== undefined).length >= MOSTLY * rows.length
  const said = hasHeader && header !== undefined ? headerText(header) : []
  let voice: RowVoice | undefined
  for (const row of rows) {
    if (speaker === undefined) voice = areLabelled ? inWords(row) : undefined
    else {
      const cell = { table: table.number, row: row.number, column: speaker }
      if (!merged.has(cellKey(cell))) voice = columnVoice(row, speaker, hasHeader)
    }
    for (const utterance of rowSpeech(row, columns, voice)) said.push(utterance)
    for (const utterance of otherColumns(row, columns)) said.push(utterance)
  }
  return said
}

/** Who speaks, by the column of speakers; under a header whatever stands there is a name. */
function columnVoice(row: TextRow, speaker: number, hasHeader: boolean): RowVoice | undefined {
  const written = (row.cells.get(speaker) ?? []).flatMap(textLines).map(({ text }) => text.trim())
  for (const text of written) {
    const label = wholeLabel(text)
    if (label !== undefined) return { ...label, length: 0 }
    const isName = hasHeader && text.length <= LONGEST_LABEL && NAME_LETTER.test(text)
    if (isName) return { label: text.replace(FINAL_COLON, ''), details: '', length: 0 }
  }
  return undefined
}

function rowSpeech(row: TextRow, columns: SpeechColumns, voice: RowVoice | undefined): Utterance[] {
  const lines = (row.cells.get(columns.speech) ?? []).flatMap(textLines)
  const times = rowTimes(row, columns)
  return lines.map((line, i) => ({
    ...spokenLine(i === 0 ? withoutStart(line, voice?.length ?? 0) : line),
    ...times,
    label: voice?.label,
    details: voice?.details,
  }))
}

/** What stands in other columns, such as notes; not the numbers of rows. */
function otherColumns(row: TextRow, columns: SpeechColumns): Utterance[] {
  const { speaker, speech, start, end } = columns
  const known = [speaker, speech, start, end]
  return [...row.cells].flatMap(([column, paragraphs]) => {
    const isKnown = known.includes(column) || !NAME_LETTER.test(cellText(row, column))
    const lines = isKnown ? [] : paragraphs.flatMap(textLines)
    return lines.map((line) => ({ ...spokenLine(line), leftOut: 'other column' }))
  })
}

function rowTimes(
  row: TextRow,
  { start, end }: SpeechColumns,
): Pick<Utterance, 'timeStart' | 'timeEnd'> {
  const first = start === undefined ? NO_TIMES : cellTimes(cellText(row, start))
  const last = end === undefined ? NO_TIMES : cellTimes(cellText(row, end))
  return { timeStart: first.start, timeEnd: last.start ?? first.end }
}

function withoutStart({ text, line, column }: TextLine, length: number): TextLine {
  return { text: text.slice(length), line, column: column + codePointsOf(text.slice(0, length)) }
}

function headerText(header: TextRow): Utterance[] {
  const lines = [...header.cells.values()].flat().flatMap(textLines)
  return lines.map((line) => ({ ...spokenLine(line), leftOut: 'table header' }))
}

function lengthOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

function cellKey({ table, row, column }: Cell): string {
  return `${table}/${row}/${column}`
}

const NO_TIMES: CellTimes = { start: undefined, end: undefined }
/** UTF-16 code units; more text beside a transcript is speech, whose speaker is unknown. */
const LEAST_SPEECH = 600
/** Share of rows whose words begin with a label. */
const MOSTLY = 0.6
/** "é" in "Zoé". */
const NAME_LETTER = /\p{L}/u
/** ":" in "Jo and Al:". */
const FINAL_COLON = /\s*:$/u
