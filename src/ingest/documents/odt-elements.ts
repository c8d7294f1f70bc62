/** What each element of an OpenDocument text does to the text that is being written. */
import {
  addText,
  cellOf,
  closeTable,
  type DocumentDraft,
  endParagraph,
  mergeCell,
  openCell,
  openRow,
  openTable,
} from './document-draft.ts'

/** Where the walk through a part of an OpenDocument text stands. */
export interface OdtWalk {
  readonly draft: DocumentDraft
  /** Elements that are open from the one on that is passed over. */
  skipped: number
  /** Of each paragraph that is open (a text box stands in one), whether white space came last. */
  readonly whites: boolean[]
  /** Of each stretch of text that is open, whether it is hidden. */
  readonly hidden: boolean[]
  /** Names of the styles of text that is not shown. */
  readonly hiddenStyles: Set<string>
  /** Name of the style that is being read. */
  style: string | undefined
  /** Of each table that is open: how many rows below the cell of a column covers. */
  readonly tall: Map<number, number>[]
}

type Attributes = Readonly<Record<string, string>>

/** Why the text of an element is kept apart; undefined if it is not. */
export function asideReason(name: string, attributes: Attributes): string | undefined {
  const reason = ASIDES.get(name)
  return reason === 'footnote' && attributes['text:note-class'] === 'endnote' ? 'endnote' : reason
}

/** What happens where an element opens. */
export const OPENING: ReadonlyMap<string, (walk: OdtWalk, attributes: Attributes) => void> =
  new Map<string, (walk: OdtWalk, attributes: Attributes) => void>([
    ['text:p', openText],
    ['text:h', openText],
    [
      'text:span',
      ({ hidden, hiddenStyles }, { 'text:style-name': style = '' }) =>
        void hidden.push(hiddenStyles.has(style)),
    ],
    [
      'text:section',
      ({ hidden }, { 'text:display': display }) => void hidden.push(display === 'none'),
    ],
    ['text:s', (walk, { 'text:c': count = '1' }) => addCharacters(walk, ' ', Number(count))],
    ['text:tab', (walk) => addCharacters(walk, '\t', 1)],
    ['text:line-break', (walk) => addCharacters(walk, '\n', 1)],
    [
      'style:style',
      (walk, { 'style:name': name }) => {
        walk.style = name
      },
    ],
    ['style:text-properties', readStyle],
    ['table:table', beginTable],
    ['table:table-row', ({ draft }) => openRow(draft)],
    ['table:table-cell', beginCell],
    ['table:covered-table-cell', beginCoveredCell],
  ])

/** What happens where an element closes that was not passed over. */
export const CLOSING: ReadonlyMap<string, (walk: OdtWalk) => void> = new Map([
  ['text:p', (walk) => closeText(walk, false)],
  ['text:h', (walk) => closeText(walk, true)],
  ['text:span', ({ hidden }) => void hidden.pop()],
  ['text:section', ({ hidden }) => void hidden.pop()],
  [
    'style:style',
    (walk) => {
      walk.style = undefined
    },
  ],
  ['table:table', endTable],
])

function openText(walk: OdtWalk, { 'text:style-name': style = '' }: Attributes): void {
  walk.whites.push(true)
  walk.hidden.push(walk.hiddenStyles.has(style))
}

function closeText(walk: OdtWalk, isHeading: boolean): void {
  walk.whites.pop()
  walk.hidden.pop()
  endParagraph(walk.draft, { isHeading })
}

function addCharacters({ draft, whites }: OdtWalk, character: string, count: number): void {
  if (whites.length === 0) return
  whites[whites.length - 1] = false
  addText(draft, character.repeat(count >= 1 && count <= MOST_REPEATED ? count : 1))
}

function readStyle(walk: OdtWalk, { 'text:display': display }: Attributes): void {
  if (display === 'none' && walk.style !== undefined) walk.hiddenStyles.add(walk.style)
}

function beginTable({ draft, tall }: OdtWalk): void {
  openTable(draft)
  tall.push(new Map())
}

function endTable({ draft, tall }: OdtWalk): void {
  closeTable(draft)
  tall.pop()
}

function beginCell({ draft, tall }: OdtWalk, attributes: Attributes): void {
  openCells(draft, attributes)
  const rows = Number(attributes['table:number-rows-spanned'] ?? '1')
  const column = cellOf(draft)?.column
  if (rows > 1 && column !== undefined) tall.at(-1)?.set(column, rows - 1)
}

/** A cell that the one above it or beside it covers. */
function beginCoveredCell({ draft, tall }: OdtWalk, attributes: Attributes): void {
  openCells(draft, attributes)
  const column = cellOf(draft)?.column ?? -1
  const rows = tall.at(-1)?.get(column) ?? 0
  if (rows === 0) return
  tall.at(-1)?.set(column, rows - 1)
  mergeCell(draft)
}

/** Equal cells beside one another are written once. */
function openCells(draft: DocumentDraft, attributes: Attributes): void {
  const count = Number(attributes['table:number-columns-repeated'] ?? '1')
  openCell(draft)
  for (let i = 1; i < Math.min(count, MOST_REPEATED); i += 1) openCell(draft)
}

const MOST_REPEATED = 1000

/** Elements passed over with all that is in them: deleted text, names of authors, descriptions. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:number',
  'text:ruby-text',
  'text:hidden-text',
  'text:placeholder',
  'dc:creator',
  'dc:date',
  'meta:creator-initials',
  'meta:date-string',
  'loext:sender-initials',
  'svg:title',
  'svg:desc',
  'office:forms',
  'office:binary-data',
  'draw:object',
  'math:math',
])

const ASIDES: ReadonlyMap<string, string> = new Map([
  ['text:note', 'footnote'],
  ['office:annotation', 'comment'],
  ['draw:text-box', 'text box'],
  ['draw:custom-shape', 'text box'],
  ['draw:rect', 'text box'],
  ['draw:ellipse', 'text box'],
  ['text:table-of-content', 'table of contents'],
  ['text:illustration-index', 'table of contents'],
  ['text:table-index', 'table of contents'],
  ['text:alphabetical-index', 'table of contents'],
  ['style:header', 'page header'],
  ['style:header-left', 'page header'],
  ['style:header-first', 'page header'],
  ['style:footer', 'page footer'],
  ['style:footer-left', 'page footer'],
  ['style:footer-first', 'page footer'],
])
