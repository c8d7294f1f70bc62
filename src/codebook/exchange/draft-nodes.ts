/** Rules, exceptions, settings and texts of a draft as nodes of a YAML document. */

import { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Pattern, RuleSettings } from '../../types.ts'
import { DEFAULT_NEAR_GAP } from '../read-patterns.ts'
import type { DraftExample, DraftRule, DraftUnless } from './exchange.ts'
import { plainText } from './plain-text.ts'

/** Where lines are folded, in characters. */
export const LINE_WIDTH = 100

/** A rule: a word or phrase by itself where that is all, else a map. */
export function ruleNode(rule: DraftRule): Scalar | YAMLMap {
  const { id, pattern, settings, unless, note } = rule
  const own = settings && settingsMap(settings)
  const exceptions = unless && unlessNode(unless)
  const isPlain = id === undefined && own === undefined && exceptions === undefined
  const node =
    isPlain && pattern.kind === 'phrase' ? scalar(pattern.phrase) : patternMap(pattern, id)
  if (node instanceof YAMLMap) {
    for (const pair of own?.items ?? []) node.items.push(pair)
    if (exceptions !== undefined) putNode(node, 'unless', exceptions)
  }
  const comment = paragraphs(note ?? '')
  if (comment.length > 0) node.commentBefore = comment.map((line) => ` ${line}`).join('\n')
  return node
}

function patternMap(pattern: Pattern, id: string | undefined): YAMLMap {
  const map = new YAMLMap()
  if (id !== undefined) put(map, 'id', id)
  switch (pattern.kind) {
    case 'phrase':
      put(map, 'phrase', pattern.phrase)
      break
    case 'regex':
      put(map, 'regex', pattern.source)
      break
    case 'seq':
    case 'near': {
      const [first = []] = pattern.items
      if (pattern.items.length === 1) {
        putNode(map, 'any', phrases(first))
        break
      }
      putNode(map, pattern.kind, parts(pattern.items))
      if (pattern.gap !== (pattern.kind === 'seq' ? 0 : DEFAULT_NEAR_GAP))
        putNode(map, 'gap', new Scalar(pattern.gap))
      if (pattern.within !== 'sentence') put(map, 'within', pattern.within)
      break
    }
    case 'all': {
      const [first = []] = pattern.items
      if (pattern.items.length === 1) {
        putNode(map, 'any', phrases(first))
        break
      }
      putNode(map, 'all', parts(pattern.items))
      if (pattern.within !== 'segment') put(map, 'within', pattern.within)
    }
  }
  return map
}

function parts(items: readonly (readonly string[])[]): YAMLSeq {
  const seq = new YAMLSeq()
  for (const item of items) {
    seq.items.push(item.length === 1 ? scalar(item[0] ?? '') : phrases(item))
  }
  const length = items.flat().reduce((sum, phrase) => sum + phrase.length + 2, 0)
  seq.flow = length < LINE_WIDTH - 30
  return seq
}

function phrases(list: readonly string[]): YAMLSeq {
  const seq = new YAMLSeq()
  seq.flow = true
  for (const phrase of list) seq.items.push(scalar(phrase))
  return seq
}

/** Exceptions; undefined where there are none. */
export function unlessNode(unless: DraftUnless): YAMLSeq | YAMLMap | undefined {
  const { containedIn, before, after } = unless
  if (containedIn.length + before.length + after.length === 0) return undefined
  if (before.length + after.length === 0) return exceptions(containedIn)
  const map = new YAMLMap()
  if (containedIn.length > 0) putNode(map, 'contained_in', exceptions(containedIn))
  if (before.length > 0) putNode(map, 'before', exceptions(before))
  if (after.length > 0) putNode(map, 'after', exceptions(after))
  return map
}

function exceptions(patterns: readonly Pattern[]): YAMLSeq {
  const seq = new YAMLSeq()
  seq.flow = patterns.length <= MOST_ON_ONE_LINE && patterns.every(({ kind }) => kind === 'phrase')
  for (const pattern of patterns) {
    const isPhrase = pattern.kind === 'phrase'
    seq.items.push(isPhrase ? scalar(pattern.phrase) : patternMap(pattern, undefined))
  }
  return seq
}

const MOST_ON_ONE_LINE = 8

/** An example with what is expected of it. */
export function exampleNode({ text, expected, quote, todo }: DraftExample): YAMLMap {
  const map = new YAMLMap()
  put(map, 'text', plainText(text))
  if (quote !== undefined) put(map, 'quote', plainText(quote))
  if (!expected) put(map, 'expect', 'none')
  if (todo !== undefined) put(map, 'todo', prose(todo))
  return map
}

/** The settings that are said; undefined where none is. */
export function settingsMap(settings: Partial<RuleSettings>): YAMLMap | undefined {
  const map = new YAMLMap()
  const { inflect, stem, spelling, negation, hyphen, speakers } = settings
  if (inflect !== undefined) putNode(map, 'inflect', new Scalar(inflect))
  if (stem !== undefined) putNode(map, 'stem', new Scalar(stem))
  if (spelling !== undefined) put(map, 'spelling', spelling)
  if (settings.case !== undefined) put(map, 'case', settings.case)
  if (hyphen !== undefined) put(map, 'hyphen', hyphen)
  if (negation !== undefined) put(map, 'negation', negation)
  if (speakers !== undefined) {
    const roles = new YAMLMap()
    roles.flow = true
    if (speakers.only !== undefined) putNode(roles, 'only', phrases(speakers.only))
    putNode(roles, 'not', phrases(speakers.not))
    putNode(map, 'speakers', roles)
  }
  return map.items.length === 0 ? undefined : map
}

/** Adds a text under a key. */
export function put(map: YAMLMap, key: string, value: string): void {
  putNode(map, key, scalar(value))
}

/** Adds a text under a key, if there is one. */
export function putProse(map: YAMLMap, key: string, value: string | undefined): void {
  const text = prose(value ?? '')
  if (text !== '') put(map, key, text)
}

/** Adds a node under a key. */
export function putNode(map: YAMLMap, key: string, node: Scalar | YAMLMap | YAMLSeq): void {
  map.items.push(new Pair(new Scalar(key), node))
}

/** Longest text that stays on the line of its key. */
const LONGEST_ON_LINE = 80

function scalar(text: string): Scalar {
  const node = new Scalar(text)
  if (text !== text.trim()) node.type = 'QUOTE_DOUBLE'
  else if (text.includes('\n')) node.type = 'BLOCK_LITERAL'
  else if (text.length > LONGEST_ON_LINE && text.includes(' ')) node.type = 'BLOCK_FOLDED'
  return node
}

/** A text without white space at its ends. */
export function prose(text: string): string {
  return plainText(text).trim()
}

/** The lines of a comment; none for an empty text. */
export function paragraphs(text: string): readonly string[] {
  const clean = prose(text)
  return clean === '' ? [] : clean.split('\n').map((line) => line.trimEnd())
}
