/**
 * Counts of words and phrases in coded and uncoded speech, in bounded memory.
 *
 * When there are too many, those that are rarest so far are dropped (lossy counting after Manku and
 * Motwani 2002, VLDB): one that comes again begins anew. A count may be too low by `forgotten` at
 * most, and whatever is more frequent than that is surely there.
 */

/** A word or phrase of up to three words, by the numbers of its word forms. */
export interface Candidate {
  /** The numbers of its forms in one: `formsOfCandidate` takes them apart. */
  readonly key: number
  /** Occurrences in segments without a theme. */
  uncoded: number
  /** Occurrences in segments with one. */
  coded: number
  /** Who says it in uncoded segments: number of the speaker, occurrences, and so on. */
  readonly spoken: number[]
}

/** The words of each speaker and document, for bases and dispersion. */
export interface SpeakerList {
  /** For each speaker, the number of the document. */
  readonly documents: readonly number[]
  /** For each speaker, the words said in uncoded segments. */
  readonly words: readonly number[]
}

/** Whose segment it is that is being counted. */
export interface Speech {
  readonly speaker: number
  /** The first speaker of the same document. */
  readonly firstSpeaker: number
  readonly isCoded: boolean
}

/** A table of candidates; a candidate is asked for by its key. */
export interface CandidateTable {
  add(key: number, speech: Speech): void
  find(key: number): Candidate | undefined
  all(): Iterable<Candidate>
  readonly size: number
  /** Occurrences that a candidate may have lost at most. */
  readonly forgotten: number
}

/** Word forms must have numbers below this: three of them fit into one key. */
export const MOST_WORD_FORMS = 1 << 17
/** The key of a phrase of up to three words; 0 stands for a word that there is not. */
export function candidateKey(first: number, second = 0, third = 0): number {
  return (first * MOST_WORD_FORMS + second) * MOST_WORD_FORMS + third
}

/** The numbers of the word forms of a candidate. */
export function formsOfCandidate({ key }: Candidate): readonly number[] {
  const third = key % MOST_WORD_FORMS
  const rest = (key - third) / MOST_WORD_FORMS
  const second = rest % MOST_WORD_FORMS
  return [(rest - second) / MOST_WORD_FORMS, second, third].filter((form) => form > 0)
}

/** Candidates that are kept at a time. */
const MOST_CANDIDATES = 400_000
/** Pairs of candidate and speaker that are kept at a time. */
const MOST_SPOKEN = 4_000_000

/** How much a table may hold. */
export interface TableRoom {
  readonly candidates: number
  readonly spoken: number
}

/** An empty table. */
export function candidateTable(
  room: TableRoom = { candidates: MOST_CANDIDATES, spoken: MOST_SPOKEN },
): CandidateTable {
  const candidates = new Map<number, Candidate>()
  let spokenPairs = 0
  let forgotten = 0

  function add(key: number, { speaker, firstSpeaker, isCoded }: Speech): void {
    let candidate = candidates.get(key)
    if (candidate === undefined) {
      if (candidates.size >= room.candidates) prune()
      candidate = { key, uncoded: 0, coded: 0, spoken: [] }
      candidates.set(key, candidate)
    }
    if (isCoded) {
      candidate.coded += 1
      return
    }
    candidate.uncoded += 1
    if (addSpeaker(candidate.spoken, speaker, firstSpeaker)) spokenPairs += 1
    if (spokenPairs > room.spoken) prune()
  }

  /** Drops the rarest until a quarter of the room is free. Nobody loses more than `least`. */
  function prune(): void {
    const isFull = () =>
      candidates.size > 0.75 * room.candidates || spokenPairs > 0.75 * room.spoken
    let least = 0
    while (candidates.size > 0 && isFull()) {
      least += 1
      for (const [key, { uncoded, coded, spoken }] of candidates) {
        if (uncoded + coded > least) continue
        candidates.delete(key)
        spokenPairs -= spoken.length / 2
      }
    }
    forgotten += least
  }

  return {
    add,
    find: (key) => candidates.get(key),
    all: () => candidates.values(),
    get size() {
      return candidates.size
    },
    get forgotten() {
      return forgotten
    },
  }
}

/** Counts one more for a speaker; true where it is the first. Speakers of one document may alternate. */
function addSpeaker(spoken: number[], speaker: number, firstSpeaker: number): boolean {
  for (let at = spoken.length - 2; at >= 0; at -= 2) {
    const other = spoken[at] ?? 0
    if (other === speaker) {
      spoken[at + 1] = (spoken[at + 1] ?? 0) + 1
      return false
    }
    if (other < firstSpeaker) break
  }
  spoken.push(speaker, 1)
  return true
}
