/** Rules of the benchmark's codebooks, before they are written in a notation. */
import { type Random, seeded } from './random.ts'
import type { WordSample } from './word-sample.ts'

/** A rule; `words` follow one another, or come near one another with at most `gap` words between. */
export type RuleDraft =
  | { readonly kind: 'word'; readonly word: string; readonly isInflected: boolean }
  | { readonly kind: 'wildcard'; readonly pattern: string }
  | {
      readonly kind: 'phrase'
      readonly words: readonly string[]
      readonly unless: string | undefined
    }
  | { readonly kind: 'seq' | 'near'; readonly words: readonly string[]; readonly gap: number }

/** How many rules, about words from which rank on. */
export interface DraftOptions {
  readonly rules: number
  /** Words of this rank or rarer may be a rule by themselves. */
  readonly firstRank: number
  /** A phrase has a word of this rank or rarer. */
  readonly phraseRank: number
}

/** Different rules that the sampled texts can trigger. */
export function ruleDrafts(
  sample: WordSample,
  { rules, ...ranks }: DraftOptions,
  seed: number,
): readonly RuleDraft[] {
  const random = seeded(seed, 100 + rules)
  const drafts = new Map<string, RuleDraft>()
  // Each kind has its share: which one comes next depends on how many there are already.
  while (drafts.size < rules) {
    const draft = draftOf(kindOf(drafts.size % 100), { sample, ...ranks, random })
    if (draft !== undefined) drafts.set(JSON.stringify(draft), draft)
  }
  return shuffledDrafts([...drafts.values()], random)
}

/** Different rules with words that no text holds; most begin like frequent words. */
export function neverSaid(sample: WordSample, rules: number, seed: number): readonly RuleDraft[] {
  const random = seeded(seed, 99)
  const drafts = new Map<string, RuleDraft>()
  while (drafts.size < rules) {
    const draft = idleDraft(kindOf(drafts.size % 100), sample, random)
    drafts.set(JSON.stringify(draft), draft)
  }
  return [...drafts.values()]
}

type Kind = 'word' | 'inflected' | 'wildcard' | 'phrase' | 'seq' | 'near' | 'excepted'

/** 40 words, 15 inflected words, 12 wildcards, 20 phrases, 7 seq, 5 near, 1 with `unless`. */
function kindOf(number: number): Kind {
  if (number < 40) return 'word'
  if (number < 55) return 'inflected'
  if (number < 67) return 'wildcard'
  if (number < 87) return 'phrase'
  if (number < 94) return 'seq'
  return number < 99 ? 'near' : 'excepted'
}

interface Drawing {
  readonly sample: WordSample
  readonly firstRank: number
  readonly phraseRank: number
  readonly random: Random
}

function draftOf(kind: Kind, drawing: Drawing): RuleDraft | undefined {
  switch (kind) {
    case 'word':
    case 'inflected':
      return { kind: 'word', word: wordFrom(drawing), isInflected: kind === 'inflected' }
    case 'wildcard':
      return wildcardOf(wordFrom(drawing), drawing)
    case 'phrase':
      return phraseOf(drawing, false)
    case 'excepted':
      return phraseOf(drawing, true)
    case 'seq':
    case 'near':
      return apart(kind, drawing)
  }
}

/** Ranks from the first one on, each octave of ranks about as often as the next. */
function wordFrom({ sample: { ranked }, firstRank, random }: Drawing): string {
  const octaves = Math.log2(ranked.length / firstRank)
  const octave = random.below(Math.floor(octaves))
  const lowest = firstRank << octave
  return ranked[lowest + random.below(lowest)] ?? ranked[firstRank] ?? ''
}

/** Most of a word, such as `budget*`; one in ten open at its beginning, such as `*dgeting`. */
function wildcardOf(word: string, { sample, firstRank, random }: Drawing): RuleDraft | undefined {
  const length = word.length - random.below(3)
  if (length < 5) return undefined
  if (random.chance(0.1)) return { kind: 'wildcard', pattern: `*${word.slice(-length)}` }
  const beginning = word.slice(0, length)
  const isFrequent = (sample.rankByWord.get(beginning) ?? firstRank) < firstRank
  return isFrequent ? undefined : { kind: 'wildcard', pattern: `${beginning}*` }
}

/** Two to four words as they stand in the sample, one of them not too frequent. */
function phraseOf(
  { sample, phraseRank, random }: Drawing,
  isExcepted: boolean,
): RuleDraft | undefined {
  const length = 2 + random.below(3)
  const words = wordsInARow(sample, length + 1, random)
  const phrase = words?.slice(0, length)
  if (phrase === undefined || words === undefined) return undefined
  const rarest = Math.max(...phrase.map((word) => sample.rankByWord.get(word) ?? 0))
  if (rarest < phraseRank) return undefined
  return { kind: 'phrase', words: phrase, unless: isExcepted ? words.join(' ') : undefined }
}

/** Two words of one stretch with up to two others between them. */
function apart(
  kind: 'seq' | 'near',
  { sample, phraseRank, random }: Drawing,
): RuleDraft | undefined {
  const between = random.below(3)
  const words = wordsInARow(sample, between + 2, random)
  const first = words?.[0] ?? ''
  const last = words?.[between + 1] ?? ''
  const rarest = Math.max(sample.rankByWord.get(first) ?? 0, sample.rankByWord.get(last) ?? 0)
  if (rarest < phraseRank || first === last || last.length < 3 || first.length < 3) return undefined
  return kind === 'seq'
    ? { kind, words: [first, last], gap: Math.max(1, between) }
    : { kind, words: [last, first], gap: 8 }
}

function wordsInARow(
  sample: WordSample,
  count: number,
  random: Random,
): readonly string[] | undefined {
  const stretch = sample.stretches[random.below(sample.stretches.length)] ?? []
  if (stretch.length < count) return undefined
  const start = random.below(stretch.length - count + 1)
  return stretch.slice(start, start + count)
}

function idleDraft(kind: Kind, sample: WordSample, random: Random): RuleDraft {
  const frequent = sample.ranked[random.below(400)] ?? 'the'
  const beginning = random.chance(0.6) ? frequent.slice(0, 4) : ''
  const word = `${beginning}${syllables(random)}qx${syllables(random)}`
  switch (kind) {
    case 'word':
    case 'inflected':
      return { kind: 'word', word, isInflected: kind === 'inflected' }
    case 'wildcard':
      return { kind: 'wildcard', pattern: `${word}*` }
    case 'phrase':
    case 'excepted':
      return {
        kind: 'phrase',
        words: random.chance(0.5) ? [frequent, word] : [word, frequent],
        unless: undefined,
      }
    case 'seq':
      return { kind, words: [frequent, word], gap: 2 }
    case 'near':
      return { kind, words: [word, frequent], gap: 8 }
  }
}

function syllables(random: Random): string {
  const letters = 'bcdfghjklmnprstvw'
  const vowels = 'aeiou'
  return `${letters[random.below(17)] ?? ''}${vowels[random.below(5)] ?? ''}${letters[random.below(17)] ?? ''}`
}

function shuffledDrafts(drafts: readonly RuleDraft[], random: Random): readonly RuleDraft[] {
  const keyed = drafts.map((draft): [number, RuleDraft] => [random.fraction(), draft])
  return keyed.sort(([a], [b]) => a - b).map(([, draft]) => draft)
}
