/** Passages → what was recognised in a file, with a warning where a person should look. */
import { wordCounter } from '../match/count-words.ts'
import { passageText } from '../place.ts'
import type { Cell, LeftOut, Passage, PassageText, Table } from '../types.ts'

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

/** Text that is kept but not coded. */
export interface LeftOutInspection {
  readonly reason: string
  /** Line of the source, 1-based. */
  readonly line: number
  readonly words: number
  /** The beginning of the text. */
  readonly text: string
}

/** A file as `voices inspect --format json` gives it. */
export interface FileInspection {
  readonly path: string
  readonly reader: string
  readonly encoding: string
  readonly documents: readonly DocumentInspection[]
  readonly left_out: readonly LeftOutInspection[]
  readonly warnings: readonly string[]
}

/** Takes the passages of one file. */
export interface FileInspector {
  passage(passage: Passage): void
  /** The inspection; `problems` are what the reader complained of. */
  result(problems: readonly string[]): FileInspection
}

interface DocumentCounts {
  turns: number
  readonly speakers: Map<string, { role: string; words: number }>
}

/** How much of a text one speaker may hold before it looks as if labels were missed. */
const ONE_VOICE_SHARE = 0.95
const EXCERPT = 60

/** An inspector for a file. */
export function fileInspector(path: string): FileInspector {
  const documents = new Map<string, DocumentCounts>()
  const leftOut: LeftOutInspection[] = []
  let reader = ''
  let encoding = ''

  function passage(next: Passage): void {
    const { document } = next
    reader = document.reader
    encoding = document.encoding
    const counts = documents.get(document.id) ?? { turns: 0, speakers: new Map() }
    documents.set(document.id, counts)
    counts.turns += next.turns.length
    const text = passageText(next)
    const wordsIn = wordCounter(text.codes, next.silent)
    for (const turn of next.turns) {
      const words = wordsIn(turn.span)
      const speaker = counts.speakers.get(turn.speaker)
      if (speaker === undefined) counts.speakers.set(turn.speaker, { role: turn.role, words })
      else speaker.words += words
    }
    for (const piece of next.leftOut) leftOut.push(leftOutAt(text, piece))
  }

  function result(problems: readonly string[]): FileInspection {
    const inspected = [...documents].map(([document, counts]) => documentOf(document, counts))
    const warnings = [...problems, ...inspected.flatMap(warningsOf)]
    return { path, reader, encoding, documents: inspected, left_out: leftOut, warnings }
  }

  return { passage, result }
}

function documentOf(document: string, { turns, speakers }: DocumentCounts): DocumentInspection {
  const list = [...speakers].map(([speaker, { role, words }]) => ({ speaker, role, words }))
  const words = list.reduce((sum, speaker) => sum + speaker.words, 0)
  return { document, turns, words, speakers: list }
}

function leftOutAt(
  { text, codes, places }: PassageText,
  { span, reason }: LeftOut,
): LeftOutInspection {
  const { line } = places.at(span.start)
  const words = wordCounter(codes, [])(span)
  const flat = text.slice(span.start, span.end).replace(SPACES, ' ').trim()
  return {
    reason,
    line,
    words,
    text: flat.length > EXCERPT ? `${flat.slice(0, EXCERPT).trimEnd()}…` : flat,
  }
}

/** Runs of white space. */
const SPACES = /\s+/gu

function warningsOf({ document, turns, words, speakers }: DocumentInspection): readonly string[] {
  if (turns === 0 || words === 0) return [`${document}: no speech was found.`]
  const most = speakers.reduce((best, speaker) => (speaker.words > best.words ? speaker : best))
  if (speakers.length < 2 || most.words / words <= ONE_VOICE_SHARE) return []
  return [
    `${document}: ${most.speaker} holds ${Math.round((100 * most.words) / words)} % of the words. Were the labels of other speakers missed?`,
  ]
}

/** The table with a row for each speaker of each document. */
export function inspection(files: readonly FileInspection[]): Table {
  const columns = [
    'path',
    'reader',
    'encoding',
    'document',
    'turns',
    'speaker',
    'role',
    'words',
    'warnings',
  ]
  const rows = files.flatMap((file): readonly (readonly Cell[])[] => {
    const { path, reader, encoding } = file
    const warnings = file.warnings.join(' | ')
    const spoken = file.documents.flatMap(({ document, turns, speakers }) =>
      speakers.map(({ speaker, role, words }) => [
        path,
        reader,
        encoding,
        document,
        turns,
        speaker,
        role,
        words,
        warnings,
      ]),
    )
    return spoken.length > 0
      ? spoken
      : [[path, reader, encoding, undefined, 0, undefined, undefined, 0, warnings]]
  })
  return { name: 'inspection', columns, rows }
}
