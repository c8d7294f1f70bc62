/** One bit for each sentence of a corpus, in order: whether it was coded. */
export interface SentenceNotes {
  push(isCoded: boolean): void
  at(index: number): boolean
}

/** An empty list of notes. */
export function sentenceNotes(): SentenceNotes {
  let bits = new Uint8Array(1024)
  let length = 0
  return {
    push(isCoded) {
      if (length === 8 * bits.length) {
        const larger = new Uint8Array(2 * bits.length)
        larger.set(bits)
        bits = larger
      }
      if (isCoded) bits[length >> 3] = (bits[length >> 3] ?? 0) | (1 << (length & 7))
      length += 1
    },
    at: (index) => ((bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0,
  }
}
