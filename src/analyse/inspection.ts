/** Passages → what was recognised in a file, with a warning where a person should look. */
import { wordCounter } from '../match/count-words.ts'
import { passageText } from '../place.ts'
import type { Diagnostic, Passage, Turn } from '../types.ts'
import { type DoubtOptions, documentDoubts, fileDoubts } from './inspection-doubts.ts'
import { type LeftOutInspection, type LeftOutReason, leftOutList } from './inspection-left-out.ts'

/** A speaker of a document. */
export interface SpeakerInspection {
  readonly speaker: string
  readonly role: string
  readonly words: number
}

/** A document of a file. */
export interface DocumentInspection {
  readonly document: string
  readonly turns: number
  readonly words: number
  readonly speakers: readonly SpeakerInspection[]
}

/** Speakers of a role, over several documents. */
export interface RoleInspection {
  /** `no label` for documents that name no speaker and of whose role nothing is known. */
  readonly role: string
  /** Counted in each document anew. */
  readonly speakers: number
  readonly words: number
}

/** How much there is in a file. */
export interface FileCounts {
  readonly documents: number
  /** Documents in which nobody says a word. */
  readonly documents_without_words: number
  readonly turns: number
  readonly words: number
  /** Words of somebody who is not named, although speakers are named in the document. */
  readonly words_without_speaker: number
}

/** What was not understood. */
export interface FileProblem {
  readonly severity: Diagnostic['severity']
  readonly id: string
  readonly message: string
  /** 1-based. */
  readonly line: number | undefined
}

/** A file as `voices inspect --format json` gives it. */
export interface FileInspection {
  readonly path: string
  readonly reader: string
  readonly encoding: string
  readonly documents: readonly DocumentInspection[]
  /** The first pieces; `left_out_reasons` counts all. */
  readonly left_out: readonly LeftOutInspection[]
  readonly warnings: readonly string[]
  readonly counts: FileCounts
  readonly roles: readonly RoleInspection[]
  /** The first and the last time in the file, as written; undefined where there are none. */
  readonly times: { readonly first: string; readonly last: string } | undefined
  readonly attributes: readonly string[]
  readonly left_out_reasons: readonly LeftOutReason[]
  readonly problems: readonly FileProblem[]
}

/** How a file is inspected. */
export interface InspectionOptions extends DoubtOptions {
  /** How many documents are kept one by one; all are counted. */
  readonly mostDocuments: number
}

/** Takes the passages of one file. */
export interface FileInspector {
  passage(passage: Passage): void
  /** The inspection; `problems` are what the reader complained of. */
  result(problems: readonly Diagnostic[]): FileInspection
}

/** Role of speakers of whom nothing is known. */
const UNKNOWN = 'unknown'
/** "unknown", "Unknown Speaker", "Unidentified speaker 2" */
const NOBODY = /^(?:unknown|unidentified)(?: speaker)?(?: \d+)?$/iu
/** Stands for the role of documents without speakers. */
export const NO_LABEL = 'no label'

interface OpenDocument {
  readonly id: string
  turns: number
  readonly speakers: Map<string, { role: string; words: number }>
}

/** An inspector for a file. */
export function fileInspector(path: string, options: InspectionOptions): FileInspector {
  const documents: DocumentInspection[] = []
  const doubts: string[] = []
  const roles = new Map<string, { speakers: number; words: number }>()
  const withoutRole = new Set<string>()
  const attributes = new Set<string>()
  const leftOut = leftOutList()
  const counts = { documents: 0, empty: 0, turns: 0, words: 0, unlabelled: 0 }
  let [reader, encoding] = ['', '']
  let open: OpenDocument | undefined
  let times: { first: string; last: string } | undefined

  function passage(next: Passage): void {
    const { document, turns } = next
    reader = document.reader
    encoding = document.encoding
    if (document.id !== open?.id) {
      close()
      open = { id: document.id, turns: 0, speakers: new Map() }
      for (const name of document.attributes.keys()) attributes.add(name)
    }
    open.turns += turns.length
    const text = passageText(next)
    const wordsIn = wordCounter(text.codes, next.silent)
    for (const turn of turns) {
      addTurn(open, turn, wordsIn(turn.span))
      for (const name of turn.attributes?.keys() ?? []) attributes.add(name)
    }
    for (const piece of next.leftOut) leftOut.add(text, piece)
  }

  function addTurn({ speakers }: OpenDocument, turn: Turn, words: number): void {
    const speaker = speakers.get(turn.speaker)
    if (speaker === undefined) speakers.set(turn.speaker, { role: turn.role, words })
    else speaker.words += words
    const { timeStart, timeEnd } = turn
    const last = timeEnd ?? timeStart
    if (last !== undefined) times = { first: times?.first ?? timeStart ?? last, last }
  }

  /** Adds up the document that is done. */
  function close(): void {
    if (open === undefined) return
    const inspected = inspectionOf(open)
    const { words, speakers } = inspected
    counts.documents += 1
    counts.turns += open.turns
    counts.words += words
    if (words === 0) counts.empty += 1
    for (const speaker of speakers) addSpeaker(speaker, open.id)
    if (documents.length < options.mostDocuments) documents.push(inspected)
    if (doubts.length < MOST_DOUBTS) doubts.push(...documentDoubts(inspected))
    open = undefined
  }

  function addSpeaker({ speaker, role, words }: SpeakerInspection, documentId: string): void {
    const isSelf = speaker === documentId
    if (NOBODY.test(speaker)) counts.unlabelled += words
    else if (role === UNKNOWN && !isSelf) withoutRole.add(speaker)
    const name = isSelf && role === UNKNOWN ? NO_LABEL : role
    const sum = roles.get(name) ?? { speakers: 0, words: 0 }
    roles.set(name, { speakers: sum.speakers + 1, words: sum.words + words })
  }

  function result(problems: readonly Diagnostic[]): FileInspection {
    close()
    const own = fileDoubts({ path, counts, doubts, withoutRole }, options)
    return {
      path,
      reader,
      encoding,
      documents,
      left_out: leftOut.first,
      warnings: [...problems.map(withLine), ...own],
      counts: {
        documents: counts.documents,
        documents_without_words: counts.empty,
        turns: counts.turns,
        words: counts.words,
        words_without_speaker: counts.unlabelled,
      },
      roles: [...roles].map(([role, sum]) => ({ role, ...sum })),
      times,
      attributes: [...attributes],
      left_out_reasons: leftOut.reasons(),
      problems: problems.map(({ severity, id, message, line }) => ({
        severity,
        id,
        message,
        line,
      })),
    }
  }

  return { passage, result }
}

function inspectionOf({ id, turns, speakers }: OpenDocument): DocumentInspection {
  const list = [...speakers].map(([speaker, { role, words }]) => ({ speaker, role, words }))
  const words = list.reduce((sum, speaker) => sum + speaker.words, 0)
  return { document: id, turns, words, speakers: list }
}

function withLine({ message, line }: Diagnostic): string {
  return line === undefined ? message : `line ${line}: ${message}`
}

/** Documents of a file of which a doubt is told. */
const MOST_DOUBTS = 5
