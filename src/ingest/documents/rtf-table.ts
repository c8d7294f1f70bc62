/** Tables of rich text, which has no tables: only rows that follow on one another. */
import {
  closeTable,
  endParagraph,
  mergeCell,
  openCell,
  openRow,
  openTable,
} from './document-draft.ts'
import { groupOf, type RtfWalk } from './rtf-walk.ts'

/** Ends a paragraph, in a cell or not. */
export function endRtfParagraph(walk: RtfWalk): void {
  const group = groupOf(walk)
  if (walk.draft.openAsides.length === 0) {
    if (group?.isInTable === true) enterCell(walk)
    else leaveTable(walk)
  }
  endParagraph(walk.draft, { isHeading: group !== undefined && group.level < BODY_LEVEL })
}

/** Ends a cell and its last paragraph. */
export function endCell(walk: RtfWalk): void {
  if (walk.draft.openAsides.length > 0) return
  enterCell(walk)
  endParagraph(walk.draft)
  walk.table.isInCell = false
}

/** Ends a row. */
export function endRow({ table }: RtfWalk): void {
  table.isInRow = false
  table.isInCell = false
}

/** Begins the description of a row. */
export function announceRow({ table }: RtfWalk): void {
  table.merged = []
  table.isMerged = false
}

/** Ends the description of a cell. */
export function announceCell({ table }: RtfWalk): void {
  if (table.merged.length < MOST_COLUMNS) table.merged.push(table.isMerged)
  table.isMerged = false
}

function enterCell({ draft, table }: RtfWalk): void {
  if (!table.isOpen) openTable(draft)
  table.isOpen = true
  if (!table.isInRow) openRow(draft)
  table.isInRow = true
  if (table.isInCell) return
  table.isInCell = true
  openCell(draft)
  const column = draft.openTables.at(-1)?.column ?? -1
  if (table.merged[column] === true) mergeCell(draft)
}

function leaveTable(walk: RtfWalk): void {
  if (!walk.table.isOpen) return
  closeTable(walk.draft)
  endRow(walk)
  walk.table.isOpen = false
}

const BODY_LEVEL = 9
const MOST_COLUMNS = 1000
