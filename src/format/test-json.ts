import { findingsOf, type TestFacts, totalsOf } from './test-facts.ts'

/** A change of the keys below, other than one more of them, is another number. */
const SCHEMA_VERSION = 1

/** The tests of a codebook for programs; the order is that of the files. */
export function testJson(facts: TestFacts): string {
  const { codebook, unit, tests, problems, baseline, mutants } = facts
  const { passed, failed, knownMisses, fixed } = totalsOf(tests)
  const report = {
    schema_version: SCHEMA_VERSION,
    codebook,
    unit,
    totals: {
      passed,
      failed,
      known_misses: knownMisses,
      fixed,
      errors: findingsOf(facts).filter(({ severity }) => severity === 'error').length,
    },
    tests: tests.map(
      ({ kind, suite, name, outcome, id, message, path, line, column, fingerprint }) => ({
        kind,
        suite,
        name,
        outcome,
        ...(message !== '' && { id, message }),
        path,
        line,
        column,
        fingerprint,
      }),
    ),
    problems,
    ...(baseline !== undefined && {
      baseline: {
        path: baseline.path,
        written: baseline.isWritten,
        segments: baseline.segments,
        same: baseline.same,
        changed: baseline.changed,
        new: baseline.added,
        obsolete: baseline.obsolete,
        other_files: baseline.files,
      },
    }),
    ...(mutants !== undefined && {
      mutants: {
        themes: mutants.themes.map((theme) => ({
          theme: theme.theme,
          rules: theme.rules,
          untested_rules: theme.untestedRules,
          alternatives: theme.alternatives,
          untested_alternatives: theme.untestedAlternatives,
          exceptions: theme.exceptions,
          untested_exceptions: theme.untestedExceptions,
        })),
        untested: mutants.survivors,
      },
    }),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}
