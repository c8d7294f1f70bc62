/** The values of plain YAML: words, quoted and folded texts, lists in brackets, maps in braces. */

import type { Tree, TreeEntry, TreeList, TreeMap, TreeText } from './tree.ts'
import {
  afterLine,
  type Cursor,
  DEEPEST,
  endsLine,
  fail,
  KEY,
  lineEnd,
  matchAt,
  nextLine,
  skipSpaces,
} from './yaml-cursor.ts'

const LINE_FEED = 10
const SPACE = 32
const DOUBLE_QUOTE = 34
const HASH = 35
const BACKSLASH = 92

/** `t` of `trust`, but no character that can mean something else in YAML. */
const PLAIN_START = /[^\s\-?:,[\]{}#&*!|>'"%@`]/uy
/** `key worker` in `[social worker, key worker]`. */
const FLOW_PLAIN = /[^\s\-?:,[\]{}#&*!|>'"%@`][^,[\]{}:#\n\r\t]*/uy
/** `>-` or `|` at the end of its line. */
const BLOCK_HEADER = /[|>]-?\n/uy
/** `\\"` between double quotes. */
const ESCAPE = /\\(["\\])/gu

/** A value that begins on the line of its key or dash. */
export function readValue(cursor: Cursor, at: number, indent: number): Tree {
  const first = cursor.text[at]
  if (first === '|' || first === '>') return readBlockText(cursor, at, indent)
  if (first === '"' || first === "'" || first === '[' || first === '{') {
    cursor.at = at
    const tree = readFlow(cursor, indent)
    const end = skipSpaces(cursor.text, cursor.at)
    const comment = cursor.text.charCodeAt(end) === HASH
    if (!endsLine(cursor.text, end) || (comment && end === cursor.at)) return fail(cursor)
    nextLine(cursor, afterLine(cursor.text, end))
    return tree
  }
  return readPlain(cursor, at, indent)
}

/** Words up to the end of the line, and on lines below that are indented further. */
function readPlain(cursor: Cursor, at: number, indent: number): TreeText {
  let text = ''
  for (let from = at; ; from = cursor.at) {
    if (matchAt(PLAIN_START, cursor.text, from) === undefined) return fail(cursor)
    const end = lineEnd(cursor.text, from)
    const line = cursor.text.slice(from, end)
    const comment = line.indexOf(' #')
    const words = withoutTrailingSpaces(comment === -1 ? line : line.slice(0, comment))
    if (isDoubtful(words)) return fail(cursor)
    text += text === '' ? words : ` ${words}`
    nextLine(cursor, end + 1)
    if (cursor.indent <= indent) return { kind: 'text', at, text, plain: true }
    const isNextLine = cursor.at - cursor.indent === end + 1
    if (comment !== -1 || !isNextLine || cursor.failed) return fail(cursor)
  }
}

/** Only spaces: other white space belongs to the text. */
function withoutTrailingSpaces(words: string): string {
  let end = words.length
  while (words.charCodeAt(end - 1) === SPACE) end -= 1
  return end === words.length ? words : words.slice(0, end)
}

function isDoubtful(words: string): boolean {
  return words.includes(': ') || words.endsWith(':') || words.includes('\t') || words.includes('\r')
}

/** A folded (`>`) or literal (`|`) text. */
function readBlockText(cursor: Cursor, at: number, indent: number): TreeText {
  const header = matchAt(BLOCK_HEADER, cursor.text, at)
  if (header === undefined) return fail(cursor)
  const folded = header.startsWith('>')
  const start = at + header.length
  const margin = skipSpaces(cursor.text, start) - start
  if (margin <= indent || endsLine(cursor.text, start + margin, false)) return fail(cursor)
  let text = ''
  let blankLines = 0
  let lineAt = start
  while (lineAt < cursor.text.length) {
    const wordsAt = skipSpaces(cursor.text, lineAt)
    const end = lineEnd(cursor.text, lineAt)
    const spaces = wordsAt - lineAt
    if (wordsAt === end) {
      if (spaces > margin) return fail(cursor)
      blankLines += 1
    } else {
      if (spaces < margin) {
        if (spaces > indent) return fail(cursor)
        break
      }
      const line = cursor.text.slice(lineAt + margin, end)
      if (line.includes('\r') || line.includes('\t') || (folded && spaces > margin))
        return fail(cursor)
      if (text !== '') text += breakBetween(folded, blankLines)
      text += line
      blankLines = 0
    }
    lineAt = end + 1
  }
  const keepsBreak = !header.includes('-')
  if (keepsBreak && lineAt > cursor.text.length) return fail(cursor)
  nextLine(cursor, lineAt)
  if (keepsBreak) text += '\n'
  return { kind: 'text', at, text, plain: false }
}

function breakBetween(folded: boolean, blankLines: number): string {
  if (folded && blankLines === 0) return ' '
  return '\n'.repeat(folded ? blankLines : blankLines + 1)
}

/** A quoted text, a list in brackets or a map in braces; leaves the cursor right after it. */
function readFlow(cursor: Cursor, indent: number): Tree {
  const first = cursor.text[cursor.at]
  if (first === '"' || first === "'") return readQuoted(cursor, first)
  if (first === '[') return readFlowList(cursor, indent)
  if (first === '{') return readFlowMap(cursor, indent)
  const at = cursor.at
  const words = matchAt(FLOW_PLAIN, cursor.text, at)
  if (words === undefined) return fail(cursor)
  cursor.at += words.length
  return { kind: 'text', at, text: withoutTrailingSpaces(words), plain: true }
}

function readFlowList(cursor: Cursor, indent: number): TreeList {
  const at = cursor.at
  const items: Tree[] = []
  enterFlow(cursor, indent)
  while (cursor.text[cursor.at] !== ']' && !cursor.failed) {
    items.push(readFlow(cursor, indent))
    leaveFlowItem(cursor, indent, ']')
  }
  leaveFlow(cursor)
  return { kind: 'list', at, items }
}

function readFlowMap(cursor: Cursor, indent: number): TreeMap {
  const at = cursor.at
  const entries: TreeEntry[] = []
  enterFlow(cursor, indent)
  while (cursor.text[cursor.at] !== '}' && !cursor.failed) {
    const keyAt = cursor.at
    const key = matchAt(KEY, cursor.text, keyAt)?.slice(0, -1)
    if (key === undefined) {
      fail(cursor)
      break
    }
    cursor.at += key.length + 1
    skipFlowSpace(cursor, indent)
    entries.push({ key, keyAt, value: readFlow(cursor, indent) })
    leaveFlowItem(cursor, indent, '}')
  }
  leaveFlow(cursor)
  return { kind: 'map', at, entries }
}

function enterFlow(cursor: Cursor, indent: number): void {
  cursor.depth += 1
  if (cursor.depth > DEEPEST) fail(cursor)
  cursor.at += 1
  skipFlowSpace(cursor, indent)
}

function leaveFlow(cursor: Cursor): void {
  cursor.depth -= 1
  cursor.at += 1
}

function leaveFlowItem(cursor: Cursor, indent: number, close: string): void {
  skipFlowSpace(cursor, indent)
  if (cursor.text[cursor.at] === close) return
  if (cursor.text[cursor.at] !== ',') fail(cursor)
  cursor.at += 1
  skipFlowSpace(cursor, indent)
}

/** Skips spaces and line ends inside brackets; lines must be indented further than their key. */
function skipFlowSpace(cursor: Cursor, indent: number): void {
  cursor.at = skipSpaces(cursor.text, cursor.at)
  while (cursor.text.charCodeAt(cursor.at) === LINE_FEED) {
    const lineAt = cursor.at + 1
    cursor.at = skipSpaces(cursor.text, lineAt)
    const isBlank = cursor.text.charCodeAt(cursor.at) === LINE_FEED
    if (!isBlank && cursor.at - lineAt <= indent) fail(cursor)
  }
}

function readQuoted(cursor: Cursor, quote: '"' | "'"): TreeText {
  const at = cursor.at
  const line = cursor.text.slice(at + 1, lineEnd(cursor.text, at))
  const end = quote === '"' ? endOfDouble(line) : endOfSingle(line)
  if (end === undefined || line.includes('\t') || line.includes('\r')) return fail(cursor)
  cursor.at = at + 1 + end + 1
  const inside = line.slice(0, end)
  const text = quote === '"' ? withoutEscapes(inside) : inside.replaceAll("''", "'")
  return { kind: 'text', at, text, plain: false }
}

/** Where the closing quote stands; undefined at an escape that only the full reader knows. */
function endOfDouble(line: string): number | undefined {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === DOUBLE_QUOTE) return at
    if (code !== BACKSLASH) continue
    at += 1
    const escaped = line.charCodeAt(at)
    if (escaped !== DOUBLE_QUOTE && escaped !== BACKSLASH) return undefined
  }
  return undefined
}

function withoutEscapes(inside: string): string {
  return inside.includes('\\') ? inside.replaceAll(ESCAPE, '$1') : inside
}

function endOfSingle(line: string): number | undefined {
  let end = line.indexOf("'")
  while (end !== -1 && line[end + 1] === "'") end = line.indexOf("'", end + 2)
  return end === -1 ? undefined : end
}
