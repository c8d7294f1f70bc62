import type { Phrase, Rule, RuleSettings, Theme, Unless } from '../types.ts'
import { errorAt, type Finding, warningAt } from './findings.ts'
import { lintCover } from './lint-cover.ts'
import { allPhrases, hasWildcard, type Listed, listedPhrases, wordsOf } from './lint-words.ts'
import { quoted } from './tree.ts'

/** Rules of one theme that can never count, add nothing, or match far more than is likely meant. */
export function lintRules(theme: Theme): readonly Finding[] {
  const listed = theme.rules.flatMap(listedPhrases)
  return [
    ...theme.rules.flatMap(lintRule),
    ...listed.flatMap(lintWord),
    ...lintSpeakers(theme),
    ...lintDead(theme, listed),
    ...lintCover(theme, listed),
  ]
}

/** Fewest letters that a word with a wildcard should keep. */
const SHORTEST_STEM = 3
/** Most words between two parts that still limits anything in a sentence. */
const WIDEST_GAP = 40
/** Wildcards in a word. */
const WILDCARDS = /[*?]/gu
/** `,` where two rules were perhaps meant. */
const LIST_SIGN = /[,;|]/u
/** `dog - mouse`: a dash between spaces. */
const LONE_DASH = /\s-\s/u
/** `👍`, `£` or `+`, which stand between words. */
const OTHER_SIGN = /[\p{So}\p{Sm}\p{Sc}]\p{M}*/u

function lintRule(rule: Rule): readonly Finding[] {
  const findings: Finding[] = []
  const { pattern, settings } = rule
  if ((pattern.kind === 'seq' || pattern.kind === 'near') && pattern.gap > WIDEST_GAP) {
    const message = `A gap of ${pattern.gap} words is longer than most sentences, so it limits nothing. Make it smaller, or use \`all\` with \`within\`.`
    findings.push(warningAt(rule, 'wide-gap', message))
  }
  for (const phrase of allPhrases(rule)) {
    if (LIST_SIGN.test(phrase)) {
      const message = `${quoted(phrase)} is read as one phrase. If these are several, give each its own line, or write any: [one, two].`
      findings.push(warningAt(rule, 'several-in-phrase', message))
    }
    if (LONE_DASH.test(phrase)) {
      const message = `${quoted(phrase)} is one phrase, with a dash inside. If these are several rules, their lines are indented too far: put the dashes of a list below each other.`
      findings.push(warningAt(rule, 'several-in-phrase', message))
    }
    const sign = LIST_SIGN.test(phrase) ? undefined : OTHER_SIGN.exec(phrase)?.[0]
    const found = wordsOf(phrase, settings)
    if (sign !== undefined && found.length > 0) {
      const message = `${quoted(sign)} is no letter and is not looked for: ${quoted(phrase)} finds ${quoted(found.join(' '))} with or without it. Delete it, or add words that tell it apart.`
      findings.push(warningAt(rule, 'sign-in-phrase', message))
    }
    for (const word of found) {
      const stem = word.replace(WILDCARDS, '')
      if (!hasWildcard(word) || stem.length === 0 || stem.length >= SHORTEST_STEM) continue
      const message = `${quoted(word)} has only ${stem.length === 1 ? 'one letter' : 'two letters'} beside the wildcard and matches very many words. Add letters.`
      findings.push(warningAt(rule, 'short-wildcard', message))
    }
  }
  return findings
}

/** A letter of any script, with its accents. */
const ONE_LETTER = /^\p{L}\p{M}*$/u
/** `send`, `pa`: as short as most acronyms, and without a capital. */
const SMALL_LETTERS = /^\p{Ll}{2,4}$/u

function lintWord({ rule, phrase }: Listed): readonly Finding[] {
  if (ONE_LETTER.test(phrase)) {
    const message = `${quoted(phrase)} is a single letter and matches wherever it stands alone. Is a letter or a wildcard missing?`
    return [warningAt(rule, 'one-letter-word', message)]
  }
  if (rule.settings.case === 'exact' && SMALL_LETTERS.test(phrase)) {
    const message = `With \`case: exact\`, ${quoted(phrase)} matches only in small letters. If it is an acronym, write ${quoted(phrase.toUpperCase())}.`
    return [warningAt(rule, 'exact-small-letters', message)]
  }
  return []
}

/** One finding for each set of speakers, which many rules share. */
function lintSpeakers(theme: Theme): readonly Finding[] {
  const seen = new Set<Rule['settings']['speakers']>()
  const findings: Finding[] = []
  for (const rule of theme.rules) {
    const { speakers } = rule.settings
    if (seen.has(speakers) || speakers.only === undefined) continue
    seen.add(speakers)
    if (!speakers.only.every((role) => speakers.not.includes(role))) continue
    const message = `Under \`speakers\`, \`only\` names nobody whom \`not\` does not leave out (${speakers.not.join(', ')}), so the rule can never match. Set \`not\` beside \`only\`.`
    findings.push(errorAt(rule, 'no-speakers', message))
  }
  return findings
}

/** Phrases that stand in `unless` as well, so that each match is dropped again. */
function lintDead(theme: Theme, listed: readonly Listed[]): readonly Finding[] {
  const exceptionsBySettings = new Map<RuleSettings, readonly ExceptionWords[]>()
  return listed.flatMap(({ rule, phrase, words }) => {
    const { settings } = rule
    const shared = exceptionsBySettings.get(settings) ?? exceptionWords(theme.unless, settings)
    exceptionsBySettings.set(settings, shared)
    const exceptions = [...shared, ...exceptionWords(rule.unless, settings)]
    const exception = exceptions.find((candidate) => covers(candidate.words, words))
    if (exception === undefined) return []
    const message = `${quoted(phrase)} can never count: \`unless\` on line ${exception.line} drops every match inside ${quoted(exception.phrase)}. Delete one of the two.`
    return [errorAt(rule, 'never-counts', message)]
  })
}

/** A phrase of `unless`, cut into words as the rule compares them. */
interface ExceptionWords {
  readonly phrase: Phrase
  readonly words: readonly string[]
  readonly line: number
}

function exceptionWords(unless: Unless, settings: RuleSettings): readonly ExceptionWords[] {
  return unless.containedIn.flatMap(({ pattern, line }) => {
    if (pattern.kind !== 'phrase') return []
    return [{ phrase: pattern.phrase, words: wordsOf(pattern.phrase, settings), line }]
  })
}

/** Whether each word is the same, or the exception has a wildcard that takes it. */
function covers(exception: readonly string[], words: readonly string[]): boolean {
  return (
    exception.length === words.length &&
    exception.every((pattern, index) => wordCovers(pattern, words[index] ?? ''))
  )
}

function wordCovers(pattern: string, word: string): boolean {
  if (pattern === word) return true
  const stem = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined
  return stem !== undefined && !hasWildcard(stem) && word.startsWith(stem)
}
