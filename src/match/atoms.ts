/**
 * Words of rules (atoms) and words of texts (forms): which form satisfies which atoms.
 *
 * A form is normalised, looked up among the inflected and re-spelt forms of the rules' words, tried
 * against wildcards and stems, once; the set of atoms it satisfies is its class.
 */
import type { RuleSettings } from '../types.ts'
import { negationFlags } from './negation.ts'
import { normalise, normaliseCase } from './normalise.ts'
import { hasWildcard } from './phrases.ts'
import { formsOf } from './spelling.ts'
import { wildcards } from './wildcards.ts'

/** The atom that every word satisfies: `*` alone. */
export const ANY_WORD = 0

/** Collects the words of rules. */
export interface WordRules {
  /** The atom for a word of a rule under its settings; equal words share one. */
  atom(word: string, settings: RuleSettings): number
  /** How common in texts the words are that satisfy an atom; larger is commoner. */
  commonness(atom: number): number
  /** Ends the collecting. */
  finish(anchors: Anchors): Atoms
}

/** The rules that are tried where an atom stands. */
export interface Anchors {
  /** Phrases, by rule and number. */
  readonly phrases: readonly (readonly [atom: number, rule: number, phrase: number])[]
  /** Combinations, which are tried once a sentence. */
  readonly combinations: readonly (readonly [atom: number, rule: number])[]
}

/** The knowledge of a codebook about word forms, by class. Class 0 knows nothing. */
export interface Atoms {
  /** Class of a raw form, as it stands in a text. */
  classify(form: string): number
  /** Class of two words joined by a hyphen, taken as one. */
  classifyCompound(form: string): number
  /** Whether a word of a class satisfies an atom. */
  has(wordClass: number, atom: number): boolean
  /** The atoms that a class satisfies. */
  atomsOf(wordClass: number): readonly number[]
  /** What a class is to negation. */
  negation(wordClass: number): number
  /** Phrases to try where a word of this class stands: rule and phrase index in turn. */
  anchored(wordClass: number): Int32Array
  /** Combinations to try in a sentence where a word of this class stands, each once. */
  triggered(wordClass: number): Int32Array
  /** For each class, 1 where one of these is not empty. Replaced as classes are added. */
  active: Uint8Array
  /** How many atoms there are. */
  readonly count: number
}

const NOTHING = new Int32Array(0)

/** Starts collecting; `stem` is needed only where a rule asks for stems. */
export function atomsOf(stem: ((word: string) => string) | undefined): WordRules {
  const bySettings = new Map<string, Map<string, number>>()
  const commonness: number[] = [Number.POSITIVE_INFINITY]
  const byForm = new Map<string, number[]>()
  const byExactForm = new Map<string, number[]>()
  const byStem = new Map<string, number[]>()
  const folded = wildcards()
  const exact = wildcards()
  let latest: { readonly settings: RuleSettings; readonly byWord: Map<string, number> } | undefined

  /** The words under some settings; the words of a phrase ask for the same ones. */
  function wordsUnder(settings: RuleSettings): Map<string, number> {
    if (settings === latest?.settings) return latest.byWord
    const key = wordSettingsKey(settings)
    const byWord = bySettings.get(key) ?? new Map<string, number>()
    bySettings.set(key, byWord)
    latest = { settings, byWord }
    return byWord
  }

  function atom(word: string, settings: RuleSettings): number {
    if (word === '*') return ANY_WORD
    const byWord = wordsUnder(settings)
    const known = byWord.get(word)
    if (known !== undefined) return known
    const id = commonness.length
    byWord.set(word, id)
    commonness.push(estimateCommonness(normalise(word)))
    register(word, id, settings)
    return id
  }

  function register(word: string, id: number, settings: RuleSettings): void {
    const isExact = settings.case === 'exact'
    if (hasWildcard(word)) {
      if (isExact) exact.add(normaliseCase(word), id)
      else folded.add(normalise(word), id)
      return
    }
    if (settings.stem && stem !== undefined) add(byStem, stem(normalise(word)), id)
    for (const form of formsOf(normalise(word), settings)) {
      if (!isExact) add(byForm, form, id)
      else for (const cased of casedForms(form, word)) add(byExactForm, cased, id)
    }
  }

  function finish({ phrases, combinations }: Anchors): Atoms {
    return classes({
      count: commonness.length,
      anchoredByAtom: listsByAtom(phrases),
      triggeredByAtom: listsByAtom(combinations),
      find(form, isCompound) {
        const cased = normaliseCase(form)
        const lower = normalise(form)
        const found = new Set<number>(byForm.get(lower))
        for (const id of byExactForm.get(cased) ?? []) found.add(id)
        if (isCompound) return { atoms: found, negation: 0 }
        folded.find(lower, found)
        exact.find(cased, found)
        if (stem !== undefined) for (const id of byStem.get(stem(lower)) ?? []) found.add(id)
        return { atoms: found, negation: negationFlags(lower) }
      },
    })
  }

  return { atom, commonness: (id) => commonness[id] ?? 0, finish }
}

/** For each atom, what follows it in its rows, one after the other. */
function listsByAtom(
  rows: Iterable<readonly [atom: number, ...rest: readonly number[]]>,
): ReadonlyMap<number, readonly number[]> {
  const lists = new Map<number, number[]>()
  for (const [atom, ...rest] of rows) {
    const list = lists.get(atom)
    if (list === undefined) lists.set(atom, rest)
    else list.push(...rest)
  }
  return lists
}

interface FormFinder {
  readonly count: number
  readonly anchoredByAtom: ReadonlyMap<number, readonly number[]>
  readonly triggeredByAtom: ReadonlyMap<number, readonly number[]>
  find(form: string, isCompound: boolean): { atoms: ReadonlySet<number>; negation: number }
}

interface WordClass {
  readonly atoms: readonly number[]
  readonly negation: number
  readonly anchored: Int32Array
  readonly triggered: Int32Array
}

function classes(finder: FormFinder): Atoms {
  const known: WordClass[] = [{ atoms: [], negation: 0, anchored: NOTHING, triggered: NOTHING }]
  const byKey = new Map<string, number>([['0:', 0]])

  function classFor(form: string, isCompound: boolean): number {
    const { atoms: found, negation } = finder.find(form, isCompound)
    if (found.size === 0 && negation === 0) return 0
    const atoms = [...found].sort((a, b) => a - b)
    const key = `${negation}:${atoms.join(' ')}`
    const old = byKey.get(key)
    if (old !== undefined) return old
    const id = known.length
    byKey.set(key, id)
    const anchored = Int32Array.from(atoms.flatMap((atom) => finder.anchoredByAtom.get(atom) ?? []))
    const rules = atoms.flatMap((atom) => finder.triggeredByAtom.get(atom) ?? [])
    const triggered = Int32Array.from(new Set(rules))
    known.push({ atoms, negation, anchored, triggered })
    if (id === result.active.length) {
      const larger = new Uint8Array(2 * id)
      larger.set(result.active)
      result.active = larger
    }
    result.active[id] = anchored.length + triggered.length > 0 ? 1 : 0
    return id
  }

  const result: Atoms = {
    classify: (form) => classFor(form, false),
    // 1-1 is not 11, though care-leaver is careleaver.
    classifyCompound: (form) =>
      HYPHEN_OF_NUMBERS.test(form) ? 0 : classFor(form.replace(HYPHENS, ''), true),
    has: (wordClass, atom) =>
      atom === ANY_WORD || (wordClass !== 0 && includes(known[wordClass]?.atoms, atom)),
    atomsOf: (wordClass) => known[wordClass]?.atoms ?? [],
    negation: (wordClass) => known[wordClass]?.negation ?? 0,
    anchored: (wordClass) => known[wordClass]?.anchored ?? NOTHING,
    triggered: (wordClass) => known[wordClass]?.triggered ?? NOTHING,
    active: new Uint8Array(1024),
    count: finder.count,
  }
  return result
}

/** Hyphens in a compound, for example in `well-being`. */
const HYPHENS = /[-\u2010-\u2013]/gu
/** A hyphen between two numbers, for example in `9-5`. */
const HYPHEN_OF_NUMBERS = /\p{N}[-\u2010-\u2013]\p{N}/u

function includes(atoms: readonly number[] | undefined, atom: number): boolean {
  if (atoms === undefined) return false
  for (const candidate of atoms) if (candidate === atom) return true
  return false
}

function add(lists: Map<string, number[]>, key: string, id: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [id])
  else if (!list.includes(id)) list.push(id)
}

/** What of a rule's settings decides how its words are compared. */
export function wordSettingsKey(settings: RuleSettings): string {
  const { inflect, stem, spelling, hyphen } = settings
  return `${settings.case} ${inflect} ${stem} ${spelling} ${hyphen}`
}

/**
 * The forms of a word whose case counts: `PA` gives `PAs` and `PA's`, not `pas`; `Family` gives
 * `Families`, not `families`.
 */
function casedForms(form: string, word: string): readonly string[] {
  const written = normaliseCase(word)
  const lower = written.toLowerCase()
  if (form.startsWith(lower)) return [written + form.slice(lower.length)]
  if (written === lower) return [form]
  return CAPITALISED.test(written) ? [capitalised(form)] : []
}

/** One capital and then none: `Family`, `Siân`. */
const CAPITALISED = /^\p{Lu}[^\p{Lu}]+$/u

function capitalised(form: string): string {
  const [first = ''] = form
  return first.toUpperCase() + form.slice(first.length)
}

/** The commonest words of English, which are poor places to start looking for a phrase. */
const COMMONEST = new Set(
  "the be am is are was were been being to of and a an in that this these those have has had having i it its for not on with he as you do does did done at his by from they we say her she or will my one all would there their what so up out if about who get got which go me when make can like time no just him know take people into year your good some could them see other than then now look only come over think also back after use two how our work first well way even new want because any give day most us very more much many such where why while should may might must through before between each own same too here again off down still never always really something things thing lot don't didn't can't i'm it's".split(
    ' ',
  ),
)

/** A rough rank: common words first, then short ones; wildcards by the letters they fix. */
function estimateCommonness(word: string): number {
  if (COMMONEST.has(word)) return 1000
  const letters = word.replace(WILDCARD, '').length
  return 100 / Math.max(1, letters)
}

/** `*` and `?` in a word of a rule. */
const WILDCARD = /[*?]/gu
