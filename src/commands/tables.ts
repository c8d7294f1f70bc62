/** `voices segments`, `frequencies` and `quotes`: one table of the analysis on standard output. */

import { frequencies } from '../analyse/frequencies.ts'
import { quotesTable } from '../analyse/quotes.ts'
import { nearestName } from '../codebook/nearest.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { cellCollector } from '../format/cells.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { toJsonLine } from '../format/json.ts'
import { type Format, writeTable } from '../format/table.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import type { RunResult } from '../run-facts.ts'
import type { GivenOptions } from '../settings.ts'
import type { Cell, Codebook } from '../types.ts'
import {
  type CodingRun,
  prepareRun,
  problemsOf,
  runToCells,
  runToCounts,
  runToCsv,
} from './coding-run.ts'

/** Options of the commands that print a table. */
export interface TableOptions extends GivenOptions {
  readonly format: Format
  readonly excel?: boolean
  readonly perTheme?: number | undefined
}

/** Prints the table `segments`; CSV and JSON lines are streamed. */
export async function segments(
  paths: readonly string[],
  options: TableOptions,
  io: Io,
): Promise<number> {
  const run = await prepareRun(paths, options, io)
  if (run === undefined) return FOUND
  if (options.format === 'csv') {
    const result = await runToCsv(run, io.out, { excel: options.excel === true })
    return finish(run, result, io)
  }
  if (options.format === 'jsonl') {
    const result = await runToCells(
      run,
      cellCollector((row) => io.out(toJsonLine(run.columns, row))),
    )
    return finish(run, result, io)
  }
  const rows: (readonly Cell[])[] = []
  const result = await runToCells(
    run,
    cellCollector((row) => rows.push(row)),
  )
  const table = { name: 'segments', columns: run.columns, rows }
  writeTable(table, { format: options.format, csv: {} }, io.out)
  return finish(run, result, io)
}

/** Prints the table `frequencies`. */
export async function frequenciesCommand(
  paths: readonly string[],
  options: TableOptions,
  io: Io,
): Promise<number> {
  return printTable(paths, options, io, (run, { tally }) =>
    frequencies(tally, run.matcher.codebook),
  )
}

/** Prints the table `quotes`: of one theme and those below it, if one is named. */
export async function quotesCommand(
  paths: readonly string[],
  options: TableOptions & { readonly theme: string | undefined },
  io: Io,
): Promise<number> {
  return printTable(paths, options, io, (run, { quotes }) => {
    const { codebook } = run.matcher
    const { attributes } = run.plan.settings
    const wanted = themesOf(codebook, options.theme)
    const shown = quotes.filter(({ theme }) => wanted.has(theme))
    return quotesTable(shown, { codebook, ruleIds: [], attributes })
  })
}

/** Indices of a theme and those below it; of all where none is named. */
function themesOf({ themes, id: codebook }: Codebook, theme: string | undefined): Set<number> {
  const ids = themes.map(({ id }) => id)
  if (theme !== undefined && !ids.includes(theme)) {
    const near = nearestName(theme, ids)
    const question = near === undefined ? '' : ` Did you mean ${near}?`
    throw new CannotRun(`--theme: ${codebook} has no theme “${theme}”.${question}`)
  }
  const isWanted = (id: string) => theme === undefined || id === theme || id.startsWith(`${theme}/`)
  return new Set(ids.flatMap((id, index) => (isWanted(id) ? [index] : [])))
}

async function printTable(
  paths: readonly string[],
  options: TableOptions,
  io: Io,
  make: (run: CodingRun, result: RunResult) => Parameters<typeof writeTable>[0],
): Promise<number> {
  const run = await prepareRun(paths, options, io)
  if (run === undefined) return FOUND
  const result = await runToCounts(run)
  const { format, excel } = options
  writeTable(make(run, result), { format, csv: { excel: excel === true } }, io.out)
  return finish(run, result, io)
}

function finish(run: CodingRun, result: RunResult, io: Io): number {
  const problems = problemsOf(run, result)
  io.err(toLines(problems, colours(io.showsProgress)))
  return problems.some(({ severity }) => severity === 'error') ? FOUND : DONE
}
