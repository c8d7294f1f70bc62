import type { ExchangeFormat } from './exchange.ts'

/** Dictionaries of LIWC-22: a table with a row for each term and a column for each category. */
export const liwc22: ExchangeFormat = {
  name: 'liwc-22',
  title: 'LIWC-22 dictionary (.dicx)',
  extensions: ['dicx'],
  recognises: ({ text }) => HEADER.test(text),
  read: async (file, { path }) => (await import('./liwc-22-table.ts')).readLiwc22(file, path),
  write: async (codebook) => (await import('./liwc-22-table.ts')).writeLiwc22(codebook),
}

/** `DicTerm,affect,posemo`. */
const HEADER = /^\s*"?DicTerm"?\s*[,;\t]/iu
