/** A file of another program, read and decoded: what importing starts from. */
import { basename, resolve } from 'node:path'
import { type ExchangeFile, extensionOf } from '../codebook/exchange/exchange.ts'
import { FORMATS } from '../codebook/exchange/formats.ts'
import { CannotRun, isSystemError, reasonOf } from '../disk/cannot-run.ts'
import { openFile } from '../disk/open-files.ts'
import { BadFile } from '../ingest/bad-file.ts'
import { asBuffer, textPieces, UNDECODABLE } from '../ingest/decode.ts'
import { ENCODING_NAMES, type Encoding, encodingsOf } from '../ingest/encodings.ts'
import type { ByteSource } from '../ingest/reader.ts'
import type { Zip } from '../ingest/zip.ts'

/** A file with what is inside of it, if it is a zip file. */
export interface ReadFile {
  readonly file: ExchangeFile
  readonly parts: readonly string[]
  readonly partOf: (path: string) => string | undefined
}

/** More than any dictionary or project file of codes has. */
const MOST_BYTES = 64_000_000

/** Reads a file; throws `CannotRun` where that cannot be done. */
export async function readExchangeFile(
  path: string,
  { encoding, cwd }: { readonly encoding: string | undefined; readonly cwd: string },
): Promise<ReadFile> {
  const source = open(path, cwd)
  try {
    if (source.size > MOST_BYTES) {
      throw new CannotRun(`${path}: the file has more than 64 MB. Is it a dictionary?`)
    }
    const bytes = Uint8Array.from(source.read(0, source.size))
    const name = basename(path)
    if (isZip(bytes)) return await openParts(path, { name, bytes, text: '', encoding: '' })
    const held: ByteSource = {
      ...source,
      path,
      read: (at, length) => bytes.subarray(at, at + length),
    }
    const decoded = decode(held, { name, forced: encoding })
    return { file: { name, bytes, ...decoded }, parts: [], partOf: () => undefined }
  } finally {
    source.close()
  }
}

function open(path: string, cwd: string) {
  const full = path === '-' ? path : resolve(cwd, path)
  try {
    return openFile({ path: full, id: path })
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT')
      throw new CannotRun(`${path}: there is no such file.`)
    throw new CannotRun(`${path}: cannot be read (${reasonOf(error)}).`)
  }
}

function decode(
  source: ByteSource,
  { name, forced }: { readonly name: string; readonly forced: string | undefined },
): ReadText {
  const { path } = source
  const choice = encodingsOf(asBuffer(source.read(0, HEAD_BYTES)), forced)
  if (choice.kind === 'refused') throw new CannotRun(`${path}: ${choice.message}`)
  const groups = forced === undefined ? withGuesses(choice.encodings, name) : [choice.encodings]
  for (const group of groups) {
    const read = group.flatMap((encoding) => textIn(source, encoding) ?? [])
    const [first] = read
    if (first !== undefined) return read.reduce(likelier, first)
  }
  const tried = groups.flat().map((encoding) => encoding.name)
  throw new CannotRun(`${path}: ${unreadable(source, tried)}`)
}

/** The first bytes, by which an encoding is chosen. */
const HEAD_BYTES = 65_536

interface ReadText {
  readonly text: string
  readonly encoding: string
}

function textIn(source: ByteSource, encoding: Encoding): ReadText | undefined {
  const pieces = [...textPieces(source, encoding, Math.max(source.size, 1))]
  if (pieces.includes(UNDECODABLE)) return undefined
  return { text: pieces.map(String).join(''), encoding: encoding.name }
}

/**
 * Encodings in the order in which they are tried, those side by side that can take each other's
 * bytes: before the last resort, the ones that formats of such file names are often in.
 */
function withGuesses(
  encodings: readonly Encoding[],
  name: string,
): readonly (readonly Encoding[])[] {
  const extension = extensionOf(name)
  const guesses = FORMATS.filter(({ extensions }) => extensions.includes(extension))
    .flatMap((format) => format.encodings ?? [])
    .map((guess) => ({ name: guess, bomLength: 0 }))
  const alone = encodings.map((encoding) => [encoding])
  return encodings.length < 2 ? alone : [...alone.slice(0, -1), guesses, ...alone.slice(-1)]
}

/** Of two readings of the same bytes the one with less of what hardly anybody writes. */
function likelier(one: ReadText, other: ReadText): ReadText {
  return halfWidths(other.text) < halfWidths(one.text) ? other : one
}

/** Half-width katakana, for example `ｶ`: what Shift-JIS makes of bytes that are EUC-JP. */
const HALF_WIDTH = /[\uFF61-\uFF9F]/gu

function halfWidths(text: string): number {
  return text.match(HALF_WIDTH)?.length ?? 0
}

function unreadable(source: ByteSource, tried: readonly string[]): string {
  const others = [...ENCODING_NAMES, 'euc-jp'].filter(
    (name) => !tried.includes(name) && !name.startsWith('utf-16'),
  )
  const able = others.filter((name) => textIn(source, { name, bomLength: 0 }) !== undefined)
  const advice =
    able.length === 0
      ? 'No other encoding fits, so the file may be damaged. Save it again as UTF-8.'
      : `Name the one it was saved in with --encoding; these would fit: ${able.join(', ')}. Or save it as UTF-8.`
  return `the text is in none of the encodings that were tried (${tried.join(', ')}). ${advice}`
}

/** `PK` and two small numbers: what a zip file begins with. */
function isZip([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 3 && fourth === 4
}

async function openParts(path: string, file: ExchangeFile): Promise<ReadFile> {
  const { openZip } = await import('../ingest/zip.ts')
  const zip = unpacking(path, () => openZip(file.bytes))
  return {
    file,
    parts: [...zip.names],
    partOf: (part) => unpacking(path, () => textOf(zip, part)),
  }
}

function textOf(zip: Zip, part: string): string | undefined {
  const bytes = zip.read(part)
  if (bytes === undefined) return undefined
  const source = {
    path: part,
    size: bytes.length,
    read: (at: number, length: number) => bytes.subarray(at, at + length),
  }
  return decode(source, { name: part, forced: undefined }).text
}

function unpacking<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof BadFile) throw new CannotRun(`${path}: ${error.message}`)
    throw error
  }
}
