/**
 * Answers that answer nothing, so that they are in no base.
 *
 * Only a whole answer counts, and only what cannot be speech: “No” and “Nothing” answer “What worries
 * you?”, and stay. They are no answers where the question asks for more (“Any other comments?”).
 */

/** Why an answer is none, or undefined if it is one. */
export function nonAnswer(answer: string, isAskedForMore: boolean): string | undefined {
  if (answer.length > LONGEST) return undefined
  if (SPREADSHEET_ERROR.test(answer)) return NIL
  const said = answer.toLowerCase().replace(APOSTROPHE, "'").replace(EDGES, '').replace(GAPS, ' ')
  if (said === '') return answer.trim() === '' ? BLANK : EMOJI.test(answer) ? undefined : NIL
  if (NILS.has(said)) return NIL
  if (NOT_KNOWING.has(said)) return NOT_KNOWN
  if (pointsElsewhere(said.split(' '))) return REFERS
  return isAskedForMore && NO_MORE.has(said) ? NIL : undefined
}

/** Whether a question asks for more than the questions before it, by its words. */
export function asksForMore(question: string): boolean {
  return MORE.test(question)
}

function pointsElsewhere(words: readonly string[]): boolean {
  const [first = ''] = words
  const isNumber = (word: string) => QUESTION_NUMBER.test(word)
  return (
    POINTING.has(first) &&
    words.some((word) => PLACES.has(word) || isNumber(word)) &&
    words.every((w) => POINTING.has(w) || PLACES.has(w) || BETWEEN.has(w) || isNumber(w))
  )
}

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split('|')))
}

const BLANK = 'no answer (blank)'
const NIL = 'no answer (n/a)'
const NOT_KNOWN = "no answer (don't know)"
const REFERS = 'no answer (refers elsewhere)'

/** What forms and their exports hold for an answer that was not given. */
const NILS = wordsOf(
  'n/a|n.a|na|n a|n\\a|not applicable|null|nil|nan|x|none given|none provided|no data|no answer',
  'no response|no reply|not answered|not provided|not stated|did not answer|left blank|skipped',
  'no comment|no comments|no further comment|no further comments|no other comments',
  'nothing to add|nothing further to add|nothing else to add|nothing more to add',
  'prefer not to say|prefer not to answer|rather not say',
)
/** What is no answer to “Anything else?”. */
const NO_MORE = wordsOf(
  'no|nope|none|nothing|nothing else|nothing more|no thanks|no thank you|no more|not really',
  'not at the moment|not at this time|none at this time|nothing at this time',
)
const NOT_KNOWING = wordsOf(
  "don't know|dont know|do not know|i don't know|i dont know|i do not know|dunno|i dunno|idk|dk",
)
/** First words of an answer that points elsewhere: “see above”, “same as Q3”. */
const POINTING = wordsOf('see|as|same|ditto|please|pls|refer|already|answered|covered|mentioned')
/** What it points at. */
const PLACES = wordsOf(
  'above|before|below|previous|previously|last|earlier|attached|attachment|attachments|email|e-mail',
  'letter|document|submission|answered|covered|mentioned|ditto',
)
/** What may stand between: “please see my answer to question 4 above”. */
const BETWEEN = wordsOf(
  'to|the|my|our|in|at|for|per|stated|said|noted|given|answer|answers|response|responses|comment',
  'comments|question|questions|q|no|number|and|covering|separate|file',
)
/** "q3", "4", "12b" */
const QUESTION_NUMBER = /^q?\d{1,3}[a-z]?$/u
/** "#N/A", "#REF!": what a spreadsheet shows where a formula fails. */
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/u
/** "Any other comments?", "Is there anything else you would like to tell us?" */
const MORE =
  /\b(?:any ?thing (?:else|more|further|to add)|any (?:other|further|additional|more|final)|(?:other|further|additional|final|general) (?:comments?|thoughts|suggestions|remarks|feedback|information)|any comments|like to add)\b/iu
const APOSTROPHE = /[’‘`´]/gu
/** Punctuation and white space at both ends: `"N/A."` */
const EDGES = /^[\s\p{P}\p{S}\p{Cc}]+|[\s\p{P}\p{S}\p{Cc}]+$/gu
const GAPS = /\s+/gu
/** "👍", ":)": short, and yet an answer. */
const EMOJI = /\p{Extended_Pictographic}|[:;=][-']?[)(DPp3/|\]]|<3/u
/** UTF-16 code units: no non-answer is longer. */
const LONGEST = 60
