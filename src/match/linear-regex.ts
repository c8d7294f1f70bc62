/**
 * Regular expressions of rules, in the engine RE2: time grows with the text and never explodes,
 * whatever the expression. The door of the package `re2js`. An expression is compared with the text
 * as written, except that all apostrophes are ', hyphens are -, and line breaks, tabs and unusual
 * spaces are spaces, so that "don't know" is found as “don’t know” and across a line end.
 */

import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js'
import type { Span } from '../types.ts'

/** A regular expression made ready to search with. */
export interface CompiledRegex {
  /**
   * All matches in `text.slice(start, end)`, in order and disjoint, each of whole words: no letter,
   * digit or accent stands right outside a match. Where several begin at one place the longest is
   * taken, unless the expression asks for the shortest (`.*?`). `^` and `$` are the ends of the range.
   */
  find(text: string, start: number, end: number): readonly Span[]
}

/** Compiles an expression that `regexProblem` has no objection to; `fold` ignores capitals. */
export function compileRegex(source: string, fold: boolean): CompiledRegex {
  const plain = withPlainCharacters(source)
  const capitals = fold ? RE2JS.CASE_INSENSITIVE : 0
  const length = isLazy(plain) ? 0 : RE2JS.LONGEST_MATCH
  const flags = capitals | length | RE2JS.MULTILINE
  const words = RE2JS.compile(`${NO_LETTER}(${plain})${NO_LETTER}`, flags)
  return { find: (text, start, end) => findAll(words, text, { start, end }) }
}

/** Tells what the named groups of an expression hold in the first place where it matches. */
export interface GroupFinder {
  /** Names of the groups, in the order in which they are written. */
  readonly names: readonly string[]
  /** The text of each group, if it takes part; undefined where the expression does not match. */
  find(text: string): ReadonlyMap<string, string> | undefined
}

/** Compiles an expression with named groups such as `(?<site>\w+)`; or says why it is refused. */
export function compileGroups(source: string): GroupFinder | { readonly problem: string } {
  const checked = compiled(source)
  if ('problem' in checked) return checked
  const { expression } = checked
  const groups = Object.entries(expression.namedGroups()).sort(([, a], [, b]) => a - b)
  const names = groups.map(([name]) => name)
  if (names.length === 0) return { problem: NO_GROUPS }
  const find = (text: string) => {
    const matcher = expression.matcher(text)
    if (!matcher.find()) return undefined
    const found = new Map<string, string>()
    for (const name of names) {
      const value = matcher.group(name)
      if (value !== null && value !== '') found.set(name, value)
    }
    return found
  }
  return { names, find }
}

function compiled(source: string): { readonly expression: RE2JS } | { readonly problem: string } {
  if (source.length > LONGEST_SOURCE) return { problem: tooLong(source) }
  try {
    return { expression: RE2JS.compile(source) }
  } catch (error) {
    if (error instanceof RE2JSException) return { problem: refusal(error, NO_OTHER_WAY) }
    throw error
  }
}

const NO_OTHER_WAY = 'Write the pattern without it.'
const NO_GROUPS =
  'This regular expression has no named group. Write one around each part that is to become an attribute, for example `(?<site>[a-z]+)`.'

/** Why the engine refuses an expression, in plain words; undefined where it takes it. */
export function regexProblem(source: string): string | undefined {
  if (source.trim() === '')
    return 'This regular expression is empty. Write one, or delete the rule.'
  if (source.length > LONGEST_SOURCE) return `${tooLong(source)} Split it into several rules.`
  try {
    const expression = RE2JS.compile(withPlainCharacters(source))
    if (expression.programSize() > LARGEST_PROGRAM) return TOO_MUCH
    if (PROBES.some((probe) => matchesNothing(expression, probe))) return MATCHES_NOTHING
    compileRegex(source, true)
    return undefined
  } catch (error) {
    if (error instanceof RE2JSException) return refusal(error, OTHER_WAYS)
    throw error
  }
}

function tooLong({ length }: string): string {
  return `This regular expression has ${length} characters; at most ${LONGEST_SOURCE} are taken.`
}

const LONGEST_SOURCE = 10_000

/** Steps of the engine, of which each letter of a text may take them all: some for each character. */
const LARGEST_PROGRAM = 20_000

const TOO_MUCH =
  'This regular expression unfolds to more than 20,000 steps, so that each text would take very long. Make the numbers in its repeats smaller, such as {3} for {1000}.'

/** No letter, digit or combining mark here: the end of a word in any script. */
const NO_LETTER = '[^\\p{L}\\p{N}\\p{M}]'

/**
 * Stands before and after a range, so that every match has a character on either side. All other
 * line ends are read as spaces, so `^` and `$` mean the ends of the range.
 */
const EDGE = '\n'

/** Texts in which an expression that can match nothing at all shows it. */
const PROBES = ['', 'a', ' ', 'a b', '1-']

const MATCHES_NOTHING =
  'This regular expression also matches where there is no text at all. Make sure that it needs at least one letter, for example `+` instead of `*`.'

function matchesNothing(expression: RE2JS, probe: string): boolean {
  const matcher = expression.matcher(probe)
  while (matcher.find()) if (matcher.start() === matcher.end()) return true
  return false
}

/** `(?=`, `(?!`, `(?<=` or `\1`: what a linear-time engine cannot offer. */
const LOOKAROUND = /^\(\?<?[=!]|^\\[1-9]/u

const OTHER_WAYS = 'Use `unless`, `seq` or several rules instead.'

function refusal(error: RE2JSException, advice: string): string {
  const description = error instanceof RE2JSSyntaxException ? error.getDescription() : error.message
  const part = error instanceof RE2JSSyntaxException ? error.getPattern() : null
  const where = part === null || part === '' ? '' : `: \`${part}\``
  if (LOOKAROUND.test(part ?? '')) {
    return `\`${part}\` looks around or back, which the linear-time engine does not do. ${advice}`
  }
  return `This regular expression cannot be read (${description}${where}). The syntax is that of RE2: https://github.com/google/re2/wiki/Syntax.`
}

function findAll(words: RE2JS, text: string, { start, end }: Span): readonly Span[] {
  const range = EDGE + withPlainCharacters(text.slice(start, end)) + EDGE
  // The test runs in an automaton of its own that is some ten times as fast as the search.
  if (!words.test(range)) return []
  const spans: Span[] = []
  const matcher = words.matcher(range)
  const offset = start - EDGE.length
  let from = 0
  while (from <= range.length && matcher.find(from)) {
    const [first, last] = [matcher.start(1), matcher.end(1)]
    if (last > first) spans.push({ start: offset + first, end: offset + last })
    from = last > first ? searchFrom(range, last) : last + 1
  }
  return spans
}

/**
 * Where to look for the next match. The character before a match belongs to the search, so a match
 * that ends in punctuation leaves its last character for the next one.
 */
function searchFrom(range: string, end: number): number {
  return LETTER_AT_END.test(range.slice(Math.max(0, end - 2), end)) ? end : end - 1
}

/** `e` of `care`. */
const LETTER_AT_END = /[\p{L}\p{N}\p{M}]$/u

/** Signs that look alike, each of one code unit like what replaces it, so that spans stay true. */
const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07]/gu
const HYPHENS = /[\u2010\u2011]/gu
const SPACES = /[\n\r\t\u00A0\u2007\u2009\u202F]/gu

function withPlainCharacters(text: string): string {
  return text.replace(APOSTROPHES, "'").replace(HYPHENS, '-').replace(SPACES, ' ')
}

/** Whether an expression has a quantifier that takes as little as it can: `*?`, `+?`, `??`, `}?`. */
function isLazy(source: string): boolean {
  return LAZY.test(source.replace(ESCAPED, 'x').replace(CHARACTER_CLASS, 'x'))
}

/** `\?` or `\\`. */
const ESCAPED = /\\./gu
/** `[?*]` or `[]a]`. */
const CHARACTER_CLASS = /\[\^?\]?[^\]]*\]/gu
/** `*?` or `}?`. */
const LAZY = /[*+?}]\?/u
