/** Which participants were met in the documents, and who in the documents is no participant. */
import type { Diagnostic, Passage } from '../types.ts'
import {
  documentParticipant,
  LEADING_ROLES,
  type Participants,
  speakerParticipant,
} from './participants.ts'

/** What the passages of a file show of the participants; plain data. */
export interface ParticipantUse {
  /** Index of each row that was met → how many documents it stands for as a whole. */
  readonly met: ReadonlyMap<number, number>
  /** Documents and speakers without a row: how many, and the first of them. */
  readonly without: { readonly count: number; readonly first: readonly string[] }
}

/** Looks at passages in order. */
export interface ParticipantWatcher {
  see(passage: Passage): void
  use(): ParticipantUse
}

/** A watcher for the passages of one file. */
export function participantWatcher(participants: Participants): ParticipantWatcher {
  const met = new Map<number, number>()
  const first: string[] = []
  let count = 0
  let current: string | undefined
  let hasRow = false
  let seen = new Set<string>()

  function see({ document, turns }: Passage): void {
    if (document.id !== current) {
      current = document.id
      seen = new Set()
      const row = documentParticipant(participants, document.id)
      hasRow = row !== undefined
      if (row !== undefined) met.set(row.index, (met.get(row.index) ?? 0) + 1)
    }
    for (const { speaker, role } of turns) {
      if (seen.has(speaker)) continue
      seen.add(speaker)
      const row = speakerParticipant(participants, document.id, speaker)
      if (row !== undefined) met.set(row.index, met.get(row.index) ?? 0)
      else if (!hasRow && !LEADING_ROLES.has(role)) note(document.id, speaker)
    }
  }

  function note(documentId: string, speaker: string): void {
    if (NOBODY.test(speaker)) return
    count += 1
    if (first.length >= SHOWN) return
    first.push(speaker === documentId ? documentId : `${speaker} (${documentId})`)
  }

  return { see, use: () => ({ met, without: { count, first } }) }
}

/** What does not fit together, said once for all files. */
export function participantProblems(
  participants: Participants,
  uses: readonly ParticipantUse[],
): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  const add = (id: string, message: string, line?: number) => {
    problems.push({
      severity: 'warning',
      id,
      message,
      path: participants.path,
      line,
      column: undefined,
    })
  }
  const met = new Map<number, number>()
  for (const use of uses) {
    for (const [index, documents] of use.met) met.set(index, (met.get(index) ?? 0) + documents)
  }
  const unmet = participants.rows.filter(({ index }) => !met.has(index))
  if (unmet.length > 0) {
    add('participant-not-met', NOT_MET(unmet.length, listed(unmet)), unmet[0]?.line)
  }
  const several = participants.rows.filter(({ index }) => (met.get(index) ?? 0) > 1)
  if (several.length > 0) {
    add('participant-of-several', OF_SEVERAL(several.length, listed(several)), several[0]?.line)
  }
  const without = uses.reduce((sum, use) => sum + use.without.count, 0)
  if (without > 0) {
    const names = uses.flatMap((use) => use.without.first).slice(0, SHOWN)
    add('no-participant', WITHOUT(without, andMore(names, without)))
  }
  return problems
}

function listed(rows: readonly { readonly shown: string }[]): string {
  return andMore(
    rows.slice(0, SHOWN).map(({ shown }) => shown),
    rows.length,
  )
}

function andMore(names: readonly string[], count: number): string {
  const more = count - names.length
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

const SHOWN = 5
/** "unknown", "Unknown Speaker", "Unidentified speaker 2" */
const NOBODY = /^(?:unknown|unidentified)(?: speaker)?(?: \d+)?$/iu
const NOT_MET = (count: number, names: string) =>
  `${count === 1 ? '1 row matches' : `${count} rows match`} no document and no speaker: ${names}. ` +
  'Compare the names with those that voices inspect shows.'
const OF_SEVERAL = (count: number, names: string) =>
  `${count === 1 ? '1 row matches' : `${count} rows match`} several documents of the same name: ` +
  `${names}. Name them with their folders, as in school-a/interview-01.`
const WITHOUT = (count: number, names: string) =>
  `${count === 1 ? '1 speaker or document has' : `${count} speakers and documents have`} no row: ` +
  `${names}. What is known of them is left empty.`
