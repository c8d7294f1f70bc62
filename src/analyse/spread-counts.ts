/** In how many segments, documents and speakers something occurs; documents come one after another. */

/** Counts of one rule or theme. */
export interface Spread {
  segments: number
  documents: number
  speakers: number
}

/** Counts things that are known by an index. */
export interface SpreadCounter {
  beginDocument(): void
  /** Something in a segment, once for each; `speakers` are those who say it. */
  add(index: number, speakers: readonly string[]): void
  of(index: number): Readonly<Spread>
}

/** A counter for so many things. A speaker is somebody in one document. */
export function spreadCounter(size: number): SpreadCounter {
  const counts = Array.from(
    { length: size },
    (): Spread => ({ segments: 0, documents: 0, speakers: 0 }),
  )
  const lastDocument = new Int32Array(size)
  let document = 0
  let spoken = new Map<string, Set<number>>()

  return {
    beginDocument() {
      document += 1
      spoken = new Map()
    },
    add(index, speakers) {
      const spread = counts[index]
      if (spread === undefined) return
      spread.segments += 1
      if (lastDocument[index] !== document) {
        lastDocument[index] = document
        spread.documents += 1
      }
      for (const speaker of speakers) {
        const said = spoken.get(speaker) ?? new Set()
        spoken.set(speaker, said)
        if (said.has(index)) continue
        said.add(index)
        spread.speakers += 1
      }
    },
    of: (index) => counts[index] ?? { segments: 0, documents: 0, speakers: 0 },
  }
}
