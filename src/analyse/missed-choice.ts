/** Of a phrase and its words, only what says most is shown. */
import { isNameGroup } from './missed-names.ts'
import {
  type Counted,
  isComparable,
  keynessOf,
  type MissedOptions,
  type Telling,
} from './missed-telling.ts'
import type { WordForms } from './phrase-reader.ts'
import { changesMeaning } from './word-kinds.ts'

/** From this share on, a word that stands in one phrase is that phrase. */
const NEARLY_ALWAYS = 0.75
/** What is shown, and longer phrases with it that are not. */
export interface Choice {
  readonly found: Telling
  readonly longer: Telling[]
}

/** The most telling first, without what others already say. */
export function chosen(
  telling: readonly Telling[],
  counted: Counted,
  options: MissedOptions,
): readonly Choice[] {
  const choices: Choice[] = []
  const names: Choice[] = []
  const most = { words: options.limit, names: Math.ceil(options.limit / 2) }
  const order = withoutParts(telling, counted.forms).sort((a, b) => byKeyness(a, b, counted))
  for (const found of order) {
    const all = [...choices, ...names]
    const inside = all.find((other) => contains(found.group.heads, other.found.group.heads))
    if (inside !== undefined) {
      inside.longer.push(found)
      continue
    }
    if (!saysMore(found, all, counted, options)) continue
    const isName = isNameGroup(found.group, counted)
    const list = isName ? names : choices
    if (list.length < (isName ? most.names : most.words)) list.push({ found, longer: [] })
  }
  return [...choices, ...names]
}

/** Drops what nearly always stands in one longer phrase that says more and stands out as well. */
function withoutParts(telling: readonly Telling[], forms: WordForms): Telling[] {
  const largest = new Map<string, number>()
  for (const { group } of telling) {
    for (const part of properParts(group.heads)) {
      if (meaningIn(part, forms) === meaningIn(group.heads, forms)) continue
      const key = part.join(' ')
      largest.set(key, Math.max(largest.get(key) ?? 0, group.uncoded))
    }
  }
  return telling.filter(
    ({ group }) => (largest.get(group.heads.join(' ')) ?? 0) < NEARLY_ALWAYS * group.uncoded,
  )
}

/** How many words of a phrase say something: `park` has as many as `in the park`. */
function meaningIn(heads: readonly number[], forms: WordForms): number {
  return heads.filter((head) => changesMeaning(forms.kind(head))).length
}

function properParts(heads: readonly number[]): readonly (readonly number[])[] {
  const parts = heads.map((head): readonly number[] => [head])
  if (heads.length < 2) return []
  return heads.length === 2 ? parts : [...parts, heads.slice(0, 2), heads.slice(1)]
}

/** Whether it stands out by what it says outside the longer phrases that were chosen before it. */
function saysMore(
  { group }: Telling,
  before: readonly Choice[],
  counted: Counted,
  options: MissedOptions,
): boolean {
  let { uncoded, coded } = group
  for (const { found } of before) {
    if (!contains(found.group.heads, group.heads)) continue
    uncoded -= found.group.uncoded
    coded -= found.group.coded
  }
  if (uncoded === group.uncoded) return true
  return uncoded >= options.least && keynessOf(uncoded, Math.max(0, coded), counted) !== undefined
}

/** Whether the words of `part` stand in `whole` one after the other. */
function contains(whole: readonly number[], part: readonly number[]): boolean {
  for (let from = 0; from + part.length <= whole.length; from += 1) {
    if (part.every((head, at) => whole[from + at] === head)) return true
  }
  return false
}

function byKeyness(a: Telling, b: Telling, counted: Counted): number {
  const { forms } = counted
  const order =
    (isComparable(counted) ? b.g2 - a.g2 : 0) ||
    b.group.uncoded - a.group.uncoded ||
    b.speakers - a.speakers ||
    a.group.heads.length - b.group.heads.length
  if (order !== 0) return order
  const [left, right] = [a, b].map(({ group }) => group.heads.map(forms.text).join(' '))
  if (left === undefined || right === undefined) return 0
  return left < right ? -1 : left > right ? 1 : 0
}
