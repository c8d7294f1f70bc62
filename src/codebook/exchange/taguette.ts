import { csvDelimiter, csvRows } from './csv-rows.ts'
import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Codebooks of Taguette: a table with a row for each tag. */
export const taguette: ExchangeFormat = {
  name: 'taguette',
  title: 'Taguette codebook (.csv)',
  extensions: ['csv'],
  recognises: ({ name, text }) => extensionOf(name) === 'csv' && isTagTable(text),
  read: async (file, { path }) => (await import('./taguette-table.ts')).readTaguette(file, path),
  write: async (codebook) => (await import('./taguette-table.ts')).writeTaguette(codebook),
}

/** Names of the column with the tag. */
export const TAG_COLUMNS = ['tag', 'path', 'name']
/** Every column that Taguette writes or reads. */
const KNOWN_COLUMNS = [...TAG_COLUMNS, 'description', 'number of highlights', 'number of documents']

/** Whether a table has the columns of Taguette and no others. */
function isTagTable(text: string): boolean {
  const [header] = csvRows(text, csvDelimiter(text), 1)
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const tags = names.filter((name) => TAG_COLUMNS.includes(name))
  return tags.length === 1 && names.every((name) => KNOWN_COLUMNS.includes(name))
}
