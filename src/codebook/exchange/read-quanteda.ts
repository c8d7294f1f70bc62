/**
 * quanteda (YAML): a key is a category; its value is a pattern, a list of patterns, or more keys. A
 * pattern is a glob over whole words (`*` any letters, `?` one), with spaces between the words of a
 * phrase. Own patterns of a key that has children stand under `__`.
 */

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml'
import { amount, thousands } from '../../amount.ts'
import type { Diagnostic } from '../../types.ts'
import { nestsTooDeeply } from '../yaml-depth.ts'
import { yamlProblem } from '../yaml-messages.ts'
import {
  addTerm,
  type Category,
  childNamed,
  dictionaryDraft,
  LOST,
  newCategory,
  titleOfFile,
} from './dictionary-draft.ts'
import type { ExchangeFile, Imported, Loss } from './exchange.ts'

/** The draft in a dictionary of quanteda. */
export function readQuanteda({ name, text }: ExchangeFile, path: string): Imported {
  const problem = (id: string, message: string, at: { line: number; column: number }) => {
    const diagnostic: Diagnostic = { severity: 'error', id, message, path, ...at }
    return { draft: undefined, losses: [], diagnostics: [diagnostic] }
  }
  if (nestsTooDeeply(text)) return problem('too-deep', TOO_DEEP, START)
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { ...OPTIONS, lineCounter })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    const { id, message } = yamlProblem(error.code, error.message, { text, at: error.pos[0] })
    return problem(id, message, { line, column: col })
  }
  if (!isMap(document.contents)) return problem('no-categories', NO_KEYS, START)
  const title = titleOfFile(name)
  const root = newCategory('')
  const reading: Reading = {
    losses: [],
    title,
    left: MOST_COPIES,
    copying: 0,
    anchors: new Map(),
    lineOf: (node) => lineCounter.linePos(node.range?.[0] ?? 0).line,
  }
  addNode(root, document.contents, reading)
  if (reading.left < 0) return problem('too-many-aliases', TOO_MANY, START)
  loseComments(document, reading.losses)
  const facts = { title, origin: 'quanteda', description: headOf(document) }
  const draft = dictionaryDraft(root.children, facts)
  return { draft, losses: reading.losses, diagnostics: [] }
}

/** A thousand problems are as quickly found as one: only the place of the first is looked up. */
const OPTIONS = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const
const START = { line: 1, column: 1 }
/** Entries that aliases may add: a bomb of them ends here. */
const MOST_COPIES = 100_000
const TOO_DEEP = 'The file nests its keys far deeper than any dictionary does.'
const TOO_MANY = `Aliases (*name) make more than ${thousands(MOST_COPIES)} entries of this file. It is refused.`
const NO_KEYS =
  'A dictionary of quanteda has keys with lists of patterns; none was found. Is it another format? Name it with --from.'
const EMPTY = 'The entry is left out: it is empty.'

interface Reading {
  readonly losses: Loss[]
  readonly title: string
  /** Entries that aliases may still add; below 0 where they added too many. */
  left: number
  /** How many aliases are being followed, one inside the other. */
  copying: number
  /** What stands behind each `&name`, so far. */
  readonly anchors: Map<string, Node>
  readonly lineOf: (node: Node) => number
}

/** Adds what stands under a key: a pattern, a list, or keys. */
function addNode(category: Category, node: unknown, reading: Reading): void {
  if (reading.copying > 0) reading.left -= 1
  if (reading.left < 0 || !isNode(node)) return
  if (isAlias(node)) {
    addCopy(category, node, reading)
    return
  }
  if (node.anchor !== undefined) reading.anchors.set(node.anchor, node)
  if (isScalar(node)) addPattern(category, node, reading)
  else if (isSeq(node)) for (const item of node.items) addNode(category, item, reading)
  else if (isMap(node)) {
    for (const pair of node.items) if (isPair(pair)) addPair(category, pair, reading)
  }
}

function addCopy(category: Category, { source }: Alias, reading: Reading): void {
  reading.copying += 1
  if (reading.copying > MOST_INSIDE) reading.left = -1
  addNode(category, reading.anchors.get(source), reading)
  reading.copying -= 1
}

/** Aliases inside of aliases; what holds itself never ends. */
const MOST_INSIDE = 100

function addPair(
  category: Category,
  { key, value }: { readonly key: unknown; readonly value: unknown },
  reading: Reading,
): void {
  const name = isScalar(key) ? String(key.value).trim() : ''
  if (name === OWN || name === MERGE) {
    addNode(category, value, reading)
    return
  }
  addNode(childNamed(name, category, reading.losses), value, reading)
}

/** Stands before the patterns of a key that has keys, too. */
const OWN = '__'
/** Stands before keys that are taken over from elsewhere in the file. */
const MERGE = '<<'

function addPattern(category: Category, node: Scalar, reading: Reading): void {
  const text = String(node.value ?? '').trim()
  const place = `line ${reading.lineOf(node)}`
  if (text === '') {
    // A key with nothing behind it is a category without patterns.
    const isWritten = node.range?.[0] !== node.range?.[1]
    if (isWritten) reading.losses.push({ where: `${place}, ${category.path}`, what: EMPTY })
    return
  }
  let home = category
  if (category.path === '') {
    reading.losses.push({ where: `${place}: “${text}”`, what: LOST.noCategory })
    home = childNamed(reading.title, category, reading.losses)
  }
  addTerm(home, { text, wildcards: '*?', place }, reading.losses)
}

type Comment = string | null | undefined

/** The nodes above which the comment at the head of a file stands, which often says who made it. */
function headsOf({ contents }: Document.Parsed): readonly unknown[] {
  return [contents, isMap(contents) ? contents.items[0]?.key : undefined]
}

function headOf(document: Document.Parsed): string {
  const above = headsOf(document).map((node) => (isNode(node) ? node.commentBefore : ''))
  return linesOf([document.commentBefore, ...above]).join('\n')
}

function linesOf(comments: readonly Comment[]): readonly string[] {
  return comments.flatMap((comment) => comment?.split('\n') ?? []).map((line) => line.trim())
}

/** One loss for all comments but the one at the head. */
function loseComments(document: Document.Parsed, losses: Loss[]): void {
  const heads = headsOf(document)
  const comments: Comment[] = []
  visit(document, {
    Node(_key, node) {
      if (!heads.includes(node)) comments.push(node.commentBefore)
      comments.push(node.comment)
    },
  })
  const lines = linesOf([...comments, document.comment]).filter((line) => line !== '')
  if (lines.length === 0) return
  losses.push({ where: `${amount(lines.length, 'line')}, such as “${lines[0]}”`, what: COMMENTS })
}

const COMMENTS = 'Comments inside of the file are left out; those at its head are kept.'
