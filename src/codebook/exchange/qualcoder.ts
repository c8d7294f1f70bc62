import { type ExchangeFormat, extensionOf } from './exchange.ts'

/** Lists of codes for QualCoder: `category>>code`, a tab or comma, and a memo. */
export const qualcoder: ExchangeFormat = {
  name: 'qualcoder',
  title: 'QualCoder code list (.txt, .csv)',
  extensions: ['txt', 'csv'],
  recognises: ({ name, text }) =>
    ['txt', 'csv'].includes(extensionOf(name)) &&
    !THEMES_AND_TERMS.test(text) &&
    text.split('\n').some(isPath),
  read: async (file, { path }) => (await import('./qualcoder-list.ts')).readQualcoder(file, path),
  write: async (codebook) => (await import('./qualcoder-list.ts')).writeQualcoder(codebook),
}

/** The first row of a table of themes and terms: `theme,term,definition`. */
const THEMES_AND_TERMS = /^"?themes?"?[,;\t]"?terms?\b/iu
/** `care>>workers`, before a tab or comma; in HTML or code `>>` stands among other signs. */
const PATH = /^"?[\p{L}\p{N}][^<>\t,]*>>[^<>\t,]+/u

function isPath(line: string): boolean {
  return PATH.test(line)
}
