/**
 * Chooses how a file marks its speakers, once for the whole file and never per line.
 *
 * Every line that begins like a turn is a vote for its shape. A label holds if it is a role or a
 * speaker number, if it is a name that comes again, or if it is a name in a file where nearly every
 * paragraph begins with a label. The shape with the most labels that hold wins, if what it gives
 * looks like a conversation: a blog with a few "Heading: text" lines has no speakers.
 */
import type { LabelCount, LabelCounts } from './label-counts.ts'
import { type Likeness, likenessOf } from './label-likeness.ts'
import type { Shape } from './turn-head.ts'

/** How the speakers of a file are marked. */
export interface LabelStyle {
  /** For people: `Name: speech`. */
  readonly name: string
  readonly shapes: ReadonlySet<Shape>
  /** The labels that are speakers in this file. */
  readonly labels: ReadonlySet<string>
}

/** The style of the file that was counted; undefined if it has no speakers. */
export function labelStyleOf(
  counts: LabelCounts,
  given: ReadonlySet<string>,
): LabelStyle | undefined {
  let best: Candidate | undefined
  for (const form of FORMS) {
    const candidate = candidateOf(form, counts, given)
    if (candidate === undefined || !isConversation(candidate, counts)) continue
    if (best === undefined || candidate.turns > best.turns) best = candidate
  }
  if (best === undefined) return undefined
  const shapes = new Set([best.form.shape, ...best.form.also])
  return { name: best.form.name, shapes, labels: new Set(best.labels.keys()) }
}

/** A way to mark speakers: the shape that votes, and the shapes that may stand beside it. */
interface Form {
  readonly name: string
  readonly shape: Shape
  readonly also: readonly Shape[]
  /** A time beside the name: strong evidence, so that a name need not come again. */
  readonly timed: boolean
}

const FORMS: readonly Form[] = [
  { name: 'Name: speech', shape: 'colon', also: ['dot', 'name-bracketed-time'], timed: false },
  { name: 'Q. speech', shape: 'dot', also: ['colon'], timed: false },
  { name: '[time] Name: speech', shape: 'time-name', also: ['time', 'colon', 'bold'], timed: true },
  { name: 'Name, time, speech below', shape: 'name-time', also: ['bold', 'time'], timed: true },
  { name: '**Name** speech', shape: 'bold', also: ['name-time', 'colon'], timed: false },
  {
    name: 'Name (time): speech below',
    shape: 'name-bracketed-time',
    also: ['time', 'colon'],
    timed: true,
  },
  { name: 'Name [time] speech', shape: 'name-time-speech', also: ['colon'], timed: false },
  { name: '[Name] time, speech below', shape: 'bracket-time', also: [], timed: true },
  { name: '[Name]: speech', shape: 'bracket', also: [], timed: false },
  { name: 'time, Name, speech below', shape: 'time-name-line', also: ['time-name'], timed: false },
  { name: 'Name, tab, speech', shape: 'tab', also: [], timed: false },
  { name: 'Name – speech', shape: 'dash', also: [], timed: false },
]

interface Candidate {
  readonly form: Form
  /** The labels that hold, with their counts in the shape that votes. */
  readonly labels: ReadonlyMap<string, Holding>
  /** How often they stand in the shape that votes. */
  readonly turns: number
}

interface Holding {
  readonly likeness: Likeness
  readonly count: LabelCount
}

function candidateOf(
  form: Form,
  counts: LabelCounts,
  given: ReadonlySet<string>,
): Candidate | undefined {
  const voting = counts.byShape.get(form.shape)
  if (voting === undefined) return undefined
  const labels = new Map<string, Holding>()
  const once = new Map<string, Holding>()
  for (const [label, count] of voting) {
    const holding = { likeness: likenessOf(label, given), count }
    if (holds(label, holding, form)) labels.set(label, holding)
    else if (holding.likeness === 'name' && count.opening > 0) once.set(label, holding)
  }
  if (labels.size === 0) return undefined
  if (isDense(form, counts, [labels, once])) for (const [label, it] of once) labels.set(label, it)
  if (form.shape === 'dot' && !hasQuestionsAndAnswers(labels)) return undefined
  addCertain(labels, form, { counts, given })
  return { form, labels, turns: turnsOf(labels) }
}

function holds(label: string, { likeness, count }: Holding, form: Form): boolean {
  if (likeness === 'certain') return true
  // Where speakers are letters, the one who speaks once is a speaker too.
  if (form.shape === 'tab' && LETTER_CODE.test(label)) return true
  // A time may stand behind any word: "Yeah [00:05] I think".
  const isTimed = count.timed > 0 && form.shape !== 'name-time-speech'
  if (likeness === 'name') return form.timed || count.times > 1 || isTimed
  return likeness === 'word' && count.times >= (form.timed ? 2 : 4)
}

/** Nearly every paragraph begins with a label, or every line where there are no paragraphs. */
function isDense(
  form: Form,
  counts: LabelCounts,
  groups: readonly ReadonlyMap<string, Holding>[],
): boolean {
  if (form.shape === 'bold' || form.shape === 'tab') return false
  let times = 0
  let opening = 0
  for (const group of groups) {
    for (const { count } of group.values()) {
      times += count.times
      opening += count.opening
    }
  }
  const units = opening > times / 2 && counts.paragraphs > 1 ? counts.paragraphs : counts.lines
  return times >= 3 && times >= DENSE * units
}

/** Labels that are certain hold in the shapes beside the voting one too: `P2: (01:10)`. */
function addCertain(
  labels: Map<string, Holding>,
  form: Form,
  known: { readonly counts: LabelCounts; readonly given: ReadonlySet<string> },
): void {
  for (const shape of form.also) {
    for (const [label, count] of known.counts.byShape.get(shape) ?? []) {
      if (labels.has(label) || likenessOf(label, known.given) !== 'certain') continue
      labels.set(label, { likeness: 'certain', count: { ...count, times: 0 } })
    }
  }
}

function hasQuestionsAndAnswers(labels: ReadonlyMap<string, Holding>): boolean {
  const initials = new Set([...labels.keys()].map((label) => label.charAt(0)))
  return initials.has('Q') && initials.has('A')
}

function turnsOf(labels: ReadonlyMap<string, Holding>): number {
  let turns = 0
  for (const { count } of labels.values()) turns += count.times
  return turns
}

/** Whether the labels of a candidate look like people who talk, and not like headings. */
function isConversation(candidate: Candidate, counts: LabelCounts): boolean {
  const evidence = evidenceOf(candidate, counts)
  const { turns, timed, speaking, certain, again, share } = evidence
  if (speaking < turns / 2) return false
  const { shape } = candidate.form
  if (shape === 'tab' && certain < 2 && again === 0) return false
  if (shape === 'dash' && !isDashConversation(candidate.labels)) return false
  const isLate = evidence.first > counts.length / 2 && evidence.first > LONG_TITLE
  if (isLate && turns < MANY_TURNS) return false
  const isFirstLine = evidence.first < FIRST_LINES
  if (candidate.form.timed || timed > turns / 2) return turns >= 2 || isFirstLine
  if (certain >= 2) return share >= (again > 0 ? 0.02 : 0.3)
  if (certain === 1) return turns === 1 ? isFirstLine : share >= 0.1
  if (again >= 2) return turns >= 4 && share >= 0.2
  return turns >= 3 && share >= 0.5
}

/**
 * Lists use dashes too, "SW – social worker" and "A – I agree": there must be questions and answers,
 * or two labels that are certain without being letters, and somebody who speaks again.
 */
function isDashConversation(labels: ReadonlyMap<string, Holding>): boolean {
  if (hasQuestionsAndAnswers(labels)) return true
  const all = [...labels]
  const certain = all.filter(([label, it]) => it.likeness === 'certain' && label.length > 1)
  return certain.length >= 2 && all.some(([, { count }]) => count.times > 1)
}

interface Evidence {
  readonly turns: number
  /** Turns with a time beside the name. */
  readonly timed: number
  /** Turns with speech after the head. */
  readonly speaking: number
  /** Different labels that are certain. */
  readonly certain: number
  /** Different labels that come again. */
  readonly again: number
  /** Turns for each paragraph, or for each line where there are no paragraphs. */
  readonly share: number
  /** Where the first label stands. */
  readonly first: number
}

function evidenceOf(candidate: Candidate, counts: LabelCounts): Evidence {
  let [timed, speaking, certain, again] = [0, 0, 0, 0]
  let first = Number.MAX_SAFE_INTEGER
  for (const { likeness, count } of candidate.labels.values()) {
    timed += count.times === 0 ? 0 : count.timed
    speaking += count.times === 0 ? 0 : count.speaking
    if (likeness === 'certain') certain += 1
    if (count.times > 1) again += 1
    first = Math.min(first, count.first)
  }
  const units = counts.paragraphs > 2 ? counts.paragraphs : counts.lines / 4
  return {
    turns: candidate.turns,
    timed,
    speaking,
    certain,
    again,
    share: candidate.turns / units,
    first,
  }
}

/** `R`, `YP`, `C2`. */
const LETTER_CODE = /^[A-Z]{1,3}\d{0,2}$/u
const DENSE = 0.8
/** With so many turns it is a conversation, however late it begins. */
const MANY_TURNS = 20
/** UTF-16 code units: the longest title page before a short conversation. */
const LONG_TITLE = 1500
/** UTF-16 code units: a title and a date may stand before the only label. */
const FIRST_LINES = 200
