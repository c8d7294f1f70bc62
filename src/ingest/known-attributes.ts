/**
 * What is known of documents and speakers beside what their files say: from a table of participants
 * and from the names of files. The participants win over what a file says of itself, and that wins
 * over its name.
 */
import type { Document, Passage, Turn } from '../types.ts'
import {
  documentParticipant,
  type Participant,
  type Participants,
  speakerParticipant,
  speakersIn,
} from './participants.ts'
import { UNKNOWN_SPEAKER } from './speakers.ts'

/** Plain data, so that it can be handed to a worker. */
export interface KnownAttributes {
  /** Attributes from the name of a file, by the file's id. */
  readonly ofFiles: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly participants: Participants | undefined
}

/** What is known of one file. */
export interface KnownOfFile {
  /** Speaker label → role, to read the file with. */
  readonly roles: ReadonlyMap<string, string>
  /** The passage with all that is known of its document and its speakers. */
  complete(passage: Passage): Passage
}

/** What is known of the file with this id; `roles` are those of `voices.yaml`. */
export function knownOfFile(
  { ofFiles, participants }: KnownAttributes,
  fileId: string,
  roles: ReadonlyMap<string, string>,
): KnownOfFile {
  const ofFile = ofFiles.get(fileId)
  let read: Document | undefined
  let completed: Document | undefined
  let row: Participant | undefined

  function complete(passage: Passage): Passage {
    const { document } = passage
    if (document !== read) {
      row = participants && documentParticipant(participants, document.id)
      read = document
      completed = documentWith(document, ofFile, row)
    }
    const turns = participants && turnsWith(passage, participants, row?.role)
    return { ...passage, document: completed ?? document, turns: turns ?? passage.turns }
  }

  return { roles: participants ? rolesIn(participants, fileId, roles) : roles, complete }
}

/**
 * Roles of the labels that the participants have: a label that is named here is known to be one. Ids
 * may be labels, too, but not numbers, and not those of the thousands who answer a survey.
 */
function rolesIn(
  participants: Participants,
  fileId: string,
  roles: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const { bySpeaker, hasLabels } = participants
  if (!hasLabels && bySpeaker.size > MOST_LABELS) return roles
  const all = new Map<string, string>()
  const here = speakersIn(participants, fileId) ?? new Map<string, Participant>()
  for (const named of [here, bySpeaker]) {
    for (const [label, { role }] of named) {
      if (role !== undefined && !all.has(label) && !DIGITS.test(label)) all.set(label, role)
    }
  }
  for (const [label, role] of roles) if (!all.has(label.trim().toLowerCase())) all.set(label, role)
  return all
}

function documentWith(
  document: Document,
  ofFile: ReadonlyMap<string, string> | undefined,
  row: Participant | undefined,
): Document {
  if (ofFile === undefined && row === undefined) return document
  const attributes = new Map([
    ...(ofFile ?? []),
    ...document.attributes,
    ...(row?.attributes ?? []),
  ])
  return { ...document, attributes }
}

/** Undefined where nothing is known of any speaker. */
function turnsWith(
  passage: Passage,
  participants: Participants,
  ownRole: string | undefined,
): readonly Turn[] | undefined {
  const { document, turns } = passage
  const rows = new Map<string, Participant | undefined>()
  let isChanged = false
  const completed = turns.map((turn): Turn => {
    const { speaker } = turn
    if (speaker === UNKNOWN_SPEAKER.speaker) return turn
    if (speaker === document.id) {
      if (ownRole === undefined || mayHideSpeakers(passage, turn)) return turn
      isChanged = true
      return { ...turn, role: ownRole }
    }
    if (!rows.has(speaker)) {
      rows.set(speaker, speakerParticipant(participants, document.id, speaker))
    }
    const row = rows.get(speaker)
    if (row === undefined) return turn
    isChanged = true
    const attributes = new Map([...(turn.attributes ?? []), ...row.attributes])
    return { ...turn, role: row.role ?? turn.role, attributes }
  })
  return isChanged ? completed : undefined
}

/**
 * Whether text without speakers has lines that begin like labels: somebody else may speak in it whose
 * words are not those of the one whom the document is about.
 */
function mayHideSpeakers({ text }: Passage, { span }: Turn): boolean {
  const [, second] = text.slice(span.start, span.end).matchAll(LABEL_LIKE)
  return second !== undefined
}

/** Rows up to which ids without a column for labels may be labels. */
const MOST_LABELS = 1000
/** "17" */
const DIGITS = /^\d+$/u
/** "Ash:" in "Ash: Is it far?" */
const LABEL_LIKE = /^[\p{Lu}\d][\p{L}\p{N}'’ ._-]{0,30}:\s/gmu
