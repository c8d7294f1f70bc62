/** `voices test --corpus`: the recorded coding of a pinned corpus, compared or written anew. */
import { basename, dirname, resolve } from 'node:path'
import { type Baseline, baselineRecorder, type CorpusCoding } from '../check/baseline.ts'
import { compareBaseline } from '../check/baseline-compare.ts'
import { type BadLine, baselineText, readBaseline } from '../check/baseline-file.ts'
import type { MutantHunt } from '../check/mutants.ts'
import type { TestResult } from '../check/verdict.ts'
import { readFile } from '../code/read-file.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { outputFolder } from '../disk/output-folder.ts'
import { exists, readText } from '../disk/project-files.ts'
import type { BaselineFact } from '../format/test-facts.ts'
import type { Matcher } from '../match/compile.ts'
import type { Settings } from '../settings.ts'
import type { Diagnostic, Unit } from '../types.ts'
import { openCorpus } from './corpus.ts'

/** What is to be done with the baseline. */
export interface BaselineTask {
  readonly path: string
  readonly cwd: string
  readonly update: boolean
  readonly showText: boolean
  readonly unit: Unit
  readonly excludedRoles: readonly string[]
  /** Where mutants are hunted, the corpus is a test as well. */
  readonly hunt: Pick<MutantHunt, 'recorded'> | undefined
}

/** What came of it. */
export interface BaselineOutcome {
  /** Undefined where it was to be written and could not be. */
  readonly fact: BaselineFact | undefined
  readonly results: readonly TestResult[]
  /** What was met while the corpus was read. */
  readonly problems: readonly Diagnostic[]
}

/** Codes the corpus and compares it with the baseline, or writes that anew. */
export async function testBaseline(
  matcher: Matcher,
  settings: Settings,
  task: BaselineTask,
): Promise<BaselineOutcome> {
  const recorded = recordedAt(task, matcher.codebook.id)
  const { coding, problems } = await codingOf(matcher, settings, task)
  const { path, update, unit } = task
  if (recorded !== undefined && !update && recorded.unit !== unit) {
    throw new CannotRun(
      `${path}: recorded with the unit ${recorded.unit}, and the unit now is ${unit}. Test with --unit ${recorded.unit}, or record it anew with --update.`,
    )
  }
  if (recorded !== undefined && !update) checkNames(recorded, coding, path)
  const check = recorded && compareBaseline(recorded, coding, path)
  if (update && problems.some(({ severity }) => severity === 'error')) {
    return { fact: undefined, results: [], problems: [...problems, notWritten(path)] }
  }
  if (update) await write(resolve(task.cwd, path), baselineText(coding))
  const fact: BaselineFact = {
    path,
    isWritten: update,
    segments: update ? coding.entries.length : (check?.recorded ?? 0),
    same: check?.same ?? 0,
    changed: check?.changed ?? 0,
    added: check?.added ?? 0,
    obsolete: check?.obsolete ?? 0,
    files: check?.files ?? 0,
  }
  return { fact, results: update ? [] : (check?.results ?? []), problems }
}

/** One cause must not look like hundreds of differences. */
function checkNames(recorded: Baseline, coding: CorpusCoding, path: string): void {
  const known = new Set(recorded.files.map(({ id }) => id))
  const [before] = recorded.files
  const [now] = coding.files
  if (before === undefined || now === undefined) return
  if (coding.files.some(({ id }) => known.has(id))) return
  throw new CannotRun(
    `${path}: none of these files is in it: it begins with ${before.id}, and the corpus with ${now.id}. Names begin below the folder that is given: name the one that was recorded, or record this one with --update.`,
  )
}

/** All of it or nothing, also where the process is interrupted. */
async function write(path: string, text: string): Promise<void> {
  const folder = outputFolder(dirname(path))
  folder.open(basename(path)).write(Buffer.from(text))
  await folder.commit()
}

/** Half a corpus would be recorded as if it were all of it. */
function notWritten(path: string): Diagnostic {
  return {
    severity: 'error',
    id: 'baseline-not-written',
    message: 'This baseline is not written, because a file of the corpus could not be read.',
    path,
    line: undefined,
    column: undefined,
  }
}

/** The baseline on disk; undefined only where it is about to be written. */
function recordedAt({ path, cwd, update }: BaselineTask, codebook: string): Baseline | undefined {
  if (!exists(resolve(cwd, path), path)) {
    if (update) return undefined
    throw new CannotRun(
      `${path}: there is no such baseline. Record one: add --update to the command, and read what it writes.`,
    )
  }
  const read = readBaseline(readText(resolve(cwd, path), path))
  if ('badLine' in read) {
    if (update) return undefined
    throw new CannotRun(`${path}:${read.badLine}: ${faultOf(read)} Record it anew with --update.`)
  }
  const { baseline } = read
  if (baseline.codebook === codebook) return baseline
  if (update) return undefined
  throw new CannotRun(
    `${path}: recorded with the codebook ${baseline.codebook}, not with ${codebook}. Name another with --baseline.`,
  )
}

function faultOf({ firstLine }: BadLine): string {
  return firstLine === undefined
    ? 'this is no line of a baseline.'
    : `the segment of line ${firstLine} is recorded a second time, perhaps by a merge.`
}

async function codingOf(
  matcher: Matcher,
  settings: Settings,
  { path, cwd, unit, excludedRoles, showText, hunt }: BaselineTask,
): Promise<{ coding: CorpusCoding; problems: readonly Diagnostic[] }> {
  const recorder = baselineRecorder(matcher, { unit, excludedRoles, keepText: showText })
  const corpus = await openCorpus(settings, unit)
  const problems = [...corpus.problems]
  // The baseline may stand among the files that it records, and is none of them.
  const files = corpus.files.filter((file) => resolve(cwd, file.path) !== resolve(cwd, path))
  for (const file of files) {
    const found = await readFile(file, corpus.read, {
      passage(passage) {
        recorder.passage(passage, file)
        hunt?.recorded(passage, excludedRoles)
      },
      end: (source) => recorder.file(file, source),
    })
    for (const one of found) problems.push(one)
  }
  return { coding: recorder.result(), problems }
}
