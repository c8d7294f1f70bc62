/** What `voices codebook stats` prints for people: themes, rules, and what the codebook misses. */
import type { ChalkInstance } from 'chalk'
import { amount, thousands } from '../amount.ts'
import { sharePercent } from '../share.ts'
import { withoutControls } from './diagnostics.ts'
import type { MissedFacts, RuleFacts, StatsFacts, ThemeFacts } from './stats-facts.ts'
import { companyText, formsText } from './stats-tables.ts'

/** Characters of a rule's id that are shown; its line in the codebook stands beside it. */
const WIDEST = 34
/** Characters of a line of dead rules. */
const LINE_WIDTH = 100

/** The page, piece by piece. */
export function* statsPage(facts: StatsFacts, chalk: ChalkInstance): Iterable<string> {
  yield* printed(headLines(facts, chalk))
  yield* printed(['', ...themeLines(facts, chalk)])
  for (const theme of facts.themes) yield* printed(ruleLines(theme, facts, chalk))
  yield* printed(['', ...missedLines(facts, chalk)])
}

function* printed(lines: readonly string[]): Iterable<string> {
  for (const line of lines) yield `${line.trimEnd()}\n`
}

function headLines(facts: StatsFacts, chalk: ChalkInstance): readonly string[] {
  const { rules, documents, speakers, words, segments, coded_segments, unit, excluded_roles } =
    facts
  const found = rules.filter(({ flags }) => !flags.includes('dead')).length
  const roles = excluded_roles.join(', ')
  const title = `${chalk.bold(`${facts.codebook} ${facts.codebook_version}`)}  ${safe(facts.codebook_title)}`
  return [
    title.trimEnd(),
    '',
    `Read   ${amount(documents, 'document')}, ${amount(speakers, 'speaker')}, ${amount(words, 'word')}`,
    ...(roles === '' ? [] : [chalk.dim(`       not counting what was said by: ${safe(roles)}`)]),
    `Coded  ${thousands(coded_segments)} of ${amount(segments, unit)} (${sharePercent(coded_segments, segments)} %)`,
    `Rules  ${thousands(found)} of ${amount(rules.length, 'rule')} found something`,
  ]
}

function themeLines({ themes, unit }: StatsFacts, chalk: ChalkInstance): readonly string[] {
  const names = themes.map(({ theme_name, theme, level }) =>
    safe(`${'  '.repeat(level - 1)}${theme_name === '' ? theme : theme_name}`),
  )
  const width = Math.max('Theme'.length, ...names.map(({ length }) => length))
  const units = unitColumn(unit)
  const head = ['rules', 'dead', 'matches', units, 'documents', 'speakers', 'alone %'] as const
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) => cell.padStart(Math.max(head[at]?.length ?? 0, 5))).join('  ')
  return [
    chalk.dim(`${'Theme'.padEnd(width)}  ${row(head)}  most often with`),
    ...themes.map((theme, index) => {
      const { rules, dead_rules, matches, segments, documents, speakers, sole_pct } = theme
      const counts = [rules, dead_rules, matches, segments, documents, speakers].map(thousands)
      const cells = row([...counts, sole_pct?.toFixed(1) ?? ''])
      const line = `${(names[index] ?? '').padEnd(width)}  ${cells}  ${companyText(theme.overlap, ', ')}`
      return segments === 0 ? chalk.dim(line) : line
    }),
  ]
}

/** The heading of segments, where documents have a column of their own. */
function unitColumn(unit: string): string {
  return unit === 'document' ? 'coded' : `${unit}s`
}

function ruleLines(
  theme: ThemeFacts,
  { rules, unit }: StatsFacts,
  chalk: ChalkInstance,
): readonly string[] {
  const own = rules.filter((rule) => rule.theme === theme.theme)
  if (own.length === 0) return []
  const found = own.filter(({ segments }) => segments > 0)
  const dead = own.filter(({ segments }) => segments === 0)
  const ids = found.map(({ rule }) => shortened(safe(rule)))
  const width = Math.max('Rule'.length, ...ids.map(({ length }) => length))
  const head = [
    'line',
    'matches',
    unitColumn(unit),
    'documents',
    'speakers',
    'sole',
    'negated',
  ] as const
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) => cell.padStart(Math.max(head[at]?.length ?? 0, 4))).join('  ')
  const order = found.map((rule, index) => ({ rule, id: ids[index] ?? '' }))
  order.sort((a, b) => b.rule.segments - a.rule.segments)
  return [
    '',
    chalk.bold(safe(theme.theme)),
    ...(found.length === 0 ? [] : [chalk.dim(`  ${'Rule'.padEnd(width)}  ${row(head)}  caught`)]),
    ...order.flatMap(({ rule, id }) => {
      const { line, matches, segments, documents, speakers, sole, negated } = rule
      const cells = [line, matches, segments, documents, speakers, sole, negated].map(String)
      const rest = rule.distinct_forms - rule.forms.length
      const forms = `${formsText(rule.forms, ', ')}${rest > 0 ? `, and ${amount(rest, 'other')}` : ''}`
      const text = `  ${id.padEnd(width)}  ${row(cells)}  ${safe(forms)}`
      return [text, ...flagLines(rule, chalk)]
    }),
    ...deadLines(dead, chalk),
  ]
}

function flagLines(rule: RuleFacts, chalk: ChalkInstance): readonly string[] {
  const lines: string[] = []
  if (rule.flags.includes('one-document'))
    lines.push(`    ! only in ${safe(rule.only_document ?? '')}`)
  if (rule.flags.includes('redundant') && rule.matches > 1)
    lines.push(`    ! never the only reason: beside ${safe(companyText(rule.alongside, ', '))}`)
  return lines.map((line) => chalk.yellow(line))
}

function deadLines(dead: readonly RuleFacts[], chalk: ChalkInstance): readonly string[] {
  if (dead.length === 0) return []
  const lines: string[] = []
  let line = `  no match (${dead.length}):`
  for (const [index, { rule }] of dead.entries()) {
    const next = ` ${shortened(safe(rule))}${index + 1 < dead.length ? ',' : ''}`
    if (line.length + next.length > LINE_WIDTH) {
      lines.push(line)
      line = `   ${next}`
    } else line += next
  }
  return [...lines, line].map((one) => chalk.dim(one))
}

function missedLines(facts: StatsFacts, chalk: ChalkInstance): readonly string[] {
  const { missed, unit } = facts
  const limits = facts.limits.map((limit) => chalk.yellow(`  ! ${limit}`))
  const head = chalk.bold(`What ${unit}s without a theme are about`)
  if (missed.length === 0) return [head, `  ${nothingMissed(facts)}`, ...limits]
  const lines = missed.filter(({ perhaps_name }) => !perhaps_name)
  const names = missed.filter(({ perhaps_name }) => perhaps_name)
  const width = Math.max(...missed.map(({ rule }) => safe(rule).length))
  return [
    head,
    chalk.dim(`  ${basisOf(facts)}`),
    ...limits,
    ...lines.flatMap((one) => missedLine(one, width, chalk)),
    ...(names.length === 0 ? [] : ['', chalk.bold('Perhaps names')]),
    ...names.flatMap((one) => missedLine(one, width, chalk)),
  ]
}

/** What the numbers of the list are. */
export function basisOf({ uncoded_words, words, unit, is_compared }: StatsFacts): string {
  if (words === uncoded_words)
    return `No ${unit} has a theme, so there is nothing to compare with: the most frequent come first.`
  if (!is_compared)
    return `${thousands(words - uncoded_words)} of ${amount(words, 'word')} are in coded ${unit}s, too few to compare with: the most frequent come first.`
  return `${thousands(uncoded_words)} of ${amount(words, 'word')}. The first number is occurrences there, the second in coded ${unit}s.`
}

/** Why no word is listed. */
export function nothingMissed({ unit, segments, coded_segments }: StatsFacts): string {
  if (segments === 0) return `There are no ${unit}s that could be coded.`
  if (segments === coded_segments) return `Every ${unit} has a theme.`
  return 'No word or phrase stands out in them. Fewer people, or fewer times: --spread, --least.'
}

function missedLine(missed: MissedFacts, width: number, chalk: ChalkInstance): readonly string[] {
  const { rule, uncoded, coded, g2, documents, speakers, forms, longer, examples } = missed
  const said = forms.length > 1 ? formsText(forms.slice(0, 5), ', ') : ''
  const also = longer.length > 0 ? `also ${formsText(longer, ', ')}` : ''
  const notes = [said, also].filter((note) => note !== '').join('; ')
  const counts = `${String(uncoded).padStart(5)} : ${String(coded).padEnd(4)}  G² ${g2.toFixed(1).padStart(6)}`
  const spread = `${amount(documents, 'document')}, ${amount(speakers, 'speaker')}`
  return [
    `  ${chalk.cyan(safe(rule).padEnd(width))} ${counts}  ${spread}${notes === '' ? '' : `  ${safe(notes)}`}`,
    ...examples.map(({ segment_id, text }) => {
      const speech = text === undefined ? '' : ` “${safe(text.replace(SPACES, ' '))}”`
      return `      ${chalk.dim(safe(segment_id))}${speech}`
    }),
  ]
}

/** One or more of any white space. */
const SPACES = /\s+/gu

function shortened(id: string): string {
  const characters = Array.from(id)
  return characters.length <= WIDEST ? id : `${characters.slice(0, WIDEST - 1).join('')}…`
}

function safe(text: string): string {
  return withoutControls(text)
}
