import type { Cell, Table } from '../types.ts'

/** A match with the words around it: keyword in context. */
export interface ConcordanceLine {
  readonly document: string
  readonly speaker: string
  readonly role: string
  /** Line of the source, 1-based. */
  readonly line: number
  /** Code points of the document, 0-based, half-open. */
  readonly start: number
  readonly end: number
  readonly before: string
  readonly match: string
  readonly after: string
  readonly negated: boolean
}

/** The table of a concordance; its rows are made from the lines as they come. */
export function concordance(lines: Iterable<ConcordanceLine>): Table {
  const columns = [
    'document',
    'speaker',
    'role',
    'line',
    'start',
    'end',
    'before',
    'match',
    'after',
    'negated',
  ]
  return { name: 'concordance', columns, rows: rowsOf(lines) }
}

function* rowsOf(lines: Iterable<ConcordanceLine>): Iterable<readonly Cell[]> {
  for (const one of lines) {
    yield [
      one.document,
      one.speaker,
      one.role,
      one.line,
      one.start,
      one.end,
      one.before,
      one.match,
      one.after,
      one.negated,
    ]
  }
}
