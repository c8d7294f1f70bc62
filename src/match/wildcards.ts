/**
 * Words of rules with wildcards: `*` is any letters (or none), `?` is one letter.
 *
 * They are filed by their first or last letters, so that a new form is tried against few of them.
 */

/** A file of wildcard words. */
export interface Wildcards {
  /** Files a wildcard word under the atom that it satisfies. */
  add(word: string, atom: number): void
  /** Adds to `found` the atoms whose wildcard word a form satisfies. */
  find(form: string, found: Set<number>): void
}

interface Wildcard {
  readonly parts: readonly number[]
  readonly atom: number
}

/** How many literal letters a drawer is named for. */
const DRAWER_LETTERS = 2

/** An empty file. */
export function wildcards(): Wildcards {
  const byStart = new Map<string, Wildcard[]>()
  const byEnd = new Map<string, Wildcard[]>()
  const others: Wildcard[] = []

  function add(word: string, atom: number): void {
    const wildcard = { parts: partsOf(word), atom }
    const start = word.slice(0, DRAWER_LETTERS)
    const end = word.slice(-DRAWER_LETTERS)
    if (isLiteral(start)) file(byStart, start, wildcard)
    else if (isLiteral(end)) file(byEnd, end, wildcard)
    else others.push(wildcard)
  }

  function find(form: string, found: Set<number>): void {
    const starting = byStart.get(form.slice(0, DRAWER_LETTERS)) ?? []
    const ending = byEnd.get(form.slice(-DRAWER_LETTERS)) ?? []
    if (starting.length + ending.length + others.length === 0) return
    const letters = lettersOf(form)
    for (const drawer of [starting, ending, others]) {
      for (const { parts, atom } of drawer) if (isMatch(parts, letters)) found.add(atom)
    }
  }

  return { add, find }
}

/** What stands in `parts` for `*` and for `?`; code points are never negative. */
const ANY_LETTERS = -1
const ONE_LETTER = -2

/** The parts of a wildcard word: code points, `*` and `?`. */
function partsOf(word: string): readonly number[] {
  return Array.from(word, (letter) => {
    if (letter === '*') return ANY_LETTERS
    return letter === '?' ? ONE_LETTER : (letter.codePointAt(0) ?? 0)
  })
}

/** A form letter by letter: its code points, and what each of them is. */
interface Letters {
  readonly points: readonly number[]
  readonly kinds: readonly number[]
}

/** What `*` stops at, for example the stroke of `1⁄2`. */
const OTHER = 0
const LETTER = 1
const MARK = 2
/** A digit or an apostrophe: in words, but no letter. */
const INNER = 3

/** A letter, for example `é`. */
const IS_LETTER = /^\p{L}/u
/** A combining mark, for example the accent of a decomposed `é`. */
const IS_MARK = /^\p{M}/u
/** A digit or an apostrophe, for example `7`. */
const IS_INNER = /^[\p{N}']/u

function lettersOf(form: string): Letters {
  const letters = Array.from(form)
  return {
    points: letters.map((letter) => letter.codePointAt(0) ?? 0),
    kinds: letters.map(kindOf),
  }
}

function kindOf(letter: string): number {
  if (IS_LETTER.test(letter)) return LETTER
  if (IS_MARK.test(letter)) return MARK
  return IS_INNER.test(letter) ? INNER : OTHER
}

/**
 * Whether a form satisfies a wildcard word. Where it goes wrong, only the last `*` takes one letter
 * more, because an earlier one could gain nothing: so the time is at most parts × letters.
 */
function isMatch(parts: readonly number[], letters: Letters): boolean {
  const { length } = letters.points
  let part = 0
  let at = 0
  let star = -1
  let starEnd = 0
  while (at < length) {
    const next = endOfPart(parts[part], letters, at)
    if (next >= 0) {
      at = next
      part += 1
    } else if (parts[part] === ANY_LETTERS) {
      star = part
      starEnd = at
      part += 1
    } else {
      if (star < 0 || letters.kinds[starEnd] === OTHER) return false
      starEnd += 1
      at = starEnd
      part = star + 1
    }
  }
  while (parts[part] === ANY_LETTERS) part += 1
  return part === parts.length
}

/** Where a letter or a `?` of a wildcard word ends that begins at a letter of the form, or -1. */
function endOfPart(part: number | undefined, { points, kinds }: Letters, at: number): number {
  if (part !== ONE_LETTER) return points[at] === part ? at + 1 : -1
  if (kinds[at] !== LETTER) return -1
  let end = at + 1
  while (kinds[end] === MARK) end += 1
  return end
}

function isLiteral(letters: string): boolean {
  return letters.length === DRAWER_LETTERS && !letters.includes('*') && !letters.includes('?')
}

function file(drawers: Map<string, Wildcard[]>, name: string, wildcard: Wildcard): void {
  const drawer = drawers.get(name)
  if (drawer === undefined) drawers.set(name, [wildcard])
  else drawer.push(wildcard)
}
