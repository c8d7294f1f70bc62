/** Reads a table twice: a sample, to plan which columns hold what, and then all of it. */
import { BadFile } from '../bad-file.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { Reading, ReadOptions } from '../reader.ts'
import { type ColumnPlan, planTable } from './columns.ts'
import type { SampledRow } from './header.ts'
import { QUESTION, type TableFile, tablePassages } from './table-passages.ts'
import { keptRow, type Table } from './table-row.ts'

/** A table that was opened, or what stands against it. */
export interface OpenedTable {
  readonly table: Table | undefined
  readonly encoding: string
  readonly problems: readonly Problem[]
}

/** Reads the answers of a table. */
export function* readTable(
  { table, encoding, problems }: OpenedTable,
  file: Omit<TableFile, 'encoding'>,
  options: ReadOptions,
): Generator<Reading> {
  for (const problem of problems) yield problemReading(file.path, problem)
  if (table === undefined) return
  yield* readPlanned(table, planOf(table, options), { file: { ...file, encoding }, options })
}

/** What is opened of a file without content. */
export const NO_TABLE: OpenedTable = {
  table: undefined,
  encoding: '',
  problems: [
    {
      severity: 'warning',
      id: 'empty-file',
      message: 'The file is empty. Check that it was saved or exported completely.',
    },
  ],
}

/** Reads the answers of a table whose plan is made. */
export function* readPlanned(
  table: Table,
  plan: ColumnPlan,
  { file, options }: { readonly file: TableFile; readonly options: ReadOptions },
): Generator<Reading> {
  for (const problem of plan.problems) yield problemReading(file.path, problem)
  if (plan.text.length === 0) return
  const problems: Problem[] = []
  yield* tablePassages(table.rows(problems), problems, { plan, file, options })
}

/** What the columns of a table are, by its first rows. */
export function planOf(table: Table, options: ReadOptions): ColumnPlan {
  return planTable(sampleOf(table), table, options.table)
}

/** Names of the attributes that the answers of the tables of a file may have; none if it is bad. */
export function attributeNames(
  options: ReadOptions,
  open: () => readonly (Table | undefined)[],
): readonly string[] {
  try {
    const plans = open().flatMap((table) => (table === undefined ? [] : [planOf(table, options)]))
    return [...new Set(plans.flatMap(attributesOf))]
  } catch (error) {
    // What cannot be read is reported when it is read.
    if (!(error instanceof BadFile)) throw error
    return []
  }
}

function attributesOf({ header, text, attributes }: ColumnPlan): readonly string[] {
  if (text.length === 0) return []
  const names = attributes.map((column) => header.names[column] ?? '')
  return text.length > 1 ? [...names, QUESTION] : names
}

function sampleOf(table: Table): readonly SampledRow[] {
  const sample: SampledRow[] = []
  let length = 0
  for (const row of table.rows([])) {
    const cells = keptRow(row)
    sample.push({ number: row.number, cells })
    for (const cell of cells) length += cell.length + 1
    if (sample.length >= SAMPLED_ROWS || length >= SAMPLED_LENGTH) break
  }
  return sample
}

const SAMPLED_ROWS = 1000
/** UTF-16 code units. */
const SAMPLED_LENGTH = 4 * 1024 * 1024
