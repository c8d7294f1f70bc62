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
  WORD_BIT,
} from './characters.ts'
import {
  FIRST_PRIME,
  type HashedWord,
  LONGEST_FORM,
  SECOND_PRIME,
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

/** UTF-16 code units; the notes on so many fit in the nearest cache of a processor. */
const BLOCK = 2048
/** Classes of characters that need a closer look. */
const NOT_PLAIN = (1 << UNKNOWN) | (1 << SURROGATE) | (1 << INNER)
/**
 * What is noted of one block: where runs of letters and digits begin and end, in turn, and both
 * hashes of all that stands before each code unit. Constants of the module, which V8 compiles into
 * the loop (a third faster than arrays of an object); each block writes over the one before.
 */
const EDGES = new Int32Array(BLOCK + 4)
const FIRSTS = new Int32Array(BLOCK + 1)
const SECONDS = new Int32Array(BLOCK + 1)
const FIRST_POWERS = powersOf(FIRST_PRIME)
const SECOND_POWERS = powersOf(SECOND_PRIME)

function powersOf(prime: number): Int32Array {
  const powers = new Int32Array(LONGEST_FORM + 1).fill(1)
  for (let i = 1; i < powers.length; i += 1) powers[i] = Math.imul(powers[i - 1] ?? 0, prime)
  return powers
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

/** Reads a run block by block: what is noted of the code units of one stays in the nearest cache. */
function readRun(codes: Uint16Array, start: number, end: number, target: WordTarget): void {
  for (let at = start; at < end; ) {
    const next = endOfBlock(codes, at, end)
    const isNoted = next - at <= BLOCK && noteBlock(codes, at, next)
    if (isNoted) readNoted(codes, at, next, target)
    else readLetters(codes, at, next, target)
    at = next
  }
}

/** A block ends behind a character that stands between words, so that no word is cut. */
function endOfBlock(codes: Uint16Array, start: number, end: number): number {
  const most = start + BLOCK
  if (most >= end) return end
  let at = most
  while (at > start && classOfCharacter(codes[at - 1] ?? 0) !== OTHER) at -= 1
  if (at > start) return at
  at = most
  while (at < end && classOfCharacter(codes[at] ?? 0) !== OTHER) at += 1
  return at
}

// The hot loop of the program: one pass of code units without a branch, since processors guess badly
// where words end. The hash of a word is the difference of two hashes of all that stands before its
// ends (Karp and Rabin 1987). False where a character needs a closer look.
function noteBlock(codes: Uint16Array, start: number, end: number): boolean {
  let count = 0
  let before = 0
  let seen = 0
  let first = 0
  let second = 0
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? 0
    const kind = CHARACTER_CLASSES[code] ?? UNKNOWN
    const isWord = kind >> WORD_BIT
    seen |= 1 << kind
    EDGES[count] = at
    count += isWord ^ before
    before = isWord
    FIRSTS[at - start] = first
    SECONDS[at - start] = second
    first = (Math.imul(first, FIRST_PRIME) + code) | 0
    second = (Math.imul(second, SECOND_PRIME) + code) | 0
  }
  FIRSTS[end - start] = first
  SECONDS[end - start] = second
  EDGES.fill(end, count, count + 3)
  return (seen & NOT_PLAIN) === 0
}

/** Adds the words of a block that was noted, one look-up each; nothing is allocated. */
function readNoted(
  codes: Uint16Array,
  start: number,
  end: number,
  { vocabulary, words }: WordTarget,
): void {
  while (words.starts.length < words.length + (end - start)) grow(words)
  const { starts, ends, classes, compounds } = words
  const word: HashedWord = { start, end, first: 0, second: 0 }
  let count = words.length
  let joinedFrom = -1
  for (let edge = 0; (EDGES[edge] ?? end) < end; edge += 2) {
    const from = EDGES[edge] ?? end
    let to = EDGES[edge + 1] ?? end
    let mark = CHARACTER_CLASSES[codes[to] ?? 0] ?? UNKNOWN
    while (mark === APOSTROPHE && to + 1 < end && EDGES[edge + 2] === to + 1) {
      edge += 2
      to = EDGES[edge + 1] ?? end
      mark = CHARACTER_CLASSES[codes[to] ?? 0] ?? UNKNOWN
    }
    word.start = from
    word.end = to
    word.first = hashBetween(FIRSTS, from - start, to - start, FIRST_POWERS)
    word.second = hashBetween(SECONDS, from - start, to - start, SECOND_POWERS)
    starts[count] = from
    ends[count] = to
    classes[count] = to - from <= LONGEST_FORM ? vocabulary.classOf(codes, word) : 0
    compounds[count] = 0
    if (joinedFrom >= 0) {
      compounds[joinedFrom] = vocabulary.classOfCompound(codes, starts[joinedFrom] ?? 0, to)
    }
    const isJoined = mark === HYPHEN && to + 1 < end && EDGES[edge + 2] === to + 1
    joinedFrom = isJoined ? count : -1
    count += 1
  }
  words.length = count
}

/** The hash of what stands between two code units of a block. */
function hashBetween(hashes: Int32Array, left: number, right: number, powers: Int32Array): number {
  const before = Math.imul(hashes[left] ?? 0, powers[right - left] ?? 0)
  return ((hashes[right] ?? 0) - before) | 0
}

/**
 * Adds the words of a block letter by letter: for blocks with characters that need a closer look,
 * such as combining marks, emoji and letters outside the Basic Multilingual Plane.
 */
function readLetters(codes: Uint16Array, start: number, end: number, target: WordTarget): void {
  const { vocabulary, words } = target
  const word: HashedWord = { start, end, first: 0, second: 0 }
  let joinedFrom = -1
  let at = start
  while (at < end) {
    let code = codes[at] ?? 0
    let kind = classOfCharacter(code)
    if (kind === SURROGATE && isWordHalf(codes, at, end)) kind = WORD
    if (kind !== WORD) {
      at += 1
      continue
    }
    word.start = at
    let first = 0
    let second = 0
    for (;;) {
      first = (Math.imul(first, FIRST_PRIME) + code) | 0
      second = (Math.imul(second, SECOND_PRIME) + code) | 0
      at += 1
      if (at === end) break
      code = codes[at] ?? 0
      kind = classOfCharacter(code)
      if (kind === WORD || kind === INNER) continue
      if (kind === APOSTROPHE && at + 1 < end && isWordAt(codes, at + 1, end)) continue
      if (kind === SURROGATE && isWordHalf(codes, at, end)) continue
      break
    }
    word.end = at
    word.first = first
    word.second = second
    if (words.length === words.starts.length) grow(words)
    const { starts, ends, classes, compounds, length } = words
    starts[length] = word.start
    ends[length] = at
    classes[length] = vocabulary.classOf(codes, word)
    compounds[length] = 0
    words.length = length + 1
    if (joinedFrom >= 0) {
      compounds[joinedFrom] = vocabulary.classOfCompound(codes, starts[joinedFrom] ?? 0, at)
    }
    const isJoined = kind === HYPHEN && at + 1 < end && isWordAt(codes, at + 1, end)
    joinedFrom = isJoined ? length : -1
  }
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
