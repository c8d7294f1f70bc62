/** A place in a YAML file, and the small steps that the readers of plain YAML are made of. */

import type { TreeText } from './tree.ts'

/** `at` is the first character of the current line that is not a space; `indent` its column. */
export interface Cursor {
  readonly text: string
  at: number
  indent: number
  depth: number
  failed: boolean
}

/** The indent of a cursor that has nothing more to read. */
export const END = -1

/** No codebook nests further; a file that does goes to the full reader. */
export const DEEPEST = 500

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const TAB = 9
const SPACE = 32
const HASH = 35

/** `definition:` before a space or a line end. */
export const KEY = /[A-Za-z_][\w-]*:(?=[ \n]|$)/uy

/** Moves to the next line that is neither blank nor a comment, from the start of a line. */
export function nextLine(cursor: Cursor, from: number): void {
  const { text } = cursor
  for (let at = from; ; at = afterLine(text, at)) {
    const lineAt = at
    at = skipSpaces(text, at)
    if (at >= text.length) {
      cursor.at = text.length
      cursor.indent = END
      return
    }
    const code = text.charCodeAt(at)
    if (code === TAB || code === CARRIAGE_RETURN) fail(cursor)
    if (code === LINE_FEED || code === HASH) continue
    cursor.at = at
    if (!cursor.failed) cursor.indent = at - lineAt
    return
  }
}

/** Gives up: no loop goes on after this, and the whole result is dropped. */
export function fail(cursor: Cursor): TreeText {
  cursor.failed = true
  cursor.indent = END
  return { kind: 'text', at: 0, text: '', plain: true }
}

/** Whether a dash that makes a list item stands here. */
export function isDash(text: string, at: number): boolean {
  return text[at] === '-' && endsWord(text, at + 1)
}

function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === SPACE || code === LINE_FEED || at >= text.length
}

/** Whether nothing but a comment follows on this line. */
export function endsLine(text: string, at: number, comments = true): boolean {
  const code = text.charCodeAt(at)
  return code === LINE_FEED || at >= text.length || (comments && code === HASH)
}

/** The first place from here that is not a space. */
export function skipSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at += 1
  return at
}

/** Where the line ends that contains the place. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

/** Where the next line begins. */
export function afterLine(text: string, from: number): number {
  return lineEnd(text, from) + 1
}

/** What a sticky pattern finds right here. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
