/** `voices codebook migrate`: results of an older version with the ids of today. */
import { join, resolve } from 'node:path'
import { amount } from '../amount.ts'
import { migrateRows, type Results } from '../codebook/migrate.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { exists, readText } from '../disk/project-files.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { type Format, writeTable } from '../format/table.ts'
import type { Problem } from '../ingest/problems.ts'
import { csvRows } from '../ingest/tables/csv-records.ts'
import { keptRow } from '../ingest/tables/table-row.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Codebook } from '../types.ts'
import { readCodebook } from './load-codebook.ts'

/** Options of `voices codebook migrate`. */
export interface MigrateOptions extends GivenOptions {
  readonly format: Format
}

/** Exit 0 where every id is known or leads to one that is, 1 where some do not. */
export async function codebookMigrate(
  [path]: readonly string[],
  options: MigrateOptions,
  io: Io,
): Promise<number> {
  if (path === undefined) {
    throw new CannotRun('Name the results, for example: voices codebook migrate results/')
  }
  const settings = await readSettings([], options, io.cwd)
  const { value: codebook, diagnostics } = await readCodebook(settings.codebook())
  if (codebook === undefined) {
    io.err(toLines(diagnostics, colours(io.showsProgress)))
    return FOUND
  }
  const results = resultsAt(path, io.cwd)
  checkOwner(results, codebook, path)
  const { rows, mapped, unknown } = migrateRows(results, codebook)
  const { columns } = results
  writeTable({ name: 'segments', columns, rows }, { format: options.format, csv: {} }, io.out)
  for (const [from, { to, rows: count }] of mapped) {
    io.err(`${from} is now ${to}: ${amount(count, 'row')}.\n`)
  }
  for (const [id, count] of unknown) {
    io.err(
      `${codebook.id} ${codebook.version} has no theme ${id}, and \`retired\` does not say where it went: ${amount(count, 'row')} left as before.\n`,
    )
  }
  return unknown.size > 0 ? FOUND : DONE
}

/** Results of another codebook are not touched: its themes may have the same ids. */
function checkOwner({ columns, rows }: Results, { id, path: own }: Codebook, path: string): void {
  const column = columns.indexOf('codebook')
  if (column === -1) return
  for (const row of rows) {
    const owner = row[column] ?? ''
    if (owner === id || owner === '') continue
    throw new CannotRun(
      `${path}: these are results of the codebook ${owner}, and ${own} is ${id}. Name the right one with --codebook.`,
    )
  }
}

/** The table `segments`, as a file or in a folder of results. */
function resultsAt(path: string, cwd: string): Results {
  const inside = join(path, 'segments.csv')
  const file = exists(resolve(cwd, inside)) ? inside : path
  const [header, ...rows] = recordsIn(readText(resolve(cwd, file), file), file)
  const columns = header?.cells ?? []
  checkColumns(columns, file)
  const tooLong = rows.find(({ cells }) => cells.length > columns.length)
  if (tooLong !== undefined) {
    throw new CannotRun(
      `${file}:${tooLong.line}: this row has ${amount(tooLong.cells.length, 'cell')}, and the first row names ${amount(columns.length, 'column')}. Put quotes around a text with a comma, or take out what is too much.`,
    )
  }
  return { columns, rows: rows.map(({ cells }) => columns.map((_, at) => cells[at] ?? '')) }
}

function checkColumns(columns: readonly string[], file: string): void {
  for (const needed of ['segment_id', 'theme']) {
    if (columns.includes(needed)) continue
    throw new CannotRun(
      `${file}: there is no column ${needed}. Give segments.csv, or the folder that it is in.`,
    )
  }
  const twice = USED_COLUMNS.find((name) => columns.indexOf(name) !== columns.lastIndexOf(name))
  if (twice === undefined) return
  throw new CannotRun(`${file}: two columns are named ${twice}. Give one of them another name.`)
}

/** Columns that are read or changed; others are passed on as they are. */
const USED_COLUMNS = 'segment_id theme theme_name rules matched negated text'.split(' ')

/** A row of a file, and the line on which it begins, 1-based. */
interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
}

function recordsIn(text: string, file: string): readonly FileRow[] {
  const problems: Problem[] = []
  const lineEnds = text.match(LINE_ENDS) ?? []
  const plain = text.replace(BYTE_ORDER_MARK, '').replaceAll('\r\n', '\n')
  const rows: FileRow[] = []
  for (const row of csvRows([plain], ',', problems)) {
    const cells = keptRow(row).map((value, cell) => {
      return value.includes('\n') ? withLineEnds(value, lineEnds, row.place(cell).line) : value
    })
    if (cells.join('') !== '') rows.push({ line: row.line, cells })
  }
  const wrong = problems.find(({ severity }) => severity === 'error')
  if (wrong === undefined) return rows
  throw new CannotRun(`${file}:${wrong.line ?? 1}: ${wrong.message}`)
}

/** A value with the line ends that it has in the file, where it begins on this line. */
function withLineEnds(value: string, lineEnds: readonly string[], line: number): string {
  const [first = '', ...rest] = value.split('\n')
  return rest.reduce((all, part, at) => `${all}${lineEnds[line - 1 + at] ?? '\n'}${part}`, first)
}

const LINE_ENDS = /\r?\n/gu
/** U+FEFF at the head of a file that was written for a spreadsheet. */
const BYTE_ORDER_MARK = /^\uFEFF/u
