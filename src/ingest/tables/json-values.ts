/** The values of a JSON object as the cells of a row: what is nested is named by its own key. */

/** The values of an object by the path of their keys, in order; undefined for what is no object. */
export function flatValues(value: unknown): ReadonlyMap<string, string> | undefined {
  if (!isObject(value)) return undefined
  const values = new Map<string, string>()
  addValues(values, value, [])
  return values
}

/** The last key of a path, which names a column unless two paths end in it. */
export function columnNames(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const key = lastKey(path).toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return paths.map((path) => {
    const key = lastKey(path)
    const isAlone = counts.get(key.toLowerCase()) === 1
    return isAlone && key.trim() !== '' ? key : path.replaceAll(KEY_END, '.')
  })
}

/** The last key of a path. */
export function lastKey(path: string): string {
  return path.slice(path.lastIndexOf(KEY_END) + 1)
}

function addValues(
  values: Map<string, string>,
  object: Readonly<Record<string, unknown>>,
  above: readonly string[],
): void {
  for (const [key, value] of Object.entries(object)) {
    const path = [...above, key]
    if (isObject(value)) {
      if (path.length < DEEPEST) addValues(values, value, path)
    } else values.set(path.join(KEY_END), textOf(value))
  }
}

/** A list of options that somebody ticked is joined; what has no text is empty. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return ''
  return value
    .filter((item) => !isObject(item))
    .map(textOf)
    .filter((text) => text !== '')
    .join(', ')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Between the keys of a path; no key holds it. */
const KEY_END = '\u001f'
const DEEPEST = 8
