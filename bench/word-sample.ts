/** The words of a sample of a corpus: how frequent they are, and in which order they come. */

/** What a sample says about words. */
export interface WordSample {
  /** Distinct words in lower case, most frequent first; equally frequent ones by code unit. */
  readonly ranked: readonly string[]
  readonly rankByWord: ReadonlyMap<string, number>
  /** Stretches of words without punctuation between them. */
  readonly stretches: readonly (readonly string[])[]
}

/** A stretch of words with nothing but single spaces between them, for example `in the bus`. */
const STRETCH = /[a-zA-Z]+(?: [a-zA-Z]+)*/gu

/** Counts the plain words of some texts. */
export function wordSample(texts: readonly string[]): WordSample {
  const counts = new Map<string, number>()
  const stretches: (readonly string[])[] = []
  for (const text of texts) {
    for (const [found] of text.matchAll(STRETCH)) {
      const words = found.toLowerCase().split(' ')
      stretches.push(words)
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const byCount = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1),
  )
  const ranked = byCount.map(([word]) => word)
  return { ranked, rankByWord: new Map(ranked.map((word, rank) => [word, rank])), stretches }
}
