/**
 * A phrase as the analyst wrote it → the sequences of words that satisfy it.
 *
 * With loose hyphens `care leaver`, `care-leaver` and `careleaver` are one: a hyphen is read as a
 * space, and two neighbours may also be written solid. Solid forms are made where the analyst wrote
 * a hyphen, or where both words have at least three letters, so that `a part` is not `apart`.
 */

/** Words in order; `hyphens[i]` tells whether word `i` is joined to the one before. */
export interface PhraseVariant {
  readonly words: readonly string[]
  readonly hyphens: readonly boolean[] | undefined
}

const SHORTEST_SOLID_PART = 3
/** Words that change their sense when they are written solid: `not able`, `the rapist`. */
const NEVER_SOLID = new Set(['not', 'the', 'and', 'but'])

/** `24` and `7` of `24-7`, which is not 247. */
const NUMBER_AT_END = /\p{N}$/u
const NUMBER_AT_START = /^\p{N}/u
/** White space between the words of a rule. */
const SPACES = /\s+/u
/** Hyphens inside a word of a rule, for example in `well-being`. */
const RULE_HYPHENS = /[-\u2010-\u2013]+/u
/** What a word of a rule may hold besides letters, digits and apostrophes: wildcards. */
const NOT_IN_WORDS = /[^\p{L}\p{M}\p{N}'’‘`´ʼ＇*?\u00ad\u200b-\u200d\u2060]+/gu

/** Apostrophes at the ends of a word, for example in `carers'`. */
const OUTER_APOSTROPHES = /^['’‘`´ʼ＇]+|['’‘`´ʼ＇]+$/gu

/** All ways in which a phrase may stand in a text; the phrase as written comes first. */
export function phraseVariants(
  phrase: string,
  hyphen: 'loose' | 'exact',
): readonly PhraseVariant[] {
  const { words, hyphens } = wordsOfPhrase(phrase)
  if (words.length === 0) return []
  if (hyphen === 'exact') return [{ words, hyphens }]
  const variants: PhraseVariant[] = [{ words, hyphens: undefined }]
  for (let i = 1; i < words.length; i += 1) {
    const solid = solidWord(words[i - 1] ?? '', words[i] ?? '', hyphens[i] === true)
    if (solid === undefined) continue
    const joined = [...words.slice(0, i - 1), solid, ...words.slice(i + 1)]
    variants.push({ words: joined, hyphens: undefined })
  }
  return variants
}

function wordsOfPhrase(phrase: string): { words: string[]; hyphens: boolean[] } {
  const words: string[] = []
  const hyphens: boolean[] = []
  for (const spaced of phrase.trim().split(SPACES)) {
    let isJoined = false
    for (const part of spaced.split(RULE_HYPHENS)) {
      // Punctuation splits words in a text, so it splits them in a rule: `and/or` is two words.
      for (const word of part.split(NOT_IN_WORDS)) {
        const bare = word.replace(OUTER_APOSTROPHES, '')
        if (bare === '') continue
        words.push(bare)
        hyphens.push(isJoined)
        isJoined = false
      }
      isJoined = words.length > 0
    }
  }
  return { words, hyphens }
}

function solidWord(left: string, right: string, isHyphenated: boolean): string | undefined {
  if (hasWildcard(left) || hasWildcard(right)) return undefined
  if (NUMBER_AT_END.test(left) && NUMBER_AT_START.test(right)) return undefined
  if (isHyphenated) return left + right
  const isLong = left.length >= SHORTEST_SOLID_PART && right.length >= SHORTEST_SOLID_PART
  return isLong && !NEVER_SOLID.has(left.toLowerCase()) ? left + right : undefined
}

/** Whether a word of a rule holds `*` or `?`. */
export function hasWildcard(word: string): boolean {
  return word.includes('*') || word.includes('?')
}
