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

const EXPORT = 'Export it as plain text (.txt) or as a table (.csv).'
const LEAVE_OUT_READER =
  'It is read as such unless another reader is forced; leave out --reader, or export it as plain text.'
const SAVE_AS_NEW = 'Open it and save it as .docx or .xlsx.'
const TYPE_OUT = 'Type out its words first.'
const TRANSCRIBE = 'Transcribe it first.'
const UNPACK = 'Unpack it and give the files in it.'

const KINDS: readonly KnownKind[] = [
  { magic: '%PDF-', what: 'a PDF document', advice: LEAVE_OUT_READER },
  {
    magic: 'PK\x03\x04',
    what: 'a ZIP archive, or a document that is packed like one',
    advice:
      'Of such files voices reads Word, Excel and OpenDocument text. Export others as plain text, and ' +
      'unpack archives.',
  },
  {
    magic: 'PK\x05\x06',
    what: 'an empty ZIP archive',
    advice: 'Check that it was saved completely.',
  },
  {
    magic: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    what: 'an old Word or Excel file, or one with a password',
    advice: `${SAVE_AS_NEW} Take off the password if there is one.`,
  },
  { magic: '{\\rtf', what: 'a rich text (RTF) document', advice: LEAVE_OUT_READER },
  { magic: '\x89PNG', what: 'a PNG picture', advice: TYPE_OUT },
  { magic: '\xff\xd8\xff', what: 'a JPEG picture', advice: TYPE_OUT },
  { magic: 'GIF8', what: 'a GIF picture', advice: TYPE_OUT },
  { magic: 'WEBP', at: 8, what: 'a WebP picture', advice: TYPE_OUT },
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
