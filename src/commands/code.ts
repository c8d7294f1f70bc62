/** `voices code`: codes and writes every output into a folder; prints a summary of themes. */
import { createHash } from 'node:crypto'
import { frequencies } from '../analyse/frequencies.ts'
import { quotesTable } from '../analyse/quotes.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { type OutputFolder, outputFolder } from '../disk/output-folder.ts'
import { type CsvOptions, writeCsv } from '../format/csv.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { quotesPage } from '../format/quotes-page.ts'
import { reportPage } from '../format/report-page.ts'
import { runRecord } from '../format/run-record.ts'
import { summary } from '../format/summary.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import type { RunFacts, RunResult, WrittenOutput } from '../run-facts.ts'
import type { GivenOptions } from '../settings.ts'
import { type CodingRun, factsOf, prepareRun, problemsOf, runToCsv } from './coding-run.ts'

/** Options of `voices code`. */
export interface CodeOptions extends GivenOptions {
  readonly excel?: boolean
  readonly perTheme?: number | undefined
}

/** Runs the command; returns the exit code. */
export async function code(
  paths: readonly string[],
  options: CodeOptions,
  io: Io,
): Promise<number> {
  const run = await prepareRun(paths, options, io)
  if (run === undefined) return FOUND
  const folder = outputFolder(run.settings.out)
  const outputs: WrittenOutput[] = []
  try {
    const csv: CsvOptions = { excel: options.excel === true }
    const result = await writeSegments(run, { folder, outputs, csv })
    if (result.files.every(({ documents }) => documents === 0)) return nothingRead(run, result, io)
    const facts = factsOf(run, result, options.excel === true)
    writeTables(facts, { folder, outputs, csv })
    await folder.commit()
    return finish(facts, io)
  } catch (error) {
    folder.discard()
    throw error
  }
}

/** Good results of an earlier run are not replaced by empty ones. */
function nothingRead(run: CodingRun, result: RunResult, io: Io): never {
  io.err(toLines(problemsOf(run, result), colours(io.showsProgress)))
  throw new CannotRun(`No file could be read, so nothing was written to ${run.settings.out}.`)
}

interface Target {
  readonly folder: OutputFolder
  readonly outputs: WrittenOutput[]
  readonly csv: CsvOptions
}

async function writeSegments(run: CodingRun, target: Target): Promise<RunResult> {
  const output = openOutput('segments.csv', target)
  const result = await runToCsv(run, output.write, target.csv)
  output.close()
  return result
}

function writeTables(facts: RunFacts, target: Target): void {
  const { codebook, attributes, quotes, tally } = facts
  const context = { codebook, ruleIds: [], attributes }
  writeOutput('frequencies.csv', target, (write) =>
    writeCsv(frequencies(tally, codebook), write, target.csv),
  )
  writeOutput('quotes.csv', target, (write) =>
    writeCsv(quotesTable(quotes, context), write, target.csv),
  )
  writeText('quotes.md', target, quotesPage(facts))
  writeText('report.md', target, reportPage(facts))
  writeText('run.json', target, runRecord(facts, target.outputs))
}

function finish(facts: RunFacts, io: Io): number {
  const problems = [...facts.warnings, ...facts.files.flatMap((file) => file.problems)]
  io.err(toLines(problems, colours(io.showsProgress)))
  io.out(summary(facts, colours(io.isTerminal)))
  return problems.some(({ severity }) => severity === 'error') ? FOUND : DONE
}

function writeText(name: string, target: Target, text: string): void {
  writeOutput(name, target, (write) => write(new TextEncoder().encode(text)))
}

function writeOutput(
  name: string,
  target: Target,
  fill: (write: (bytes: Uint8Array) => void) => void,
): void {
  const output = openOutput(name, target)
  fill(output.write)
  output.close()
}

function openOutput(name: string, { folder, outputs }: Target) {
  const file = folder.open(name)
  const hash = createHash('sha256')
  let bytes = 0
  return {
    write(piece: string | Uint8Array): void {
      const data = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
      hash.update(data)
      bytes += data.length
      file.write(data)
    },
    close(): void {
      outputs.push({ name, bytes, sha256: hash.digest('hex') })
    },
  }
}
