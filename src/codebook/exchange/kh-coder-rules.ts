/**
 * Conditions of KH Coder as rules. Each alternative becomes a rule of its own; words that must all
 * be there become `all`. What a rule cannot say is a loss: an alternative that stands alone is left
 * out, a further demand is dropped and the rule says in a comment that it finds more.
 */

import type { Pattern } from '../../types.ts'
import { MOST_PARTS } from '../vocabulary.ts'
import { hasSigns, LOST } from './dictionary-draft.ts'
import type { DraftRule } from './exchange.ts'
import { firstToken } from './kh-coder-codes.ts'
import type { Condition, Token } from './kh-coder-condition.ts'

/** Takes what is lost: the words, and a sentence on why. */
export type Report = (at: Token, what: string) => void

/** The rules of a condition in which no other code is named any more. */
export function rulesOf(condition: Condition, report: Report): readonly DraftRule[] {
  if (condition.kind === 'any') return condition.of.flatMap((item) => rulesOf(item, report))
  const demands = demandsOf(condition)
  if (demands === undefined) report(firstToken(condition), TOO_MANY)
  return (demands ?? []).flatMap((demand) => ruleOf(demand, report) ?? [])
}

const TOO_MANY = 'The condition is left out: it would make more than 200 rules.'
const MOST_RULES = 200

/** What one alternative asks for. */
interface Demand {
  /** Of each group one phrase. */
  readonly groups: readonly (readonly Listed[])[]
  readonly combinations: readonly Combination[]
  readonly exceptions: readonly Condition[]
  readonly others: readonly (Condition & { readonly kind: 'other' })[]
}

interface Listed {
  readonly phrase: string
  readonly at: Token
}

type Combination = Condition & { readonly kind: 'seq' | 'near' }

const NOTHING: Demand = { groups: [], combinations: [], exceptions: [], others: [] }

/** Every alternative by itself; undefined where there are too many. */
function demandsOf(condition: Condition): readonly Demand[] | undefined {
  const listed = phrasesOf(condition)
  if (listed !== undefined && condition.kind !== 'any') return [{ ...NOTHING, groups: [listed] }]
  switch (condition.kind) {
    case 'any': {
      const found = condition.of.map(demandsOf)
      const all = found.flatMap((demands) => demands ?? [])
      return found.includes(undefined) || all.length > MOST_RULES ? undefined : all
    }
    case 'all':
      return product(condition.of)
    case 'not':
      return [{ ...NOTHING, exceptions: exceptionsOf(condition.of) }]
    case 'seq':
    case 'near':
      return [{ ...NOTHING, combinations: [condition] }]
    case 'words':
    case 'string':
    case 'code':
      return countedDemand(condition)
    case 'other':
      return [{ ...NOTHING, others: [condition] }]
  }
}

/** A word that must be there several times. */
function countedDemand(condition: Condition): readonly Demand[] {
  if (condition.kind !== 'words') return []
  const { phrase, count, at } = condition
  return [{ ...NOTHING, groups: Array.from({ length: count }, () => [{ phrase, at }]) }]
}

/** Every way to meet all of the conditions; a list of words stays one group. */
function product(conditions: readonly Condition[]): readonly Demand[] | undefined {
  let demands: readonly Demand[] = [NOTHING]
  let singles: Demand[] = []
  for (const condition of conditions) {
    const listed = phrasesOf(condition)
    const next = listed === undefined ? demandsOf(condition) : [{ ...NOTHING, groups: [listed] }]
    if (next === undefined || demands.length * next.length > MOST_RULES) return undefined
    const [single] = next
    if (next.length === 1 && single !== undefined) singles.push(single)
    else {
      const above = together(singles)
      demands = demands.flatMap((one) => next.map((other) => together([one, above, other])))
      singles = []
    }
  }
  return demands.map((one) => together([one, ...singles]))
}

function together(demands: readonly Demand[]): Demand {
  return {
    groups: demands.flatMap(({ groups }) => groups),
    combinations: demands.flatMap(({ combinations }) => combinations),
    exceptions: demands.flatMap(({ exceptions }) => exceptions),
    others: demands.flatMap(({ others }) => others),
  }
}

/** The phrases of which any one will do; undefined for what is more than that. */
function phrasesOf(condition: Condition): readonly Listed[] | undefined {
  if (condition.kind === 'words' && condition.count === 1) return [condition]
  if (condition.kind === 'string') {
    return [{ phrase: substring(condition.text), at: condition.at }]
  }
  if (condition.kind !== 'any') return undefined
  const found = condition.of.map(phrasesOf)
  return found.includes(undefined) ? undefined : found.flatMap((list) => list ?? [])
}

/** `care` is found in `careful`: `*care*`; a space at an end says that the word ends there. */
function substring(text: string): string {
  const start = text.startsWith(' ') ? '' : '*'
  return `${start}${text.trim()}${text.endsWith(' ') ? '' : '*'}`
}

/** not (a or b) is not a and not b. */
function exceptionsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'any' ? condition.of.flatMap(exceptionsOf) : [condition]
}

function ruleOf(demand: Demand, report: Report): DraftRule | undefined {
  for (const { at, why } of demand.others) report(at, why)
  const pattern = patternOf(demand, report)
  if (pattern === undefined) return undefined
  const words = demand.groups.flat().map(({ phrase }) => phrase)
  const contexts: Pattern[] = []
  let isWider = demand.others.length > 0
  for (const exception of demand.exceptions) {
    const context = contextOf(exception, words)
    if (context !== undefined) contexts.push(context)
    else isWider = true
    report(firstToken(exception), context === undefined ? NOT_ANYWHERE : NOT_AROUND)
  }
  return {
    pattern,
    ...(contexts.length > 0 && { unless: { containedIn: contexts, before: [], after: [] } }),
    ...(isWider && { note: FINDS_MORE }),
  }
}

const FINDS_MORE = 'Finds more than in KH Coder: a further condition was left out.'
const NOT_ANYWHERE =
  'The exception is left out: a rule cannot ask that a word stand nowhere in the text.'
const NOT_AROUND =
  'The exception counts where the word stands inside it; in KH Coder it counted anywhere in the text.'
const ONLY_NOT =
  'The condition is left out: it says only what must not be there, and a rule needs words to find.'
const NOT_TOGETHER =
  'The rule is left out: near or seq cannot be asked for together with other words.'
const NOT_WORD =
  'The word is left out: it has no letter or digit, or a sign that is a wildcard here.'
const MANY_WORDS = `The rule is left out: it asks for more than ${MOST_PARTS} words at once.`
const SAME_WORD =
  'The rule is left out: KH Coder gives near and seq of less than two words no meaning.'
const NO_LIMIT =
  'The words of the seq may stand at most 40 words apart; in KH Coder any number in the sentence or paragraph.'
/** As many words between two parts as still limit anything. */
const WIDEST_GAP = 40

function patternOf(demand: Demand, report: Report): Pattern | undefined {
  const { groups, combinations, exceptions } = demand
  const [combination] = combinations
  if (combination !== undefined) {
    if (combinations.length === 1 && groups.length === 0) return combined(combination, report)
    for (const { at } of combinations) report(at, NOT_TOGETHER)
    return undefined
  }
  if (groups.length === 0) {
    for (const exception of exceptions) report(firstToken(exception), ONLY_NOT)
    return undefined
  }
  const items = groups.map((group) => usable(group, report))
  const [first = []] = items
  if (items.some((item) => item.length === 0)) return undefined
  if (items.length > MOST_PARTS) {
    report(groups[0]?.[0]?.at ?? NOWHERE, MANY_WORDS)
    return undefined
  }
  if (items.length > 1) return { kind: 'all', items, within: 'segment' }
  const [phrase] = first
  if (first.length === 1 && phrase !== undefined) return { kind: 'phrase', phrase }
  return { kind: 'seq', items, gap: 0, within: 'sentence' }
}

const NOWHERE: Token = { text: '', line: 0 }
/** `é` or `7`. */
const LETTER = /[\p{L}\p{N}]/u
/** `*` or `?` in the word itself. */
const WILDCARD = /[*?]/u

function usable(group: readonly Listed[], report: Report): readonly string[] {
  return group.flatMap(({ phrase, at }) => {
    const isString = at.text.startsWith("'") || at.text.startsWith('"')
    const word = isString ? at.text : phrase
    if (!isWord(word)) {
      report(at, NOT_WORD)
      return []
    }
    if (hasSigns(phrase)) report(at, LOST.signs)
    return [phrase]
  })
}

function isWord(text: string): boolean {
  return LETTER.test(text) && !WILDCARD.test(text)
}

function combined(condition: Combination, report: Report): Pattern | undefined {
  const { kind, words, distance, within, at } = condition
  const items = words.map((word) => [word])
  if (new Set(words).size < 2 || words.length > MOST_PARTS) {
    report(at, words.length > MOST_PARTS ? MANY_WORDS : SAME_WORD)
    return undefined
  }
  if (!words.every(isWord)) {
    report(at, NOT_WORD)
    return undefined
  }
  if (words.some(hasSigns)) report(at, LOST.signs)
  if (distance !== undefined) return { kind, items, gap: distance - 1, within }
  if (kind === 'near') return { kind: 'all', items, within }
  report(at, NO_LIMIT)
  return { kind, items, gap: WIDEST_GAP, within }
}

/** The exception as words around one of the words that are looked for. */
function contextOf(exception: Condition, words: readonly string[]): Pattern | undefined {
  const [context, another] = phrasesOf(exception) ?? []
  if (context === undefined || another !== undefined) return undefined
  const phrase = ` ${context.phrase.replaceAll('*', '')} `
  const isAround = words.some((word) => phrase.includes(` ${word} `) && phrase !== ` ${word} `)
  return isAround ? { kind: 'phrase', phrase: phrase.trim() } : undefined
}
