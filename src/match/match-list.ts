/** A growing list of matches in flat arrays: what the matcher gives and the coder takes. */
export interface MatchList {
  /** Index of the rule in `matcher.rules`. */
  rules: Int32Array
  /** First word, and the word after the last. */
  firsts: Int32Array
  ends: Int32Array
  /** One of the states below. */
  states: Uint8Array
  /** Where the match's parts begin in `parts`; they end where the next match's begin. */
  partsFrom: Int32Array
  /** First word and the word after the last of each part, in turn. */
  parts: Int32Array
  length: number
  partsLength: number
}

/** The match counts. */
export const KEPT = 0
/** The match counts, and stands in the scope of a negation cue. */
export const NEGATED = 1
/** Dropped: it lies inside, after or before a context of `unless`. */
export const EXCEPTED = 2
/** Dropped: it is negated, and its rule says `negation: exclude`. */
export const NEGATION_EXCLUDED = 3
/** Dropped: it is not negated, and its rule says `negation: only`. */
export const NOT_NEGATED = 4

/** An empty list. */
export function matchList(capacity = 256): MatchList {
  return {
    rules: new Int32Array(capacity),
    firsts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    states: new Uint8Array(capacity),
    partsFrom: new Int32Array(capacity),
    parts: new Int32Array(4 * capacity),
    length: 0,
    partsLength: 0,
  }
}

/** Empties a list and keeps its memory. */
export function clearMatches(list: MatchList): void {
  list.length = 0
  list.partsLength = 0
}

/** Adds a part to the match that is about to be added. */
export function pushPart(list: MatchList, first: number, end: number): void {
  if (list.partsLength + 2 > list.parts.length) list.parts = doubled(list.parts)
  list.parts[list.partsLength] = first
  list.parts[list.partsLength + 1] = end
  list.partsLength += 2
}

/** A match to add; its parts have been added before it, from `partsFrom` on. */
export interface NewMatch {
  readonly rule: number
  readonly first: number
  readonly end: number
  readonly state: number
  readonly partsFrom: number
}

/** Adds a match at the end of the list. */
export function pushMatch(list: MatchList, match: NewMatch): void {
  const at = list.length
  if (at === list.rules.length) grow(list)
  list.rules[at] = match.rule
  list.firsts[at] = match.first
  list.ends[at] = match.end
  list.states[at] = match.state
  list.partsFrom[at] = match.partsFrom
  list.length = at + 1
}

function grow(list: MatchList): void {
  list.rules = doubled(list.rules)
  list.firsts = doubled(list.firsts)
  list.ends = doubled(list.ends)
  list.partsFrom = doubled(list.partsFrom)
  const states = new Uint8Array(2 * list.states.length)
  states.set(list.states)
  list.states = states
}

function doubled(values: Int32Array): Int32Array {
  const larger = new Int32Array(2 * values.length)
  larger.set(values)
  return larger
}
