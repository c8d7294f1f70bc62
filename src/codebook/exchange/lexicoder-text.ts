/**
 * Lexicoder 3 (.lc3): `+` and the name of a category, then a term on each line up to the next. There
 * are no levels; `*` is any letters.
 */

import type { Codebook } from '../../types.ts'
import {
  addTerm,
  type Category,
  dictionaryDraft,
  LOST,
  newCategory,
  titleOfFile,
} from './dictionary-draft.ts'
import { type DictionaryAbility, dictionaryOf } from './dictionary-terms.ts'
import type { ExchangeFile, Exported, Imported, Loss } from './exchange.ts'

/** The draft in a Lexicoder dictionary. */
export function readLexicoder(file: ExchangeFile): Imported {
  const losses: Loss[] = []
  const categories = new Map<string, Category>()
  const open = (name: string) => {
    const category = categories.get(name) ?? newCategory(name)
    categories.set(name, category)
    return category
  }
  const title = titleOfFile(file.name)
  let current: Category | undefined
  for (const [index, line] of file.text.split('\n').entries()) {
    const text = line.trim()
    const place = `line ${index + 1}`
    if (text === '') continue
    if (text.startsWith('+')) {
      current = open(text.slice(1).trim() || title)
      continue
    }
    if (current === undefined) {
      losses.push({ where: `${place}: “${text}”`, what: LOST.noCategory })
      current = open(title)
    }
    addTerm(current, { text, wildcards: '*', place }, losses)
  }
  const draft = dictionaryDraft([...categories.values()], { title, origin: 'Lexicoder' })
  return { draft, losses, diagnostics: [] }
}

const LEXICODER: DictionaryAbility = {
  program: 'Lexicoder',
  wildcards: '*',
  hasPhrases: true,
  hasLevels: false,
  hasDefinitions: false,
  hasTitle: false,
  termProblem: (term) => (term.startsWith('+') ? PLUS : undefined),
}

const PLUS = 'The term is left out: in Lexicoder, what begins with + is a category.'

/** A Lexicoder dictionary. */
export function writeLexicoder(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, LEXICODER)
  const lines = categories.flatMap(({ name, terms }) => [`+${name}`, ...terms])
  return { text: `${lines.join('\n')}\n`, losses }
}
