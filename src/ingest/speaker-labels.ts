/**
 * Chooses how a file marks its speakers, once for the whole file and never per line.
 *
 * Every line that begins like a turn is a vote for its shape. A label holds if it is a role or a
 * speaker number, if it is a name that comes again, or if it is a name in a file where nearly every
 * paragraph begins with a label. The shape with the most labels that hold wins, if what it gives
 * looks like a conversation: a blog with a few "Heading: text" lines has no speakers.
 */
import type { LabelCount, LabelCounts } from './label-counts.ts'
import { FORMS, type Form } from './label-forms.ts'
import { type Likeness, likenessOf, likenessWith } from './label-likeness.ts'
import { vocabularyRole } from './roles.ts'
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
  if (best.form.shape === 'colon' && hasDashesToo(best, counts)) shapes.add('dash')
  return { name: best.form.name, shapes, labels: new Set(best.labels.keys()) }
}

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
    const holding = { likeness: likenessWith(label, count.details, given), count }
    if (holds(label, holding, form) || isElsewhere(label, holding, { form, counts })) {
      labels.set(label, holding)
    } else if (holding.likeness === 'name' && isColoned(form, count)) once.set(label, holding)
  }
  if (labels.size === 0) return undefined
  for (const [label, it] of densely(form, counts, { labels, once })) labels.set(label, it)
  if (form.shape === 'dot' && !hasQuestionsAndAnswers(labels)) return undefined
  addCertain(labels, form, { counts, given })
  return { form, labels, turns: turnsOf(labels) }
}

/** "Tia: Nine." among `**Tia:** …`: a name that comes again in a shape beside the voting one. */
function isElsewhere(
  label: string,
  { likeness, count }: Holding,
  { form, counts }: { readonly form: Form; readonly counts: LabelCounts },
): boolean {
  if (likeness !== 'name' || !isColoned(form, count)) return false
  return form.also.some((shape) => counts.byShape.get(shape)?.has(label))
}

/** A bold name that comes once opens a turn only with a colon; without one it is a heading. */
function isColoned({ shape }: Form, count: LabelCount): boolean {
  return shape !== 'bold' || count.coloned > 0
}

function holds(label: string, { likeness, count }: Holding, form: Form): boolean {
  if (likeness === 'certain') return true
  // A chat program names everybody who writes: `+44 7700 900123`, `jess`.
  if (form.shape === 'dated') return true
  // Where speakers are letters, the one who speaks once is a speaker too.
  if (form.shape === 'tab' && LETTER_CODE.test(label)) return true
  // A time may stand behind any word: "Yeah [00:05] I think".
  const isTimed = count.timed > 0 && form.shape !== 'name-time-speech'
  if (likeness === 'name') return form.timed || count.times > 1 || isTimed
  return likeness === 'word' && count.times >= (form.timed ? 2 : 4)
}

/**
 * The names that come once and are speakers all the same, because labels open most paragraphs, or
 * nearly every line where there are no paragraphs.
 */
function densely(
  form: Form,
  counts: LabelCounts,
  found: { readonly labels: Map<string, Holding>; readonly once: Map<string, Holding> },
): Iterable<[string, Holding]> {
  if (form.shape === 'tab') return []
  let times = 0
  let opening = 0
  for (const group of [found.labels, found.once]) {
    for (const { count } of group.values()) {
      times += count.times
      opening += count.opening
    }
  }
  const hasParagraphs = opening > times / 2 && counts.paragraphs > 1
  if (times < 3) return []
  if (!hasParagraphs) return times >= DENSE_LINES * counts.lines ? found.once : []
  if (opening < DENSE_PARAGRAPHS * counts.paragraphs) return []
  return [...found.once].filter(([, { count }]) => count.opening > 0)
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
  if (shape === 'dash' && !isDashConversation(candidate.labels, isDense(turns, counts)))
    return false
  if (LISTS.has(shape) && (again < 2 || turns < 4)) return false
  if (shape === 'line' && !isOwnLineConversation(candidate, evidence)) return false
  const isLate = evidence.first > counts.length / 2 && evidence.first > LONG_TITLE
  if (isLate && turns < MANY_TURNS) return false
  const isFirstLine = evidence.first < FIRST_LINES
  if (candidate.form.timed || timed > turns / 2) return turns >= 2 || isFirstLine
  if (certain >= 2) return share >= (again > 0 ? 0.02 : 0.3)
  if (certain === 1) return turns === 1 ? isFirstLine : share >= 0.1
  if (again >= 2) return turns >= 4 && share >= 0.2
  return turns >= 3 && share >= 0.5
}

/** Nearly every paragraph has a label, or every line where there are no paragraphs. */
function isDense(turns: number, { paragraphs, lines }: LabelCounts): boolean {
  return turns >= DENSE_LINES * (paragraphs > 2 ? paragraphs : lines)
}

/**
 * Lists use dashes too, "SW – social worker" and "A – I agree": there must be questions and answers,
 * or two labels that are certain without being letters, and somebody who speaks again. Letters that
 * ask and letters that answer are labels where nearly every line has one.
 */
function isDashConversation(labels: ReadonlyMap<string, Holding>, isDense: boolean): boolean {
  if (hasQuestionsAndAnswers(labels)) return true
  const all = [...labels]
  const certain = all.filter(([label, it]) => it.likeness === 'certain' && label.length > 1)
  if (certain.length >= 2 && all.some(([, { count }]) => count.times > 1)) return true
  const again = all.filter(([, { count }]) => count.times > 1)
  const asks = again.some(([label]) => isAsking(label))
  const answers = again.some(([label, it]) => it.likeness === 'certain' && !isAsking(label))
  return asks && answers && isDense
}

/**
 * A name alone on a line may be a heading, or an answer: somebody asks and somebody answers, both
 * again and again, and nearly each has something to say.
 */
function isOwnLineConversation(candidate: Candidate, evidence: Evidence): boolean {
  const { turns, speaking, again, share } = evidence
  if (again < 2 || turns < 4 || speaking < 0.9 * turns) return false
  if ([...candidate.labels.keys()].some(isAsking)) return share >= 0.3
  return turns >= 6 && share >= DENSE_LINES
}

function isAsking(label: string): boolean {
  return ASKING.has(vocabularyRole(label))
}

/** Whether somebody asks and somebody answers before dashes too: `I - …`, `P - …`. */
function hasDashesToo({ labels }: Candidate, counts: LabelCounts): boolean {
  const dashed = [...(counts.byShape.get('dash')?.keys() ?? [])].filter((label) =>
    labels.has(label),
  )
  const isRole = (label: string) => labels.get(label)?.likeness === 'certain'
  return dashed.length > 1 && dashed.every(isRole) && dashed.some((label) => !isAsking(label))
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
/** Roles that ask. */
const ASKING = new Set(['interviewer', 'facilitator', 'moderator'])
/** Shapes that lists and tables of other things have too. */
const LISTS: ReadonlySet<Shape> = new Set<Shape>(['listed', 'row'])
const DENSE_LINES = 0.8
const DENSE_PARAGRAPHS = 0.5
/** With so many turns it is a conversation, however late it begins. */
const MANY_TURNS = 20
/** UTF-16 code units: the longest title page before a short conversation. */
const LONG_TITLE = 1500
/** UTF-16 code units: a title and a date may stand before the only label. */
const FIRST_LINES = 200
