import type { Diagnostic } from '../types.ts'

/** Problems of one file, collected while it is read. */
export interface Problems {
  /** Line and column of an offset in the text, both 1-based; columns count UTF-16 code units. */
  place(at: number): { readonly line: number; readonly column: number }
  error(id: string, at: number, message: string): void
  warning(id: string, at: number, message: string): void
  /** Whether an error was met so far. */
  hasErrors(): boolean
  /** All problems, in the order of the file. */
  sorted(): readonly Diagnostic[]
}

/** An empty collection for a text without byte-order mark. */
export function collectProblems(text: string, path: string): Problems {
  const starts = lineStarts(text)
  const last = text.endsWith('\n') ? text.length - 1 : text.length
  const found: Diagnostic[] = []
  const place = (offset: number) => {
    const at = Math.min(offset, last)
    const line = lineOf(starts, at)
    return { line: line + 1, column: at - (starts[line] ?? 0) + 1 }
  }
  const add = (severity: Diagnostic['severity'], id: string, at: number, message: string) => {
    found.push({ severity, id, message, path, ...place(at) })
  }
  return {
    place,
    error: (id, at, message) => add('error', id, at, message),
    warning: (id, at, message) => add('warning', id, at, message),
    hasErrors: () => found.some((diagnostic) => diagnostic.severity === 'error'),
    sorted: () => sortDiagnostics(found),
  }
}

/** By line, column, id and message; those that concern the whole file first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.id, b.id) ||
      compareText(a.message, b.message),
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Index of the last line that begins at or before the offset. */
function lineOf(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
