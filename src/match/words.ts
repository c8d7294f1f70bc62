/**
 * Text → words: where each word stands and what the codebook knows of it.
 *
 * Every distinct form is looked up once and remembered as a class (a small integer); 0 is a word
 * that the codebook does not know. Spans stay those of the raw text.
 */
import type { SpanList } from '../span-list.ts'
import {
  APOSTROPHE,
  CHARACTER_CLASSES,
  classOfCharacter,
  HYPHEN,
  INNER,
  isWordPair,
  OTHER,
  SURROGATE,
  UNKNOWN,
  WORD,
} from './characters.ts'
import {
  FIRST_PRIME,
  FIRST_SEED,
  type HashedWord,
  SECOND_PRIME,
  SECOND_SEED,
  type Vocabulary,
} from './vocabulary.ts'

/** The words of a passage, in order, in flat arrays that are used again for the next passage. */
export interface Words {
  starts: Int32Array
  ends: Int32Array
  classes: Int32Array
  /** Class of this word and the next taken as one (`well-being`), 0 unless a hyphen joins them. */
  compounds: Int32Array
  length: number
}

/** An empty list of words. */
export function wordList(capacity = 4096): Words {
  return {
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    classes: new Int32Array(capacity),
    compounds: new Int32Array(capacity),
    length: 0,
  }
}

/** Where words go, and what knows about them. */
export interface WordTarget {
  readonly vocabulary: Vocabulary
  readonly words: Words
}

/**
 * Adds the words of a range to the list, leaving out those inside `silent` spans; `silent.from` is
 * the first of them that may lie here. Returns the first that may lie after.
 */
export function readWords(
  codes: Uint16Array,
  range: { readonly start: number; readonly end: number },
  silent: { readonly spans: SpanList; readonly from: number },
  target: WordTarget,
): number {
  let at = range.start
  let next = silent.from
  const { bounds, length } = silent.spans
  while (next < length && (bounds[2 * next + 1] ?? 0) <= at) next += 1
  while (next < length && (bounds[2 * next] ?? 0) < range.end) {
    readRun(codes, at, bounds[2 * next] ?? at, target)
    at = bounds[2 * next + 1] ?? at
    next += 1
  }
  readRun(codes, at, range.end, target)
  return next
}

// The hot loop of the program: one pass of code units, one look-up a word, nothing allocated. The
// end of a word is the one branch that processors guess badly, so nothing else loops over its letters.
function readRun(codes: Uint16Array, start: number, end: number, target: WordTarget): void {
  const { vocabulary, words } = target
  const word: HashedWord = { start, end, first: 0, second: 0 }
  let { starts, ends, classes, compounds } = words
  let count = words.length
  let joinedFrom = -1
  let at = start
  while (at < end) {
    let code = codes[at] ?? 0
    let kind = CHARACTER_CLASSES[code] ?? UNKNOWN
    if (kind !== WORD) {
      if (kind === UNKNOWN) kind = classOfCharacter(code)
      if (kind === SURROGATE && isWordHalf(codes, at, end)) kind = WORD
      if (kind !== WORD) {
        at += 1
        continue
      }
    }
    word.start = at
    let first = FIRST_SEED
    let second = SECOND_SEED
    for (;;) {
      first = Math.imul(first ^ code, FIRST_PRIME)
      second = Math.imul(second + code, SECOND_PRIME)
      at += 1
      if (at === end) break
      code = codes[at] ?? 0
      kind = CHARACTER_CLASSES[code] ?? UNKNOWN
      if (kind === WORD) continue
      if (kind === OTHER) break
      if (kind === UNKNOWN) kind = classOfCharacter(code)
      if (kind === WORD || kind === INNER) continue
      if (kind === APOSTROPHE && at + 1 < end && isWordAt(codes, at + 1, end)) continue
      if (kind === SURROGATE && isWordHalf(codes, at, end)) continue
      break
    }
    word.end = at
    word.first = first
    word.second = second
    if (count === starts.length) {
      grow(words)
      ;({ starts, ends, classes, compounds } = words)
    }
    starts[count] = word.start
    ends[count] = at
    classes[count] = vocabulary.classOf(codes, word)
    compounds[count] = 0
    if (joinedFrom >= 0) {
      compounds[joinedFrom] = vocabulary.classOfCompound(codes, starts[joinedFrom] ?? 0, at)
    }
    joinedFrom = kind === HYPHEN && at + 1 < end && isWordAt(codes, at + 1, end) ? count : -1
    count += 1
  }
  words.length = count
}

/** Whether a word character begins at a position. */
function isWordAt(codes: Uint16Array, at: number, end: number): boolean {
  const code = codes[at] ?? 0
  const kind = classOfCharacter(code)
  return kind === WORD || (kind === SURROGATE && isWordHalf(codes, at, end))
}

/** Whether the surrogate at a position belongs to a letter, as either half of its pair. */
function isWordHalf(codes: Uint16Array, at: number, end: number): boolean {
  const code = codes[at] ?? 0
  if (code >= 0xdc00) return at > 0 && isWordPair(codes[at - 1] ?? 0, code)
  return at + 1 < end && isWordPair(code, codes[at + 1] ?? 0)
}

function grow(words: Words): void {
  words.starts = doubled(words.starts)
  words.ends = doubled(words.ends)
  words.classes = doubled(words.classes)
  words.compounds = doubled(words.compounds)
}

function doubled(values: Int32Array): Int32Array {
  const larger = new Int32Array(2 * values.length)
  larger.set(values)
  return larger
}
