/**
 * A cache of the distinct word forms met so far and their classes.
 *
 * Forms are kept as typed, case and accents included, so that the hot loop folds nothing. A form is
 * known by two independent hashes of 32 bits each: in a corpus of a million distinct forms the chance
 * that any two share both is one in ten million. The table is bounded: when it is full it is emptied
 * and fills again, which changes nothing but the time.
 */

/** A hash is a polynomial of the code units; these are what each unit multiplies the two by. */
export const FIRST_PRIME = 0x2c1b3c6d
export const SECOND_PRIME = 0x5bd1e995

/** Looks up words as they stand in a text. */
export interface Vocabulary {
  /** Class of the word `codes[start, end)`, whose two hashes the caller computed on the way. */
  classOf(codes: Uint16Array, word: HashedWord): number
  /** Class of two words and the hyphen that joins them, taken as one. */
  classOfCompound(codes: Uint16Array, start: number, end: number): number
}

/** A word of the text; one object serves for all words of a passage. */
export interface HashedWord {
  start: number
  end: number
  first: number
  second: number
}

const FIRST_SLOTS = 1 << 13
const MOST_SLOTS = 1 << 18
/** Both hashes, the class, and 1 where the slot is taken. */
const FIELDS = 4
/** A longer run of letters is no word of any codebook. */
export const LONGEST_FORM = 256

/**
 * An empty cache over the classifiers of raw forms and of raw compounds such as `well-being`. It is
 * emptied when half of `mostSlots`, a power of two, are taken.
 */
export function vocabulary(
  classify: (form: string) => number,
  classifyCompound: (form: string) => number,
  mostSlots = MOST_SLOTS,
): Vocabulary {
  let slots = new Int32Array(FIELDS * FIRST_SLOTS)
  let mask = FIRST_SLOTS - 1
  let count = 0

  function classOf(codes: Uint16Array, { start, end, first, second }: HashedWord): number {
    for (let slot = placeOf(first) & mask; ; slot = (slot + 1) & mask) {
      const at = FIELDS * slot
      if (slots[at] === first && slots[at + 1] === second && slots[at + 3] === 1) {
        return slots[at + 2] ?? 0
      }
      if (slots[at + 3] === 0) return remember(codes, { start, end, first, second })
    }
  }

  function remember(codes: Uint16Array, { start, end, first, second }: HashedWord): number {
    const found = classifyAt(codes, start, end)
    if (2 * count >= mask) makeRoom()
    insert(first, second, found)
    return found
  }

  function classifyAt(codes: Uint16Array, start: number, end: number): number {
    if (end - start > LONGEST_FORM) return 0
    const form = String.fromCharCode(...codes.subarray(start, end))
    return HYPHEN_IN_FORM.test(form) ? classifyCompound(form) : classify(form)
  }

  function insert(first: number, second: number, found: number): void {
    let slot = placeOf(first) & mask
    while (slots[FIELDS * slot + 3] === 1) slot = (slot + 1) & mask
    slots.set([first, second, found, 1], FIELDS * slot)
    count += 1
  }

  function makeRoom(): void {
    const old = slots
    count = 0
    if (mask + 1 >= mostSlots) {
      slots.fill(0)
      return
    }
    slots = new Int32Array(2 * old.length)
    mask = 2 * mask + 1
    for (let at = 0; at < old.length; at += FIELDS) {
      if (old[at + 3] === 1) insert(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0)
    }
  }

  function classOfCompound(codes: Uint16Array, start: number, end: number): number {
    let first = 0
    let second = 0
    for (let at = start; at < end; at += 1) {
      first = (Math.imul(first, FIRST_PRIME) + (codes[at] ?? 0)) | 0
      second = (Math.imul(second, SECOND_PRIME) + (codes[at] ?? 0)) | 0
    }
    return classOf(codes, { start, end, first, second })
  }

  return { classOf, classOfCompound }
}

/** Only compounds hold a hyphen. */
const HYPHEN_IN_FORM = /[-\u2010-\u2013]/u

/** The slot where the search for a hash begins. */
function placeOf(hash: number): number {
  return hash ^ (hash >>> 15)
}
