/**
 * What readers of dictionaries share: categories with terms, made into themes with rules, and a loss
 * for everything that a codebook cannot hold.
 */

import type { Diagnostic, RuleSettings } from '../../types.ts'
import type { Draft, DraftRule, DraftTheme, Imported, Loss } from './exchange.ts'
import { plainText } from './plain-text.ts'

/** How programs of dictionaries compare words: as they are written, but for capitals. */
export const AS_WRITTEN: Partial<RuleSettings> = {
  inflect: false,
  spelling: 'as-written',
  case: 'fold',
  hyphen: 'exact',
}

/** Losses that several formats have. */
export const LOST = {
  weight: 'The weight is left out: rules have none, so every match counts once.',
  noLetters: 'The term is left out: it has no letter or digit, and only words are matched.',
  onlyWildcards: 'The term is left out: it is only wildcards and would match every word.',
  signs: 'The signs in the term are not compared: its words match whatever stands between them.',
  twice: 'The term is left out: its category has it already.',
  noCategory: 'The term stands in no category; it was put into one with the name of the file.',
  tooDeep: 'The category stands on the level of the one above it: there are too many levels.',
  unread: 'The line is left out: it could not be understood.',
  noColumn:
    'The cell is left out: no column of the header stands above it. A text with commas needs quotes.',
} as const

/** A category on its way to a theme. */
export interface Category {
  readonly name: string
  definition: string
  readonly rules: DraftRule[]
  readonly children: Category[]
  /** The first child of each name. */
  readonly childByName: Map<string, Category>
  readonly terms: Set<string>
  /** `Care > Home`, for places. */
  readonly path: string
  readonly parent: Category | undefined
  /** 1 at the top. */
  readonly level: number
}

/** A term and what it says beside its words. */
export interface Term {
  readonly text: string
  /** Which signs are wildcards in the origin. */
  readonly wildcards: '*' | '*?' | 'none'
  /** `line 12`. */
  readonly place: string
}

/** Levels below which categories stand side by side; no dictionary has as many. */
const MOST_LEVELS = 90

/** An empty category at the top. */
export function newCategory(name: string): Category {
  return {
    name,
    definition: '',
    rules: [],
    children: [],
    childByName: new Map(),
    terms: new Set(),
    path: name,
    parent: undefined,
    level: 1,
  }
}

/** An empty category below another, or beside it where that one lies too deep. */
export function newChild(name: string, parent: Category, losses: Loss[]): Category {
  const child = childOf(name, parent, losses)
  if (!parent.childByName.has(name)) parent.childByName.set(name, child)
  return child
}

function childOf(name: string, parent: Category, losses: Loss[]): Category {
  if (parent.level >= MOST_LEVELS && parent.parent !== undefined) {
    losses.push({ where: `“${name}”, below “${parent.name}”`, what: LOST.tooDeep })
    return newChild(name, parent.parent, losses)
  }
  const path = parent.path === '' ? name : `${parent.path} > ${name}`
  const child: Category = { ...newCategory(name), path, parent, level: parent.level + 1 }
  parent.children.push(child)
  return child
}

/** The category of that name below another, made where there is none. */
export function childNamed(name: string, parent: Category, losses: Loss[]): Category {
  return parent.childByName.get(name) ?? newChild(name, parent, losses)
}

/** White space, also in a row. */
const SPACES = /\s+/gu
/** `é` or `7`: what a word must have. */
const LETTER = /[\p{L}\p{N}]/u
/** `*` or `?`. */
const WILDCARD = /[*?]/u
/** Wildcards that are none in the origin, and what stands for them. */
const MARKS = /[*?]/gu
const QUESTION_MARKS = /\?/gu
/**
 * Signs that are no part of a word here: all but letters, digits, hyphens, wildcards, apostrophes
 * between letters, and the full stops of `U.S.` and `e.g.`, where each letter is its own word in a
 * text, too.
 */
const SIGNS =
  /(?!(?<=\p{L})\.)(?!(?<=\p{L})['’](?=[\p{L}*?]))[^\p{L}\p{M}\p{N}\s*?\-\u2010-\u2013]/u

/** Whether a term has signs that are not compared, also within one character, such as `½`. */
export function hasSigns(term: string): boolean {
  return SIGNS.test(term) || SIGNS.test(term.normalize('NFKC'))
}

/** Adds a term to a category; gives whether a rule came of it. Losses go to the list. */
export function addTerm(category: Category, term: Term, losses: Loss[]): boolean {
  const lose = (what: string) =>
    losses.push({ where: `${term.place}, ${category.path}: “${term.text}”`, what })
  const known =
    term.wildcards === '*?'
      ? term.text
      : term.text.replace(term.wildcards === '*' ? QUESTION_MARKS : MARKS, ' ')
  const phrase = known.replace(SPACES, ' ').trim()
  if (!LETTER.test(phrase)) {
    lose(WILDCARD.test(phrase) ? LOST.onlyWildcards : LOST.noLetters)
    return false
  }
  if (category.terms.has(phrase)) {
    lose(LOST.twice)
    return false
  }
  category.terms.add(phrase)
  category.rules.push({ pattern: { kind: 'phrase', phrase } })
  if (known !== term.text || hasSigns(phrase)) lose(LOST.signs)
  return true
}

/** What is known of a dictionary beside its categories. */
export interface DictionaryFacts {
  readonly title: string
  /** The program: `LIWC`. */
  readonly origin: string
  readonly description?: string | undefined
  readonly notes?: readonly string[]
}

/** The draft of a dictionary whose words are compared as they are written. */
export function dictionaryDraft(categories: readonly Category[], facts: DictionaryFacts): Draft {
  return {
    id: facts.title,
    title: facts.title,
    description: facts.description ?? '',
    language: '',
    settings: AS_WRITTEN,
    origin: facts.origin,
    notes: facts.notes ?? [],
    themes: categories.map(themeOf),
  }
}

function themeOf({ name, definition, rules, children }: Category): DraftTheme {
  return { name, definition, rules, themes: children.map(themeOf) }
}

/** An import that failed, with the reason. */
export function refused(diagnostic: Diagnostic): Imported {
  return { draft: undefined, losses: [], diagnostics: [diagnostic] }
}

/** A name from that of a file: `moral_foundations 2.dic` → `moral foundations 2`. */
export function titleOfFile(name: string): string {
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  return plainText(stem).replace(BETWEEN_NAMES, ' ').trim() || 'Imported'
}

/** Underlines and white space between the words of a file name. */
const BETWEEN_NAMES = /[_\s]+/gu

/** Names the cells of a row to the right of the header. */
export function loseCells(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  header: readonly string[],
  losses: Loss[],
): void {
  for (const cell of cells.slice(header.length)) {
    const text = cell.trim()
    if (text !== '') losses.push({ where: `line ${line}: “${text}”`, what: LOST.noColumn })
  }
}

/** The categories of a file whose rows name them by their paths. */
export interface CategoryTree {
  readonly top: Category[]
  /** Those at the top, by name. */
  readonly known: Map<string, Category>
  readonly losses: Loss[]
}

/** The category at a path, made with those above it where it is new; undefined for no path. */
export function openCategory(path: readonly string[], tree: CategoryTree): Category | undefined {
  let category: Category | undefined
  for (const name of path) {
    category =
      category === undefined ? topNamed(name, tree) : childNamed(name, category, tree.losses)
  }
  return category
}

function topNamed(name: string, { top, known }: CategoryTree): Category {
  const category = known.get(name) ?? newCategory(name)
  if (!known.has(name)) top.push(category)
  known.set(name, category)
  return category
}
