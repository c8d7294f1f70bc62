/** A character of a font of symbols, as text; a bullet where it has no usual sign. */
export function symbolText(code: number, font: string): string {
  if (!Number.isInteger(code) || code <= 0 || code > 0x10ffff) return BULLET
  if (code >= 0xd800 && code <= 0xdfff) return BULLET
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const isOfFont = isPrivate || (code < 0x100 && SYMBOL_FONT.test(font))
  if (!isOfFont) return String.fromCodePoint(code)
  return WINGDINGS.test(font) ? (SIGNS.get(code & 0xff) ?? BULLET) : BULLET
}

const BULLET = '•'
/** "Wingdings 2", "Symbol". */
const SYMBOL_FONT = /^(?:Wingdings|Webdings|Symbol)/iu
const WINGDINGS = /^Wingdings$/iu
/** Signs of Wingdings that people type into answers, or Word puts in for ":)" and "->". */
const SIGNS: ReadonlyMap<number, string> = new Map([
  [0x4a, '☺'],
  [0x4b, '😐'],
  [0x4c, '☹'],
  [0xa8, '☐'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])
