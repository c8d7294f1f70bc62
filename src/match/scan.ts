/**
 * Matcher × text → matches: the one narrow seam behind which everything hot lives.
 *
 * It knows nothing of files, themes' names or outputs. For each sentence the words that can anchor a
 * rule are tried, phrases on the spot, combinations once a scope; exceptions and negation are looked
 * at only around matches.
 */
import type { CompiledPhrase, CompiledRule, Matcher } from './compile.ts'
import { exceptionFinder } from './exceptions.ts'
import {
  EXCEPTED,
  KEPT,
  type MatchList,
  NEGATED,
  NEGATION_EXCLUDED,
  NOT_NEGATED,
  pushMatch,
  pushPart,
} from './match-list.ts'
import { isNegated } from './negation-scope.ts'
import {
  chainsOf,
  type Ground,
  holdsAll,
  matchFrom,
  type Occurrence,
  type WordRange,
} from './occurrences.ts'
import { wordsOfSpan } from './regex-words.ts'
import { type ScopeIndex, scopeIndex } from './scope-index.ts'
import { rangeAt, rangeHolding, type ScopeFinder, type Scopes, scopeFinder } from './scopes.ts'

/** Whether dropped matches are listed too, with the reason as their state. */
export interface ScanOptions {
  readonly keepDropped: boolean
}

/** Finds every match of a matcher's rules. */
export interface Scanner {
  scan(ground: Ground, scopes: Scopes, found: MatchList): void
}

/** A scanner for a compiled codebook; keeps working memory between calls. */
export function scanner(matcher: Matcher, options: ScanOptions = { keepDropped: false }): Scanner {
  const { rules } = matcher
  /** For each rule, the last scope in which it was triggered. */
  const triggeredIn = new Int32Array(rules.length).fill(-1)
  const pending: number[] = []
  const index: ScopeIndex = scopeIndex(matcher.atoms.count)
  const within = scopeFinder()
  const exceptions = exceptionFinder(matcher.atoms.count, within)

  function scan(ground: Ground, scopes: Scopes, found: MatchList): void {
    triggeredIn.fill(-1)
    within.fill(ground.words, scopes)
    exceptions.forget()
    for (let sentence = 0; sentence < within.sentences.length; sentence += 1) {
      const range = rangeAt(within.sentences, sentence)
      if (range.first === range.end) continue
      tryWords(ground, range, sentence, found)
      for (const rule of matcher.regexes) tryRegex(ground, rule, range, found)
    }
    for (const [scope, rulesOfScope] of matcher.wider) {
      const ranges = within.wider(scope)
      for (let i = 0; i < ranges.length; i += 1)
        tryScope(ground, rulesOfScope, rangeAt(ranges, i), found)
    }
  }

  function tryWords(ground: Ground, range: WordRange, sentence: number, found: MatchList): void {
    const { classes, compounds } = ground.words
    const { active } = matcher.atoms
    const from = found.length
    for (let word = range.first; word < range.end; word += 1) {
      const wordClass = classes[word] ?? 0
      if (active[wordClass] === 1) {
        tryAnchored(ground, { word, wordClass, isCompound: false, range, sentence, from }, found)
      }
      const compound = compounds[word] ?? 0
      if (active[compound] === 1 && word + 1 < range.end) {
        tryAnchored(
          ground,
          { word, wordClass: compound, isCompound: true, range, sentence, from },
          found,
        )
      }
    }
    if (pending.length > 0) evaluatePending(ground, range, from, found)
  }

  interface Anchor {
    readonly word: number
    readonly wordClass: number
    readonly isCompound: boolean
    readonly range: WordRange
    readonly sentence: number
    /** First match of this sentence in the list. */
    readonly from: number
  }

  function tryAnchored(ground: Ground, anchor: Anchor, found: MatchList): void {
    const triggered = matcher.atoms.triggered(anchor.wordClass)
    for (let i = 0; i < triggered.length; i += 1) {
      const index = triggered[i] ?? 0
      if (triggeredIn[index] === anchor.sentence) continue
      triggeredIn[index] = anchor.sentence
      pending.push(index)
    }
    const anchored = matcher.atoms.anchored(anchor.wordClass)
    for (let i = 0; i < anchored.length; i += 2) {
      const index = anchored[i] ?? 0
      const rule = rules[index]
      if (rule?.pattern.kind !== 'phrase') continue
      const phrase = rule.pattern.phrases[anchored[i + 1] ?? 0]
      if (phrase === undefined) continue
      const match = matchAround(ground, phrase, anchor)
      if (match === undefined) continue
      add(ground, { rule, index, match, from: anchor.from }, found)
    }
  }

  function evaluatePending(ground: Ground, range: WordRange, from: number, found: MatchList): void {
    index.build(ground, range)
    for (const rule of pending) tryCombination(ground, rule, range, from, found)
    pending.length = 0
  }

  function tryScope(
    ground: Ground,
    ofScope: readonly number[],
    range: WordRange,
    found: MatchList,
  ): void {
    if (range.first === range.end) return
    const from = found.length
    index.build(ground, range)
    for (const rule of ofScope) tryCombination(ground, rule, range, from, found)
  }

  function tryCombination(
    ground: Ground,
    ruleIndex: number,
    range: WordRange,
    from: number,
    found: MatchList,
  ): void {
    const rule = rules[ruleIndex]
    if (rule === undefined || rule.pattern.kind === 'phrase' || rule.pattern.kind === 'regex')
      return
    const { pattern } = rule
    if (!index.mayHoldAll(pattern.anchors)) return
    const sentences = pattern.within === 'sentence' ? undefined : within.sentences
    const occurrences = index.occurrences(ground, pattern, range, sentences)
    if (pattern.kind === 'all') {
      // One match a scope: every occurrence of every part is its evidence.
      if (holdsAll(pattern.items.length, occurrences))
        addCombination(ground, { rule, index: ruleIndex, parts: occurrences, from }, found)
      return
    }
    for (const parts of chainsOf(pattern, occurrences, 'first')) {
      addCombination(ground, { rule, index: ruleIndex, parts, from }, found)
    }
  }

  interface Combination {
    readonly rule: CompiledRule
    readonly index: number
    readonly parts: readonly Occurrence[]
    readonly from: number
  }

  function addCombination(ground: Ground, combination: Combination, found: MatchList): void {
    const { parts } = combination
    const first = parts[0]?.first ?? 0
    let end = first
    for (const part of parts) end = Math.max(end, part.end)
    add(ground, { ...combination, match: { first, end } }, found)
  }

  function tryRegex(ground: Ground, ruleIndex: number, range: WordRange, found: MatchList): void {
    const rule = rules[ruleIndex]
    if (rule?.pattern.kind !== 'regex') return
    const { words } = ground
    const start = words.starts[range.first] ?? 0
    const end = words.ends[range.end - 1] ?? start
    for (const span of rule.pattern.regex.find(ground.text, start, end)) {
      const match = wordsOfSpan(ground, span, range)
      if (match.first === match.end) continue
      add(ground, { rule, index: ruleIndex, match, from: found.length }, found)
    }
  }

  interface Candidate {
    readonly rule: CompiledRule
    readonly index: number
    readonly match: WordRange
    readonly parts?: readonly WordRange[]
    /** First match of this scope in the list. */
    readonly from: number
  }

  function add(ground: Ground, candidate: Candidate, found: MatchList): void {
    const { rule, index, match } = candidate
    if (isListed(found, candidate)) return
    const isExcepted = rule.unless.length > 0 && exceptions.isExcepted(ground, rule.unless, match)
    const state = isExcepted ? EXCEPTED : negationState(ground, rule, match, within)
    if (state > NEGATED && !options.keepDropped) return
    const partsFrom = found.partsLength
    for (const { first, end } of candidate.parts ?? [match]) pushPart(found, first, end)
    pushMatch(found, { rule: index, first: match.first, end: match.end, state, partsFrom })
  }

  return { scan }
}

/** Whether the same rule was found at the same words before, by another of its alternatives. */
function isListed(
  found: MatchList,
  { index, match, from }: { index: number; match: WordRange; from: number },
): boolean {
  // Matches are found in order of a word inside them, so that those before one that ends too early
  // end too early, too.
  for (let at = found.length - 1; at >= from; at -= 1) {
    if ((found.ends[at] ?? 0) <= match.first) return false
    if (found.rules[at] !== index) continue
    if (found.firsts[at] === match.first && found.ends[at] === match.end) return true
  }
  return false
}

function negationState(
  ground: Ground,
  { rule }: CompiledRule,
  match: WordRange,
  scopes: ScopeFinder,
): number {
  const { negation } = rule.settings
  if (negation === 'ignore') return KEPT
  const sentence = rangeHolding(scopes.sentences, match.first)
  const negated = isNegated(ground, match.first, sentence.first)
  if (negation === 'flag') return negated ? NEGATED : KEPT
  if (negation === 'exclude') return negated ? NEGATION_EXCLUDED : KEPT
  return negated ? NEGATED : NOT_NEGATED
}

/** The words of the phrase whose anchor stands at a word, if they are all there. */
function matchAround(
  ground: Ground,
  phrase: CompiledPhrase,
  { word, isCompound, range }: { word: number; isCompound: boolean; range: WordRange },
): WordRange | undefined {
  if (phrase.atoms.length === 1 && phrase.hyphens === undefined) {
    return { first: word, end: word + (isCompound ? 2 : 1) }
  }
  const { compounds } = ground.words
  let first = word - phrase.anchor
  // A part written as `well-being` fills two words, so the phrase begins earlier by one.
  let earliest = first
  for (let at = word - 1; at >= Math.max(range.first, earliest - 1); at -= 1) {
    if ((compounds[at] ?? 0) !== 0) earliest -= 1
  }
  for (; first >= Math.max(range.first, earliest); first -= 1) {
    const end = matchFrom(ground, phrase, { first, end: range.end })
    if (end > word) return { first, end }
  }
  return undefined
}
