/** Who the speakers of a CHAT file are, by its headers `@Participants` and `@ID`. */
import { UNKNOWN_ROLE } from '../roles.ts'
import type { ChatLine } from './chat-lines.ts'

/**
 * Role of each speaker that the headers name and `given` does not. The headers win over what the
 * code of a speaker means elsewhere: `CHI` with the role of an adult is no child. Whoever the
 * headers call a child but give eighteen years or more is `unknown`.
 */
export function chatRoles(
  lines: readonly ChatLine[],
  given: ReadonlyMap<string, string>,
): Map<string, string> {
  const taken = new Set([...given.keys()].map((label) => label.trim().toLowerCase()))
  const roles = new Map<string, string>()
  const all = participants(lines)
  const grown = new Set(all.filter(({ years = 0 }) => years >= ADULT).map(({ code }) => code))
  for (const { code, role } of all) {
    if (taken.has(code.toLowerCase())) continue
    const known = ROLES.get(role.toLowerCase()) ?? UNKNOWN_ROLE
    const isYoung = known === 'child' || known === 'young_person'
    roles.set(code, isYoung && grown.has(code) ? UNKNOWN_ROLE : known)
  }
  return roles
}

interface Participant {
  readonly code: string
  /** As CHAT names it: `Target_Child`. */
  readonly role: string
  readonly years: number | undefined
}

function participants(lines: readonly ChatLine[]): Participant[] {
  const found: Participant[] = []
  for (const { kind, name, content } of lines) {
    if (kind !== 'header') continue
    if (name === 'Participants') for (const entry of listed(content)) found.push(entry)
    if (name === 'ID') found.push(identified(content))
  }
  return found.filter(({ code, role }) => code !== '' && role !== '')
}

/** `CHI Ada Target_Child , MOT Mother`: code, perhaps a name, role. */
function listed(content: string): Participant[] {
  return content.split(',').map((entry) => {
    const words = entry.trim().split(BLANKS)
    const role = words.length > 1 ? (words.at(-1) ?? '') : ''
    return { code: words[0] ?? '', role, years: undefined }
  })
}

/** `eng|Demo|CHI|13;06.00|female|||Target_Child|||`. */
function identified(content: string): Participant {
  const fields = content.split('|').map((field) => field.trim())
  const years = AGE.exec(fields[3] ?? '')?.groups?.years
  return {
    code: fields[2] ?? '',
    role: fields[7] ?? '',
    years: years === undefined ? undefined : Number(years),
  }
}

const BLANKS = /\s+/u
/** "13;06.00", "2;". */
const AGE = /^(?<years>\d{1,3});/u
const ADULT = 18

/** Siblings, students and playmates may be of any age, adults of any role: they are not here. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['target_child', 'child'],
  ['child', 'child'],
  ['boy', 'child'],
  ['girl', 'child'],
  ['teenager', 'young_person'],
  ['mother', 'parent'],
  ['father', 'parent'],
  ['caretaker', 'carer'],
  ['investigator', 'interviewer'],
  ['interviewer', 'interviewer'],
  ['teacher', 'professional'],
  ['therapist', 'professional'],
  ['clinician', 'professional'],
  ['doctor', 'professional'],
  ['nurse', 'professional'],
  ['social_worker', 'professional'],
  ['participant', 'participant'],
  ['informant', 'participant'],
  ['subject', 'participant'],
])
