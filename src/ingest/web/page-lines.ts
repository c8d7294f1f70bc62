/**
 * The order in which the blocks of a page are written, and what stands between them: a blank line,
 * or a tab between a short cell and the next. A table that names its columns (time, speaker, text)
 * becomes `[time] Speaker: text`, whatever their order, so that its speakers are found.
 */
import type { Block } from './page-blocks.ts'
import type { Cell } from './page-context.ts'

/** A block to be written. */
export interface PageLine {
  /** Number of the block in the page. */
  readonly index: number
  /** Why it is not coded; undefined if it is. */
  readonly reason: string | undefined
  /** What stands before and behind its text, and is no part of it. */
  readonly before: string
  readonly after: string
}

/** The lines of a page; `reasons` says of each block why it is not coded. */
export function pageLines(
  blocks: readonly Block[],
  reasons: readonly (string | undefined)[],
): PageLine[] {
  const lines: PageLine[] = []
  let columns: Columns | undefined
  let table: number | undefined
  for (let i = 0; i < blocks.length; ) {
    const end = rowEnd(blocks, i)
    const cell = blocks[i]?.context.cell
    if (cell === undefined) {
      lines.push({ index: i, reason: reasons[i], before: BLANK_LINE, after: '' })
      i = end
      continue
    }
    const row = blocks.slice(i, end).map((block, k): RowPart => {
      return { block, index: i + k, reason: reasons[i + k], cell: block.context.cell ?? cell }
    })
    const isHeader = cell.table !== table
    if (isHeader) columns = columnsOf(row)
    table = cell.table
    if (columns === undefined) addPlain(lines, row)
    else if (isHeader) addHeader(lines, row)
    else addSpeech(lines, row, columns)
    i = end
  }
  return lines
}

interface RowPart {
  readonly block: Block
  readonly index: number
  readonly cell: Cell
  readonly reason: string | undefined
}

/** What the columns of a table are called. */
interface Columns {
  readonly time: number | undefined
  readonly speaker: number
  readonly text: number
}

/** Where the row of a table ends that begins at a block; a block outside of tables is one. */
function rowEnd(blocks: readonly Block[], from: number): number {
  const cell = blocks[from]?.context.cell
  let end = from + 1
  if (cell === undefined) return end
  while (isSameRow(blocks[end]?.context.cell, cell)) end += 1
  return end
}

function isSameRow(a: Cell | undefined, b: Cell): boolean {
  return a !== undefined && a.table === b.table && a.row === b.row
}

/** The columns of a header that names a speaker and a text. */
function columnsOf(row: readonly RowPart[]): Columns | undefined {
  const named = (names: RegExp): number | undefined => {
    const found = row.find(({ block, reason }) => reason === undefined && names.test(block.text))
    return found?.cell.column
  }
  const speaker = named(SPEAKER)
  const text = named(TEXT)
  if (speaker === undefined || text === undefined) return undefined
  return { speaker, text, time: named(TIME) }
}

function addHeader(lines: PageLine[], row: readonly RowPart[]): void {
  row.forEach(({ index, reason }, i) => {
    const before = i === 0 ? BLANK_LINE : TAB
    lines.push({ index, reason: reason ?? 'table header', before, after: '' })
  })
}

/** A row as `[time] Speaker: text`; what stands in other columns comes behind and is not coded. */
function addSpeech(lines: PageLine[], row: readonly RowPart[], columns: Columns): void {
  const time = row.find(({ cell }) => cell.column === columns.time)
  const speaker = row.find(({ cell }) => cell.column === columns.speaker)
  let before = BLANK_LINE
  const add = ({ index, reason }: RowPart, open: string, after: string) => {
    lines.push({ index, reason, before: before + open, after })
    before = ''
  }
  if (time !== undefined) {
    const isBare = !time.block.text.startsWith('[')
    add(time, isBare ? '[' : '', isBare ? '] ' : ' ')
  }
  if (speaker !== undefined) add(speaker, '', speaker.block.text.endsWith(':') ? ' ' : ': ')
  for (const part of row) {
    if (part.cell.column !== columns.text) continue
    add(part, '', '')
    before = BLANK_LINE
  }
  before = BLANK_LINE
  for (const part of row) {
    if (part === time || part === speaker || part.cell.column === columns.text) continue
    const reason = part.reason ?? 'other column'
    lines.push({ index: part.index, reason, before, after: '' })
  }
}

function addPlain(lines: PageLine[], row: readonly RowPart[]): void {
  row.forEach(({ index, reason }, i) => {
    const before = isLabelCell(row, i - 1) ? TAB : BLANK_LINE
    lines.push({ index, reason, before, after: '' })
  })
}

/** A short cell of one block, with the next cell of its row behind it: `Sue` in `Sue⇥I said no.` */
function isLabelCell(row: readonly RowPart[], i: number): boolean {
  const part = row[i]
  const next = row[i + 1]
  if (part === undefined || next === undefined || next.cell.column === part.cell.column)
    return false
  if (row[i - 1]?.cell.column === part.cell.column) return false
  return part.reason === next.reason && part.block.text.length <= LONGEST_LABEL
}

const BLANK_LINE = '\n\n'
const TAB = '\t'
/** UTF-16 code units of a cell that may be a label. */
const LONGEST_LABEL = 60
/** "Speaker", "Name". */
const SPEAKER = /^(?:speakers?|name|participant|who|person|voice)$/iu
/** "Content" (NVivo), "Transcript". */
const TEXT = /^(?:content|text|transcript|transcription|speech|utterance|words)$/iu
/** "Timespan" (NVivo), "Start time". */
const TIME = /^(?:time|timespan|timestamp|timecode|start|start time|time stamp)$/iu
