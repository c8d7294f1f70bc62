/**
 * Labels inside a line: "How was it? YP: I moved. Interviewer: Again?" and "I moved. (Carer: no.)".
 *
 * A speaker of the file who is named behind the end of a sentence begins a turn. So does a role that
 * is no speaker elsewhere; that of a child only as initials or if it comes again, since an adult may
 * be telling what a child said. What stands in brackets ends with them.
 */
import { likenessOf } from './label-likeness.ts'
import { labelAt } from './label-text.ts'
import { lineEnd, skipBlanks } from './lines.ts'
import { UNKNOWN_ROLE, vocabularyRole } from './roles.ts'
import type { LabelStyle } from './speaker-labels.ts'
import type { Head } from './turn-head.ts'

/** The heads of a text with those inside its lines. */
export interface InnerHeads {
  /** In order. */
  readonly heads: readonly Head[]
  /** Labels inside lines that are no speakers of the file otherwise, read as such or not. */
  readonly doubtful: readonly { readonly label: string; readonly at: number }[]
}

/** Adds the labels inside lines to the heads of a text, from `from` on. */
export function withInnerHeads(
  text: string,
  heads: readonly Head[],
  known: { readonly style: LabelStyle | undefined; readonly from: number },
): InnerHeads {
  const { style, from } = known
  if (style === undefined || !style.shapes.has('colon')) return { heads, doubtful: [] }
  const found = insideLines(text, heads, { style, from })
  if (found.length === 0) return { heads, doubtful: [] }
  const times = new Map<string, number>()
  for (const { label } of found) times.set(label, (times.get(label) ?? 0) + 1)
  const isSpeaker = ({ label }: Head) =>
    style.labels.has(label) || !mayBeTold(label) || (times.get(label) ?? 0) > 1
  const inner = found.filter(isSpeaker)
  return {
    heads: [...heads, ...inner].sort((a, b) => a.line - b.line),
    doubtful: found.flatMap(({ label, line }) =>
      style.labels.has(label) ? [] : [{ label, at: line }],
    ),
  }
}

/** Every label inside a line that is a speaker of the file, or a role. */
function insideLines(
  text: string,
  heads: readonly Head[],
  { style, from }: { readonly style: LabelStyle; readonly from: number },
): Head[] {
  const found: Head[] = []
  let next = 0
  for (let colon = text.indexOf(':', from); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    while ((heads[next]?.line ?? text.length) <= colon) next += 1
    if (colon < (heads[next - 1]?.speech ?? 0)) continue
    const head = innerHead(text, colon)
    if (head !== undefined && (style.labels.has(head.label) || isRole(head.label))) found.push(head)
  }
  return found
}

/** "I asked him. Child: I want to go home": a child whom somebody tells of; not `YP2`. */
function mayBeTold(label: string): boolean {
  return YOUNG.has(vocabularyRole(label)) && !INITIALS.test(label)
}

/** The label before a colon inside a line, if it stands at the beginning of a sentence. */
function innerHead(text: string, colon: number): Head | undefined {
  const behind = text.startsWith('**', colon + 1) ? colon + 3 : colon + 1
  if (!BLANK.test(text.charAt(behind))) return undefined
  const from = Math.max(0, colon - LONGEST_LOOK)
  const found = BEFORE_COLON.exec(text.slice(from, colon))
  const { open = '', bold = '', label: written = '' } = found?.groups ?? {}
  if (written === '') return undefined
  const start = colon - written.length
  const label = labelAt(text, start, colon)
  if (label === undefined || skipBlanks(text, label.next, colon) !== colon) return undefined
  const end = lineEnd(text, colon)
  return {
    shape: 'colon',
    line: start - open.length - bold.length,
    label: label.label,
    details: label.details,
    timeStart: undefined,
    timeEnd: undefined,
    speech: skipBlanks(text, behind, end),
    behindTime: behind,
    hasColon: true,
    isInside: true,
    until: open === '' ? undefined : closingOf(text, colon, open === '(' ? ')' : ']'),
    alone: false,
    opensParagraph: false,
  }
}

/** Where an aside ends: at its bracket, or at the end of the line where that is missing. */
function closingOf(text: string, at: number, bracket: string): number {
  const close = text.slice(at, at + LONGEST_ASIDE).indexOf(bracket)
  return close === -1 ? lineEnd(text, at) : at + close
}

/** A word for a role that is no letter and no part of common speech. */
function isRole(label: string): boolean {
  if (label.length < 2 || COMMON.test(label)) return false
  return likenessOf(label, NOBODY) === 'certain' && vocabularyRole(label) !== UNKNOWN_ROLE
}

const NOBODY: ReadonlySet<string> = new Set()
const YOUNG = new Set(['child', 'young_person', 'participant'])
/** `YP`, `P12`. */
const INITIALS = /^\p{Lu}{1,3}\d{0,2}$/u
/** UTF-16 code units. */
const LONGEST_LOOK = 120
const LONGEST_ASIDE = 400
const BLANK = /^\s?$/u
/** "? Interviewer (Sue)", "(Carer", ". **YP"; up to the colon. */
const BEFORE_COLON =
  /(?:(?<open>[([])|[.?!…]["'”’)\]*]*[ \t\u00a0]+(?<bold>\**))(?<label>\p{Lu}[^.?!…:;"“”()[\]*\n]{0,60}(?:\([^()\n]{1,40}\))?)$/u
/** "Question", "Key questions", "Answer". */
const COMMON = /\b(?:questions?|answers?)$/iu
