import { basename, resolve } from 'node:path'
import { type CaseTest, caseTests, runCases, runFatalCases } from '../check/cases.ts'
import { exampleResults, exampleTests, runExamples } from '../check/examples.ts'
import { type MutantHunt, mutantHunt, variantsOf } from '../check/mutants.ts'
import { type TestResult, TODO_PASSES } from '../check/verdict.ts'
import { passageOf } from '../code/code-text.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { exists } from '../disk/project-files.ts'
import type { ProblemFact, TestFact, TestFacts } from '../format/test-facts.ts'
import { findingsOf } from '../format/test-facts.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import type { Matcher } from '../match/compile.ts'
import { type GivenOptions, readSettings, type Settings } from '../settings.ts'
import type { Diagnostic, Unit } from '../types.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'
import { spareInputs } from './spare-inputs.ts'
import { type BaselineOutcome, testBaseline } from './test-baseline.ts'
import { findCases } from './test-cases.ts'
import { testOutputs, writeOutputs } from './test-outputs.ts'

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
  const outputs = testOutputs(options.outputs)
  checkUpdate(options, io)
  const given = { ...options, ...(file !== undefined && { codebook: file }) }
  const settings = await readSettings(options.corpus, given, io.cwd)
  const source = settings.codebook()
  const { baseline } = options
  const written = outputs.flatMap(({ file: output }) => output ?? [])
  const outputFiles = { codebook: source.path, corpus: options.corpus, cwd: io.cwd }
  spareInputs({ ...outputFiles, outputs: written })
  // A baseline may stand among the files that it records, and has a name of its own.
  if (baseline !== undefined && !BASELINE_NAME.test(baseline)) {
    throw new CannotRun(`--baseline ${baseline}: the name of a baseline ends in .jsonl.`)
  }
  const { value, diagnostics } = await readCodebook(source)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (value === undefined || errors.length > 0) {
    const facts = brokenFacts(source.path, errors)
    await writeOutputs(outputs, { shown: facts, withheld: facts }, { io, showText: false })
    io.err(`The codebook ${source.path} cannot be used until this is mended.\n`)
    return FOUND
  }
  const matcher = await compileCodebook(value, settings.unit ?? value.unit)
  const { shown, withheld } = await runTests(matcher, { settings, options, io })
  await writeOutputs(outputs, { shown, withheld }, { io, showText: options.showText })
  const isGood =
    (shown.mutants?.survivors.length ?? 0) === 0 &&
    !findingsOf(shown).some(({ severity }) => severity === 'error')
  return isGood ? DONE : FOUND
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

interface TestRun {
  readonly settings: Settings
  readonly options: TestOptions
  readonly io: Io
}

async function runTests(
  matcher: Matcher,
  { settings, options, io }: TestRun,
): Promise<{ shown: TestFacts; withheld: TestFacts }> {
  const { codebook } = matcher
  const unit = settings.unit ?? codebook.unit
  const excludedRoles = settings.excludeRoles ?? codebook.excludedRoles
  const source = settings.codebook()
  const found = await findCases({ codebook, file: source, roles: settings.roles, cwd: io.cwd })
  const cases = caseTests(matcher, found.files)
  const results: TestResult[] = [
    ...exampleResults(runExamples(matcher, unit), codebook.path),
    ...runCases(matcher, cases, { unit, excludedRoles }),
    ...(await runFatalCases(found.files, (text) => readCodebook({ text, path: 'fatal' }))),
  ]
  const hunt = options.mutate ? await hunted(matcher, cases, { unit, excludedRoles }) : undefined
  const path = options.baseline ?? baselinePath(source.path)
  const baseline =
    options.corpus.length === 0
      ? undefined
      : await testBaseline(matcher, settings, {
          path,
          cwd: io.cwd,
          update: options.update,
          showText: options.showText,
          unit,
          excludedRoles,
          hunt,
        })
  const problems = [...found.diagnostics, ...(baseline?.problems ?? [])]
  if (baseline === undefined && exists(resolve(io.cwd, path), path)) problems.push(notRun(path))
  results.push(...(baseline?.results ?? []))
  refuseNothing(results, { problems, baseline, path: codebook.path })
  const facts = {
    codebook: pick(codebook),
    unit,
    baseline: baseline?.fact,
    mutants: hunt?.result(),
  }
  return {
    shown: { ...facts, tests: results.map((one) => factOf(one, true)), problems },
    withheld: {
      ...facts,
      tests: results.map((one) => factOf(one, false)),
      problems: [...found.diagnostics, ...problems.slice(found.diagnostics.length).map(unspoken)],
    },
  }
}

function pick({ id, version, fingerprint, path }: Matcher['codebook']): TestFacts['codebook'] {
  return { id, version, fingerprint, path }
}

/** A hunt that has seen every example and case that must not fail. */
async function hunted(
  matcher: Matcher,
  cases: readonly CaseTest[],
  { unit, excludedRoles }: { readonly unit: Unit; readonly excludedRoles: readonly string[] },
): Promise<MutantHunt> {
  const variants = variantsOf(matcher.codebook)
  const hunt = mutantHunt(await compileCodebook(variants.codebook, unit), variants, unit)
  for (const { example, judge } of exampleTests(matcher)) {
    if (example.todo !== undefined) continue
    hunt.test(passageOf(example.text, 'text'), (found) => judge(found) === undefined, [])
  }
  for (const { written, passage, judge } of cases) {
    if (written.todo !== undefined) continue
    hunt.test(passage, (found) => judge(found) === undefined, excludedRoles)
  }
  return hunt
}

/** `school.baseline.jsonl`. */
const BASELINE_NAME = /\.jsonl$/u

/** `codebooks/school.yaml` → `codebooks/school.baseline.jsonl`. */
function baselinePath(codebook: string): string {
  return `${codebook.replace(YAML_ENDING, '')}.baseline.jsonl`
}

/** `school.yaml`. */
const YAML_ENDING = /\.ya?ml$/u

/** A test that is not run must not look like one that passes. */
function notRun(path: string): Diagnostic {
  return {
    severity: 'warning',
    id: 'baseline-not-run',
    message: 'This baseline is not tested. Name the corpus that it records: --corpus PATHS',
    path,
    line: undefined,
    column: undefined,
  }
}

function refuseNothing(
  results: readonly TestResult[],
  {
    problems,
    baseline,
    path,
  }: {
    readonly problems: readonly Diagnostic[]
    readonly baseline: BaselineOutcome | undefined
    readonly path: string
  },
): void {
  if (results.length > 0 || baseline?.fact?.isWritten === true) return
  if (problems.some(({ severity }) => severity === 'error')) return
  throw new CannotRun(
    `${path}: there are no examples to test. Add \`examples\` to its themes, or cases beside it.`,
  )
}

function factOf(result: TestResult, isShown: boolean): TestFact {
  const { complaint, ...rest } = result
  const said = isShown ? complaint?.shown : complaint?.withheld
  return { ...rest, message: result.outcome === 'fixed' ? TODO_PASSES : (said ?? '') }
}

/** What is said of a transcript may quote it. */
function unspoken(problem: Diagnostic): ProblemFact {
  if (problem.id.startsWith('baseline-')) return problem
  return { ...problem, message: 'See what voices inspect says of this file.' }
}
