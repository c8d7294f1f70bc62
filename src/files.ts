/**
 * The disk: the one importer of node:fs for what analysts bring and get.
 *
 * Files are found in a stated order and named by ids that are the same on every machine; outputs
 * are written to a temporary name and renamed, so that an interrupted run leaves the last good
 * results whole.
 */
import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  type Dirent,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ByteSource } from './ingest/reader.ts'

/** A file to read. */
export interface InputFile {
  /** Where it is, as the analyst would write it. */
  readonly path: string
  /** The document's id: its path below the folder that was given. */
  readonly id: string
  /** In bytes. */
  readonly size: number
}

/** A file that was not read, and why. */
export interface SkippedFile {
  /** Below the folder that was given. */
  readonly path: string
  readonly reason: string
}

/** What was found where the analyst pointed. */
export interface Found {
  readonly files: readonly InputFile[]
  readonly skipped: readonly SkippedFile[]
}

/** A problem with the machine or with what was asked, not with a text: exit 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}

/** The id of what comes from standard input. */
export const STANDARD_INPUT = '-'

/**
 * Every file below the given paths that a reader may read, sorted by id. Folders are searched for
 * the given extensions; files that are named are taken whatever they are called.
 */
export function findFiles(paths: readonly string[], extensions: ReadonlySet<string>): Found {
  const files: Candidate[] = []
  const skipped: SkippedFile[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      if (seen.has(STANDARD_INPUT)) continue
      seen.add(STANDARD_INPUT)
      files.push({ path, below: 'standard-input', given: '', size: 0 })
      continue
    }
    const stats = statOf(path)
    if (stats.isDirectory())
      searchFolder(path, '', { given: path, extensions, seen, files, skipped })
    else if (isNew(path, seen)) {
      files.push({ path, below: basename(path), given: dirname(path), size: stats.size })
    }
  }
  return { files: withIds(files), skipped: skipped.sort((a, b) => compare(a.path, b.path)) }
}

interface Candidate {
  readonly path: string
  /** Path below the folder that was given. */
  readonly below: string
  readonly given: string
  readonly size: number
}

interface Search {
  readonly given: string
  readonly extensions: ReadonlySet<string>
  readonly seen: Set<string>
  readonly files: Candidate[]
  readonly skipped: SkippedFile[]
}

function statOf(path: string): { isDirectory(): boolean; readonly size: number } {
  try {
    return statSync(path)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') {
      throw new CannotRun(
        `${path}: there is no such file or folder. Check the spelling and the folder you are in.`,
      )
    }
    throw new CannotRun(`${path}: cannot be read (${reasonOf(error)}).`)
  }
}

function searchFolder(folder: string, below: string, search: Search): void {
  if (!isNew(folder, search.seen)) return
  const skip = (reason: string) =>
    search.skipped.push({ path: below === '' ? ownName(folder) : below, reason })
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    skip(`the folder cannot be read (${reasonOf(error)})`)
    return
  }
  if (entries.some(({ name }) => name === RUN_RECORD) && isRunRecord(join(folder, RUN_RECORD))) {
    skip('results of an earlier run')
    return
  }
  for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    searchEntry(path, below === '' ? entry.name : `${below}/${entry.name}`, search)
  }
}

/** The record that every run leaves beside its results. */
const RUN_RECORD = 'run.json'

/** Whether a file is the record of a run of voices: its pages quote transcripts, and are none. */
function isRunRecord(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof record === 'object' && record !== null && 'voices' in record
  } catch {
    return false
  }
}

function searchEntry(path: string, below: string, search: Search): void {
  let stats: ReturnType<typeof statSync>
  try {
    stats = statSync(path)
  } catch (error) {
    search.skipped.push({ path: below, reason: `cannot be read (${reasonOf(error)})` })
    return
  }
  if (stats.isDirectory()) searchFolder(path, below, search)
  else if (!stats.isFile()) search.skipped.push({ path: below, reason: 'not a regular file' })
  else if (!search.extensions.has(extname(path).toLowerCase())) {
    const extension = extname(path)
    const reason = extension === '' ? 'no file name extension' : `no reader for ${extension} files`
    search.skipped.push({ path: below, reason })
  } else if (isNew(path, search.seen)) {
    search.files.push({ path, below, given: search.given, size: Number(stats.size) })
  }
}

/** Whether a path leads somewhere that was not met before: guards against loops and doubles. */
function isNew(path: string, seen: Set<string>): boolean {
  let real = path
  try {
    real = realpathSync(path)
  } catch {
    // What cannot be resolved is reported when it is read.
  }
  if (seen.has(real)) return false
  seen.add(real)
  return true
}

/**
 * Ids are paths below what was given. Those that would be the same begin with the given folder's
 * own name, and end in `~2`, `~3` where that is the same, too; no other id changes.
 */
function withIds(candidates: readonly Candidate[]): readonly InputFile[] {
  const times = new Map<string, number>()
  for (const { below } of candidates) times.set(below, (times.get(below) ?? 0) + 1)
  const isAlone = (below: string) => times.get(below) === 1
  const taken = new Set([...times.keys()].filter(isAlone))
  const files = candidates.map(({ path, below, given, size }) => ({
    path,
    size,
    id: isAlone(below) ? below : newId([ownName(given), below].join('/'), taken),
  }))
  return files.sort((a, b) => compare(a.id, b.id))
}

function newId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}~${number}`
  taken.add(id)
  return id
}

/** `./a/b/` → `b`; `.` → the name of the folder that one is in. */
function ownName(folder: string): string {
  return basename(resolve(folder))
}

/** The order of strings by code units: the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Files up to this size are read at one go. */
const WHOLE_FILE_BYTES = 8 << 20

/** A file opened for reading. */
export interface OpenFile extends ByteSource {
  close(): void
}

/** Opens files one after another; a file is done with before the next is opened. */
export type FileOpener = (file: Pick<InputFile, 'path' | 'id'>) => OpenFile

/** An opener that reads small files at one go, all into the same memory. */
export function fileOpener(): FileOpener {
  let room = new Uint8Array(1 << 16)
  return ({ path, id }) => {
    const piped = fromPipes.get(path)
    if (piped !== undefined) return bytesSource(piped, path === STANDARD_INPUT ? id : path)
    if (path === STANDARD_INPUT) return bytesSource(readPipe(path, 0), id)
    const descriptor = openSync(path, 'r')
    let isKept = false
    try {
      const stats = fstatSync(descriptor)
      if (!stats.isFile()) return bytesSource(readPipe(path, descriptor), path)
      const { size } = stats
      isKept = size > WHOLE_FILE_BYTES
      if (isKept) return pieceSource(path, descriptor, size)
      if (size > room.length) room = new Uint8Array(2 * size)
      const length = readFully(descriptor, room.subarray(0, size), 0)
      return bytesSource(room.subarray(0, length), path)
    } finally {
      if (!isKept) closeSync(descriptor)
    }
  }
}

/** What came through pipes, by path: it is opened twice, and can be read only once. */
const fromPipes = new Map<string, Uint8Array>()

/** Reads to the end of what is not a regular file, which has no size. */
function readPipe(path: string, descriptor: number): Uint8Array {
  const bytes = readFileSync(descriptor)
  fromPipes.set(path, bytes)
  return bytes
}

/** Whether a file can be read only once and only by this process: standard input, or a pipe. */
export function isPipe({ path }: Pick<InputFile, 'path'>): boolean {
  if (path === STANDARD_INPUT) return true
  try {
    return !statSync(path).isFile()
  } catch {
    return false
  }
}

/** Opens one file, or standard input. Throws what the system says if it cannot be opened. */
export function openFile(file: Pick<InputFile, 'path' | 'id'>): OpenFile {
  return fileOpener()(file)
}

function pieceSource(path: string, descriptor: number, size: number): OpenFile {
  return {
    path,
    size,
    read(position, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - position)))
      return bytes.subarray(0, readFully(descriptor, bytes, position))
    },
    close: () => closeSync(descriptor),
  }
}

function bytesSource(bytes: Uint8Array, path: string): OpenFile {
  return {
    path,
    size: bytes.length,
    read: (position, length) => bytes.subarray(position, position + length),
    close() {},
  }
}

function readFully(descriptor: number, bytes: Uint8Array, position: number): number {
  let done = 0
  while (done < bytes.length) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, position + done)
    if (read === 0) break
    done += read
  }
  return done
}

/** The first bytes of a regular file; none if it is not one, or cannot be read. */
export function readHead(path: string, length: number): Uint8Array {
  try {
    if (!statSync(path).isFile()) return new Uint8Array(0)
    const descriptor = openSync(path, 'r')
    const bytes = new Uint8Array(length)
    const done = readFully(descriptor, bytes, 0)
    closeSync(descriptor)
    return bytes.subarray(0, done)
  } catch {
    return new Uint8Array(0)
  }
}

/** Reads a small text file of the analyst's: a codebook, a configuration. */
export function readText(path: string, shown: string = path): string {
  const bytes = readingGuard(shown, () => readFileSync(path))
  if (isUtf8(bytes)) return bytes.toString('utf8')
  throw new CannotRun(
    `${shown}: not UTF-8: save it as UTF-8. In another encoding its letters would be lost.`,
  )
}

/** Whether something exists at a path. */
export function exists(path: string, shown: string = path): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOTDIR') return false
    throw new CannotRun(`${shown}: cannot be read (${reasonOf(error)}).`)
  }
}

/** Names in a folder, sorted; none if there is no such folder. */
export function namesIn(folder: string, shown: string = folder): readonly string[] {
  if (!exists(folder, shown)) return []
  return readingGuard(shown, () => readdirSync(folder)).sort(compare)
}

function readingGuard<T>(shown: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT')
      throw new CannotRun(`${shown}: there is no such file.`)
    throw new CannotRun(`${shown}: cannot be read (${reasonOf(error)}).`)
  }
}

/** Output files that appear together when all of them are whole. */
export interface OutputFolder {
  /** Opens an output for writing; bytes go to a temporary name. */
  open(name: string): { write(bytes: Uint8Array): void }
  /** Gives every output its name, unless the run was interrupted. */
  commit(): Promise<void>
  /** Removes what was written so far. */
  discard(): void
}

/**
 * Prepares a folder for outputs; throws `CannotRun` where it cannot be written. What is unfinished
 * is removed when the process ends, also when it is interrupted.
 */
export function outputFolder(folder: string): OutputFolder {
  if (guard(folder, () => isFile(folder))) {
    throw new CannotRun(
      `${folder}: this is a file, not a folder. Choose another folder with --out.`,
    )
  }
  guard(folder, () => mkdirSync(folder, { recursive: true }))
  /** Names of the outputs that are not in place yet; with a descriptor while they are written. */
  const parts = new Map<string, number | undefined>()
  const temporary = (name: string) => join(folder, `.${name}.${process.pid}.part`)
  const stopWatching = atEnd(discard)

  function close(name: string): void {
    const descriptor = parts.get(name)
    parts.set(name, undefined)
    if (descriptor !== undefined) closeSync(descriptor)
  }

  function discard(): void {
    for (const name of parts.keys()) {
      try {
        close(name)
      } catch {
        // What is thrown away may be broken.
      }
      rmSync(temporary(name), { force: true })
    }
    parts.clear()
    stopWatching()
  }

  return {
    open(name) {
      const descriptor = guard(folder, () => openSync(temporary(name), 'w'))
      parts.set(name, descriptor)
      return {
        write(bytes) {
          for (let done = 0; done < bytes.length; ) {
            done += guard(folder, () => writeSync(descriptor, bytes, done))
          }
        },
      }
    },
    async commit() {
      await signalsTaken()
      const names = [...parts.keys()]
      for (const name of names) guard(folder, () => close(name))
      for (const name of names) refuseFolder(join(folder, name))
      for (const name of names) {
        guard(folder, () => renameSync(temporary(name), join(folder, name)))
        parts.delete(name)
      }
      stopWatching()
    },
    discard,
  }
}

/** Lets signals in that came during long work: they are taken between two turns of the loop. */
async function signalsTaken(): Promise<void> {
  await setImmediate()
  await setImmediate()
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false
}

function refuseFolder(path: string): void {
  if (!guard(path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory())) return
  throw new CannotRun(
    `${path}: this is a folder, and a result has the same name. Nothing was changed; move it, or choose another folder with --out.`,
  )
}

/** Signals that end a program, and the exit codes that shells give them. */
const ENDINGS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/** Has something done when the process ends before its time; returns what takes that back. */
function atEnd(action: () => void): () => void {
  const endings = ENDINGS.map(([signal, exitCode]) => ({
    signal,
    end: () => process.exit(exitCode),
  }))
  process.on('exit', action)
  for (const { signal, end } of endings) process.on(signal, end)
  return () => {
    process.off('exit', action)
    for (const { signal, end } of endings) process.off(signal, end)
  }
}

function guard<T>(folder: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOSPC') {
      throw new CannotRun(
        `${folder}: the disk is full. Nothing was changed there; free some space, or choose another folder with --out.`,
      )
    }
    throw new CannotRun(
      `${folder}: cannot be written (${reasonOf(error)}). Choose another folder with --out.`,
    )
  }
}

/** Writes a new file; refuses to replace one. */
export function createFile(path: string, text: string): void {
  guard(dirname(path), () => {
    mkdirSync(dirname(path), { recursive: true })
    const descriptor = openSync(path, 'wx')
    writeSync(descriptor, text)
    closeSync(descriptor)
  })
}

/** What the system said, in a few words: `permission denied`. */
export function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error)
  return REASONS.get(error.code) ?? error.code
}

const REASONS = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'a file stands where a folder should be'],
  ['EISDIR', 'it is a folder'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ELOOP', 'the links lead in a circle'],
  ['EEXIST', 'it exists already'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the name is too long'],
])

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
