/** What the tests of a codebook found, as annotations of a GitHub workflow. */
import { amount } from '../amount.ts'
import { commandData, commandProperty } from './github-commands.ts'
import { type Finding, findingsOf, type TestFacts } from './test-facts.ts'
import { testSummary } from './test-text.ts'

/** A step shows ten annotations of a kind and drops the rest without a word. */
const MOST = 10

/** At most ten errors and ten warnings, on the lines of the files; then the totals. */
export function testAnnotations(facts: TestFacts): string {
  const findings = findingsOf(facts)
  const lines = (['error', 'warning'] as const).flatMap((severity) =>
    annotations(
      findings.filter((finding) => finding.severity === severity),
      facts,
    ),
  )
  return `${lines.map((line) => `${line}\n`).join('')}${testSummary(facts)}`
}

function annotations(
  findings: readonly Finding[],
  { codebook: { path }, mutants, baseline }: TestFacts,
): readonly string[] {
  if (findings.length <= MOST) return findings.map(annotation)
  const [first] = findings
  const more = findings.length - (MOST - 1)
  const rest = [
    ...(mutants === undefined ? [] : [' --mutate']),
    ...(baseline === undefined ? [] : [' --corpus …']),
  ]
  const command = `voices test ${path}${rest.join('')}`
  const said = commandData(`and ${amount(more, 'more problem')}: ${command} shows all.`)
  const last = `::${first?.severity ?? 'error'} file=${commandProperty(path)}::${said}`
  return [...findings.slice(0, MOST - 1).map(annotation), last]
}

function annotation({ severity, id, message, path, line, column }: Finding): string {
  const places = [
    `file=${commandProperty(path)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${commandProperty(`voices ${id}`)}`,
  ]
  return `::${severity} ${places.join(',')}::${commandData(message)}`
}
