import { basename } from 'node:path'
import { CannotRun } from '../disk/cannot-run.ts'
import { findingsOf, type TestFacts } from '../format/test-facts.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Diagnostic } from '../types.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'
import { spareInputs } from './spare-inputs.ts'
import { testOutputs, writeOutputs } from './test-outputs.ts'
import { runTests } from './test-run.ts'
import { withoutExamples } from './unspoken.ts'

/** Options of `voices test`. */
export interface TestOptions extends GivenOptions {
  /** As written: `junit=report.xml`. */
  readonly outputs: readonly string[]
  /** Files and folders whose coding is compared with the baseline. */
  readonly corpus: readonly string[]
  readonly baseline: string | undefined
  readonly update: boolean
  readonly mutate: boolean
  readonly showText: boolean
}

/** Exit 0 where everything comes out as expected, 1 where something does not, 2 where nothing ran. */
export async function test(
  [file]: readonly string[],
  options: TestOptions,
  io: Io,
): Promise<number> {
  const { corpus, update, mutate, showText } = options
  const { cwd } = io
  const outputs = testOutputs(options.outputs, cwd)
  checkUpdate(options, io)
  if (file !== undefined && CASES.test(file)) {
    throw new CannotRun(
      `${file} holds cases. They run with their codebook: voices test ${file.replace(CASES, '.yaml')}`,
    )
  }
  const given = { ...options, ...(file !== undefined && { codebook: file }) }
  const settings = await readSettings(corpus, given, cwd)
  const source = settings.codebook()
  if (source.isBundled) {
    throw new CannotRun(
      'There is no codebook here to be tested. Name one: voices test codebooks/school.yaml',
    )
  }
  const baseline = baselinePath(options, source.path)
  const written = outputs.flatMap(({ file: output }) => output ?? [])
  spareInputs({ codebook: source.path, baseline, corpus, outputs: written, cwd })
  const { value, diagnostics } = await readCodebook(source)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (value === undefined || errors.length > 0) {
    const shown = brokenFacts(source.path, errors)
    const withheld = { ...shown, problems: await withoutExamples(errors, source.text) }
    await writeOutputs(outputs, { shown, withheld }, { io, showText })
    io.err(`The codebook ${source.path} cannot be used until this is mended.\n`)
    return FOUND
  }
  const matcher = await compileCodebook(value, settings.unit ?? value.unit)
  const run = { settings, baseline, corpus, update, mutate, showText, cwd }
  const report = await runTests(matcher, run)
  await writeOutputs(outputs, report, { io, showText })
  return isGood(report.shown) ? DONE : FOUND
}

/** `school.cases.yaml`. */
const CASES = /\.cases\.ya?ml$/u

function isGood(facts: TestFacts): boolean {
  if ((facts.mutants?.survivors.length ?? 0) > 0) return false
  return !findingsOf(facts).some(({ severity }) => severity === 'error')
}

/** A codebook with errors has no tests, and every output says why. */
function brokenFacts(path: string, problems: readonly Diagnostic[]): TestFacts {
  const id = basename(path).replace(YAML_ENDING, '')
  const codebook = { id, version: '', fingerprint: '', path }
  return { codebook, unit: '', tests: [], problems, baseline: undefined, mutants: undefined }
}

/** A build server compares and never records: what it wrote would be lost, and nobody would read it. */
function checkUpdate({ update, corpus }: TestOptions, io: Io): void {
  if (!update) return
  const { CI } = io.env
  if (CI !== undefined && !NOT_CI.has(CI.toLowerCase())) {
    throw new CannotRun(
      'On a build server (CI is set) no baseline is written. Run --update on your own machine, read what changed, and commit it.',
    )
  }
  if (corpus.length === 0) {
    throw new CannotRun('--update records the coding of a corpus. Name it: --corpus PATHS --update')
  }
}

/** Values of CI that say no. */
const NOT_CI: ReadonlySet<string> = new Set(['', '0', 'false'])

/** As it is named, or `codebooks/school.yaml` → `codebooks/school.baseline.jsonl`. */
function baselinePath({ baseline }: TestOptions, codebook: string): string {
  if (baseline === undefined) return `${codebook.replace(YAML_ENDING, '')}.baseline.jsonl`
  // It may stand among the files that it records, and has a name of its own.
  if (BASELINE_NAME.test(baseline)) return baseline
  throw new CannotRun(`--baseline ${baseline}: the name of a baseline ends in .jsonl.`)
}

/** `school.baseline.jsonl`. */
const BASELINE_NAME = /\.jsonl$/u

/** `school.yaml`. */
const YAML_ENDING = /\.ya?ml$/u
