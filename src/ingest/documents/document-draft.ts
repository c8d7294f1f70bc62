/**
 * A document's text while its file is walked through: a reader says what opens, what is written
 * and what closes, and paragraphs, cells and asides come out with their numbers.
 */
import { codePointsOf, wholeCharacters } from './code-points.ts'
import type { Aside, Cell, DocumentText, Paragraph, ParagraphPlace } from './document-text.ts'

/** A document of which only the beginning is known. */
export interface DocumentDraft {
  readonly paragraphs: Paragraph[]
  readonly asides: Aside[]
  readonly mergedCells: Cell[]
  /** Asides that were opened and not closed; the last takes what is written. */
  readonly openAsides: { reason: string; readonly place: ParagraphPlace; text: string }[]
  /** Tables in tables. */
  readonly openTables: OpenTable[]
  tableCount: number
  /** Headers and footers of pages that were kept. */
  readonly pageTexts: Set<string>
  /** Of the paragraph that is being written. */
  number: number
  text: string
  /** Its length in code points. */
  length: number
  /** Words in it that are not shown. */
  hidden: string
}

interface OpenTable {
  readonly table: number
  row: number
  column: number
  /** Columns that its last cell covers. */
  width: number
}

/** What is known of a paragraph where it ends. */
export interface ParagraphFacts {
  readonly isHeading?: boolean
  /** Why it is no part of what the document says, for example `table of contents`. */
  readonly leftOut?: string | undefined
}

/** A document of which nothing is known. */
export function newDraft(): DocumentDraft {
  return {
    paragraphs: [],
    asides: [],
    mergedCells: [],
    openAsides: [],
    openTables: [],
    tableCount: 0,
    pageTexts: new Set(),
    number: 1,
    text: '',
    length: 0,
    hidden: '',
  }
}

/** Adds words to the paragraph, or to the aside that is open. */
export function addText(draft: DocumentDraft, words: string): void {
  const aside = draft.openAsides.at(-1)
  if (aside !== undefined) {
    aside.text += words
    return
  }
  draft.text += words
  draft.length += codePointsOf(words)
}

/** Adds words to the paragraph that are not shown to readers. */
export function addHidden(draft: DocumentDraft, words: string): void {
  if (draft.openAsides.length === 0) draft.hidden += words
}

/** Ends the paragraph; the next has the next number, whether this one has words or not. */
export function endParagraph(draft: DocumentDraft, facts: ParagraphFacts = {}): void {
  const aside = draft.openAsides.at(-1)
  if (aside !== undefined) {
    aside.text += '\n'
    return
  }
  const { number, hidden } = draft
  const text = wholeCharacters(draft.text)
  const start = { paragraph: number, column: 1 }
  if (facts.leftOut !== undefined) keepAside(draft, facts.leftOut, text, start)
  else if (text.trim() !== '') {
    draft.paragraphs.push({
      number,
      text,
      isHeading: facts.isHeading === true,
      cell: cellOf(draft),
    })
  }
  keepAside(draft, 'hidden text', hidden, start)
  draft.number += 1
  draft.text = ''
  draft.length = 0
  draft.hidden = ''
}

/** Ends the paragraph if there is anything in it. */
export function endOpenParagraph(draft: DocumentDraft): void {
  if (draft.text !== '' || draft.hidden !== '') endParagraph(draft)
}

/** What follows is kept apart up to `closeAside`. It belongs to this place if no other is given. */
export function openAside(
  draft: DocumentDraft,
  reason: string,
  place: ParagraphPlace = placeIn(draft),
): void {
  draft.openAsides.push({ reason, place, text: '' })
}

/** Says what the last aside is that was opened. */
export function renameAside(draft: DocumentDraft, reason: string): void {
  const aside = draft.openAsides.at(-1)
  if (aside !== undefined) aside.reason = reason
}

/** Ends the last aside that was opened. */
export function closeAside(draft: DocumentDraft): void {
  const aside = draft.openAsides.pop()
  if (aside !== undefined) keepAside(draft, aside.reason, aside.text, aside.place)
}

/** Begins a table, which may stand in a cell of another. */
export function openTable(draft: DocumentDraft): void {
  draft.openTables.push({ table: draft.tableCount, row: -1, column: -1, width: 1 })
  draft.tableCount += 1
}

/** Begins a row of the table. */
export function openRow(draft: DocumentDraft): void {
  const table = draft.openTables.at(-1)
  if (table === undefined) return
  table.row += 1
  table.column = -1
  table.width = 1
}

/** Begins a cell of the row. */
export function openCell(draft: DocumentDraft): void {
  const table = draft.openTables.at(-1)
  if (table === undefined) return
  table.column += table.width
  table.width = 1
}

/** Says that the cell covers several columns. */
export function widenCell(draft: DocumentDraft, columns: number): void {
  const table = draft.openTables.at(-1)
  if (table !== undefined && columns > 1 && columns <= MOST_COLUMNS) table.width = columns
}

/** Says that the cell goes on with the one above it. */
export function mergeCell(draft: DocumentDraft): void {
  const cell = cellOf(draft)
  if (cell !== undefined) draft.mergedCells.push(cell)
}

/** Ends the table. */
export function closeTable(draft: DocumentDraft): void {
  draft.openTables.pop()
}

/** Where the next word of the document will stand. */
export function placeIn(draft: DocumentDraft): ParagraphPlace {
  return { paragraph: draft.number, column: draft.length + 1 }
}

/** The document, as far as it was written. */
export function documentOf(draft: DocumentDraft): DocumentText {
  const { paragraphs, asides, mergedCells } = draft
  return { paragraphs, asides, mergedCells }
}

/** The cell that is being written; undefined outside tables. */
export function cellOf(draft: DocumentDraft): Cell | undefined {
  const table = draft.openTables.at(-1)
  return table && { table: table.table, row: table.row, column: table.column }
}

function keepAside(
  draft: DocumentDraft,
  reason: string,
  text: string,
  place: ParagraphPlace,
): void {
  const words = wholeCharacters(text.trim())
  const isOfPages = PAGE_REASONS.has(reason)
  if (words === '' || (isOfPages && draft.pageTexts.has(words))) return
  if (isOfPages) draft.pageTexts.add(words)
  draft.asides.push({ reason, text: words, place })
}

/** What stands on many pages, but is kept once. */
const PAGE_REASONS = new Set(['page header', 'page footer'])
const MOST_COLUMNS = 1000
