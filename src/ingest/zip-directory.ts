/**
 * The list of parts at the end of a ZIP archive, as in APPNOTE.TXT 6.3.10 §4.3: what each part is
 * called, where it begins, how it is packed. Nothing of it is believed before it is checked against
 * the size of the file.
 */
import { BadFile } from './bad-file.ts'
import type { ByteSource } from './reader.ts'

/** A part of an archive, as the list gives it. */
export interface ZipEntry {
  readonly name: string
  /** Where its own header begins, in bytes from the start of the file. */
  readonly position: number
  /** In bytes, as it stands in the file. */
  readonly packedSize: number
  /** In bytes, unpacked; to be checked. */
  readonly size: number
  /** Of the unpacked bytes. */
  readonly checksum: number
  /** How it is packed: 0 not at all, 8 deflated. */
  readonly method: number
  readonly isEncrypted: boolean
}

/** Every part by its name, in the order of the list; throws `BadFile` where it cannot be read. */
export function zipEntries(
  bytes: Pick<ByteSource, 'size' | 'read'>,
): ReadonlyMap<string, readonly ZipEntry[]> {
  const { start, length, count } = listPlace(bytes)
  if (count > MOST_ENTRIES) throw new BadFile('zip-bomb', TOO_MANY)
  const list = Buffer.from(bytes.read(start, length))
  const entries = new Map<string, ZipEntry[]>()
  let at = 0
  for (let i = 0; i < count; i += 1) {
    const next = entryAt(list, at, bytes.size)
    const same = entries.get(next.entry.name)
    if (same === undefined) entries.set(next.entry.name, [next.entry])
    else same.push(next.entry)
    at = next.end
  }
  return entries
}

/** Where the list stands, and how many parts it names. */
interface ListPlace {
  readonly start: number
  readonly length: number
  readonly count: number
}

function listPlace(bytes: Pick<ByteSource, 'size' | 'read'>): ListPlace {
  const tailStart = Math.max(0, bytes.size - LONGEST_TAIL)
  const tail = Buffer.from(bytes.read(tailStart, bytes.size - tailStart))
  const at = endMark(tail)
  if (at === -1) throw new BadFile('broken-zip', CUT_OFF)
  let place: ListPlace = {
    count: tail.readUInt16LE(at + 10),
    length: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
  }
  if (place.count === MANY || place.length === LARGE || place.start === LARGE) {
    place = largePlace(bytes, tail, at) ?? place
  }
  const isInside = place.start + place.length <= bytes.size && place.length <= MOST_LIST_BYTES
  if (!isInside) throw new BadFile('broken-zip', CUT_OFF)
  return place
}

/** The last end mark whose comment reaches no further than the file. */
function endMark(tail: Buffer): number {
  for (let at = tail.lastIndexOf(END_MARK); at !== -1; ) {
    const isWhole = at + END_LENGTH <= tail.length
    if (isWhole && at + END_LENGTH + tail.readUInt16LE(at + 20) <= tail.length) return at
    if (at === 0) return -1
    at = tail.lastIndexOf(END_MARK, at - 1)
  }
  return -1
}

/** The place as archives of more than 4 GiB or 65,535 parts give it (ZIP64). */
function largePlace(
  bytes: Pick<ByteSource, 'size' | 'read'>,
  tail: Buffer,
  end: number,
): ListPlace | undefined {
  const locator = end - LOCATOR_LENGTH
  if (locator < 0 || !tail.subarray(locator).subarray(0, 4).equals(LOCATOR_MARK)) return undefined
  const position = longAt(tail, locator + 8)
  if (position + LARGE_END_LENGTH > bytes.size) throw new BadFile('broken-zip', CUT_OFF)
  const large = Buffer.from(bytes.read(position, LARGE_END_LENGTH))
  if (!large.subarray(0, 4).equals(LARGE_END_MARK)) throw new BadFile('broken-zip', CUT_OFF)
  return { count: longAt(large, 32), length: longAt(large, 40), start: longAt(large, 48) }
}

function entryAt(list: Buffer, at: number, fileSize: number): { entry: ZipEntry; end: number } {
  const isThere = at + ENTRY_LENGTH <= list.length && list.readUInt32LE(at) === ENTRY_MARK
  if (!isThere) throw new BadFile('broken-zip', CUT_OFF)
  const nameEnd = at + ENTRY_LENGTH + list.readUInt16LE(at + 28)
  const extraEnd = nameEnd + list.readUInt16LE(at + 30)
  const end = extraEnd + list.readUInt16LE(at + 32)
  if (end > list.length) throw new BadFile('broken-zip', CUT_OFF)
  const sizes = sizesAt(list, at, list.subarray(nameEnd, extraEnd))
  if (sizes.position + sizes.packedSize > fileSize) throw new BadFile('broken-zip', CUT_OFF)
  const flags = list.readUInt16LE(at + 8)
  const name = list.toString('utf8', at + ENTRY_LENGTH, nameEnd).replaceAll('\\', '/')
  const entry: ZipEntry = {
    name,
    ...sizes,
    checksum: list.readUInt32LE(at + 16),
    method: list.readUInt16LE(at + 10),
    isEncrypted: (flags & ENCRYPTED) !== 0,
  }
  return { entry, end }
}

/** Sizes and position; what does not fit into 32 bits stands in an extra field, in this order. */
function sizesAt(
  list: Buffer,
  at: number,
  extra: Buffer,
): Pick<ZipEntry, 'size' | 'packedSize' | 'position'> {
  let long = longField(extra)
  const value = (offset: number) => {
    const short = list.readUInt32LE(at + offset)
    if (short !== LARGE || long.length < 8) return short
    const whole = longAt(long, 0)
    long = long.subarray(8)
    return whole
  }
  const size = value(24)
  const packedSize = value(20)
  return { size, packedSize, position: value(42) }
}

/** The extra field with long sizes (ZIP64); empty if there is none. */
function longField(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === LONG_FIELD) return extra.subarray(at + 4, end)
    at = end
  }
  return extra.subarray(0, 0)
}

/** A number of 64 bits; inexact above 2⁵³, where no file reaches. */
function longAt(buffer: Buffer, at: number): number {
  return buffer.readUInt32LE(at) + buffer.readUInt32LE(at + 4) * 2 ** 32
}

const END_MARK = Buffer.from('PK\x05\x06')
const END_LENGTH = 22
/** The end mark with the longest comment, and what ZIP64 puts before it. */
const LONGEST_TAIL = END_LENGTH + 0xffff + 20
const LOCATOR_MARK = Buffer.from('PK\x06\x07')
const LOCATOR_LENGTH = 20
const LARGE_END_MARK = Buffer.from('PK\x06\x06')
const LARGE_END_LENGTH = 56
/** "PK\x01\x02" as a number. */
const ENTRY_MARK = 0x02014b50
const ENTRY_LENGTH = 46
const ENCRYPTED = 1
const LONG_FIELD = 1
/** Values that say: see the long field. */
const MANY = 0xffff
const LARGE = 0xffffffff
const MOST_ENTRIES = 20_000
const MOST_LIST_BYTES = 1 << 24
const TOO_MANY = `This file holds more than ${MOST_ENTRIES} parts and was refused. Open it in its own program and save it again.`
const CUT_OFF =
  'The file is damaged or was cut off: the list of its parts cannot be read. Export or copy it again from its source.'
