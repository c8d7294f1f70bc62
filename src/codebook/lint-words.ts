/** Phrases of rules, cut into words as far as lint must know them to compare rules safely. */

import type { Phrase, Rule, RuleSettings, Unless } from '../types.ts'

/** A phrase that puts a segment under the theme by itself. */
export interface Listed {
  readonly rule: Rule
  readonly phrase: Phrase
  readonly words: readonly string[]
}

/** The phrases of a rule that each match alone: its phrase, or its alternatives. */
export function listedPhrases(rule: Rule): readonly Listed[] {
  return alternativesOf(rule).map((phrase) => ({
    rule,
    phrase,
    words: wordsOf(phrase, rule.settings),
  }))
}

function alternativesOf({ pattern }: Rule): readonly Phrase[] {
  if (pattern.kind === 'phrase') return [pattern.phrase]
  if (pattern.kind !== 'seq' || pattern.items.length > 1) return []
  return pattern.items[0] ?? []
}

/** Every phrase in a rule, alone or as a part. */
export function allPhrases({ pattern }: Rule): readonly Phrase[] {
  if (pattern.kind === 'phrase') return [pattern.phrase]
  return pattern.kind === 'regex' ? [] : pattern.items.flat()
}

/** Apostrophes that mean the same: `’` and `'`. */
const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07`]/gu
/** What stands between the words of `and/or`, `well-being` or `carer, parent`. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}'*?]+/gu
/** The same where a hyphen belongs to the word. */
const BETWEEN_HYPHENATED = /[^\p{L}\p{M}\p{N}'*?\-\u2010\u2011]+/gu

/** Words as compared: in one case, and cut at hyphens, where the settings of the rule say so. */
export function wordsOf(phrase: Phrase, settings: RuleSettings): readonly string[] {
  const plain = phrase.normalize('NFKC').replace(APOSTROPHES, "'")
  const folded = settings.case === 'fold' ? plain.toLowerCase() : plain
  const between = settings.hyphen === 'loose' ? BETWEEN_WORDS : BETWEEN_HYPHENATED
  return folded.split(between).filter((word) => word !== '')
}

/** The stem of `befriend*`; undefined for words without a wildcard, or with another. */
export function stemOf(word: string): string | undefined {
  const stem = word.slice(0, -1)
  return word.endsWith('*') && !hasWildcard(stem) ? stem : undefined
}

/** Whether a word has `*` or `?`. */
export function hasWildcard(word: string): boolean {
  return word.includes('*') || word.includes('?')
}

/** The phrases in which a match does not count; undefined where there are exceptions of other kinds. */
export function exceptionPhrases(unless: Unless): readonly Phrase[] | undefined {
  if (unless.before.length > 0 || unless.after.length > 0) return undefined
  const phrases: Phrase[] = []
  for (const { pattern } of unless.containedIn) {
    if (pattern.kind !== 'phrase') return undefined
    phrases.push(pattern.phrase)
  }
  return phrases
}

/** Whether a rule has no exceptions of its own. */
export function isUnrestrained({ unless }: Rule): boolean {
  return unless.containedIn.length + unless.before.length + unless.after.length === 0
}
