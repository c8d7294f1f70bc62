/**
 * An invented vocabulary in ranks: few frequent words, and a tail so long that new words keep
 * coming however much is written, as in real speech (Zipf, Heaps).
 */
import { type Random, seeded } from './random.ts'
import {
  ACCENTED,
  BEGINNINGS,
  ENDINGS,
  NAME_ENDS,
  NAME_MIDDLES,
  NAME_STARTS,
  STEMS,
} from './word-parts.ts'

/** What kind of word stands in a place of a sentence, by its ending. */
export type WordClass = 'plain' | 's' | 'ed' | 'ing' | 'ly' | 'name' | 'number'

/** Draws words of a class, each about as often as its rank says. */
export type Vocabulary = (wordClass: WordClass, random: Random) => string

/** Words of each class; together some 130,000. */
const SIZES = {
  plain: 50_000,
  s: 30_000,
  ed: 14_000,
  ing: 14_000,
  ly: 6_000,
  name: 16_000,
  number: 9_000,
}

/** The vocabulary of a seed. */
export function vocabulary(seed: number): Vocabulary {
  const draws = {
    plain: ranked(words('plain', seeded(seed, 1))),
    s: ranked(words('s', seeded(seed, 2))),
    ed: ranked(words('ed', seeded(seed, 3))),
    ing: ranked(words('ing', seeded(seed, 4))),
    ly: ranked(words('ly', seeded(seed, 5))),
    name: ranked(names(seeded(seed, 6))),
    number: ranked(numbers(seeded(seed, 7))),
  }
  return (wordClass, random) => draws[wordClass](random)
}

/** One or more spaces or line ends. */
const WHITE_SPACE = /\s+/u
const STEM_LIST = [...new Set(STEMS.trim().split(WHITE_SPACE))]

function words(wordClass: 's' | 'ed' | 'ing' | 'ly' | 'plain', random: Random): readonly string[] {
  const ending = wordClass === 'plain' ? '' : wordClass
  const found = new Set(shuffled(STEM_LIST, random).map((stem) => join(stem, ending)))
  const common = [...found]
  while (found.size < SIZES[wordClass]) {
    const stem = pickFrom(STEM_LIST, random)
    const kind = random.below(20)
    if (kind < 5) found.add(typo(pickFrom(common, random), random))
    else if (kind < 8) found.add(pickFrom(BEGINNINGS, random) + join(stem, ending))
    else if (kind < 10) found.add(join(join(stem, pickFrom(ENDINGS, random)), ending))
    else if (kind < 12) found.add(`${stem}-${join(pickFrom(STEM_LIST, random), ending)}`)
    else if (kind < 13 && wordClass === 'plain')
      found.add(pickFrom(ACCENTED, random) + pickFrom(['', 's', '-goer'], random))
    else
      found.add(
        join(stem, pickFrom(['', '', 'er', 'ing'], random)) +
          join(pickFrom(STEM_LIST, random), ending),
      )
  }
  return [...found]
}

/** `care` and `ing` give `caring`; `stop` and `ed` give `stoped`: good enough to be counted. */
function join(stem: string, ending: string): string {
  const isVowel = ending.startsWith('e') || ending.startsWith('i')
  return (isVowel && stem.endsWith('e') ? stem.slice(0, -1) : stem) + ending
}

/** Two letters swapped, one left out or one typed twice. */
function typo(word: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, word.length - 2))
  const kind = random.below(3)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + word.slice(at - 1)
  return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
}

function names(random: Random): readonly string[] {
  const simple = NAME_STARTS.flatMap((start) =>
    NAME_MIDDLES.flatMap((middle) => NAME_ENDS.map((end) => start + middle + end)),
  )
  const found = new Set(shuffled(simple, random))
  while (found.size < SIZES.name)
    found.add(`${pickFrom(simple, random)}-${pickFrom(simple, random)}`)
  return [...found]
}

function numbers(random: Random): readonly string[] {
  const found = new Set(
    shuffled(
      Array.from({ length: 60 }, (_, number) => String(number + 2)),
      random,
    ),
  )
  while (found.size < SIZES.number) {
    const [hour, minute, many] = [
      1 + random.below(12),
      10 + random.below(50),
      100 + random.below(30_000),
    ]
    found.add(
      pickFrom(
        [
          `${hour}.${minute}pm`,
          `${hour}:${minute}`,
          String(many),
          many.toLocaleString('en-GB'),
          `${hour}th`,
        ],
        random,
      ),
    )
  }
  return [...found]
}

/** Rank from which words thin out faster, as the tail of a real text does. */
const KNEE = 4_000

/** A draw by rank: weight 1 / (rank + 8) up to the knee, steeper beyond it. */
function ranked(values: readonly string[]): (random: Random) => string {
  const sums = new Float64Array(values.length)
  let sum = 0
  for (let rank = 0; rank < values.length; rank += 1) {
    const tail = rank < KNEE ? 1 : Math.sqrt(KNEE / rank)
    sum += tail / (rank + 8)
    sums[rank] = sum
  }
  return (random) => values[firstAtLeast(sums, random.fraction() * sum)] ?? ''
}

/** The first place whose sum is at least the target. */
function firstAtLeast(sums: Float64Array, target: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) < target) low = middle + 1
    else high = middle
  }
  return low
}

function shuffled(values: readonly string[], random: Random): readonly string[] {
  const list = [...values]
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    const kept = list[at] ?? ''
    list[at] = list[other] ?? ''
    list[other] = kept
  }
  return list
}

function pickFrom(values: readonly string[], random: Random): string {
  return values[random.below(values.length)] ?? ''
}
