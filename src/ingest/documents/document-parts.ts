/** The parts of an office file: which there are, and their XML as text. */
import { BadFile } from '../bad-file.ts'
import type { Zip } from '../zip.ts'

/** The text of an XML part; undefined if there is no such part. Throws `BadFile` where it is broken. */
export function xmlPart(zip: Zip, name: string): string | undefined {
  const pieces = zip.pieces(name)
  if (pieces === undefined) return undefined
  let decoder: ReturnType<typeof decoderOf> | undefined
  let size = 0
  let xml = ''
  for (const piece of pieces) {
    size += piece.length
    if (size > MOST_BYTES) throw new BadFile('too-large', TOO_LARGE)
    decoder ??= decoderOf(piece)
    xml += decoder.decode(piece, { stream: true })
  }
  return xml + (decoder?.decode() ?? '')
}

function decoderOf(start: Uint8Array) {
  return new TextDecoder(xmlEncoding(start))
}

/** The encoding of XML, by its byte-order mark or its declaration; UTF-8 if neither is there. */
function xmlEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = Buffer.from(bytes.subarray(0, LONGEST_DECLARATION)).toString('latin1')
  const named = DECLARED.exec(start)?.groups?.name ?? 'utf-8'
  // What could be read as ASCII up to here is no UTF-16, whatever it says.
  if (named.toLowerCase().startsWith('utf-16')) return 'utf-8'
  try {
    return new TextDecoder(named).encoding
  } catch {
    return 'utf-8'
  }
}

/** Bytes of XML; a book of a million words has fifty million. */
const MOST_BYTES = 128 * 1024 * 1024
const TOO_LARGE = `The text of this document has more than ${MOST_BYTES >> 20} MB of markup. Split it into several documents.`
const LONGEST_DECLARATION = 200
/** `<?xml version="1.0" encoding="ISO-8859-1"?>`. */
const DECLARED = /^<\?xml[^>]*\sencoding=["'](?<name>[\w.:-]+)["']/u
