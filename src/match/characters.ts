/**
 * What a code unit is to the reader of words.
 *
 * A word is a run of letters and digits with their combining marks; an apostrophe between two of
 * them belongs to the word (`don't`), a hyphen between two of them joins two words (`care-leaver`).
 */

/** Not yet known: the class is found when the character is first met. */
export const UNKNOWN = 0
/** White space, punctuation, symbols: what stands between words. */
export const OTHER = 1
/** A letter or a digit: what a word begins with. The only class with the bit `WORD_BIT`. */
export const WORD = 8
export const WORD_BIT = 3
/** `'`, `’` and their kin. */
export const APOSTROPHE = 3
/** `-`, `‐`, `‑` and the short dashes `‒` and `–`. */
export const HYPHEN = 4
/** Half of a character outside the Basic Multilingual Plane, for example of an emoji. */
export const SURROGATE = 5
/** A combining mark or an invisible character: belongs to the word it follows, and begins none. */
export const INNER = 6

const APOSTROPHES = new Set([0x27, 0x60, 0xb4, 0x2019, 0x2018, 0x2bc, 0xff07])
const HYPHENS = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013])
/** Soft hyphen, zero-width space, non-joiner and joiner, word joiner, zero-width no-break space. */
const INVISIBLE = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff])

/** A letter or digit, for example `é` or `٣`. */
const LETTER = /[\p{L}\p{N}]/u
/** A combining mark, for example the accent of a decomposed `é`, or what colours an emoji. */
const MARK = /\p{M}/u

/** The class of each code unit, filled as they are met; `UNKNOWN` until then. */
export const CHARACTER_CLASSES = new Uint8Array(0x10000)
for (let code = 0; code < 0x80; code += 1) CHARACTER_CLASSES[code] = classify(code)

/** Finds, remembers and returns the class of a code unit. */
export function classOfCharacter(code: number): number {
  const known = CHARACTER_CLASSES[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const found = classify(code)
  CHARACTER_CLASSES[code] = found
  return found
}

/** Whether a character outside the Basic Multilingual Plane belongs to words. */
export function isWordPair(high: number, low: number): boolean {
  return LETTER.test(String.fromCharCode(high, low))
}

function classify(code: number): number {
  if (APOSTROPHES.has(code)) return APOSTROPHE
  if (HYPHENS.has(code)) return HYPHEN
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  if (INVISIBLE.has(code)) return INNER
  const character = String.fromCharCode(code)
  if (LETTER.test(character)) return WORD
  return MARK.test(character) ? INNER : OTHER
}
