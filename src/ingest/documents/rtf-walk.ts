/** Where the walk through rich text stands, and how words get from it into the document. */
import { addHidden, addText, type DocumentDraft } from './document-draft.ts'
import { charsetEncoding, decoded, SIGNS } from './rtf-encodings.ts'
import { symbolText } from './symbols.ts'

/** Where the walk stands. */
export interface RtfWalk {
  readonly draft: DocumentDraft
  /** The groups that are open, the innermost last; never empty while text is read. */
  readonly groups: RtfGroup[]
  /** Whether `\*` stood right before: what follows may be passed over. */
  isOptional: boolean
  /** Of the file, where the font says nothing. */
  encoding: string
  /** Number of the font where none is named. */
  defaultFont: number | undefined
  /** Character sets of the fonts. */
  readonly charsets: Map<number, number>
  /** Number of the font that is being described. */
  described: number
  /** Characters still to be passed over, since they only stand in for one that was given. */
  standIns: number
  /** Bytes of text that were not decoded yet: a character may have two. */
  readonly bytes: Buffer[]
  readonly table: RtfTable
}

/** What holds inside a group, and for the groups in it. */
export interface RtfGroup {
  /** `quiet`: holds no text itself, but groups in it may. */
  kind: 'text' | 'quiet' | 'skipped' | 'fonts'
  /** Whether an aside ends with this group. */
  isAside: boolean
  font: number | undefined
  /** How many characters stand in for one given by its number. */
  standIns: number
  isHidden: boolean
  isDeleted: boolean
  /** Whether the paragraph stands in a table. */
  isInTable: boolean
  /** Level of the outline, 0-based; 9 is body text. */
  level: number
}

/** The table that is being written, and how its next row was announced. */
export interface RtfTable {
  isOpen: boolean
  isInRow: boolean
  isInCell: boolean
  /** Whether each cell of the row goes on with the one above it. */
  merged: boolean[]
  /** Whether the cell that is being announced does. */
  isMerged: boolean
}

/** What holds at the start of a file. */
export function newGroup(): RtfGroup {
  return {
    kind: 'text',
    isAside: false,
    font: undefined,
    standIns: 1,
    isHidden: false,
    isDeleted: false,
    isInTable: false,
    level: BODY_LEVEL,
  }
}

/** The innermost group that is open. */
export function groupOf({ groups }: RtfWalk): RtfGroup | undefined {
  return groups.at(-1)
}

/** Adds words where the text is seen, and keeps them apart where it is hidden. */
export function addWords(walk: RtfWalk, words: string): void {
  const group = groupOf(walk)
  if (group === undefined || group.kind !== 'text' || group.isDeleted) return
  if (group.isHidden) addHidden(walk.draft, words)
  else addText(walk.draft, words)
}

/** Decodes and adds the bytes that wait. */
export function addBytes(walk: RtfWalk): void {
  if (walk.bytes.length === 0) return
  const [first] = walk.bytes
  const isOne = walk.bytes.length === 1 && first !== undefined
  const bytes = isOne ? first : Buffer.concat(walk.bytes)
  walk.bytes.length = 0
  addWords(walk, wordsOf(walk, bytes))
}

function wordsOf(walk: RtfWalk, bytes: Buffer): string {
  const font = groupOf(walk)?.font ?? walk.defaultFont
  const charset = font === undefined ? undefined : walk.charsets.get(font)
  const encoding = charsetEncoding(charset) ?? walk.encoding
  if (encoding !== SIGNS) return decoded(bytes, encoding)
  return [...bytes].map((byte) => (byte === SPACE ? ' ' : symbolText(byte, 'Symbol'))).join('')
}

const SPACE = 32
const BODY_LEVEL = 9
