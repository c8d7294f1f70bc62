/** The tests of a codebook for a terminal or a log. */
import type { ChalkInstance } from 'chalk'
import { amount, thousands } from '../amount.ts'
import { toLines, withoutControls } from './diagnostics.ts'
import {
  type BaselineFact,
  findingsOf,
  type TestFact,
  type TestFacts,
  type ThemeMutantFact,
  totalsOf,
} from './test-facts.ts'

/** What went wrong, a line each, by place; of what is untested, the first of each theme. */
export function testLines(facts: TestFacts, chalk: ChalkInstance): string {
  const { mutants } = facts
  if (mutants === undefined) return toLines(findingsOf(facts), chalk)
  const { survivors } = mutants
  const counts = new Map<string, number>()
  const shown = survivors.filter(({ theme }) => {
    const count = (counts.get(theme) ?? 0) + 1
    counts.set(theme, count)
    return count <= MOST_OF_A_THEME
  })
  const lines = toLines(findingsOf({ ...facts, mutants: { ...mutants, survivors: shown } }), chalk)
  const rest = survivors.length - shown.length
  if (rest === 0) return lines
  return `${lines}and ${thousands(rest)} more that no test would miss: -o json lists them all\n`
}

/** Untested rules and exceptions that are named of each theme: a list to work on, not all of it. */
const MOST_OF_A_THEME = 5

/** How it came out: a line for the tests, the baseline, and a table of untested rules. */
export function testSummary({ codebook, tests, baseline, mutants }: TestFacts): string {
  const parts = [
    ...countsOf(tests, 'example'),
    ...countsOf(tests, 'case'),
    ...countsOf(tests, 'fatal'),
  ]
  const { knownMisses, fixed } = totalsOf(tests)
  const isAllMissed = knownMisses > 0 && knownMisses === tests.length
  const said = [
    ...parts.map((part) => `${part} passed`),
    ...(isAllMissed ? ['no test passed'] : []),
    ...(knownMisses > 0 ? [amount(knownMisses, 'known miss')] : []),
    ...(isAllMissed ? ['as expected'] : []),
    ...(fixed > 0 ? [`${amount(fixed, 'known miss')} found now`] : []),
  ]
  const lines = said.length === 0 ? [] : [`${codebook.id} ${codebook.version}: ${said.join(', ')}`]
  if (baseline !== undefined) lines.push(baselineLine(baseline))
  if (mutants !== undefined) lines.push('', ...mutantTable(mutants.themes))
  return lines.map((line) => `${withoutControls(line)}\n`).join('')
}

const NOUNS = { example: 'example', case: 'case', fatal: 'fatal case' } as const

function countsOf(tests: readonly TestFact[], kind: keyof typeof NOUNS): readonly string[] {
  const { passed, failed } = totalsOf(tests.filter((test) => test.kind === kind))
  const all = passed + failed
  return all > 0 ? [`${thousands(passed)} of ${amount(all, NOUNS[kind])}`] : []
}

/** The coding of the corpus in a line. */
function baselineLine(baseline: BaselineFact): string {
  const { path, segments, same, changed, added, obsolete, files, isWritten } = baseline
  const differences = [
    ...(changed > 0 ? [`${thousands(changed)} changed`] : []),
    ...(added > 0 ? [`${thousands(added)} new`] : []),
    ...(obsolete > 0 ? [`${thousands(obsolete)} obsolete`] : []),
    ...(files > 0 ? [`${amount(files, 'other file')}`] : []),
  ]
  const rest = differences.length === 0 ? '' : `: ${differences.join(', ')}`
  if (isWritten) return `${path}: written, ${amount(segments, 'coded segment')}${rest}`
  const mend = rest === '' ? '' : '. Where this is right, record it: --update'
  return `${path}: ${thousands(same)} of ${amount(segments, 'coded segment')} as recorded${rest}${mend}`
}

/** A row for each theme that has rules, and one for all of them. */
export function mutantRows(themes: readonly ThemeMutantFact[]): readonly (readonly string[])[] {
  const sum = (key: Exclude<keyof ThemeMutantFact, 'theme'>) =>
    themes.reduce((total, theme) => total + theme[key], 0)
  const all: ThemeMutantFact = {
    theme: 'all',
    rules: sum('rules'),
    untestedRules: sum('untestedRules'),
    alternatives: sum('alternatives'),
    untestedAlternatives: sum('untestedAlternatives'),
    exceptions: sum('exceptions'),
    untestedExceptions: sum('untestedExceptions'),
  }
  return [...themes.filter(({ rules, exceptions }) => rules + exceptions > 0), all].map((row) => [
    row.theme,
    thousands(row.rules),
    thousands(row.untestedRules),
    thousands(row.alternatives),
    thousands(row.untestedAlternatives),
    thousands(row.exceptions),
    thousands(row.untestedExceptions),
  ])
}

/** The columns of `mutantRows`. */
export const MUTANT_COLUMNS = [
  'theme',
  'rules',
  'untested',
  'alternatives',
  'untested',
  'exceptions',
  'untested',
] as const

function mutantTable(themes: readonly ThemeMutantFact[]): readonly string[] {
  const rows = [MUTANT_COLUMNS, ...mutantRows(themes)]
  const widths = MUTANT_COLUMNS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  '),
  )
}
