import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Dictionaries of WordStat: levels by tabs, a number in brackets after each term. */
export const wordstat: ExchangeFormat = {
  name: 'wordstat',
  title: 'WordStat dictionary (.cat)',
  extensions: ['cat'],
  recognises: ({ name, text }) => extensionOf(name) === 'cat' && text !== '',
  read: async (file) => (await import('./read-wordstat.ts')).readWordstat(file),
  write: async (codebook) => (await import('./write-wordstat.ts')).writeWordstat(codebook),
}
