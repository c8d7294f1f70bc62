/** Candidates → groups that one rule would find. */
import { type Candidate, type CandidateTable, formsOfCandidate } from './candidate-table.ts'
import type { WordForms } from './phrase-reader.ts'
import { groupForms } from './word-groups.ts'

/** Candidates whose words have the same heads: `foster carer`, `foster carers`. */
export interface PhraseGroup {
  readonly heads: readonly number[]
  uncoded: number
  coded: number
  readonly members: Candidate[]
}

/** All groups with an occurrence in uncoded speech. */
export function phraseGroups(table: CandidateTable, forms: WordForms): Iterable<PhraseGroup> {
  const used = new Set<number>()
  for (const candidate of table.all())
    for (const form of formsOfCandidate(candidate)) used.add(form)
  const heads = groupForms(used, forms)
  const groups = new Map<string, PhraseGroup>()
  for (const candidate of table.all()) {
    const own = formsOfCandidate(candidate).map((form) => heads.get(form) ?? form)
    const key = own.join(' ')
    const group = groups.get(key)
    if (group === undefined) {
      const { uncoded, coded } = candidate
      groups.set(key, { heads: own, uncoded, coded, members: [candidate] })
    } else {
      group.uncoded += candidate.uncoded
      group.coded += candidate.coded
      group.members.push(candidate)
    }
  }
  return groups.values()
}
