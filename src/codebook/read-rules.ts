import type { Pattern, Rule, RuleSettings } from '../types.ts'
import {
  NO_UNLESS,
  readPattern,
  readPhrase,
  readUnless,
  reportPatternless,
} from './read-patterns.ts'
import { readSettings } from './read-settings.ts'
import { closeFields, type Reading, readFields, takeText, takeTree } from './reading.ts'
import { patternText } from './rule-text.ts'
import { quoted, type Tree } from './tree.ts'
import { ID, PATTERN_KEYS } from './vocabulary.ts'

/** The rules of one theme, each with the settings that reach it and an id of its own. */
export function readRules(
  reading: Reading,
  items: readonly Tree[],
  inherited: RuleSettings,
): readonly Rule[] {
  const drafts: Draft[] = []
  for (const item of items) {
    const draft =
      item.kind === 'text' ? readWord(reading, item, inherited) : readRule(reading, item, inherited)
    if (draft !== undefined) drafts.push(draft)
  }
  return nameRules(reading, drafts)
}

/** A rule whose id is not settled; `givenAt` is where the analyst gave one. */
interface Draft {
  readonly rule: Rule
  readonly at: number
  readonly givenAt: number | undefined
}

function readWord(
  reading: Reading,
  item: Tree & { readonly kind: 'text' },
  settings: RuleSettings,
): Draft | undefined {
  const phrase = readPhrase(reading, item)
  if (phrase === undefined) return undefined
  const pattern: Pattern = { kind: 'phrase', phrase }
  const place = reading.problems.place(item.at)
  const rule = { id: phrase, pattern, settings, unless: NO_UNLESS, ...place }
  return { rule, at: item.at, givenAt: undefined }
}

function readRule(reading: Reading, item: Tree, inherited: RuleSettings): Draft | undefined {
  const fields = readFields(reading, item)
  const given = takeText(reading, fields, 'id')
  if (given !== undefined && !ID.test(given.text)) reading.isShapely = false
  const isPatternless = !PATTERN_KEYS.some((key) => fields.entries.has(key))
  const pattern = readPattern(reading, fields)
  const unless = readUnless(reading, takeTree(fields, 'unless'))
  const settings = readSettings(reading, fields, inherited)
  const hasUnknown = closeFields(reading, fields)
  if (isPatternless && !hasUnknown && item.kind === 'map') reportPatternless(reading, fields.at)
  if (pattern === undefined) return undefined
  const id = given?.text ?? patternText(pattern)
  const rule = { id, pattern, settings, unless, ...reading.problems.place(item.at) }
  return { rule, at: item.at, givenAt: given?.at }
}

/** Given ids stand; of rules with the same normal form the second is called `trust#2`. */
function nameRules(reading: Reading, drafts: readonly Draft[]): readonly Rule[] {
  const linesById = new Map<string, number>()
  for (const { rule, givenAt } of drafts) {
    if (givenAt === undefined) continue
    const earlier = linesById.get(rule.id)
    if (earlier === undefined) linesById.set(rule.id, rule.line)
    else reportDuplicateId(reading, rule.id, givenAt, earlier)
  }
  const byText = new Map<string, Rule[]>()
  const counts = new Map<string, number>()
  return drafts.map((draft) => {
    reportDuplicate(reading, draft, byText)
    if (draft.givenAt !== undefined) return draft.rule
    const count = (counts.get(draft.rule.id) ?? (linesById.has(draft.rule.id) ? 1 : 0)) + 1
    counts.set(draft.rule.id, count)
    return count === 1 ? draft.rule : { ...draft.rule, id: `${draft.rule.id}#${count}` }
  })
}

function reportDuplicateId(reading: Reading, id: string, at: number, earlier: number): void {
  const message = `The rule id ${quoted(id)} is already used on line ${earlier}. Rules of a theme need different ids.`
  reading.problems.error('duplicate-rule-id', at, message)
}

/** Same pattern, settings and exceptions: the second rule can add nothing. */
function reportDuplicate(reading: Reading, { rule, at }: Draft, byText: Map<string, Rule[]>): void {
  const text = patternText(rule.pattern)
  const alike = byText.get(text) ?? []
  const meaning = meaningOf(rule)
  const earlier = alike.find((other) => meaningOf(other) === meaning)
  if (earlier !== undefined) {
    const message = `This rule is the same as the one on line ${earlier.line}. Delete one of the two.`
    reading.problems.error('duplicate-rule', at, message)
  } else byText.set(text, [...alike, rule])
}

function meaningOf({ pattern, settings, unless }: Rule): string {
  const exceptions = [unless.containedIn, unless.before, unless.after]
  return JSON.stringify([
    pattern,
    settings,
    exceptions.map((list) => list.map((item) => item.pattern)),
  ])
}
