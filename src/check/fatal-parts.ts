/** The bad rules of `fatal` cases: kept apart from the file around them, and written as a codebook. */
import type { Tree, TreeEntry } from '../codebook/tree.ts'

/** A file of cases without its bad parts, whose faults are not faults of the file. */
export interface Apart {
  readonly rest: Tree
  /** By the place of their key. */
  readonly parts: ReadonlyMap<number, Tree>
}

/** Takes every `rule` and `theme` out of `fatal`. */
export function apartFromBadParts(tree: Tree): Apart {
  const parts = new Map<number, Tree>()
  const rest = mapEntries(tree, (entry) => {
    if (entry.key !== 'fatal' || entry.value.kind !== 'list') return entry
    const items = entry.value.items.map((item) => mapEntries(item, apart))
    return { ...entry, value: { ...entry.value, items } }
  })
  return { rest, parts }

  function apart(entry: TreeEntry): TreeEntry {
    if (entry.key !== 'rule' && entry.key !== 'theme') return entry
    parts.set(entry.keyAt, entry.value)
    return { ...entry, value: { kind: 'text', at: entry.value.at, text: entry.key, plain: true } }
  }
}

function mapEntries(tree: Tree, change: (entry: TreeEntry) => TreeEntry): Tree {
  return tree.kind === 'map' ? { ...tree, entries: tree.entries.map(change) } : tree
}

/** A codebook that holds nothing but the rule or theme. */
export function codebookAround(kind: 'rule' | 'theme', part: Tree): string {
  const head = 'codebook: fatal\nversion: 1.0.0\nthemes:\n'
  if (kind === 'theme') return `${head}  -${yamlOf(part, 2)}`
  return `${head}  - id: fatal\n    name: Fatal\n    definition: A rule that must be refused.\n    rules:\n      -${yamlOf(part, 4)}`
}

/** A tree as block YAML after a key or dash, from its line end on. */
function yamlOf(tree: Tree, depth: number): string {
  const indent = '  '.repeat(depth)
  switch (tree.kind) {
    case 'empty':
      return '\n'
    case 'text':
      return ` ${tree.plain && BARE.test(tree.text) ? tree.text : JSON.stringify(tree.text)}\n`
    case 'list':
      if (tree.items.length === 0) return ' []\n'
      return `\n${tree.items.map((item) => `${indent}-${yamlOf(item, depth + 1)}`).join('')}`
    case 'map':
      if (tree.entries.length === 0) return ' {}\n'
      return `\n${tree.entries.map(({ key, value }) => `${indent}${keyOf(key)}:${yamlOf(value, depth + 1)}`).join('')}`
  }
}

function keyOf(key: string): string {
  return BARE.test(key) ? key : JSON.stringify(key)
}

/** A scalar that means itself without quotes, and a number or truth value only then: `8`, `true`. */
const BARE = /^\w[\w.-]*$/u
