/**
 * Regular expressions of Yoshikoder, in the syntax of Java. Each is compared with one whole word; here
 * it is searched for in a text, so that what may be any sign becomes any sign of a word.
 */

/** The expression that finds the same words in a text; or a sentence on why there is none. */
export type WordRegex = { readonly regex: string } | { readonly problem: string }

/** Turns an expression that the linear-time engine can read into one that stays within a word. */
export function wordRegex(source: string): WordRegex {
  const pieces = source.match(PIECE) ?? []
  if (pieces.some(hasInnerClass)) return { problem: INNER_CLASS }
  if (pieces.some(findsSpace)) return { problem: SPACE }
  return { regex: pieces.filter(isNoEdge).map(withinWord).join('') }
}

const INNER_CLASS =
  'The pattern is left out: its regular expression has brackets or && within brackets, which mean something else here.'
const SPACE =
  'The pattern is left out: its regular expression asks for white space, and Yoshikoder looks at words one by one.'

/** `\Q…\E`, `\p{L}`, `\S`, `[^a-z]`, or one sign. */
const PIECE =
  /\\Q[\s\S]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/gu
/** `\]` or `\w`. */
const ESCAPED = /\\[\s\S]/gu
/** `&&` or `[`. */
const INNER = /&&|\[/u
/** `\s`, `\P{L}`. */
const SPACES = /^\\[sP]/u
/** `\s`, `\W`, `\D`, `\P{L}` somewhere in brackets. */
const SPACES_INSIDE = /\\[sWDP]/u

function isClass(piece: string): boolean {
  return piece.length > 1 && piece.startsWith('[')
}

/** `[a-z&&[^b]`: what Java takes for two classes. */
function hasInnerClass(piece: string): boolean {
  return isClass(piece) && INNER.test(piece.slice(1).replace(ESCAPED, ''))
}

function findsSpace(piece: string): boolean {
  if (isClass(piece)) return !piece.startsWith('[^') && SPACES_INSIDE.test(piece)
  return SPACES.test(piece)
}

/** `(`, `|` or `(?:`, before which there is no word. */
const OPENS = /[(|]$|\(\?:$/u
const BEGINNINGS: readonly string[] = ['^', '\\A']
const ENDS: readonly string[] = ['$', '\\z', '\\Z']

/** Whether a piece is no `^` or `$` at the edge of the word, which every match has anyway. */
function isNoEdge(piece: string, index: number, pieces: readonly string[]): boolean {
  if (BEGINNINGS.includes(piece)) {
    return index > 0 && !OPENS.test(pieces.slice(Math.max(0, index - 3), index).join(''))
  }
  const next = pieces[index + 1] ?? ')'
  return !ENDS.includes(piece) || (next !== ')' && next !== '|')
}

/** Any sign of a word. */
const ANY = "[\\p{L}\\p{M}\\p{N}'-]"
/** Signs that are in no word, as a part of `[^…]`. */
const OUTSIDE = '\\s.,;:!?…"()'
const ANY_SIGNS: Readonly<Record<string, string>> = {
  '.': ANY,
  '\\S': ANY,
  '\\D': `[^${OUTSIDE}\\d]`,
  '\\W': `[^${OUTSIDE}\\w]`,
}

function withinWord(piece: string): string {
  if (!isClass(piece) || !piece.startsWith('[^')) return ANY_SIGNS[piece] ?? piece
  const rest = piece.slice(2)
  return `[^${OUTSIDE}${rest.startsWith(']') ? '\\' : ''}${rest}`
}
