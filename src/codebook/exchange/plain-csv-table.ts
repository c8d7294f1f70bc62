/**
 * A plain table: a row for each term, with a header that names the columns `theme` and `term`, and
 * `definition` if there is one. `Care > Home` is the theme Home below Care. `*` is any letters and
 * `?` one letter, as in a codebook.
 */

import type { Codebook } from '../../types.ts'
import { csvDelimiter, csvLine, csvRows } from './csv-rows.ts'
import {
  addTerm,
  type Category,
  dictionaryDraft,
  LOST,
  loseCells,
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

/** Names that the columns have in tables of others, in lower case. */
const COLUMNS = {
  theme: ['theme', 'category', 'code', 'key', 'label', 'topic'],
  term: ['term', 'word', 'pattern', 'phrase', 'keyword', 'entry', 'rule'],
  definition: ['definition', 'description', 'memo'],
  weight: ['weight', 'score', 'value'],
} as const

/** The draft in a plain table. */
export function readPlainCsv(file: ExchangeFile, path: string): Imported {
  const [header, ...rows] = csvRows(file.text, csvDelimiter(file.text))
  const names = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const column = (known: readonly string[]) => names.findIndex((name) => known.includes(name))
  const columns = {
    theme: column(COLUMNS.theme),
    term: column(COLUMNS.term),
    definition: column(COLUMNS.definition),
    weight: column(COLUMNS.weight),
  }
  if (columns.theme === -1 || columns.term === -1) {
    const found =
      names.length === 0 ? 'The table is empty' : `The first row is “${names.join(', ')}”`
    const message = `${found}; it must name the columns theme and term (and definition, if there is one).`
    const severity = 'error' as const
    return refused({ severity, id: 'no-columns', message, path, line: 1, column: 1 })
  }
  const reading: Reading = { columns, losses: [], top: [], known: new Map() }
  loseColumns(header?.cells ?? [], reading)
  for (const row of rows) {
    readRow(row, reading)
    loseCells(row, names, reading.losses)
  }
  const draft = dictionaryDraft(reading.top, { title: titleOfFile(file.name), origin: 'a table' })
  return { draft, losses: reading.losses, diagnostics: [] }
}

interface Reading {
  readonly columns: Readonly<Record<keyof typeof COLUMNS, number>>
  readonly losses: Loss[]
  readonly top: Category[]
  readonly known: Map<string, Category>
}

const OTHER_COLUMN = 'The column is left out: a codebook has no place for it.'
const NO_THEME = 'The row is left out: it names no theme.'
const OTHER_DEFINITION = 'The definition is left out: its theme has another one already.'

function loseColumns(header: readonly string[], { columns, losses }: Reading): void {
  const used = new Set(Object.values(columns))
  for (const [index, name] of header.entries()) {
    if (!used.has(index))
      losses.push({ where: `column ${index + 1}: “${name}”`, what: OTHER_COLUMN })
  }
}

function readRow(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  { columns, losses, top, known }: Reading,
): void {
  const cell = (index: number) => (cells[index] ?? '').trim()
  const place = `line ${line}`
  const path = cell(columns.theme)
    .split(LEVELS)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const category = openCategory(path, { top, known, losses })
  if (category === undefined) {
    losses.push({ where: `${place}: “${cell(columns.term)}”`, what: NO_THEME })
    return
  }
  const definition = cell(columns.definition)
  if (category.definition === '') category.definition = definition
  else if (definition !== '' && definition !== category.definition) {
    losses.push({ where: `${place}, ${category.path}: “${definition}”`, what: OTHER_DEFINITION })
  }
  const text = cell(columns.term)
  if (text === '') return
  const isAdded = addTerm(category, { text, wildcards: '*?', place }, losses)
  const weight = cell(columns.weight)
  if (isAdded && weight !== '' && Number(weight) !== 1) {
    losses.push({ where: `${place}, ${category.path}: “${text}” (${weight})`, what: LOST.weight })
  }
}

/** What stands between a theme and its child, a space on either side: `Care > Home`. */
const LEVELS = /(?<=\s)>(?=\s)/u

const PLAIN: DictionaryAbility = {
  program: 'a table',
  wildcards: '*?',
  hasPhrases: true,
  hasLevels: true,
  hasDefinitions: true,
  hasTitle: false,
  fitName: (name) => name.replace(NAME_SIGNS, ' ').trim(),
}

/** ` > ` inside of a name, and white space. */
const NAME_SIGNS = /(?:\s+|^)>(?=\s|$)|\s+/gu

/** A table with a row for each term; a theme without terms has a row of its own. */
export function writePlainCsv(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, PLAIN)
  const lines = [csvLine(['theme', 'term', 'definition'])]
  const add = ({ path, terms, definition, children }: DictionaryCategory) => {
    const theme = path.join(' > ')
    const rows = terms.length === 0 ? [''] : terms
    for (const [index, term] of rows.entries()) {
      lines.push(csvLine([theme, term, index === 0 ? definition : '']))
    }
    children.forEach(add)
  }
  categories.forEach(add)
  return { text: `${lines.join('\n')}\n`, losses }
}
