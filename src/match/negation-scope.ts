import {
  CUE_NO,
  CUE_NOT,
  CUE_OTHER,
  ENDS_CLAUSE,
  endsClause,
  JOINS_CLAUSES,
  SUBJECT,
  UNDOES_NO,
  UNDOES_NOT,
} from './negation.ts'
import type { Ground } from './occurrences.ts'

/** How many words a cue reaches at most: speech may be written down without a clause end for pages. */
const LONGEST_REACH = 20

/** Whether a cue before word `first` reaches it, looking back no further than word `from`. */
export function isNegated(ground: Ground, first: number, from: number): boolean {
  const { codes, words, atoms } = ground
  let following = atoms.negation(words.classes[first] ?? 0)
  const last = Math.max(from, first - LONGEST_REACH)
  for (let word = first - 1; word >= last; word -= 1) {
    if (endsClause(codes, words.ends[word] ?? 0, words.starts[word + 1] ?? 0)) return false
    const flags = atoms.negation(words.classes[word] ?? 0)
    if ((flags & ENDS_CLAUSE) !== 0) return false
    if ((flags & JOINS_CLAUSES) !== 0 && (following & SUBJECT) !== 0) return false
    if (isCue(flags, following)) return true
    following = flags
  }
  return false
}

function isCue(flags: number, following: number): boolean {
  if ((flags & CUE_OTHER) !== 0) return true
  if ((flags & CUE_NOT) !== 0) return (following & UNDOES_NOT) === 0
  // Before a subject `no` is an answer: “no I like it”.
  return (flags & CUE_NO) !== 0 && (following & (UNDOES_NO | SUBJECT)) === 0
}
