/** A table of participants → who is meant by each row, and what it says of them. */
import {
  LEADING_ROLES,
  type Participant,
  type Participants,
  participantName,
} from './participants.ts'
import { type ParticipantColumns, participantColumns } from './participants-columns.ts'
import type { Problem } from './problems.ts'
import { roleName, UNKNOWN_ROLE, vocabularyRole } from './roles.ts'
import { plainValue } from './tables/cell-text.ts'
import { type Header, headerOf, type SampledRow } from './tables/header.ts'
import { lineNotes } from './tables/line-notes.ts'
import { looksPersonal, namesPersonal } from './tables/personal-data.ts'
import { keptRow, type Table } from './tables/table-row.ts'

/** What the analyst says of the table of participants. */
export interface ParticipantChoice {
  /** As the analyst would write it. */
  readonly path: string
  /** The column that names the participants; undefined to recognise it. */
  readonly id: string | undefined
  /** Attributes that are wanted even if they are personal data. */
  readonly wanted: ReadonlySet<string>
  /** Whether rows of tables of answers may be meant by a number alone. */
  readonly meansNumbers: boolean
}

/** The participants of a table and what the analyst should know; none where it names nobody. */
export interface FoundParticipants {
  readonly participants: Participants | undefined
  readonly problems: readonly Problem[]
}

/** Reads the participants out of a table. */
export function participantsOf(table: Table, choice: ParticipantChoice): FoundParticipants {
  const problems: Problem[] = []
  const rows = rowsOf(table, problems)
  const header = headerOf(rows.slice(0, SAMPLED_ROWS))
  const body = rows.filter(({ number, cells }) => {
    return number >= header.firstRow && cells.some((cell) => cell !== '')
  })
  const columns = participantColumns(header.names, body, choice.id)
  if ('problem' in columns) return { participants: undefined, problems: [columns.problem] }
  const personal = personalColumns(header, body, columns, choice)
  const kept = columns.others.filter((column) => !personal.includes(column))
  if (personal.length > 0) problems.push(personalData(personal, header))
  const found = collect({ rows: body, header, columns, kept }, problems)
  const participants: Participants = {
    path: choice.path,
    hasLabels: columns.hasLabels,
    meansNumbers: choice.meansNumbers,
    attributeNames: kept.map((column) => header.names[column] ?? ''),
    ...found,
  }
  return { participants, problems }
}

interface ParticipantRow extends SampledRow {
  readonly line: number
}

function rowsOf(table: Table, problems: Problem[]): readonly ParticipantRow[] {
  const rows: ParticipantRow[] = []
  for (const row of table.rows(problems)) {
    rows.push({ number: row.number, line: row.line, cells: keptRow(row).map(plainValue) })
  }
  return rows
}

/** Columns that lead to a person have no place in what is published. */
function personalColumns(
  { names }: Header,
  rows: readonly SampledRow[],
  { others }: ParticipantColumns,
  { wanted }: ParticipantChoice,
): readonly number[] {
  return others.filter((column) => {
    const name = names[column] ?? ''
    if (wanted.has(name)) return false
    return namesPersonal(name) || rows.some(({ cells }) => looksPersonal(cells[column] ?? ''))
  })
}

function personalData(columns: readonly number[], { names }: Header): Problem {
  const listed = columns.map((column) => `“${names[column] ?? ''}”`).join(', ')
  const message =
    `These columns look like personal data and are not used: ${listed}. ` +
    'To use one all the same, name it under attributes in voices.yaml.'
  return { severity: 'warning', id: 'personal-data', message }
}

interface Collecting {
  readonly rows: readonly ParticipantRow[]
  readonly header: Header
  readonly columns: ParticipantColumns
  /** Columns that become attributes. */
  readonly kept: readonly number[]
}

function collect(
  { rows, header, columns, kept }: Collecting,
  problems: Problem[],
): Pick<Participants, 'rows' | 'byDocument' | 'bySpeaker' | 'byBoth'> {
  const found: Participant[] = []
  const register = emptyRegister()
  const repeated = lineNotes()
  const nameless = lineNotes()
  for (const { line, cells } of rows) {
    const names = namesIn(cells, columns)
    if (names === undefined) {
      nameless.add(line)
      continue
    }
    const role = columns.role === undefined ? undefined : roleIn(cells[columns.role] ?? '')
    const attributes = attributesIn(cells, kept, header)
    const participant = { index: found.length, line, shown: names.shown, role, attributes }
    found.push(participant)
    if (!register.add(names, participant)) repeated.add(line)
  }
  repeated.tell(problems, (lines) => warning('repeated-row', REPEATED(lines)))
  nameless.tell(problems, (lines) => warning('nameless-row', NAMELESS(lines)))
  return { rows: found, ...register.lists }
}

/** Whom a row means; a name is empty where it is not said. */
interface MeantNames {
  readonly document: string
  readonly speaker: string
  readonly either: string
  readonly shown: string
}

function namesIn(cells: readonly string[], columns: ParticipantColumns): MeantNames | undefined {
  const cellOf = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''))
  const document = cellOf(columns.document)
  const speaker = cellOf(columns.speaker)
  const either = cellOf(columns.either)
  const shown = either || [speaker, document].filter((name) => name !== '').join(' in ')
  return shown === '' ? undefined : { document, speaker, either, shown }
}

/** Participants by the names that mean them; of several rows with the same names, the first. */
function emptyRegister() {
  const byDocument = new Map<string, Participant>()
  const bySpeaker = new Map<string, Participant>()
  const byBoth = new Map<string, Map<string, Participant>>()

  function put(list: Map<string, Participant>, name: string, participant: Participant): boolean {
    const key = participantName(name)
    if (list.has(key)) return false
    list.set(key, participant)
    return true
  }

  /** False where somebody has these names already. */
  function add({ document, speaker, either }: MeantNames, participant: Participant): boolean {
    if (either !== '') {
      return put(byDocument, either, participant) && put(bySpeaker, either, participant)
    }
    if (speaker === '') return put(byDocument, document, participant)
    if (document === '') return put(bySpeaker, speaker, participant)
    const key = participantName(document)
    const inDocument = byBoth.get(key) ?? new Map<string, Participant>()
    byBoth.set(key, inDocument)
    return put(inDocument, speaker, participant)
  }

  return { add, lists: { byDocument, bySpeaker, byBoth } }
}

function warning(id: string, message: string): Omit<Problem, 'line'> {
  return { severity: 'warning', id, message }
}

/**
 * A role as it is written, in the form of roles: `Social worker` → `social_worker`. Words for those
 * who lead the talk become the role that codebooks leave out: `Researcher` → `interviewer`.
 */
function roleIn(written: string): string | undefined {
  const name = roleName(written)
  if (name === '') return undefined
  const meant = vocabularyRole(written)
  return meant !== UNKNOWN_ROLE && LEADING_ROLES.has(meant) ? meant : name
}

function attributesIn(
  cells: readonly string[],
  columns: readonly number[],
  { names }: Header,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const column of columns) {
    const value = cells[column] ?? ''
    if (value !== '') attributes.set(names[column] ?? '', value)
  }
  return attributes
}

const REPEATED = (lines: string) =>
  `Somebody who was named before is named again in ${lines}. The first row counts; delete the others, ` +
  'or tell them apart with a column “document” or “speaker”.'
const NAMELESS = (lines: string) => `Nobody is named in ${lines}; what stands there is not used.`
/** Rows in which a header is looked for. */
const SAMPLED_ROWS = 50
