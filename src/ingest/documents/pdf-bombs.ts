/**
 * Refuses a PDF that unpacks to far more than it should. Only what is read is looked at: pictures
 * and attached files are never unpacked.
 */
import { constants, inflateSync } from 'node:zlib'
import { BadFile } from '../bad-file.ts'
import { BOMB } from './pdf-problems.ts'

/** Throws `BadFile` where the packed parts of a PDF are too large together. */
export function refuseBombs(bytes: Buffer): void {
  let left = Math.max(MOST_BYTES, MOST_RATIO * bytes.length)
  let parts = 0
  for (let at = bytes.indexOf(STREAM); at !== -1; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    const facts = bytes.toString('latin1', Math.max(0, at - LONGEST_FACTS), at)
    const own = facts.slice(facts.lastIndexOf('obj') + 1)
    const times = own.match(PACKED)?.length ?? 0
    if (times === 0 || NOT_READ.test(own)) continue
    const start = at + STREAM.length + (bytes[at + STREAM.length] === CARRIAGE_RETURN ? 2 : 1)
    parts += 1
    left -= unpackedLength(bytes.subarray(start), times, left)
    if (left <= 0 || parts > MOST_PARTS) throw new BadFile('zip-bomb', BOMB)
  }
}

/** Bytes of a part that was packed once or several times; `most` or more where it is too large. */
function unpackedLength(packed: Buffer, times: number, most: number): number {
  let data = packed
  for (let i = 0; i < Math.min(times, MOST_TIMES); i += 1) {
    try {
      data = inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH })
    } catch (error) {
      const isTooLarge = error instanceof RangeError
      return isTooLarge ? most : data === packed ? 0 : data.length
    }
  }
  return data.length
}

/** The word behind which the bytes of a part stand. */
const STREAM = Buffer.from('stream')
const CARRIAGE_RETURN = 13
/** Bytes before that word in which the facts of the part stand. */
const LONGEST_FACTS = 1000
/** "/FlateDecode", once for each time that the part was packed. */
const PACKED = /\/(?:FlateDecode|Fl)\b/gu
/** "/Subtype /Image", "/Type /EmbeddedFile" */
const NOT_READ = /\/Image\b|\/EmbeddedFile\b/u
const MOST_TIMES = 4
/** Packed parts: a page has one to three, and 5,000 pages are read. */
const MOST_PARTS = 20_000
/** Unpacked bytes for each byte of the file; pages of text have some ten. */
const MOST_RATIO = 40
/** Unpacked bytes that are fine in a PDF of any size. */
const MOST_BYTES = 64 * 1024 * 1024
