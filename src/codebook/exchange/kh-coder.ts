import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Coding rules of KH Coder: `*name` on a line, below it what a text must have. */
export const khCoder: ExchangeFormat = {
  name: 'kh-coder',
  title: 'KH Coder rule file (.cod)',
  extensions: ['cod'],
  encodings: ['shift_jis', 'euc-jp'],
  recognises: ({ name, text }) =>
    extensionOf(name) === 'cod' || (extensionOf(name) === 'txt' && beginsWithCode(text)),
  read: async (file) => (await import('./read-kh-coder.ts')).readKhCoder(file),
  write: async (codebook) => (await import('./write-kh-coder.ts')).writeKhCoder(codebook),
}

/** Whether comments and empty lines are followed by `*name` and a line that is neither. */
function beginsWithCode(text: string): boolean {
  const lines = writtenLines(text)
  let line = lines.next().value
  while (line?.startsWith('#')) line = lines.next().value
  const first = lines.next().value?.trimStart() ?? ''
  return NAME.test(line ?? '') && first !== '' && !ENDS_A_NAME.test(first)
}

/** `*trust`, with the asterisk of either width. */
const NAME = /^[*＊][^\s*]/u
/** What begins the line of a name or a comment. */
const ENDS_A_NAME = /^[*＊#]/u

/** The lines that are not empty, one by one: most files show in their first lines what they are. */
function* writtenLines(text: string): Generator<string, undefined> {
  let at = 0
  while (at <= text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    if (line.trim() !== '') yield line
    at = end < 0 ? text.length + 1 : end + 1
  }
  return undefined
}
