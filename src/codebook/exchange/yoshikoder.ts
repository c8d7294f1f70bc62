import type { ExchangeFormat } from './exchange.ts'

/** Dictionaries of Yoshikoder and Lexicoder 2: categories and patterns in XML. */
export const yoshikoder: ExchangeFormat = {
  name: 'yoshikoder',
  title: 'Yoshikoder dictionary (.ykd, .lcd)',
  extensions: ['ykd', 'lcd'],
  recognises: ({ text }) => DICTIONARY.test(text.slice(0, HEAD_LENGTH)),
  read: async (file, options) =>
    (await import('./read-yoshikoder.ts')).readYoshikoder(file, options),
  write: async (codebook) => (await import('./write-yoshikoder.ts')).writeYoshikoder(codebook),
}

/** The first category stands near the beginning. */
const HEAD_LENGTH = 20_000
/** `<dictionary style="050805">` near the beginning, and a category in it. */
const DICTIONARY = /^[^<]*<[\s\S]{0,4000}?<?dictionary\b[^>]*>\s*<cnode\b/u
