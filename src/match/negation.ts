/**
 * Negation cues and how far they reach.
 *
 * A cue reaches forward from itself to the end of its clause: a comma, semicolon, colon, dash or
 * bracket, a word such as `but`, or `and` with a new subject. What only looks like negation (`not
 * only`, `no doubt`, `can't wait`, the answer in `no I like it`) does not count. A cue inside a match does not negate it:
 * that is the matcher's affair, which looks at the words before a match.
 *
 * After Chapman et al. 2001 (NegEx) in kind: cues, pseudo-negations and terminators.
 */

/** `not` and words with `n't`. */
export const CUE_NOT = 1
/** `no`. */
export const CUE_NO = 2
/** Cues that have no false friends: `never`, `without`, `nobody`. */
export const CUE_OTHER = 4
/** Words that undo a `not` before them: `not only`, `can't wait`. */
export const UNDOES_NOT = 8
/** Words that undo a `no` before them: `no doubt`. */
export const UNDOES_NO = 16
/** Words that end a clause: `but`. */
export const ENDS_CLAUSE = 32
/** `and`, `so`, `or`: end a clause when a new subject follows. */
export const JOINS_CLAUSES = 64
/** Pronouns that open a clause as its subject. */
export const SUBJECT = 128

const WORDS_BY_FLAG: readonly (readonly [flag: number, words: string])[] = [
  [
    CUE_NOT,
    'not cannot dont didnt doesnt cant couldnt wont wouldnt isnt wasnt arent werent havent hasnt hadnt shouldnt mustnt mightnt neednt shant aint dinnae didnae cannae wasnae isnae wouldnae couldnae hasnae havenae willnae',
  ],
  [CUE_NO, 'no nae'],
  [
    CUE_OTHER,
    'never without hardly barely scarcely rarely seldom nobody none neither nor nothing nowhere noone lack lacks lacked lacking',
  ],
  [UNDOES_NOT, 'only just merely simply wait necessarily'],
  [UNDOES_NO, 'doubt wonder matter question'],
  [
    ENDS_CLAUSE,
    'but although though however except nevertheless whereas while because unless until if when which',
  ],
  [JOINS_CLAUSES, 'and so or then'],
  [
    SUBJECT,
    'i im ive you youre youve he she it its we weve they theyre theyve there theres this that thats these those my your his her our their',
  ],
]

const FLAGS = new Map<string, number>()
for (const [flag, words] of WORDS_BY_FLAG) {
  for (const word of words.split(' ')) FLAGS.set(word, (FLAGS.get(word) ?? 0) | flag)
}

/** What a normalised word form is to negation; 0 for most words. */
export function negationFlags(form: string): number {
  if (form.endsWith("n't")) return CUE_NOT
  const apostrophe = form.indexOf("'")
  if (apostrophe < 0) return FLAGS.get(form) ?? 0
  // I'm, they've, nobody's: what counts is the word before the apostrophe.
  return (FLAGS.get(form.slice(0, apostrophe)) ?? 0) & (SUBJECT | CUE_OTHER)
}

/** Comma, semicolon, colon, brackets, dashes, question and exclamation marks. */
const CLAUSE_ENDS = new Set([...',;:()[]–—―!?'].map((mark) => mark.charCodeAt(0)))
/** Brackets and what closes them. */
const CLOSES = new Map([
  [0x28, 0x29],
  [0x5b, 0x5d],
])

/**
 * Whether a mark between two words ends a clause; a spaced hyphen does, too. Brackets that close
 * again before the next word hold no words, so they are a mark such as `[laughs]`, and do not.
 */
export function endsClause(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? 0
    const close = CLOSES.get(code)
    const closed = close === undefined ? -1 : codes.subarray(at, end).indexOf(close)
    if (closed > 0) {
      at += closed
      continue
    }
    if (CLAUSE_ENDS.has(code)) return true
    if (code === 0x2d && end - start > 1) return true
  }
  return false
}
