/**
 * Which role a speaker label names.
 *
 * The vocabulary decides, never a guess: a label that names no role is `unknown`, so that an
 * adult's words never stand under a child's name. English puts the person last ("Tom's social
 * worker"), so the last words of a label count.
 */

/** Role of a label that names none. */
export const UNKNOWN_ROLE = 'unknown'

/**
 * The role of a speaker: from `voices.yaml` if the label is named there, else from the vocabulary,
 * else from the details in brackets behind the label: `Sue (social worker)`.
 */
export function roleOf(label: string, details: string, given: ReadonlyMap<string, string>): string {
  const role = givenRole(label, details, given) ?? vocabularyRole(label)
  if (details === '' || isGivenWith(label, details, given)) return role
  const other = detailsRole(details)
  if (role === UNKNOWN_ROLE) return other
  // "Kai (foster mum)": whether Kai speaks or his foster mum, nobody can tell.
  return YOUNG.has(role) && !MAY_BE_YOUNG.has(other) ? UNKNOWN_ROLE : role
}

/** Whether a word names a person, with or without a role: `brother`, `adult`, `carer`. */
export function isPersonWord(word: string): boolean {
  return PERSON_WORDS.has(word) || ROLES.has(word)
}

/** The role that the words of a label name; `unknown` if they name none, or two. */
export function vocabularyRole(label: string): string {
  // "Mum - Child A" names two people; "Foster carer - Jane" names one.
  const parts = label.split(SPACED_DASH)
  if (parts.length > 1) return onlyRole(parts.map(vocabularyRole), false)
  const people = label.split(JOINED_PEOPLE)
  if (people.length > 1) return onlyRole(people.map(vocabularyRole), true)
  return personRole(label)
}

/** Lower case, words joined with `_`: `Young Person` → `young_person`. */
export function roleName(written: string): string {
  return written.trim().toLowerCase().replace(WORD_GAP, '_')
}

/** Each detail must be a role as a whole: "works with children" names none. */
function detailsRole(details: string): string {
  const roles = details.split(DETAIL_GAP).map((detail) => {
    const words = labelWords(detail)
    const own = words[0]?.endsWith("'s") ? words.slice(1) : words
    return ROLES.get(own.join(' ')) ?? UNKNOWN_ROLE
  })
  return onlyRole(roles, false)
}

/** The one role among these; `unknown` where they differ, or where `all` must have it. */
function onlyRole(roles: readonly string[], all: boolean): string {
  const found = new Set(all ? roles : roles.filter((role) => role !== UNKNOWN_ROLE))
  const [first] = found
  return found.size === 1 && first !== undefined ? first : UNKNOWN_ROLE
}

function personRole(label: string): string {
  const words = labelWords(label)
  const whole = ROLES.get(words.join(' '))
  if (whole !== undefined) return whole
  // "Mother of child A": the person stands before the "of".
  const of = words.findIndex((word) => BELONGING.has(word))
  const person = of === -1 ? words : words.slice(0, of)
  if (person.some((word) => FORMER.has(word))) return UNKNOWN_ROLE
  const known = lastWordsRole(person)
  if (known !== undefined) return known
  // "Interviewer Jones": only for roles whose name never belongs to another person.
  const first = person[0] ?? ''
  return LEADERS.has(first) ? (ROLES.get(first) ?? UNKNOWN_ROLE) : UNKNOWN_ROLE
}

function givenRole(
  label: string,
  details: string,
  given: ReadonlyMap<string, string>,
): string | undefined {
  if (given.size === 0) return undefined
  const wanted = label.toLowerCase()
  const whole = `${wanted} (${details.toLowerCase()})`
  for (const [name, role] of given) {
    const key = name.trim().toLowerCase()
    if (key === wanted || key === whole) return roleName(role)
  }
  return undefined
}

/** Whether the label is given a role together with these details: `Kai (foster mum): carer`. */
function isGivenWith(label: string, details: string, given: ReadonlyMap<string, string>): boolean {
  if (given.size === 0) return false
  const whole = `${label} (${details})`.toLowerCase()
  return [...given.keys()].some((name) => name.trim().toLowerCase() === whole)
}

/** `Participant 3`, `Young Person A` and `YP2` without their number, in lower case. */
function labelWords(label: string): string[] {
  const words = label
    .toLowerCase()
    .replaceAll('’', "'")
    .split(WORD_GAP)
    .filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  if (words.length > 1 && isIndex(last)) words.pop()
  const stem = words.at(-1) ?? ''
  const letters = stem.replace(FINAL_DIGITS, '')
  if (letters !== '' && letters !== stem) words[words.length - 1] = letters
  return words[0] === 'the' ? words.slice(1) : words
}

function isIndex(word: string): boolean {
  return SINGLE_INDEX.test(word) || NUMBER_WORDS.has(word)
}

function lastWordsRole(words: readonly string[]): string | undefined {
  for (let from = Math.max(0, words.length - 3); from < words.length; from += 1) {
    // A lone letter is a label, not the last word of one: `P`, but not "Team P".
    const end = words.slice(from).join(' ')
    if (end.length === 1 && from > 0) return undefined
    const role = ROLES.get(end)
    if (role !== undefined) return role
  }
  return undefined
}

/** Between words: " " in "Young Person", "_" in "note_taker", "-" in "1-facilitator". */
const WORD_GAP = /[\s_\-–#.,/]+/u
/** " - " in "Foster carer - Jane". */
const SPACED_DASH = /\s+[-–—]\s+/u
/** " and " in "Tom and Mum", "/" in "P1/P2". */
const JOINED_PEOPLE = /\s+and\s+|\s*[&+/,]\s*/u
/** "," in "interviewer, female". */
const DETAIL_GAP = /\s*[,;/]\s*/u
/** "12" in "P12". */
const FINAL_DIGITS = /\d+$/u
/** "3" in "Participant 3", "a" in "Young Person A". */
const SINGLE_INDEX = /^(?:\d{1,3}|[a-z]\d{0,2})$/u
const NUMBER_WORDS = new Set(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])
/** Somebody who was a child in care once is not a child now. */
const FORMER = new Set(['former', 'formerly', 'ex', 'previous', 'adult'])
const BELONGING = new Set(['of', 'for', 'to', 'with', 'from'])
const LEADERS = new Set(['interviewer', 'facilitator', 'moderator', 'interpreter', 'participant'])

/** Details that name an adult behind one of these make it unclear who speaks. */
const YOUNG = new Set(['child', 'young_person'])
const MAY_BE_YOUNG = new Set([...YOUNG, 'participant', UNKNOWN_ROLE])
/** Persons without a role of their own. */
const PERSON_WORDS = new Set(
  (
    'adult aunt auntie boyfriend brother cousin friend girlfriend gran grandad grandfather grandma ' +
    'grandmother grandparent granny husband lady leader man mate mentor nan neighbour niece nephew ' +
    'observer partner person relative sibling sister student supporter uncle volunteer wife woman'
  ).split(' '),
)

const LABELS_BY_ROLE: Readonly<Record<string, string>> = {
  interviewer: 'interviewer|int|i|iv|iver|inv|investigator|q|question|questioner|researcher',
  facilitator: 'facilitator|fac|co facilitator|cofacilitator|group leader|workshop leader',
  moderator: 'moderator|mod|co moderator',
  chair: 'chair|chairperson|chairman|chairwoman|chairs|co chair|vice chair',
  host: 'host|presenter|co host',
  interpreter: 'interpreter|translator|sign language interpreter|bsl interpreter',
  note_taker: 'note taker|notetaker|scribe|minute taker',
  participant:
    'participant|participants|p|pt|ppt|respondent|interviewee|a|answer|informant|' +
    'focus group member|care leaver|care experienced adult|expert by experience|delegate',
  young_person:
    'young person|young people|yp|young woman|young man|young adult|teenager|youth|' +
    'care experienced young person|young carer',
  child: 'child|children|chi|kid|pupil|boy|girl|foster child|looked after child',
  parent:
    'mum|mam|mom|mummy|mother|mot|dad|daddy|father|fat|parent|parents|birth parent|birth mum|' +
    'birth mother|birth dad|birth father|adoptive parent|adoptive mum|adoptive mother|' +
    'adoptive dad|adoptive father|step mum|step dad|stepmum|stepdad|stepmother|stepfather',
  carer:
    'carer|carers|foster carer|foster carers|foster parent|foster parents|foster mum|foster mother|' +
    'foster dad|foster father|kinship carer|kinship carers|fc|connected carer|guardian|' +
    'special guardian|respite carer',
  professional:
    'professional|practitioner|social worker|sw|support worker|key worker|keyworker|youth worker|' +
    'family worker|care worker|residential worker|residential care worker|contact worker|' +
    'outreach worker|social care worker|caseworker|case worker|worker|pa|personal adviser|' +
    'personal advisor|iro|reviewing officer|independent reviewing officer|advocate|' +
    'parent advocate|teacher|head teacher|headteacher|teaching assistant|designated teacher|' +
    'senco|virtual head|nurse|school nurse|health visitor|doctor|gp|midwife|psychologist|' +
    'child psychologist|therapist|counsellor|counselor|psychiatrist|solicitor|judge|guardian ad litem|' +
    'cafcass officer|police officer|probation officer|manager|team manager|service manager|' +
    'commissioner|director|councillor|cllr|minister|child protection officer|officer|' +
    'family support worker|carer support worker|child minder|childminder|staff|staff member',
}

const ROLES: ReadonlyMap<string, string> = new Map(
  Object.entries(LABELS_BY_ROLE).flatMap(([role, labels]) =>
    labels.split('|').map((label): [string, string] => [label, role]),
  ),
)

/** The names of all roles, `unknown` last: to choose from. */
export const ROLE_NAMES: readonly string[] = [...Object.keys(LABELS_BY_ROLE), UNKNOWN_ROLE]
