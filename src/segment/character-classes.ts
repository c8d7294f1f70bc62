/**
 * What a code unit is to the reader of sentences.
 *
 * The hot loop asks one thing only: can a sentence end here? Everything from `BREAK` upwards can.
 * The other classes are asked for near a possible end.
 */

/** Not yet known: the class is found when it is first asked for. Never a possible end. */
const UNKNOWN = 0
/** Punctuation inside a sentence, symbols, second halves of surrogate pairs. */
export const OTHER = 1
/** A letter of a script without capitals, a combining mark, a letter number. */
export const LETTER = 2
export const LOWER = 3
export const UPPER = 4
export const DIGIT = 5
export const WHITE = 6
/** Opens a quotation or a bracket: `(`, `“`. */
export const OPEN = 7
/** Closes a quotation or a bracket: `)`, `”`; also superscripts and invisible marks. */
export const CLOSE = 8
/** Opens or closes: `"`, `'`, `*`, `_`. */
export const QUOTE = 9
/** The first half of an emoji, a dingbat, or what joins and colours emoji. */
export const EMOJI = 10
/** A line break. The first class at which a sentence can end. */
export const BREAK = 11
/** A full stop. */
export const DOT = 12
/** `…` */
export const ELLIPSIS = 13
/** `!`, `?` and their combinations. */
export const STRONG = 14
/** Stops that always end a sentence and need no space after them: `。`, `？`, `।`, `؟`. */
export const WIDE = 15

const LISTED: readonly (readonly [number, string])[] = [
  [BREAK, '\n\u2028\u2029'],
  [DOT, '.'],
  [ELLIPSIS, '…'],
  [STRONG, '!?‼‽⁇⁈⁉⸮'],
  [WIDE, '。！？｡．।॥؟۔։՜՞።፧၊။។៕᠃᠉'],
  [OPEN, '([{<“‘„‚«‹「『【《〈〔（［｛¿¡'],
  [
    CLOSE,
    ')]}>”’»›」』】》〉〕）］｝¹²³⁰⁴⁵⁶⁷⁸⁹\u200b\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2069',
  ],
  [QUOTE, '"\'*_~`'],
  [EMOJI, '\u200d\ufe0f\u20e3'],
]

/** White space, for example a no-break space. */
const WHITE_SPACE = /^\s$/u
/** A digit of any script, for example `٣`. */
const ANY_DIGIT = /^\p{Nd}$/u
/** A capital, for example `É`. */
const CAPITAL = /^[\p{Lu}\p{Lt}]$/u
/** A small letter, for example `é`. */
const SMALL_LETTER = /^\p{Ll}$/u
/** Any other letter, mark or number, for example `語`. */
const ANY_LETTER = /^[\p{L}\p{M}\p{N}]$/u

/** The class of each code unit; 0 below `BREAK` where nobody has asked yet. */
export const CLASSES = new Uint8Array(0x10000)
for (const [kind, characters] of LISTED) {
  for (let i = 0; i < characters.length; i += 1) CLASSES[characters.charCodeAt(i)] = kind
}
for (let code = 0; code < 0x80; code += 1) classOf(code)

/** The class of a code unit. */
export function classOf(code: number): number {
  const known = CLASSES[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const found = classify(code)
  CLASSES[code] = found
  return found
}

/** The class of the code unit at a position; `OTHER` outside the text. */
export function classAt(codes: Uint16Array, at: number): number {
  const code = codes[at]
  return code === undefined ? OTHER : classOf(code)
}

/** Whether a class makes a sentence say something: a letter or a digit. */
export function isWordClass(kind: number): boolean {
  return kind >= LETTER && kind <= DIGIT
}

/** Whether a class is a letter. */
export function isLetterClass(kind: number): boolean {
  return kind >= LETTER && kind <= UPPER
}

/** Whether a class is white space, line breaks included. */
export function isWhiteClass(kind: number): boolean {
  return kind === WHITE || kind === BREAK
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return classifySurrogate(code)
  if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0x2b00 && code <= 0x2bff)) return EMOJI
  const character = String.fromCharCode(code)
  if (WHITE_SPACE.test(character)) return WHITE
  if (ANY_DIGIT.test(character)) return DIGIT
  if (CAPITAL.test(character)) return UPPER
  if (SMALL_LETTER.test(character)) return LOWER
  return ANY_LETTER.test(character) ? LETTER : OTHER
}

/** First halves: emoji lie behind D83C–D83E, letters behind the others. */
function classifySurrogate(code: number): number {
  if (code >= 0xdc00) return OTHER
  return code >= 0xd83c && code <= 0xd83e ? EMOJI : LETTER
}
