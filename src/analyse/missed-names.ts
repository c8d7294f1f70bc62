/** Which missed words could be names, which a codebook seldom wants and a report must not have. */
import { formsOfCandidate } from './candidate-table.ts'
import type { Counted } from './missed-telling.ts'
import type { PhraseGroup } from './phrase-groups.ts'
import { STRONG } from './word-kinds.ts'

/** Share of capitals inside sentences from which a word is taken for a name: some writers slip. */
const NEARLY_ALL_CAPITALS = 0.9
/** For a word of a speaker's label, which may be a name (Kai) or not (Foster carer). */
const MOST_CAPITALS = 0.5

/** Whether one of the words of a group could be a name. */
export function isNameGroup({ heads, members }: PhraseGroup, counted: Counted): boolean {
  return heads.some((_head, place) => {
    const words = new Set(members.map((member) => formsOfCandidate(member)[place] ?? 0))
    return isName([...words], counted)
  })
}

/** Whether forms of one word are nearly always written with a capital where a sentence does not ask for it. */
function isName(words: readonly number[], { forms, names }: Counted): boolean {
  const strong = words.filter((form) => forms.kind(form) === STRONG)
  const isLabel = strong.some((form) => names.has(forms.text(form)))
  let all = 0
  let capital = 0
  for (const form of strong) {
    const inside = forms.inside(form)
    all += inside.all
    capital += inside.capital
  }
  if (strong.length === 0 || (all === 0 && !isLabel)) return false
  return capital >= (isLabel ? MOST_CAPITALS : NEARLY_ALL_CAPITALS) * all
}
