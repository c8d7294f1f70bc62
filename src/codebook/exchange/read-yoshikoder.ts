/**
 * Yoshikoder (.ykd) and Lexicoder 2 (.lcd): `cnode` is a category, `pnode` a pattern; the first
 * `cnode` is the dictionary itself. With the pattern engine `substring`, a pattern is a word with
 * `*`; with `regexp` it is a regular expression for a whole word. Old files name the engine by its
 * class in Java.
 */

import { type MarkupListener, walkMarkup } from '../../markup.ts'
import {
  addTerm,
  type Category,
  dictionaryDraft,
  LOST,
  newCategory,
  newChild,
  refused,
  titleOfFile,
} from './dictionary-draft.ts'
import type { ExchangeFile, Imported, Loss, ReadOptions } from './exchange.ts'

/** The draft in a Yoshikoder dictionary. */
export function readYoshikoder(file: ExchangeFile, options: ReadOptions): Imported {
  const title = titleOfFile(file.name)
  const reading: Reading = {
    options,
    losses: [],
    lineAt: lineCounter(file.text),
    isRegex: false,
    open: [],
    root: undefined,
    title: '',
  }
  const isWhole = walkMarkup(file.text, { isXml: true }, listener(reading, title))
  if (!isWhole || reading.root === undefined) {
    const message = isWhole
      ? 'No category (<cnode>) was found. Is it another format? Name it with --from.'
      : 'The file nests its elements without end and was refused.'
    const [severity, path] = ['error' as const, options.path]
    return refused({ severity, id: 'no-categories', message, path, line: 1, column: 1 })
  }
  const { root, losses } = reading
  const facts = {
    title: reading.title || title,
    description: root.definition,
    origin: 'Yoshikoder',
  }
  const draft = dictionaryDraft(root.children, facts)
  return { draft, losses, diagnostics: [] }
}

interface Reading {
  readonly options: ReadOptions
  readonly losses: Loss[]
  readonly lineAt: (offset: number) => number
  isRegex: boolean
  /** The categories that are open, the innermost last. */
  readonly open: Category[]
  /** Stands for the dictionary itself; its name is the title. */
  root: Category | undefined
  title: string
}

const PHRASE =
  'Yoshikoder never finds a pattern of several words, since it looks at words one by one; here it is found.'
const BAD_REGEX = 'The pattern is left out: its regular expression is not one that runs here.'
const NO_NAME = 'The element has no name; a pattern is left out, a category is called Unnamed.'
/** `regexp`, or `…RegexpPatternEngine`. */
const REGEX_ENGINE = /regexp/iu

function listener(reading: Reading, title: string): MarkupListener {
  return {
    open(name, attributes, offset) {
      if (name === 'dictionary') {
        const engine = attributes.patternengine ?? attributes.patternengineclassname ?? ''
        reading.isRegex = REGEX_ENGINE.test(engine)
      }
      if (name === 'cnode') openCategory(reading, attributes, offset)
      if (name === 'pnode') addPattern(reading, { attributes, offset, title })
    },
    close(name) {
      if (name === 'cnode') reading.open.pop()
    },
  }
}

type Attributes = Readonly<Record<string, string>>

function openCategory(reading: Reading, attributes: Attributes, offset: number): void {
  const { open, losses } = reading
  const name = attributes.name?.trim() ?? ''
  const parent = open.at(-1)
  const isRoot = parent === undefined
  const category = isRoot ? newCategory('') : newChild(name || 'Unnamed', parent, losses)
  if (isRoot && reading.root === undefined) {
    reading.root = category
    reading.title = name
  }
  category.definition = attributes.desc?.trim() ?? ''
  open.push(category)
  const place = `line ${reading.lineAt(offset)}, ${category.path}`
  if (name === '' && !isRoot) losses.push({ where: place, what: NO_NAME })
  loseScore(reading, attributes.score, place)
}

interface PatternNode {
  readonly attributes: Attributes
  readonly offset: number
  readonly title: string
}

function addPattern(reading: Reading, { attributes, offset, title }: PatternNode): void {
  const { losses, root } = reading
  const text = attributes.name?.trim() ?? ''
  const place = `line ${reading.lineAt(offset)}`
  let category = reading.open.at(-1)
  if (category === undefined || text === '') {
    losses.push({ where: place, what: NO_NAME })
    return
  }
  if (category === root) {
    losses.push({ where: `${place}: “${text}”`, what: LOST.noCategory })
    category = looseCategory(root, reading.title || title, losses)
  }
  const where = `${place}, ${category.path}: “${text}”`
  loseScore(reading, attributes.score, where)
  if (reading.isRegex) addRegex(reading, { category, text, where })
  else {
    const isAdded = addTerm(category, { text, wildcards: '*', place }, losses)
    if (isAdded && WHITE_SPACE.test(text)) losses.push({ where, what: PHRASE })
  }
}

/** White space inside of a pattern. */
const WHITE_SPACE = /\s/u

function looseCategory(root: Category, name: string, losses: Loss[]): Category {
  return root.children.find((child) => child.name === name) ?? newChild(name, root, losses)
}

function addRegex(
  { losses, options }: Reading,
  {
    category,
    text,
    where,
  }: { readonly category: Category; readonly text: string; readonly where: string },
): void {
  if (options.regexProblem(text) !== undefined) losses.push({ where, what: BAD_REGEX })
  else if (category.terms.has(text)) losses.push({ where, what: LOST.twice })
  else {
    category.terms.add(text)
    category.rules.push({ pattern: { kind: 'regex', source: text } })
  }
}

function loseScore({ losses }: Reading, score: string | undefined, place: string): void {
  const value = score?.trim() ?? ''
  if (value !== '' && Number(value) !== 1) {
    losses.push({ where: `${place} (${value})`, what: LOST.weight })
  }
}

/** Counts lines forwards: offsets are asked for in order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (
      let next = text.indexOf('\n', at);
      next !== -1 && next < offset;
      next = text.indexOf('\n', at)
    ) {
      line += 1
      at = next + 1
    }
    return line
  }
}
