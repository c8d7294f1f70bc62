import type { Diagnostic } from '../types.ts'
import type { Reading } from './reader.ts'

/** A problem of a file, with its line where one is known. */
export interface Problem {
  readonly severity: Diagnostic['severity']
  readonly id: string
  readonly message: string
  /** 1-based. */
  readonly line?: number | undefined
}

/** The problem as a reading of the file at `path`. */
export function problemReading(path: string, problem: Problem): Reading {
  const { severity, id, message, line } = problem
  const diagnostic = { severity, id, message, path, line, column: undefined }
  return { kind: 'problem', diagnostic }
}
