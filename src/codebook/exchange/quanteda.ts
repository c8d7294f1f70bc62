import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Dictionaries of quanteda: keys in keys, with lists of patterns at the end. */
export const quanteda: ExchangeFormat = {
  name: 'quanteda',
  title: 'quanteda dictionary (.yml)',
  extensions: ['yml', 'yaml'],
  recognises: ({ name, text }) =>
    ['yml', 'yaml'].includes(extensionOf(name)) && text !== '' && !CODEBOOK.test(text),
  read: async (file, { path }) => (await import('./read-quanteda.ts')).readQuanteda(file, path),
  write: async (codebook) => (await import('./write-quanteda.ts')).writeQuanteda(codebook),
}

/** `codebook: care-review`: the file is a codebook of this program. */
const CODEBOOK = /^codebook:/mu
