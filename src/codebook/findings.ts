import type { Diagnostic } from '../types.ts'

/** Where a theme, a rule or an example begins. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** What a check has to say about a codebook; `at` is undefined for what has no place. */
export interface Finding {
  readonly severity: Diagnostic['severity']
  readonly id: string
  readonly at: Place | undefined
  readonly message: string
}

/** A finding that means the codebook cannot do what it says. */
export function errorAt(at: Place | undefined, id: string, message: string): Finding {
  return { severity: 'error', id, at, message }
}

/** A finding that the analyst should look at. */
export function warningAt(at: Place | undefined, id: string, message: string): Finding {
  return { severity: 'warning', id, at, message }
}
