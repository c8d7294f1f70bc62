/** What a list of codes has no room for: whatever voices codes by. */

import type { Codebook, Theme, Unless } from '../../types.ts'
import { lostHistory } from './codebook-draft.ts'
import type { Loss } from './exchange.ts'
import { lostHeading, lostIds } from './lost-names.ts'

/** A loss for each theme with rules, exceptions or examples, and for the history. */
export function lostFromList(codebook: Codebook): readonly Loss[] {
  return [
    ...lostHeading(codebook, false),
    ...lostHistory(codebook),
    ...lostIds(codebook),
    ...codebook.themes.flatMap(lostFromTheme),
  ]
}

function lostFromTheme(theme: Theme): readonly Loss[] {
  const { id, line, rules, unless, examples } = theme
  const where = (count: number, one: string) =>
    `line ${line}, ${id}: ${count} ${count === 1 ? one : `${one}s`}`
  const exceptions = sizeOf(unless)
  return [
    ...(rules.length > 0 ? [{ where: where(rules.length, 'rule'), what: RULES }] : []),
    ...(exceptions > 0 ? [{ where: where(exceptions, 'exception'), what: EXCEPTIONS }] : []),
    ...(examples.length > 0 ? [{ where: where(examples.length, 'example'), what: EXAMPLES }] : []),
  ]
}

const RULES = 'Rules are left out: the program has codes, and people do the coding.'
const EXCEPTIONS = 'Exceptions (unless) are left out with the rules.'
const EXAMPLES = 'Examples are left out: codes have none.'

function sizeOf({ containedIn, before, after }: Unless): number {
  return containedIn.length + before.length + after.length
}

/** For formats that have no room for them either: GUIDs and colours. */
export function lostMarks({ themes }: Codebook): readonly Loss[] {
  return themes
    .filter(({ guid, colour }) => guid !== undefined || colour !== undefined)
    .map(({ id, line }) => ({ where: `line ${line}, ${id}`, what: MARKS }))
}

const MARKS = 'GUIDs and colours of codes are left out.'
