/** Runs what there is to test of a codebook: its examples, cases, and the coding of a corpus. */
import { resolve } from 'node:path'
import { type CaseTest, caseTests, runCases, runFatalCases } from '../check/cases.ts'
import { exampleResults, runExamples } from '../check/examples.ts'
import { type TestResult, TODO_PASSES } from '../check/verdict.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { exists } from '../disk/project-files.ts'
import type { TestFact, TestFacts } from '../format/test-facts.ts'
import type { Matcher } from '../match/compile.ts'
import type { Settings } from '../settings.ts'
import type { Diagnostic, Unit } from '../types.ts'
import { readCodebook } from './load-codebook.ts'
import { type BaselineOutcome, testBaseline } from './test-baseline.ts'
import { findCases } from './test-cases.ts'
import { hunted, type WholeHunt } from './test-mutants.ts'
import type { TestReport } from './test-outputs.ts'
import { unspoken, withoutCase } from './unspoken.ts'

/** What is to be run. */
export interface TestRun {
  readonly settings: Settings
  /** Path of the baseline. */
  readonly baseline: string
  /** Files and folders whose coding is compared with it. */
  readonly corpus: readonly string[]
  readonly update: boolean
  readonly mutate: boolean
  readonly showText: boolean
  readonly cwd: string
}

/** What speech is cut into, and whose is left out. */
interface Coding {
  readonly unit: Unit
  readonly excludedRoles: readonly string[]
}

/** Runs all tests; throws where there are none. */
export async function runTests(matcher: Matcher, run: TestRun): Promise<TestReport> {
  const { settings, cwd } = run
  const { codebook } = matcher
  const coding: Coding = {
    unit: settings.unit ?? codebook.unit,
    excludedRoles: settings.excludeRoles ?? codebook.excludedRoles,
  }
  const {
    results: written,
    cases,
    diagnostics,
  } = await runWritten(matcher, settings, {
    ...coding,
    cwd,
  })
  const hunt = run.mutate ? await hunted(matcher, cases, coding) : undefined
  const baseline = await baselineOf(matcher, run, { ...coding, hunt })
  const results = [...written, ...(baseline?.results ?? [])]
  const ofCorpus = baseline?.problems ?? notRun(run)
  const problems = [...diagnostics, ...ofCorpus]
  const nothing = nothingTested(results, { problems, baseline, path: codebook.path })
  const { id, version, fingerprint, path } = codebook
  const facts = {
    codebook: { id, version, fingerprint, path },
    unit: coding.unit,
    baseline: baseline?.fact,
    mutants: hunt?.result(),
  }
  const withheld = [...diagnostics.map(withoutCase), ...ofCorpus.map(unspoken), ...nothing]
  return {
    shown: factsOf(facts, results, { isShown: true, problems: [...problems, ...nothing] }),
    withheld: factsOf(facts, results, { isShown: false, problems: withheld }),
  }
}

/** What came of the tests that stand in the codebook and beside it. */
export interface WrittenTests {
  readonly results: readonly TestResult[]
  readonly cases: readonly CaseTest[]
  /** Problems of the files of cases. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Runs the examples of a codebook and the cases beside it. */
export async function runWritten(
  matcher: Matcher,
  settings: Settings,
  { cwd, ...coding }: Coding & { readonly cwd: string },
): Promise<WrittenTests> {
  const { codebook } = matcher
  const file = settings.codebook()
  const { files, diagnostics } = await findCases({ codebook, file, roles: settings.roles, cwd })
  const cases = caseTests(matcher, files)
  const results = [
    ...exampleResults(runExamples(matcher, coding.unit), codebook.path),
    ...runCases(matcher, cases, coding),
    ...(await runFatalCases(files, (text) => readCodebook({ text, path: 'fatal' }))),
  ]
  return { results, cases, diagnostics }
}

/** How the coding of the corpus came out; undefined where none is named. */
async function baselineOf(
  matcher: Matcher,
  { settings, baseline: path, corpus, update, showText, cwd }: TestRun,
  coding: Coding & { readonly hunt: WholeHunt | undefined },
): Promise<BaselineOutcome | undefined> {
  if (corpus.length === 0) return undefined
  return testBaseline(matcher, settings, { path, cwd, update, showText, ...coding })
}

/** A test that is not run must not look like one that passes. */
function notRun({ baseline: path, cwd }: TestRun): readonly Diagnostic[] {
  if (!exists(resolve(cwd, path), path)) return []
  const message = 'This baseline is not tested. Name the corpus that it records: --corpus PATHS'
  const place = { path, line: undefined, column: undefined }
  return [{ severity: 'warning', id: 'baseline-not-run', message, ...place }]
}

/** Where nothing was tested, nothing passes: throws where there is no test, and else says so. */
function nothingTested(
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
): readonly Diagnostic[] {
  if (results.some(({ outcome }) => outcome !== 'known-miss')) return []
  if (baseline?.fact?.isWritten === true) return []
  if (problems.some(({ severity }) => severity === 'error')) return []
  if (results.length === 0) {
    throw new CannotRun(
      `${path}: there are no examples to test. Add \`examples\` to its themes, or cases beside it.`,
    )
  }
  const message = 'All tests are known misses, so none of them can fail. Add examples that pass.'
  const place = { path, line: undefined, column: undefined }
  return [{ severity: 'error', id: 'no-tests', message, ...place }]
}

function factsOf(
  facts: Omit<TestFacts, 'tests' | 'problems'>,
  results: readonly TestResult[],
  { isShown, problems }: { readonly isShown: boolean; readonly problems: readonly Diagnostic[] },
): TestFacts {
  const tests = results.map(({ complaint, todo, ...result }): TestFact => {
    const said = (isShown ? complaint?.shown : complaint?.withheld) ?? ''
    const { outcome } = result
    if (outcome === 'fixed') return { ...result, message: TODO_PASSES }
    return { ...result, message: outcome === 'known-miss' ? `Known miss: ${todo ?? ''}` : said }
  })
  return { ...facts, tests, problems }
}
