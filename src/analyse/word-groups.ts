/** Word forms → groups that one word of a rule would find: `bus` with `buses`, `organise` with `organizing`. */
import { formsOf } from '../match/spelling.ts'
import type { WordForms } from './phrase-reader.ts'
import { STRONG, WEAK } from './word-kinds.ts'

/**
 * For each word form its head: the form, among those given, that finds it as a word of a rule with
 * inflections and both spellings. Shorter heads come first, then the alphabet decides.
 */
export function groupForms(used: Iterable<number>, forms: WordForms): ReadonlyMap<number, number> {
  const words = [...used].filter((form) => hasEndings(forms.kind(form)))
  const numbers = new Map(words.map((form) => [forms.text(form), form]))
  const heads = new Map<number, number>()
  for (const word of words.sort(byLength)) {
    if (heads.has(word)) continue
    heads.set(word, word)
    for (const form of endingsOf(forms.text(word))) {
      const number = numbers.get(form)
      if (number !== undefined && !heads.has(number)) heads.set(number, word)
    }
  }
  return heads

  function byLength(a: number, b: number): number {
    const [left, right] = [forms.text(a), forms.text(b)]
    return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0)
  }
}

/** How a plain rule such as `- bus` finds words. */
export const RULE_SETTINGS = { inflect: true, spelling: 'gb+us' } as const

/** Of words of two letters only plural and possessive: `PA` has PAs, and red is not a past of re. */
function endingsOf(word: string): readonly string[] {
  return word.length > 2 ? formsOf(word, RULE_SETTINGS) : [`${word}s`, `${word}'s`]
}

function hasEndings(kind: number): boolean {
  return kind === STRONG || kind === WEAK
}
