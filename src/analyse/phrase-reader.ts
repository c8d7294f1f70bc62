/**
 * Sentences → words and phrases of up to three words that could become rules.
 *
 * A phrase never crosses the end of a sentence, a punctuation mark or a mark such as `[laughs]`.
 */
import { classOfCharacter, HYPHEN } from '../match/characters.ts'
import { normalise, normaliseCase } from '../match/normalise.ts'
import { vocabulary } from '../match/vocabulary.ts'
import { readWords, wordList } from '../match/words.ts'
import { pushSpan, spanList } from '../span-list.ts'
import type { Span } from '../types.ts'
import { candidateKey, MOST_WORD_FORMS } from './candidate-table.ts'
import { couldBeRule, FILLER, STRONG, wordKind } from './word-kinds.ts'

/** The word forms of a corpus by number; 0 is a form that was not kept. */
export interface WordForms {
  text(form: number): string
  kind(form: number): number
  /** Occurrences inside sentences, where a capital letter means something, and those with one. */
  inside(form: number): { readonly all: number; readonly capital: number }
  /** How many forms there are; numbers begin at 1. */
  readonly size: number
  /** Words whose form was first met when there was no room for more. */
  readonly unkept: number
}

/** Reads one sentence after another. */
export interface PhraseReader {
  readonly forms: WordForms
  beginPassage(codes: Uint16Array, silent: readonly Span[]): void
  /** Gives the keys of the words and phrases of a sentence, in order; returns how many words it has. */
  read(sentence: Span, take: (key: number) => void): number
}

/** A reader that numbers word forms as it meets them. */
export function phraseReader(mostForms = MOST_WORD_FORMS): PhraseReader {
  const numbers = new Map<string, number>()
  const texts: string[] = ['']
  const kinds: number[] = [FILLER]
  const inside: number[] = [0]
  const capitals: number[] = [0]
  let unkept = 0
  const words = wordList(256)
  // A class holds the number of the form, and in its last bit whether it begins with a capital.
  const known = vocabulary(
    (raw) => 2 * numberOf(normalise(raw)) + Number(hasCapital(raw)),
    () => 0,
  )
  const silence = { spans: spanList(), from: 0 }
  let codes: Uint16Array = new Uint16Array(0)

  function numberOf(form: string): number {
    const found = numbers.get(form)
    if (found !== undefined) return found
    if (texts.length >= mostForms) return 0
    numbers.set(form, texts.length)
    texts.push(form)
    kinds.push(wordKind(form))
    inside.push(0)
    capitals.push(0)
    return texts.length - 1
  }

  function beginPassage(text: Uint16Array, silent: readonly Span[]): void {
    codes = text
    silence.from = 0
    silence.spans.length = 0
    for (const { start, end } of silent) pushSpan(silence.spans, start, end)
  }

  function read(sentence: Span, take: (key: number) => void): number {
    words.length = 0
    silence.from = readWords(codes, sentence, silence, { vocabulary: known, words })
    // The two words before, 0 where the phrase begins.
    let first = 0
    let second = 0
    for (let word = 0; word < words.length; word += 1) {
      const form = formAt(word)
      const kind = kinds[form] ?? FILLER
      if (!isJoined(word)) first = second = 0
      if (kind === FILLER) {
        first = second = 0
        continue
      }
      takeEndingIn({ first, second, form, kind }, take)
      first = second
      second = form
    }
    return words.length
  }

  function takeEndingIn(
    { first, second, form, kind }: { first: number; second: number; form: number; kind: number },
    take: (key: number) => void,
  ): void {
    if (kind === STRONG) take(candidateKey(form))
    if (second === 0) return
    const middle = kinds[second] ?? FILLER
    if (couldBeRule(middle, kind)) take(candidateKey(second, form))
    if (first === 0) return
    if (couldBeRule(kinds[first] ?? FILLER, kind, middle)) take(candidateKey(first, second, form))
  }

  function formAt(word: number): number {
    const found = words.classes[word] ?? 0
    const form = found >> 1
    if (form === 0) unkept += 1
    else if (word > 0 && kinds[form] === STRONG) {
      inside[form] = (inside[form] ?? 0) + 1
      capitals[form] = (capitals[form] ?? 0) + (found & 1)
    }
    return form
  }

  /** Whether nothing but white space or one hyphen stands between a word and the one before. */
  function isJoined(word: number): boolean {
    if (word === 0) return true
    const from = words.ends[word - 1] ?? 0
    const to = words.starts[word] ?? 0
    if (to - from === 1 && classOfCharacter(codes[from] ?? 0) === HYPHEN) return true
    for (let at = from; at < to; at += 1) if (!isSpace(codes[at] ?? 0)) return false
    return true
  }

  return {
    forms: {
      text: (form) => texts[form] ?? '',
      kind: (form) => kinds[form] ?? FILLER,
      inside: (form) => ({ all: inside[form] ?? 0, capital: capitals[form] ?? 0 }),
      get size() {
        return texts.length
      },
      get unkept() {
        return unkept
      },
    },
    beginPassage,
    read,
  }
}

/** Space, tab, line break, no-break space. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0xa0
}

/** Whether a word begins with a capital letter, as `Kai` does; `CAMHS` is no name but a short form. */
function hasCapital(raw: string): boolean {
  return CAPITAL.test(normaliseCase(raw))
}

/** A capital letter at the beginning and none after it, for example of `Émile`. */
const CAPITAL = /^\p{Lu}(?!\p{Lu})/u
