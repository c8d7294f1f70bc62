import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** A table with a row for each term: theme, term and, if there is one, a definition. */
export const plainCsv: ExchangeFormat = {
  name: 'csv',
  title: 'table of themes and terms (.csv)',
  extensions: ['csv', 'tsv'],
  recognises: ({ name, text }) => ['csv', 'tsv'].includes(extensionOf(name)) && text !== '',
  read: async (file, { path }) => (await import('./plain-csv-table.ts')).readPlainCsv(file, path),
  write: async (codebook) => (await import('./plain-csv-table.ts')).writePlainCsv(codebook),
}
