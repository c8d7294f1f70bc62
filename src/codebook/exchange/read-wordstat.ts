/**
 * WordStat (.cat): a line for each category and each term; tabs (in some files spaces) say what
 * belongs to what. A term has its weight in brackets after it, a category has none; `_` or a space
 * joins the words of a phrase, `*` is any letters. What proximity rules mean is published nowhere
 * that could be checked, so a rule is a loss.
 */

import {
  addTerm,
  type Category,
  dictionaryDraft,
  LOST,
  newCategory,
  newChild,
  titleOfFile,
} from './dictionary-draft.ts'
import type { ExchangeFile, Imported, Loss } from './exchange.ts'

/** `ABANDON* (1)` or `GOOD (0.5)`. */
const TERM = /^(?<text>.*\S)\s*\((?<weight>-?\d+(?:[.,]\d+)?)\)$/u
/** `GOOD NEAR CARE`, `HOME NOT AFTER CARE`. */
const NEARNESS = /\s(?:NOT\s+)?(?:NEAR|BEFORE|AFTER)\s/u
const RULE_LOST =
  'The rule is left out: what WordStat means by it could not be established. Write it with seq or near.'
const UNDER_RULE = 'The line is left out with the rule that it stands below.'
/** The signs between the words of a phrase. */
const JOINTS = /_+/gu

/** The draft in a WordStat dictionary. */
export function readWordstat(file: ExchangeFile): Imported {
  const title = titleOfFile(file.name)
  const reading: Reading = {
    title,
    losses: [],
    top: [],
    open: [],
    loose: undefined,
    rule: Infinity,
  }
  for (const [index, line] of file.text.split('\n').entries()) {
    const content = line.trim()
    const { text, weight } = TERM.exec(content)?.groups ?? {}
    const entry = { content, place: `line ${index + 1}`, indent: indentOf(line), text, weight }
    if (content !== '') readEntry(entry, reading)
  }
  const draft = dictionaryDraft(reading.top, { title, origin: 'WordStat' })
  return { draft, losses: reading.losses, diagnostics: [] }
}

interface Reading {
  readonly title: string
  readonly losses: Loss[]
  readonly top: Category[]
  /** The categories that are open, the innermost last. */
  readonly open: { readonly indent: number; readonly category: Category }[]
  /** Takes the terms that stand in no category. */
  loose: Category | undefined
  /** How far the rule is indented that was left out last: what stands below it goes with it. */
  rule: number
}

/** A line; `text` and `weight` are those of a term. */
interface Entry {
  readonly content: string
  readonly place: string
  readonly indent: number
  readonly text: string | undefined
  readonly weight: string | undefined
}

function readEntry(entry: Entry, reading: Reading): void {
  const { content, place, indent, text } = entry
  const { open, losses } = reading
  if (indent > reading.rule) {
    losses.push({ where: `${place}: “${content}”`, what: UNDER_RULE })
    return
  }
  reading.rule = Infinity
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
  if (isRule(entry)) {
    losses.push({ where: `${place}: “${content}”`, what: RULE_LOST })
    reading.rule = indent
  } else if (text === undefined) open.push({ indent, category: newBelow(content, reading) })
  else addEntry(text, entry, reading)
}

/** `@SERVICE [GOOD NEAR SERVICE /S /C5]`; `LIFE AFTER CARE` is the name of a category. */
function isRule({ content, text }: Entry): boolean {
  const bracket = content.indexOf('[')
  const hasBrackets = bracket >= 0 && content.indexOf(']', bracket) >= 0
  return content.startsWith('@') || hasBrackets || (text !== undefined && NEARNESS.test(text))
}

function newBelow(name: string, { open, top, losses }: Reading): Category {
  const parent = open.at(-1)?.category
  if (parent !== undefined) return newChild(name, parent, losses)
  const category = newCategory(name)
  top.push(category)
  return category
}

function addEntry(text: string, { content, place, weight }: Entry, reading: Reading): void {
  const { open, losses } = reading
  let category = open.at(-1)?.category
  if (category === undefined) {
    losses.push({ where: `${place}: “${content}”`, what: LOST.noCategory })
    reading.loose ??= newBelow(reading.title, reading)
    category = reading.loose
  }
  const words = text.replace(JOINTS, ' ')
  const isAdded = addTerm(category, { text: words, wildcards: '*', place }, losses)
  if (isAdded && weight !== '1') {
    losses.push({ where: `${place}, ${category.path}: “${content}”`, what: LOST.weight })
  }
}

/** How far a line is indented: a tab counts as much as three spaces, which some files begin with. */
function indentOf(line: string): number {
  let indent = 0
  for (const character of line) {
    if (character === '\t') indent += TAB
    else if (character === ' ') indent += 1
    else break
  }
  return Math.round(indent / TAB)
}

const TAB = 3
