/** What most formats have no room for: the title and language of a codebook, and the ids of themes. */
import type { Codebook } from '../../types.ts'
import { siblingIds } from './draft-ids.ts'
import type { Loss } from './exchange.ts'

/** The title and the language, where they say more than an import makes up. */
export function lostHeading({ id, title, language }: Codebook, hasTitle: boolean): readonly Loss[] {
  const losses: Loss[] = []
  if (!hasTitle && title !== id) {
    losses.push({ where: title, what: 'The title of the codebook is not carried.' })
  }
  if (language !== 'en-GB') {
    losses.push({ where: language, what: 'The language of the codebook is not carried.' })
  }
  return losses
}

/** Ids of themes that an import will not make from their names. */
export function lostIds({ themes }: Codebook): readonly Loss[] {
  const byParent = new Map<string | undefined, ReturnType<typeof siblingIds>>()
  return themes.flatMap(({ id, name, parent, line }) => {
    const nextId = byParent.get(parent) ?? siblingIds()
    byParent.set(parent, nextId)
    const own = id.slice(id.lastIndexOf('/') + 1)
    return nextId({ name }) === own ? [] : [{ where: `line ${line}, ${id}`, what: OTHER_ID }]
  })
}

/** The loss of an id. */
export const OTHER_ID = 'The id of the theme is not carried: it will be made from its name.'
/** The loss of a level. */
export const NO_LEVELS =
  'The level of the theme is not carried: the format has none, so themes stand side by side.'
