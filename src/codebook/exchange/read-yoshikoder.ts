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
  childNamed,
  dictionaryDraft,
  LOST,
  newCategory,
  newChild,
  refused,
  titleOfFile,
} from './dictionary-draft.ts'
import { prose } from './draft-nodes.ts'
import type { ExchangeFile, Imported, Loss, ReadOptions } from './exchange.ts'
import { definesOwnMarkup, OWN_MARKUP } from './xml-doctype.ts'
import { type WordRegex, wordRegex } from './yoshikoder-regex.ts'

/** The draft in a Yoshikoder dictionary. */
export function readYoshikoder(file: ExchangeFile, options: ReadOptions): Imported {
  const error = (id: string, message: string) =>
    refused({ severity: 'error', id, message, path: options.path, line: 1, column: 1 })
  if (definesOwnMarkup(file.text)) return error('doctype', OWN_MARKUP)
  const reading = startReading(file, options)
  if (!walkMarkup(file.text, { isXml: true }, listener(reading))) {
    return error('no-categories', TOO_DEEP)
  }
  const { root, losses } = reading
  if (root === undefined) return error('no-categories', NO_CATEGORIES)
  if (!END.test(file.text)) losses.push({ where: file.name, what: NOT_WHOLE })
  const notes = reading.isRegex ? [WHOLE_WORDS] : []
  const { title } = reading
  const facts = { title, description: root.definition, origin: 'Yoshikoder', notes }
  const draft = dictionaryDraft(root.children, facts)
  return { draft, losses, diagnostics: [] }
}

const TOO_DEEP = 'The file nests its elements without end and was refused.'
const NO_CATEGORIES = 'No category (<cnode>) was found. Is it another format? Name it with --from.'
/** `</dictionary>`. */
const END = /<\/dictionary\s*>/u
const NOT_WHOLE = 'The file ends before its dictionary does: what could be read is imported.'
const WHOLE_WORDS =
  'Yoshikoder compares a regular expression with one whole word; here a word ends at a hyphen or an apostrophe, too, so that t is found in don’t.'

function startReading(file: ExchangeFile, options: ReadOptions): Reading {
  return {
    options,
    losses: [],
    lineAt: lineCounter(file.text),
    isRegex: false,
    made: new Map(),
    open: [],
    root: undefined,
    title: titleOfFile(file.name),
  }
}

interface Reading {
  readonly options: ReadOptions
  readonly losses: Loss[]
  readonly lineAt: (offset: number) => number
  isRegex: boolean
  /** Regular expressions that were met, and what came of them: each is tried once. */
  readonly made: Map<string, WordRegex>
  /** The categories that are open, the innermost last. */
  readonly open: Category[]
  /** Stands for the dictionary itself. */
  root: Category | undefined
  /** Its name, or that of the file. */
  title: string
}

const PHRASE =
  'Yoshikoder never finds a pattern of several words, since it looks at words one by one; here it is found.'
const BAD_REGEX = 'The pattern is left out: its regular expression is not one that runs here.'
const NO_NAME = 'The element has no name; a pattern is left out, a category is called Unnamed.'
/** `regexp`, or `…RegexpPatternEngine`. */
const REGEX_ENGINE = /regexp/iu

function listener(reading: Reading): MarkupListener {
  return {
    open(name, attributes, offset) {
      if (name === 'dictionary') {
        const engine = attributes.patternengine ?? attributes.patternengineclassname ?? ''
        reading.isRegex = REGEX_ENGINE.test(engine)
      }
      if (name === 'cnode') openCategory(reading, attributes, offset)
      if (name === 'pnode') addPattern(reading, attributes, offset)
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
  // A category beside the first one stands below it.
  const parent = open.at(-1) ?? reading.root
  const isRoot = parent === undefined
  const category = isRoot ? newCategory('') : newChild(name || 'Unnamed', parent, losses)
  if (isRoot) {
    reading.root = category
    reading.title = prose(name) || reading.title
  }
  category.definition = attributes.desc?.trim() ?? ''
  open.push(category)
  const place = `line ${reading.lineAt(offset)}, ${category.path}`
  if (name === '' && !isRoot) losses.push({ where: place, what: NO_NAME })
  loseScore(reading, attributes.score, place)
}

function addPattern(reading: Reading, attributes: Attributes, offset: number): void {
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
    category = childNamed(reading.title, root, losses)
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

function addRegex(
  reading: Reading,
  {
    category,
    text,
    where,
  }: { readonly category: Category; readonly text: string; readonly where: string },
): void {
  const lose = (what: string) => reading.losses.push({ where, what })
  const made = reading.made.get(text) ?? checkedRegex(text, reading.options)
  reading.made.set(text, made)
  if ('problem' in made) lose(made.problem)
  else if (category.terms.has(made.regex)) lose(LOST.twice)
  else {
    category.terms.add(made.regex)
    category.rules.push({ pattern: { kind: 'regex', source: made.regex } })
    if (WHITE_SPACE.test(text)) lose(PHRASE)
  }
}

function checkedRegex(text: string, { regexProblem }: ReadOptions): WordRegex {
  const made = regexProblem(text) === undefined ? wordRegex(text) : { problem: BAD_REGEX }
  const isBad = 'regex' in made && regexProblem(made.regex) !== undefined
  return isBad ? { problem: BAD_REGEX } : made
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
