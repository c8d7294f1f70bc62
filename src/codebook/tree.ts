/**
 * A YAML file as maps, lists and texts, each with the place where it begins. Every scalar is the
 * text that the analyst typed: `- no` is the word "no", not the value false. Anchors and merge
 * keys are already resolved, and nothing here knows what a codebook is.
 */

/** Offsets are UTF-16 code units of the file without its byte-order mark. */
export type Tree = TreeMap | TreeList | TreeText | TreeEmpty

/** `key: value` lines, in the order of the file; a key may still occur twice. */
export interface TreeMap {
  readonly kind: 'map'
  readonly at: number
  readonly entries: readonly TreeEntry[]
}

/** One `key: value`. */
export interface TreeEntry {
  readonly key: string
  readonly keyAt: number
  readonly value: Tree
}

/** Lines that begin with a dash, or `[a, b]`. */
export interface TreeList {
  readonly kind: 'list'
  readonly at: number
  readonly items: readonly Tree[]
}

/** A scalar as typed; `plain` is false where it was quoted or a block of text. */
export interface TreeText {
  readonly kind: 'text'
  readonly at: number
  readonly text: string
  readonly plain: boolean
}

/** A key or a dash with nothing after it. */
export interface TreeEmpty {
  readonly kind: 'empty'
  readonly at: number
}

/** The value of a key, or undefined where the map has no such key. */
export function valueAt(map: TreeMap, key: string): Tree | undefined {
  return map.entries.find((entry) => entry.key === key)?.value
}

/** What a value looks like to the analyst, for messages: `the text "yes"`, `a list`. */
export function describeTree(tree: Tree | undefined): string {
  if (tree === undefined || tree.kind === 'empty') return 'nothing'
  if (tree.kind === 'list') return 'a list'
  if (tree.kind === 'text') return `the text ${quoted(tree.text)}`
  const first = tree.entries[0]
  return first === undefined ? 'an empty map' : `keys and values (\`${clipped(first.key)}: …\`)`
}

/** Text in double quotes, shortened to what fits in a message. */
export function quoted(text: string): string {
  return `"${clipped(text)}"`
}

const LONGEST_QUOTE = 60

function clipped(text: string): string {
  const points = [...text.slice(0, 2 * LONGEST_QUOTE)]
  if (points.length <= LONGEST_QUOTE && text.length <= 2 * LONGEST_QUOTE) return text
  return `${points.slice(0, LONGEST_QUOTE).join('')}…`
}
