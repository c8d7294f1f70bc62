/** What the analyst pointed at, and how it is read. */
import { extname, resolve } from 'node:path'
import { CannotRun } from '../disk/cannot-run.ts'
import type { InputFile } from '../disk/file-ids.ts'
import { type Found, findFiles } from '../disk/find-files.ts'
import { isPipe, readHead } from '../disk/open-files.ts'
import { ENCODING_NAMES, encodingName } from '../ingest/encodings.ts'
import type { Reader, ReadOptions } from '../ingest/reader.ts'
import { readers } from '../ingest/readers.ts'
import { lineBreaksOf } from '../segment/line-breaks.ts'
import type { Settings } from '../settings.ts'
import type { Diagnostic, Unit } from '../types.ts'
import { loadKnown, type UsedParticipants } from './known.ts'

/** Files to read, files that are skipped, and how to read. */
export interface Corpus extends Found {
  readonly read: ReadOptions
  /** Files that may say which attributes their documents have before they are read. */
  readonly withAttributes: readonly InputFile[]
  /** Names of attributes that do not stand in the files. */
  readonly knownNames: readonly string[]
  readonly participants: UsedParticipants | undefined
  /** What is said of no one file. */
  readonly problems: readonly Diagnostic[]
}

/**
 * Longer files are read in passages of this size, so that none must fit in memory; a turn and a
 * document must stay whole where they receive the codes.
 */
const PASSAGE_BYTES = {
  sentence: 2 << 20,
  paragraph: 2 << 20,
  turn: 1 << 28,
  document: 1 << 28,
} as const

/** Finds the files; `unit` is what receives codes. Throws where there is nothing to read. */
export async function openCorpus(settings: Settings, unit: Unit): Promise<Corpus> {
  checkReading(settings)
  const found = filesOf(settings)
  const withAttributes: InputFile[] = []
  let mayHaveFrontMatter = false
  for (const file of found.files) {
    const looks = looksOf(file, settings.reader)
    if (looks.mayHaveAttributes) withAttributes.push(file)
    if (looks.mayHaveFrontMatter) mayHaveFrontMatter = true
  }
  const { encoding, reader, roles, table } = settings
  // The parser takes as long to load as a small corpus to code.
  const parseYaml = mayHaveFrontMatter
    ? (await import('../codebook/yaml-values.ts')).parseYaml
    : unexpectedFrontMatter
  const read: ReadOptions = {
    encoding,
    reader,
    roles,
    table,
    lineBreaksOf,
    parseYaml,
    passageLimit: PASSAGE_BYTES[unit],
  }
  const { known, ...rest } = await loadKnown(settings, found.files, read)
  return { ...found, withAttributes, ...rest, read: { ...read, known } }
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
  if (encoding !== undefined && encodingName(encoding) === undefined) {
    throw new CannotRun(
      `The encoding “${encoding}” is not known. Names that work: ${ENCODING_NAMES.join(', ')}.`,
    )
  }
}

function filesOf({ paths, participants }: Settings): Found {
  if (paths.length === 0) {
    throw new CannotRun(
      'Nothing to read was given. Name files or folders, for example: voices code transcripts/',
    )
  }
  const extensions = new Set(readers.flatMap((reader) => reader.extensions))
  const found = withoutParticipants(findFiles(paths, extensions), participants?.path)
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

/** The table of participants may stand among the transcripts, and is none. */
function withoutParticipants({ files, skipped }: Found, path: string | undefined): Found {
  const isTable = (file: InputFile) => path !== undefined && resolve(file.path) === resolve(path)
  const aside = files.filter(isTable)
  if (aside.length === 0) return { files, skipped }
  const reason = 'the table of participants'
  const more = aside.map(({ id }) => ({ path: id, reason }))
  return { files: files.filter((file) => !isTable(file)), skipped: [...more, ...skipped] }
}

/** What a file may turn out to hold, by its name and its first bytes. */
interface Looks {
  /** Attributes whose names can be had before the file is read. */
  readonly mayHaveAttributes: boolean
  readonly mayHaveFrontMatter: boolean
}

/** Cheap: every file of a corpus is looked at. */
function looksOf(file: InputFile, forced: string | undefined): Looks {
  const extension = extname(file.path).toLowerCase()
  const likely = readers.filter(({ name, extensions }) => {
    return forced === undefined ? extensions.includes(extension) : name === forced
  })
  if (isPipe(file) || likely.length === 0) {
    return { mayHaveAttributes: true, mayHaveFrontMatter: true }
  }
  const isOther = ({ attributeNames, hasFrontMatter }: Reader) =>
    attributeNames !== undefined && hasFrontMatter !== true
  // Whatever its name, a file that no other reader recognises is read as text.
  const head = readHead(file.path, HEAD_LENGTH)
  const mayHaveFrontMatter = head.subarray(0, LONGEST_BYTE_ORDER_MARK + 1).includes(DASH)
  // A table of answers may be called .txt; its columns are set apart by tabs.
  const mayBeTable = forced === undefined && head.includes(TAB)
  return {
    mayHaveAttributes: likely.some(isOther) || mayHaveFrontMatter || mayBeTable,
    mayHaveFrontMatter,
  }
}

/** Front matter begins with `---`, after a byte-order mark if there is one. */
const DASH = 0x2d
const LONGEST_BYTE_ORDER_MARK = 3
const TAB = 0x09
const HEAD_LENGTH = 512
