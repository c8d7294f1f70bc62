/**
 * LIWC 2001, 2007 and 2015 (.dic). Between two lines with `%`, the categories: a number and a name,
 * indented by tabs where one belongs to another. Then a term on each line with the numbers of its
 * categories. `*` at the end of a word is any letters. Written from the files of the programs and
 * from the readers of others; oddities of 2007 (`kind <of>`, `like (02 134)125/464`) are read as far
 * as rules can say them.
 */

import {
  addTerm,
  type Category,
  dictionaryDraft,
  LOST,
  newCategory,
  newChild,
  refused,
  titleOfFile,
} from './dictionary-draft.ts'
import type { ExchangeFile, Imported, Loss } from './exchange.ts'

/** The draft in a LIWC dictionary. */
export function readLiwc(file: ExchangeFile, path: string): Imported {
  const lines = file.text.split('\n')
  const [first, second] = percentLines(lines)
  if (first === undefined || second === undefined) {
    const found = first === undefined ? 'no line' : 'only one line'
    const message = `A LIWC dictionary lists its categories between two lines with “%”; ${found} with “%” was found. Is it another format? Name it with --from.`
    const severity = 'error' as const
    return refused({ severity, id: 'no-categories', message, path, line: 1, column: 1 })
  }
  const losses: Loss[] = []
  for (const [index, line] of lines.slice(0, first).entries()) loseLine(line, index, losses)
  const header = readHeader(lines, { first, second, losses })
  const body: Body = { byNumber: header.byNumber, losses }
  for (let index = second + 1; index < lines.length; index += 1) {
    readEntry(lines[index] ?? '', `line ${index + 1}`, body)
  }
  const title = titleOfFile(file.name)
  const draft = dictionaryDraft(header.top, { title, origin: 'LIWC' })
  return { draft, losses, diagnostics: [] }
}

function percentLines(lines: readonly string[]): readonly number[] {
  const found: number[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '%') found.push(index)
    if (found.length === 2) break
  }
  return found
}

function loseLine(line: string, index: number, losses: Loss[]): void {
  const text = line.trim()
  if (text !== '') losses.push({ where: `line ${index + 1}: “${text}”`, what: LOST.unread })
}

interface HeaderPlace {
  readonly first: number
  readonly second: number
  readonly losses: Loss[]
}

/** `	21	affect (Affective processes)`: tabs for the level, a number, a name. */
const HEADER_LINE = /^(?<indent>\s*)(?<number>\d+)\s+(?<name>\S.*)$/u

function readHeader(lines: readonly string[], { first, second, losses }: HeaderPlace) {
  const top: Category[] = []
  const byNumber = new Map<number, Category>()
  const open: { readonly indent: number; readonly category: Category }[] = []
  for (let index = first + 1; index < second; index += 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    const { indent, number, name } = HEADER_LINE.exec(line)?.groups ?? {}
    if (indent === undefined || number === undefined || name === undefined) {
      loseLine(line, index, losses)
      continue
    }
    if (byNumber.has(Number(number))) {
      losses.push({ where: `line ${index + 1}: “${line.trim()}”`, what: NUMBER_TWICE })
      continue
    }
    while ((open.at(-1)?.indent ?? -1) >= indent.length) open.pop()
    const parent = open.at(-1)?.category
    const label = name.trim()
    const category = parent === undefined ? newCategory(label) : newChild(label, parent, losses)
    if (open.length === 0) top.push(category)
    open.push({ indent: indent.length, category })
    byNumber.set(Number(number), category)
  }
  return { top, byNumber }
}

const NUMBER_TWICE = 'The category is left out: another has the same number.'
const UNKNOWN_NUMBER =
  'The term is left out of a category that the list of categories does not have.'
const CONDITION =
  'The condition is left out: which category the term belongs to depends on the category of the word before.'
const NEXT_WORD =
  'The term counts only before another word; here it is a phrase of both, so that the match is longer.'
const NO_NUMBERS = 'The term is left out: it has no number of a category.'

interface Body {
  readonly byNumber: ReadonlyMap<number, Category>
  readonly losses: Loss[]
}

/** `(02 134)125/464`: after a word of category 2 or 134, category 125, else 464. */
const CONDITIONS = /\([\d\s]*\)\s*\d*(?:\s*\/\s*\d+)?/gu
/** `<of>`: the word that must follow. */
const FOLLOWING = /<(?<next>[^<>]+)>/u
/** `1 21 355`. */
const NUMBERS = /^[\d\s]*$/u
/** A digit or a space. */
const IN_NUMBERS = /[\d\s]/u

function readEntry(line: string, place: string, { byNumber, losses }: Body): void {
  if (line.trim() === '' || line.trim() === '%') return
  const plain = line.replace(CONDITIONS, '\t')
  const conditions = plain === line ? [] : Array.from(line.matchAll(CONDITIONS), ([text]) => text)
  const { term, numbers } = splitEntry(plain)
  for (const condition of conditions) {
    losses.push({ where: `${place}: “${term} ${condition}”`, what: CONDITION })
  }
  if (numbers.length === 0) {
    if (conditions.length === 0) {
      losses.push({ where: `${place}: “${line.trim()}”`, what: NO_NUMBERS })
    }
    return
  }
  const next = FOLLOWING.exec(term)?.groups?.next
  const text =
    next === undefined ? term : term.replace(FOLLOWING, ` ${next} `).trim().replace(SPACES, ' ')
  if (next !== undefined) losses.push({ where: `${place}: “${term}”`, what: NEXT_WORD })
  for (const number of numbers) {
    const category = byNumber.get(number)
    if (category !== undefined) addTerm(category, { text, wildcards: '*', place }, losses)
    else losses.push({ where: `${place}: “${term}” (${number})`, what: UNKNOWN_NUMBER })
  }
}

function splitEntry(line: string): { readonly term: string; readonly numbers: readonly number[] } {
  const tab = line.indexOf('\t')
  const hasTabs = tab >= 0 && NUMBERS.test(line.slice(tab))
  const end = hasTabs ? tab : startOfNumbers(line)
  const tail = line.slice(end).trim()
  return {
    term: line.slice(0, end).trim(),
    numbers: tail === '' ? [] : tail.split(SPACES).map(Number),
  }
}

/** Where the numbers at the end of a line begin, with the space before the first of them. */
function startOfNumbers(line: string): number {
  let start = line.length
  while (start > 0 && IN_NUMBERS.test(line.charAt(start - 1))) start -= 1
  while (start < line.length && line.charAt(start).trim() !== '') start += 1
  return start
}

/** White space, also in a row. */
const SPACES = /\s+/gu
