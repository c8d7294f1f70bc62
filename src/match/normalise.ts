/**
 * Folded copies of words, for comparison only. A copy may be longer or shorter than the word it
 * was made from (`ﬁ` becomes `fi`), so positions are always those of the raw text.
 */

/** Apostrophes and accents typed in their place: don’t, don`t, don´t, donʼt. */
const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07`\u00B4]/gu

/** Hyphens and short dashes that can stand inside a word: care‐leaver. */
const HYPHENS = /[\u2010-\u2013]/gu

/** Characters without a width: the soft hyphen of `place&shy;ment`, joiners, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/** The Turkish capital i with a dot, which lower-casing would turn into two characters: İpek. */
const DOTTED_CAPITAL_I = /\u0130/gu

/**
 * One word as it is compared: lower case, with plain apostrophes and hyphens, ligatures and wide
 * letters resolved (NFKC), and invisible characters dropped. Accents stay, and so does ß.
 */
export function normalise(raw: string): string {
  if (isAscii(raw)) return raw.toLowerCase().replaceAll('`', "'")
  return normaliseCase(raw).replace(DOTTED_CAPITAL_I, 'i').toLowerCase().normalize('NFKC')
}

/** The same with capitals kept, for rules with `case: exact`. */
export function normaliseCase(raw: string): string {
  if (isAscii(raw)) return raw.replaceAll('`', "'")
  return raw
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(HYPHENS, '-')
}

function isAscii(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    if (raw.charCodeAt(at) > 127) return false
  }
  return true
}
