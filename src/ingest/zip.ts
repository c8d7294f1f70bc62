/**
 * ZIP archives, which Word, Excel and OpenDocument files are, read from memory and only where asked.
 *
 * An archive may lie: sizes are checked before anything is unpacked, names are never used as paths,
 * and what unpacks to far more than it should is refused.
 */
import { type UnzipFileInfo, unzipSync } from 'fflate'
import { BadFile } from './bad-file.ts'

/** The entries of an archive. */
export interface Zip {
  readonly names: ReadonlySet<string>
  /** The unpacked bytes; undefined if there is no such entry. Throws `BadFile` where it is broken. */
  read(name: string): Uint8Array | undefined
}

/** Opens an archive; throws `BadFile` where its list of entries cannot be read. */
export function openZip(bytes: Uint8Array): Zip {
  const names = new Set<string>()
  unpacked(bytes, ({ name }) => {
    if (names.size >= MOST_ENTRIES) throw new BadFile('zip-bomb', TOO_MANY)
    names.add(name)
    return false
  })
  return {
    names,
    read: (name) => unpacked(bytes, (entry) => entry.name === name && isSafe(entry))[name],
  }
}

function unpacked(
  bytes: Uint8Array,
  filter: (entry: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof BadFile) throw error
    throw new BadFile('broken-zip', BROKEN)
  }
}

function isSafe({ name, size, originalSize }: UnzipFileInfo): boolean {
  if (originalSize <= MOST_BYTES && originalSize <= MOST_RATIO * size + SMALL_BYTES) return true
  const shown = `${Math.round(originalSize / 1_000_000)} MB`
  throw new BadFile('zip-bomb', `“${name}” in this file would unpack to ${shown}. ${REFUSED}`)
}

const MOST_ENTRIES = 20_000
/** Bytes of one unpacked entry. */
const MOST_BYTES = 1 << 30
/** Unpacked bytes for a packed one; text rarely packs better than 30 to 1, tables 100 to 1. */
const MOST_RATIO = 400
const SMALL_BYTES = 1 << 20
const REFUSED = 'It was refused. Open it in its own program and save it again.'
const TOO_MANY = `This file holds more than ${MOST_ENTRIES} parts. ${REFUSED}`
const BROKEN =
  'The file is damaged or was cut off: it is a ZIP archive that cannot be unpacked. Export or copy it again from its source.'
