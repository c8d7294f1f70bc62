/**
 * The evidence of several rows of a segment → that of one row. Where a match stands is not in the
 * table, so it is looked for again in the text of the segment.
 */

/** The cells `rules` and `matched`: lists in order of position, joined with ` | `. */
export interface Evidence {
  readonly rules: string
  readonly matched: string
}

/**
 * Puts lists together in order of position, longer first. Where rules and words cannot be told apart
 * (a column is missing, or ` | ` stands in the words themselves), one list follows the other.
 */
export function inOrderOfPlace(text: string, lists: readonly Evidence[]): Evidence {
  const found = lists.map((list) => placed(text, list))
  const known = found.flatMap((list) => list ?? [])
  if (text === '' || found.includes(undefined)) {
    return { rules: together(lists, 'rules'), matched: together(lists, 'matched') }
  }
  const inOrder = known.toSorted((a, b) => a.start - b.start || b.matched.length - a.matched.length)
  return {
    rules: inOrder.map(({ rule }) => rule).join(SEPARATOR),
    matched: inOrder.map(({ matched }) => matched).join(SEPARATOR),
  }
}

const SEPARATOR = ' | '
/** Between the parts of a match that lie apart. */
const APART = ' … '

function together(lists: readonly Evidence[], column: keyof Evidence): string {
  return lists
    .map((list) => list[column])
    .filter((cell) => cell !== '')
    .join(SEPARATOR)
}

interface Placed {
  readonly rule: string
  readonly matched: string
  readonly start: number
}

/** Each match of a list with its place: none before the one that is listed before it. */
function placed(text: string, { rules, matched }: Evidence): readonly Placed[] | undefined {
  const pieces = matched.split(SEPARATOR)
  const names = rules.split(SEPARATOR)
  if (pieces.length !== names.length) return undefined
  const found: Placed[] = []
  for (const [at, piece] of pieces.entries()) {
    const rule = names[at] ?? ''
    const last = found.at(-1)
    const isAgain = last?.rule === rule && last.matched === piece
    const from = (last?.start ?? 0) + (isAgain ? 1 : 0)
    const start = placeOf(piece.split(APART)[0] ?? '', text, from)
    if (start === -1) return undefined
    found.push({ rule, matched: piece, start })
  }
  return found
}

/** Where whole words stand in a text, not before a place; -1 where they do not. */
function placeOf(words: string, text: string, from: number): number {
  if (words === '') return -1
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    const isInside =
      LETTER_END.test(text.slice(Math.max(0, at - 2), at)) ||
      LETTER_START.test(text.slice(end, end + 2))
    if (!isInside) return at
  }
  return text.indexOf(words, from)
}

/** `e` at the end of `the`. */
const LETTER_END = /[\p{L}\p{N}]$/u
/** `t` at the start of `the`. */
const LETTER_START = /^[\p{L}\p{N}]/u
