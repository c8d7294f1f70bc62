/** Names for the rows of a table that are safe in a document id and unique in the table. */
import { plainValue } from './cell-text.ts'

/** The part of a document's id behind `FILE#`. */
export interface RowName {
  readonly name: string
  /** Whether another row had the same id before. */
  readonly isRepeated: boolean
}

/**
 * Names rows by their ids. A row without one, or with one that is longer than any id, is named by its
 * number; one whose id was met before gets its number added.
 */
export function rowNames(): (id: string | undefined, rowNumber: number) => RowName {
  const seen = textSet()
  return (id, rowNumber) => {
    if (id === undefined) return { name: String(rowNumber), isRepeated: false }
    const written = plainValue(id)
    if (written === '' || written.length > LONGEST) {
      return { name: unused(`row-${rowNumber}`, rowNumber), isRepeated: false }
    }
    if (seen.add(written)) return { name: written, isRepeated: false }
    return { name: unused(`${written}.${rowNumber}`, rowNumber), isRepeated: true }
  }

  function unused(name: string, rowNumber: number): string {
    let free = name
    while (!seen.add(free)) free = `${free}.${rowNumber}`
    return free
  }
}

/**
 * A set of texts that keeps 64 bits of each instead of the text: a million ids take 16 MB. That two
 * ids share them is next to impossible, and would only add a number to the second.
 */
function textSet(): { add(text: string): boolean } {
  let slots = new Int32Array(2 * 1024)
  let count = 0
  function add(text: string): boolean {
    if (4 * count > slots.length) grow()
    const [high, low] = hashOf(text)
    if (!put(slots, high, low)) return false
    count += 1
    return true
  }
  function grow(): void {
    const more = new Int32Array(2 * slots.length)
    for (let at = 0; at < slots.length; at += 2) {
      const high = slots[at] ?? 0
      if (high !== 0) put(more, high, slots[at + 1] ?? 0)
    }
    slots = more
  }
  return { add }
}

/** Puts a hash into the first free slot from its own on; false if it is there. */
function put(slots: Int32Array, high: number, low: number): boolean {
  const mask = slots.length - 2
  for (let at = (2 * low) & mask; ; at = (at + 2) & mask) {
    if (slots[at] === 0) {
      slots[at] = high
      slots[at + 1] = low
      return true
    }
    if (slots[at] === high && slots[at + 1] === low) return false
  }
}

/** Two independent FNV-1a style hashes; the first is never 0, which means a free slot. */
function hashOf(text: string): readonly [number, number] {
  let high = 0x811c9dc5
  let low = 0x1b873593
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x5bd1e995)
    low ^= low >>> 15
  }
  return [high | 1, low]
}

/** UTF-16 code units. */
const LONGEST = 120
