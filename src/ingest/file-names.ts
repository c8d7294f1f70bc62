/** Names of files → attributes, by the named groups of a pattern. */

/** Finds the named groups of a pattern in a text. */
export interface NameFinder {
  readonly names: readonly string[]
  /** Undefined where the pattern does not match. */
  find(text: string): ReadonlyMap<string, string> | undefined
}

/** What the names of files say. */
export interface NamedFiles {
  /** By the file's id. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Ids of the files whose names the pattern does not match. */
  readonly others: readonly string[]
}

/**
 * Looks for a pattern in the names of files, given by their ids. A pattern with a `/` is looked for in
 * the path below the folder that was given, any other in the name of the file alone.
 */
export function attributesOfNames(
  ids: Iterable<string>,
  pattern: string,
  { find }: NameFinder,
): NamedFiles {
  const attributes = new Map<string, ReadonlyMap<string, string>>()
  const others: string[] = []
  const hasFolders = pattern.includes('/')
  for (const id of ids) {
    const found = find(hasFolders ? id : id.slice(id.lastIndexOf('/') + 1))
    if (found === undefined) others.push(id)
    else attributes.set(id, found)
  }
  return { attributes, others }
}
