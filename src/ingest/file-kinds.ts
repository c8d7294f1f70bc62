/** Files that are no text: what they are, by their first bytes, and what the analyst can do. */

/** What a file is, and how to turn it into something that can be read. */
export interface FileKind {
  readonly what: string
  readonly advice: string
}

/** The kind of a file that begins with these bytes, if it is a known one. */
export function fileKindOf(head: Uint8Array): FileKind | undefined {
  const start = String.fromCharCode(...head.subarray(0, 16))
  return KINDS.find(({ magic, at }) => start.startsWith(magic, at ?? 0))
}

interface KnownKind extends FileKind {
  /** The first bytes as Latin-1. */
  readonly magic: string
  /** Where they stand; 0 if not given. */
  readonly at?: number
}

const EXPORT = 'Export or save it as plain text (.txt) or Markdown (.md).'
const TRANSCRIBE = 'Transcribe it first.'
const UNPACK = 'Unpack it and give the files in it.'

const KINDS: readonly KnownKind[] = [
  { magic: '%PDF-', what: 'a PDF document', advice: EXPORT },
  { magic: 'PK\x03\x04', what: 'a Word, Excel, OpenDocument or ZIP file', advice: EXPORT },
  { magic: 'PK\x05\x06', what: 'an empty ZIP file', advice: EXPORT },
  { magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', what: 'an old Word or Excel file', advice: EXPORT },
  { magic: '{\\rtf', what: 'a rich text (RTF) document', advice: EXPORT },
  { magic: '\x89PNG', what: 'a PNG picture', advice: 'Type out its words first.' },
  { magic: '\xff\xd8\xff', what: 'a JPEG picture', advice: 'Type out its words first.' },
  { magic: 'GIF8', what: 'a GIF picture', advice: 'Type out its words first.' },
  { magic: 'WEBP', at: 8, what: 'a WebP picture', advice: 'Type out its words first.' },
  { magic: 'WAVE', at: 8, what: 'a WAV recording', advice: TRANSCRIBE },
  { magic: 'ID3', what: 'an MP3 recording', advice: TRANSCRIBE },
  { magic: 'OggS', what: 'an Ogg recording', advice: TRANSCRIBE },
  { magic: 'fLaC', what: 'a FLAC recording', advice: TRANSCRIBE },
  { magic: 'ftyp', at: 4, what: 'an MP4 or M4A recording', advice: TRANSCRIBE },
  { magic: '\x1aE\xdf\xa3', what: 'a Matroska or WebM recording', advice: TRANSCRIBE },
  { magic: '\x1f\x8b', what: 'a gzip archive', advice: UNPACK },
  { magic: '7z\xbc\xaf\x27\x1c', what: 'a 7-Zip archive', advice: UNPACK },
  { magic: 'Rar!\x1a', what: 'a RAR archive', advice: UNPACK },
  { magic: 'BZh', what: 'a bzip2 archive', advice: UNPACK },
  { magic: 'SQLite format 3', what: 'an SQLite database', advice: EXPORT },
  { magic: '\x7fELF', what: 'a program', advice: 'Leave it out.' },
  { magic: 'MZ\x90', what: 'a program', advice: 'Leave it out.' },
]
