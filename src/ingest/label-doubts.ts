/** What the analyst is told of lines that look like labels and were read as speech. */
import type { LabelCount, LabelCounts } from './label-counts.ts'
import { type Likeness, likenessWith, opensSentence } from './label-likeness.ts'
import type { Problem } from './problems.ts'
import type { LabelStyle } from './speaker-labels.ts'
import type { Shape } from './turn-head.ts'

/** Where labels were counted, and what was made of them. */
export interface LabelsRead {
  readonly counts: LabelCounts
  readonly style: LabelStyle | undefined
  /** The labels of `voices.yaml` in lower case. */
  readonly given: ReadonlySet<string>
  /** The beginning of the file, in which lines are counted. */
  readonly text: string
}

/** At most one warning: with the labels that were not taken for speakers. */
export function labelDoubts(read: LabelsRead): Problem[] {
  const missed = read.style === undefined ? withoutStyle(read) : besideStyle(read, read.style)
  const labels = [...missed].sort((a, b) => a.count.first - b.count.first)
  const [first] = labels
  if (first === undefined) return []
  const names = [...new Set(labels.map(({ label }) => `“${label}”`))]
  const shown = names.slice(0, SHOWN).join(', ')
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  const message =
    `Lines look like labels (${shown}${more}) but were read as speech of ` +
    `${read.style === undefined ? 'one speaker' : 'the speaker before'}. ` +
    'If they are speakers, write each turn as “Name: speech” on a line of its own, or name the ' +
    'labels in voices.yaml, under roles.'
  return [{ severity: 'warning', id: 'labels-read-as-speech', message, line: lineOf(read, first) }]
}

/** Roles inside lines that are no speakers otherwise; `at` is in the text of the file. */
export function insideLineDoubts(
  found: readonly { readonly label: string; readonly at: number }[],
  text: string,
): Problem[] {
  const [first] = found
  if (first === undefined) return []
  const names = [...new Set(found.map(({ label }) => `“${label}:”`))]
  const shown = names.slice(0, SHOWN).join(', ')
  const message =
    `Inside lines somebody else seems to speak: ${shown}. Check the turns there, and begin each turn ` +
    'on a line of its own.'
  const line = lineAt(text, first.at)
  return [{ severity: 'warning', id: 'labels-inside-lines', message, line }]
}

interface Missed {
  readonly label: string
  readonly count: LabelCount
  readonly likeness: Likeness
}

/** Roles and names that come again, in a file that has no speakers. */
function withoutStyle(read: LabelsRead): Missed[] {
  for (const shape of OFTEN_LABELS) {
    const all = missedIn(read, shape).filter(({ count }) => count.speaking > 0)
    const certain = all.filter(({ likeness, label }) => likeness === 'certain' && label.length > 1)
    const again = all.filter(({ likeness, count }) => likeness === 'name' && count.times > 1)
    const times = certain.reduce((sum, { count }) => sum + count.times, 0)
    if (times >= 2 && shape !== 'line') return [...certain, ...again]
    if (certain.some(({ count }) => count.times > 1) && certain.length + again.length > 1) {
      return [...certain, ...again]
    }
  }
  return []
}

/** Names that were not accepted, and roles in a shape that is not that of the file. */
function besideStyle(read: LabelsRead, style: LabelStyle): Missed[] {
  const begin = firstSpeaker(read, style)
  return OFTEN_LABELS.flatMap((shape) => {
    const isOwn = style.shapes.has(shape)
    return missedIn(read, shape).filter(({ label, likeness, count }) => {
      if (count.speaking === 0 || count.first < begin || (isOwn && style.labels.has(label)))
        return false
      if (isOwn) return isSureShape(shape, count) && (likeness === 'name' || likeness === 'certain')
      return likeness === 'certain' && style.labels.has(label) && label.length > 1
    })
  })
}

/** Where the first speaker is named: what stands before is no speech of another. */
function firstSpeaker({ counts }: LabelsRead, style: LabelStyle): number {
  let first = Number.MAX_SAFE_INTEGER
  for (const shape of style.shapes) {
    for (const [label, count] of counts.byShape.get(shape) ?? []) {
      if (style.labels.has(label)) first = Math.min(first, count.first)
    }
  }
  return first
}

/** A bold word without a colon is emphasis more often than a label. */
function isSureShape(shape: Shape, count: LabelCount): boolean {
  return shape === 'colon' || shape === 'listed' || count.coloned > 0
}

function missedIn({ counts, given }: LabelsRead, shape: Shape): Missed[] {
  const labels = [...(counts.byShape.get(shape) ?? [])].filter(([label]) => isShort(label))
  return labels.map(([label, count]) => ({
    label,
    count,
    likeness: likenessWith(label, count.details, given),
  }))
}

/** At most four words that do not go on: not "Encourage children to". */
function isShort(label: string): boolean {
  return label.split(' ').length <= 4 && !opensSentence(label) && !GOES_ON.test(label)
}

function lineOf({ text }: LabelsRead, { count }: Missed): number | undefined {
  return count.first > text.length ? undefined : lineAt(text, count.first)
}

/** The line of a position in the text of a file, 1-based. */
export function lineAt(text: string, at: number): number {
  let line = 1
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1)) {
    line += 1
  }
  return line
}

/** "children to" */
const GOES_ON = / (?:to|of|for|with|from)$/u
const SHOWN = 6
/** Shapes that are seldom anything but labels where they hold roles and names. */
const OFTEN_LABELS: readonly Shape[] = ['colon', 'bold', 'listed', 'row', 'dash', 'line', 'bracket']
