/**
 * A condition of KH Coder, such as `( trust or 信頼 ) & near(social-worker)[b5]`, as a tree. KH
 * Coder wants a space between all tokens; where the meaning is plain this reader does without.
 */

/** What a text must have. */
export type Condition =
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** A word, or words in a row with `+` between them; at least `count` times. */
  | { readonly kind: 'words'; readonly phrase: string; readonly count: number; readonly at: Token }
  /** A piece of text, whatever stands around it. */
  | { readonly kind: 'string'; readonly text: string; readonly at: Token }
  | {
      readonly kind: 'seq' | 'near'
      readonly words: readonly string[]
      /** Most steps from one word to the next; undefined without a limit. */
      readonly distance: number | undefined
      readonly within: 'segment' | 'sentence' | 'paragraph'
      readonly at: Token
    }
  /** Another code, by its name. */
  | { readonly kind: 'code'; readonly name: string; readonly at: Token }
  /** What is not about words, or cannot be read; `why` says so in a sentence. */
  | { readonly kind: 'other'; readonly why: string; readonly at: Token }

/** A token and the line it stands on, 1-based. */
export interface Token {
  readonly text: string
  readonly line: number
}

/** A condition, and what was left aside in reading its words. */
export interface ReadCondition {
  /** Undefined where it cannot be read. */
  readonly condition: Condition | undefined
  /** Where it cannot be read. */
  readonly stop: Token | undefined
  /** Words with a part of speech or a form, which are not looked at. */
  readonly bare: readonly Token[]
}

/** Reads the lines of one code. */
export function readCondition(lines: readonly Token[]): ReadCondition {
  const tokens = lines.flatMap(tokensOf)
  const bare: Token[] = []
  const state: State = { tokens, next: 0, depth: 0, bare }
  const condition = readAny(state)
  const stop = tokens[state.next]
  if (condition !== undefined && stop === undefined) return { condition, stop, bare }
  return { condition: undefined, stop: stop ?? tokens.at(-1), bare }
}

/**
 * One token: `'a piece of text'`, `near(a-b)[b5]`, `<*code>`, `<>variable-->value`, an operator, or
 * a word such as `social+worker`.
 */
const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|(?:near|seq)\([^()]*\)(?:\[[bd]?\d*\])?|<[*＊][^<>]*>|<>(?:[^\s'"]|'[^']*'|"[^"]*")*|&!|\|!|[<>=]=?(?=\s|$)|[()&|!]|[^\s()&|]+/gu
/** The space of Japanese and Chinese text. */
const WIDE_SPACE = /\u3000/gu

function tokensOf({ text, line }: Token): readonly Token[] {
  const found = text.replace(WIDE_SPACE, ' ').match(TOKEN) ?? []
  return found.flatMap((token) => {
    if (token === '&!' || token === '|!') return [token.charAt(0), '!'].map(on(line))
    return [{ text: token, line }]
  })
}

function on(line: number): (text: string) => Token {
  return (text) => ({ text, line })
}

interface State {
  readonly tokens: readonly Token[]
  next: number
  depth: number
  readonly bare: Token[]
}

/** Brackets in brackets; nobody nests so far. */
const DEEPEST = 100

function take(state: State, words: readonly string[]): Token | undefined {
  const token = state.tokens[state.next]
  if (token === undefined || !words.includes(token.text.toLowerCase())) return undefined
  state.next += 1
  return token
}

function readAny(state: State): Condition | undefined {
  return readList(state, 'any', ['or', '|'], readAll)
}

function readAll(state: State): Condition | undefined {
  return readList(state, 'all', ['and', '&'], readNot)
}

function readList(
  state: State,
  kind: 'any' | 'all',
  signs: readonly string[],
  readItem: (state: State) => Condition | undefined,
): Condition | undefined {
  const of: Condition[] = []
  do {
    const item = readItem(state)
    if (item === undefined) return undefined
    of.push(item)
  } while (take(state, signs) !== undefined)
  const [first] = of
  return of.length === 1 ? first : { kind, of }
}

function readNot(state: State): Condition | undefined {
  let isNegated = false
  while (take(state, ['not', '!']) !== undefined) isNegated = !isNegated
  const of = readCount(state)
  return of !== undefined && isNegated ? { kind: 'not', of } : of
}

/** `trust >= 2`; sums and lengths are conditions of their own kind. */
function readCount(state: State): Condition | undefined {
  const start = state.next
  const item = readOne(state)
  const sign = take(state, COMPARISONS)?.text
  if (item === undefined || (sign === undefined && take(state, SUMS) === undefined)) return item
  const amount = state.tokens[state.next]?.text ?? ''
  const least = leastCount(sign, amount)
  if (item.kind === 'words' && least !== undefined && least <= MOST_COUNTED) {
    state.next += 1
    return { ...item, count: least }
  }
  return readSum(state, start)
}

const COMPARISONS = ['>', '>=', '<', '<=', '==', '=']
const SUMS = ['+', '-', '*', '/']
/** A rule can ask for a word so often. */
const MOST_COUNTED = 12
/** `12`. */
const NUMBER = /^\d+$/u

function leastCount(sign: string | undefined, amount: string): number | undefined {
  if (!NUMBER.test(amount)) return undefined
  const number = Number(amount)
  if (sign === '>=' && number > 0) return number
  return sign === '>' ? number + 1 : undefined
}

/** Passes over the rest of a sum or comparison. */
function readSum(state: State, start: number): Condition {
  for (;;) {
    const token = state.tokens[state.next]
    if (token === undefined || ENDS_A_SUM.has(token.text.toLowerCase())) break
    if (token.text === '(') return unreadable(state, start)
    state.next += 1
  }
  const first = state.tokens[start]
  const text = state.tokens
    .slice(start, state.next)
    .map((token) => token.text)
    .join(' ')
  const why = LENGTHS.has(first?.text ?? '') ? NOT_WORDS : COUNTS
  return { kind: 'other', why, at: { text, line: first?.line ?? 0 } }
}

function unreadable(state: State, start: number): Condition {
  const at = state.tokens[start] ?? { text: '', line: 0 }
  return { kind: 'other', why: COUNTS, at }
}

const ENDS_A_SUM = new Set([')', 'and', 'or', '&', '|'])
const LENGTHS = new Set(['lw', 'lc', 'No.'])
/** Why a condition on a variable or a length is left out. */
const NOT_WORDS =
  'The condition is left out: it is not about words but about headings, variables, length or number of a text.'
const COUNTS =
  'The condition is left out: rules can ask for at least so many words, and for no other sums.'

function readOne(state: State): Condition | undefined {
  const token = state.tokens[state.next]
  if (token === undefined || RESERVED.has(token.text.toLowerCase())) return undefined
  if (token.text !== '(') {
    state.next += 1
    return atomOf(state, token)
  }
  if (state.depth >= DEEPEST) return undefined
  state.next += 1
  state.depth += 1
  const inner = readAny(state)
  state.depth -= 1
  return inner !== undefined && take(state, [')']) !== undefined ? inner : undefined
}

const RESERVED = new Set([')', 'and', 'or', 'not', '&', '|', '!', ...COMPARISONS, ...SUMS])
/** `near(social-worker)[b5]`: kind, words, scope, distance. */
const NEAR = /^(?<kind>near|seq)\((?<words>.*)\)(?:\[(?<scope>[bd]?)(?<distance>\d*)\])?$/u
/** `<*trust>`. */
const CODE = /^<[*＊](?<name>.*)>$/u
/** `'piece of text'`. */
const STRING = /^(?<mark>['"])(?<text>.*)\k<mark>$/u
/** `ない-->形容詞B->連用タ接続`: a word, its part of speech, its form. */
const FORM = /-?->.*$/u
/** The sign between the words of `social+worker`; the signs of `C++` join nothing. */
const JOINTS = /(?<=[\p{L}\p{M}\p{N}])\+(?=[\p{L}\p{M}\p{N}])/gu
/** `trust>2`, where a space is missing. */
const NO_WORD = /[<>=]/u

function atomOf(state: State, at: Token): Condition {
  const near = NEAR.exec(at.text)?.groups
  if (near !== undefined) return nearOf(near, at)
  const code = CODE.exec(at.text)?.groups?.name
  if (code !== undefined) return { kind: 'code', name: code.trim(), at }
  if (at.text.startsWith('<>') || LENGTHS.has(at.text)) return { kind: 'other', why: NOT_WORDS, at }
  const string = STRING.exec(at.text)?.groups
  if (string !== undefined) {
    const mark = string.mark ?? ''
    return { kind: 'string', text: (string.text ?? '').replaceAll(mark + mark, mark), at }
  }
  const word = at.text.replace(FORM, '')
  if (word !== at.text) state.bare.push(at)
  if (NO_WORD.test(word)) return { kind: 'other', why: COUNTS, at }
  return { kind: 'words', phrase: word.replace(JOINTS, ' '), count: 1, at }
}

/** Steps from word to word where a rule does not say. */
const USUAL_DISTANCE = 10

function nearOf(parts: Readonly<Record<string, string | undefined>>, at: Token): Condition {
  const { scope = '', distance = '' } = parts
  const isScopeOnly = scope !== '' && distance === ''
  const steps = distance === '' ? USUAL_DISTANCE : Number(distance)
  return {
    kind: parts.kind === 'seq' ? 'seq' : 'near',
    words: (parts.words ?? '').split('-').map((word) => word.trim()),
    distance: isScopeOnly || steps === 0 ? undefined : steps,
    within: scope === '' ? 'segment' : scope === 'b' ? 'sentence' : 'paragraph',
    at,
  }
}
