/** What each control word of rich text (RTF 1.9.1) does to the text that is being written. */
import { openAside, renameAside } from './document-draft.ts'
import { codePage } from './rtf-encodings.ts'
import { announceCell, announceRow, endCell, endRow, endRtfParagraph } from './rtf-table.ts'
import { addWords, groupOf, type RtfGroup, type RtfWalk } from './rtf-walk.ts'
import { symbolText } from './symbols.ts'

/** Does what a control word says; `isOptional` where `\*` stands before it. */
export function readWord(
  walk: RtfWalk,
  name: string,
  { value, isOptional }: { readonly value: number | undefined; readonly isOptional: boolean },
): void {
  const group = groupOf(walk)
  if (group === undefined || group.kind === 'skipped') return
  if (group.kind === 'fonts') readFont(walk, name, value)
  else if (isOptional && !OPTIONAL_TEXT.has(name)) group.kind = 'skipped'
  else if (group.kind === 'quiet' && !LOUD.has(name)) return
  else WORDS.get(name)?.(walk, value, group)
}

/** Does what a control symbol says. */
export function readSymbol(walk: RtfWalk, symbol: string): void {
  const character = SYMBOLS.get(symbol)
  if (character !== undefined) addWords(walk, character)
  // A backslash at the end of a line is a paragraph's end, as TextEdit writes it.
  else if (symbol === '\n' || symbol === '\r') readWord(walk, 'par', PLAIN_WORD)
}

type Word = (walk: RtfWalk, value: number | undefined, group: RtfGroup) => void

/** Words of the table of fonts: a number, then the character set of that font. */
function readFont(walk: RtfWalk, name: string, value: number | undefined): void {
  if (value === undefined) return
  if (name === 'f') walk.described = value
  else if (name === 'fcharset' && walk.charsets.size < MOST_FONTS) {
    walk.charsets.set(walk.described, value)
  }
}

function readUnicode(walk: RtfWalk, value: number | undefined, group: RtfGroup): void {
  if (value === undefined) return
  const code = value < 0 ? value + 0x10000 : value
  walk.standIns = group.standIns
  if (code > 0xffff || code < 0) return
  const isSign = code >= 0xf000 && code <= 0xf0ff
  addWords(walk, isSign ? symbolText(code, '') : String.fromCharCode(code))
}

function beginAside(walk: RtfWalk, reason: string, group: RtfGroup): void {
  const isOfPages = reason.startsWith('page ')
  openAside(walk.draft, reason, isOfPages ? FIRST : undefined)
  group.kind = 'text'
  group.isAside = true
  group.isInTable = false
}

function isOn(value: number | undefined): boolean {
  return value !== 0
}

const skip: Word = (_walk, _value, group) => {
  group.kind = 'skipped'
}
const quiet: Word = (_walk, _value, group) => {
  group.kind = 'quiet'
}
const character =
  (written: string): Word =>
  (walk) =>
    addWords(walk, written)
const aside =
  (reason: string): Word =>
  (walk, _value, group) =>
    beginAside(walk, reason, group)

/** Groups about the file, of pictures, and of what other groups say better. */
const SKIPPED =
  'colortbl stylesheet info pict fldinst listtext pntext pntxta pntxtb nonesttables nonshppict ' +
  'shprslt objclass objdata objname xe tc rxe txe revtbl atnid atnauthor template private'

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
}

const ASIDES: Readonly<Record<string, string>> = {
  footnote: 'footnote',
  annotation: 'comment',
  shptxt: 'text box',
  dptxbxtext: 'text box',
  header: 'page header',
  headerl: 'page header',
  headerr: 'page header',
  headerf: 'page header',
  footer: 'page footer',
  footerl: 'page footer',
  footerr: 'page footer',
  footerf: 'page footer',
}

const WORDS: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...SKIPPED.split(' ').map((name): [string, Word] => [name, skip]),
  ...Object.entries(CHARACTERS).map(([name, it]): [string, Word] => [name, character(it)]),
  ...Object.entries(ASIDES).map(([name, reason]): [string, Word] => [name, aside(reason)]),
  ['par', endRtfParagraph],
  ['sect', endRtfParagraph],
  ['nestcell', endRtfParagraph],
  ['page', (walk) => addWords(walk, '\n')],
  ['cell', endCell],
  ['row', endRow],
  ['trowd', announceRow],
  ['cellx', announceCell],
  [
    'clvmrg',
    ({ table }) => {
      table.isMerged = true
    },
  ],
  [
    'pard',
    (_walk, _value, group) => {
      group.isInTable = false
      group.level = BODY_LEVEL
    },
  ],
  [
    'intbl',
    (_walk, _value, group) => {
      group.isInTable = true
    },
  ],
  [
    'outlinelevel',
    (_walk, value, group) => {
      group.level = value ?? BODY_LEVEL
    },
  ],
  [
    'plain',
    (_walk, _value, group) => {
      group.isHidden = false
      group.font = undefined
    },
  ],
  [
    'v',
    (_walk, value, group) => {
      group.isHidden = isOn(value)
    },
  ],
  [
    'deleted',
    (_walk, value, group) => {
      group.isDeleted = isOn(value)
    },
  ],
  [
    'f',
    (_walk, value, group) => {
      group.font = value
    },
  ],
  ['u', readUnicode],
  [
    'uc',
    (_walk, value, group) => {
      group.standIns = Math.min(Math.max(0, value ?? 1), MOST_STAND_INS)
    },
  ],
  [
    'ansicpg',
    (walk, value) => {
      walk.encoding = codePage(value)
    },
  ],
  [
    'mac',
    (walk) => {
      walk.encoding = codePage(MACINTOSH)
    },
  ],
  [
    'deff',
    (walk, value) => {
      walk.defaultFont = value
    },
  ],
  [
    'fonttbl',
    (_walk, _value, group) => {
      group.kind = 'fonts'
    },
  ],
  ['ftnalt', (walk) => renameAside(walk.draft, 'endnote')],
  ['upr', quiet],
  [
    'ud',
    (_walk, _value, group) => {
      group.kind = 'text'
    },
  ],
  ['shpinst', quiet],
  ['do', quiet],
])

/** Words that bring text in a group that holds none itself. */
const LOUD = new Set(['shptxt', 'dptxbxtext', 'ud'])
/** Words whose group holds text although it is marked as not needed. */
const OPTIONAL_TEXT = new Set(['annotation', 'shpinst', 'do', 'ud'])
/** `\~` no-break space, `\_` no-break hyphen, and what is escaped; `\-` only says where to break. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
])
const PLAIN_WORD = { value: undefined, isOptional: false }
const FIRST = { paragraph: 1, column: 1 }
const BODY_LEVEL = 9
const MACINTOSH = 10_000
const MOST_STAND_INS = 20
const MOST_FONTS = 10_000
