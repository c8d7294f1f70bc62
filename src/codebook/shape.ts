/** What is wrong with the shape of a codebook file, as zod finds it, in the analyst's terms. */

import type * as Zod from 'zod'
import { nearestName } from './nearest.ts'
import type { Problems } from './problems.ts'
import { booleanOf, numberOf } from './scalars.ts'
import { type CodebookSchemas, codebookSchemas, type ObjectKind } from './schema.ts'
import { describeTree, quoted, type Tree, type TreeMap } from './tree.ts'
import { PATTERN_KEYS } from './vocabulary.ts'

type Issue = Zod.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Adds every problem of shape; gives how many there were. */
export function reportShape(tree: Tree, problems: Problems): number {
  const schemas = codebookSchemas()
  const result = schemas.objects.codebook.safeParse(shapeData(tree, undefined))
  if (result.success) return 0
  for (const issue of result.error.issues)
    reportIssue({ tree, problems, schemas }, issue, issue.path)
  return result.error.issues.length
}

/** The tree as plain data: texts, and truth values and numbers where the schema has them. */
function shapeData(tree: Tree, key: string | undefined): unknown {
  if (tree.kind === 'empty') return null
  if (tree.kind === 'list') return tree.items.map((item) => shapeData(item, undefined))
  if (tree.kind === 'text') {
    if (key === 'inflect' || key === 'stem') return booleanOf(tree) ?? tree.text
    return key === 'gap' ? (numberOf(tree) ?? tree.text) : tree.text
  }
  return Object.fromEntries(
    tree.entries.map((entry) => [entry.key, shapeData(entry.value, entry.key)]),
  )
}

interface Report {
  readonly tree: Tree
  readonly problems: Problems
  readonly schemas: CodebookSchemas
}

function reportIssue(report: Report, issue: Issue, path: Path): void {
  if (issue.code === 'unrecognized_keys') reportUnknownKeys(report, issue.keys, path)
  else if (issue.code === 'invalid_union') reportUnion(report, issue, path)
  else {
    const found = treeAt(report.tree, path)
    if (found === undefined) reportMissing(report, path)
    else report.problems.error(...valueProblem(issue, path, found))
  }
}

/** Id, place and message for a value of the wrong kind. */
function valueProblem(issue: Issue, path: Path, found: Tree): readonly [string, number, string] {
  switch (issue.code) {
    case 'invalid_type':
      return ['wrong-type', found.at, wrongType(path, issue.expected, found)]
    case 'invalid_value': {
      const values = issue.values.map((value) => String(value))
      return ['unknown-value', found.at, unknownValue(path, values, found)]
    }
    case 'too_small':
      if (issue.origin === 'array') {
        return ['too-few-items', found.at, tooFew(path, Number(issue.minimum))]
      }
      return ['negative-gap', found.at, `${nameOf(path)} counts words, so it is 0 or more.`]
    case 'too_big':
      return ['too-many-items', found.at, tooMany(path, Number(issue.maximum))]
    case 'invalid_format': {
      const message = `${describeTree(found)} does not fit here. ${issue.message}`
      return [formatId(path), found.at, message.charAt(0).toUpperCase() + message.slice(1)]
    }
    default:
      return ['wrong-type', found.at, `${nameOf(path)}: ${issue.message}.`]
  }
}

function treeAt(tree: Tree, path: Path): Tree | undefined {
  let current: Tree | undefined = tree
  for (const step of path) {
    if (current?.kind === 'list' && typeof step === 'number') current = current.items[step]
    else if (current?.kind === 'map') {
      current = current.entries.find((entry) => entry.key === step)?.value
    } else return undefined
  }
  return current
}

/** The branch of a union that the analyst meant is the one whose outer form fits. */
function reportUnion(report: Report, issue: Zod.core.$ZodIssueInvalidUnion, path: Path): void {
  const meant = issue.errors.find((branch) => !branch.some(isOuterMismatch))
  if (meant !== undefined) {
    for (const inner of meant) reportIssue(report, inner, [...path, ...inner.path])
    return
  }
  const expected = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []))
  const found = treeAt(report.tree, path)
  report.problems.error('wrong-type', found?.at ?? 0, wrongType(path, expected.join('|'), found))
}

function isOuterMismatch(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list (lines that begin with a dash, or [one, two])',
  object: 'keys with values',
  boolean: 'true or false, without quotes',
  number: 'a whole number, without quotes',
  int: 'a whole number, without quotes',
  'string|array': 'a word or phrase, or a list of alternatives',
  'string|object': `a word, a phrase, or a map with one of ${PATTERN_KEYS.join(', ')}`,
  'array|object': 'a list of phrases, or a map with contained_in, before or after',
}

function wrongType(path: Path, expected: string, found: Tree | undefined): string {
  const hint = hintFor(expected, found)
  const key = path.at(-2)
  const isRule = typeof path.at(-1) === 'number' && RULE_LISTS.has(key ?? '')
  const kinds = isRule ? 'string|object' : expected
  return `${nameOf(path)} expects ${EXPECTED[kinds] ?? kinds}; found ${describeTree(found)}.${hint}`
}

function hintFor(expected: string, found: Tree | undefined): string {
  if (found?.kind === 'map' && expected.startsWith('string'))
    return ' If it is a text that contains a colon, put it in quotes.'
  if (found?.kind === 'text' && found.text.startsWith('-') && expected.includes('array'))
    return ' Put a space after each dash.'
  return ''
}

const RULE_LISTS: ReadonlySet<PropertyKey> = new Set([
  'rules',
  'unless',
  'contained_in',
  'before',
  'after',
])

function unknownValue(path: Path, values: readonly string[], found: Tree | undefined): string {
  const near = found?.kind === 'text' ? nearestName(found.text, values) : undefined
  const suggestion = near === undefined ? '' : ` Did you mean ${near}?`
  const choice = values.length === 1 ? values.join('') : `one of ${values.join(', ')}`
  return `${nameOf(path)} expects ${choice}; found ${describeTree(found)}.${suggestion}`
}

function tooFew(path: Path, minimum: number): string {
  const items = minimum === 1 ? 'one item' : 'two items'
  const hint =
    minimum === 1
      ? ''
      : ' For a single word or phrase, write it alone; for alternatives, use `any`.'
  return `${nameOf(path)} needs at least ${items}.${hint}`
}

const FORMAT_IDS: Readonly<Record<string, string>> = {
  version: 'bad-version',
  since: 'bad-version',
  date: 'bad-date',
  fingerprint: 'bad-fingerprint',
  guid: 'bad-guid',
  color: 'bad-color',
}

function formatId(path: Path): string {
  return FORMAT_IDS[String(path.at(-1))] ?? 'bad-id'
}

function reportMissing({ tree, problems }: Report, path: Path): void {
  const key = String(path.at(-1))
  const outer = treeAt(tree, path.slice(0, -1))
  const kind = KIND_NAMES[kindAt(path.slice(0, -1))]
  problems.error(
    'missing-key',
    outer?.at ?? 0,
    `${kind} needs the key \`${key}\`. Add a line \`${key}: …\`.`,
  )
}

function reportUnknownKeys(
  { tree, problems, schemas }: Report,
  keys: readonly string[],
  path: Path,
): void {
  const kind = kindAt(path)
  const known = Object.keys(schemas.objects[kind].shape)
  const map = treeAt(tree, path)
  if (map?.kind !== 'map') return
  const places = new Map(map.entries.map((entry) => [entry.key, entry.keyAt]))
  for (const key of keys) {
    const at = places.get(key) ?? map.at
    problems.error('unknown-key', at, unknownKey(key, kind, known, map))
  }
}

function unknownKey(key: string, kind: ObjectKind, known: readonly string[], map: TreeMap): string {
  const opening = `${KIND_NAMES[kind]} has no key ${quoted(key)}.`
  if (key === 'unit')
    return `${opening} The unit is the same for the whole codebook: set it once, under \`defaults\`.`
  const near = nearestName(key, known)
  if (near !== undefined) return `${opening} Did you mean \`${near}\`?`
  const isPhrase = (kind === 'rule' || kind === 'pattern') && map.entries.length === 1
  if (isPhrase) return `${opening} If this is a phrase with a colon, put all of it in quotes.`
  return `${opening} It may have: ${known.join(', ')}.`
}

const KIND_NAMES: Readonly<Record<ObjectKind, string>> = {
  codebook: 'A codebook',
  defaults: '`defaults`',
  theme: 'A theme',
  rule: 'A rule',
  unless: '`unless`',
  pattern: 'An exception',
  example: 'An example',
  speakers: '`speakers`',
  retired: 'A retired id',
  change: 'A change',
}

const KINDS: ReadonlyMap<PropertyKey, ObjectKind> = new Map([
  ['defaults', 'defaults'],
  ['themes', 'theme'],
  ['rules', 'rule'],
  ['unless', 'unless'],
  ['contained_in', 'pattern'],
  ['before', 'pattern'],
  ['after', 'pattern'],
  ['examples', 'example'],
  ['speakers', 'speakers'],
  ['retired', 'retired'],
  ['changes', 'change'],
])

/** What the map at a path is; an item of `unless: […]` is a pattern. */
function kindAt(path: Path): ObjectKind {
  let kind: ObjectKind = 'codebook'
  for (const step of path) {
    if (kind === 'unless' && typeof step === 'number') kind = 'pattern'
    else kind = KINDS.get(step) ?? kind
  }
  return kind
}

/** `seq`, or the third item of `rules`. */
function nameOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string')
  if (key === undefined) return 'The file'
  return typeof path.at(-1) === 'number' ? `An item of \`${String(key)}\`` : `\`${String(key)}\``
}

function tooMany(path: Path, most: number): string {
  return `${nameOf(path)} takes at most ${most} parts. Put alternatives for one part in a list of their own: [[leave, left], worker].`
}
