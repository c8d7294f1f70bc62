/**
 * How well a segment shows a theme: what it says must be plain without the rest, so the evidence
 * counts first, and only then how easily the segment is read.
 */
import { amount } from '../amount.ts'
import type { Segment, SegmentMatch, Span, ThemeCode } from '../types.ts'
import { mentionsOf } from './tally.ts'

/** Words below which a quote says little, and above which few read it to the end. */
const SHORTEST = 8
const LONGEST = 40
/** Longer ones are read as well, but a shorter one that says as much comes first. */
const BEST_LONGEST = 25

/** What a readable length is worth: more than all else together. */
const READABLE = 1000
/** What a word of evidence is worth. */
const WORD = 10
/** What it is worth that one more rule is met, and that a rule is met once more. */
const ANOTHER_RULE = 5
const AGAIN = 4
/** What it costs that nothing of the evidence is affirmed: half a word. */
const NEGATED = 5

const MOST_WORDS = 8
const MOST_RULES = 3
const MOST_AGAIN = 2
/** Letters of a word that says something: `trust`, and neither `the` nor `my`. */
const TELLING_LETTERS = 4

/** The mentions that put a segment under a theme, longest-leftmost and never none. */
export function evidenceOf({ matches }: ThemeCode): readonly SegmentMatch[] {
  const mentions = mentionsOf(matches)
  // A match that began in an earlier segment is counted there.
  return mentions.length > 0 ? mentions : [matches[0]]
}

/** Higher is better; whole numbers, so that no two machines differ. */
export function meritOf(segment: Segment, code: ThemeCode): number {
  const evidence = evidenceOf(code)
  const negated = evidence.every((mention) => mention.negated) ? NEGATED : 0
  return (
    (isReadableLength(segment.words) ? READABLE : 0) +
    evidenceWorth(segment.passage.text, evidence) -
    lengthCost(segment.words) -
    negated
  )
}

/** Whether a merit is that of a segment of readable length. */
export function isReadable(merit: number): boolean {
  return merit > READABLE / 2
}

/** The facts behind a merit: `21 words; 2 rules; 3 mentions; negated`. */
export function whyOf(segment: Segment, code: ThemeCode): string {
  const evidence = evidenceOf(code)
  const rules = new Set(evidence.map(({ rule }) => rule)).size
  const mentions = mentionsOf(code.matches).length
  const negated = evidence.some((mention) => mention.negated) ? '; negated' : ''
  return `${amount(segment.words, 'word')}; ${amount(rules, 'rule')}; ${amount(mentions, 'mention')}${negated}`
}

/** Each rule counts with the most telling words that it found, and a little for being met again. */
function evidenceWorth(text: string, evidence: readonly SegmentMatch[]): number {
  const [first] = evidence
  if (first !== undefined && evidence.length === 1) {
    return WORD * Math.min(tellingWords(text, first), MOST_WORDS)
  }
  const wordsByRule = new Map<number, number>()
  for (const mention of evidence) {
    const words = tellingWords(text, mention)
    wordsByRule.set(mention.rule, Math.max(words, wordsByRule.get(mention.rule) ?? 0))
  }
  let words = 0
  for (const most of wordsByRule.values()) words += most
  const rules = Math.min(wordsByRule.size, MOST_RULES)
  const again = Math.min(evidence.length - wordsByRule.size, MOST_AGAIN)
  return WORD * Math.min(words, MOST_WORDS) + ANOTHER_RULE * (rules - 1) + AGAIN * again
}

/** Words of at least four letters in what a rule found; at least one. */
function tellingWords(text: string, { parts }: SegmentMatch): number {
  let words = 0
  for (const part of parts) words += longRunsIn(text, part)
  return Math.max(1, words)
}

function longRunsIn(text: string, { start, end }: Span): number {
  let runs = 0
  let letters = 0
  for (let at = start; at < end; at += 1) {
    letters = isLetter(text.charCodeAt(at)) ? letters + 1 : 0
    if (letters === TELLING_LETTERS) runs += 1
  }
  return runs
}

/** Good enough to tell long words from short ones: Latin letters, and all that is not ASCII. */
function isLetter(code: number): boolean {
  const small = code | 0x20
  return (small >= 0x61 && small <= 0x7a) || (code >= 0xc0 && (code < 0x2000 || code > 0x206f))
}

function isReadableLength(words: number): boolean {
  return words >= SHORTEST && words <= LONGEST
}

/** Less than a word of evidence inside the readable range; more and more outside. */
function lengthCost(words: number): number {
  if (words < SHORTEST) return WORD * (SHORTEST - words)
  if (words > LONGEST) return Math.min(words - LONGEST + WORD, READABLE / 10)
  return words > BEST_LONGEST ? (words - BEST_LONGEST) >> 1 : 0
}
