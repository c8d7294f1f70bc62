/**
 * YAML between two lines of `---` at the very start of a file: facts about the document, which
 * become its attributes. Its text is never coded.
 */
import type { LeftOut } from '../types.ts'
import { lineEnd } from './lines.ts'

/** The front matter of a text. */
export interface FrontMatter {
  /** Nested names are joined with `.`, lists with `; `. */
  readonly attributes: ReadonlyMap<string, string>
  /** With both lines of `---`; undefined if there is no front matter. */
  readonly leftOut: LeftOut | undefined
  /** What is wrong with the YAML, in the parser's words. */
  readonly problem: string | undefined
}

/** Reads the front matter of a text; `parseYaml` throws on invalid YAML. */
export function frontMatterOf(text: string, parseYaml: (yaml: string) => unknown): FrontMatter {
  const end = closingLine(text)
  if (end === -1) return NONE
  const yaml = text.slice(lineEnd(text, 0) + 1, end)
  const leftOut = { span: { start: 0, end: lineEnd(text, end) }, reason: 'front matter' }
  let value: unknown
  try {
    value = parseYaml(yaml)
  } catch (error) {
    if (!KEY_LINE.test(yaml)) return NONE
    const problem = error instanceof Error ? firstLine(error.message) : String(error)
    return { attributes: new Map(), leftOut, problem }
  }
  // A page that begins with a rule: its text between two rules is no list of names.
  if (value !== null && value !== undefined && !isMapping(value)) return NONE
  const attributes = new Map<string, string>()
  flatten(attributes, '', value)
  return { attributes, leftOut, problem: undefined }
}

/** Start of the line that closes the front matter, or -1. */
function closingLine(text: string): number {
  if (!text.startsWith('---') || text.slice(3, lineEnd(text, 0)).trim() !== '') return -1
  const last = Math.min(text.length, LONGEST)
  for (let line = lineEnd(text, 0) + 1; line < last; line = lineEnd(text, line) + 1) {
    const mark = text.slice(line, line + 3)
    if (mark !== '---' && mark !== '...') continue
    if (text.slice(line + 3, lineEnd(text, line)).trim() === '') return line
  }
  return -1
}

function flatten(attributes: Map<string, string>, name: string, value: unknown): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) {
    for (const item of value) flatten(attributes, name, item)
  } else if (isMapping(value)) {
    for (const [key, item] of Object.entries(value)) {
      flatten(attributes, name === '' ? key : `${name}.${key}`, item)
    }
  } else if (name !== '') {
    const before = attributes.get(name)
    const written = (value instanceof Date ? value.toISOString() : String(value)).trim()
    attributes.set(name, before === undefined ? written : `${before}; ${written}`)
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstLine(message: string): string {
  return message.slice(0, lineEnd(message, 0))
}

const NONE: FrontMatter = { attributes: new Map(), leftOut: undefined, problem: undefined }
/** UTF-16 code units. */
const LONGEST = 64 * 1024
/** `title: My first placement`. */
const KEY_LINE = /^[\p{L}_][\p{L}\p{N}_ -]*:/mu
