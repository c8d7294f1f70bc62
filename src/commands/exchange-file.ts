/** A file of another program, read and decoded: what importing starts from. */
import { basename, resolve } from 'node:path'
import { type ExchangeFile, extensionOf } from '../codebook/exchange/exchange.ts'
import { FORMATS } from '../codebook/exchange/formats.ts'
import { CannotRun, isSystemError, reasonOf } from '../disk/cannot-run.ts'
import { openFile } from '../disk/open-files.ts'
import { BadFile } from '../ingest/bad-file.ts'
import { asBuffer, textPieces, UNDECODABLE } from '../ingest/decode.ts'
import { type Encoding, encodingsOf } from '../ingest/encodings.ts'
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
    const held: ByteSource = { ...source, read: (at, length) => bytes.subarray(at, at + length) }
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
): { readonly text: string; readonly encoding: string } {
  const { path } = source
  const choice = encodingsOf(asBuffer(source.read(0, HEAD_BYTES)), forced)
  if (choice.kind === 'refused') throw new CannotRun(`${path}: ${choice.message}`)
  const encodings = forced === undefined ? withGuesses(choice.encodings, name) : choice.encodings
  for (const encoding of encodings) {
    const pieces = [...textPieces(source, encoding, Math.max(source.size, 1))]
    if (pieces.includes(UNDECODABLE)) continue
    return { text: pieces.map(String).join(''), encoding: encoding.name }
  }
  const tried = encodings.map((encoding) => encoding.name).join(', ')
  throw new CannotRun(
    `${path}: the text is not in the encoding ${tried}. Name the one it was saved in with --encoding.`,
  )
}

/** The first bytes, by which an encoding is chosen. */
const HEAD_BYTES = 65_536

/** With the encodings that formats of these file names are often in, before the last resort. */
function withGuesses(encodings: readonly Encoding[], name: string): readonly Encoding[] {
  const extension = extensionOf(name)
  const guesses = FORMATS.filter(({ extensions }) => extensions.includes(extension))
    .flatMap((format) => format.encodings ?? [])
    .map((guess) => ({ name: guess, bomLength: 0 }))
  if (encodings.length < 2) return encodings
  return [...encodings.slice(0, -1), ...guesses, ...encodings.slice(-1)]
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
