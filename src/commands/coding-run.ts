/** What `code`, `segments`, `frequencies` and `quotes` share: from what was asked to a plan. */
import { segmentColumns } from '../analyse/segment-rows.ts'
import { distinctNames } from '../attributes.ts'
import type { RunSettings } from '../code/code-files.ts'
import { type RunPlan, runHere, runInWorkers, type WorkerSetup, workersFor } from '../code/run.ts'
import type { InputFile } from '../disk/file-ids.ts'
import { byName } from '../disk/name-order.ts'
import { isPipe, openFile } from '../disk/open-files.ts'
import { type ByteSink, type CsvOptions, csvWriter } from '../format/csv.ts'
import { participantProblems } from '../ingest/participant-use.ts'
import { attributeNamesIn } from '../ingest/read-passages.ts'
import type { ReadOptions } from '../ingest/reader.ts'
import type { Io } from '../io.ts'
import type { Matcher } from '../match/compile.ts'
import type { FileReport, RunFacts, RunResult } from '../run-facts.ts'
import { type GivenOptions, readSettings, type Settings } from '../settings.ts'
import type { CellWriter, Diagnostic } from '../types.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { loadMatcher } from './load-codebook.ts'
import { progressLine } from './progress.ts'

/** A run that is ready to start. */
export interface CodingRun {
  readonly settings: Settings
  readonly matcher: Matcher
  readonly corpus: Corpus
  readonly plan: RunPlan
  readonly columns: readonly string[]
}

/** Prepares a run; undefined where the codebook has errors, which have then been printed. */
export async function prepareRun(
  paths: readonly string[],
  given: GivenOptions & { readonly perTheme?: number | undefined },
  io: Io,
): Promise<CodingRun | undefined> {
  const settings = await readSettings(paths, given, io.cwd)
  const matcher = await loadMatcher(settings, io)
  if (matcher === undefined) return undefined
  const unit = settings.unit ?? matcher.codebook.unit
  const corpus = await openCorpus(settings, unit)
  const attributes = settings.attributes ?? (await attributeNames(corpus))
  const run: RunSettings = {
    unit,
    excludedRoles: settings.excludeRoles ?? matcher.codebook.excludedRoles,
    read: corpus.read,
    attributes,
    quotesPerTheme: given.perTheme ?? 10,
  }
  const progress = progressLine(corpus.files, io)
  const plan: RunPlan = { files: corpus.files, matcher, settings: run, progress }
  return { settings, matcher, corpus, plan, columns: segmentColumns(attributes) }
}

/** Runs a plan and writes the table `segments` as CSV into a sink. */
export async function runToCsv(
  run: CodingRun,
  sink: ByteSink,
  csv: CsvOptions,
): Promise<RunResult> {
  const rows = csvWriter(sink, csv)
  rows.header(run.columns)
  const workers = workersOf(run)
  const result = workers === 1 ? await runHere(run.plan, rows) : undefined
  rows.flush()
  return result ?? runInWorkers(run.plan, setupOf(run, csv), { workers, sink })
}

/** Runs a plan for its counts and quotes alone. */
export async function runToCounts(run: CodingRun): Promise<RunResult> {
  const workers = workersOf(run)
  if (workers === 1) return runHere(run.plan, undefined)
  return runInWorkers(run.plan, setupOf(run, undefined), { workers, sink() {} })
}

/** Standard input cannot be read by several workers. */
function workersOf({ plan, settings }: CodingRun): number {
  const isPiped = plan.files.some(isPipe)
  return isPiped ? 1 : (settings.workers ?? workersFor(plan.files))
}

/** What workers need; `csv` undefined where no rows are wanted. */
function setupOf({ plan, settings, matcher }: CodingRun, csv: CsvOptions | undefined): WorkerSetup {
  const { read, ...rest } = plan.settings
  const { lineBreaksOf: _lineBreaksOf, parseYaml: _parseYaml, ...readable } = read
  const { path } = matcher.codebook
  return { codebook: { ...settings.codebook(), path }, settings: { ...rest, read: readable }, csv }
}

/** Runs a plan in this process; rows go to a cell writer, if there is one. */
export async function runToCells(
  { plan }: CodingRun,
  rows: CellWriter | undefined,
): Promise<RunResult> {
  return runHere(plan, rows)
}

/** Everything that pages and records say of a finished run. */
export function factsOf(run: CodingRun, result: RunResult, excel: boolean): RunFacts {
  const { settings, matcher, corpus, plan } = run
  return {
    ...result,
    codebook: matcher.codebook,
    codebookFile: settings.codebook(),
    unit: plan.settings.unit,
    excludedRoles: plan.settings.excludedRoles,
    attributes: plan.settings.attributes,
    quotesPerTheme: plan.settings.quotesPerTheme,
    encoding: settings.encoding,
    reader: settings.reader,
    roles: settings.roles,
    table: settings.table,
    participants: corpus.participants,
    fileNames: settings.fileNames?.pattern,
    warnings: warningsOf(run, result.files),
    skipped: corpus.skipped,
    excel,
    out: settings.out,
  }
}

/** All that the analyst should know of a run: of the whole first, then of each file. */
export function problemsOf(run: CodingRun, { files }: RunResult): readonly Diagnostic[] {
  return [...warningsOf(run, files), ...files.flatMap((file) => file.problems)]
}

function warningsOf({ corpus }: CodingRun, files: readonly FileReport[]): readonly Diagnostic[] {
  const participants = corpus.read.known?.participants
  const uses = files.flatMap((file) => file.participants ?? [])
  const met = participants === undefined ? [] : participantProblems(participants, uses)
  return [...corpus.problems, ...met]
}

/** Names of the attributes of all documents, sorted: the columns must be known before any row. */
async function attributeNames(corpus: Corpus): Promise<readonly string[]> {
  const names = new Set(corpus.knownNames)
  for (const file of corpus.withAttributes) {
    for (const name of await namesIn(file, corpus.read)) names.add(name)
  }
  return distinctNames([...names].sort(byName))
}

async function namesIn(file: InputFile, read: ReadOptions): Promise<Iterable<string>> {
  try {
    const source = openFile(file)
    try {
      return await attributeNamesIn(source, read)
    } finally {
      source.close()
    }
  } catch (error) {
    // What cannot be read is reported when it is coded.
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return []
  }
}
