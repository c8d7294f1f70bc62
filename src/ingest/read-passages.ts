import { BadFile } from './bad-file.ts'
import { type KnownOfFile, knownOfFile } from './known-attributes.ts'
import { problemReading } from './problems.ts'
import type { ByteSource, Reader, Reading, ReadOptions, Sample } from './reader.ts'
import { readers } from './readers.ts'

/**
 * Reads a file with the first reader that recognises it: its passages in order, and every problem
 * met on the way. A file that cannot be read gives one error and no passage. It never throws for
 * what is in a file, nor where the bytes cannot be had. It is a promise only for formats whose
 * library must be loaded.
 */
export function readPassages(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> | Promise<Iterable<Reading>> {
  const watched = watch(source)
  const unreadable = (error: unknown) => unreadableReading(source.path, error, watched.hasFailed())
  try {
    const held = heldSource(watched.source)
    const reader = readerOf(held, options.reader)
    if (reader === undefined) return [problemReading(source.path, unknownReader(options.reader))]
    const { known, roles } = options
    const told = known && knownOfFile(known, documentId, roles)
    const readings = reader.read(held, documentId, {
      ...options,
      roles: told?.roles ?? roles,
      parseYaml: reader.hasFrontMatter === true ? options.parseYaml : noFrontMatter,
    })
    const isForced = options.reader !== undefined && !reader.recognises(sampleOf(held))
    const complete = (opened: Iterable<Reading>) => {
      const found = guarded(opened, unreadable)
      const sound = isForced ? withForcedReader(found, reader.name) : found
      return told === undefined ? sound : completed(sound, told)
    }
    if (!(readings instanceof Promise)) return complete(readings)
    return readings.then(complete, (error: unknown) => [unreadable(error)])
  } catch (error) {
    return [unreadable(error)]
  }
}

/** What stands between rules in a document of another form is text: a text is no front matter. */
function noFrontMatter(text: string): string {
  return text
}

function* guarded(
  readings: Iterable<Reading>,
  unreadable: (error: unknown) => Reading,
): Generator<Reading> {
  try {
    yield* readings
  } catch (error) {
    yield unreadable(error)
  }
}

/** Errors of a file that its reader did not recognise say so: most often that is why. */
function* withForcedReader(readings: Iterable<Reading>, name: string): Generator<Reading> {
  for (const reading of readings) {
    if (reading.kind === 'passage' || reading.diagnostic.severity !== 'error') yield reading
    else {
      const { diagnostic } = reading
      const message = `${diagnostic.message} The reader ${name} was forced on it, and it does not look like its format: leave --reader out to have it recognised.`
      yield { kind: 'problem', diagnostic: { ...diagnostic, message } }
    }
  }
}

function* completed(readings: Iterable<Reading>, { complete }: KnownOfFile): Generator<Reading> {
  for (const reading of readings) {
    if (reading.kind === 'problem') yield reading
    else yield { kind: 'passage', passage: complete(reading.passage) }
  }
}

/**
 * Names of the attributes that the documents of a file may have by what the file itself says. Throws
 * where the bytes cannot be had.
 */
export async function attributeNamesIn(
  source: ByteSource,
  options: ReadOptions,
): Promise<readonly string[]> {
  try {
    const held = heldSource(source)
    const reader = readerOf(held, options.reader)
    return (await reader?.attributeNames?.(held, options)) ?? []
  } catch (error) {
    // What is wrong with a file is said when it is read.
    if (!(error instanceof BadFile)) throw error
    return []
  }
}

/** Only a failure to read is the file's; anything else is a bug and stays one. */
function unreadableReading(path: string, error: unknown, hasFailed: boolean): Reading {
  if (!hasFailed) throw error
  return problemReading(path, {
    severity: 'error',
    id: 'unreadable-file',
    message: `The file cannot be read (${messageOf(error)}). Check that it exists and may be read.`,
  })
}

/** The reader that `name` forces, else the first that recognises the file. */
function readerOf(source: ByteSource, name: string | undefined): Reader | undefined {
  if (name !== undefined) return readers.find((reader) => reader.name === name)
  const sample = sampleOf(source)
  return readers.find((reader) => reader.recognises(sample))
}

function sampleOf(source: ByteSource): Sample {
  const name = source.path.slice(source.path.lastIndexOf('/') + 1).toLowerCase()
  const dot = name.lastIndexOf('.')
  const bytes = source.read(0, Math.min(source.size, SAMPLE_LENGTH))
  return { name, extension: dot > 0 ? name.slice(dot) : '', bytes }
}

/** Remembers whether reading bytes has failed. */
function watch(source: ByteSource): { source: ByteSource; hasFailed(): boolean } {
  let failed = false
  const read = (position: number, length: number) => {
    try {
      return source.read(position, length)
    } catch (error) {
      failed = true
      throw error
    }
  }
  return { source: { path: source.path, size: source.size, read }, hasFailed: () => failed }
}

/** A file that fits in memory is read once, however often a reader looks at it. */
function heldSource(source: ByteSource): ByteSource {
  if (source.size > HELD_LENGTH) return source
  const bytes = source.read(0, source.size)
  const read = (position: number, length: number) => bytes.subarray(position, position + length)
  return { path: source.path, size: bytes.length, read }
}

function unknownReader(name: string | undefined) {
  const names = readers.map((reader) => reader.name).join(', ')
  const message = `There is no reader “${name ?? ''}”. Use one of: ${names}.`
  return { severity: 'error', id: 'unknown-reader', message } as const
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Bytes that a reader sees to recognise a file. */
const SAMPLE_LENGTH = 64 * 1024
/** Bytes up to which a file is read at once. */
const HELD_LENGTH = 8 * 1024 * 1024
