/**
 * Walks through rich text and writes down what a reader of the page sees. Groups that hold facts
 * about the file (fonts, styles, pictures) are passed over, and so is every group that is marked
 * with `\*` as not needed for reading, unless it is known to hold text.
 */
import { BadFile } from '../bad-file.ts'
import { closeAside, documentOf, endOpenParagraph, newDraft } from './document-draft.ts'
import type { DocumentText } from './document-text.ts'
import { type RtfListener, walkRtf } from './rtf-tokens.ts'
import { addBytes, groupOf, newGroup, type RtfWalk } from './rtf-walk.ts'
import { readSymbol, readWord } from './rtf-words.ts'

/** What a file of rich text says. */
export interface RtfText {
  readonly document: DocumentText
  /** Of the file; its fonts may have others. */
  readonly encoding: string
  /** False where the file ends before its last group does. */
  readonly isWhole: boolean
}

/** Reads rich text; throws `BadFile` for what is none. */
export function rtfText(bytes: Buffer): RtfText {
  const start = bytes.indexOf('{\\rtf')
  if (start === -1 || start > LATEST_START) throw new BadFile('no-document', NO_DOCUMENT)
  const walk: RtfWalk = {
    draft: newDraft(),
    groups: [],
    isOptional: false,
    encoding: 'windows-1252',
    defaultFont: undefined,
    charsets: new Map(),
    described: 0,
    standIns: 0,
    bytes: [],
    table: { isOpen: false, isInRow: false, isInCell: false, merged: [], isMerged: false },
  }
  walkRtf(bytes.subarray(start), listenerOf(walk))
  const isWhole = walk.groups.length === 0
  while (walk.groups.length > 0) closeGroup(walk)
  endOpenParagraph(walk.draft)
  return { document: documentOf(walk.draft), encoding: walk.encoding, isWhole }
}

function listenerOf(walk: RtfWalk): RtfListener {
  return {
    open: () => openGroup(walk),
    close: () => closeGroup(walk),
    word: (name, value) => {
      addBytes(walk)
      walk.standIns = 0
      const { isOptional } = walk
      walk.isOptional = false
      readWord(walk, name, { value, isOptional })
    },
    symbol: (symbol) => {
      addBytes(walk)
      walk.isOptional = symbol === '*'
      if (walk.standIns > 0) walk.standIns -= 1
      else readSymbol(walk, symbol)
    },
    byte: (value) => {
      if (walk.standIns > 0) walk.standIns -= 1
      else addPiece(walk, Buffer.of(value))
    },
    text: (piece) => {
      const passed = Math.min(walk.standIns, piece.length)
      walk.standIns -= passed
      if (passed < piece.length) addPiece(walk, piece.subarray(passed))
    },
  }
}

function addPiece(walk: RtfWalk, piece: Buffer): void {
  walk.isOptional = false
  if (groupOf(walk)?.kind === 'text') walk.bytes.push(piece)
  if (walk.bytes.length >= MOST_PIECES) addBytes(walk)
}

function openGroup(walk: RtfWalk): void {
  addBytes(walk)
  walk.standIns = 0
  walk.isOptional = false
  if (walk.groups.length >= DEEPEST) throw new BadFile('too-deep', TOO_DEEP)
  walk.groups.push({ ...(groupOf(walk) ?? newGroup()), isAside: false })
}

/** Ends a group; false where it was the last. */
function closeGroup(walk: RtfWalk): boolean {
  addBytes(walk)
  walk.standIns = 0
  if (walk.groups.pop()?.isAside === true) closeAside(walk.draft)
  return walk.groups.length > 0
}

/** Bytes: white space or a byte-order mark may stand before the text. */
const LATEST_START = 100
/** Pieces that wait; no paragraph comes near it, but a file that is made to fill the memory. */
const MOST_PIECES = 1 << 20
const DEEPEST = 1000
const TOO_DEEP = `The file nests more than ${DEEPEST} groups in one another and was refused. Open it in its own program and save it again.`
const NO_DOCUMENT =
  'This is no rich text: it does not begin with “{\\rtf”. Leave --reader out to let voices choose.'
