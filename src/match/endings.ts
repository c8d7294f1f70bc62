/**
 * How English spells the endings of regular words: -s, -ed, -ing. Nothing here asks whether a word
 * takes an ending; `inflect.ts` does.
 */
import {
  DOUBLING,
  DOUBLING_OR_NOT,
  KEEPING_E_OR_NOT,
  PLURALS_IN_CHS,
  PLURALS_IN_OES,
  SINGULARS_IN_CHE,
  SINGULARS_IN_IE,
  SINGULARS_IN_OE,
  SINGULARS_IN_S,
  SINGULARS_IN_US,
  VERBS_IN_C,
} from './irregular-forms.ts'

/** A word that takes -es: boss, box, church, wish, quizz. */
const TAKES_ES = /(?:s|x|z|ch|sh)$/u

/** A word in y after a consonant, or quy: family. */
const CONSONANT_Y = /(?:[^aeiou]|qu)y$/u

/** The form in -s, of nouns and verbs alike: carers, boxes, families, crises. */
export function pluralOf(word: string): string {
  if (CONSONANT_Y.test(word)) return `${word.slice(0, -1)}ies`
  if (PLURALS_IN_OES.has(word)) return `${word}es`
  if (!TAKES_ES.test(word) || PLURALS_IN_CHS.has(word)) return `${word}s`
  return word === 'quiz' ? 'quizzes' : `${word}es`
}

/** Endings of plurals in -es, and how much of a plural they leave: boxes, classes, wishes. */
const PLURAL_IN_ES = /(?:ss|x|sh|zz|tz)es$/u

/** The noun, or the base form of the verb, of a form in -s: family of families. */
export function singularOf(plural: string): string {
  const withoutS = plural.slice(0, -1)
  const withoutEs = plural.slice(0, -2)
  if (plural.endsWith('ies')) return singularOfIes(plural)
  if (PLURAL_IN_ES.test(plural)) return plural === 'quizzes' ? 'quiz' : withoutEs
  if (plural.endsWith('ches')) return SINGULARS_IN_CHE.has(withoutS) ? withoutS : withoutEs
  if (plural.endsWith('oes')) return SINGULARS_IN_OE.has(withoutS) ? withoutS : withoutEs
  return plural.endsWith('ses') && isSingularInS(withoutEs) ? withoutEs : withoutS
}

function isSingularInS(word: string): boolean {
  return SINGULARS_IN_S.has(word) || SINGULARS_IN_US.has(word)
}

function singularOfIes(plural: string): string {
  const withoutS = plural.slice(0, -1)
  const isShort = plural.length < 5
  return isShort || SINGULARS_IN_IE.has(withoutS) ? withoutS : `${plural.slice(0, -3)}y`
}

/** The past forms in -ed; two where both are in use: focused, focussed. */
export function pastsOf(word: string): readonly string[] {
  if (word.endsWith('e')) return [`${word}d`]
  if (CONSONANT_Y.test(word)) return [`${word.slice(0, -1)}ied`]
  return stemsBeforeVowel(word).map((stem) => `${stem}ed`)
}

/** The forms in -ing; two where both are in use: ageing, aging. */
export function gerundsOf(word: string): readonly string[] {
  if (word.endsWith('ie') && word.length < 7) return [`${word.slice(0, -2)}ying`]
  if (KEEPING_E_OR_NOT.has(word)) return [`${word}ing`, `${word.slice(0, -1)}ing`]
  if (DROPS_E.test(word)) return [`${word.slice(0, -1)}ing`]
  return stemsBeforeVowel(word).map((stem) => `${stem}ing`)
}

/** A word that loses its e before -ing: care, argue; not agree, tiptoe, dye. */
const DROPS_E = /.[^eoy]e$/u

/** A word of one syllable with one short vowel, which doubles its last letter: hop, quiz. */
const SHORT_AND_CLOSED = /^[^aeiou]*(?:qu)?[aeiouy][bcdfgklmnprstvz]$/u

/** A word of more syllables in a vowel and l: travel gives travelled, and traveled. */
const ENDS_IN_L = /[aeiouy].*[^aeiou][aeiou]l$/u

function stemsBeforeVowel(word: string): readonly string[] {
  const doubled = word + word.slice(-1)
  if (DOUBLING_OR_NOT.has(word)) return word.endsWith('l') ? [doubled, word] : [word, doubled]
  if (VERBS_IN_C.has(word)) return [`${word}k`]
  if (DOUBLING.has(word) || SHORT_AND_CLOSED.test(word)) return [doubled]
  return ENDS_IN_L.test(word) ? [doubled, word] : [word]
}
