/**
 * Cuts a text into turns. A turn is the speech behind a label, up to the next label; a paragraph
 * without a label goes on with the speaker. Words before the first label belong to nobody, unless
 * they are many: then somebody unknown speaks.
 */
import type { LeftOut, Span, Turn } from '../types.ts'
import { lineEnd } from './lines.ts'
import { spanAt, withoutWhite } from './span-order.ts'
import type { LabelStyle } from './speaker-labels.ts'
import { type Speaker, UNKNOWN_SPEAKER } from './speakers.ts'
import type { Head } from './turn-head.ts'

/** What is known of a text when its turns are cut. */
export interface TurnPlan {
  /** Undefined for a text without speaker labels: all of it is the document's own. */
  readonly style: LabelStyle | undefined
  readonly speakerOf: (label: string, details: string) => Speaker
  /** The document itself: speaks where there are no labels. */
  readonly self: Speaker
  /** Who was speaking when the text before this one ended; undefined at the start. */
  readonly before: Speaker | undefined
  /** Whether only questions have labels, so that each later paragraph is an answer. */
  readonly answersLackLabels: boolean
  /** Where the speech begins: behind front matter and title block. */
  readonly from: number
  /** Text that is not coded and ends a turn, in order. */
  readonly breaks: readonly LeftOut[]
  /** Lines that are not coded and do not end a turn, such as page numbers; in order. */
  readonly interruptions: readonly Span[]
}

/** The turns of a text, and what it holds beside them. */
export interface TurnsRead {
  readonly turns: readonly Turn[]
  /** A few words before the first label, such as a title: nobody's, and not coded. */
  readonly unattributed: readonly Span[]
  /** Much text before the first label, which is speech: its speaker is unknown. */
  readonly unnamed: readonly Span[]
  /** Who speaks at the end of the text. */
  readonly last: Speaker | undefined
}

/** Cuts `text` into turns. */
export function turnsOf(text: string, heads: readonly Head[], plan: TurnPlan): TurnsRead {
  const cutter = cutterOf(text, plan)
  if (plan.style === undefined) {
    cutSpeech(cutter, { start: plan.from, end: text.length }, voice(plan.self, NO_TIMES))
    return { turns: cutter.turns, unattributed: [], unnamed: [], last: plan.self }
  }
  cutter.speaking = plan.before && voice(plan.before, NO_TIMES)
  for (const head of heads) {
    const isNamed = namesSpeaker(head, plan.style)
    if (head.line < plan.from || !(isNamed || goesOn(head, plan.style, cutter.speaking))) continue
    speakUntil(cutter, head.line)
    cutter.aside = head.until === undefined ? undefined : asideOf(head.until, cutter.speaking)
    cutter.speaking = isNamed
      ? voice(plan.speakerOf(head.label, head.details), head)
      : voice(unnamedSpeaker(head, plan.style, cutter.speaking), head)
    cutter.start = isNamed ? head.speech : head.behindTime
  }
  speakUntil(cutter, text.length)
  const { speaking } = cutter
  const last = speaking && { speaker: speaking.speaker, role: speaking.role }
  const { turns, unattributed } = cutter
  if (!isSpeech(unattributed, text)) return { turns, unattributed, unnamed: [], last }
  const unknown = unattributed.map((span) => turnOf(span, voice(UNKNOWN_SPEAKER, NO_TIMES)))
  return { turns: [...unknown, ...turns], unattributed: [], unnamed: unattributed, last }
}

/** Whether text before the first label is too long to be a title or a note on the recording. */
function isSpeech(spans: readonly Span[], text: string): boolean {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return length >= Math.max(LEAST_SPEECH, Math.min(text.length / 10, MOST_PREAMBLE))
}

/** Characters; a title block with the names of those present is shorter. */
const LEAST_SPEECH = 600
/** Characters; a longer text is speech, however long the whole is. */
const MOST_PREAMBLE = 2000

/** Whether a head names a speaker of this style. */
export function namesSpeaker(head: Head, style: LabelStyle): boolean {
  return head.isInside || (style.labels.has(head.label) && style.shapes.has(head.shape))
}

/** "[0:11] One thing: no": a time without a speaker, in a style where times open turns. */
function goesOn(head: Head, style: LabelStyle, speaking: Speaker | undefined): boolean {
  if (isDated(head)) return style.shapes.has(head.shape)
  if (speaking === undefined || !style.shapes.has('time')) return false
  return head.shape === 'time' || head.shape === 'time-name'
}

/** Times that stand alone on a line and open no turn, such as Google Meet's `00:05:10`. */
export function loneTimes(text: string, heads: readonly Head[], style?: LabelStyle): Span[] {
  const lone = heads.filter(
    (head) => head.shape === 'time' && head.alone && !style?.shapes.has('time'),
  )
  return lone.map((head) => ({ start: head.line, end: lineEnd(text, head.line) }))
}

/** A speaker with the times of one turn. */
interface Voice extends Speaker {
  readonly timeStart: string | undefined
  readonly timeEnd: string | undefined
}

interface Cutter {
  readonly text: string
  readonly plan: TurnPlan
  /** The first break that does not end before the speech to be cut. */
  nextBreak: number
  /** Where the speech begins that is not yet cut, who says it, and what interrupts it. */
  start: number
  speaking: Voice | undefined
  aside: Aside | undefined
  readonly turns: Turn[]
  readonly unattributed: Span[]
}

/** What somebody throws in, in brackets: `(Carer: no)`. */
interface Aside {
  /** Where its bracket closes. */
  readonly end: number
  /** Who goes on behind it. */
  readonly before: Voice | undefined
}

function cutterOf(text: string, plan: TurnPlan): Cutter {
  const start = plan.from
  return {
    text,
    plan,
    nextBreak: 0,
    start,
    speaking: undefined,
    aside: undefined,
    turns: [],
    unattributed: [],
  }
}

function asideOf(end: number, before: Voice | undefined): Aside {
  return { end, before: before && voice(before, NO_TIMES) }
}

/** Adds all speech before `end`, where another head begins or the text ends. */
function speakUntil(cutter: Cutter, end: number): void {
  const { aside } = cutter
  if (aside !== undefined && aside.end < end) {
    cutSpeech(cutter, { start: cutter.start, end: aside.end }, cutter.speaking)
    cutter.start = aside.end + 1
    cutter.speaking = aside.before
  }
  cutter.aside = undefined
  cutSpeech(cutter, { start: cutter.start, end }, cutter.speaking)
}

/** A line of a chat, with a name or without. */
function isDated({ shape }: Head): boolean {
  return shape === 'dated' || shape === 'dated-nobody'
}

/** Otter writes a time without a name where it does not know the speaker; others go on. */
function unnamedSpeaker(head: Head, style: LabelStyle, before: Speaker | undefined): Speaker {
  if (before === undefined || isDated(head)) return UNKNOWN_SPEAKER
  return style.shapes.has('name-time') ? UNKNOWN_SPEAKER : before
}

/** Written out, since this runs for every turn and copying objects by spreading is slow. */
function voice(speaker: Speaker, times: Pick<Voice, 'timeStart' | 'timeEnd'>): Voice {
  return {
    speaker: speaker.speaker,
    role: speaker.role,
    timeStart: times.timeStart,
    timeEnd: times.timeEnd,
  }
}

/** Adds the speech of a span; where answers lack labels, a question is one paragraph. */
function cutSpeech(cutter: Cutter, span: Span, speaking: Voice | undefined): void {
  const { answersLackLabels, self } = cutter.plan
  if (!answersLackLabels || speaking === undefined || speaking.speaker === self.speaker) {
    cutAtBreaks(cutter, span, speaking)
    return
  }
  const gap = cutter.text.slice(span.start, span.end).search(BLANK_LINE)
  const end = gap === -1 ? span.end : span.start + gap
  cutAtBreaks(cutter, { start: span.start, end }, speaking)
  cutAtBreaks(cutter, { start: end, end: span.end }, voice(self, NO_TIMES))
}

/** Adds the speech of a span, without the breaks in it. */
function cutAtBreaks(cutter: Cutter, span: Span, speaking: Voice | undefined): void {
  const { breaks } = cutter.plan
  let start = span.start
  for (; cutter.nextBreak < breaks.length; cutter.nextBreak += 1) {
    const next = breaks[cutter.nextBreak]
    if (next === undefined || next.span.start >= span.end) break
    if (next.span.start > start) addSpeech(cutter, { start, end: next.span.start }, speaking)
    start = Math.max(start, next.span.end)
    if (next.span.end > span.end) break
  }
  if (start < span.end) addSpeech(cutter, { start, end: span.end }, speaking)
}

function addSpeech(cutter: Cutter, whole: Span, speaking: Voice | undefined): void {
  const span = trimmed(cutter.text, whole, cutter.plan.interruptions)
  if (span === undefined) return
  if (speaking === undefined) cutter.unattributed.push(span)
  else cutter.turns.push(turnOf(span, speaking))
}

function turnOf(span: Span, speaking: Voice): Turn {
  const { speaker, role, timeStart, timeEnd } = speaking
  return { span, speaker, role, timeStart, timeEnd }
}

/** The span without white space and interruptions at its ends; undefined if no word is left. */
function trimmed(text: string, span: Span, interruptions: readonly Span[]): Span | undefined {
  const bare = withoutWhite(text, span)
  if (interruptions.length === 0) return hasWord(text, bare.start, bare.end) ? bare : undefined
  let { start, end } = bare
  for (;;) {
    if (start === end) return undefined
    const first = spanAt(interruptions, start)
    const last = spanAt(interruptions, end - 1)
    if (first === undefined && last === undefined) break
    const inner = { start: Math.min(first?.end ?? start, end), end: last?.start ?? end }
    ;({ start, end } = withoutWhite(text, { ...inner, end: Math.max(inner.start, inner.end) }))
  }
  return hasWord(text, start, end) ? { start, end } : undefined
}

/** A letter, a digit, or any character beyond ASCII that is no punctuation of its own. */
function hasWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 128 ? code < 0x2000 || code > 0x206f : isWordCode(code)) return true
  }
  return false
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** An empty line behind some text. */
const BLANK_LINE = /(?<=\S)[ \t]*\n[ \t]*\n/u
const NO_TIMES = { timeStart: undefined, timeEnd: undefined }
