import { roleOf, UNKNOWN_ROLE } from './roles.ts'

/** Who speaks. */
export interface Speaker {
  /** The label as written; the document's id where there are no labels. */
  readonly speaker: string
  readonly role: string
}

/** Somebody speaks, but nobody can tell who. */
export const UNKNOWN_SPEAKER: Speaker = { speaker: 'unknown', role: UNKNOWN_ROLE }

/** Names the speaker of a label and its details; each label is looked up once. */
export function speakerNames(
  roles: ReadonlyMap<string, string>,
): (label: string, details: string) => Speaker {
  const byLabel = new Map<string, Speaker>()
  return (label, details) => {
    const key = details === '' ? label : `${label} (${details})`
    const known = byLabel.get(key)
    if (known !== undefined) return known
    const speaker = { speaker: label, role: roleOf(label, details, roles) }
    byLabel.set(key, speaker)
    return speaker
  }
}
