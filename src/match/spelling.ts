/**
 * British and American spellings of a word form, in both directions.
 *
 * The -ise and -ize family follows a rule with exceptions; all others are pairs of roots, listed in
 * `spelling-variants.ts`. A word can differ in two places (tranquilliser, tranquilizer).
 */
import { inflections } from './inflect.ts'
import { NEVER_IZE, SPELLING_PAIRS, SPELLING_PREFIXES } from './spelling-variants.ts'

/**
 * All forms of a word of a rule under its settings: the word itself first, none twice. With both
 * switches on these are the spellings of all inflections of all spellings of the word, so that
 * `organise` finds organizing. The word is normalised and in lower case.
 */
export function formsOf(
  word: string,
  settings: { readonly inflect: boolean; readonly spelling: 'gb+us' | 'as-written' },
): readonly string[] {
  if (settings.spelling === 'as-written') return settings.inflect ? inflections(word) : [word]
  if (!settings.inflect) return spellings(word)
  const forms = new Set<string>()
  for (const spelling of spellings(word)) {
    for (const form of inflections(spelling)) {
      for (const variant of spellings(form)) forms.add(variant)
    }
  }
  return [...forms]
}

/**
 * The British and American spellings of one word form: the form itself first, none twice. The
 * relation is mutual: `b` is a spelling of `a` exactly when `a` is one of `b`. The word is
 * normalised and in lower case. In a word with hyphens each part is re-spelt.
 */
export function spellings(word: string): readonly string[] {
  if (!word.includes('-')) return spellingsOfPart(word)
  let variants: readonly string[] = ['']
  for (const [index, part] of word.split('-').entries()) {
    const joined = index === 0 ? '' : '-'
    const parts = spellingsOfPart(part)
    variants = variants.flatMap((before) => parts.map((after) => before + joined + after))
  }
  return variants
}

function spellingsOfPart(word: string): readonly string[] {
  const found = [word]
  if (!mayVary(word)) return found
  // The list grows while it is read: a variant may have variants of its own.
  for (const form of found) {
    for (const variant of [
      ...isingVariants(form),
      ...pairVariants(form),
      ...prefixedVariants(form),
    ]) {
      if (!found.includes(variant)) found.push(variant)
    }
  }
  return found
}

/** Whether a word begins or goes on like one with two spellings: a quick test that most words fail. */
function mayVary(word: string): boolean {
  if (word.includes('is') || word.includes('iz')) return true
  if (ROOT_STARTS.has(word.slice(0, START))) return true
  return SPELLING_PREFIXES.some(
    (prefix) =>
      word.startsWith(prefix) && ROOT_STARTS.has(word.slice(prefix.length, prefix.length + START)),
  )
}

/** A word of the -ise family, its beginning, letter and ending: organ-i-s-ation. */
const ISING =
  /^([a-z]{2,}[^aeiouw\W\d_]i)([sz])((?:e[sd]?|ers?|ings?|ingly|edly|abl[ey]|ability|ation(?:s|al|ally)?)(?:'s)?)$/u

function isingVariants(word: string): readonly string[] {
  const parts = ISING.exec(word)
  if (parts === null) return []
  const [, before = '', letter = '', ending = ''] = parts
  const beginning = before.slice(0, -1)
  if (NEVER_IZE.has(beginning) || !VOWEL.test(beginning)) return []
  return [before + (letter === 's' ? 'z' : 's') + ending]
}

/** A letter that can be a vowel: organ, and hybrid; none in `prize` before its i. */
const VOWEL = /[aeiouy]/u

function prefixedVariants(word: string): readonly string[] {
  const variants: string[] = []
  for (const prefix of SPELLING_PREFIXES) {
    if (!word.startsWith(prefix)) continue
    for (const variant of pairVariants(word.slice(prefix.length))) variants.push(prefix + variant)
  }
  return variants
}

interface Root {
  readonly partner: string
  readonly endings: ReadonlySet<string>
}

const ROOTS = rootsOfPairs()
const SHORTEST_ROOT = 2
/** How many letters at the beginning of a root are looked at first, and all such beginnings. */
const START = 3
const ROOT_STARTS = new Set([...ROOTS.keys()].map((root) => root.slice(0, START)))

/** Tries every way to take the word apart into a root and an ending: behaviour-al. */
function pairVariants(word: string): readonly string[] {
  const variants: string[] = []
  for (let length = SHORTEST_ROOT; length <= word.length; length += 1) {
    for (const root of ROOTS.get(word.slice(0, length)) ?? []) {
      const ending = word.slice(length)
      if (root.endings.has(ending)) variants.push(root.partner + ending)
    }
  }
  return variants
}

function rootsOfPairs(): ReadonlyMap<string, readonly Root[]> {
  const roots = new Map<string, Root[]>()
  for (const group of SPELLING_PAIRS) {
    const endings = new Set(group.endings)
    for (const [british, american] of group.roots) {
      addTo(roots, british, { partner: american, endings })
      addTo(roots, american, { partner: british, endings })
    }
  }
  return roots
}

function addTo(roots: Map<string, Root[]>, root: string, entry: Root): void {
  const list = roots.get(root)
  if (list === undefined) roots.set(root, [entry])
  else list.push(entry)
}
