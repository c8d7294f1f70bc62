import type { ExchangeFormat } from './exchange.ts'

/** Lists of words with scores, as sentiment lexicons are: a word, a tab, a number. Read only. */
export const scoredWords: ExchangeFormat = {
  name: 'scored-words',
  title: 'list of words with scores (.txt)',
  extensions: ['txt', 'tsv'],
  recognises: ({ text }) => SCORED.test(text),
  read: async (file) => (await import('./read-scored-words.ts')).readScoredWords(file),
}

/** Three lines such as `abandon	-2`, at the beginning of the file. */
const SCORED = /^(?:[^\t\n]+\t-?\d+(?:\.\d+)?(?:\t[^\t\n]*)?\n){2}[^\t\n]+\t-?\d/u
