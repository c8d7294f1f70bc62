/** What the analyst pointed at, and how it is read. */
import { CannotRun, type Found, findFiles, type InputFile, isPipe, readHead } from '../files.ts'
import type { ReadOptions } from '../ingest/reader.ts'
import { readers } from '../ingest/readers.ts'
import { lineBreaksOf } from '../segment/line-breaks.ts'
import type { Settings } from '../settings.ts'

/** Files to read, files that are skipped, and how to read. */
export interface Corpus extends Found {
  readonly read: ReadOptions
  /** Files that may begin with front matter. */
  readonly withFrontMatter: readonly InputFile[]
}

/** Longer files are read in passages of this size, so that none must fit in memory. */
const PASSAGE_BYTES = 2 << 20

/** Finds the files; throws where there is nothing to read. */
export async function openCorpus(settings: Settings): Promise<Corpus> {
  checkReading(settings)
  const found = filesOf(settings)
  const withFrontMatter = found.files.filter(mayHaveFrontMatter)
  const { encoding, reader, roles } = settings
  // The parser takes as long to load as a small corpus to code.
  const parseYaml =
    withFrontMatter.length > 0
      ? (await import('../codebook/yaml-values.ts')).parseYaml
      : unexpectedFrontMatter
  const read = { encoding, reader, roles, lineBreaksOf, parseYaml, passageLimit: PASSAGE_BYTES }
  return { ...found, withFrontMatter, read }
}

function unexpectedFrontMatter(): never {
  throw new Error('front matter was found in a file that does not begin with it')
}

/** Refuses names of readers and encodings that there are not, once for all files. */
function checkReading({ reader, encoding }: Settings): void {
  const names = readers.map(({ name }) => name)
  if (reader !== undefined && !names.includes(reader)) {
    throw new CannotRun(`There is no reader “${reader}”. Readers are ${names.join(', ')}.`)
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new CannotRun(
      `The encoding “${encoding}” is not known. Names that work: ${ENCODINGS.join(', ')}.`,
    )
  }
}

/** The encodings that transcripts are most often in. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
]

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

function filesOf({ paths }: Settings): Found {
  if (paths.length === 0) {
    throw new CannotRun(
      'Nothing to read was given. Name files or folders, for example: voices code transcripts/',
    )
  }
  const extensions = new Set(readers.flatMap((reader) => reader.extensions))
  const found = findFiles(paths, extensions)
  if (found.files.length > 0) return found
  const known = [...extensions].sort().join(', ')
  const seen =
    found.skipped.length === 0
      ? 'It is empty.'
      : `Skipped: ${found.skipped.map(({ path, reason }) => `${path} (${reason})`).join('; ')}.`
  throw new CannotRun(
    `${paths.join(', ')}: no file here can be read. ${seen} voices reads ${known}.`,
  )
}

/** Front matter begins with `---`, after a byte-order mark if there is one. */
const DASH = 0x2d
const LONGEST_BYTE_ORDER_MARK = 3

function mayHaveFrontMatter(file: InputFile): boolean {
  return isPipe(file) || readHead(file.path, LONGEST_BYTE_ORDER_MARK + 1).includes(DASH)
}
