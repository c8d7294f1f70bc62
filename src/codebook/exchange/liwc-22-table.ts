/**
 * LIWC-22 (.dicx): a row for each term, a column for each category, `X` or a weight where the term
 * belongs to it. `a|b` is the category b below a. A `*` is any letters, `\*` the sign itself.
 */

import type { Codebook } from '../../types.ts'
import { csvDelimiter, csvLine, csvRows } from './csv-rows.ts'
import {
  addTerm,
  type Category,
  dictionaryDraft,
  LOST,
  openCategory,
  refused,
  titleOfFile,
} from './dictionary-draft.ts'
import {
  type DictionaryAbility,
  type DictionaryCategory,
  dictionaryOf,
} from './dictionary-terms.ts'
import type { ExchangeFile, Exported, Imported, Loss } from './exchange.ts'

/** The draft in a LIWC-22 dictionary. */
export function readLiwc22(file: ExchangeFile, path: string): Imported {
  const [header, ...rows] = csvRows(file.text, csvDelimiter(file.text))
  if (header === undefined || header.cells.length < 2) {
    const message =
      'A LIWC-22 dictionary begins with a row such as “DicTerm,affect,social”: no category was found in it. Is it another format? Name it with --from.'
    const severity = 'error' as const
    return refused({ severity, id: 'no-categories', message, path, line: 1, column: 1 })
  }
  const losses: Loss[] = []
  const { top, columns } = readColumns(header.cells.slice(1), losses)
  for (const { line, cells } of rows) {
    const term = (cells[0] ?? '').replaceAll('\\*', ' ')
    let isUsed = term.trim() === ''
    for (const [index, cell] of cells.slice(1).entries()) {
      const weight = weightOf(cell)
      if (weight === 0) continue
      isUsed = true
      const place = `line ${line}`
      const category = columns[index]
      if (category === undefined) {
        losses.push({ where: `${place}: “${term}”`, what: NO_COLUMN })
        continue
      }
      const isAdded = addTerm(category, { text: term, wildcards: '*', place }, losses)
      if (!isAdded) continue
      const where = `${place}, ${category.path}: “${term}”`
      if (weight !== 1) losses.push({ where: `${where} (${weight})`, what: LOST.weight })
      if (term !== cells[0]) losses.push({ where, what: LOST.signs })
    }
    if (!isUsed) losses.push({ where: `line ${line}: “${term}”`, what: NO_CATEGORY })
  }
  const draft = dictionaryDraft(top, { title: titleOfFile(file.name), origin: 'LIWC-22' })
  return { draft, losses, diagnostics: [] }
}

const NO_COLUMN = 'The cell is left out: no category stands above it.'
const NO_CATEGORY = 'The term is left out: it belongs to no category.'
const COLUMN_TWICE = 'Two columns have the same name; their terms were put together.'

function readColumns(names: readonly string[], losses: Loss[]) {
  const top: Category[] = []
  const known = new Map<string, Category>()
  const seen = new Set<string>()
  const columns = names.map((cell, index) => {
    const path = cell
      .split('|')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    if (path.length === 0) return undefined
    const key = path.join('|')
    if (seen.has(key)) losses.push({ where: `column ${index + 2}: “${cell}”`, what: COLUMN_TWICE })
    seen.add(key)
    return openCategory(path, { top, known, losses })
  })
  return { top, columns }
}

/** Nothing is 0, a number itself, anything else 1. */
function weightOf(cell: string): number {
  const text = cell.trim()
  if (text === '') return 0
  const weight = Number(text.replace(',', '.'))
  return Number.isNaN(weight) ? 1 : weight
}

const LIWC_22: DictionaryAbility = {
  program: 'LIWC-22',
  wildcards: '*',
  hasPhrases: true,
  hasLevels: true,
  hasDefinitions: false,
  hasTitle: false,
  fitName: (name) => name.replace(NAME_SIGNS, ' ').trim(),
}

/** `|`, which stands between levels, and white space. */
const NAME_SIGNS = /[|\s]+/gu

/** A LIWC-22 dictionary, with `X` where a term belongs to a category. */
export function writeLiwc22(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, LIWC_22)
  const columns: string[] = []
  const byTerm = new Map<string, Set<number>>()
  const add = ({ path, terms, children }: DictionaryCategory) => {
    const column = columns.length
    columns.push(path.join('|'))
    for (const term of terms) {
      const known = byTerm.get(term)
      if (known === undefined) byTerm.set(term, new Set([column]))
      else known.add(column)
    }
    children.forEach(add)
  }
  categories.forEach(add)
  const lines = [csvLine(['DicTerm', ...columns])]
  for (const [term, members] of byTerm) {
    lines.push(csvLine([term]) + marks(members, columns.length))
  }
  return { text: `${lines.join('\n')}\n`, losses }
}

/** `,X,,X`: cells of which few are marked; columns are in order. */
function marks(members: Iterable<number>, columns: number): string {
  let cells = ''
  let at = 0
  for (const column of members) {
    cells += `${','.repeat(column - at + 1)}X`
    at = column + 1
  }
  return cells + ','.repeat(columns - at)
}
