/** Ids of files: the same on every machine, and no two alike. */
import { basename, resolve } from 'node:path'
import { byName } from './name-order.ts'

/** A file to read. */
export interface InputFile {
  /** Where it is, as the analyst would write it. */
  readonly path: string
  /** The document's id: its path below the folder that was given. */
  readonly id: string
  /** In bytes. */
  readonly size: number
}

/** A file that was found and has no id yet. */
export interface FoundFile {
  readonly path: string
  /** Path below the folder that was given. */
  readonly below: string
  /** The folder that was given, or the one in which a given file stands. */
  readonly given: string
  /** In bytes. */
  readonly size: number
}

/**
 * Files with their ids, sorted by them. Ids are paths below what was given. Those that would be the
 * same begin with the given folder's own name, and end in `~2`, `~3` where that is the same, too;
 * no other id changes.
 */
export function withIds(found: readonly FoundFile[]): readonly InputFile[] {
  const times = new Map<string, number>()
  for (const { below } of found) times.set(below, (times.get(below) ?? 0) + 1)
  const isAlone = (below: string) => times.get(below) === 1
  const taken = new Set([...times.keys()].filter(isAlone))
  const files = found.map(({ path, below, given, size }) => ({
    path,
    size,
    id: isAlone(below) ? below : newId([ownName(given), below].join('/'), taken),
  }))
  return files.sort((a, b) => byName(a.id, b.id))
}

function newId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}~${number}`
  taken.add(id)
  return id
}

/** A folder's own name: `./a/b/` → `b`; `.` → the name of the folder that one is in. */
export function ownName(folder: string): string {
  return basename(resolve(folder))
}
