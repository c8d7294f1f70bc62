import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Dictionaries of Lexicoder 3: a category after a plus sign, its terms on the lines below. */
export const lexicoder: ExchangeFormat = {
  name: 'lexicoder',
  title: 'Lexicoder dictionary (.lc3)',
  extensions: ['lc3'],
  recognises: ({ name, text }) => extensionOf(name) === 'lc3' && text !== '',
  read: async (file) => (await import('./lexicoder-text.ts')).readLexicoder(file),
  write: async (codebook) => (await import('./lexicoder-text.ts')).writeLexicoder(codebook),
}
