/**
 * A list of codes for QualCoder: a line for each code, `category>>category>>code`, then a tab (in
 * `.txt`) or a comma (in `.csv`) and a memo. Categories hold codes; only codes are put on text.
 */

import type { Codebook, Theme } from '../../types.ts'
import { lostFromList, lostMarks } from './code-list-losses.ts'
import { describe, listDraft, themesOfPaths, withParts } from './code-paths.ts'
import { csvRows } from './csv-rows.ts'
import { refused, titleOfFile } from './dictionary-draft.ts'
import { differingNames, type NamesApart } from './differing-names.ts'
import { isNoDefinition } from './draft-yaml.ts'
import {
  type ExchangeFile,
  type Exported,
  extensionOf,
  type Imported,
  type Loss,
} from './exchange.ts'

/** What stands between a category and what is in it. */
const LEVEL = '>>'

/** The draft in a list of codes. */
export function readQualcoder({ name, text }: ExchangeFile, path: string): Imported {
  const losses: Loss[] = []
  const codes = rowsOf(name, text).flatMap(({ line, cells }) => {
    const [code = '', memo = '', ...others] = cells
    const place = `line ${line}`
    const levels = code
      .split(LEVEL)
      .map((level) => level.trim())
      .filter((level) => level !== '')
    if (levels.length === 0) losses.push({ where: place, what: NO_CODE })
    const rest = others.filter((cell) => cell.trim() !== '')
    if (rest.length > 0) losses.push({ where: `${place}: “${rest.join(' ')}”`, what: MORE_CELLS })
    return levels.length === 0 ? [] : [{ path: levels, definition: memo, place }]
  })
  if (codes.length === 0) {
    const message = 'The file has no line with a code, such as category>>code.'
    return refused({ severity: 'error', id: 'no-codes', message, path, line: 1, column: 1 })
  }
  const themes = themesOfPaths(codes, losses).map(withParts)
  const draft = listDraft(themes, { title: titleOfFile(name), origin: 'QualCoder' })
  return { draft, losses, diagnostics: [] }
}

const NO_CODE = 'The line is left out: it names no code.'
const MORE_CELLS = 'What stands after the memo is left out.'

function rowsOf(name: string, text: string) {
  if (extensionOf(name) === 'csv') return csvRows(text, ',')
  return text.split('\n').flatMap((line, index) => {
    return line.trim() === '' ? [] : [{ line: index + 1, cells: line.split('\t') }]
  })
}

/** Lines with tabs, sorted as in the codebook; themes with children become categories. */
export function writeQualcoder(codebook: Codebook): Exported {
  const losses: Loss[] = [...lostMarks(codebook)]
  const parents = new Set(codebook.themes.map(({ parent }) => parent))
  const paths = new Map<string, string>()
  const nextName = differingNames(CODES)
  const names = new Map<string, string>()
  const lines: string[] = []
  for (const theme of codebook.themes) {
    const above = paths.get(theme.parent ?? '')
    const name = nextName(theme.name.replace(SIGNS, ' ').trim() || theme.id)
    if (name !== theme.name) losses.push({ where: placeOf(theme), what: OTHER_NAME })
    const path = (above === undefined ? '' : above + LEVEL) + name
    paths.set(theme.id, path)
    names.set(theme.id, name)
    const definition = isNoDefinition(theme.definition) ? '' : theme.definition
    const memo = describe({ ...theme, definition })
    const line = memo.replace(SPACES, ' ').trim()
    const lose = (what: string) => losses.push({ where: placeOf(theme), what })
    if (parents.has(theme.id)) {
      lose(CATEGORY)
      if (line !== '') lose(NO_MEMO)
      continue
    }
    lines.push(line === '' ? path : `${path}\t${line}`)
    if (theme.include + theme.exclude !== '') lose(ONE_DEFINITION)
    if (definition.includes('\n')) lose(ONE_LINE)
  }
  const lost = [...lostFromList(codebook, names), ...losses]
  return { text: `${lines.join('\n')}\n`, losses: lost }
}

const CATEGORY = 'The theme becomes a category, which itself is not put on text.'
const NO_MEMO = 'The definition is left out: in a code list only codes have memos.'
const ONE_DEFINITION =
  'When to use the theme, and when not, becomes a part of its definition: a memo is one line.'
const ONE_LINE = 'Line breaks of the definition become spaces: a memo is one line.'
const OTHER_NAME = 'The name is changed: in QualCoder names differ, and >> parts levels.'

/** White space, also tabs and line breaks. */
const SPACES = /\s+/gu
/** `>>`, a `>` that would stand beside it, and tabs. */
const SIGNS = />{2,}|^>|>$|\s+/gu

/** Codes of QualCoder: `Care`, `Care (2)`. */
const CODES: NamesApart = {
  numbered: (name, number) => `${name} (${number})`,
  key: (name) => name,
}

function placeOf({ line, id }: Theme): string {
  return `line ${line}, ${id}`
}
