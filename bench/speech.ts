/**
 * Invented speech without end: sentences that follow the seed text and cross over to another of its
 * sentences wherever the two share a word (a Markov chain), with words of the vocabulary in place of
 * some of its content words.
 */
import type { Random } from './random.ts'
import { QUESTIONS, REMARKS, STATEMENTS } from './seed-text.ts'
import { type Vocabulary, vocabulary, type WordClass } from './vocabulary.ts'
import { ACCENTED, EMOJI } from './word-parts.ts'

/** What a speaker may say next. */
export interface Speech {
  readonly statement: (random: Random) => string
  readonly question: (random: Random) => string
}

/** Sentences drawn from a seed's vocabulary. */
export function speech(seed: number): Speech {
  const words = vocabulary(seed)
  const statements = chain(STATEMENTS)
  const remarks = chain(REMARKS)
  const questions = chain(QUESTIONS)
  return {
    question: (random) => walk(questions, { words, crossing: 0.1 }, random),
    statement(random) {
      const isRemark = random.chance(0.24)
      const sentence = isRemark
        ? walk(remarks, { words, crossing: 0 }, random)
        : walk(statements, { words, crossing: 0.3 }, random)
      return decorated(sentence, words, random)
    },
  }
}

/** A word of the seed text, what follows it, and where else it stands. */
interface Place {
  readonly word: string
  /** Punctuation after the word: `,` or `.`. */
  readonly after: string
  readonly isLast: boolean
  /** The kind of words that may stand in its place; undefined for words that stay. */
  readonly slot: WordClass | undefined
  readonly twins: number[]
}

interface Chain {
  readonly places: readonly Place[]
  readonly starts: readonly number[]
}

function chain(text: string): Chain {
  const places: Place[] = []
  const starts: number[] = []
  const twinsByWord = new Map<string, number[]>()
  for (const line of text.trim().split('\n')) {
    starts.push(places.length)
    const tokens = line.split(' ')
    for (const [number, token] of tokens.entries()) {
      const place = placeOf(
        token,
        { isFirst: number === 0, isLast: number === tokens.length - 1 },
        twinsByWord,
      )
      place.twins.push(places.length)
      places.push(place)
    }
  }
  return { places, starts }
}

/** A word and the punctuation after it, for example `sister's,`. */
const TOKEN = /^(.*?)([,.?!]*)$/u

function placeOf(
  token: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
  twinsByWord: Map<string, number[]>,
): Place {
  const [, bare = token, after = ''] = TOKEN.exec(token) ?? []
  const word = isFirst && !FIRST_PERSON.test(bare) ? bare.toLowerCase() : bare
  const twins = twinsByWord.get(word) ?? []
  twinsByWord.set(word, twins)
  return { word, after, isLast, slot: slotOf(word), twins }
}

/** `I`, `I'd`, `I'm`: capital wherever it stands. */
const FIRST_PERSON = /^I(?:'|$)/u
/** For example `Sundays`. */
const CAPITAL = /^\p{Lu}/u
/** Number words of the seed text. */
const NUMBER = /^(?:two|three|four|six|ten|eleven|fourteen|eighteen|nineteen|twenty|forty)/u
/** Frequent words that hold a sentence together; they stay. */
const GRAMMAR = new Set(
  `about after again alone also always anybody anything because been before beginning being could
  does done down each else even ever every everybody from have having here himself into just know
  like made many maybe mean mine more most much must nearly never nobody none nothing once only other
  over really said same shall should some somebody something still such than that their them then
  there these they this those though three through time under until very want wanted wants were what
  when where whether which while whose will with without would yeah your`.split(/\s+/u),
)

function slotOf(word: string): WordClass | undefined {
  if (CAPITAL.test(word)) return word.length > 2 && !FIRST_PERSON.test(word) ? 'name' : undefined
  if (NUMBER.test(word)) return 'number'
  if (word.length < 4 || GRAMMAR.has(word) || word.includes("'")) return undefined
  if (word.endsWith('ing')) return 'ing'
  if (word.endsWith('ed')) return 'ed'
  if (word.endsWith('ly')) return 'ly'
  return word.endsWith('s') && !word.endsWith('ss') ? 's' : 'plain'
}

/** Sentences longer than this cross over no more and run to their end. */
const LONG = 28
/** Share of the content words that the vocabulary replaces. */
const REPLACED = 0.5

interface WalkOptions {
  readonly words: Vocabulary
  /** Probability of crossing over where it is possible. */
  readonly crossing: number
}

function walk({ places, starts }: Chain, { words, crossing }: WalkOptions, random: Random): string {
  let sentence = ''
  let at = starts[random.below(starts.length)] ?? 0
  for (let length = 0; ; length += 1) {
    const place = places[at]
    if (place === undefined) return sentence
    const isReplaced = place.slot !== undefined && random.chance(REPLACED)
    const word = isReplaced ? words(place.slot ?? 'plain', random) : place.word
    sentence += length === 0 ? capitalised(word) : ` ${word}`
    sentence += place.after
    if (place.isLast) return sentence
    const crosses = length < LONG && place.twins.length > 1 && random.chance(crossing)
    const twin = crosses ? (place.twins[random.below(place.twins.length)] ?? at) : at
    at = places[twin]?.isLast === true ? at + 1 : twin + 1
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const MARKS: readonly [string, ...string[]] = [
  '[laughs]',
  '[pause]',
  '(inaudible)',
  '[crosstalk 00:12:33]',
  '…',
]
const ASIDES: readonly [string, ...string[]] = [
  'e.g. on a Friday',
  'No. 5',
  'i.e. never',
  'at St. Brannoc’s',
  'on the 24th November',
  'about 2.30pm',
]

/** Now and then a quotation, an aside, a mark of the typist, a face. */
function decorated(sentence: string, words: Vocabulary, random: Random): string {
  const kind = random.below(200)
  if (kind < 5) return `"${sentence}"`
  if (kind < 9) return `${words('name', random)} said, "${sentence}"`
  if (kind < 17) return sentence.replace(', ', random.pick([' – ', ' - ', '—']))
  if (kind < 19) return `${sentence} ${random.pick(MARKS)}`
  if (kind < 21) return `${sentence.slice(0, -1)}, ${random.pick(ASIDES)}.`
  if (kind < 22) return `${sentence.slice(0, -1)} with Mr. ${words('name', random)}.`
  if (kind < 23) return `${sentence.slice(0, -1)} ${ACCENTED[random.below(ACCENTED.length)] ?? ''}.`
  if (kind < 24) return `${sentence} ${EMOJI[random.below(EMOJI.length)] ?? ''}`
  return sentence
}
