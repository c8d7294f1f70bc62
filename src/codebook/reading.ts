/**
 * Small steps for reading a tree as a codebook. They never complain about shape: what has the wrong
 * shape is left out and noted in `isShapely`, and zod then says what is wrong (`shape.ts`).
 */

import type { Problems } from './problems.ts'
import { booleanOf, numberOf } from './scalars.ts'
import type { Tree, TreeEntry, TreeText } from './tree.ts'

/** What the reading of one file has at hand. */
export interface Reading {
  readonly problems: Problems
  /** Why the linear-time engine refuses a regular expression, if it does. */
  readonly regexProblem: (source: string) => string | undefined
  /** Whether everything so far had the shape that the schema asks for. */
  isShapely: boolean
}

/** The keys of a map that were not read yet. */
export interface Fields {
  readonly at: number
  readonly entries: Map<string, TreeEntry>
}

/** The keys of a map; no keys where the value is not a map. */
export function readFields(reading: Reading, tree: Tree): Fields {
  if (tree.kind !== 'map') reading.isShapely = false
  const entries = tree.kind === 'map' ? tree.entries : []
  return { at: tree.at, entries: new Map(entries.map((entry) => [entry.key, entry])) }
}

/** Notes the keys that nobody asked for; true where there are any. */
export function closeFields(reading: Reading, fields: Fields): boolean {
  const hasUnknown = fields.entries.size > 0
  if (hasUnknown) reading.isShapely = false
  return hasUnknown
}

/** The value of a key, once. */
export function takeTree(fields: Fields, key: string): Tree | undefined {
  const value = fields.entries.get(key)?.value
  fields.entries.delete(key)
  return value
}

/** The text of a key, once; absent and misshapen are undefined. */
export function takeText(reading: Reading, fields: Fields, key: string): TreeText | undefined {
  const value = takeTree(fields, key)
  if (value === undefined || value.kind === 'text') return value
  reading.isShapely = false
  return undefined
}

/** The text of a key that must be there, in a given form. */
export function takeRequired(
  reading: Reading,
  fields: Fields,
  { key, form }: { readonly key: string; readonly form?: RegExp },
): TreeText | undefined {
  const text = takeText(reading, fields, key)
  if (text === undefined || form?.test(text.text) === false) reading.isShapely = false
  return text
}

/** Prose: without white space at its ends; empty where absent. */
export function takeProse(reading: Reading, fields: Fields, key: string): string {
  return takeText(reading, fields, key)?.text.trim() ?? ''
}

/** One of the words that the key may have. */
export function takeChoice<T extends string>(
  reading: Reading,
  fields: Fields,
  { key, choices }: { readonly key: string; readonly choices: readonly T[] },
): T | undefined {
  const text = takeText(reading, fields, key)
  const chosen = choices.find((choice) => choice === text?.text)
  if (text !== undefined && chosen === undefined) reading.isShapely = false
  return chosen
}

/** True or false. */
export function takeBoolean(reading: Reading, fields: Fields, key: string): boolean | undefined {
  const text = takeText(reading, fields, key)
  const value = text === undefined ? undefined : booleanOf(text)
  if (text !== undefined && value === undefined) reading.isShapely = false
  return value
}

/** A whole number, 0 or more. */
export function takeCount(reading: Reading, fields: Fields, key: string): number | undefined {
  const text = takeText(reading, fields, key)
  const value = text === undefined ? undefined : numberOf(text)
  const isCount = value !== undefined && Number.isSafeInteger(value) && value >= 0
  if (text !== undefined && !isCount) reading.isShapely = false
  return isCount ? value : undefined
}

/** The items of a list; undefined where the key is absent or its value is no list. */
export function takeItems(
  reading: Reading,
  fields: Fields,
  key: string,
): readonly Tree[] | undefined {
  const value = takeTree(fields, key)
  return value === undefined ? undefined : readItems(reading, value)
}

/** The items of a list; undefined for anything else. */
export function readItems(reading: Reading, tree: Tree): readonly Tree[] | undefined {
  if (tree.kind === 'list') return tree.items
  reading.isShapely = false
  return undefined
}

/** The texts of a list. */
export function readTexts(reading: Reading, items: readonly Tree[]): readonly TreeText[] {
  const texts = items.filter((item) => item.kind === 'text')
  if (texts.length < items.length) reading.isShapely = false
  return texts
}
