import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Coding rules of KH Coder: `*name` on a line, below it what a text must have. */
export const khCoder: ExchangeFormat = {
  name: 'kh-coder',
  title: 'KH Coder rule file (.cod)',
  extensions: ['cod'],
  encodings: ['shift_jis', 'euc-jp'],
  recognises: ({ name, text }) =>
    extensionOf(name) === 'cod' || (extensionOf(name) === 'txt' && CODE_FIRST.test(text)),
  read: async (file) => (await import('./read-kh-coder.ts')).readKhCoder(file),
  write: async (codebook) => (await import('./write-kh-coder.ts')).writeKhCoder(codebook),
}

/** Comments and empty lines, then `*name` and a line that is neither: `# words\n*trust\ntrust`. */
const CODE_FIRST = /^(?:(?:#.*|\s*)\n)*[*＊][^\s*].*\n\s*[^\s*＊#]/u
