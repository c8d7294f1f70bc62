/** What most formats have no room for: title, language and life of a codebook, and the ids of themes. */
import type { Codebook } from '../../types.ts'
import { idFromName, siblingIds } from './draft-ids.ts'
import type { Loss } from './exchange.ts'

/** The title and the language, where they say more than an import makes up. */
export function lostHeading({ id, title, language }: Codebook, hasTitle: boolean): readonly Loss[] {
  const losses: Loss[] = []
  if (!hasTitle && title !== id) {
    losses.push({ where: title, what: 'The title of the codebook is not carried.' })
  }
  if (hasTitle && idFromName(title) !== id) {
    losses.push({ where: id, what: 'The id of the codebook is not carried: its title gives one.' })
  }
  if (language !== 'en-GB') {
    losses.push({ where: language, what: 'The language of the codebook is not carried.' })
  }
  return losses
}

/** Names of themes as they are written, by id, and whether the format has levels. */
export interface WrittenNames {
  readonly names: ReadonlyMap<string, string>
  readonly hasLevels: boolean
}

/** Ids of themes that an import will not make from the names that are written. */
export function lostIds({ themes }: Codebook, written: WrittenNames): readonly Loss[] {
  const byParent = new Map<string | undefined, ReturnType<typeof siblingIds>>()
  return themes.flatMap(({ id, parent, line }) => {
    const name = written.names.get(id)
    if (name === undefined) return []
    const level = written.hasLevels ? parent : undefined
    const nextId = byParent.get(level) ?? siblingIds()
    byParent.set(level, nextId)
    const own = id.slice(id.lastIndexOf('/') + 1)
    return nextId({ name }) === own ? [] : [{ where: `line ${line}, ${id}`, what: OTHER_ID }]
  })
}

const OTHER_ID = 'The id of the theme is not carried: it will be made from its name.'
/** The loss of a level. */
export const NO_LEVELS =
  'The level of the theme is not carried: the format has none, so themes stand side by side.'

/** What an export always leaves behind: the life of the codebook. */
export function lostHistory({ version, unit, retired, changes }: Codebook): readonly Loss[] {
  const losses: Loss[] = []
  if (version !== FIRST_VERSION) {
    losses.push({ where: version, what: 'The version of the codebook is not carried.' })
  }
  if (unit !== 'sentence') {
    losses.push({ where: unit, what: 'The unit that receives codes is not carried.' })
  }
  for (const { id, line } of retired) {
    losses.push({ where: `line ${line}: ${id}`, what: 'Retired ids are not carried.' })
  }
  for (const change of changes) {
    losses.push({
      where: `line ${change.line}: ${change.version}`,
      what: 'The history of changes is not carried.',
    })
  }
  return losses
}

/** The version that every import has. */
const FIRST_VERSION = '0.1.0'
