/** The tests of a codebook in Markdown, for a job summary or a comment on a pull request. */
import { amount } from '../amount.ts'
import { escapeMarkdown, toMarkdownTable } from './markdown.ts'
import { findingsOf, type TestFacts } from './test-facts.ts'
import { MUTANT_COLUMNS, mutantRows, testSummary } from './test-text.ts'

/** Longer lists say how much more there is: a comment must fit on a page. */
const MOST_ROWS = 50

/** How it came out, and what went wrong in a table. */
export function testMarkdown(facts: TestFacts): string {
  const { codebook, mutants } = facts
  const findings = findingsOf(facts)
  const isGood =
    !findings.some(({ severity }) => severity === 'error') && !mutants?.survivors.length
  const blocks = [
    `### ${isGood ? '✅' : '❌'} Tests of the codebook \`${codebook.id}\` ${codebook.version}`,
    escapeMarkdown(testSummary({ ...facts, mutants: undefined }).trimEnd()).replaceAll(
      '\n',
      '  \n',
    ),
  ]
  if (findings.length > 0) {
    const rows = findings
      .slice(0, MOST_ROWS)
      .map(({ path, line, id, message }) => [
        line === undefined ? path : `${path}:${line}`,
        id,
        message,
      ])
    blocks.push(table(['Place', 'Finding', 'What'], rows))
    if (findings.length > MOST_ROWS) {
      blocks.push(`… and ${amount(findings.length - MOST_ROWS, 'more finding')}.`)
    }
  }
  if (mutants !== undefined && mutants.survivors.length > 0) {
    blocks.push(
      'Rules, alternatives and exceptions that no test would miss:',
      table(MUTANT_COLUMNS, mutantRows(mutants.themes)),
    )
  }
  return `${blocks.join('\n\n')}\n`
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [...toMarkdownTable({ name: 'tests', columns, rows })].join('').trimEnd()
}
