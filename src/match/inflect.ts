/**
 * The forms of an English word: what a rule with `inflect: true` matches.
 *
 * A rule's word stands for its lexeme: its plural, its verb forms and its possessives. It never
 * stands for another word made from it: care gives cares, cared, caring and care's, but not carer,
 * careful or career, and no comparatives. The word's class is not known, so a word that could be
 * a verb gets verb forms; forms that are no words (`kinged`) do no harm, forms that are other
 * words (new, news) do, and `irregular-forms.ts` lists what prevents them.
 *
 * A word written in one of its forms is narrower. A plural gives its singular and the possessives
 * (siblings: sibling, sibling's). A past form stands for itself (moved, left). A form in -ing is
 * read as a noun (feeling: feelings, feeling's).
 */
import { gerundsOf, pastsOf, pluralOf, singularOf } from './endings.ts'
import {
  BASES_IN_ED,
  COMPOUND_HEADS,
  DOUBLING_OR_NOT,
  FORMS_OF_TWO_WORDS,
  IRREGULAR_NOUNS,
  IRREGULAR_VERBS,
  NOT_ADJECTIVES,
  NOT_ADVERBS,
  NOT_COMPOUNDS,
  NOT_ONLY_NOUNS,
  NOUNS,
  PLURALS_OF_PEOPLE,
  POSSESSIVE_ONLY,
  REGULAR_VERBS,
  SINGULARS_IN_I_AND_U,
  SINGULARS_IN_S,
  UNINFLECTED,
  VERB_PREFIXES,
  VERBS_IN_C,
  WHOLE_VERBS,
} from './irregular-forms.ts'

/**
 * All forms that a word of a rule stands for: the word itself first, then -s, past forms, -ing,
 * possessives. The word is normalised and in lower case, and so are the forms; none comes twice.
 * In a word with hyphens the last part is inflected (care-leavers, mothers-in-law); a word with
 * digits or letters beyond a–z takes only `s` and `'s`.
 */
export function inflections(word: string): readonly string[] {
  const hyphen = word.lastIndexOf('-')
  if (hyphen === -1) return [...new Set(formsOfPart(word))]
  if (word.endsWith(IN_LAW)) return formsOfInLaw(word)
  return formsOfCompound(word.slice(0, hyphen + 1), word.slice(hyphen + 1))
}

const IN_LAW = '-in-law'

function formsOfInLaw(word: string): readonly string[] {
  const relation = word.slice(0, -IN_LAW.length)
  const relatives = [relation, ...nounForms(relation)].filter((form) => !form.endsWith("'s"))
  const forms = [word, ...relatives.map((form) => form + IN_LAW)]
  return [...new Set([...forms, ...forms.map(possessive)])]
}

/** check-up has no forms of up, but check-ups. */
function formsOfCompound(before: string, last: string): readonly string[] {
  if (last === '') return [before]
  const forms = isUninflected(last) ? withS(last) : formsOfPart(last)
  return [...new Set(forms.map((form) => before + form))]
}

function formsOfPart(word: string): readonly string[] {
  if (!PLAIN_WORD.test(word)) return formsOfOddWord(word)
  if (isUninflected(word)) return [word]
  if (POSSESSIVE_ONLY.has(word)) return [word, possessive(word)]
  return irregularForms(word) ?? formsAsWritten(word) ?? regularForms(word)
}

/** A word of letters that English spelling knows: carer. */
const PLAIN_WORD = /^[a-z]+$/u

/** The end of a word that has an ending already: carer's, don't, they've, carers'. */
const CLITIC = /'(?:s|t|d|m|re|ve|ll)?$/u

function formsOfOddWord(word: string): readonly string[] {
  if (CLITIC.test(word) || word === '') return [word]
  return word.endsWith('s') ? [word, possessive(word)] : withS(word)
}

function withS(word: string): readonly string[] {
  return [word, `${word}s`, possessive(word)]
}

function possessive(word: string): string {
  return `${word}'s`
}

// ----------------------------------------------------------------------- words without endings

/** An adjective or adverb by its ending: careful, careless, anxious, capable, badly. */
const ADJECTIVE = /...(?:ful|less|ous|able|ible)$/u
const ADVERB = /..ly$/u

function isUninflected(word: string): boolean {
  if (UNINFLECTED.has(word)) return true
  if (ADVERB.test(word)) return !NOT_ADVERBS.has(word)
  return ADJECTIVE.test(word) && !NOT_ADJECTIVES.has(word)
}

// ----------------------------------------------------------------------------- irregular words

function irregularForms(word: string): readonly string[] | undefined {
  const verb = irregularVerbForms(word)
  if (verb !== undefined) return verb
  return isIrregularNoun(word) ? [word, ...nounForms(word)] : irregularPluralForms(word)
}

/** Forms of an irregular verb, alone or after a prefix: build, rebuild. */
function irregularVerbForms(word: string): readonly string[] | undefined {
  const whole = WHOLE_VERBS.get(word)
  if (whole !== undefined) return [word, ...whole, possessive(word)]
  const pasts = IRREGULAR_VERBS.get(word)
  if (pasts !== undefined) return verbForms(word, pasts)
  if (REGULAR_VERBS.has(word)) return undefined
  return prefixedVerbForms(word)
}

function prefixedVerbForms(word: string): readonly string[] | undefined {
  for (const prefix of VERB_PREFIXES) {
    if (!word.startsWith(prefix)) continue
    const forms = irregularVerbForms(word.slice(prefix.length))
    if (forms !== undefined) return forms.map((form) => prefix + form)
  }
  return undefined
}

function isIrregularNoun(word: string): boolean {
  return IRREGULAR_NOUNS.has(word) || compoundHead(word) !== undefined
}

/** man of chairman, child of grandchild. */
function compoundHead(word: string): string | undefined {
  if (NOT_COMPOUNDS.has(word)) return undefined
  return COMPOUND_HEADS.find((head) => word.length > head.length + 1 && word.endsWith(head))
}

function irregularPlurals(word: string): readonly string[] | undefined {
  const plurals = IRREGULAR_NOUNS.get(word)
  if (plurals !== undefined) return plurals
  const head = compoundHead(word)
  const before = word.slice(0, word.length - (head?.length ?? 0))
  return IRREGULAR_NOUNS.get(head ?? '')?.map((plural) => before + plural)
}

/** children: child, child's, children's; nothing for a word that is no irregular plural. */
function irregularPluralForms(word: string): readonly string[] | undefined {
  if (FORMS_OF_TWO_WORDS.has(word)) return [word]
  const singular = SINGULARS.get(word) ?? singularOfCompound(word)
  if (singular === undefined) return undefined
  return [word, singular, ...possessivesOf([word]), possessive(singular)]
}

function singularOfCompound(word: string): string | undefined {
  if (NOT_COMPOUNDS.has(word)) return undefined
  for (const head of COMPOUND_HEADS) {
    for (const plural of IRREGULAR_NOUNS.get(head) ?? []) {
      const before = word.slice(0, -plural.length)
      if (before.length > 1 && word.endsWith(plural)) return before + head
    }
  }
  return undefined
}

const SINGULARS = invert(IRREGULAR_NOUNS)
const PASTS = invert(IRREGULAR_VERBS)
const WHOLE_FORMS = invert(WHOLE_VERBS)

function invert(table: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const byForm = new Map<string, string>()
  for (const [base, forms] of table) for (const form of forms) byForm.set(form, base)
  return byForm
}

// --------------------------------------------------------------- words written in one form

/** A form in -ing of a word that has another vowel: moving, feeling; not bring. */
const GERUND = /[aeiouy].*ing$/u

/** A past form in -ed of a word that has another vowel: moved; not shed. */
const PAST = /[aeiouy].*ed$/u

function formsAsWritten(word: string): readonly string[] | undefined {
  if (WHOLE_FORMS.has(word) && !word.endsWith('ing')) return [word]
  if (isIrregularPast(word)) return [word]
  if (PAST.test(word) && !BASES_IN_ED.has(word)) return [word]
  if (GERUND.test(word)) return withS(word)
  return pluralForms(word)
}

function isIrregularPast(word: string): boolean {
  if (NOUNS.has(word) || REGULAR_VERBS.has(word)) return false
  if (PASTS.has(word)) return true
  for (const prefix of VERB_PREFIXES) {
    if (word.startsWith(prefix) && PASTS.has(word.slice(prefix.length))) return true
  }
  return false
}

function pluralForms(word: string): readonly string[] | undefined {
  if (!isPlural(word)) return undefined
  const singular = singularOf(word)
  if (isUninflected(singular)) return [word]
  const forms = [word, singular, possessive(singular)]
  return VOWEL.test(word) ? forms : [...forms, possessive(word)]
}

/** A letter that can be a vowel; there is none in an abbreviation such as nhs. */
const VOWEL = /[aeiouy]/u

function isPlural(word: string): boolean {
  if (SINGULARS_IN_I_AND_U.has(word.slice(0, -1))) return word.endsWith('s')
  return word.length > 2 && PLURAL_IN_S.test(word) && !SINGULARS_IN_S.has(word)
}

/** A word in -s after another letter than s, u or i: carers, sofas. */
const PLURAL_IN_S = /[^sui]s$/u

// ------------------------------------------------------------------------------ regular endings

function regularForms(word: string): readonly string[] {
  return isOnlyNoun(word) ? [word, ...nounForms(word)] : verbForms(word, pastsOf(word))
}

/** A noun by its ending: kindness, safety… , placement, therapist, organisation. */
const NOUN_ENDING =
  /..(?:ness|ity|ship|hood|ism|ist|logy|graphy|ian|i[sz]er|ment|tion|sion|ance|ence|ic|us|is)$/u

function isOnlyNoun(word: string): boolean {
  if (NOUNS.has(word) || !VOWEL.test(word)) return true
  if (!NOUN_ENDING.test(word)) return false
  return !NOT_ONLY_NOUNS.has(word) && !VERBS_IN_C.has(word) && !DOUBLING_OR_NOT.has(word)
}

/** Everything but the noun itself. */
function nounForms(word: string): readonly string[] {
  const plurals = irregularPlurals(word) ?? [pluralOf(word)]
  return [...plurals, possessive(word), ...possessivesOf(plurals)]
}

/** Possessives of plurals that do not end in s: children's, and childrens as many write it. */
function possessivesOf(plurals: readonly string[]): readonly string[] {
  const forms: string[] = []
  for (const plural of plurals) {
    if (plural.endsWith('s')) continue
    forms.push(possessive(plural))
    if (isPluralOfPeople(plural)) forms.push(`${plural}s`)
  }
  return forms
}

function isPluralOfPeople(plural: string): boolean {
  return PLURALS_OF_PEOPLE.has(plural) || plural.endsWith('men') || plural.endsWith('children')
}

function verbForms(word: string, pasts: readonly string[]): readonly string[] {
  return [word, pluralOf(word), ...pasts, ...gerundsOf(word), possessive(word)]
}
