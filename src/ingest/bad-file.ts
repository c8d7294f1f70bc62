import { type Problem, problemReading } from './problems.ts'
import type { Reading } from './reader.ts'

/** A file that is not what its format asks for, so that no more of it can be read. */
export class BadFile extends Error {
  override readonly name = 'BadFile'
  readonly problem: Problem

  constructor(id: string, message: string, line?: number) {
    super(message)
    this.problem = { severity: 'error', id, message, line }
  }
}

/** Readings of a file; where it turns out to be bad, what was read so far and the problem. */
export function* whileGood(path: string, read: () => Iterable<Reading>): Generator<Reading> {
  try {
    yield* read()
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    yield problemReading(path, error.problem)
  }
}
