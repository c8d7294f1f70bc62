/**
 * A codebook of Taguette: columns `tag` (or `path`, `name`), `description`, and how often it was
 * used. `Care.Workers` is the tag Workers below Care.
 */

import type { Codebook, Theme } from '../../types.ts'
import { lostFromList, lostMarks } from './code-list-losses.ts'
import { describe, listDraft, themesOfPaths, withParts } from './code-paths.ts'
import { csvDelimiter, csvLine, csvRows } from './csv-rows.ts'
import { loseCells, refused, titleOfFile } from './dictionary-draft.ts'
import { differingNames, type NamesApart } from './differing-names.ts'
import { isNoDefinition } from './draft-yaml.ts'
import type { ExchangeFile, Exported, Imported, Loss } from './exchange.ts'
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
  const tags = new Set(rows.map(({ cells }) => cells[tagColumn]?.trim() ?? ''))
  const codes = rows.flatMap((row) => {
    const tag = row.cells[tagColumn]?.trim() ?? ''
    const place = `line ${row.line}`
    if (tag === '') losses.push({ where: place, what: NO_TAG })
    loseCells(row, names, losses)
    const definition = row.cells[descriptionColumn] ?? ''
    return tag === '' ? [] : [{ path: levelsOf(tag, tags), definition, place }]
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
const LEVEL = /(?<=[^\s.])\.(?=[^\s.])/gu
/** `2.1`: a number is no path, unless what stands before the full stop is a tag. */
const NUMBERS = /\d\.\d/u

function levelsOf(tag: string, tags: ReadonlySet<string>): readonly string[] {
  if (!NUMBERS.test(tag)) return tag.split(LEVEL)
  if (tag.length > LONGEST_NUMBERED) return [tag]
  const levels: string[] = []
  let start = 0
  for (const { index } of tag.matchAll(LEVEL)) {
    if (!tags.has(tag.slice(0, index))) continue
    levels.push(tag.slice(start, index))
    start = index + 1
  }
  return [...levels, tag.slice(start)]
}

/** Longest tag with numbers in which others are looked for; Taguette takes 200 characters. */
const LONGEST_NUMBERED = 1000

/** Longest path and description that Taguette takes, in characters. */
const LONGEST_PATH = 200
const LONGEST_DESCRIPTION = 102_400

/** With a byte-order mark: Taguette guesses the encoding of a file without one, and guesses wrong. */
export function writeTaguette(codebook: Codebook): Exported {
  const losses: Loss[] = [...lostMarks(codebook)]
  const paths = new Map<string, string>()
  const names = new Map<string, string>()
  const nextPath = differingNames(PATHS)
  const lines = [csvLine(['tag', 'description'])]
  for (const theme of codebook.themes) {
    const above = paths.get(theme.parent ?? '')
    const wanted = tagPath(theme, above, losses)
    const path = nextPath(wanted.start + wanted.name)
    const name = path.slice(wanted.start.length)
    if (name !== theme.name) losses.push({ where: placeOf(theme), what: OTHER_NAME })
    paths.set(theme.id, path)
    names.set(theme.id, name)
    const description = describe({
      ...theme,
      definition: isNoDefinition(theme.definition) ? '' : theme.definition,
    })
    if (description.length > LONGEST_DESCRIPTION) losses.push({ where: placeOf(theme), what: CUT })
    lines.push(csvLine([path, description.slice(0, LONGEST_DESCRIPTION)]))
  }
  const lost = [...lostFromList(codebook, names), ...losses]
  return { text: `\uFEFF${lines.join('\r\n')}\r\n`, losses: lost }
}

const CUT = 'The description is cut: Taguette takes no more than 102,400 characters.'
const OTHER_NAME =
  'The name is changed: a full stop parts levels in Taguette, and paths are short and differ.'

function placeOf({ line, id }: Theme): string {
  return `line ${line}, ${id}`
}

/** `Care.Workers`: what stands above a tag, and its own name. */
interface TagPath {
  readonly start: string
  readonly name: string
}

/** The stop of a name becomes a raised one; below a path that is too long a tag stands at the top. */
function tagPath(theme: Theme, above: string | undefined, losses: Loss[]): TagPath {
  const plain = theme.name.replaceAll('.', '·')
  const wanted = above === undefined ? '' : `${above}.`
  const hasRoom = wanted.length + LEAST_ROOM <= LONGEST_PATH
  if (!hasRoom) losses.push({ where: placeOf(theme), what: NO_ROOM })
  const start = hasRoom ? wanted : ''
  return { start, name: plain.slice(0, LONGEST_PATH - start.length - NUMBER_ROOM) }
}

/** Room for a name of some words, and in it for ` (12345)`. */
const LEAST_ROOM = 40
const NUMBER_ROOM = 8
const NO_ROOM =
  'The level of the theme is not carried: the path would be longer than the 200 characters that Taguette takes.'

/** Paths of tags: `Care`, `Care (2)`. */
const PATHS: NamesApart = {
  numbered: (path, number) => `${path} (${number})`,
  key: (path) => path,
}
