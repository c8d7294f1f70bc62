/**
 * JSON with the place of every value, also of a file that was cut off: what stands before the
 * first mistake is kept. It is read without recursion, so that no depth of brackets can hurt.
 */
import { createScanner } from 'jsonc-parser'

/** A value of JSON and where it begins; offsets are UTF-16 code units of the JSON text. */
export type JsonValue = JsonObject | JsonArray | JsonString | JsonOther

/** `{"name": value}`; of two members with one name the last counts. */
export interface JsonObject {
  readonly kind: 'object'
  readonly offset: number
  readonly members: ReadonlyMap<string, JsonValue>
}

/** `[value, value]`. */
export interface JsonArray {
  readonly kind: 'array'
  readonly offset: number
  readonly items: readonly JsonValue[]
}

/** `"text"`, with its escapes decoded. */
export interface JsonString {
  readonly kind: 'string'
  /** Of its first quotation mark. */
  readonly offset: number
  /** Behind its last quotation mark. */
  readonly end: number
  readonly value: string
}

/** A number, `true`, `false` or `null`; `NaN`, which Python writes, is read as `null`. */
export interface JsonOther {
  readonly kind: 'number' | 'boolean' | 'null'
  readonly offset: number
  readonly value: number | boolean | null
}

/** A value, how far it reaches, and where the JSON is broken if it is. */
export interface JsonRead {
  /** What stands before the mistake; undefined if that is nothing. */
  readonly value: JsonValue | undefined
  /** Where the text goes on behind the value. */
  readonly end: number
  /** Of the first mistake, or the end of a text that was cut off; undefined for sound JSON. */
  readonly brokenAt: number | undefined
}

/** A piece of a decoded string and where it stands in the JSON text. */
export interface JsonPiece {
  readonly text: string
  readonly offset: number
}

/** Reads the JSON value at `from`, or behind the white space there. */
export function readJson(text: string, from = 0): JsonRead {
  const scanner = createScanner(text, true)
  scanner.setPosition(from)
  const building: Building = { open: [], root: undefined }
  do {
    const kind: number = scanner.scan()
    const error: number = scanner.getTokenError()
    const offset = scanner.getTokenOffset()
    const written = scanner.getTokenValue()
    const token = { kind, written, offset, end: scanner.getPosition() }
    const isReadable = error === 0 || error === CONTROL_CHARACTER
    if (!isReadable || !addToken(building, token)) {
      return { value: building.root, end: offset, brokenAt: offset }
    }
  } while (building.open.length > 0)
  return { value: building.root, end: scanner.getPosition(), brokenAt: undefined }
}

/** The member of an object; undefined if there is none, or if the value is no object. */
export function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return value?.kind === 'object' ? value.members.get(name) : undefined
}

/** A decoded string in pieces between its escapes, each with its place; `text` is the JSON text. */
export function* stringPieces(text: string, { offset, end }: JsonString): Generator<JsonPiece> {
  const written = text.slice(offset + 1, end - 1)
  for (const { 0: piece, index } of written.matchAll(ESCAPE_OR_PLAIN)) {
    const decoded = piece.startsWith('\\') ? String(JSON.parse(`"${piece}"`)) : piece
    yield { text: decoded, offset: offset + 1 + index }
  }
}

interface Building {
  /** Objects and arrays that are not closed yet, the innermost last. */
  readonly open: Open[]
  root: JsonValue | undefined
}

interface Open {
  readonly value: OpenObject | OpenArray
  /** What may stand next; an end may stand before a name, a first value and a comma. */
  expects: 'name' | 'colon' | 'value' | 'comma'
  /** Name of the member whose value comes next. */
  name: string
}

interface OpenObject extends JsonObject {
  readonly members: Map<string, JsonValue>
}

interface OpenArray extends JsonArray {
  readonly items: JsonValue[]
}

interface Token {
  readonly kind: number
  readonly written: string
  readonly offset: number
  readonly end: number
}

/** Adds one token; false where it may not stand. */
function addToken(building: Building, token: Token): boolean {
  const inner = building.open.at(-1)
  if (inner === undefined) return addValue(building, token)
  const { expects } = inner
  if (token.kind === (inner.value.kind === 'object' ? CLOSE_BRACE : CLOSE_SQUARE)) {
    building.open.pop()
    return expects !== 'colon' && (expects !== 'value' || inner.value.kind === 'array')
  }
  if (expects === 'comma') {
    inner.expects = inner.value.kind === 'object' ? 'name' : 'value'
    return token.kind === COMMA
  }
  if (expects === 'colon') {
    inner.expects = 'value'
    return token.kind === COLON
  }
  if (expects === 'name') {
    inner.expects = 'colon'
    inner.name = token.written
    return token.kind === STRING
  }
  inner.expects = 'comma'
  return addValue(building, token)
}

function addValue(building: Building, token: Token): boolean {
  const value = tokenValue(token)
  if (value === undefined) return false
  const inner = building.open.at(-1)
  if (inner === undefined) building.root = value
  else if (inner.value.kind === 'array') inner.value.items.push(value)
  else inner.value.members.set(inner.name, value)
  if (value.kind === 'array') building.open.push({ value, expects: 'value', name: '' })
  if (value.kind === 'object') building.open.push({ value, expects: 'name', name: '' })
  return true
}

/** The value that a token is or opens. */
function tokenValue(token: Token): OpenObject | OpenArray | JsonString | JsonOther | undefined {
  const { kind, written, offset, end } = token
  if (kind === STRING) return { kind: 'string', offset, end, value: written }
  if (kind === NUMBER) return { kind: 'number', offset, value: Number(written) }
  if (kind === OPEN_BRACE) return { kind: 'object', offset, members: new Map() }
  if (kind === OPEN_SQUARE) return { kind: 'array', offset, items: [] }
  if (kind === TRUE || kind === FALSE) return { kind: 'boolean', offset, value: kind === TRUE }
  const isNull = kind === NULL || (kind === UNKNOWN && written === 'NaN')
  return isNull ? { kind: 'null', offset, value: null } : undefined
}

/** `\n`, `\u00e9`, the two halves of an emoji `\ud83d\ude00`, or text without a backslash. */
const ESCAPE_OR_PLAIN =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\[^u]|[^\\]+/gu

// The scanner's kinds of tokens, whose names its types do not let out.
const OPEN_BRACE = 1
const CLOSE_BRACE = 2
const OPEN_SQUARE = 3
const CLOSE_SQUARE = 4
const COMMA = 5
const COLON = 6
const NULL = 7
const TRUE = 8
const FALSE = 9
const STRING = 10
const NUMBER = 11
const UNKNOWN = 16
/** The scanner's error for a tab or another control character in a string. */
const CONTROL_CHARACTER = 6
