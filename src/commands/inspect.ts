/** `voices inspect`: what was recognised in each file, and what was left out of coding. */
import { type FileInspection, fileInspector } from '../analyse/inspection.ts'
import { inspection } from '../analyse/inspection-table.ts'
import { readFile } from '../code/read-file.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { inspectionPage, MOST_DOCUMENTS } from '../format/inspection-page.ts'
import { type Format, writeTable } from '../format/table.ts'
import {
  type ParticipantUse,
  participantProblems,
  participantWatcher,
} from '../ingest/participant-use.ts'
import { UNKNOWN_ROLE } from '../ingest/roles.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Diagnostic } from '../types.ts'
import { type Corpus, openCorpus } from './corpus.ts'

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
  const corpus = await openCorpus(settings, 'sentence')
  const { files, problems, ofAll } = await inspectFiles(corpus, {
    excludesUnknown: settings.excludeRoles?.includes(UNKNOWN_ROLE) === true,
    // Pages tell of a few documents; the others are for programs, which want all.
    mostDocuments: options.format === 'text' ? MOST_DOCUMENTS : Number.POSITIVE_INFINITY,
  })
  switch (options.format) {
    case 'text': {
      const doubts = ofAll.map(({ path, message }) => `${path}: ${message}`)
      const { skipped } = corpus
      io.out(inspectionPage({ files, skipped, doubts }, colours(io.isTerminal)))
      break
    }
    case 'json':
      io.out(`${JSON.stringify(files, undefined, 2)}\n`)
      break
    default:
      writeTable(inspection(files), { format: options.format, csv: {} }, io.out)
  }
  if (options.format !== 'text') io.err(toLines([...ofAll, ...problems], colours(io.showsProgress)))
  return problems.length > 0 ? FOUND : DONE
}

interface Inspected {
  readonly files: readonly FileInspection[]
  /** The errors. */
  readonly problems: readonly Diagnostic[]
  /** What is said of no one file. */
  readonly ofAll: readonly Diagnostic[]
}

async function inspectFiles(
  { files, read, problems: ofCorpus }: Corpus,
  options: Parameters<typeof fileInspector>[1],
): Promise<Inspected> {
  const problems: Diagnostic[] = []
  const inspected: FileInspection[] = []
  const uses: ParticipantUse[] = []
  const participants = read.known?.participants
  for (const file of files) {
    const inspector = fileInspector(file.id, options)
    const watcher = participants && participantWatcher(participants)
    const found = await readFile(file, read, {
      passage(passage) {
        inspector.passage(passage)
        watcher?.see(passage)
      },
    })
    problems.push(...found.filter(({ severity }) => severity === 'error'))
    inspected.push(inspector.result(found))
    if (watcher !== undefined) uses.push(watcher.use())
  }
  const met = participants === undefined ? [] : participantProblems(participants, uses)
  return { files: inspected, problems, ofAll: [...ofCorpus, ...met] }
}
