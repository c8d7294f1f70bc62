/** What `voices codebook stats` says, as a page of Markdown. */

import { amount, thousands } from '../amount.ts'
import type { Table } from '../types.ts'
import { escapeMarkdown, toMarkdownTable } from './markdown.ts'
import type { StatsFacts } from './stats-facts.ts'
import { basisOf, nothingMissed } from './stats-page.ts'
import { statsTable } from './stats-tables.ts'

/** The page: themes, rules that found something, those that did not, and what is missed. */
export function* statsMarkdown(facts: StatsFacts): Iterable<string> {
  const { documents, speakers, words, unit, segments, coded_segments } = facts
  const hasText = facts.missed.some(({ examples }) =>
    examples.some(({ text }) => text !== undefined),
  )
  const found = facts.rules.filter(({ segments: own }) => own > 0)
  const dead = facts.rules.filter(({ segments: own }) => own === 0)
  yield `# Codebook ${code(facts.codebook)} ${facts.codebook_version} in use\n\n`
  yield `${amount(documents, 'document')}, ${amount(speakers, 'speaker')}, ${amount(words, 'word')}; ${thousands(coded_segments)} of ${amount(segments, unit)} have a theme.\n\n`
  yield '## Themes\n\n'
  yield* markdownOf(statsTable('themes', facts, false), THEME_COLUMNS)
  yield '\n## Rules\n\n'
  yield* markdownOf(statsTable('rules', { ...facts, rules: found }, false), RULE_COLUMNS)
  if (dead.length > 0) {
    yield `\n### ${amount(dead.length, 'rule')} without a match\n\n`
    for (const { theme, rule, line } of dead)
      yield `- ${code(theme)}: ${code(rule)} (line ${line})\n`
  }
  yield `\n## What ${unit}s without a theme are about\n\n`
  for (const limit of facts.limits) yield `${escapeMarkdown(limit)}\n\n`
  if (facts.missed.length === 0) {
    yield `${nothingMissed(facts)}\n`
    return
  }
  yield `${basisOf(facts)}\n\n`
  yield* markdownOf(statsTable('missed', facts, hasText), MISSED_COLUMNS)
  const rules = facts.missed.filter(({ perhaps_name }) => !perhaps_name)
  if (rules.length > 0)
    yield `\nAs rules:\n\n\`\`\`yaml\n${rules.map(({ rule }) => rule).join('\n')}\n\`\`\`\n`
}

const THEME_COLUMNS = new Set(
  'theme rules dead_rules one_document_rules redundant_rules matches negated_pct segments documents speakers sole_pct overlap'.split(
    ' ',
  ),
)
const RULE_COLUMNS = new Set(
  'theme rule line matches segments documents speakers sole negated_pct overlap forms flags'.split(
    ' ',
  ),
)
const MISSED_COLUMNS = new Set(
  'phrase uncoded coded g2 log_ratio documents speakers perhaps_name forms longer examples example_texts'.split(
    ' ',
  ),
)

function markdownOf(table: Table, shown: ReadonlySet<string>): Iterable<string> {
  const kept = table.columns.map((column) => shown.has(column))
  const rows = Array.from(table.rows, (row) => row.filter((_, at) => kept[at] === true))
  return toMarkdownTable({
    ...table,
    columns: table.columns.filter((column) => shown.has(column)),
    rows,
  })
}

/** A Markdown code span; ids hold no line breaks. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}
