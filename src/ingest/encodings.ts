/**
 * Which encodings a file may be in, by its first bytes: a byte-order mark decides; else bytes that
 * alternate with zeros are UTF-16; else UTF-8 is tried, and Windows-1252 where that fails.
 */
import { isAscii } from 'node:buffer'
import { fileKindOf } from './file-kinds.ts'

/** An encoding that a file is, or may be, in. */
export interface Encoding {
  /** Lower case, as in the WHATWG encoding standard: `utf-8`, `windows-1252`. */
  readonly name: string
  /** Length in bytes of the byte-order mark. */
  readonly bomLength: number
}

/** The encodings that transcripts are most often in: to choose from. */
export const ENCODING_NAMES: readonly string[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
]

/** The encodings to try in order, or why there is none. */
export type EncodingChoice =
  | { readonly kind: 'try'; readonly encodings: readonly Encoding[] }
  | { readonly kind: 'refused'; readonly id: string; readonly message: string }

/** Chooses by the first bytes of a file and by the encoding that the analyst forces, if any. */
export function encodingsOf(head: Buffer, forced: string | undefined): EncodingChoice {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))
  const marked = bom && { name: bom.name, bomLength: bom.bytes.length }
  if (forced !== undefined) return forcedEncoding(forced, marked)
  if (marked !== undefined) return { kind: 'try', encodings: [marked] }
  const kind = fileKindOf(head)
  if (kind !== undefined) {
    return refused('binary-file', `This is ${kind.what}, not text. ${kind.advice}`)
  }
  const wide = wideEncoding(head)
  if (wide !== undefined) return { kind: 'try', encodings: [{ name: wide, bomLength: 0 }] }
  if (isBinary(head)) {
    return refused(
      'binary-file',
      'This looks like a binary file, not text. Export it as plain text; if it is text, name its ' +
        'encoding with --encoding.',
    )
  }
  return { kind: 'try', encodings: ['utf-8', 'windows-1252'].map(withoutBom) }
}

/** Whether the bytes hold the escape codes that switch alphabets in ISO-2022 (Japanese, Korean). */
export function hasAlphabetEscapes(head: Buffer): boolean {
  return head.includes('\x1b$') && isAscii(head)
}

function forcedEncoding(forced: string, marked: Encoding | undefined): EncodingChoice {
  const name = encodingName(forced)
  if (name === undefined) {
    return refused(
      'unknown-encoding',
      `The encoding “${forced}” is not known. Names that work: ${ENCODING_NAMES.join(', ')}.`,
    )
  }
  return { kind: 'try', encodings: [marked?.name === name ? marked : withoutBom(name)] }
}

/** The name that an encoding has in the standard: `Latin1` → `windows-1252`; undefined for none. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function withoutBom(name: string): Encoding {
  return { name, bomLength: 0 }
}

/** UTF-16 without a mark: Latin letters leave every second byte zero. */
function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (!head.includes(0)) return undefined
  const zeros = [0, 0]
  const length = head.length - (head.length % 2)
  for (let i = 0; i < length; i += 1) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const units = length / 2
  if (odd >= MOSTLY * units && even <= HARDLY * units) return 'utf-16le'
  if (even >= MOSTLY * units && odd <= HARDLY * units) return 'utf-16be'
  return undefined
}

/** A zero byte, or many control characters that no text holds. */
function isBinary(head: Buffer): boolean {
  if (head.includes(0)) return true
  if (hasAlphabetEscapes(head)) return false
  const checked = head.subarray(0, CHECKED)
  let controls = 0
  for (let i = 0; i < checked.length; i += 1) {
    const byte = checked[i] ?? 0
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls += 1
  }
  return controls > checked.length * MOST_CONTROLS
}

function refused(id: string, message: string): EncodingChoice {
  return { kind: 'refused', id, message }
}

const BOMS = [
  { name: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'utf-16be', bytes: [0xfe, 0xff] },
]
/** Share of units whose high byte is zero in UTF-16 text with Latin letters. */
const MOSTLY = 0.4
/** Share of units whose low byte is zero. */
const HARDLY = 0.02
/** Bytes that are looked at for control characters. */
const CHECKED = 1024
const MOST_CONTROLS = 0.01
