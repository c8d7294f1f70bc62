/** Which columns of a table are read as what: as the analyst says, else as they look. */
import type { Problem } from '../problems.ts'
import type { TableColumns } from '../reader.ts'
import { plainValue } from './cell-text.ts'
import { columnFacts } from './column-facts.ts'
import {
  guessAttributes,
  guessId,
  guessRole,
  guessText,
  isColumnList,
  type SampledColumn,
} from './column-guesses.ts'
import { type Header, headerOf, type SampledRow } from './header.ts'
import { nearestHeader } from './nearest-header.ts'
import type { MergedCells } from './table-row.ts'

/** What the columns of a table are. Columns are 0-based. */
export interface ColumnPlan {
  readonly header: Header
  /** Undefined where rows are named by their number. */
  readonly id: number | undefined
  /** Empty where no column holds answers. */
  readonly text: readonly number[]
  readonly attributes: readonly number[]
  readonly role: number | undefined
  /** What was guessed or could not be found. */
  readonly problems: readonly Problem[]
}

/** Plans the reading of a table from a sample of its rows. */
function planColumns(
  rows: readonly SampledRow[],
  header: Header,
  given: TableColumns | undefined,
): ColumnPlan {
  const finder = columnFinder(header)
  const columns = sampledColumns(rows, header)
  const named = given?.text ?? []
  const id = given?.id === undefined ? guessId(columns) : finder.find(given.id)
  const free = columns.filter(({ column }) => column !== id)
  const isList = named.length === 0 && isColumnList(header.names)
  const text = named.length > 0 ? finder.all(named) : isList ? [] : guessText(free)
  const rest = free.filter(({ column }) => !text.includes(column))
  const attributes = given?.attributes ? finder.all(given.attributes) : guessAttributes(rest)
  const plan = { header, id, text, attributes, role: guessRole(rest) }
  if (finder.problems.length > 0) return { ...plan, text: [], problems: finder.problems }
  if (text.length === 0) return { ...plan, problems: [noAnswers(header)] }
  return { ...plan, problems: guessProblems(plan, given) }
}

/** The plan of a table whose first rows are these. */
export function planTable(
  rows: readonly SampledRow[],
  known: {
    readonly names?: readonly string[] | undefined
    readonly merged?: readonly MergedCells[] | undefined
  },
  given: TableColumns | undefined,
): ColumnPlan {
  const header: Header =
    known.names === undefined
      ? headerOf(rows, known.merged)
      : { names: known.names, aliases: [], firstRow: 1 }
  return planColumns(rows, header, given)
}

function sampledColumns(rows: readonly SampledRow[], header: Header): readonly SampledColumn[] {
  const data = rows.filter(({ number, cells }) => {
    return number >= header.firstRow && cells.some((cell) => cell.trim() !== '')
  })
  return header.names.map((name, column) => {
    const facts = columnFacts(data.map(({ cells }) => cells[column] ?? ''))
    return { column, name, facts }
  })
}

interface ColumnFinder {
  find(name: string): number | undefined
  all(names: readonly string[]): readonly number[]
  readonly problems: readonly Problem[]
}

/** Finds columns by name, without regard to case; what is missing becomes a problem. */
function columnFinder({ names, aliases }: Header): ColumnFinder {
  const problems: Problem[] = []
  const byName = new Map<string, number>()
  for (const list of [names, aliases]) {
    for (const [column, name] of list.entries()) {
      const key = name.toLowerCase()
      if (key !== '' && !byName.has(key)) byName.set(key, column)
    }
  }
  const find = (name: string) => {
    const column = byName.get(plainValue(name).toLowerCase())
    if (column === undefined) problems.push(missing(name, names))
    return column
  }
  const all = (wanted: readonly string[]) => {
    const found = wanted.map(find).filter((column) => column !== undefined)
    return [...new Set(found)].sort((a, b) => a - b)
  }
  return { find, all, problems }
}

function missing(name: string, names: readonly string[]): Problem {
  const nearest = nearestHeader(name, names)
  const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`
  const message = `There is no column “${name}”.${hint} The columns are: ${quoted(names)}.`
  return { severity: 'error', id: 'missing-column', message, line: 1 }
}

function noAnswers({ names }: Header): Problem {
  const message =
    `No column looks like answers, so that nothing was read. The columns are: ${quoted(names)}. ` +
    'Name the columns of answers with --text-column, or under table: text: in voices.yaml.'
  return { severity: 'warning', id: 'no-answers', message }
}

/** One warning that says what was guessed, and how to say it. */
function guessProblems(
  plan: Omit<ColumnPlan, 'problems'>,
  given: TableColumns | undefined,
): readonly Problem[] {
  const { names } = plan.header
  const nameOf = (column: number) => names[column] ?? ''
  const parts: string[] = []
  const options: string[] = []
  if (given === undefined || given.text.length === 0) {
    parts.push(`answers in ${quoted(plan.text.map(nameOf))}`)
    options.push('--text-column')
  }
  if (given?.id === undefined) {
    const id = plan.id === undefined ? 'the number of the row' : `“${nameOf(plan.id)}”`
    parts.push(`the respondent in ${id}`)
    options.push('--id-column')
  }
  if (given?.attributes === undefined) {
    const { attributes } = plan
    parts.push(
      attributes.length > 0 ? `attributes in ${quoted(attributes.map(nameOf))}` : 'no attributes',
    )
    options.push('--attribute-column')
  }
  if (parts.length === 0) return []
  const message =
    `The columns were guessed: ${parts.join('; ')}. If that is not right, name them with ` +
    `${listed(options)}, or under table: in voices.yaml.`
  return [{ severity: 'warning', id: 'guessed-columns', message }]
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Names in quotation marks; long ones cut, and at most a dozen. */
function quoted(names: readonly string[]): string {
  const shown = names.slice(0, MOST_SHOWN).map((name) => {
    return name.length > LONGEST_SHOWN
      ? `“${name.slice(0, LONGEST_SHOWN).trimEnd()}…”`
      : `“${name}”`
  })
  const more = names.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

const MOST_SHOWN = 12
/** UTF-16 code units. */
const LONGEST_SHOWN = 70
