/**
 * YAML → cases: texts with the themes that they must receive, and rules that must be refused. Every
 * problem is found in one go, each with its place, as in a codebook.
 */
import { nearestName } from '../codebook/nearest.ts'
import { readPlainYaml } from '../codebook/plain-yaml.ts'
import { collectProblems, type Problems } from '../codebook/problems.ts'
import { tidyTree } from '../codebook/tidy-tree.ts'
import { quoted, type Tree } from '../codebook/tree.ts'
import { roleName, roleOf } from '../ingest/roles.ts'
import type { Checked, Codebook } from '../types.ts'
import {
  type CaseReading,
  type Keys,
  readItems,
  readKeys,
  requiredText,
  textAt,
} from './case-values.ts'
import { apartFromBadParts } from './fatal-parts.ts'

/** A text, who says it, and exactly the themes that it must receive. */
export interface TextCase {
  readonly name: string
  readonly text: string
  /** Undefined where nobody in particular says it. */
  readonly speaker: string | undefined
  readonly role: string
  /** Empty for `expect: none`. */
  readonly expected: readonly ExpectedTheme[]
  /** Why the case is a known miss, if it is one. */
  readonly todo: string | undefined
  readonly line: number
  readonly column: number
}

/** A theme that a case expects. */
export interface ExpectedTheme {
  /** Index in the codebook. */
  readonly theme: number
  /** The words that a match must cover exactly or lie in, if given. */
  readonly quote: string | undefined
}

/** A rule or theme that must be refused. */
export interface FatalCase {
  readonly name: string
  readonly kind: 'rule' | 'theme'
  /** As it was written, with all its faults. */
  readonly tree: Tree
  /** Id of the diagnostic that refuses it. */
  readonly error: string
  readonly line: number
  readonly column: number
}

/** The cases of one file. */
export interface CaseFile {
  readonly path: string
  readonly cases: readonly TextCase[]
  readonly fatal: readonly FatalCase[]
}

/** What the cases are read for. */
export interface CaseContext {
  readonly path: string
  readonly codebook: Codebook
  /** Speaker label → role, from `voices.yaml`. */
  readonly roles: ReadonlyMap<string, string>
}

/** `codebook: care-review` on a line of its own. */
const CODEBOOK_LINE = /^codebook:[ \t]*["']?(?<id>[^\s"'#]+)/mu

/** The id of the codebook that a file of cases names, if any, without reading the rest. */
export function codebookNamedIn(text: string): string | undefined {
  return CODEBOOK_LINE.exec(text)?.groups?.id
}

/** The cases in the text of a YAML file; undefined where the file has an error. */
export async function readCaseFile(
  text: string,
  context: CaseContext,
): Promise<Checked<CaseFile | undefined>> {
  const bare = (text.startsWith('\uFEFF') ? text.slice(1) : text).replaceAll('\r\n', '\n')
  const problems = collectProblems(bare, context.path)
  const tree = await readTree(bare, problems)
  const file = tree && readFile(tree, problems, context)
  const diagnostics = problems.sorted()
  return { value: problems.hasErrors() ? undefined : file, diagnostics }
}

async function readTree(text: string, problems: Problems): Promise<Tree | undefined> {
  const tree =
    readPlainYaml(text) ?? (await import('../codebook/yaml-tree.ts')).readYaml(text, problems)
  if (tree?.kind !== 'empty') return tree
  problems.error('empty-file', 0, 'The file is empty. Add `cases:` with a list, or delete it.')
  return undefined
}

function readFile(tree: Tree, problems: Problems, context: CaseContext): CaseFile {
  const { rest, parts } = apartFromBadParts(tree)
  const reading: CaseReading = { problems, names: new Map() }
  const keys = readKeys(reading, tidyTree(rest, problems), {
    what: 'A file of cases',
    known: ['codebook', 'cases', 'fatal'],
  })
  checkCodebook(reading, keys, context.codebook.id)
  const indices = new Map(context.codebook.themes.map(({ id }, index) => [id, index]))
  const cases = readItems(reading, keys, 'cases').map((item) =>
    readCase(reading, item, { ...context, indices }),
  )
  const fatal = readItems(reading, keys, 'fatal').flatMap((item) => readFatal(reading, item, parts))
  return { path: context.path, cases, fatal }
}

function checkCodebook(reading: CaseReading, keys: Keys, id: string): void {
  const named = textAt(reading, keys, 'codebook')
  if (named === undefined || named.text === id) return
  const message = `These cases are for the codebook ${quoted(named.text)}, and the codebook beside them is ${quoted(id)}. Name it, or give the file another name.`
  reading.problems.error('other-codebook', named.at, message)
}

interface KnownThemes extends CaseContext {
  /** Index of each theme by its id. */
  readonly indices: ReadonlyMap<string, number>
}

function readCase(reading: CaseReading, tree: Tree, known: KnownThemes): TextCase {
  const keys = readKeys(reading, tree, {
    what: 'A case',
    known: ['name', 'text', 'speaker', 'role', 'expect', 'todo'],
  })
  const name = readName(reading, keys)
  const text = requiredText(reading, keys, 'text')
  const speaker = textAt(reading, keys, 'speaker')?.text.trim()
  const role = textAt(reading, keys, 'role')?.text
  return {
    name,
    text,
    speaker,
    role: role === undefined ? roleOf(speaker ?? '', '', known.roles) : roleName(role),
    expected: readExpected(reading, keys, { known, text }),
    todo: textAt(reading, keys, 'todo')?.text.trim(),
    ...reading.problems.place(tree.at),
  }
}

/** Names tell cases apart in every output, so each has its own. */
function readName(reading: CaseReading, keys: Keys): string {
  const name = requiredText(reading, keys, 'name').trim()
  const { line } = reading.problems.place(keys.at)
  const earlier = reading.names.get(name)
  if (name !== '' && earlier !== undefined) {
    const message = `A case on line ${earlier} has the same name. Give each its own.`
    reading.problems.error('duplicate-case', keys.entries.get('name')?.keyAt ?? keys.at, message)
  }
  reading.names.set(name, earlier ?? line)
  return name
}

interface Expecting {
  readonly known: KnownThemes
  readonly text: string
}

function readExpected(
  reading: CaseReading,
  keys: Keys,
  expecting: Expecting,
): readonly ExpectedTheme[] {
  const entry = keys.entries.get('expect')
  if (entry === undefined) {
    const message =
      'A case needs the key `expect`. List the themes that the text must receive, or write `expect: none`.'
    if (keys.isMap) reading.problems.error('missing-key', keys.at, message)
    return []
  }
  const { value } = entry
  if (value.kind === 'text') {
    return value.text === 'none' ? [] : readTheme(reading, value, expecting)
  }
  if (value.kind === 'list' && value.items.length > 0) {
    return value.items.flatMap((item) => readTheme(reading, item, expecting))
  }
  const message =
    '`expect` takes a list of themes, each an id or {theme: …, quote: …}; or none for no theme at all.'
  reading.problems.error('wrong-type', value.at, message)
  return []
}

function readTheme(
  reading: CaseReading,
  tree: Tree,
  expecting: Expecting,
): readonly ExpectedTheme[] {
  if (tree.kind === 'text') return themeNamed(reading, tree, { expecting, quote: undefined })
  const keys = readKeys(reading, tree, { what: 'An expected theme', known: ['theme', 'quote'] })
  const quote = textAt(reading, keys, 'quote')
  if (quote !== undefined && !expecting.text.includes(quote.text)) {
    const message = 'The quote does not stand in the text of the case. Copy it letter by letter.'
    reading.problems.error('quote-not-in-text', quote.at, message)
  }
  const theme = textAt(reading, keys, 'theme')
  if (theme === undefined) {
    if (keys.isMap) requiredText(reading, keys, 'theme')
    return []
  }
  return themeNamed(reading, theme, { expecting, quote: quote?.text })
}

function themeNamed(
  reading: CaseReading,
  { text, at }: { readonly text: string; readonly at: number },
  { expecting, quote }: { readonly expecting: Expecting; readonly quote: string | undefined },
): readonly ExpectedTheme[] {
  const { indices, codebook } = expecting.known
  const theme = indices.get(text)
  if (theme !== undefined) return [{ theme, quote }]
  const near = nearestName(text, [...indices.keys()])
  const hint =
    near === undefined ? 'Use the full id, such as parent/child.' : `Did you mean ${near}?`
  const message = `The codebook ${codebook.id} has no theme ${quoted(text)}. ${hint}`
  reading.problems.error('unknown-theme', at, message)
  return []
}

function readFatal(
  reading: CaseReading,
  tree: Tree,
  parts: ReadonlyMap<number, Tree>,
): readonly FatalCase[] {
  const keys = readKeys(reading, tree, {
    what: 'A fatal case',
    known: ['name', 'rule', 'theme', 'error'],
  })
  const name = readName(reading, keys)
  const error = requiredText(reading, keys, 'error').trim()
  const rule = keys.entries.get('rule')
  const theme = keys.entries.get('theme')
  if (keys.isMap && (rule === undefined) === (theme === undefined)) {
    const message = 'A fatal case has either a `rule` or a `theme` that must be refused.'
    reading.problems.error('missing-key', keys.at, message)
  }
  const part = rule ?? theme
  const bad = part && (parts.get(part.keyAt) ?? part.value)
  if (bad === undefined) return []
  const kind = rule === undefined ? 'theme' : 'rule'
  return [{ name, kind, tree: bad, error, ...reading.problems.place(tree.at) }]
}
