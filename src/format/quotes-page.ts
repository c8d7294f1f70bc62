/** The quote bank as a page: themes with their definition and base, then their quotes. */

import { amount } from '../amount.ts'
import type { Quote } from '../analyse/quotes.ts'
import type { RunFacts } from '../run-facts.ts'
import { percent } from '../share.ts'
import type { Theme } from '../types.ts'
import { escapeMarkdown } from './markdown.ts'

/** The text of `quotes.md`. */
export function quotesPage(facts: RunFacts): string {
  const { codebook, quotes } = facts
  const lines = [
    `# Quotes: ${escapeMarkdown(codebook.title || codebook.id)}`,
    '',
    `Codebook ${codebook.id} ${codebook.version}. At most ${facts.quotesPerTheme} quotes for each theme, chosen by rule: a readable length, telling evidence, one from each speaker before a second, spread over documents.`,
    '',
    '**These are people’s own words, as written in the source. Nothing has been taken out. Check consent and identifying details before you publish any of them.**',
    '',
  ]
  for (const [index, theme] of codebook.themes.entries()) {
    const own = quotes.filter((quote) => quote.theme === index)
    lines.push(...themeHeading(theme, index, facts), ...own.flatMap(quoteLines))
    if (own.length === 0) lines.push('No quote.', '')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** A heading with the definition and the base of a theme. */
export function themeHeading(theme: Theme, index: number, facts: RunFacts): readonly string[] {
  const counts = facts.tally.themes[index]
  const { totals } = facts.tally
  const share = percent(counts?.segments ?? 0, totals.segments)
  const heading = '#'.repeat(Math.min(theme.level + 1, 6))
  return [
    `${heading} ${escapeMarkdown(theme.name || theme.id)}`,
    '',
    ...(theme.definition === '' ? [] : [escapeMarkdown(theme.definition), '']),
    `\`${theme.id}\`: ${counts?.segments ?? 0} of ${amount(totals.segments, facts.unit)}${share === undefined ? '' : ` (${share} %)`}, in ${counts?.documents ?? 0} of ${amount(totals.documents, 'document')}, by ${counts?.speakers ?? 0} of ${amount(totals.speakers, 'speaker')}.`,
    '',
  ]
}

/** A quote as a block quote with its attribution and reference. */
export function quoteLines(quote: Quote): readonly string[] {
  const paragraphs = quote.quote
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line.trim())}`.trimEnd())
  const role =
    quote.role === 'unknown' ? '' : ` (${escapeMarkdown(quote.role.replaceAll('_', ' '))})`
  const speaker =
    quote.speaker === quote.document ? '' : `${escapeMarkdown(quote.speaker)}${role}, `
  return [
    ...paragraphs,
    '>',
    `> — ${speaker}${escapeMarkdown(quote.document)}, line ${quote.line} · \`${quote.id}\``,
    '',
  ]
}
