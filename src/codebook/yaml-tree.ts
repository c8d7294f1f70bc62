/**
 * Reads any YAML file as a tree, with every YAML problem in plain words. The door of the package
 * `yaml`, which keeps the place of everything and is loaded only for files that `plain-yaml.ts`
 * leaves to it.
 */

import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLSeq,
} from 'yaml'
import { thousands } from '../amount.ts'
import type { Problems } from './problems.ts'
import type { Tree, TreeEntry } from './tree.ts'
import { openedQuote, tabInIndent } from './yaml-causes.ts'
import { nestsTooDeeply } from './yaml-depth.ts'
import { openQuote, yamlProblem } from './yaml-messages.ts'

/** How many values anchors may repeat in all; a "billion laughs" file stops here. */
const MOST_REPEATED = 100_000

/** The tree, or undefined where the text is no YAML; problems are added to the list. */
export function readYaml(text: string, problems: Problems): Tree | undefined {
  if (nestsTooDeeply(text)) {
    problems.error('too-deep', 0, TOO_DEEP)
    return undefined
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  if (reportYaml(document, text, problems)) return undefined
  return convertDocument(document, problems)
}

/** How the YAML reader says that a quote is never closed. */
const UNCLOSED_QUOTE = 'Missing closing'

const TOO_DEEP =
  'The file is nested too deeply to be read. Themes may be nested 100 levels deep; look for a run of brackets that are never closed.'

const INDENT_PROBLEMS = new Set(['bad-indent', 'tab'])
/** Lines within which a wrong indent is the same one. */
const ECHO_LINES = 5
/** `key: ` or `key:` at the end of a line. */
const COLON = /:(?:\s|$)/gu

/** Whether a line has an error of its own, beside the indent of one before it. */
function hasTwoColons(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? text.length : end)
  return [...line.matchAll(COLON)].length > 1
}

/** Adds what the YAML reader says, once a line; true where the text has no tree to go on with. */
function reportYaml(document: Document, text: string, problems: Problems): boolean {
  const reported = new Set<number>()
  let lastIndent = Number.NEGATIVE_INFINITY
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const isUnclosed = message.startsWith(UNCLOSED_QUOTE)
    // A line of 50,000 problems has been said to have one.
    const isSaid = text[pos[0]] !== '\n' && reported.has(problems.place(pos[0]).line)
    if (isSaid && !isUnclosed) continue
    const opened = isUnclosed ? openedQuote(document, pos[0]) : undefined
    const tab = opened === undefined ? tabInIndent(text, pos[0]) : undefined
    const at = opened ?? tab ?? pos[0]
    const { line } = problems.place(at)
    if (!reported.has(line)) {
      const problem =
        opened === undefined ? yamlProblem(code, message, { text, at }) : openQuote(text.slice(at))
      // A line that is indented wrongly makes those after it look so.
      const isEcho =
        problem.id === 'bad-indent' && line - lastIndent <= ECHO_LINES && !hasTwoColons(text, at)
      if (!isEcho) {
        problems.error(problem.id, at, problem.message)
        if (INDENT_PROBLEMS.has(problem.id)) lastIndent = line
      }
    }
    reported.add(line)
    // All that follows stands inside the quote, or seems to.
    if (opened !== undefined) break
  }
  return document.errors.length > 0
}

interface Conversion {
  readonly problems: Problems
  readonly anchors: Map<string, Node>
  /** The collections around the current node. */
  readonly around: Set<Node>
  /** How many aliases the current node is inside. */
  aliases: number
  /** Where the outermost of them stands. */
  aliasAt: number
  repeated: number
  /** Whether anchors go in circles or repeat too much, so that there is no tree to go on with. */
  isEndless: boolean
}

function convertDocument(document: Document.Parsed, problems: Problems): Tree | undefined {
  const conversion: Conversion = {
    problems,
    anchors: new Map(),
    around: new Set(),
    aliases: 0,
    aliasAt: 0,
    repeated: 0,
    isEndless: false,
  }
  const tree = convert(conversion, document.contents, 0)
  return conversion.isEndless ? undefined : tree
}

/** `at` is where an absent value is said to be. */
function convert(conversion: Conversion, node: Node | ParsedNode | null, at: number): Tree {
  if (node === null || isTooMuch(conversion)) return { kind: 'empty', at }
  if (isAlias(node)) return convertAlias(conversion, node)
  const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined
  if (anchor !== undefined) conversion.anchors.set(anchor, node)
  if (isScalar(node)) {
    const text = node.source ?? ''
    const plain = node.type === 'PLAIN'
    if (plain && text === '') return { kind: 'empty', at }
    return { kind: 'text', at: startOf(node), text, plain }
  }
  conversion.around.add(node)
  const tree = isSeq(node) ? convertList(conversion, node) : convertMap(conversion, node)
  conversion.around.delete(node)
  return tree
}

function convertList(conversion: Conversion, node: YAMLSeq): Tree {
  const at = startOf(node)
  const items = node.items.map((item) => {
    return isNode(item)
      ? convert(conversion, item, startOf(item) - 1)
      : convert(conversion, null, at)
  })
  return { kind: 'list', at, items }
}

function convertMap(conversion: Conversion, node: Node): Tree {
  const entries: TreeEntry[] = []
  const merged: TreeEntry[] = []
  if (!isMap(node)) return { kind: 'empty', at: startOf(node) }
  for (const { key: keyNode, value } of node.items) {
    const key = isScalar(keyNode) ? (keyNode.source ?? '') : undefined
    const keyAt = isNode(keyNode) ? startOf(keyNode) : startOf(node)
    const tree = convert(conversion, isNode(value) ? value : null, keyAt)
    if (key === undefined) reportKey(conversion, keyAt)
    else if (key === '<<' && isScalar(keyNode) && keyNode.type === 'PLAIN') {
      merged.push(...mergedEntries(conversion, tree, keyAt))
    } else entries.push({ key, keyAt, value: tree })
  }
  return { kind: 'map', at: startOf(node), entries: withMerged(entries, merged) }
}

function reportKey(conversion: Conversion, at: number): void {
  const message =
    'A key must be a word, such as `rules`, and here is a list, a map or nothing. A text that contains a colon or a question mark in front needs quotes.'
  conversion.problems.error('bad-key', at, message)
}

/** What `<<: *anchor` or `<<: [*one, *two]` brings in. */
function mergedEntries(conversion: Conversion, tree: Tree, at: number): readonly TreeEntry[] {
  if (tree.kind === 'map') return tree.entries
  if (tree.kind === 'list') return tree.items.flatMap((item) => mergedEntries(conversion, item, at))
  const message = '`<<` takes in the keys of another map, so it expects an anchor: `<<: *name`.'
  if (tree.kind === 'text') conversion.problems.error('bad-key', at, message)
  return []
}

/** A map's own keys win over merged ones, and of merged ones the first. */
function withMerged(own: readonly TreeEntry[], merged: readonly TreeEntry[]): readonly TreeEntry[] {
  const keys = new Set(own.map((entry) => entry.key))
  const added = merged.filter(({ key }) => {
    const isNew = !keys.has(key)
    keys.add(key)
    return isNew
  })
  return added.length === 0 ? own : [...own, ...added]
}

function convertAlias(conversion: Conversion, alias: Alias): Tree {
  const { anchors, around, problems } = conversion
  const at = startOf(alias)
  const target = anchors.get(alias.source)
  if (target === undefined) {
    const message = `\`*${alias.source}\` refers to an anchor, and no \`&${alias.source}\` comes before it. A word with a wildcard needs quotes: "*${alias.source}".`
    problems.error('unknown-anchor', at, message)
    return { kind: 'text', at, text: `*${alias.source}`, plain: true }
  }
  if (around.has(target)) {
    const message = `\`*${alias.source}\` stands inside the value that it refers to, so the file has no end. Write the value out.`
    problems.error('circular-anchor', at, message)
    conversion.isEndless = true
    return { kind: 'empty', at }
  }
  if (conversion.aliases === 0) conversion.aliasAt = at
  conversion.aliases += 1
  const tree = convert(conversion, target, at)
  conversion.aliases -= 1
  return tree
}

function isTooMuch(conversion: Conversion): boolean {
  if (conversion.aliases === 0) return false
  conversion.repeated += 1
  if (conversion.repeated === MOST_REPEATED) {
    const message = `Anchors repeat more than ${thousands(MOST_REPEATED)} values, as in a file made to exhaust memory. Write the repeated parts out, or repeat less.`
    conversion.problems.error('too-many-aliases', conversion.aliasAt, message)
    conversion.isEndless = true
  }
  return conversion.repeated >= MOST_REPEATED
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}
