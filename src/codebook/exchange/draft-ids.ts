/** Ids from names: what a codebook calls a theme by is made from what the origin calls it. */

/** Longest id that is made; a name may be a sentence. */
const LONGEST = 60
/** Combining marks, for example the accent of a decomposed `é`. */
const MARKS = /\p{M}+/gu
/** Whatever is no small letter a–z or digit, for example ` & `. */
const BETWEEN = /[^a-z0-9]+/gu
/** Hyphens at the ends. */
const OUTER_HYPHENS = /^-+|-+$/gu
/** Letters that do not come apart into a letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}
const PLAIN_LETTERS = /[ßæœøđðþłı]/gu

/** Letters, and those that an id may have. */
const LETTERS = /\p{L}/gu
const ID_LETTERS = /[a-z]/gu

/**
 * A kebab-case id, for example `Être écouté` → `etre-ecoute`; empty where no letter a–z or digit is
 * left, or half of the letters or more would be lost: nobody knows 影響 2 again by its `2`.
 */
export function idFromName(name: string): string {
  const letters = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? '')
  const kept = letters.match(ID_LETTERS)?.length ?? 0
  const lost = (letters.match(LETTERS)?.length ?? 0) - kept
  if (lost > 0 && lost >= kept) return ''
  const id = letters.replace(BETWEEN, '-').replace(OUTER_HYPHENS, '')
  if (id.length <= LONGEST) return id
  const cut = id.lastIndexOf('-', LONGEST)
  return id.slice(0, cut > 0 ? cut : LONGEST)
}

/** Whether a text is an id already: `worker-turnover`. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** `worker-turnover`. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u

/**
 * Gives ids to siblings, each its own: `care`, `care-2`; `theme-3` for the third where its name
 * has too few letters that an id may have.
 */
export function siblingIds(): (theme: {
  readonly id?: string | undefined
  readonly name: string
}) => string {
  const taken = new Set<string>()
  const nextNumbers = new Map<string, number>()
  let count = 0
  return ({ id, name }) => {
    count += 1
    const made = id !== undefined && isId(id) ? id : idFromName(name)
    const wanted = made === '' ? `theme-${count}` : made
    let free = wanted
    let number = nextNumbers.get(wanted) ?? 2
    for (; taken.has(free); number += 1) free = `${wanted}-${number}`
    nextNumbers.set(wanted, number)
    taken.add(free)
    return free
  }
}
