/** `voices test`: runs the codebook's examples; for people and for build servers. */
import { type ExampleResult, exampleDiagnostics, runExamples } from '../code/examples.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { amount } from '../format/amount.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import { loadMatcher } from './load-codebook.ts'

/** Options of `voices test`. */
export interface TestOptions extends GivenOptions {
  readonly format: 'text' | 'json'
}

/** Exit 0 where every example comes out as expected, 1 where one does not, 2 where there is none. */
export async function test(
  [file]: readonly string[],
  options: TestOptions,
  io: Io,
): Promise<number> {
  const settings = await readSettings(
    [],
    { ...options, ...(file !== undefined && { codebook: file }) },
    io.cwd,
  )
  const matcher = await loadMatcher(settings, io)
  if (matcher === undefined) return FOUND
  const { codebook } = matcher
  const results = runExamples(matcher, settings.unit ?? codebook.unit)
  if (results.length === 0) {
    throw new CannotRun(
      `${codebook.path}: there are no examples to test. Add \`examples\` to its themes.`,
    )
  }
  if (options.format === 'json') io.out(`${JSON.stringify(results.map(plain), undefined, 2)}\n`)
  else {
    io.err(toLines(exampleDiagnostics(results, codebook.path), colours(io.showsProgress)))
    io.out(totals(codebook.id, codebook.version, results))
  }
  return results.some(({ outcome }) => outcome === 'failed') ? FOUND : DONE
}

function plain({ theme, example, outcome, reason }: ExampleResult) {
  const { line, column, expected } = example
  return { theme: theme.id, line, column, expected: expected ? theme.id : 'none', outcome, reason }
}

function totals(id: string, version: string, results: readonly ExampleResult[]): string {
  const count = (outcome: ExampleResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  const todo = count('known-miss')
  const fixed = count('fixed')
  return `${[
    `${id} ${version}: ${count('passed')} of ${results.length - todo - fixed} examples passed`,
    ...(todo > 0 ? [`${amount(todo, 'known miss')}`] : []),
    ...(fixed > 0 ? [`${amount(fixed, 'known miss')} found now`] : []),
  ].join(', ')}\n`
}
