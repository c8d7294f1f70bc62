/** What a list of codes has no room for: whatever voices codes by. */

import type { Codebook, Theme, Unless } from '../../types.ts'
import { describe, partsOfDescription } from './code-paths.ts'
import { prose } from './draft-nodes.ts'
import type { Loss } from './exchange.ts'
import { lostHeading, lostHistory, lostIds } from './lost-names.ts'

/**
 * A loss for each theme with rules, exceptions or examples, or whose description comes back with other
 * parts, for the history, and for ids that the names as written will not give.
 */
export function lostFromList(
  codebook: Codebook,
  names: ReadonlyMap<string, string>,
): readonly Loss[] {
  return [
    ...lostHeading(codebook, false),
    ...lostHistory(codebook),
    ...lostIds(codebook, { names, hasLevels: true }),
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
    ...(hasOwnHeads(theme) ? [{ where: `line ${line}, ${id}`, what: OTHER_PARTS }] : []),
  ]
}

const RULES = 'Rules are left out: the program has codes, and people do the coding.'
const EXCEPTIONS = 'Exceptions (unless) are left out with the rules.'
const OTHER_PARTS =
  'The definition has a line that begins with Include: or Exclude:, so that what follows will be read as when to use the theme, or when not.'
const EXAMPLES = 'Examples are left out: codes have none.'

/** Whether the description of a theme would be taken apart at another place than it was joined. */
function hasOwnHeads(theme: Theme): boolean {
  const again = partsOfDescription(describe(theme))
  return (
    again.definition !== prose(theme.definition) ||
    (again.include ?? '') !== prose(theme.include) ||
    (again.exclude ?? '') !== prose(theme.exclude)
  )
}

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
