/**
 * Attributes of documents and speakers by name. Capitals do not matter: `Region` in one table and
 * `region` in another are one column.
 */

/** The value of an attribute, written in whatever capitals; undefined where there is none. */
export function attributeOf(
  attributes: ReadonlyMap<string, string> | undefined,
  name: string,
): string | undefined {
  if (attributes === undefined || attributes.size === 0) return undefined
  const exact = attributes.get(name)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  for (const [key, value] of attributes) if (key.toLowerCase() === wanted) return value
  return undefined
}

/** Names that differ in more than capitals, each as it came first. */
export function distinctNames(names: Iterable<string>): readonly string[] {
  const byName = new Map<string, string>()
  for (const name of names) {
    const key = name.toLowerCase()
    if (!byName.has(key)) byName.set(key, name)
  }
  return [...byName.values()]
}
