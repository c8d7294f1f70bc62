/**
 * A codebook of Taguette: columns `tag` (or `path`, `name`), `description`, and how often it was
 * used. `Care.Workers` is the tag Workers below Care.
 */

import type { Codebook, Theme } from '../../types.ts'
import { lostFromList, lostMarks } from './code-list-losses.ts'
import { describe, listDraft, partsOfDescription, themesOfPaths } from './code-paths.ts'
import { csvDelimiter, csvLine, csvRows } from './csv-rows.ts'
import { refused, titleOfFile } from './dictionary-draft.ts'
import { isNoDefinition } from './draft-yaml.ts'
import type { DraftTheme, ExchangeFile, Exported, Imported, Loss } from './exchange.ts'
import { TAG_COLUMNS } from './taguette.ts'

/** The draft in a codebook of Taguette. */
export function readTaguette({ name, text }: ExchangeFile, path: string): Imported {
  const [header, ...rows] = csvRows(text, csvDelimiter(text))
  const names = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const tagColumn = names.findIndex((column) => TAG_COLUMNS.includes(column))
  if (tagColumn < 0) {
    const message =
      'The first row names no column tag, path or name, so nothing says where the tags are.'
    return refused({ severity: 'error', id: 'no-columns', message, path, line: 1, column: 1 })
  }
  const descriptionColumn = names.indexOf('description')
  const losses: Loss[] = names.flatMap((column, index) =>
    index === tagColumn || index === descriptionColumn
      ? []
      : [{ where: `column ${index + 1}: “${column}”`, what: OTHER_COLUMN }],
  )
  const codes = rows.flatMap(({ line, cells }) => {
    const tag = (cells[tagColumn] ?? '').trim()
    const place = `line ${line}`
    if (tag === '') losses.push({ where: place, what: NO_TAG })
    return tag === ''
      ? []
      : [{ path: levelsOf(tag), definition: cells[descriptionColumn] ?? '', place }]
  })
  if (codes.length === 0) {
    const message = 'The table has no row with a tag.'
    return refused({ severity: 'error', id: 'no-codes', message, path, line: 1, column: 1 })
  }
  const themes = themesOfPaths(codes, losses).map(withParts)
  const draft = listDraft(themes, { title: titleOfFile(name), origin: 'Taguette' })
  return { draft, losses, diagnostics: [] }
}

const OTHER_COLUMN = 'The column is left out: it says how a tag was used, not what it is.'
const NO_TAG = 'The row is left out: it names no tag.'

/** A full stop between two names, not the one of `Dr. Smith` or `v. 2`. */
const LEVEL = /(?<=[^\s.])\.(?=[^\s.])/u
/** `2.1`: a number is no path. */
const NUMBERS = /\d\.\d/u

function levelsOf(tag: string): readonly string[] {
  return NUMBERS.test(tag) ? [tag] : tag.split(LEVEL)
}

function withParts(theme: DraftTheme): DraftTheme {
  return { ...theme, ...partsOfDescription(theme.definition), themes: theme.themes.map(withParts) }
}

/** Longest path and description that Taguette takes, in characters. */
const LONGEST_PATH = 200
const LONGEST_DESCRIPTION = 102_400

/** With a byte-order mark: Taguette guesses the encoding of a file without one, and guesses wrong. */
export function writeTaguette(codebook: Codebook): Exported {
  const losses: Loss[] = [...lostFromList(codebook), ...lostMarks(codebook)]
  const paths = new Map<string, string>()
  const taken = new Set<string>()
  const lines = [csvLine(['tag', 'description'])]
  for (const theme of codebook.themes) {
    const above = paths.get(theme.parent ?? '')
    const path = freePath(theme, above, { taken, losses })
    paths.set(theme.id, path)
    const description = describe({
      ...theme,
      definition: isNoDefinition(theme.definition) ? '' : theme.definition,
    })
    if (description.length > LONGEST_DESCRIPTION) losses.push({ where: placeOf(theme), what: CUT })
    lines.push(csvLine([path, description.slice(0, LONGEST_DESCRIPTION)]))
  }
  return { text: `\uFEFF${lines.join('\r\n')}\r\n`, losses }
}

const CUT = 'The description is cut: Taguette takes no more than 102,400 characters.'
const OTHER_NAME =
  'The name is changed: a full stop parts levels in Taguette, and paths are short and differ.'

function placeOf({ line, id }: Theme): string {
  return `line ${line}, ${id}`
}

/** `Care.Workers`; the stop of a name becomes a raised one. */
function freePath(
  theme: Theme,
  above: string | undefined,
  { taken, losses }: { readonly taken: Set<string>; readonly losses: Loss[] },
): string {
  const start = above === undefined ? '' : `${above}.`
  const plain = theme.name.replaceAll('.', '·')
  const room = Math.max(1, LONGEST_PATH - start.length)
  let name = plain.slice(0, room)
  for (let number = 2; taken.has(start + name); number += 1) {
    name = `${plain.slice(0, room - 5)} (${number})`
  }
  taken.add(start + name)
  if (name !== theme.name) losses.push({ where: placeOf(theme), what: OTHER_NAME })
  return start + name
}
