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
/** `@SERVICE [GOOD NEAR SERVICE /S /C5]`. */
const RULE = /^@|\s(?:NOT\s+)?(?:NEAR|BEFORE|AFTER)\s|\[[^\]]*\]/u
const RULE_LOST =
  'The rule is left out: what WordStat means by it could not be established. Write it with seq or near.'
/** The signs between the words of a phrase. */
const JOINTS = /_+/gu

/** The draft in a WordStat dictionary. */
export function readWordstat(file: ExchangeFile): Imported {
  const losses: Loss[] = []
  const title = titleOfFile(file.name)
  const top: Category[] = []
  const open: { readonly indent: number; readonly category: Category }[] = []
  const addCategory = (name: string) => {
    const parent = open.at(-1)?.category
    if (parent !== undefined) return newChild(name, parent, losses)
    const category = newCategory(name)
    top.push(category)
    return category
  }
  let loose: Category | undefined
  for (const [index, line] of file.text.split('\n').entries()) {
    const content = line.trim()
    if (content === '') continue
    const place = `line ${index + 1}`
    const indent = indentOf(line)
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const { text, weight } = TERM.exec(content)?.groups ?? {}
    if (RULE.test(text ?? content)) {
      losses.push({ where: `${place}: “${content}”`, what: RULE_LOST })
    } else if (text === undefined) {
      open.push({ indent, category: addCategory(content) })
    } else {
      let category = open.at(-1)?.category
      if (category === undefined) {
        losses.push({ where: `${place}: “${content}”`, what: LOST.noCategory })
        loose ??= addCategory(title)
        category = loose
      }
      const words = text.replace(JOINTS, ' ')
      const isAdded = addTerm(category, { text: words, wildcards: '*', place }, losses)
      if (isAdded && weight !== '1') {
        losses.push({ where: `${place}, ${category.path}: “${content}”`, what: LOST.weight })
      }
    }
  }
  const draft = dictionaryDraft(top, { title, origin: 'WordStat' })
  return { draft, losses, diagnostics: [] }
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
