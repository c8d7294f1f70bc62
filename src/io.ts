import { writeSync } from 'node:fs'
import { CannotRun, reasonOf } from './disk/cannot-run.ts'

/** The process as commands see it, so that tests can run them without one. */
export interface Io {
  /** Results. */
  out(text: string | Uint8Array): void
  /** Everything else. */
  err(text: string): void
  /** Whether results are shown in a terminal; colour and width follow from it. */
  readonly isTerminal: boolean
  /** Whether messages are shown in a terminal; progress follows from it. */
  readonly showsProgress: boolean
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The date where the analyst is: `2026-11-22`. The one clock; results never ask for it. */
  today(): string
}

/** Done. */
export const DONE = 0
/** Done, and something was found: a failed check, an error in a codebook or in a transcript. */
export const FOUND = 1
/** Could not run: wrong usage, a missing file. */
export const COULD_NOT_RUN = 2

/**
 * Writes to standard output and returns when all is written, however slowly it is read: callers
 * use their memory again. False where the reader has stopped reading.
 */
export function writeOut(piece: string | Uint8Array, descriptor = 1): boolean {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EPIPE') return false
      if (code !== 'EAGAIN')
        throw new CannotRun(`The results cannot be written (${reasonOf(error)}).`)
      pause()
    }
  }
  return true
}

const PAUSE_MILLISECONDS = 5

/** Waits for a reader whose pipe is full. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS)
}
