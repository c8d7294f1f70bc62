/** What a rule or an exception looks for. */

import type { Pattern, Phrase, Scope, Unless, UnlessPattern } from '../types.ts'
import {
  closeFields,
  type Fields,
  type Reading,
  readFields,
  readItems,
  readTexts,
  takeChoice,
  takeCount,
  takeText,
  takeTree,
} from './reading.ts'
import { quoted, type Tree, type TreeText } from './tree.ts'
import { MOST_PARTS, PATTERN_KEYS, SCOPES } from './vocabulary.ts'

/** Most words between the parts of `near` where the rule does not say. */
export const DEFAULT_NEAR_GAP = 8

/** No exceptions. */
export const NO_UNLESS: Unless = { containedIn: [], before: [], after: [] }

/** A phrase with single spaces, or undefined where it could match no word (reported). */
export function readPhrase(reading: Reading, { text, at }: TreeText): Phrase | undefined {
  const phrase = text.replace(SPACES, ' ').trim()
  const [id, message] = phraseProblem(phrase)
  if (id === undefined) return phrase
  reading.problems.error(id, at, message)
  return undefined
}

/** One or more of any white space. */
const SPACES = /\s+/gu
/** `é` or `7`: what a word must have. */
const LETTER = /[\p{L}\p{N}]/u

function phraseProblem(phrase: string): readonly [string | undefined, string] {
  if (phrase === '') return ['empty-phrase', 'This phrase is empty. Write a word, or delete it.']
  if (LETTER.test(phrase)) return [undefined, '']
  if (!phrase.includes('*') && !phrase.includes('?')) {
    return ['no-letters', `${quoted(phrase)} has no letter or digit, so it matches no word.`]
  }
  return [
    'wildcard-only',
    `${quoted(phrase)} is only wildcards and would match every word. Add the letters that the words have in common: "befriend*".`,
  ]
}

/**
 * The pattern of a rule or exception that is written as a map: exactly one of phrase, seq, near,
 * all, any, regex. Undefined where there is none to go on with (reported here or by the schema).
 */
export function readPattern(reading: Reading, fields: Fields): Pattern | undefined {
  const keys = PATTERN_KEYS.filter((key) => fields.entries.has(key))
  const gapAt = fields.entries.get('gap')?.keyAt
  const withinAt = fields.entries.get('within')?.keyAt
  const gap = takeCount(reading, fields, 'gap')
  const within = takeChoice(reading, fields, { key: 'within', choices: SCOPES })
  const patterns = keys.map((key) => readPatternOf(reading, fields, { key, gap, within }))
  const [key] = keys
  if (key === undefined) return undefined
  if (keys.length > 1) {
    const message = `A rule looks for one thing; found ${keys.join(' and ')}. Make each a rule of its own.`
    reading.problems.error('several-patterns', fields.at, message)
  }
  if (gapAt !== undefined && key !== 'seq' && key !== 'near')
    reportUseless(reading, 'gap', key, gapAt)
  if (withinAt !== undefined && key !== 'seq' && key !== 'near' && key !== 'all') {
    reportUseless(reading, 'within', key, withinAt)
  }
  return patterns[0]
}

function reportUseless(reading: Reading, useless: string, key: string, at: number): void {
  const message = `\`${useless}\` has no meaning beside \`${key}\`. Delete it, or use seq or near.`
  reading.problems.error('useless-key', at, message)
}

interface PatternOptions {
  readonly key: (typeof PATTERN_KEYS)[number]
  readonly gap: number | undefined
  readonly within: Scope | undefined
}

function readPatternOf(
  reading: Reading,
  fields: Fields,
  { key, gap, within }: PatternOptions,
): Pattern | undefined {
  switch (key) {
    case 'phrase': {
      const text = takeText(reading, fields, key)
      const phrase = text === undefined ? undefined : readPhrase(reading, text)
      return phrase === undefined ? undefined : { kind: 'phrase', phrase }
    }
    case 'seq': {
      const items = takePhraseLists(reading, fields, key)
      return items && { kind: key, items, gap: gap ?? 0, within: within ?? 'sentence' }
    }
    case 'near': {
      const items = takePhraseLists(reading, fields, key)
      return (
        items && { kind: key, items, gap: gap ?? DEFAULT_NEAR_GAP, within: within ?? 'sentence' }
      )
    }
    case 'all': {
      const items = takePhraseLists(reading, fields, key)
      return items && { kind: key, items, within: within ?? 'segment' }
    }
    case 'any': {
      const tree = takeTree(fields, key)
      const phrases = tree === undefined ? undefined : readAlternatives(reading, tree)
      return phrases && { kind: 'seq', items: [phrases], gap: 0, within: 'sentence' }
    }
    case 'regex':
      return readRegex(reading, takeText(reading, fields, key))
  }
}

function readRegex(reading: Reading, text: TreeText | undefined): Pattern | undefined {
  if (text === undefined) return undefined
  const problem = reading.regexProblem(text.text)
  if (problem === undefined) return { kind: 'regex', source: text.text }
  reading.problems.error('bad-regex', text.at, problem)
  return undefined
}

/** The parts of seq, near or all: at least two, each a phrase or a list of alternatives. */
function takePhraseLists(
  reading: Reading,
  fields: Fields,
  key: string,
): readonly (readonly Phrase[])[] | undefined {
  const tree = takeTree(fields, key)
  const items = tree === undefined ? undefined : readItems(reading, tree)
  if (items === undefined) return undefined
  if (items.length < 2 || items.length > MOST_PARTS) reading.isShapely = false
  const parts = items.map((item) => {
    if (item.kind !== 'text') return readAlternatives(reading, item)
    const phrase = readPhrase(reading, item)
    return phrase === undefined ? undefined : [phrase]
  })
  const whole = parts.filter((part) => part !== undefined)
  return whole.length === items.length ? whole : undefined
}

/** A list of phrases, at least one; undefined where one of them is unusable. */
function readAlternatives(reading: Reading, tree: Tree): readonly Phrase[] | undefined {
  const items = readItems(reading, tree)
  if (items === undefined) return undefined
  const texts = readTexts(reading, items)
  if (items.length === 0) reading.isShapely = false
  const phrases = texts
    .map((text) => readPhrase(reading, text))
    .filter((phrase) => phrase !== undefined)
  return phrases.length === items.length ? phrases : undefined
}

/** Exceptions: a list (contained in), or a map with contained_in, before and after. */
export function readUnless(reading: Reading, tree: Tree | undefined): Unless {
  if (tree === undefined) return NO_UNLESS
  if (tree.kind === 'list') return { ...NO_UNLESS, containedIn: readExceptions(reading, tree) }
  const fields = readFields(reading, tree)
  const unless = {
    containedIn: readExceptions(reading, takeTree(fields, 'contained_in')),
    before: readExceptions(reading, takeTree(fields, 'before')),
    after: readExceptions(reading, takeTree(fields, 'after')),
  }
  closeFields(reading, fields)
  return unless
}

function readExceptions(reading: Reading, tree: Tree | undefined): readonly UnlessPattern[] {
  const items = tree === undefined ? [] : (readItems(reading, tree) ?? [])
  const patterns: UnlessPattern[] = []
  for (const item of items) {
    const pattern = readException(reading, item)
    if (pattern !== undefined) patterns.push({ pattern, ...reading.problems.place(item.at) })
  }
  return patterns
}

function readException(reading: Reading, tree: Tree): Pattern | undefined {
  if (tree.kind === 'text') {
    const phrase = readPhrase(reading, tree)
    return phrase === undefined ? undefined : { kind: 'phrase', phrase }
  }
  const fields = readFields(reading, tree)
  const isPatternless = !PATTERN_KEYS.some((key) => fields.entries.has(key))
  const pattern = readPattern(reading, fields)
  const hasUnknown = closeFields(reading, fields)
  if (isPatternless && !hasUnknown && tree.kind === 'map') reportPatternless(reading, fields.at)
  return pattern
}

/** Says that a rule or exception does not say what to look for. */
export function reportPatternless(reading: Reading, at: number): void {
  const message = `This does not say what to look for. Add one of ${PATTERN_KEYS.join(', ')}.`
  reading.problems.error('no-pattern', at, message)
}
