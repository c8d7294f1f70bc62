/**
 * Where the header of a table is and what it says.
 *
 * Titles may stand above it and a blank row below. Two rows are one header where the first holds codes
 * (`Q1`, `Ident 1`) and the second the questions, where a survey tool adds a row of import ids, or
 * where cells of the first are merged over cells of the second.
 */
import { plainValue } from './cell-text.ts'
import { isCode } from './column-facts.ts'
import type { MergedCells } from './table-row.ts'

/** The header of a table. */
export interface Header {
  /** One for each column, all different, none empty. */
  readonly names: readonly string[]
  /** Other names by which the analyst may mean a column: the code above a question. */
  readonly aliases: readonly string[]
  /** Number of the first row behind the header and of the rows it takes, 1-based. */
  readonly firstRow: number
}

/** A row of a sample. */
export interface SampledRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** The header among the first rows; the letters of the columns where no row is one. */
export function headerOf(rows: readonly SampledRow[], merged: readonly MergedCells[] = []): Header {
  const full = withoutEmptyColumns(rows.filter(({ cells }) => filledIn(cells) > 0))
  const width = usualWidth(full)
  const at = full.slice(0, MOST_TITLES).findIndex(({ cells }) => {
    const filled = filledIn(cells)
    return 2 * filled >= width && (filled > 1 || width < 2)
  })
  const top = full[Math.max(0, at)]
  if (top === undefined) return { names: [], aliases: [], firstRow: 1 }
  const below = full.slice(Math.max(0, at) + 1)
  if (!isHeader(top.cells, below)) return lettered(top, full)
  const second = below[0]
  if (second === undefined) return named(top.cells, [], top.number + 1)
  const importIds = below
    .slice(0, 2)
    .find(({ cells }) => cells.some((cell) => IMPORT_ID.test(cell)))
  if (importIds !== undefined) {
    const texts = importIds === second ? top : second
    return named(texts.cells, top.cells, importIds.number + 1)
  }
  if (isMergedHeader(top, second, merged) || hasResponseRow(second.cells))
    return joined(top, second)
  if (hasCodes(top.cells) && saysMore(top.cells, second.cells)) {
    return named(second.cells, top.cells, second.number + 1)
  }
  return named(top.cells, [], top.number + 1)
}

/** Spreadsheets keep empty columns behind the last. */
function withoutEmptyColumns(rows: readonly SampledRow[]): readonly SampledRow[] {
  const width = Math.max(0, ...rows.map(({ cells }) => 1 + cells.findLastIndex(isFilled)))
  const last = Math.min(width, MOST_COLUMNS)
  return rows.map(({ number, cells }) => ({ number, cells: cells.slice(0, last) }))
}

/** `A` for the first column, `AB` for the 28th. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (column % 26))
}

function filledIn(cells: readonly string[]): number {
  return cells.filter(isFilled).length
}

function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

/** How many cells a row fills, titles and blank cells aside. */
function usualWidth(rows: readonly SampledRow[]): number {
  const widths = rows.map(({ cells }) => filledIn(cells)).sort((a, b) => a - b)
  return widths[Math.floor(0.75 * widths.length)] ?? 0
}

/** A row of numbers above columns of numbers is no header; nor is a row of prose. */
function isHeader(cells: readonly string[], below: readonly SampledRow[]): boolean {
  if (below.length === 0) return true
  if (cells.some((cell) => cell.length > LONGEST_NAME)) return false
  return !cells.some((cell, column) => {
    if (!isCode(cell.trim()) || YEAR.test(cell.trim())) return false
    const values = below
      .map((row) => row.cells[column]?.trim() ?? '')
      .filter((value) => value !== '')
    return values.length > 0 && values.every(isCode)
  })
}

function lettered(first: SampledRow, rows: readonly SampledRow[]): Header {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const names = Array.from({ length: width }, (_, column) => `column ${columnLetters(column)}`)
  return { names, aliases: [], firstRow: first.number }
}

/**
 * Cells merged with those below them take two rows. Cells merged side by side head a group of columns
 * if nothing stands below the others.
 */
function isMergedHeader(
  top: SampledRow,
  second: SampledRow,
  merged: readonly MergedCells[],
): boolean {
  const own = merged.filter(({ firstRow }) => firstRow === top.number)
  if (own.some(({ lastRow }) => lastRow === second.number)) return true
  const isGrouped = (column: number) =>
    own.some(({ firstColumn, lastColumn }) => firstColumn <= column && column <= lastColumn)
  return (
    own.length > 0 && second.cells.every((cell, column) => isGrouped(column) || !isFilled(cell))
  )
}

/** `Open-Ended Response` below the question, as survey tools write it. */
function hasResponseRow(cells: readonly string[]): boolean {
  return cells.some((cell) => RESPONSE.test(cell.trim()))
}

function hasCodes(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return (
    filled.length > 1 && filled.filter((cell) => CODE.test(cell)).length >= MOST * filled.length
  )
}

/** Questions below codes are longer than they, and are not the codes of answers. */
function saysMore(codes: readonly string[], questions: readonly string[]): boolean {
  const lengthOf = (cells: readonly string[]) => cells.join('').length
  if (questions.some((cell) => isCode(cell.trim()))) return false
  const questionLike = questions.filter((cell) => cell.includes('?') || QUESTION.test(cell.trim()))
  return lengthOf(questions) > lengthOf(codes) && questionLike.length > 0
}

function joined(top: SampledRow, second: SampledRow): Header {
  const width = Math.max(top.cells.length, second.cells.length)
  let above = ''
  const names = Array.from({ length: width }, (_, column) => {
    const own = plainValue(top.cells[column] ?? '')
    const below = plainValue(second.cells[column] ?? '')
    if (own !== '' || below === '') above = own
    if (below === '' || RESPONSE.test(below) || below === above) return above
    return above === '' ? below : `${above} - ${below}`
  })
  return named(names, [], second.number + 1)
}

function named(cells: readonly string[], aliases: readonly string[], firstRow: number): Header {
  const names = cells.map((cell, column) => {
    return tidyName(plainValue(cell.slice(0, LONGEST_NAME))) || `column ${columnLetters(column)}`
  })
  return {
    names: allDifferent(names),
    aliases: aliases.map((cell) => plainValue(cell.slice(0, LONGEST_NAME))),
    firstRow,
  }
}

/** A name that stood before gets a number that makes it another: `Region`, `Region (2)`. */
export function allDifferent(names: readonly string[]): readonly string[] {
  const written = new Set(names.map((name) => name.toLowerCase()))
  const times = new Map<string, number>()
  return names.map((name) => {
    const key = name.toLowerCase()
    let count = (times.get(key) ?? 0) + 1
    const isTaken = () => count > 1 && written.has(`${key} (${count})`)
    while (isTaken()) count += 1
    times.set(key, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** `Respondent type - Respondent type` says it twice. */
function tidyName(name: string): string {
  const half = (name.length - SEPARATOR.length) / 2
  const isTwice = name === `${name.slice(0, half)}${SEPARATOR}${name.slice(0, half)}`
  return isTwice ? name.slice(0, half) : name
}

const SEPARATOR = ' - '
/** A file with more is hardly a table; the rest is told as ragged rows. */
export const MOST_COLUMNS = 4096
/** Rows above a header that may be titles. */
const MOST_TITLES = 10
/** UTF-16 code units of a name; questions are long, answers may be longer. */
const LONGEST_NAME = 1200
const MOST = 0.6
/** `{"ImportId":"QID3_TEXT"}` */
const IMPORT_ID = /^\s*\{\s*"ImportId"/u
/** "Response", "Open-Ended Response" */
const RESPONSE = /^(?:open-ended )?response$/iu
/** "Q1", "Q2_3_TEXT", "Ident 1", "Question 12", "V003" */
const CODE =
  /^(?:q|qu|qid|question|ident|id|item|col|column|field|var|v|a|x)[ _.-]?\d{1,4}[a-z]?(?:[ _.-](?:\d+|text|other))*$/iu
/** "Please tell us …", "Why …" */
const QUESTION =
  /^(?:please|why|what|how|who|when|where|which|do|does|did|is|are|have|would|tell|describe|explain)\b/iu
/** "2019": a name for a column of counts. */
const YEAR = /^(?:19|20)\d\d$/u
