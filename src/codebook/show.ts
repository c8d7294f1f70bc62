import { amount } from '../amount.ts'
import type { Codebook, Example, Table, Theme, Unless } from '../types.ts'
import { hasGivenId, patternText } from './rule-text.ts'
import { commonSettings, exceptionsInWords, ruleInWords, usualSettings } from './rule-words.ts'

/**
 * The codebook as a table with a row for each theme. Lists are joined with ` | `: `rules` and
 * `unless` in the short form that is also the id of a rule; `examples` must receive the theme,
 * `counter_examples` must not, and `known_misses` are those with a `todo`.
 */
export function codebookTable(codebook: Codebook): Table {
  const rows = codebook.themes.map((theme) => [
    theme.id,
    theme.name,
    theme.level,
    blank(theme.definition),
    blank(theme.include),
    blank(theme.exclude),
    joined(theme.rules.map((rule) => patternText(rule.pattern))),
    joined(unlessTexts(theme.unless)),
    joined(textsOf(theme, isPositive)),
    joined(textsOf(theme, isNegative)),
    joined(textsOf(theme, isKnownMiss)),
    codebook.id,
    codebook.version,
  ])
  return { name: 'codebook', columns: COLUMNS, rows }
}

const COLUMNS = [
  'theme',
  'theme_name',
  'level',
  'definition',
  'include',
  'exclude',
  'rules',
  'unless',
  'examples',
  'counter_examples',
  'known_misses',
  'codebook',
  'codebook_version',
]

function blank(text: string): string | undefined {
  return text === '' ? undefined : text
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(' | ')
}

function unlessTexts({ containedIn, before, after }: Unless): readonly string[] {
  return [
    ...containedIn.map(({ pattern }) => patternText(pattern)),
    ...before.map(({ pattern }) => `before: ${patternText(pattern)}`),
    ...after.map(({ pattern }) => `after: ${patternText(pattern)}`),
  ]
}

function textsOf(theme: Theme, belongs: (example: Example) => boolean): readonly string[] {
  return theme.examples.filter(belongs).map((example) => example.text)
}

function isPositive({ expected, todo }: Example): boolean {
  return expected && todo === undefined
}

function isNegative({ expected, todo }: Example): boolean {
  return !expected && todo === undefined
}

function isKnownMiss({ todo }: Example): boolean {
  return todo !== undefined
}

/** The codebook as Markdown, to be read, discussed and printed as an annex. */
export function codebookMarkdown(codebook: Codebook): string {
  const common = commonSettings(codebook)
  const blocks = [
    ...headBlocks(codebook, common),
    ...codebook.themes.flatMap((theme) => themeBlocks(theme, codebook, common)),
    ...historyBlocks(codebook),
  ]
  return `${blocks.join('\n\n')}\n`
}

function headBlocks(codebook: Codebook, common: readonly string[]): readonly string[] {
  const rules = codebook.themes.reduce((sum, theme) => sum + theme.rules.length, 0)
  const size = `${amount(codebook.themes.length, 'theme')}, ${amount(rules, 'rule')}`
  const facts = [
    `Codebook \`${codebook.id}\`, version ${codebook.version} (${escaped(codebook.language)}): ${size}.`,
    `Codes are given to each ${codebook.unit}.`,
    codebook.excludedRoles.length > 0
      ? `Never coded: speech of ${escaped(codebook.excludedRoles.join(', '))}.`
      : 'The speech of all roles is coded.',
    `Where a rule says nothing else: ${usualSettings(common).join('; ')}.`,
    common.length > 0 ? `For all rules: ${escaped(common.join('; '))}.` : '',
  ]
  return [`# ${escaped(codebook.title)}`, facts.filter((fact) => fact !== '').join('\n')]
}

/** Deepest heading of Markdown. */
const DEEPEST_HEADING = 6

function themeBlocks(
  theme: Theme,
  codebook: Codebook,
  common: readonly string[],
): readonly string[] {
  const mark = '#'.repeat(Math.min(theme.level + 1, DEEPEST_HEADING))
  const rules = theme.rules.map((rule) => {
    const id = hasGivenId(rule) ? ` (id: \`${rule.id}\`)` : ''
    return `- ${ruleInWords(rule, { codebook, common })}${id}`
  })
  const blocks = [
    `${mark} ${escaped(theme.name)} (\`${theme.id}\`)`,
    escaped(theme.definition),
    labelled('Use it for', theme.include),
    labelled('Not for', theme.exclude),
    ...exampleBlocks(theme),
    rules.length > 0 ? ['**Rules**', '', ...rules].join('\n') : '',
    ...unlessBlocks(theme.unless),
  ]
  return blocks.filter((block) => block !== '')
}

function labelled(label: string, text: string): string {
  return text === '' ? '' : `**${label}:** ${escaped(text)}`
}

function unlessBlocks({ containedIn, before, after }: Unless): readonly string[] {
  return [
    containedIn.length > 0 ? `**Not inside:** ${exceptionsInWords(containedIn)}` : '',
    before.length > 0 ? `**Not right after:** ${exceptionsInWords(before)}` : '',
    after.length > 0 ? `**Not right before:** ${exceptionsInWords(after)}` : '',
  ]
}

function exampleBlocks(theme: Theme): readonly string[] {
  return [
    exampleList('Examples', theme.examples.filter(isPositive)),
    exampleList('Close, but no', theme.examples.filter(isNegative)),
    exampleList('Known misses', theme.examples.filter(isKnownMiss)),
  ]
}

function exampleList(label: string, examples: readonly Example[]): string {
  if (examples.length === 0) return ''
  return [`**${label}**`, '', ...examples.map(exampleLine)].join('\n')
}

function exampleLine({ text, quote, todo, expected }: Example): string {
  const start = quote === undefined || quote === '' ? -1 : text.indexOf(quote)
  const words =
    quote === undefined || start === -1
      ? escaped(text)
      : `${escaped(text.slice(0, start))}**${escaped(quote)}**${escaped(text.slice(start + quote.length))}`
  if (todo === undefined) return `- ${words}`
  return `- ${words} (${expected ? '' : 'must not receive the theme: '}${escaped(todo)})`
}

function historyBlocks({ retired, changes, fingerprint }: Codebook): readonly string[] {
  const gone = retired.map(({ id, since, mergedInto }) => {
    const target = mergedInto === undefined ? '' : `, now part of \`${mergedInto}\``
    return `- \`${id}\`, since ${since}${target}`
  })
  const versions = changes.map(
    ({ version, date, note }) => `- **${version}** (${date}): ${escaped(note)}`,
  )
  return [
    ...(gone.length > 0 ? ['## Retired themes', gone.join('\n')] : []),
    ...(versions.length > 0 ? ['## Changes', versions.join('\n')] : []),
    `Fingerprint of the rules: \`${fingerprint}\``,
  ]
}

/** What Markdown would take for its own anywhere, for example `*`, `|` and `&lt;`. */
const MARKDOWN_MARKS = /[\\`*_[\]<>|#~]|&(?=#?[0-9A-Za-z]+;)/gu
/** Line breaks, which would end a list item or a heading. */
const LINE_BREAKS = /\s*\n\s*/gu

/** What would make a list, a line or a heading of a text that begins with it: `- ` and `---`. */
const LINE_MARK = /^\s*(?<mark>[-+=])/u
/** The number of a list at the beginning of a text, for example `1.` and `1)`. */
const LIST_NUMBER = /^\s*(?<number>\d+)(?=[.)])/u

/** Text on one line that Markdown shows as it is. */
function escaped(text: string): string {
  return text
    .replace(LINE_BREAKS, ' ')
    .replace(MARKDOWN_MARKS, '\\$&')
    .replace(LINE_MARK, '\\$<mark>')
    .replace(LIST_NUMBER, '$<number>\\')
}
