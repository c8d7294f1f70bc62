/** The small text files of an analyst's project: codebooks and configurations. */
import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { CannotRun, isSystemError, reasonOf } from './cannot-run.ts'
import { byName } from './name-order.ts'
import { writing } from './writing.ts'

/** Reads a small text file; throws `CannotRun` where it cannot be read or is not UTF-8. */
export function readText(path: string, shown: string = path): string {
  const bytes = reading(shown, () => readFileSync(path))
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
  return reading(shown, () => readdirSync(folder)).sort(byName)
}

/** Writes a new file; refuses to replace one. */
export function createFile(path: string, text: string): void {
  writing(dirname(path), () => {
    mkdirSync(dirname(path), { recursive: true })
    const descriptor = openSync(path, 'wx')
    writeSync(descriptor, text)
    closeSync(descriptor)
  })
}

/**
 * Writes a file in place of the one that is there, all of it or nothing. A link stays one: the file
 * that it leads to is written. Who may read and write the file stays as it was.
 */
export function replaceText(path: string, text: string, shown: string = path): void {
  writing(shown, () => {
    const file = realpathSync(path)
    const unfinished = `${file}.unfinished`
    const descriptor = openSync(unfinished, 'w', OWN_ONLY)
    try {
      fchmodSync(descriptor, statSync(file).mode & PERMISSIONS)
      writeFileSync(descriptor, text)
      renameSync(unfinished, file)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    } finally {
      closeSync(descriptor)
    }
  })
}

/** Until it is known who may read the file. */
const OWN_ONLY = 0o600
/** The part of a file's mode that says who may do what. */
const PERMISSIONS = 0o777

function reading<T>(shown: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT')
      throw new CannotRun(`${shown}: there is no such file.`)
    throw new CannotRun(`${shown}: cannot be read (${reasonOf(error)}).`)
  }
}
