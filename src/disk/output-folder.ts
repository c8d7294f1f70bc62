/**
 * A folder of results: they are written to temporary names and renamed when all are whole, so that
 * an interrupted run leaves the last good results as they were.
 */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { CannotRun } from './cannot-run.ts'
import { atEnd } from './endings.ts'
import { writing } from './writing.ts'

/** Output files that appear together when all of them are whole. */
export interface OutputFolder {
  /** Opens an output for writing; bytes go to a temporary name. */
  open(name: string): { write(bytes: Uint8Array): void }
  /** Gives every output its name, unless the run was interrupted. */
  commit(): Promise<void>
  /** Removes what was written so far. */
  discard(): void
}

/** Writes bytes from an index on; returns how many were written, which may be fewer. */
export type WriteBytes = (descriptor: number, bytes: Uint8Array, from: number) => number

/**
 * Prepares a folder for outputs; throws `CannotRun` where it cannot be written. What is unfinished
 * is removed when the process ends, also when it is interrupted. `writeBytes` is the disk's own,
 * unless a test plays the disk.
 */
export function outputFolder(folder: string, writeBytes: WriteBytes = writeSync): OutputFolder {
  if (writing(folder, () => isFile(folder))) {
    throw new CannotRun(
      `${folder}: this is a file, not a folder. Choose another folder with --out.`,
    )
  }
  writing(folder, () => mkdirSync(folder, { recursive: true }))
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
      const descriptor = writing(folder, () => openSync(temporary(name), 'w'))
      parts.set(name, descriptor)
      return {
        write(bytes) {
          for (let done = 0; done < bytes.length; ) {
            done += writing(folder, () => writeBytes(descriptor, bytes, done))
          }
        },
      }
    },
    async commit() {
      await signalsTaken()
      const names = [...parts.keys()]
      for (const name of names) writing(folder, () => close(name))
      for (const name of names) refuseFolder(join(folder, name))
      for (const name of names) {
        writing(folder, () => renameSync(temporary(name), join(folder, name)))
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
  if (!writing(path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory())) return
  throw new CannotRun(
    `${path}: this is a folder, and a result has the same name. Nothing was changed; move it, or choose another folder with --out.`,
  )
}
