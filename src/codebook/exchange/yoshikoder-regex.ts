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
  const inner = withoutEdges(pieces)
  if (inner.some((piece) => BEGINNINGS.includes(piece) || ENDS.includes(piece))) {
    return { problem: INNER_EDGE }
  }
  return { regex: inner.map(withinWord).join('') }
}

const INNER_EDGE =
  'The pattern is left out: ^ or $ stands inside of its regular expression, where no word begins or ends.'

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

/** Nothing, `(`, `|`, `(?:`, `(?i)`, `(?i:` or `(?<name>`, before which there is no word. */
const OPENS = /(?:^|[(|]|\(\?[A-Za-z-]*[:)]|\(\?<[A-Za-z][A-Za-z0-9]*>)$/u
/** The longest of these that is looked for, in pieces. */
const LONGEST_OPENING = 40
const BEGINNINGS: readonly string[] = ['^', '\\A']
const ENDS: readonly string[] = ['$', '\\z', '\\Z']

/** The pieces without `^` and `$` at the edges of the word, which every match has anyway. */
function withoutEdges(pieces: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (const [index, piece] of pieces.entries()) {
    const opening = kept.length > LONGEST_OPENING ? kept.slice(-LONGEST_OPENING) : ['', ...kept]
    const isFirst = BEGINNINGS.includes(piece) && OPENS.test(opening.join(''))
    let next = index + 1
    while (ENDS.includes(pieces[next] ?? '')) next += 1
    const isLast = ENDS.includes(piece) && [')', '|', undefined].includes(pieces[next])
    if (!isFirst && !isLast) kept.push(piece)
  }
  return kept
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
  // Behind the signs, a bracket would end the class, and a hyphen make a range.
  const isSign = rest.startsWith(']') || rest.startsWith('-')
  return `[^${OUTSIDE}${isSign ? '\\' : ''}${rest}`
}
