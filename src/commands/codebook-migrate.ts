/** `voices codebook migrate`: results of an older version with the ids of today. */
import { join, resolve } from 'node:path'
import { amount } from '../amount.ts'
import { migrateRows, type ResultRow } from '../codebook/migrate.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { exists, readText } from '../disk/project-files.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { type Format, writeTable } from '../format/table.ts'
import { csvRows } from '../ingest/tables/csv-records.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import { readCodebook } from './load-codebook.ts'

/** Options of `voices codebook migrate`. */
export interface MigrateOptions extends GivenOptions {
  readonly format: Format
}

/** Exit 0 where every id is known or leads to one that is, 1 where some do not. */
export async function codebookMigrate(
  [results]: readonly string[],
  options: MigrateOptions,
  io: Io,
): Promise<number> {
  if (results === undefined) {
    throw new CannotRun('Name the results, for example: voices codebook migrate results/')
  }
  const settings = await readSettings([], options, io.cwd)
  const { value: codebook, diagnostics } = await readCodebook(settings.codebook())
  if (codebook === undefined) {
    io.err(toLines(diagnostics, colours(io.showsProgress)))
    return FOUND
  }
  const { columns, rows } = resultsAt(results, io.cwd)
  const { rows: moved, mapped, unknown } = migrateRows(rows, codebook)
  const cells = moved.map((row) => columns.map((column) => row[column] ?? ''))
  writeTable(
    { name: 'segments', columns, rows: cells },
    { format: options.format, csv: {} },
    io.out,
  )
  for (const [from, { to, rows: count }] of mapped) {
    io.err(`${from} is now ${to}: ${amount(count, 'row')}.\n`)
  }
  for (const [id, count] of unknown) {
    io.err(
      `${codebook.id} ${codebook.version} has no theme ${id}, and \`retired\` does not say where it went: ${amount(count, 'row')} left as they were.\n`,
    )
  }
  return unknown.size > 0 ? FOUND : DONE
}

interface Results {
  readonly columns: readonly string[]
  readonly rows: readonly ResultRow[]
}

/** The table `segments`, as a file or in a folder of results. */
function resultsAt(path: string, cwd: string): Results {
  const inside = join(path, 'segments.csv')
  const file = exists(resolve(cwd, inside)) ? inside : path
  const text = readText(resolve(cwd, file), file).replace(BYTE_ORDER_MARK, '')
  const [columns, ...rows] = valuesIn(text.replaceAll('\r\n', '\n'))
  for (const needed of ['segment_id', 'theme']) {
    if (columns?.includes(needed) === true) continue
    throw new CannotRun(
      `${file}: there is no column ${needed}. Give segments.csv, or the folder that it is in.`,
    )
  }
  const names = columns ?? []
  return {
    columns: names,
    rows: rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))),
  }
}

function valuesIn(text: string): string[][] {
  const rows: string[][] = []
  for (const row of csvRows([text], ',', [])) {
    rows.push(Array.from({ length: row.length }, (_, cell) => row.cell(cell)))
  }
  return rows
}

/** U+FEFF at the head of a file that was written for a spreadsheet. */
const BYTE_ORDER_MARK = /^\uFEFF/u
