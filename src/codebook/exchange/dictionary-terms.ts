/**
 * What writers of dictionaries share: a codebook as categories with terms, in so far as a dictionary
 * can say it, and a loss for everything else.
 */

import type { Codebook, Pattern, Rule, Theme } from '../../types.ts'
import { DEFAULT_SETTINGS } from '../read-settings.ts'
import { hasGivenId, patternText } from '../rule-text.ts'
import { AS_WRITTEN } from './dictionary-draft.ts'
import { differingNames, type NamesApart } from './differing-names.ts'
import { isNoDefinition } from './draft-yaml.ts'
import type { Loss } from './exchange.ts'
import { lostHeading, lostHistory, lostIds, NO_LEVELS } from './lost-names.ts'
import { settingLosses } from './setting-losses.ts'
import { type ThemesByParent, themesByParent } from './themes-by-parent.ts'

/** What a dictionary of some program can say. */
export interface DictionaryAbility {
  /** The program, for messages. */
  readonly program: string
  /** Which wildcards it knows: `*` and `?`, `*` anywhere, or `*` at the end of a term. */
  readonly wildcards: '*?' | '*' | 'final *'
  readonly hasPhrases: boolean
  readonly hasLevels: boolean
  readonly hasDefinitions: boolean
  readonly hasTitle: boolean
  /** Whether a category without a term, in it or below it, cannot stand in such a file. */
  readonly needsTerms?: boolean
  /** Why a term cannot stand in such a file; undefined where it can. */
  readonly termProblem?: (term: string) => string | undefined
  /** A name as it may stand in such a file. */
  readonly fitName?: (name: string) => string
}

/** A category with its terms and what is below it. */
export interface DictionaryCategory {
  readonly name: string
  /** Empty where the theme has none, or the format no room for it. */
  readonly definition: string
  readonly terms: readonly string[]
  readonly children: readonly DictionaryCategory[]
  /** Names from the top, this one last. */
  readonly path: readonly string[]
}

/** A codebook as a dictionary has it. */
export interface Dictionary {
  readonly categories: readonly DictionaryCategory[]
  readonly losses: readonly Loss[]
}

/** The categories of a codebook, and what they leave behind. */
export function dictionaryOf(codebook: Codebook, ability: DictionaryAbility): Dictionary {
  const writing: Writing = {
    ability,
    losses: [],
    carried: new Set(),
    names: new Map(),
    byParent: themesByParent(codebook),
  }
  const categories = ability.hasLevels
    ? categoriesBelow(undefined, [], writing)
    : flatCategories(codebook, writing)
  const program = { ...DEFAULT_SETTINGS, ...AS_WRITTEN }
  const losses = [
    ...lostHeading(codebook, ability.hasTitle),
    ...lostHistory(codebook),
    ...settingLosses(codebook, { program, carried: writing.carried }),
    ...writing.losses,
    ...lostIds(codebook, { names: writing.names, hasLevels: ability.hasLevels }),
  ]
  return { categories, losses }
}

interface Writing {
  readonly ability: DictionaryAbility
  readonly losses: Loss[]
  /** Rules of which at least one term is written. */
  readonly carried: Set<Rule>
  /** Names as they are written, by the id of the theme. */
  readonly names: Map<string, string>
  readonly byParent: ThemesByParent
}

function categoriesBelow(
  parent: string | undefined,
  path: readonly string[],
  writing: Writing,
): readonly DictionaryCategory[] {
  const nextName = differingNames(SIBLINGS)
  return (writing.byParent.get(parent) ?? []).flatMap((theme) => {
    const wanted = nameIn(theme, writing)
    const name = nextName(wanted)
    if (name !== wanted) writing.losses.push({ where: placeOf(theme), what: NAME_TAKEN })
    const here = [...path, name]
    const own = categoryOf(theme, here, writing)
    const category = { ...own, children: categoriesBelow(theme.id, here, writing) }
    return kept(category, theme, writing)
  })
}

/** The category, unless it is empty and the format has none that are. */
function kept(
  category: DictionaryCategory,
  theme: Theme,
  { ability, names, losses }: Writing,
): readonly DictionaryCategory[] {
  const { name, terms, children } = category
  if (ability.needsTerms === true && terms.length === 0 && children.length === 0) {
    losses.push({ where: placeOf(theme), what: EMPTY })
    return []
  }
  names.set(theme.id, name)
  return [category]
}

const EMPTY = 'The theme is left out: the format has no categories without terms.'

/** All themes side by side; a child is named with its parents. */
function flatCategories(codebook: Codebook, writing: Writing): readonly DictionaryCategory[] {
  const nextName = differingNames(SIBLINGS)
  const names = new Map<string, string>()
  return codebook.themes.map((theme) => {
    const own = nameIn(theme, writing)
    const above = theme.parent === undefined ? undefined : names.get(theme.parent)
    const full = above === undefined ? own : `${above} - ${own}`
    names.set(theme.id, full)
    const name = nextName(full)
    if (name !== full) writing.losses.push({ where: placeOf(theme), what: NAME_TAKEN })
    writing.names.set(theme.id, name)
    if (above !== undefined) {
      writing.losses.push({ where: placeOf(theme), what: NO_LEVELS })
      writing.losses.push({ where: placeOf(theme), what: NAME_WITH_ABOVE })
    }
    return categoryOf(theme, [name], writing)
  })
}

/** White space, also line breaks. */
const SPACES = /\s+/gu
const OTHER_NAME = 'The name of the theme is changed, since the format cannot hold it.'
const NAME_WITH_ABOVE = 'The name of the theme begins with the names of those above it.'
const NAME_TAKEN = 'The name of the theme has a number now: another beside it has the same name.'

function nameIn(theme: Theme, { ability, losses }: Writing): string {
  const plain = theme.name.replace(SPACES, ' ')
  const fit = ability.fitName?.(plain) ?? plain
  const name = fit === '' ? theme.id : fit
  if (name !== theme.name) losses.push({ where: placeOf(theme), what: OTHER_NAME })
  return name
}

/** Names of siblings: `Care`, `Care 2`. */
const SIBLINGS: NamesApart = {
  numbered: (name, number) => `${name} ${number}`,
  key: (name) => name.toLowerCase(),
}

function categoryOf(theme: Theme, path: readonly string[], writing: Writing): DictionaryCategory {
  const { ability, losses } = writing
  const definition = isNoDefinition(theme.definition) ? '' : theme.definition
  const lose = (what: string) => losses.push({ where: placeOf(theme), what })
  if (!ability.hasDefinitions && definition !== '') lose('The definition is not carried.')
  if (theme.include !== '') lose('When to use the theme is not carried.')
  if (theme.exclude !== '') lose('When not to use the theme is not carried.')
  if (theme.guid !== undefined || theme.colour !== undefined) lose(GUID_AND_COLOUR)
  if (theme.examples.length > 0) lose('The examples of the theme are not carried.')
  const { containedIn, before, after } = theme.unless
  if (containedIn.length + before.length + after.length > 0) lose(THEME_UNLESS)
  const terms = new Set<string>()
  for (const rule of theme.rules) {
    for (const term of termsOf(rule, theme, writing)) {
      const place = `line ${rule.line}, ${theme.id}: “${term}”`
      if (terms.has(term)) losses.push({ where: place, what: TERM_TWICE })
      terms.add(term)
    }
  }
  return {
    name: path.at(-1) ?? '',
    definition: ability.hasDefinitions ? definition : '',
    terms: [...terms],
    children: [],
    path,
  }
}

const GUID_AND_COLOUR = 'The GUID and the colour of the theme are not carried.'
const THEME_UNLESS =
  'The exceptions (unless) of the theme are not carried: its rules match there, too.'
const RULE_UNLESS = 'The exceptions (unless) of the rule are not carried: it matches there, too.'
const RULE_ID = 'The id of the rule is not carried.'
const SPREAD = 'The rule is written as several terms, one for each of its alternatives.'
const TERM_TWICE = 'The term is not written again: another rule of its theme has given it.'
const NO_PHRASES = 'The term is left out: the program matches single words only.'
const OTHER_WILDCARDS =
  'The term is left out: the program has no such wildcard, or not at this place.'
/** Most terms that one rule is spread over. */
const MOST_TERMS = 200

function termsOf(
  rule: Rule,
  theme: Theme,
  { ability, losses, carried }: Writing,
): readonly string[] {
  const where = `line ${rule.line}, ${theme.id}: “${patternText(rule.pattern)}”`
  const lose = (what: string) => losses.push({ where, what })
  const terms = phrasesOf(rule.pattern)
  if (terms === undefined) {
    lose(
      `The rule is left out: ${ability.program} has only words and phrases, ${KINDS[rule.pattern.kind]}.`,
    )
    return []
  }
  const written = terms.filter((term) => {
    const problem = problemOf(term, ability)
    const place = `line ${rule.line}, ${theme.id}: “${term}”`
    if (problem !== undefined) losses.push({ where: place, what: problem })
    return problem === undefined
  })
  if (written.length === 0) return []
  carried.add(rule)
  if (hasGivenId(rule)) lose(RULE_ID)
  if (rule.pattern.kind !== 'phrase') lose(SPREAD)
  const { containedIn, before, after } = rule.unless
  if (containedIn.length + before.length + after.length > 0) lose(RULE_UNLESS)
  return written
}

const KINDS: Readonly<Record<Pattern['kind'], string>> = {
  phrase: 'no phrases',
  seq: 'no gaps between words',
  near: 'no words near each other',
  all: 'no words together in a stretch of text',
  regex: 'no regular expressions',
}

/** The phrases that say the same as a pattern; undefined where phrases cannot. */
function phrasesOf(pattern: Pattern): readonly string[] | undefined {
  if (pattern.kind === 'phrase') return [pattern.phrase]
  if (pattern.kind !== 'seq' || (pattern.items.length > 1 && pattern.gap > 0)) return undefined
  if (pattern.items.length > 1 && pattern.within !== 'sentence') return undefined
  if (pattern.items.reduce((count, item) => count * item.length, 1) > MOST_TERMS) return undefined
  let phrases: readonly string[] = ['']
  for (const item of pattern.items) {
    phrases = phrases.flatMap((head) => item.map((phrase) => `${head} ${phrase}`.trim()))
  }
  return phrases
}

/** `*` that is not at the end of the term. */
const INNER_STAR = /\*(?!$)/u

function problemOf(term: string, ability: DictionaryAbility): string | undefined {
  if (!ability.hasPhrases && term.includes(' ')) return NO_PHRASES
  if (ability.wildcards !== '*?' && term.includes('?')) return OTHER_WILDCARDS
  if (ability.wildcards === 'final *' && INNER_STAR.test(term)) return OTHER_WILDCARDS
  return ability.termProblem?.(term)
}

function placeOf(theme: Theme): string {
  return `line ${theme.line}, ${theme.id}`
}
