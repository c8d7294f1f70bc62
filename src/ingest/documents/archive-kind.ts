/** What a file of an office program is, by its first bytes; most of them are ZIP archives. */

/** The kinds of archive that a reader of documents may meet. */
export type ArchiveKind = 'docx' | 'odt' | 'other'

/** Whether the bytes begin a ZIP archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'PK\x03\x04')
}

/** Whether the bytes begin a file of Word 97 or its time, or a document behind a password. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
}

/**
 * The kind of an archive, by the names of the first parts in it; undefined where they do not tell,
 * and for what is no archive.
 */
export function archiveKindOf(bytes: Uint8Array): ArchiveKind | undefined {
  if (!isArchive(bytes)) return undefined
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at !== -1; at = held.indexOf(PART_MARK, at + 1)) {
    if (at + NAME_START > held.length) return undefined
    const end = at + NAME_START + held.readUInt16LE(at + 26)
    const name = held.toString('latin1', at + NAME_START, end).replaceAll('\\', '/')
    const content = end + held.readUInt16LE(at + 28)
    const kind = kindOfPart(name, held.toString('latin1', content, content + LONGEST_TYPE))
    if (kind !== undefined) return kind
  }
  return undefined
}

function kindOfPart(name: string, content: string): ArchiveKind | undefined {
  if (name.startsWith('word/')) return 'docx'
  if (name.startsWith('xl/') || name.startsWith('ppt/')) return 'other'
  if (name !== 'mimetype') return undefined
  if (content.startsWith(TEXT_TYPE)) return 'odt'
  return content.startsWith('application/') ? 'other' : undefined
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i += 1) if (bytes[i] !== magic.charCodeAt(i)) return false
  return true
}

const PART_MARK = Buffer.from('PK\x03\x04')
/** Bytes of a part's header before its name. */
const NAME_START = 30
/** What an OpenDocument text says of itself; templates and master documents add to it. */
const TEXT_TYPE = 'application/vnd.oasis.opendocument.text'
const LONGEST_TYPE = 60
