/**
 * Rows of a table → passages. A row is a respondent and a document; each answer is a turn with a
 * paragraph of its own. Non-answers stay in the text, are no turn, and are listed as left out.
 */
import type { Document, LeftOut, Origin, Passage, SourceMark, Span, Turn } from '../../types.ts'
import { markSpans } from '../marks.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { Reading, ReadOptions } from '../reader.ts'
import { roleOf, UNKNOWN_ROLE } from '../roles.ts'
import { joinedSpans, spansInside, withoutWhite } from '../span-order.ts'
import { addressSpans } from '../web-addresses.ts'
import { cellText, plainValue } from './cell-text.ts'
import type { ColumnPlan } from './columns.ts'
import { lineNotes } from './line-notes.ts'
import { asksForMore, nonAnswer } from './non-answers.ts'
import { rowNames } from './row-ids.ts'
import type { CellPlace, TableRow } from './table-row.ts'

/** The table that the answers come from. */
export interface TableFile {
  readonly path: string
  /** The file's id, and what tells its tables apart if it has several: the name of a sheet. */
  readonly documentId: string
  readonly sheet?: string | undefined
  /** Name of the reader. */
  readonly reader: string
  readonly encoding: string
}

/** Name of the attribute that holds the question, where a table has several. */
export const QUESTION = 'question'

/** The answers of a table; `rows` adds what is wrong with it to `problems`. */
export function* tablePassages(
  rows: Iterable<TableRow>,
  problems: Problem[],
  { plan, file, options }: TableReading,
): Generator<Reading> {
  const answers = answerReader({ plan, file, options })
  for (const row of rows) {
    if (row.number < plan.header.firstRow) continue
    const passage = answers.passage(row)
    if (passage !== undefined) yield { kind: 'passage', passage }
  }
  answers.tell(problems)
  for (const problem of problems) yield problemReading(file.path, problem)
}

/** What is read, and how. */
export interface TableReading {
  readonly plan: ColumnPlan
  readonly file: TableFile
  readonly options: ReadOptions
}

interface AnswerReader {
  /** The document of a row; undefined for a row without anything in it. */
  passage(row: TableRow): Passage | undefined
  /** Adds what the analyst should know of the rows that were read. */
  tell(problems: Problem[]): void
}

function answerReader({ plan, file, options }: TableReading): AnswerReader {
  const { names } = plan.header
  const noun = file.reader === 'workbook' ? 'row' : 'line'
  const repeated = lineNotes(noun)
  const ragged = lineNotes(noun)
  const nameOf = rowNames()
  const roleNamed = roleNames(options)
  const prefix = `${file.documentId}#${file.sheet === undefined ? '' : `${file.sheet}/`}`
  const questions = plan.text.map((column): Question => {
    const name = names[column] ?? ''
    const attributes = plan.text.length > 1 ? new Map([[QUESTION, name]]) : undefined
    return { column, name, attributes, isAskedForMore: asksForMore(name), longest: 0, atLongest: 0 }
  })

  function passage(row: TableRow): Passage | undefined {
    if (isBlank(row)) return undefined
    if (isRagged(row, names.length)) ragged.add(row.line)
    const named = nameOf(plan.id === undefined ? undefined : row.cell(plan.id), row.number)
    if (named.isRepeated) repeated.add(row.line)
    const id = prefix + named.name
    const role = plan.role === undefined ? UNKNOWN_ROLE : roleNamed(row.cell(plan.role))
    const parts: AnswerParts = { text: '', endsLine: true, turns: [], leftOut: [], sourceMarks: [] }
    for (const question of questions) addAnswer(parts, row, question, { speaker: id, role })
    const attributes = new Map<string, string>()
    for (const column of plan.attributes) {
      const value = plainValue(row.cell(column))
      if (value !== '') attributes.set(names[column] ?? '', value)
    }
    return passageOf(id, attributes, parts)
  }

  function passageOf(id: string, attributes: Document['attributes'], parts: AnswerParts): Passage {
    const { text, turns, leftOut, sourceMarks } = parts
    const { reader, encoding } = file
    const lineBreaks = hasBreaks(text, turns)
      ? options.lineBreaksOf(text, turns.map(spanOf))
      : 'ends'
    const silent = MAY_BE_SILENT.test(text) ? silentIn(text, turns.map(spanOf)) : []
    const document: Document = { id, reader, encoding, attributes, lineBreaks }
    return { document, text, origin: ORIGIN, turns, silent, leftOut, sourceMarks }
  }

  function tell(problems: Problem[]): void {
    repeated.tell(problems, (shown) => {
      const column = plan.id === undefined ? '' : (names[plan.id] ?? '')
      return { severity: 'warning', id: 'repeated-id', message: repeatedIds(column, shown) }
    })
    ragged.tell(problems, (shown) => {
      return { severity: 'warning', id: 'ragged-rows', message: raggedRows(names.length, shown) }
    })
    for (const question of questions) {
      if (looksCut(question)) {
        problems.push({ severity: 'warning', id: 'cut-answers', message: cutAnswers(question) })
      }
    }
  }

  return { passage, tell }
}

/** A column of answers, and what was met in it. */
interface Question {
  readonly column: number
  readonly name: string
  readonly attributes: ReadonlyMap<string, string> | undefined
  readonly isAskedForMore: boolean
  /** Characters of the longest answer, and how many answers have as many. */
  longest: number
  atLongest: number
}

interface AnswerParts {
  text: string
  /** Whether the next answer begins a line as it is. */
  endsLine: boolean
  readonly turns: Turn[]
  readonly leftOut: LeftOut[]
  readonly sourceMarks: SourceMark[]
}

/** Adds an answer as a paragraph: a turn, or, where it is none, text that is left out. */
function addAnswer(
  parts: AnswerParts,
  row: TableRow,
  question: Question,
  who: Pick<Turn, 'speaker' | 'role'>,
): void {
  if (!parts.endsLine) parts.text += '\n'
  const value = row.cell(question.column)
  noteLength(question, value.length)
  const start = parts.text.length
  addText(parts, value, row.place(question.column))
  const whole = { start, end: parts.text.length }
  const answer = withoutWhite(parts.text, whole)
  const isBlank = answer.end <= answer.start
  // A blank answer holds its line, so that it has a place.
  if (isBlank) parts.text += '\n'
  parts.endsLine = isBlank
  const span = isBlank ? { start, end: parts.text.length } : answer
  const reason = nonAnswer(parts.text.slice(answer.start, answer.end), question.isAskedForMore)
  if (reason !== undefined) parts.leftOut.push({ span, reason })
  else {
    const { attributes } = question
    const turn = { span, ...who, timeStart: undefined, timeEnd: undefined }
    parts.turns.push(attributes === undefined ? turn : { ...turn, attributes })
  }
}

function addText(parts: AnswerParts, value: string, place: CellPlace): void {
  const { text, marks } = cellText(value, place)
  for (const { offset, line, column } of marks) {
    const { isFixed } = place
    parts.sourceMarks.push({ offset: parts.text.length + offset, line, column, isFixed })
  }
  parts.text += text
}

function isBlank(row: TableRow): boolean {
  for (let column = 0; column < row.length; column += 1) {
    if (row.cell(column).trim() !== '') return false
  }
  return true
}

/** Fewer cells than the header, or something behind its last column. */
function isRagged(row: TableRow, width: number): boolean {
  for (let column = width; column < row.length; column += 1) {
    if (row.cell(column).trim() !== '') return true
  }
  return row.length < width
}

/** Whether a line ends inside an answer. */
function hasBreaks(text: string, turns: readonly Turn[]): boolean {
  if (!text.includes('\n')) return false
  return turns.some(({ span }) => {
    const at = text.indexOf('\n', span.start)
    return at !== -1 && at < span.end
  })
}

function silentIn(text: string, spans: readonly Span[]): readonly Span[] {
  return spansInside(joinedSpans([...markSpans(text), ...addressSpans(text)]), spans)
}

function spanOf({ span }: Turn): Span {
  return span
}

/** The role that a cell names; each value is looked up once. */
function roleNames({ roles }: ReadOptions): (value: string) => string {
  const byValue = new Map<string, string>()
  return (value) => {
    const known = byValue.get(value)
    if (known !== undefined) return known
    const role = roleOf(plainValue(value), '', roles)
    if (byValue.size < MOST_ROLES) byValue.set(value, role)
    return role
  }
}

function noteLength(question: Question, length: number): void {
  if (length > question.longest) {
    question.longest = length
    question.atLongest = 0
  }
  if (length === question.longest) question.atLongest += 1
}

/** Several answers end at a length at which forms and spreadsheets cut. */
function looksCut({ longest, atLongest }: Question): boolean {
  return longest === LONGEST_CELL || (atLongest > 1 && CUT_LENGTHS.has(longest))
}

const repeatedIds = (column: string, rows: string) =>
  `The column “${column}” does not tell all respondents apart: ${rows} repeat an id. The number of the ` +
  'row was added to it there. Name another column with --id-column if there is one.'
const raggedRows = (width: number, rows: string) =>
  `The header has ${width} columns, but ${rows} ${rows.startsWith('line ') ? 'has' : 'have'} more or fewer. Look for a quotation mark or a ` +
  'separator inside an answer that is not quoted.'
const cutAnswers = ({ name, longest, atLongest }: Question) =>
  `The longest answer${atLongest === 1 ? '' : 's'} in “${name}” (${atLongest}) have exactly ${longest} characters. They were ` +
  'probably cut off by the tool that exported them; export them whole.'

const ORIGIN: Origin = { codePoints: 0, line: 1, column: 0, turns: 0 }
const MOST_ROLES = 1000
/** Characters at which exports cut answers. */
const CUT_LENGTHS = new Set([255, 256, 500, 1000, 1024, 2000, 4000, 8000])
/** What a cell of a spreadsheet can hold. */
const LONGEST_CELL = 32_767
/** "[laughs]", "(inaudible)", "*sighs*", "https://example.org", "www.example.org", "a@example.org" */
const MAY_BE_SILENT = /[[(*@<{]|:\/\/|www\./u
