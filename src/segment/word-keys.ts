/**
 * Words as numbers, so that a word of the text can be looked up in a list without making a string.
 */

import { CLASSES, classAt, DIGIT, isLetterClass } from './character-classes.ts'

/** The key of what is not a word of one to ten letters from a to z. */
const NO_KEY = 0
const LONGEST = 10

/** A word of the text, from its first letter to the last before a stop; dots inside belong to it. */
export interface LastWord {
  start: number
  /** Its letters as one number, whatever their case; `NO_KEY` where it is no such word. */
  key: number
  /** Letters and digits in it. */
  letters: number
  /** The longest run of letters between its dots. */
  longest: number
  hasDots: boolean
  hasDigits: boolean
}

/** The key of the letters from `start` to `end`, five bits a letter, dots passed over. */
export function keyOf(codes: Uint16Array, start: number, end: number): number {
  let key = 0
  let letters = 0
  for (let i = start; i < end; i += 1) {
    const code = codes[i] ?? 0
    if (code === 0x2e) continue
    const letter = (code | 0x20) - 0x60
    if (code < 0x41 || letter < 1 || letter > 26 || letters === LONGEST) return NO_KEY
    key = key * 32 + letter
    letters += 1
  }
  return key
}

/** The keys of the words in a list such as `mr mrs dr`. */
export function keysOf(words: string): ReadonlySet<number> {
  const keys = new Set<number>()
  for (const word of words.split(/\s+/u)) {
    if (word === '') continue
    const codes = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
    const key = keyOf(codes, 0, codes.length)
    if (key === NO_KEY) throw new Error(`not a word of one to ten letters: ${word}`)
    keys.add(key)
  }
  return keys
}

/** Where the letters that begin at `start` end; looks no further than one letter past ten. */
export function endOfLetters(codes: Uint16Array, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST + 1)
  let i = start
  while (i < limit && isLetterClass(classAt(codes, i))) i += 1
  return i
}

const FURTHEST = 24

/** Reads the word that ends right before `end` into `word`; looks back no further than `from`. */
export function readLastWord(codes: Uint16Array, from: number, end: number, word: LastWord): void {
  const limit = Math.max(from, end - FURTHEST)
  let start = end
  let run = 0
  word.letters = 0
  word.longest = 0
  word.hasDots = false
  word.hasDigits = false
  while (start > limit) {
    const code = codes[start - 1] ?? 0
    const kind = CLASSES[code] ?? 0
    if (code === 0x2e && start < end) {
      word.hasDots = true
      run = 0
    } else if (isLetterClass(classAt(codes, start - 1)) || kind === DIGIT) {
      if (kind === DIGIT) word.hasDigits = true
      word.letters += 1
      run += 1
      if (run > word.longest) word.longest = run
    } else break
    start -= 1
  }
  word.start = start
  word.key = word.hasDigits || word.letters > LONGEST ? NO_KEY : keyOf(codes, start, end)
}
