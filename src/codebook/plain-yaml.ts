/**
 * Reads the YAML that codebooks are mostly written in: nested keys and dashes, one-line and folded
 * texts, lists in brackets. The full reader (`yaml-tree.ts`) costs as much as starting the whole
 * program, and this one a fifth of that. It never guesses: at anything beyond the plain forms
 * (anchors, tags, tabs, escapes, a doubtful indent) it gives up and the full reader reads the file
 * from the start. `test/codebook-plain-yaml.test.ts` holds that both give the same tree.
 */

import { readValue } from './plain-values.ts'
import type { Tree, TreeEntry, TreeList, TreeMap } from './tree.ts'
import {
  afterLine,
  type Cursor,
  DEEPEST,
  END,
  endsLine,
  fail,
  isDash,
  KEY,
  matchAt,
  nextLine,
  skipSpaces,
} from './yaml-cursor.ts'

/** The tree of a plain file without byte-order mark, or undefined: ask the full reader. */
export function readPlainYaml(text: string): TreeMap | undefined {
  if (text.includes('\uFEFF')) return undefined
  const cursor: Cursor = { text, at: 0, indent: 0, depth: 0, failed: false }
  nextLine(cursor, 0)
  if (isDone(cursor)) return undefined
  const tree = readMap(cursor, 0)
  return cursor.failed || !isDone(cursor) ? undefined : tree
}

/** `>` or `|` on a line of its own. */
const BLOCK_SIGN = /[|>]/u

function isDone(cursor: Cursor): boolean {
  return cursor.indent === END
}

/** A value on the lines below its key or dash; `outer` is the indent of that. */
function readBlock(cursor: Cursor, outer: number): Tree {
  const { text, at, indent } = cursor
  cursor.depth += 1
  if (cursor.depth > DEEPEST) return fail(cursor)
  let tree: Tree
  if (isDash(text, at)) tree = readList(cursor, indent)
  else if (matchAt(KEY, text, at) !== undefined) tree = readMap(cursor, indent)
  else tree = BLOCK_SIGN.test(text.charAt(at)) ? fail(cursor) : readValue(cursor, at, outer)
  cursor.depth -= 1
  return tree
}

function readMap(cursor: Cursor, indent: number): TreeMap {
  const at = cursor.at
  const entries: TreeEntry[] = []
  while (cursor.indent === indent && !cursor.failed) {
    const key = matchAt(KEY, cursor.text, cursor.at)?.slice(0, -1)
    if (key === undefined) fail(cursor)
    else entries.push(readEntry(cursor, key, indent))
  }
  if (cursor.indent > indent) fail(cursor)
  return { kind: 'map', at, entries }
}

function readEntry(cursor: Cursor, key: string, indent: number): TreeEntry {
  const keyAt = cursor.at
  const valueAt = skipSpaces(cursor.text, keyAt + key.length + 1)
  if (!endsLine(cursor.text, valueAt))
    return { key, keyAt, value: readValue(cursor, valueAt, indent) }
  nextLine(cursor, afterLine(cursor.text, valueAt))
  if (cursor.indent > indent) return { key, keyAt, value: readBlock(cursor, indent) }
  const listBelow = cursor.indent === indent && isDash(cursor.text, cursor.at)
  return { key, keyAt, value: listBelow ? readList(cursor, indent) : { kind: 'empty', at: keyAt } }
}

function readList(cursor: Cursor, indent: number): TreeList {
  const at = cursor.at
  const items: Tree[] = []
  while (cursor.indent === indent && !cursor.failed && isDash(cursor.text, cursor.at)) {
    items.push(readItem(cursor, indent))
  }
  if (cursor.indent > indent) fail(cursor)
  return { kind: 'list', at, items }
}

function readItem(cursor: Cursor, indent: number): Tree {
  const dashAt = cursor.at
  const at = skipSpaces(cursor.text, dashAt + 1)
  if (endsLine(cursor.text, at)) {
    nextLine(cursor, afterLine(cursor.text, at))
    return cursor.indent > indent ? readBlock(cursor, indent) : { kind: 'empty', at: dashAt }
  }
  if (matchAt(KEY, cursor.text, at) === undefined) return readValue(cursor, at, indent)
  cursor.at = at
  cursor.indent = indent + at - dashAt
  return readBlock(cursor, indent)
}
