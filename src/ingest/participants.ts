/**
 * Who takes part: rows of a table that say in which role somebody speaks, how old they are, where
 * they live, what they agreed to. A row is about a document, or about a speaker, or about a speaker
 * in one document. Everything here is plain data, so that it can be handed to a worker.
 */

/** A row of the table of participants. */
export interface Participant {
  /** 0-based, among the rows that name somebody. */
  readonly index: number
  /** Line of the table, 1-based. */
  readonly line: number
  /** As messages name the row: `P1`, or `P1 in interview-02`. */
  readonly shown: string
  /** Undefined where the row names none. */
  readonly role: string | undefined
  readonly attributes: ReadonlyMap<string, string>
}

/** The table of participants. Names are compared without regard to case. */
export interface Participants {
  /** As the analyst would write it. */
  readonly path: string
  readonly rows: readonly Participant[]
  readonly byDocument: ReadonlyMap<string, Participant>
  readonly bySpeaker: ReadonlyMap<string, Participant>
  /** By document, then by speaker. */
  readonly byBoth: ReadonlyMap<string, ReadonlyMap<string, Participant>>
  /** Whether the speakers stand in a column of their own, so that they are labels and no numbers. */
  readonly hasLabels: boolean
  /**
   * Whether a row of a table of answers may be meant by a number alone: not where its rows may be
   * named by their place in the table.
   */
  readonly meansNumbers: boolean
  /** Names of the attributes, in the order of the columns. */
  readonly attributeNames: readonly string[]
}

/** Roles of those who lead a talk: nobody asks them anything, and no list of participants has them. */
export const LEADING_ROLES: ReadonlySet<string> = new Set([
  'interviewer',
  'facilitator',
  'moderator',
  'chair',
  'host',
  'interpreter',
  'note_taker',
])

/** The row that is about a document. */
export function documentParticipant(
  participants: Participants,
  documentId: string,
): Participant | undefined {
  for (const name of documentNames(documentId, participants.meansNumbers)) {
    const found = participants.byDocument.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The row that is about a speaker: in this document, else in all. */
export function speakerParticipant(
  participants: Participants,
  documentId: string,
  speaker: string,
): Participant | undefined {
  const name = participantName(speaker)
  return speakersIn(participants, documentId)?.get(name) ?? participants.bySpeaker.get(name)
}

/** The rows that are about speakers in one document. */
export function speakersIn(
  { byBoth, meansNumbers }: Participants,
  documentId: string,
): ReadonlyMap<string, Participant> | undefined {
  if (byBoth.size === 0) return undefined
  for (const name of documentNames(documentId, meansNumbers)) {
    const found = byBoth.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** A name as it is compared. */
export function participantName(written: string): string {
  return written.trim().replace(GAPS, ' ').normalize('NFC').toLowerCase()
}

/**
 * The names by which a document may be meant, the most exact first: `school-a/talk-03.txt` is meant by
 * its id, by `school-a/talk-03`, `talk-03.txt` and `talk-03`; a row `answers.csv#Adults/R7` by its
 * id, by `R7`, and by the names of its file.
 */
function documentNames(documentId: string, meansNumbers: boolean): readonly string[] {
  const { file, row } = TABLE_ROW.exec(documentId)?.groups ?? {}
  if (file === undefined || row === undefined) return fileNames(documentId)
  // An id may hold a slash, the name of a sheet may not: `2024/7`, `Adults/2024/7`.
  const inSheet = row.slice(row.indexOf('/') + 1)
  const rowNames = [row, inSheet].filter((name) => meansNumbers || !DIGITS.test(name))
  return [participantName(documentId), ...rowNames.map(participantName), ...fileNames(file)]
}

function fileNames(path: string): readonly string[] {
  const whole = participantName(path)
  const base = whole.slice(whole.lastIndexOf('/') + 1)
  return [whole, withoutExtension(whole), base, withoutExtension(base)]
}

function withoutExtension(name: string): string {
  return name.replace(EXTENSION, '')
}

/** Runs of white space. */
const GAPS = /\s+/gu
/** ".txt" in "talk-03.txt" */
const EXTENSION = /\.[^./]+$/u
/** "answers.csv#R7", "standard-input#R7"; not "Interview #2.txt", whose name holds the mark. */
const TABLE_ROW = /^(?<file>.*?\.\w{1,8}|[^.#]+(?=#[^.]+$))#(?<row>.+)$/su
/** "17" */
const DIGITS = /^\d+$/u
