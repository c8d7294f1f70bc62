import type { Problems } from './problems.ts'
import type { Tree, TreeEntry, TreeList, TreeMap } from './tree.ts'

/**
 * The tree without what says nothing: keys and dashes with nothing after them, and keys that were
 * given before. Each is reported, so that the readers after this need not think of them.
 */
export function tidyTree(tree: Tree, problems: Problems): Tree {
  if (tree.kind === 'list') return tidyList(tree, problems)
  if (tree.kind === 'map') return tidyMap(tree, problems)
  return tree
}

function tidyList(list: TreeList, problems: Problems): TreeList {
  const items: Tree[] = []
  for (const item of list.items) {
    if (item.kind === 'empty') problems.error('empty-item', item.at, EMPTY_ITEM)
    else items.push(tidyTree(item, problems))
  }
  return { ...list, items }
}

const EMPTY_ITEM =
  'Nothing stands after this dash. Delete it, or put the text in quotes if it begins with #, which starts a comment.'

function tidyMap(map: TreeMap, problems: Problems): TreeMap {
  const entries: TreeEntry[] = []
  const linesByKey = new Map<string, number>()
  for (const entry of map.entries) {
    const { key, keyAt, value } = entry
    const earlier = linesByKey.get(key)
    if (earlier !== undefined) {
      const message = `\`${key}\` was already given on line ${earlier}. Keep one of the two, or join them.`
      problems.error('duplicate-key', keyAt, message)
      continue
    }
    linesByKey.set(key, problems.place(keyAt).line)
    if (value.kind === 'empty' && key.includes(' ')) problems.error('unknown-key', keyAt, part(key))
    else if (value.kind === 'empty') problems.warning('empty-value', keyAt, emptyValue(key))
    else entries.push({ key, keyAt, value: tidyTree(value, problems) })
  }
  return { ...map, entries }
}

/** No key has a space: in braces, what follows a comma is taken for the next key. */
function part(key: string): string {
  return `“${key}” is no key: no key has a space. In braces, a text with a comma needs quotes: "…".`
}

function emptyValue(key: string): string {
  if (key === 'color') {
    return 'Nothing stands after `color:`, so it counts as absent. A bare # starts a comment: put the colour in quotes.'
  }
  return `Nothing stands after \`${key}:\`, so it counts as absent. Fill it in, delete it, or write "" for an empty text.`
}
