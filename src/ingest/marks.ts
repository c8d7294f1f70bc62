/**
 * Marks that are no speech: `[laughs]`, `(inaudible 00:12:33)`, `*sighs*`, `[00:01:02]`.
 *
 * Brackets hold speech too, "(my nan)", and words put in for a name, `[foster carer]`; these stay
 * words. So round brackets, asterisks and angle brackets are marks only if every word in them is a
 * word of marks; square brackets, which transcribers use for notes, need one that is certain.
 */
import type { Span } from '../types.ts'
import { timeAt } from './times.ts'

/** Every mark in the text that is no speech; in no stated order. */
export function markSpans(text: string): Span[] {
  const spans: Span[] = []
  for (const [open, close, isNote] of BRACKETS) {
    addMarks(spans, text, { open, close, isNote, known: new Map() })
  }
  return spans
}

interface Bracket {
  readonly open: string
  readonly close: string
  /** Whether one word that is certain makes a mark of all that is inside. */
  readonly isNote: boolean
  /** What was decided of the same words before: a transcript repeats its marks. */
  readonly known: Map<string, boolean>
}

function addMarks(spans: Span[], text: string, bracket: Bracket): void {
  const { open, close, isNote, known } = bracket
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, at + open.length)) {
    const from = at + open.length
    const end = closeOf(text, from, close)
    if (end === -1) continue
    const content = text.slice(from, end)
    const isSilent = known.get(content) ?? isMark(content, isNote)
    if (known.size < MOST_KNOWN) known.set(content, isSilent)
    if (isSilent) spans.push({ start: at, end: end + close.length })
  }
}

/** Near, and in the same paragraph: a mark is short, but may be wrapped. */
function closeOf(text: string, from: number, close: string): number {
  const last = Math.min(text.length, from + LONGEST_MARK)
  const first = close.charCodeAt(0)
  for (let i = from; i < last; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 10 && text.charCodeAt(i + 1) === 10) return -1
    if (code === first && text.startsWith(close, i)) return i
  }
  return -1
}

/** Whether what stands in brackets is a mark and not speech; `isNote` for square brackets. */
function isMark(content: string, isNote: boolean): boolean {
  if (isTime(content)) return true
  const words = content.toLowerCase().match(MARK_WORD) ?? []
  if (words.length === 0 || words.length > MOST_WORDS) return false
  if (isNote && words.some((word) => CERTAIN.has(word))) return true
  const named = words.filter((word) => !MEASURE.test(word))
  if (named.length === 0) return SECONDS.test(content.trim())
  const isNamed = (word: string) => SOUNDS.has(word) || (isNote && NOTES.has(word))
  return named.some(isNamed) && named.every((word) => isNamed(word) || BESIDE.has(word))
}

function isTime(content: string): boolean {
  const time = timeAt(content, 0)
  return time !== undefined && time.next === content.length
}

const BRACKETS: readonly (readonly [open: string, close: string, isNote: boolean])[] = [
  ['[', ']', true],
  ['((', '))', true],
  ['(', ')', false],
  ['<', '>', false],
  ['{', '}', false],
  ['**', '**', false],
  ['*', '*', false],
]
const LONGEST_MARK = 80
const MOST_KNOWN = 1000
const MOST_WORDS = 9
/** A word or a time inside a mark: "laughs", "00:12:33", "5s". */
const MARK_WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.:,]*/gu
/** What only measures a mark: "00:12:33", "0.5", "5s", "3". */
const MEASURE = /^[\d.:,]+s?$/u
/** A timed pause: "(0.5)", "(3s)", "(5 seconds)". */
const SECONDS = /^(?:\d{1,2}[.,]\d{1,2}|\d+(?:[.,]\d+)?\s*(?:s|sec|secs|second|seconds))$/u
/** In square brackets, one of these is enough: "[foster carer laughs]". */
const CERTAIN = new Set(
  (
    'inaudible unintelligible indistinct indecipherable crosstalk cross-talk laughs laughing ' +
    'laughter laugh chuckles giggles sighs coughs pause pauses applause overtalking inaud'
  ).split(' '),
)

/** What a person does who is not speaking, and what the transcriber did not hear. */
const SOUNDS = new Set([
  ...CERTAIN,
  ...(
    'applauds breathes chuckle chuckling claps coughing cries crosstalking cry crying exhales ' +
    'gasps gestures giggle giggling groans hesitates hums inhales mumbles mumbling nod nodding ' +
    'nods overlap overlapping overlaps paused pausing shrugs sic sigh sighing silence silent ' +
    'smiles smiling sneezes sniff sniffing sniffles sniffs snorts sob sobbing sobs tearful tuts ' +
    'unclear weeping weeps whispering whispers yawns'
  ).split(' '),
])

/** What is a mark in square brackets only: "(the interview)" may be speech. */
const NOTES = new Set(
  (
    'answer audio barking beep break call clap clapping disconnected gap hum humming interrupted ' +
    'interruption interruptions interrupts interview knock knocking knocks music noise noises ' +
    'recording redial reply response ring ringing rings screams sings singing smile sound sounds static tape ' +
    'tears the throat whistles'
  ).split(' '),
)

/** Words that may stand beside a word of marks: "(laughs nervously)", "[end of recording]". */
const BESIDE = new Set(
  (
    'a again all and away background begins both brief briefly clears continues cuts deeply door ' +
    'drops end ended ends everybody everyone for from gently group happily head heavily in long ' +
    'loud loudly min mins minute minutes nervous nervously no of off on opens out over participant ' +
    'phone quiet quietly restarts resumed resumes s sadly sec second seconds secs several shakes ' +
    'short slight slightly slow slowly softly speaker speakers speech start started starts ' +
    'stopped stops talk talking telephone their throat time to together very voice voices while'
  ).split(' '),
)
