/** What each element of a Word file's markup does to the text that is being written. */
import {
  addHidden,
  addText,
  closeAside,
  closeTable,
  endOpenParagraph,
  endParagraph,
  mergeCell,
  openAside,
  openCell,
  openRow,
  openTable,
  placeIn,
  widenCell,
} from './document-draft.ts'
import type { Attributes } from './docx-names.ts'
import { isOn } from './docx-styles.ts'
import { type DocxWalk, newStory } from './docx-walk.ts'
import { symbolText } from './symbols.ts'

/** Elements passed over with all that is in them: codes of fields, former properties. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:fldData',
  'w:binData',
  'w:rt',
  'w:sectPr',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
])

type Opening = (walk: DocxWalk, attributes: Attributes) => void

/** What happens where an element opens. */
export const OPENING: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ['w:p', openParagraph],
  [
    'w:pPr',
    ({ story }) => {
      story.about = 'paragraph'
    },
  ],
  [
    'w:rPr',
    ({ story }) => {
      story.about = story.about === 'paragraph' ? 'paragraph end' : 'run'
    },
  ],
  [
    'w:pStyle',
    ({ story }, { 'w:val': id }) => {
      story.style = id
    },
  ],
  [
    'w:outlineLvl',
    ({ story }, { 'w:val': level }) => {
      story.level = Number(level)
    },
  ],
  ['w:del', openDeleted],
  ['w:moveFrom', openDeleted],
  [
    'w:r',
    ({ story }) => {
      story.isHidden = false
    },
  ],
  ['w:rStyle', openRunStyle],
  ['w:vanish', openVanish],
  [
    'w:t',
    (walk) => {
      walk.words = ''
    },
  ],
  ['w:tab', (walk) => addCharacter(walk, '\t')],
  ['w:ptab', (walk) => addCharacter(walk, '\t')],
  ['w:br', (walk) => addCharacter(walk, '\n')],
  ['w:cr', (walk) => addCharacter(walk, '\n')],
  ['w:noBreakHyphen', (walk) => addCharacter(walk, '\u2011')],
  ['w:sym', openSymbol],
  ['w:fldChar', openFieldMark],
  ['w:footnoteReference', (walk, { 'w:id': id }) => setAnchor(walk, 'footnote', id)],
  ['w:endnoteReference', (walk, { 'w:id': id }) => setAnchor(walk, 'endnote', id)],
  ['w:commentReference', (walk, { 'w:id': id }) => setAnchor(walk, 'comment', id)],
  ['w:footnote', (walk, attributes) => openNote(walk, 'footnote', attributes)],
  ['w:endnote', (walk, attributes) => openNote(walk, 'endnote', attributes)],
  ['w:comment', (walk, attributes) => openNote(walk, 'comment', attributes)],
  ['w:txbxContent', openTextBox],
  ['w:tbl', ({ known }) => openTable(known.draft)],
  ['w:tr', ({ known }) => openRow(known.draft)],
  ['w:tc', ({ known }) => openCell(known.draft)],
  ['w:gridSpan', ({ known }, { 'w:val': columns }) => widenCell(known.draft, Number(columns))],
  ['w:vMerge', openMerge],
  ['w:sdt', ({ hints }) => void hints.push(false)],
  ['w:showingPlcHdr', openHint],
  ['w:sdtContent', openFormContent],
  ['mc:AlternateContent', ({ choices }) => void choices.push(false)],
  ['mc:Choice', openChoice],
  ['mc:Fallback', openChoice],
  [
    'w:altChunk',
    ({ known }) => {
      known.hasEmbedded = true
    },
  ],
])

/** What happens where an element closes that was not passed over. */
export const CLOSING: ReadonlyMap<string, (walk: DocxWalk) => void> = new Map([
  ['w:p', closeParagraph],
  [
    'w:pPr',
    ({ story }) => {
      story.about = undefined
    },
  ],
  [
    'w:rPr',
    ({ story }) => {
      story.about = story.about === 'run' ? undefined : 'paragraph'
    },
  ],
  [
    'w:r',
    ({ story }) => {
      story.isHidden = false
    },
  ],
  ['w:t', closeWords],
  ['w:footnote', ({ known }) => closeAside(known.draft)],
  ['w:endnote', ({ known }) => closeAside(known.draft)],
  ['w:comment', ({ known }) => closeAside(known.draft)],
  ['w:txbxContent', closeTextBox],
  ['w:tc', ({ known }) => endOpenParagraph(known.draft)],
  ['w:tbl', ({ known }) => closeTable(known.draft)],
  ['w:sdt', ({ hints }) => void hints.pop()],
  ['mc:AlternateContent', ({ choices }) => void choices.pop()],
])

function openParagraph({ story }: DocxWalk): void {
  story.style = undefined
  story.level = undefined
  story.about = undefined
}

function closeParagraph({ story, known }: DocxWalk): void {
  const { isJoined, style, level } = story
  story.isJoined = false
  if (isJoined) return
  const facts = known.styleOf(style)
  const isHeading = level === undefined ? facts.isHeading : level < BODY_LEVEL
  const leftOut = facts.isContents ? 'table of contents' : undefined
  endParagraph(known.draft, { isHeading, leftOut })
}

/** Deleted text is passed over; where the end of a paragraph is deleted, two become one. */
function openDeleted(walk: DocxWalk): void {
  if (walk.story.about === 'paragraph end') walk.story.isJoined = true
  walk.skipped = 1
}

function openRunStyle({ story, known }: DocxWalk, { 'w:val': id }: Attributes): void {
  if (story.about === 'run' && known.styleOf(id).isHidden) story.isHidden = true
}

function openVanish({ story }: DocxWalk, { 'w:val': value }: Attributes): void {
  if (story.about === 'run') story.isHidden = isOn(value)
}

function closeWords(walk: DocxWalk): void {
  const words = walk.words ?? ''
  walk.words = undefined
  addWords(walk, words.replace(LINE_BREAK, ' '))
}

/** A character that has an element of its own; the same element may stand among properties. */
function addCharacter(walk: DocxWalk, character: string): void {
  if (walk.story.about === undefined) addWords(walk, character)
}

function addWords({ story, known }: DocxWalk, words: string): void {
  if (story.codes > 0) return
  if (story.isHidden || known.styleOf(story.style).isHidden) addHidden(known.draft, words)
  else addText(known.draft, words)
}

function openSymbol(
  walk: DocxWalk,
  { 'w:char': code = '', 'w:font': font = '' }: Attributes,
): void {
  addWords(walk, symbolText(Number.parseInt(code, 16), font))
}

function openFieldMark({ story }: DocxWalk, { 'w:fldCharType': type }: Attributes): void {
  if (type === 'begin') {
    story.fields.push(true)
    story.codes += 1
    return
  }
  const isCode = type === 'end' ? story.fields.pop() : story.fields.at(-1)
  if (isCode !== true) return
  story.codes -= 1
  if (type !== 'end') story.fields[story.fields.length - 1] = false
}

function setAnchor({ known }: DocxWalk, kind: string, id: string | undefined): void {
  known.anchors.set(`${kind} ${id}`, placeIn(known.draft))
}

/** A note of a part with notes; the lines that separate notes from the text are stored as notes too. */
function openNote(walk: DocxWalk, kind: string, attributes: Attributes): void {
  const { 'w:id': id, 'w:type': type = 'normal' } = attributes
  if (type !== 'normal') walk.skipped = 1
  else openAside(walk.known.draft, kind, walk.known.anchors.get(`${kind} ${id}`) ?? START)
}

function openTextBox(walk: DocxWalk): void {
  walk.outer.push(walk.story)
  walk.story = newStory()
  openAside(walk.known.draft, 'text box')
}

function closeTextBox(walk: DocxWalk): void {
  walk.story = walk.outer.pop() ?? walk.story
  closeAside(walk.known.draft)
}

function openMerge({ known }: DocxWalk, { 'w:val': value }: Attributes): void {
  if (value !== 'restart') mergeCell(known.draft)
}

function openHint({ hints }: DocxWalk, { 'w:val': value }: Attributes): void {
  if (hints.length > 0) hints[hints.length - 1] = isOn(value)
}

function openFormContent(walk: DocxWalk): void {
  if (walk.hints.at(-1) === true) walk.skipped = 1
}

/** The first alternative is taken; the others say the same for older programs. */
function openChoice(walk: DocxWalk): void {
  const last = walk.choices.length - 1
  if (walk.choices[last] === true) walk.skipped = 1
  else if (last >= 0) walk.choices[last] = true
}

const START = { paragraph: 1, column: 1 }
const BODY_LEVEL = 9
/** A line break in the markup, with what indents the next line. */
const LINE_BREAK = /[ \t]*(?:\r\n?|\n)[ \t\r\n]*/gu
