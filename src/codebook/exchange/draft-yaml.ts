/**
 * A draft as the text of a codebook file, made to be read and edited. It parses whatever the draft
 * holds: ids are made fit and unique, what is there twice is left out, and each such step is a loss.
 */

import { Document, YAMLMap, YAMLSeq } from 'yaml'
import type { Pattern } from '../../types.ts'
import { patternText } from '../rule-text.ts'
import { COLOUR, GUID, MOST_PARTS } from '../vocabulary.ts'
import { idFromName, isId, siblingIds } from './draft-ids.ts'
import {
  exampleNode,
  LINE_WIDTH,
  paragraphs,
  prose,
  put,
  putNode,
  putProse,
  ruleNode,
  settingsMap,
  unlessNode,
} from './draft-nodes.ts'
import type { Draft, DraftRule, DraftTheme, Loss } from './exchange.ts'

/** The file, and what the draft has that a codebook cannot hold. */
export interface WrittenDraft {
  readonly text: string
  readonly losses: readonly Loss[]
}

/** The codebook file of a draft with at least one theme; `id` names the codebook. */
export function draftYaml(draft: Draft, id: string): WrittenDraft {
  const losses: Loss[] = []
  const file: File = { draft, losses }
  const map = new YAMLMap()
  put(map, 'codebook', isId(id) ? id : idFromName(id) || 'imported')
  put(map, 'version', '0.1.0')
  put(map, 'title', prose(draft.title))
  if (draft.language !== '') put(map, 'language', draft.language)
  const defaults = settingsMap(draft.settings)
  if (defaults !== undefined) putNode(map, 'defaults', defaults)
  putNode(map, 'themes', themesNode(file, draft.themes, []))
  const document = new Document(map, { compat: 'yaml-1.1' })
  const head = [...paragraphs(draft.description), ...draft.notes.flatMap(paragraphs)]
  if (head.length > 0) document.commentBefore = head.map((line) => ` ${line}`.trimEnd()).join('\n')
  return { text: document.toString(FORM), losses }
}

const FORM = { lineWidth: LINE_WIDTH, minContentWidth: 20, flowCollectionPadding: false } as const
/** The full YAML reader takes 400 levels of indent; each level of themes needs two. */
const MOST_LEVELS = 100

interface File {
  readonly draft: Draft
  readonly losses: Loss[]
}

/** One or more of any white space. */
const SPACES = /\s+/gu
/** `é` or `7`: what a word must have. */
const LETTER = /[\p{L}\p{N}]/u

function themesNode(file: File, themes: readonly DraftTheme[], path: readonly string[]): YAMLSeq {
  const seq = new YAMLSeq()
  const nextId = siblingIds()
  for (const theme of path.length + 1 >= MOST_LEVELS ? themes.flatMap(allOf) : themes) {
    const node = themeNode(file, theme, { id: nextId(theme), path })
    node.spaceBefore = seq.items.length > 0
    seq.items.push(node)
  }
  const tooDeep = path.length + 1 >= MOST_LEVELS && themes.some((theme) => theme.themes.length > 0)
  if (tooDeep) file.losses.push({ where: path.join(' > '), what: TOO_DEEP })
  return seq
}

const TOO_DEEP = `Themes below level ${MOST_LEVELS} stand on that level: a codebook nests no further.`

/** A theme and all below it, side by side. */
function allOf(theme: DraftTheme): readonly DraftTheme[] {
  const found: DraftTheme[] = []
  const waiting = [theme]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push({ ...next, themes: [] })
    for (const theme of next.themes.toReversed()) waiting.push(theme)
  }
  return found
}

function themeNode(
  file: File,
  theme: DraftTheme,
  { id, path }: { readonly id: string; readonly path: readonly string[] },
): YAMLMap {
  const name = prose(theme.name).replace(SPACES, ' ')
  const where = [...path, name === '' ? id : name]
  const map = new YAMLMap()
  put(map, 'id', id)
  put(map, 'name', name === '' ? id : name)
  const definition = prose(theme.definition)
  put(map, 'definition', definition === '' ? noDefinition(file.draft.origin) : definition)
  putProse(map, 'include', theme.include)
  putProse(map, 'exclude', theme.exclude)
  if (theme.guid !== undefined && GUID.test(theme.guid)) put(map, 'guid', theme.guid)
  if (theme.colour !== undefined && COLOUR.test(theme.colour)) put(map, 'color', theme.colour)
  const rules = rulesNode(file, theme.rules, where)
  if (rules.items.length > 0) putNode(map, 'rules', rules)
  const unless = theme.unless && unlessNode(theme.unless)
  if (unless !== undefined) putNode(map, 'unless', unless)
  if (theme.examples !== undefined && theme.examples.length > 0) {
    const examples = new YAMLSeq()
    for (const example of theme.examples) examples.items.push(exampleNode(example))
    putNode(map, 'examples', examples)
  }
  if (theme.themes.length > 0) putNode(map, 'themes', themesNode(file, theme.themes, where))
  const note = paragraphs(theme.note ?? '')
  if (note.length > 0) map.commentBefore = note.map((line) => ` ${line}`).join('\n')
  return map
}

function noDefinition(origin: string): string {
  return `Imported from ${origin}; no definition given.`
}

/** `Imported from LIWC; no definition given.` */
const NO_DEFINITION = /^Imported from .+; no definition given\.$/u

/** Whether a definition only says that there was none. */
export function isNoDefinition(definition: string): boolean {
  return NO_DEFINITION.test(definition)
}

function rulesNode(file: File, rules: readonly DraftRule[], where: readonly string[]): YAMLSeq {
  const seq = new YAMLSeq()
  const ids = new Set<string>()
  const meanings = new Set<string>()
  for (const rule of rules) {
    const lose = (what: string) =>
      file.losses.push({ where: `${where.join(' > ')}: “${patternText(rule.pattern)}”`, what })
    const problem = ruleProblem(rule, meanings)
    if (problem !== undefined) {
      lose(problem)
      continue
    }
    const isIdFree = rule.id === undefined || (isId(rule.id) && !ids.has(rule.id))
    if (!isIdFree) lose(BAD_RULE_ID)
    if (rule.id !== undefined) ids.add(rule.id)
    seq.items.push(ruleNode(isIdFree ? rule : { ...rule, id: undefined }))
  }
  return seq
}

const BAD_RULE_ID = 'The id of the rule is left out: it is no id, or stands twice in its theme.'
const TWICE = 'The rule is left out: its theme has it already.'
const NO_LETTERS =
  'The rule is left out: it has a part without a letter or digit, and only words are matched.'
const TOO_MANY_PARTS = `The rule is left out: it has more than ${MOST_PARTS} parts.`
const NO_PARTS = 'The rule is left out: it has a part without a word.'

function ruleProblem(rule: DraftRule, meanings: Set<string>): string | undefined {
  const { pattern, settings, unless } = rule
  if (!phrasesOf(pattern).every((phrase) => LETTER.test(phrase))) return NO_LETTERS
  if (pattern.kind === 'seq' || pattern.kind === 'near' || pattern.kind === 'all') {
    if (pattern.items.length > MOST_PARTS) return TOO_MANY_PARTS
    if (pattern.items.length === 0 || pattern.items.some((item) => item.length === 0))
      return NO_PARTS
  }
  const meaning =
    settings === undefined && unless === undefined
      ? `${pattern.kind} ${patternText(pattern)}`
      : JSON.stringify([pattern, settings, unless])
  if (meanings.has(meaning)) return TWICE
  meanings.add(meaning)
  return undefined
}

function phrasesOf(pattern: Pattern): readonly string[] {
  if (pattern.kind === 'phrase') return [pattern.phrase]
  return pattern.kind === 'regex' ? [] : pattern.items.flat()
}
