/**
 * ZIP archives, which Word, Excel and OpenDocument files are: read a part at a time, and only the
 * parts that are asked for.
 *
 * An archive may lie. Sizes are checked before anything is unpacked and again while it is, every
 * part must have the checksum that the list gives for it, and names are never used as paths.
 */
import { Inflate } from 'fflate'
import { BadFile } from './bad-file.ts'
import { NO_CHECKSUM, nextChecksum } from './checksum.ts'
import type { ByteSource } from './reader.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

/** The parts of an archive. */
export interface Zip {
  /** With `/` between folders; as written, so never to be used as paths. */
  readonly names: ReadonlySet<string>
  /** The unpacked bytes; undefined if there is no such part. Throws `BadFile` where it is broken. */
  read(name: string): Uint8Array | undefined
  /**
   * The unpacked bytes in pieces, so that a large part need not fit in memory; undefined if there
   * is no such part. Throws `BadFile`, at the latest after the last piece, where it is broken.
   */
  pieces(name: string): Generator<Uint8Array> | undefined
}

/** Opens an archive; throws `BadFile` where the list of its parts cannot be read. */
export function openZip(archive: Uint8Array | ZipBytes): Zip {
  const bytes = archive instanceof Uint8Array ? heldBytes(archive) : archive
  const entries = zipEntries(bytes)
  const pieces = (name: string) => {
    const entry = entryOf(entries, name)
    return entry && unpacked(bytes, entry)
  }
  return {
    names: new Set(entries.keys()),
    pieces,
    read: (name) => {
      const found = pieces(name)
      return found && joined([...found])
    },
  }
}

/** A file of which only some bytes need to be in memory. */
export type ZipBytes = Pick<ByteSource, 'size' | 'read'>

function heldBytes(bytes: Uint8Array): ZipBytes {
  return { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) }
}

/** The one entry of this name, if it may be unpacked. */
function entryOf(
  entries: ReadonlyMap<string, readonly ZipEntry[]>,
  name: string,
): ZipEntry | undefined {
  const [entry, another] = entries.get(name) ?? []
  if (entry === undefined) return undefined
  if (another !== undefined) {
    throw new BadFile('ambiguous-zip', `This file holds “${name}” twice. ${SAVE_AGAIN}`)
  }
  if (entry.isEncrypted) throw new BadFile('password-protected', LOCKED)
  const { method, size, packedSize } = entry
  if (method !== STORED && method !== DEFLATED) {
    const message = `“${name}” in this file is packed in a rare way (method ${method}).`
    throw new BadFile('unsupported-zip', `${message} ${SAVE_AGAIN}`)
  }
  if (size > MOST_BYTES || size > MOST_RATIO * packedSize + SMALL_BYTES) {
    const shown = `${Math.round(size / 1_000_000)} MB`
    const message = `“${name}” in this file would unpack to ${shown} and was refused.`
    throw new BadFile('zip-bomb', `${message} ${SAVE_AGAIN}`)
  }
  return entry
}

/** Unpacks a part; every byte is counted, and the last must bring the stated size and checksum. */
function* unpacked(bytes: ZipBytes, entry: ZipEntry): Generator<Uint8Array> {
  let size = 0
  let checksum = NO_CHECKSUM
  for (const piece of rawPieces(bytes, entry)) {
    size += piece.length
    if (size > entry.size) throw new BadFile('broken-zip', partlyBroken(entry.name))
    checksum = nextChecksum(checksum, piece)
    yield piece
  }
  if (size !== entry.size || checksum !== entry.checksum) {
    throw new BadFile('broken-zip', partlyBroken(entry.name))
  }
}

function* rawPieces(bytes: ZipBytes, entry: ZipEntry): Generator<Uint8Array> {
  if (entry.method === STORED) yield* storedPieces(bytes, entry)
  else yield* inflatedPieces(bytes, entry)
}

function* storedPieces(bytes: ZipBytes, entry: ZipEntry): Generator<Uint8Array> {
  const start = dataStart(bytes, entry)
  for (let at = 0; at < entry.packedSize; at += PIECE_LENGTH) {
    yield bytes.read(start + at, Math.min(PIECE_LENGTH, entry.packedSize - at))
  }
}

function* inflatedPieces(bytes: ZipBytes, entry: ZipEntry): Generator<Uint8Array> {
  const unpackedPieces: Uint8Array[] = []
  const inflate = new Inflate((piece) => {
    if (piece.length > 0) unpackedPieces.push(piece)
  })
  const packed = storedPieces(bytes, entry)
  for (let next = packed.next(); ; next = packed.next()) {
    try {
      inflate.push(next.done === true ? NOTHING : next.value, next.done === true)
    } catch {
      throw new BadFile('broken-zip', partlyBroken(entry.name))
    }
    yield* unpackedPieces.splice(0)
    if (next.done === true) return
  }
}

/** Where the bytes of a part begin: behind its own header. */
function dataStart(bytes: ZipBytes, { name, position }: ZipEntry): number {
  const header = Buffer.from(bytes.read(position, HEADER_LENGTH))
  if (header.length < HEADER_LENGTH || header.readUInt32LE(0) !== HEADER_MARK) {
    throw new BadFile('broken-zip', partlyBroken(name))
  }
  return position + HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces
  return pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces)
}

function partlyBroken(name: string): string {
  return `The file is damaged: “${name}” in it cannot be unpacked. ${COPY_AGAIN}`
}

const STORED = 0
const DEFLATED = 8
/** "PK\x03\x04" as a number. */
const HEADER_MARK = 0x04034b50
const HEADER_LENGTH = 30
const NOTHING = new Uint8Array(0)
/** Packed bytes that are unpacked at once; they may become a thousand times as many. */
const PIECE_LENGTH = 16 * 1024
/** Bytes of one unpacked part. */
const MOST_BYTES = 1 << 30
/** Unpacked bytes for a packed one; text rarely packs better than 30 to 1, tables 100 to 1. */
const MOST_RATIO = 100
const SMALL_BYTES = 1 << 20
const COPY_AGAIN = 'Export or copy it again from its source.'
const SAVE_AGAIN = 'Open it in its own program and save it again.'
const LOCKED =
  'The file is locked with a password. Open it in its own program, take the password off, and save it again.'
