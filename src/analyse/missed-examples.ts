/**
 * Three uncoded segments for each missed word or phrase: readable ones, by different people, in
 * different words.
 */
import type { Candidate, CandidateTable } from './candidate-table.ts'
import type { MissedPhrase } from './missed-words.ts'

/** A segment without a theme that has the phrase. */
export interface MissedExample {
  /** `DOCUMENT:START-END` in code points. */
  readonly segmentId: string
  /** Line of the source, 1-based. */
  readonly line: number
  /** The sentence with the phrase. */
  readonly text: string
}

/** A sentence that could be an example; what it takes to show it is asked for only then. */
export interface Offer {
  /** Its number in the corpus: a sentence is an example once, however often it has the phrase. */
  readonly sentence: number
  readonly speaker: number
  readonly words: number
  make(): MissedExample
}

/** Takes sentences in the order of the text. */
export interface ExampleFinder {
  offer(key: number, offer: Offer): void
  /** For each missed phrase its examples, in the order of the text. */
  examples(): readonly (readonly MissedExample[])[]
}

const EXAMPLES = 3
/** Words of a sentence that is easy to read by itself. */
const READABLE = { least: 5, most: 40 }

interface Kept {
  readonly sentence: number
  readonly speaker: number
  readonly isReadable: boolean
  readonly make: () => MissedExample
}

/** A finder for the phrases that were chosen. */
export function exampleFinder(
  missed: readonly MissedPhrase[],
  table: CandidateTable,
): ExampleFinder {
  const indices = new Map<Candidate, number>()
  for (const [index, { members }] of missed.entries()) {
    for (const member of members) indices.set(member, index)
  }
  const lists = missed.map((): Kept[] => [])

  function offer(key: number, { sentence, speaker, words, make }: Offer): void {
    const candidate = table.find(key)
    const index = candidate && indices.get(candidate)
    const kept = index === undefined ? undefined : lists[index]
    if (index === undefined || kept === undefined) return
    if (kept.some((one) => one.sentence === sentence)) return
    const isReadable = words >= READABLE.least && words <= READABLE.most
    const offered: Kept = { sentence, speaker, isReadable, make }
    const best = bestOf([...kept, offered])
    if (!best.includes(offered)) return
    // What is kept must not hold the passage.
    const example = make()
    if (kept.some((one) => one.make().text === example.text)) return
    lists[index] = best.map((one) => (one === offered ? { ...one, make: () => example } : one))
  }

  return {
    offer,
    examples: () =>
      lists.map((kept) =>
        [...kept].sort((a, b) => a.sentence - b.sentence).map(({ make }) => make()),
      ),
  }
}

/** Readable ones first, among them one of each speaker before a second, then the earlier. */
function bestOf(kept: readonly Kept[]): Kept[] {
  const speakers = new Set<number>()
  return [...kept]
    .sort((a, b) => Number(b.isReadable) - Number(a.isReadable) || a.sentence - b.sentence)
    .map((one) => {
      const isSecond = speakers.has(one.speaker)
      speakers.add(one.speaker)
      return { one, rank: (one.isReadable ? 0 : 2) + (isSecond ? 1 : 0) }
    })
    .sort((a, b) => a.rank - b.rank || a.one.sentence - b.one.sentence)
    .slice(0, EXAMPLES)
    .map(({ one }) => one)
}
