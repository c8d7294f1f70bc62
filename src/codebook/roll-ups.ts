/** Which themes count what others find: a theme counts what is found below it. */
import type { Codebook } from '../types.ts'
import type { Move } from './moved-themes.ts'

/** What themes that were there before count now, and no longer. */
export interface RollUps {
  /** The id that a theme of today had before; undefined for a new one. */
  formerId(id: string): string | undefined
  /** The nearest theme above one of today that was there before. */
  above(id: string): string | undefined
  /** The nearest themes that count a theme since it was moved, and no longer. */
  moved(from: string, to: string): MovedCount
}

/** Themes that were there before and are there now, by their ids of today. */
export interface MovedCount {
  readonly joined: string | undefined
  readonly left: string | undefined
}

/** Compares the trees of two versions of a codebook; `moved` is where themes went. */
export function rollUps(
  before: Codebook,
  after: Codebook,
  moved: ReadonlyMap<string, Move>,
): RollUps {
  const oldParents = parentsOf(before)
  const newParents = parentsOf(after)
  const renamed = [...moved].filter(([, { isSame }]) => isSame)
  const formerIds = new Map(renamed.map(([from, { to }]) => [to, from]))
  const formerId = (id: string) => (oldParents.has(id) ? id : formerIds.get(id))
  const idNow = (id: string) => {
    if (newParents.has(id)) return id
    const move = moved.get(id)
    return move?.isSame === true ? move.to : undefined
  }
  const keptAbove = (id: string) =>
    themesAbove(newParents, id).filter((one) => formerId(one) !== undefined)
  return {
    formerId,
    above: (id) => keptAbove(id)[0],
    moved(from, to) {
      // A theme that kept its id kept its place.
      if (from === to) return { joined: undefined, left: undefined }
      const now = keptAbove(to)
      const then = themesAbove(oldParents, from).flatMap((id) => idNow(id) ?? [])
      return {
        joined: now.find((id) => !then.includes(id)),
        left: then.find((id) => !now.includes(id)),
      }
    },
  }
}

function parentsOf({ themes }: Codebook): ReadonlyMap<string, string | undefined> {
  return new Map(themes.map(({ id, parent }) => [id, parent]))
}

/** The themes above one, the nearest first. */
function themesAbove(
  parents: ReadonlyMap<string, string | undefined>,
  id: string,
): readonly string[] {
  const above: string[] = []
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) above.push(at)
  return above
}
