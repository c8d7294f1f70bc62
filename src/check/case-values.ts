/** Small steps for reading a file of cases; each complains where the shape is wrong. */
import { nearestName } from '../codebook/nearest.ts'
import type { Problems } from '../codebook/problems.ts'
import { quoted, type Tree, type TreeEntry, type TreeText } from '../codebook/tree.ts'

/** What the reading of one file has at hand. */
export interface CaseReading {
  readonly problems: Problems
  /** Lines of the cases read so far, by name. */
  readonly names: Map<string, number>
}

/** The keys of a map. */
export interface Keys {
  readonly what: string
  readonly at: number
  /** False where there was no map, which has then been said. */
  readonly isMap: boolean
  readonly entries: ReadonlyMap<string, TreeEntry>
}

/** The keys of a map, those that it may not have reported. */
export function readKeys(
  { problems }: CaseReading,
  tree: Tree,
  { what, known }: { readonly what: string; readonly known: readonly string[] },
): Keys {
  if (tree.kind !== 'map') {
    const message = `${what} is written as keys with values: ${known.map((key) => `\`${key}: …\``).join(', ')}.`
    problems.error('wrong-type', tree.at, message)
    return { what, at: tree.at, isMap: false, entries: new Map() }
  }
  for (const { key, keyAt } of tree.entries) {
    if (known.includes(key)) continue
    const near = nearestName(key, known)
    const hint =
      near === undefined ? `It may have: ${known.join(', ')}.` : `Did you mean \`${near}\`?`
    problems.error('unknown-key', keyAt, `${what} has no key ${quoted(key)}. ${hint}`)
  }
  const entries = new Map(tree.entries.map((entry) => [entry.key, entry]))
  return { what, at: tree.at, isMap: true, entries }
}

/** The text of a key; undefined where it is absent, or no text, which is then said. */
export function textAt({ problems }: CaseReading, keys: Keys, key: string): TreeText | undefined {
  const value = keys.entries.get(key)?.value
  if (value === undefined || value.kind === 'text') return value
  const message = `\`${key}\` expects a text. If it contains a colon, put it in quotes.`
  problems.error('wrong-type', value.at, message)
  return undefined
}

/** The text of a key that must be there; empty where it is not, which is then said. */
export function requiredText(reading: CaseReading, keys: Keys, key: string): string {
  const text = textAt(reading, keys, key)?.text
  if (text !== undefined && text.trim() !== '') return text
  if (keys.isMap && keys.entries.get(key)?.value.kind !== 'list') {
    const message = `${keys.what} needs the key \`${key}\`. Add a line \`${key}: …\`.`
    if (text !== undefined || !keys.entries.has(key)) {
      reading.problems.error('missing-key', keys.at, message)
    }
  }
  return ''
}

/** The items of a list; none where the key is absent, or no list, which is then said. */
export function readItems({ problems }: CaseReading, keys: Keys, key: string): readonly Tree[] {
  const value = keys.entries.get(key)?.value
  if (value === undefined) return []
  if (value.kind === 'list') return value.items
  const message = `\`${key}\` expects a list: lines that begin with a dash.`
  problems.error('wrong-type', value.at, message)
  return []
}
