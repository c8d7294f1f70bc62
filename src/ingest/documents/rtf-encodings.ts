/** Which encoding the bytes of rich text are in: that of the font, else that of the file. */
import { decodeWindows1252 } from '../windows-1252.ts'

/** The encoding of a code page, by its number as in `\ansicpg1252`; Windows-1252 if not known. */
export function codePage(number: number | undefined): string {
  if (number === 10_000) return 'macintosh'
  if (number === 65_001) return 'utf-8'
  return PAGES.get(number ?? 0) ?? 'windows-1252'
}

/** The encoding of a font's character set (`\fcharset204`); undefined for the file's own. */
export function charsetEncoding(charset: number | undefined): string | undefined {
  return CHARSETS.get(charset ?? 1)
}

/** Decodes bytes; what the encoding does not define becomes the replacement character. */
export function decoded(bytes: Buffer, encoding: string): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes).replace(UNDEFINED, '\ufffd')
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** The encoding of fonts whose letters are signs. */
export const SIGNS = 'signs'

const PAGES: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page): [number, string] => [
    page,
    `windows-${page}`,
  ]),
])

const CHARSETS: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'],
  [2, SIGNS],
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
])

/** The five bytes that Windows-1252 leaves undefined. */
const UNDEFINED = /[\u0081\u008d\u008f\u0090\u009d]/gu
