/** Rules and settings in words, for the printable codebook. */

import type {
  Codebook,
  Pattern,
  Phrase,
  Rule,
  RuleSettings,
  Scope,
  UnlessPattern,
} from '../types.ts'

/** How the parts of a rule are written down. */
export interface Writing {
  /** What stands in texts as it is: a word, a phrase, a regular expression. */
  code(text: string): string
  /** Words of the analyst's, such as roles. */
  plain(text: string): string
}

const MARKDOWN: Writing = { code: markdownCode, plain: (text) => text }

/** `same`, then (`social worker` / `key worker`) (at most 2 words between). */
function patternInWords(pattern: Pattern, { code }: Writing = MARKDOWN): string {
  switch (pattern.kind) {
    case 'phrase':
      return code(pattern.phrase)
    case 'seq': {
      const parts = partsInWords(pattern.items, ', then ', code)
      return pattern.items.length === 1
        ? parts
        : parts + notes(between(pattern.gap), span(pattern.within, 'sentence'))
    }
    case 'near': {
      const parts = partsInWords(pattern.items, ' near ', code)
      return parts + notes('in any order', between(pattern.gap), span(pattern.within, 'sentence'))
    }
    case 'all':
      return partsInWords(pattern.items, ' and ', code) + notes(`in one ${pattern.within}`)
    case 'regex':
      return `${code(pattern.source)} (regular expression)`
  }
}

/** Parts with their alternatives; brackets show which alternatives are of one part. */
function partsInWords(
  parts: readonly (readonly Phrase[])[],
  between: string,
  code: Writing['code'],
): string {
  const inWords = parts.map((phrases) => {
    const words = phrases.map(code).join(' / ')
    return phrases.length > 1 && parts.length > 1 ? `(${words})` : words
  })
  return inWords.join(between)
}

/** The exceptions of a list, one after the other. */
export function exceptionsInWords(
  patterns: readonly UnlessPattern[],
  writing: Writing = MARKDOWN,
): string {
  return patterns.map(({ pattern }) => patternInWords(pattern, writing)).join(', ')
}

/** What the settings say, one phrase for each that differs from what holds where nothing is said. */
function settingsInWords(settings: RuleSettings, codebook: Codebook): readonly string[] {
  const { speakers } = settings
  const not = speakers.not.filter((role) => !codebook.excludedRoles.includes(role))
  const said: readonly (readonly [boolean, string])[] = [
    [!settings.inflect, 'no inflections'],
    [settings.stem, 'all words of the same stem'],
    [settings.spelling === 'as-written', 'spelling as written'],
    [settings.case === 'exact', 'capitals as written'],
    [settings.hyphen === 'exact', 'hyphens as written'],
    [settings.negation === 'exclude', 'not where negated'],
    [settings.negation === 'only', 'only where negated'],
    [settings.negation === 'ignore', 'negation not marked'],
    [speakers.only !== undefined, `only said by ${speakers.only?.join(', ') ?? ''}`],
    [not.length > 0, `not said by ${not.join(', ')}`],
  ]
  return said.flatMap(([holds, words]) => (holds ? [words] : []))
}

/** What all rules of a codebook have in common, so that it need not be said of each. */
export function commonSettings(codebook: Codebook): readonly string[] {
  const distinct = new Set(
    codebook.themes.flatMap((theme) => theme.rules.map((rule) => rule.settings)),
  )
  const [first, ...others] = [...distinct].map((settings) => settingsInWords(settings, codebook))
  return (first ?? []).filter((words) => others.every((other) => other.includes(words)))
}

/** How words are compared where a rule says nothing else, but for what no rule leaves at that. */
export function usualSettings(common: readonly string[]): readonly string[] {
  return USUAL.filter(({ unless }) => !unless.some((words) => common.includes(words))).map(
    ({ words }) => words,
  )
}

const USUAL: readonly { readonly words: string; readonly unless: readonly string[] }[] = [
  { words: 'a word finds its inflections, too', unless: ['no inflections'] },
  { words: 'British and American spellings are the same', unless: ['spelling as written'] },
  { words: 'capitals make no difference', unless: ['capitals as written'] },
  { words: 'nor do hyphens (care leaver, care-leaver)', unless: ['hyphens as written'] },
  {
    words: 'negated matches count, and are marked',
    unless: ['not where negated', 'only where negated', 'negation not marked'],
  },
]

/** One rule: what it looks for, its own settings and exceptions. */
export function ruleInWords(
  rule: Rule,
  { codebook, common, writing = MARKDOWN }: RuleSurroundings,
): string {
  const { containedIn, before, after } = rule.unless
  const own = settingsInWords(rule.settings, codebook).filter((words) => !common.includes(words))
  const exceptions = [
    containedIn.length > 0 ? `unless inside ${exceptionsInWords(containedIn, writing)}` : '',
    before.length > 0 ? `unless right after ${exceptionsInWords(before, writing)}` : '',
    after.length > 0 ? `unless right before ${exceptionsInWords(after, writing)}` : '',
  ].filter((words) => words !== '')
  const pattern = patternInWords(rule.pattern, writing)
  return [pattern, ...own.map(writing.plain), ...exceptions].join('; ')
}

/** The codebook of a rule, and what need not be said of the rule because it holds for all. */
export interface RuleSurroundings {
  readonly codebook: Codebook
  readonly common: readonly string[]
  readonly writing?: Writing
}

function between(gap: number): string {
  if (gap === 0) return ''
  return `at most ${gap} ${gap === 1 ? 'word' : 'words'} between`
}

function span(within: Scope, usual: Scope): string {
  return within === usual ? '' : `in one ${within}`
}

function notes(...parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '')
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}

/** Backticks, which would end a code span. */
const BACKTICKS = /`+/gu

/** A Markdown code span, fenced with more backticks than the text has. */
function markdownCode(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(BACKTICKS), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = longest > 0 ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}
