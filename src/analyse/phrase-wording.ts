/** How a rule would word a group of phrases. */
import { formsOf } from '../match/spelling.ts'
import { formsOfCandidate } from './candidate-table.ts'
import type { PhraseGroup } from './phrase-groups.ts'
import type { WordForms } from './phrase-reader.ts'
import { RULE_SETTINGS } from './word-groups.ts'

/** Share of the occurrences that a wording must find. */
const NEARLY_ALL = 0.9

/**
 * The most frequent wording that finds nearly all occurrences of the group as a rule: `armed forces`
 * rather than `arm force`, `precede` where there is preceding and preceded.
 */
export function phraseOf({ heads, members, uncoded }: PhraseGroup, forms: WordForms): string {
  const wordings = members
    .map((member) => ({ words: formsOfCandidate(member).map(forms.text), count: member.uncoded }))
    .sort((a, b) => b.count - a.count || byText(a.words.join(' '), b.words.join(' ')))
  for (const { words } of wordings.slice(0, MOST_WORDINGS)) {
    const found = words.map((word) => new Set(formsOf(word, RULE_SETTINGS)))
    const covered = wordings
      .filter((other) => other.words.every((word, at) => found[at]?.has(word)))
      .reduce((sum, { count }) => sum + count, 0)
    if (covered >= NEARLY_ALL * uncoded) return words.join(' ')
  }
  return heads.map(forms.text).join(' ')
}

/** Wordings that are tried: rarer ones say little. */
const MOST_WORDINGS = 4

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
