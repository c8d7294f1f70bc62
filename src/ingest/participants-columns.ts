/** Which columns of a table of participants name somebody, by the names in its header. */
import type { Problem } from './problems.ts'
import type { SampledRow } from './tables/header.ts'
import { nearestHeader } from './tables/nearest-header.ts'

/** Columns of a table of participants, 0-based; undefined where there is no such column. */
export interface ParticipantColumns {
  readonly document: number | undefined
  readonly speaker: number | undefined
  /** Names a document or a speaker, as it comes. */
  readonly either: number | undefined
  readonly role: number | undefined
  /** What may become attributes. */
  readonly others: readonly number[]
  /** Whether speakers are named in a column that is for them. */
  readonly hasLabels: boolean
}

/** Recognises the columns; `id` is the name of the column that names the participants, if said. */
export function participantColumns(
  names: readonly string[],
  rows: readonly SampledRow[],
  id: string | undefined,
): ParticipantColumns | { readonly problem: Problem } {
  const keys = names.map(columnKey)
  const find = (known: ReadonlySet<string>) => columnAt(keys, (key) => known.has(key))
  const named = id === undefined ? undefined : columnAt(keys, (key) => key === columnKey(id))
  if (id !== undefined && named === undefined) return { problem: missingColumn(id, names) }
  const role = find(ROLE_NAMES)
  const plan = keyColumns(rows, {
    document: named === undefined ? find(DOCUMENT_NAMES) : undefined,
    speaker: named === undefined ? find(SPEAKER_NAMES) : undefined,
    id: named ?? find(ID_NAMES),
  })
  if (plan === undefined) return { problem: noKey(names) }
  const taken = [plan.document, plan.speaker, plan.either, role]
  const others = names.map((_, column) => column).filter((column) => !taken.includes(column))
  return { ...plan, role, others, hasLabels: plan.speaker !== undefined }
}

type KeyColumns = Pick<ParticipantColumns, 'document' | 'speaker' | 'either'>

interface NamedColumns {
  readonly document: number | undefined
  readonly speaker: number | undefined
  readonly id: number | undefined
}

/**
 * An id beside documents is the speaker's where a document has several rows; where each has one, the
 * rows are about documents and the id is one more fact. An id beside speakers is one, too.
 */
function keyColumns(
  rows: readonly SampledRow[],
  { document, speaker, id }: NamedColumns,
): KeyColumns | undefined {
  if (speaker !== undefined) return { document, speaker, either: undefined }
  if (document !== undefined) {
    const documents = rows.map(({ cells }) => cells[document] ?? '').filter((name) => name !== '')
    const hasSeveral = new Set(documents).size < documents.length
    return { document, speaker: hasSeveral ? id : undefined, either: undefined }
  }
  return id === undefined ? undefined : { document, speaker, either: id }
}

function columnAt(keys: readonly string[], isWanted: (key: string) => boolean): number | undefined {
  const found = keys.findIndex(isWanted)
  return found === -1 ? undefined : found
}

/** `Participant_ID` → `participant id`. */
function columnKey(name: string): string {
  return name.trim().toLowerCase().replace(GAPS, ' ')
}

function missingColumn(name: string, names: readonly string[]): Problem {
  const nearest = nearestHeader(name, names)
  const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`
  const message = `There is no column “${name}”.${hint} The columns are: ${listed(names)}.`
  return { severity: 'error', id: 'missing-column', message, line: 1 }
}

function noKey(names: readonly string[]): Problem {
  const message =
    `No column says who is meant. The columns are: ${listed(names)}. Call one “id”, “speaker” or ` +
    '“document”, or name it under participants: id: in voices.yaml.'
  return { severity: 'error', id: 'no-id-column', message, line: 1 }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_SHOWN).map((name) => `“${name}”`)
  const more = names.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

const MOST_SHOWN = 12
const DOCUMENT_NAMES = new Set([
  ...['document', 'document id', 'document name', 'doc', 'file', 'file name', 'filename'],
  ...['transcript', 'transcript id', 'transcript name', 'source', 'recording', 'interview file'],
])
const SPEAKER_NAMES = new Set(['speaker', 'speaker label', 'speaker id', 'speaker name', 'label'])
const ID_NAMES = new Set([
  ...['id', 'participant', 'participant id', 'participant no', 'participant number', 'pid'],
  ...['respondent', 'respondent id', 'response id', 'interviewee', 'person', 'person id'],
  ...['case', 'case id', 'code', 'interview', 'interview id', 'pseudonym'],
])
const ROLE_NAMES = new Set(['role', 'speaker role', 'participant role'])
/** "_" in "age_band" */
const GAPS = /[\s_.-]+/gu
