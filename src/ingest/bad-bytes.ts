/** Where and why the bytes of a file are not of an encoding, for the analyst who must mend them. */
import { asBuffer, pieceDecoder } from './decode.ts'
import type { Encoding } from './encodings.ts'
import type { ByteSource } from './reader.ts'

/** A place in a file that cannot be decoded. */
export interface BadPlace {
  /** 0-based offset of the first byte that is not of the encoding. */
  readonly offset: number
  /** As in `0x9D`; undefined where the file ends in the middle of a character. */
  readonly byte: string | undefined
  /** 1-based; undefined in UTF-16. */
  readonly line: number | undefined
}

/** The first place in the file that is not of the encoding; undefined if all of it is. */
export function badPlaceIn(source: ByteSource, encoding: Encoding): BadPlace | undefined {
  let from = encoding.bomLength
  let offset = -1
  // Each round decodes afresh up to where the last one failed, then in smaller steps.
  for (const step of STEPS) {
    const failed = failingStep(source, {
      name: encoding.name,
      start: encoding.bomLength,
      from,
      step,
    })
    if (failed === -1) return undefined
    from = failed
    offset = failed
  }
  if (encoding.name === 'utf-8') offset = characterStart(source, offset)
  const [byte] = source.read(offset, 1)
  const line = encoding.name.startsWith('utf-16') ? undefined : lineAt(source, offset)
  return { offset, byte: byte === undefined ? undefined : hex(byte), line }
}

/** A file that is UTF-8 but for a few bytes: how many, and where the first is. */
export function damagedUtf8(source: ByteSource): { strays: number; first: number } | undefined {
  let characters = 0
  let strays = 0
  let first = -1
  for (let at = 0; at < source.size; ) {
    const bytes = source.read(at, PIECE)
    if (bytes.length === 0) break
    const last = at + bytes.length >= source.size
    let i = 0
    while (i < bytes.length) {
      const byte = bytes[i] ?? 0
      const length = byte < 0x80 ? 1 : sequenceLength(bytes, i)
      if (length === 0 && !last && bytes.length > 4 && i > bytes.length - 4) break
      if (length === 0) {
        strays += 1
        if (first === -1) first = at + i
      } else if (length > 1) characters += 1
      i += Math.max(1, length)
      // What is left of a broken character is one stray, not several.
      while (length === 0 && i < bytes.length && ((bytes[i] ?? 0) & 0xc0) === 0x80) i += 1
    }
    at += i
  }
  return strays > 0 && characters >= MANY_TIMES * strays ? { strays, first } : undefined
}

/** Start of the step in which decoding fails; the size of the file if it fails at its end; or -1. */
function failingStep(
  source: ByteSource,
  round: {
    readonly name: string
    readonly start: number
    readonly from: number
    readonly step: number
  },
): number {
  const decode = pieceDecoder(round.name)
  let at = round.start
  while (at < source.size) {
    const length = at < round.from ? Math.min(PIECE, round.from - at) : round.step
    const bytes = asBuffer(source.read(at, length))
    if (bytes.length === 0) break
    if (decode(bytes, false) === undefined) return at
    at += bytes.length
  }
  return decode(Buffer.alloc(0), true) === undefined ? source.size : -1
}

/** UTF-8 fails at the byte that breaks a character; the character began up to three before. */
function characterStart(source: ByteSource, failed: number): number {
  const start = Math.max(0, failed - 3)
  const bytes = source.read(start, failed - start)
  for (let i = bytes.length - 1; i >= 0; i -= 1) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc2) return sequenceLength(bytes, i) === 0 ? start + i : failed
  }
  return failed
}

/** Length of the UTF-8 character of several bytes at `i`; 0 if there is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (lead > 0xf4) return 0
  for (let k = 1; k < length; k += 1) {
    const byte = bytes[i + k] ?? 0
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  return length
}

function lineAt(source: ByteSource, offset: number): number {
  let line = 1
  let before = 0
  for (let at = 0; at < offset; at += PIECE) {
    for (const byte of source.read(at, Math.min(PIECE, offset - at))) {
      if (byte === 13 || (byte === 10 && before !== 13)) line += 1
      before = byte
    }
  }
  return line
}

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

const PIECE = 1024 * 1024
const STEPS = [PIECE, 4096, 1]
/** So many whole characters for each stray byte, and the file was meant as UTF-8. */
const MANY_TIMES = 4
