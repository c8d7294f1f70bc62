/** Everything that `voices test` says, whatever the format. */

/** One test and how it came out. */
export interface TestFact {
  readonly kind: 'example' | 'case' | 'fatal' | 'baseline'
  /** What it is listed under: a theme, a file of cases, a baseline. */
  readonly suite: string
  readonly name: string
  /** `known-miss`: fails, and is marked `todo`; `fixed`: passes although it is marked `todo`. */
  readonly outcome: 'passed' | 'failed' | 'known-miss' | 'fixed'
  /** Id of its diagnostic. */
  readonly id: string
  /** What went wrong; empty where nothing did. */
  readonly message: string
  readonly path: string
  readonly line: number | undefined
  readonly column: number | undefined
  /** The same for the same test in every run. */
  readonly fingerprint: string
}

/** A problem of a file that was read for the tests. */
export interface ProblemFact {
  readonly severity: 'error' | 'warning'
  readonly id: string
  readonly message: string
  readonly path: string
  readonly line: number | undefined
  readonly column: number | undefined
}

/** How the recorded coding of a corpus came out. */
export interface BaselineFact {
  readonly path: string
  /** Whether it was written anew, so that nothing of it failed. */
  readonly isWritten: boolean
  readonly segments: number
  readonly same: number
  readonly changed: number
  readonly added: number
  readonly obsolete: number
  /** Files that are not those of the recording. */
  readonly files: number
}

/** A rule that no test would miss, alternatives in it, or an exception. */
export interface SurvivorFact {
  readonly theme: string
  /** Empty for an exception of the whole theme. */
  readonly rule: string
  /** Empty where the whole rule or an exception could go. */
  readonly alternatives: readonly string[]
  /** An exception that could go, as it is written. */
  readonly exception?: string
  readonly line: number
  readonly column: number
}

/** Rules, alternatives and exceptions of a theme, and how many of them no test would miss. */
export interface ThemeMutantFact {
  readonly theme: string
  readonly rules: number
  readonly untestedRules: number
  readonly alternatives: number
  readonly untestedAlternatives: number
  readonly exceptions: number
  readonly untestedExceptions: number
}

/** All of it. */
export interface TestFacts {
  readonly codebook: {
    readonly id: string
    readonly version: string
    readonly fingerprint: string
    readonly path: string
  }
  readonly unit: string
  readonly tests: readonly TestFact[]
  readonly problems: readonly ProblemFact[]
  readonly baseline: BaselineFact | undefined
  readonly mutants:
    | { readonly themes: readonly ThemeMutantFact[]; readonly survivors: readonly SurvivorFact[] }
    | undefined
}

/** How many tests of some kinds came out how. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly knownMisses: number
  readonly fixed: number
}

/** Counts tests. */
export function totalsOf(tests: readonly TestFact[]): Totals {
  const count = (outcome: TestFact['outcome']) =>
    tests.filter((test) => test.outcome === outcome).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    knownMisses: count('known-miss'),
    fixed: count('fixed'),
  }
}

/** What is to be said of tests, problems and mutants, as diagnostics. */
export function findingsOf({ tests, problems, mutants, codebook }: TestFacts): readonly Finding[] {
  const told = tests.flatMap((test): readonly Finding[] => {
    if (test.outcome === 'failed') return [{ ...test, severity: 'error' }]
    return test.outcome === 'fixed' ? [{ ...test, severity: 'warning' }] : []
  })
  const untested = (mutants?.survivors ?? []).map(
    (survivor): Finding => ({
      severity: 'warning',
      id: survivorId(survivor),
      message: survivorMessage(survivor),
      path: codebook.path,
      line: survivor.line,
      column: survivor.column,
      name: [survivor.theme, survivor.rule, survivor.exception ?? ''].join(' ').trim(),
    }),
  )
  return [...problems, ...told, ...untested]
}

/** Something to be said, where. */
export interface Finding extends ProblemFact {
  readonly name?: string
  readonly fingerprint?: string
}

function survivorId({ exception, alternatives }: SurvivorFact): string {
  if (exception !== undefined) return 'untested-exception'
  return alternatives.length === 0 ? 'untested-rule' : 'untested-alternative'
}

/** What no test would miss, in a sentence. */
export function survivorMessage({ theme, rule, alternatives, exception }: SurvivorFact): string {
  if (exception !== undefined) {
    const where = rule === '' ? '' : ` of the rule ${rule}`
    return `${theme}: no test would miss the exception “${exception}”${where}. Add an example with \`expect: none\` that only it keeps out.`
  }
  const named = alternatives.slice(0, MOST_ALTERNATIVES)
  const rest = alternatives.length - named.length
  const list = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  const what = alternatives.length === 0 ? `the rule ${rule}` : `${list} in the rule ${rule}`
  const mend =
    alternatives.length > 1
      ? 'Add examples that only they find, or delete those whose words others find'
      : 'Add an example that only it finds, or delete it where others find the same'
  return `${theme}: no test would miss ${what}. ${mend}.`
}

/** Alternatives that are named in a sentence; JSON has them all. */
const MOST_ALTERNATIVES = 8
