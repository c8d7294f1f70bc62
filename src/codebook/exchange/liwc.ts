import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Dictionaries of LIWC 2001, 2007 and 2015: categories between two `%`, then words with their numbers. */
export const liwc: ExchangeFormat = {
  name: 'liwc',
  title: 'LIWC dictionary (.dic)',
  extensions: ['dic'],
  recognises: ({ name, text }) => HEADER.test(text) || (extensionOf(name) === 'dic' && text !== ''),
  read: async (file, { path }) => (await import('./read-liwc.ts')).readLiwc(file, path),
  write: async (codebook) => (await import('./write-liwc.ts')).writeLiwc(codebook),
}

/** A line with `%`, then a number and a name: `%` `1 affect`. */
const HEADER = /^\s*%[ \t]*\n\s*\d+[ \t]+\S/u
