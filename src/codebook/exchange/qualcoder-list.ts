/**
 * A list of codes for QualCoder: a line for each code, `category>>category>>code`, then a tab (in
 * `.txt`) or a comma (in `.csv`) and a memo. Categories hold codes; only codes are put on text.
 */

import type { Codebook, Theme } from '../../types.ts'
import { lostFromList, lostMarks } from './code-list-losses.ts'
import { describe, listDraft, themesOfPaths } from './code-paths.ts'
import { csvRows } from './csv-rows.ts'
import { refused, titleOfFile } from './dictionary-draft.ts'
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
  const themes = themesOfPaths(codes, losses)
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
  const losses: Loss[] = [...lostFromList(codebook), ...lostMarks(codebook)]
  const parents = new Set(codebook.themes.map(({ parent }) => parent))
  const paths = new Map<string, string>()
  const names = new Set<string>()
  const lines: string[] = []
  for (const theme of codebook.themes) {
    const above = paths.get(theme.parent ?? '')
    const path = (above === undefined ? '' : above + LEVEL) + freeName(theme, names, losses)
    paths.set(theme.id, path)
    const definition = isNoDefinition(theme.definition) ? '' : theme.definition
    const memo = describe({ ...theme, definition })
      .replace(SPACES, ' ')
      .trim()
    if (!parents.has(theme.id)) lines.push(memo === '' ? path : `${path}\t${memo}`)
    else {
      losses.push({ where: placeOf(theme), what: CATEGORY })
      if (memo !== '') losses.push({ where: placeOf(theme), what: NO_MEMO })
    }
  }
  return { text: `${lines.join('\n')}\n`, losses }
}

const CATEGORY = 'The theme becomes a category, which itself is not put on text.'
const NO_MEMO = 'The definition is left out: in a code list only codes have memos.'
const OTHER_NAME = 'The name is changed: in QualCoder names differ, and >> parts levels.'

/** White space, also tabs and line breaks. */
const SPACES = /\s+/gu
/** `>>` and tabs. */
const SIGNS = />{2,}|\s+/gu

function freeName(theme: Theme, names: Set<string>, losses: Loss[]): string {
  const plain = theme.name.replace(SIGNS, ' ').trim()
  let name = plain
  for (let number = 2; names.has(name); number += 1) name = `${plain} (${number})`
  names.add(name)
  if (name !== theme.name) losses.push({ where: placeOf(theme), what: OTHER_NAME })
  return name
}

function placeOf({ line, id }: Theme): string {
  return `line ${line}, ${id}`
}
