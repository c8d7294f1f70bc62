/**
 * Bytes → text, a piece at a time. Line ends become `\n` and the byte-order mark goes; nothing else
 * is changed, and nothing is replaced: bytes that the encoding does not define end the decoding.
 */
import { isAscii, isUtf8, transcode } from 'node:buffer'
import type { Encoding } from './encodings.ts'
import type { ByteSource } from './reader.ts'
import { decodeWindows1252, firstUndefinedByte } from './windows-1252.ts'

/** Bytes that the encoding does not define. */
export const UNDECODABLE = Symbol('undecodable')

/**
 * The text of a file in pieces of at most `length` bytes; `UNDECODABLE` and then no more where the
 * bytes are not of this encoding. No piece ends between the halves of a line end or a character.
 */
export function* textPieces(
  source: ByteSource,
  encoding: Encoding,
  length: number,
): Generator<string | typeof UNDECODABLE> {
  const decode = pieceDecoder(encoding.name)
  const lines = lineEndings()
  let at = encoding.bomLength
  do {
    const bytes = asBuffer(source.read(at, length))
    at += bytes.length
    const isLast = bytes.length === 0 || at >= source.size
    const text = decode(bytes, isLast)
    if (text === undefined) {
      yield UNDECODABLE
      return
    }
    yield lines(text, isLast)
    if (isLast) return
  } while (true)
}

/** The same bytes as a Buffer, without copying. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Decodes pieces in order; undefined for bytes that are not of the encoding. */
type PieceDecoder = (bytes: Buffer, isLast: boolean) => string | undefined

/** The decoder of an encoding of the WHATWG standard, by its canonical name. */
export function pieceDecoder(name: string): PieceDecoder {
  if (name === 'utf-8') return utf8Decoder()
  if (name === 'windows-1252') {
    return (bytes) => (firstUndefinedByte(bytes) === -1 ? decodeWindows1252(bytes) : undefined)
  }
  return platformDecoder(name)
}

/** Joins a character that two pieces share; pure ASCII takes the shortest way. */
function utf8Decoder(): PieceDecoder {
  let held = Buffer.alloc(0)
  return (bytes, isLast) => {
    const all = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    const end = isLast ? all.length : wholeCharacters(all)
    held = Buffer.from(all.subarray(end))
    const whole = all.subarray(0, end)
    if (isAscii(whole)) return whole.toString('latin1')
    // Four times as fast as toString('utf8'); exact, since the bytes are known to be UTF-8.
    return isUtf8(whole) ? transcode(whole, 'utf8', 'utf16le').toString('utf16le') : undefined
  }
}

/** How many bytes hold whole characters: a character of UTF-8 has at most four bytes. */
export function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

function platformDecoder(name: string): PieceDecoder {
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true })
  const isUnicode = name.startsWith('utf-')
  return (bytes, isLast) => {
    try {
      const text = decoder.decode(bytes, { stream: !isLast })
      // The standard gives control characters for bytes that an old code page leaves undefined.
      return !isUnicode && UPPER_CONTROL.test(text) ? undefined : text
    } catch {
      return undefined
    }
  }
}

/** CR and CRLF → LF, also where a piece ends between CR and LF. */
function lineEndings(): (text: string, isLast: boolean) => string {
  let heldReturn = false
  return (text, isLast) => {
    const joined = heldReturn ? `\r${text}` : text
    heldReturn = !isLast && joined.endsWith('\r')
    const whole = heldReturn ? joined.slice(0, -1) : joined
    return whole.includes('\r') ? whole.replace(RETURN, '\n') : whole
  }
}

/** "\r\n" or a lone "\r". */
const RETURN = /\r\n?/gu
/** "\x85" in a text that was never in this encoding. */
const UPPER_CONTROL = /[\u0080-\u009f]/u
