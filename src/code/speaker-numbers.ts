/** Speakers by number, of whom each is somebody in one document. */
import type { SpeakerList } from '../analyse/candidate-table.ts'
import { normalise } from '../match/normalise.ts'

/** Numbers the speakers of one document after another. */
export interface SpeakerNumbers {
  readonly list: SpeakerList
  /** Words of labels that could be names, normalised. */
  readonly names: ReadonlySet<string>
  beginDocument(id: string): void
  /** The number of a speaker of the document, and that of its first. */
  of(speaker: string): { readonly speaker: number; readonly firstSpeaker: number }
  /** Words that a speaker says in segments without a theme. */
  addWords(speaker: number, count: number): void
}

/** An empty list of speakers. */
export function speakerNumbers(): SpeakerNumbers {
  const documents: number[] = []
  const words: number[] = []
  const names = new Set<string>()
  let numbers = new Map<string, number>()
  let firstSpeaker = 0
  let document = -1
  let documentId = ''

  function of(speaker: string) {
    const known = numbers.get(speaker)
    if (known !== undefined) return { speaker: known, firstSpeaker }
    const number = documents.length
    numbers.set(speaker, number)
    documents.push(document)
    words.push(0)
    if (speaker !== documentId) {
      for (const word of speaker.match(CAPITALISED) ?? []) names.add(normalise(word))
    }
    return { speaker: number, firstSpeaker }
  }

  return {
    list: { documents, words },
    names,
    beginDocument(id) {
      numbers = new Map()
      firstSpeaker = documents.length
      document += 1
      documentId = id
    },
    of,
    addWords(speaker, count) {
      words[speaker] = (words[speaker] ?? 0) + count
    },
  }
}

/** A word of a label that could be a name, for example `Kai` of `KAI (15)`. */
const CAPITALISED = /\p{Lu}[\p{L}'’]+/gu
