/** The report: what was read, how it was coded, the themes with their bases, and a few quotes each. */

import { amount } from '../amount.ts'
import { frequencies } from '../analyse/frequencies.ts'
import type { RunFacts } from '../run-facts.ts'
import { sharePercent } from '../share.ts'
import { VERSION } from '../version.ts'
import { escapeMarkdown, toMarkdownTable } from './markdown.ts'
import { quoteLines, themeHeading } from './quotes-page.ts'

const QUOTES_IN_REPORT = 1
/** Heading of each column of the table of themes, and the column of `frequencies` behind it. */
const COLUMNS: readonly (readonly [heading: string, column: string])[] = [
  ['Theme', 'theme_name'],
  ['UNITS', 'segments'],
  ['%', 'segments_pct'],
  ['Documents', 'documents'],
  ['%', 'documents_pct'],
  ['Speakers', 'speakers'],
  ['%', 'speakers_pct'],
  ['Mentions', 'mentions'],
  ['Negated', 'negated'],
]

/** The text of `report.md`. */
export function reportPage(facts: RunFacts): string {
  const { codebook } = facts
  const sections = [
    [`# ${escapeMarkdown(codebook.title || codebook.id)}`, ''],
    howItWasMade(facts),
    ['## Themes', '', ...frequencyTable(facts), '', ...basesNote(facts)],
    ...codebook.themes.map((theme, index) => {
      const quotes = facts.quotes
        .filter((quote) => quote.theme === index)
        .slice(0, QUOTES_IN_REPORT)
      return [
        ...themeHeading({ ...theme, level: theme.level + 1 }, index, facts),
        ...quotes.flatMap(quoteLines),
      ]
    }),
    leftAside(facts),
  ]
  return `${sections.flat().join('\n').trimEnd()}\n`
}

function howItWasMade(facts: RunFacts): readonly string[] {
  const { codebook, tally } = facts
  const { totals } = tally
  const uncoded = sharePercent(totals.words - totals.codedWords, totals.words)
  return [
    `Coded with voices ${VERSION} and the codebook \`${codebook.id}\` ${codebook.version} (fingerprint \`${codebook.fingerprint}\`).`,
    '',
    `- ${amount(totals.documents, 'document')}, ${amount(totals.speakers, 'speaker')}, ${amount(totals.words, 'word')}, ${amount(totals.segments, facts.unit)}.`,
    `- ${amount(totals.codedSegments, facts.unit)} received at least one theme (${sharePercent(totals.codedSegments, totals.segments)} %).`,
    `- ${uncoded} % of the words stand in ${facts.unit}s that no theme touched.`,
    `- Speech of these roles was read as context, is not coded and is in no base: ${facts.excludedRoles.join(', ') || 'none'}.`,
    '',
    'Themes were assigned by keyword and phrase rules, not by a reader. A rule finds words, not irony or paraphrase: read a sample before you rely on a figure.',
    '',
  ]
}

function frequencyTable({ tally, codebook, unit }: RunFacts): readonly string[] {
  const table = frequencies(tally, codebook)
  const positions = COLUMNS.map(([, column]) => table.columns.indexOf(column))
  const rows = [...table.rows].map((row, index) => [
    setIn(String(row[positions[0] ?? 0] ?? ''), codebook.themes[index]?.level ?? 1),
    ...positions.slice(1).map((position) => row[position]),
  ])
  const units = `${unit.charAt(0).toUpperCase()}${unit.slice(1)}s`
  const columns = COLUMNS.map(([heading]) => (heading === 'UNITS' ? units : heading))
  return [...toMarkdownTable({ name: table.name, columns, rows })].map((line) => line.trimEnd())
}

/** Child themes are set in under their parents. */
function setIn(name: string, level: number): string {
  return `${'– '.repeat(level - 1)}${name}`
}

function basesNote({ tally, unit }: RunFacts): readonly string[] {
  const { totals } = tally
  return [
    `Bases: ${amount(totals.segments, unit)}, ${amount(totals.documents, 'document')}, ${amount(totals.speakers, 'speaker')}. A ${unit} can carry several themes, so the shares add up to more than 100 %; a theme includes its sub-themes. Negated mentions (“I don’t trust them”) are counted, and shown in the last column.`,
    '',
  ]
}

function leftAside({ skipped, files }: RunFacts): readonly string[] {
  const problems = files.flatMap((file) =>
    file.problems.map((problem) => `${file.id}: ${problem.message}`),
  )
  const lines = [...skipped.map(({ path, reason }) => `${path}: ${reason}`), ...problems]
  if (lines.length === 0) return []
  return [
    '## Not read, or read with a warning',
    '',
    ...lines.map((line) => `- ${escapeMarkdown(line)}`),
    '',
  ]
}
