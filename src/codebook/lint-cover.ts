/**
 * Rules of one theme that add nothing, because another rule of it matches wherever they do. Only
 * what is certain is said: inflections and spelling variants are the matcher's business.
 */

import type { Rule, RuleSettings, Theme } from '../types.ts'
import { type Finding, warningAt } from './findings.ts'
import {
  exceptionPhrases,
  hasWildcard,
  isUnrestrained,
  type Listed,
  stemOf,
  wordsOf,
} from './lint-words.ts'
import { quoted } from './tree.ts'

/** Findings for each listed phrase that another listed phrase makes superfluous. */
export function lintCover(theme: Theme, listed: readonly Listed[]): readonly Finding[] {
  const cover = indexOf(theme, listed)
  return listed.flatMap((entry) => {
    const other = coverOf(entry, cover)
    return other === undefined ? [] : [coverFinding(entry, other)]
  })
}

interface Cover {
  /** By settings and words, the first phrase that has them. */
  readonly byWords: ReadonlyMap<string, Listed>
  /** By settings and stem, phrases of one word such as `befriend*`. */
  readonly byStem: ReadonlyMap<string, Listed>
  /** Phrases that count wherever they stand. */
  readonly safe: ReadonlySet<Listed>
  readonly keyOf: (settings: RuleSettings) => string
}

function indexOf(theme: Theme, listed: readonly Listed[]): Cover {
  const keyOf = settingsKeys()
  const byWords = new Map<string, Listed>()
  const byStem = new Map<string, Listed>()
  const safe = new Set<Listed>()
  const isSafe = safeAgainst(theme, keyOf)
  for (const entry of listed) {
    const key = keyOf(entry.rule.settings)
    const words = `${key} ${entry.words.join(' ')}`
    if (!byWords.has(words)) byWords.set(words, entry)
    if (isSafe(entry)) safe.add(entry)
    const [word = ''] = entry.words
    const stem = entry.words.length === 1 && safe.has(entry) ? stemOf(word) : undefined
    if (stem !== undefined && !byStem.has(`${key} ${stem}`)) byStem.set(`${key} ${stem}`, entry)
  }
  return { byWords, byStem, safe, keyOf }
}

/** Rules share their settings objects, so each is written out once. */
function settingsKeys(): (settings: RuleSettings) => string {
  const keys = new Map<RuleSettings, string>()
  return (settings) => {
    const known = keys.get(settings)
    if (known !== undefined) return known
    const key = JSON.stringify(settings)
    keys.set(settings, key)
    return key
  }
}

/**
 * Whether a phrase counts wherever it stands. With `trust fund` among the exceptions of the theme,
 * `trust` does not, and `trust fund manager` beside it is no idle rule.
 */
function safeAgainst(
  theme: Theme,
  keyOf: (settings: RuleSettings) => string,
): (entry: Listed) => boolean {
  const phrases = exceptionPhrases(theme.unless)
  const beginningsByKey = new Map<string, ReadonlySet<string>>()
  return ({ rule, words }) => {
    if (phrases === undefined || !isUnrestrained(rule) || !isPlainNegation(rule)) return false
    const key = keyOf(rule.settings)
    const beginnings = beginningsByKey.get(key) ?? beginningsOf(phrases, rule.settings)
    beginningsByKey.set(key, beginnings)
    return !words.some((word) => beginnings.has(beginningOf(word))) && !beginnings.has(ANY_WORD)
  }
}

/** Stands for an exception that begins with a wildcard. */
const ANY_WORD = '*'

function beginningsOf(phrases: readonly string[], settings: RuleSettings): ReadonlySet<string> {
  const words = phrases.flatMap((phrase) => wordsOf(phrase, settings))
  return new Set(
    words.map((word) => (hasWildcard(beginningOf(word)) ? ANY_WORD : beginningOf(word))),
  )
}

/** Enough of a word to stay the same under most inflections. */
function beginningOf(word: string): string {
  return word.slice(0, 3)
}

/** With other settings, a word inside a longer phrase can be dropped where the phrase is not. */
function isPlainNegation({ settings }: Rule): boolean {
  return settings.negation === 'flag' || settings.negation === 'ignore'
}

/** Longest phrase whose parts are looked up. */
const MOST_WORDS = 12

function coverOf(entry: Listed, cover: Cover): Listed | undefined {
  const key = cover.keyOf(entry.rule.settings)
  const { words } = entry
  const same = cover.byWords.get(`${key} ${words.join(' ')}`)
  if (same !== undefined && same !== entry && isUnrestrained(same.rule)) return same
  if (words.length > MOST_WORDS) return undefined
  return shorterOf(entry, cover, key) ?? stemCovering(entry, cover, key)
}

function shorterOf(
  { rule, words }: Listed,
  { byWords, safe }: Cover,
  key: string,
): Listed | undefined {
  for (let length = 1; length < words.length; length += 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const other = byWords.get(`${key} ${words.slice(from, from + length).join(' ')}`)
      if (other !== undefined && safe.has(other) && other.rule !== rule) return other
    }
  }
  return undefined
}

function stemCovering(entry: Listed, { byStem }: Cover, key: string): Listed | undefined {
  if (byStem.size === 0) return undefined
  for (const word of entry.words) {
    for (let length = 1; length <= word.length; length += 1) {
      const other = byStem.get(`${key} ${word.slice(0, length)}`)
      if (other !== undefined && other !== entry && other.rule !== entry.rule) return other
    }
  }
  return undefined
}

function coverFinding(entry: Listed, other: Listed): Finding {
  const { rule, phrase, words } = entry
  if (words.join(' ') === other.words.join(' ')) {
    const where = rule === other.rule ? 'in this rule' : `on line ${other.rule.line}`
    const message = `${quoted(phrase)} is the same as ${quoted(other.phrase)} ${where}. Delete one of the two.`
    return warningAt(rule, 'same-phrase', message)
  }
  const message = `${quoted(phrase)} adds nothing: ${quoted(other.phrase)} on line ${other.rule.line} already matches wherever it does. Delete it, or move it to a theme of its own.`
  return warningAt(rule, 'shadowed-rule', message)
}
