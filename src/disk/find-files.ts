/**
 * Paths → files: folders are searched in a stated order, and what is left aside is said with its
 * reason.
 */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { skippedReason } from '../ingest/unsupported-files.ts'
import { CannotRun, isSystemError, reasonOf } from './cannot-run.ts'
import { type FoundFile, type InputFile, ownName, withIds } from './file-ids.ts'
import { byName } from './name-order.ts'

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

/** The path that means standard input. */
export const STANDARD_INPUT = '-'

/**
 * Every file below the given paths that a reader may read, sorted by id. Folders are searched for
 * the given extensions; files that are named are taken whatever they are called.
 */
export function findFiles(paths: readonly string[], extensions: ReadonlySet<string>): Found {
  const files: FoundFile[] = []
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
  return { files: withIds(files), skipped: skipped.sort((a, b) => byName(a.path, b.path)) }
}

interface Search {
  readonly given: string
  readonly extensions: ReadonlySet<string>
  readonly seen: Set<string>
  readonly files: FoundFile[]
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
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    if (entry.name.startsWith('.') || entry.name.startsWith(LOCK_START)) continue
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

/** What Word and Excel lay beside a file that is open: `~$interview.docx`. */
const LOCK_START = '~$'

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
    const reason = skippedReason(extname(path).toLowerCase())
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
