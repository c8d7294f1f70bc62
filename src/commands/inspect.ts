/** `voices inspect`: what was recognised in each file, and what was left out of coding. */
import { type FileInspection, fileInspector, inspection } from '../analyse/inspection.ts'
import { readFile } from '../code/read-file.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { inspectionPage } from '../format/inspection-page.ts'
import { type Format, writeTable } from '../format/table.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Diagnostic } from '../types.ts'
import { openCorpus } from './corpus.ts'

/** Options of `voices inspect`. */
export interface InspectOptions extends GivenOptions {
  readonly format: Format | 'text'
}

/** Prints the inspection as text to read, as JSON, or as a table with a row for each speaker. */
export async function inspect(
  paths: readonly string[],
  options: InspectOptions,
  io: Io,
): Promise<number> {
  const settings = await readSettings(paths, options, io.cwd)
  const { files, skipped, read } = await openCorpus(settings)
  const problems: Diagnostic[] = []
  const inspected: FileInspection[] = []
  for (const file of files) {
    const inspector = fileInspector(file.id)
    const found = await readFile(file, read, inspector)
    for (const problem of found) if (problem.severity === 'error') problems.push(problem)
    inspected.push(inspector.result(found.map(({ message }) => message)))
  }
  switch (options.format) {
    case 'text':
      io.out(inspectionPage(inspected, skipped, colours(io.isTerminal)))
      break
    case 'json':
      io.out(`${JSON.stringify(inspected, undefined, 2)}\n`)
      break
    default:
      writeTable(inspection(inspected), { format: options.format, csv: {} }, io.out)
  }
  if (options.format !== 'text') io.err(toLines(problems, colours(io.showsProgress)))
  return problems.length > 0 ? FOUND : DONE
}
