import type { Cell, Table } from '../types.ts'
import type { FileInspection } from './inspection.ts'

/** The table with a row for each speaker of each document. */
export function inspection(files: readonly FileInspection[]): Table {
  return { name: 'inspection', columns: COLUMNS, rows: files.flatMap(rowsOf) }
}

const COLUMNS = [
  'path',
  'reader',
  'encoding',
  'document',
  'turns',
  'speaker',
  'role',
  'words',
  'warnings',
]

function rowsOf({ path, reader, encoding, documents, ...file }: FileInspection): readonly Cell[][] {
  const warnings = file.warnings.join(' | ')
  const spoken = documents.flatMap(({ document, turns, speakers }) =>
    speakers.map(({ speaker, role, words }): Cell[] => {
      return [path, reader, encoding, document, turns, speaker, role, words, warnings]
    }),
  )
  if (spoken.length > 0) return spoken
  return [[path, reader, encoding, undefined, 0, undefined, undefined, 0, warnings]]
}
