/**
 * What rules find, however they are written. Two rules of one meaning code the same segments: only
 * what the matcher is sure not to see is left out, and what is doubtful counts as a difference.
 */
import type { Pattern, Phrase, Rule, Theme, Unless, UnlessPattern } from '../types.ts'
import { ruleForm, unlessForm } from './fingerprint.ts'

/**
 * A rule without its id and without what its settings make equal: capitals and kinds of apostrophe
 * where `case` is `fold`, alternatives that are there twice, which part of `all`, or of two in
 * `near`, is written first.
 */
export function ruleMeaning(rule: Rule): string {
  const folds = rule.settings.case === 'fold'
  const pattern = plainPattern(rule.pattern, folds)
  return ruleForm({ ...rule, id: '', pattern, unless: plainUnless(rule.unless, folds) })
}

/** The exceptions of a theme in the same way; capitals count where they count for one of its rules. */
export function exceptionsMeaning({ rules, unless }: Theme): string {
  const folds = rules.every(({ settings }) => settings.case === 'fold')
  return JSON.stringify(unlessForm(plainUnless(unless, folds)))
}

function plainUnless({ containedIn, before, after }: Unless, folds: boolean): Unless {
  const plain = (patterns: readonly UnlessPattern[]) => {
    const all = patterns.map((one) => ({ ...one, pattern: plainPattern(one.pattern, folds) }))
    return [...new Map(all.map((one) => [JSON.stringify(one.pattern), one])).values()]
  }
  return { containedIn: plain(containedIn), before: plain(before), after: plain(after) }
}

function plainPattern(pattern: Pattern, folds: boolean): Pattern {
  if (pattern.kind === 'regex') return pattern
  const plain = (phrase: Phrase) => (folds ? folded(phrase) : phrase)
  if (pattern.kind === 'phrase') return { kind: 'phrase', phrase: plain(pattern.phrase) }
  const items = pattern.items.map((item) => [...new Set(item.map(plain))].toSorted())
  const [first, ...rest] = items
  const [only, ...others] = first ?? []
  if (rest.length === 0 && others.length === 0 && only !== undefined) {
    return { kind: 'phrase', phrase: only }
  }
  // With three parts, which of two readings is taken could hang on the order.
  const isUnordered = pattern.kind === 'all' || (pattern.kind === 'near' && items.length === 2)
  return { ...pattern, items: isUnordered ? items.toSorted(byText) : items }
}

function byText(a: readonly Phrase[], b: readonly Phrase[]): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Small letters and plain apostrophes. */
function folded(phrase: Phrase): Phrase {
  if (OWN_SMALL_LETTERS.test(phrase)) return phrase
  return phrase.replace(APOSTROPHES, "'").toLowerCase()
}

/** What may be typed for an apostrophe inside a word: don’t, don`t, don´t, donʼt. */
const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07`\u00B4]/gu
/**
 * The Turkish capital i with a dot, whose small letter is two characters (İpek), and the Greek sigma,
 * whose small letter depends on where in the word it stands.
 */
const OWN_SMALL_LETTERS = /[\u0130\u03A3\u03C2\u03C3]/u
