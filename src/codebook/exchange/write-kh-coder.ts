import type { Codebook, Pattern, Rule, RuleSettings, Theme } from '../../types.ts'
import { DEFAULT_SETTINGS } from '../read-settings.ts'
import { hasGivenId, patternText } from '../rule-text.ts'
import { differingNames, type NamesApart } from './differing-names.ts'
import type { Exported, Loss } from './exchange.ts'
import { lostHeading, lostHistory, lostIds, NO_LEVELS } from './lost-names.ts'
import { settingLosses } from './setting-losses.ts'
import { themesByParent } from './themes-by-parent.ts'

/** KH Coder compares base forms, which is near to `inflect`, and small letters. */
const KH_CODER: RuleSettings = {
  ...DEFAULT_SETTINGS,
  inflect: true,
  spelling: 'as-written',
  hyphen: 'exact',
}

/**
 * Coding rules of KH Coder: a code for each theme, in the order of the codebook. A theme has the
 * rules of the themes below it too, since its children imply it. With a byte-order mark, by which
 * KH Coder knows UTF-8.
 */
export function writeKhCoder(codebook: Codebook): Exported {
  const losses: Loss[] = [...lostHeading(codebook, false), ...lostHistory(codebook)]
  const conditions = new Map<string, readonly string[]>()
  const carried = new Set<Rule>()
  for (const theme of codebook.themes) {
    for (const loss of lostTexts(theme)) losses.push(loss)
    const said = theme.rules.map((rule) => conditionsOf(rule, theme, losses))
    for (const [index, rule] of theme.rules.entries()) if (said[index]?.length) carried.add(rule)
    conditions.set(theme.id, said.flat())
  }
  const byParent = themesByParent(codebook)
  const withChildren = (id: string): readonly string[] => [
    ...(conditions.get(id) ?? []),
    ...(byParent.get(id) ?? []).flatMap((child) => withChildren(child.id)),
  ]
  const nameOf = differingNames(CODES)
  const names = new Map<string, string>()
  const codes: string[] = []
  for (const theme of codebook.themes) {
    const all = new Set(withChildren(theme.id))
    if (all.size === 0) {
      losses.push({ where: placeOf(theme), what: NO_CONDITION })
      continue
    }
    const name = nameOf(theme.name.replace(NOT_IN_A_NAME, ' ').trim() || theme.id)
    if (name !== theme.name) losses.push({ where: placeOf(theme), what: OTHER_NAME })
    names.set(theme.id, name)
    codes.push(`*${name}\n${[...all].join('\nor ')}\n`)
  }
  const all = [
    ...losses,
    ...settingLosses(codebook, { program: KH_CODER, carried }),
    ...lostForms(carried),
    ...lostIds(codebook, { names, hasLevels: false }),
  ]
  return { text: `\uFEFF${codes.join('\n')}`, losses: all }
}

/** KH Coder looks for base forms, so a word as it is written may never be met. */
function lostForms(rules: ReadonlySet<Rule>): readonly Loss[] {
  const count = [...rules].filter(({ settings }) => !settings.inflect).length
  if (count === 0) return []
  const where = `${count} ${count === 1 ? 'rule' : 'rules'} with inflect: false`
  return [{ where, what: FORMS }]
}

const FORMS =
  'KH Coder compares base forms: it finds “trust” in “trusted”, and never the word “trusted” itself.'
const NO_CONDITION = 'The theme is left out: no rule of it can be said in KH Coder.'

/** Signs that end a name, for example a line break. */
const NOT_IN_A_NAME = /[<>*＊\p{Cc}\u2028\u2029]/gu

/** Names of codes: `Care`, `Care (2)`. */
const CODES: NamesApart = {
  numbered: (name, number) => `${name} (${number})`,
  key: (name) => name,
}

const OTHER_NAME = 'The name is changed: names of codes differ, and have no <, > or *.'

function lostTexts(theme: Theme): readonly Loss[] {
  const losses: Loss[] = []
  const where = placeOf(theme)
  const texts = theme.definition + theme.include + theme.exclude
  if (texts !== '') losses.push({ where, what: NO_DEFINITIONS })
  if (theme.parent !== undefined) losses.push({ where, what: NO_LEVELS })
  if (theme.examples.length > 0) losses.push({ where, what: 'Examples are left out.' })
  if (hasExceptions(theme)) losses.push({ where, what: NO_EXCEPTIONS })
  if (theme.guid !== undefined || theme.colour !== undefined)
    losses.push({ where, what: 'GUIDs and colours are left out.' })
  return losses
}

const NO_DEFINITIONS =
  'The definition is left out, and when to use the theme and when not: codes have none.'

function hasExceptions({ unless }: Theme | Rule): boolean {
  return unless.containedIn.length + unless.before.length + unless.after.length > 0
}

const NO_EXCEPTIONS =
  'The exceptions (unless) are left out, so more is found: in KH Coder they would hold for the whole text.'

function placeOf(theme: Theme): string {
  return `line ${theme.line}, ${theme.id}`
}

/** Conditions of which any one will do; none where the rule cannot be said. */
function conditionsOf(rule: Rule, theme: Theme, losses: Loss[]): readonly string[] {
  const where = `line ${rule.line}, ${theme.id}: “${patternText(rule.pattern)}”`
  const lost = new Set<string>()
  const conditions = patternConditions(rule.pattern, (what) => lost.add(what))
  if (hasExceptions(rule)) lost.add(NO_EXCEPTIONS)
  if (hasGivenId(rule)) lost.add('The id of the rule is not carried.')
  if (conditions.length > 1) lost.add(SPREAD)
  for (const what of lost) losses.push({ where, what })
  return conditions
}

const SPREAD =
  'The rule is written as several conditions, one for each way to choose of its alternatives.'

type Report = (what: string) => unknown

function patternConditions(pattern: Pattern, report: Report): readonly string[] {
  switch (pattern.kind) {
    case 'phrase':
      return words(pattern.phrase, report)
    case 'regex':
      report('The rule is left out: KH Coder has no regular expressions.')
      return []
    case 'all':
      return allOf(pattern, report)
    case 'seq':
      return pattern.gap === 0 ? phrases(pattern, report) : apart(pattern, report)
    case 'near':
      return apart(pattern, report)
  }
}

/** `care+leaver`, one for each way to choose of the alternatives. */
function phrases(pattern: Pattern & { readonly kind: 'seq' }, report: Report): readonly string[] {
  const { items, within } = pattern
  if (items.length > 1 && within !== 'sentence') report(`${WIDER} (${within}).`)
  return products(items, ' ', report).flatMap((phrase) => words(phrase, report))
}

const WILDCARDS = 'The term is left out: of wildcards KH Coder has only a piece of text anywhere.'
const ANYWHERE = 'The wildcard becomes a piece of text, which is found inside of other words too.'
const SIGNS = 'The term is left out: it has signs with a meaning of their own in KH Coder.'
/** `befriend*`. */
const FINAL_STAR = /^[^*?']+\*$/u
/** Signs of the language of conditions, for example a bracket. */
const OWN_SIGNS = /[()'"|&!<>+=*?＊]/u
/** Words of that language. */
const OWN_WORDS = new Set(['and', 'or', 'not', 'lw', 'lc', 'no.'])

/** `care leaver` → `care+leaver`; `befriend*` → `'befriend'`. */
function words(phrase: string, report: Report): readonly string[] {
  if (FINAL_STAR.test(phrase)) {
    report(ANYWHERE)
    return [`'${phrase.slice(0, -1)}'`]
  }
  const problem = wordsProblem(phrase)
  if (problem !== undefined) report(problem)
  return problem === undefined ? [phrase.split(' ').join('+')] : []
}

function wordsProblem(phrase: string): string | undefined {
  if (phrase.includes('*') || phrase.includes('?')) return WILDCARDS
  const isOwn = OWN_SIGNS.test(phrase) || OWN_WORDS.has(phrase.toLowerCase())
  return isOwn || phrase.startsWith('#') || NUMBER.test(phrase) ? SIGNS : undefined
}

/** `12`, which KH Coder takes for a number to count with. */
const NUMBER = /^\d+$/u

/** Each group in brackets, and all of them together. */
function allOf(pattern: Pattern & { readonly kind: 'all' }, report: Report): readonly string[] {
  const groups = pattern.items.map((item) => item.flatMap((phrase) => words(phrase, report)))
  if (groups.some((group) => group.length === 0)) {
    report(NO_PLAIN)
    return []
  }
  if (pattern.within !== 'segment') report(`${WIDER} (${pattern.within}).`)
  const [word, ...others] = groups.map((group) => group.join(' or '))
  const [first = [], second] = groups
  if (first.length === 1 && second !== undefined && others.every((other) => other === word))
    return [`${word} >= ${groups.length}`]
  const distinct = new Set(groups.flat())
  if (distinct.size < groups.flat().length) report(SHARED)
  const said = groups.map((group) =>
    group.length === 1 ? group.join('') : `( ${group.join(' or ')} )`,
  )
  return [`( ${said.join(' and ')} )`]
}

const SHARED =
  'Parts of the rule share a word: in KH Coder one such word meets them all, here it takes one for each.'
const WIDER = 'The scope of the rule becomes the unit of the run'

const NOT_PLAIN =
  'An alternative is left out: near and seq of KH Coder take plain words, no phrases or wildcards.'
const NO_PLAIN = 'The rule is left out: one of its parts cannot be said in KH Coder.'

/** What stands between square brackets; KH Coder knows no turns. */
const SCOPES: Readonly<Record<string, string>> = {
  sentence: 'b',
  paragraph: 'd',
  segment: '',
  turn: '',
  document: '',
}

/** `near(social-worker)[b5]`, one for each way to choose of the alternatives. */
function apart(
  pattern: Pattern & { readonly kind: 'seq' | 'near' },
  report: Report,
): readonly string[] {
  const { kind, items, gap, within } = pattern
  const [first = []] = items
  if (items.length === 1) return first.flatMap((phrase) => words(phrase, report))
  const plain = items.map((item) => item.filter(isNearWord))
  for (const phrase of items.flat()) if (!isNearWord(phrase)) report(NOT_PLAIN)
  if (plain.some((item) => item.length === 0)) {
    report(NO_PLAIN)
    return []
  }
  if (within === 'turn' || within === 'document') report(`${WIDER} (${within}).`)
  const bracket = `[${SCOPES[within] ?? ''}${gap + 1}]`
  return products(plain, '-', report)
    .filter((choice) => {
      const isTwice = new Set(choice.split('-')).size < items.length
      if (isTwice) report('The same word twice is left out: KH Coder gives it no meaning.')
      return !isTwice
    })
    .map((choice) => `${kind}(${choice})${bracket}`)
}

function isNearWord(phrase: string): boolean {
  return NEAR_WORD.test(phrase) && wordsProblem(phrase) === undefined
}

/** `worker`, with no space and no hyphen. */
const NEAR_WORD = /^[^\s-]+$/u
/** Ways to choose that anybody would read. */
const MOST_CHOICES = 500

/** Every way to take one of each item, joined. */
function products(
  items: readonly (readonly string[])[],
  sign: string,
  report: Report,
): readonly string[] {
  if (items.reduce((product, item) => product * item.length, 1) > MOST_CHOICES) {
    report(`The rule is left out: its alternatives make more than ${MOST_CHOICES} conditions.`)
    return []
  }
  let choices: readonly string[] = ['']
  for (const [index, item] of items.entries()) {
    choices = choices.flatMap((start) =>
      item.map((phrase) => (index === 0 ? phrase : `${start}${sign}${phrase}`)),
    )
  }
  return choices
}
