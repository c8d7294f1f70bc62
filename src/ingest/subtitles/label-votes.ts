/**
 * Whether the cues of a file name their speakers, decided once for the whole file and never for a
 * cue: "One thing: no" is no speaker, and three names do not make a conversation of a lecture.
 */
import type { Likeness } from '../label-likeness.ts'
import { lineEnd } from '../lines.ts'
import type { SubtitleFormat } from './cue-blocks.ts'
import { type CueLabel, cueLabelAt, cueLikeness } from './cue-labels.ts'

/** How a file names its speakers before their words. */
export interface CueLabelStyle {
  /** Whether a label is a speaker of this file. */
  isSpeaker(label: CueLabel): boolean
  /**
   * Whether labels stand only where the speaker changes, so that the next cues are theirs. Where
   * every cue has one, nobody knows who says a cue without.
   */
  readonly goesOn: boolean
}

/** Counts the labels of a file, cue by cue, then judges. */
export interface LabelVotes {
  /** Takes the words of the next cue that has no voice tag. */
  add(text: string): void
  /** Undefined where the cues do not name their speakers. */
  style(format: SubtitleFormat): CueLabelStyle | undefined
}

/** No votes yet; `given` holds the labels of `voices.yaml` in lower case. */
export function labelVotes(given: ReadonlySet<string>): LabelVotes {
  const plain: Counts = { byLabel: new Map(), first: undefined, last: undefined }
  const bracketed: Counts = { byLabel: new Map(), first: undefined, last: undefined }
  let cues = 0
  return {
    add(text) {
      for (let at = 0; at < text.length; at = lineEnd(text, at) + 1) {
        const label = cueLabelAt(text, at)
        if (label === undefined) continue
        const counts = isBracketed(label) ? bracketed : plain
        countLabel(counts, label, given, at === 0)
        if (cues === 0 && at === 0) counts.first = label.label
      }
      cues += 1
    },
    style(format) {
      const file = { cues, format }
      const inBrackets = judged(bracketed, file)
      const inFront = judged(plain, file)
      const isBracketStyle = (inBrackets?.cues ?? 0) > (inFront?.cues ?? 0)
      const judgement = isBracketStyle ? inBrackets : inFront
      if (judgement === undefined) return undefined
      return {
        goesOn: judgement.isAtChanges && !isBracketStyle,
        isSpeaker: (label) =>
          isBracketed(label) === isBracketStyle && judgement.speakers.has(label.label),
      }
    },
  }
}

/** The labels of one shape. */
interface Counts {
  readonly byLabel: Map<string, Count>
  /** The label of the first cue of the file. */
  first: string | undefined
  /** The label that was counted last. */
  last: string | undefined
}

interface Count {
  readonly likeness: Likeness
  times: number
  /** Of these, how often it began a cue. */
  cues: number
  /** Of these, how often the label before it was the same. */
  repeated: number
}

function isBracketed({ shape }: CueLabel): boolean {
  return shape === 'bracket'
}

function countLabel(
  counts: Counts,
  found: CueLabel,
  given: ReadonlySet<string>,
  isFirst: boolean,
): void {
  const { label } = found
  let count = counts.byLabel.get(label)
  if (count === undefined) {
    if (counts.byLabel.size === MOST_LABELS) return
    count = { likeness: cueLikeness(found, given), times: 0, cues: 0, repeated: 0 }
    counts.byLabel.set(label, count)
  }
  if (count.likeness === 'none') return
  count.times += 1
  if (isFirst) count.cues += 1
  if (counts.last === label) count.repeated += 1
  counts.last = label
}

interface Judgement {
  readonly speakers: ReadonlySet<string>
  /** Cues that begin with a speaker. */
  readonly cues: number
  readonly isAtChanges: boolean
}

/** What the labels of one shape tell; undefined if they do not look like people who talk. */
function judged(
  { byLabel, first }: Counts,
  file: { readonly cues: number; readonly format: SubtitleFormat },
): Judgement | undefined {
  const people = new Map([...byLabel].filter(([, count]) => isPerson(count)))
  const opens = first !== undefined && people.has(first)
  if (!isConversation([...people.values()], file.cues, opens)) return undefined
  const speakers = new Map([...byLabel].filter(([, count]) => isPerson(count) || isOften(count)))
  const counts = [...speakers.values()]
  const cues = sumOf(counts, 'cues')
  const isAtChanges =
    sumOf(counts, 'repeated') <= cues * HARDLY_EVER &&
    isFew(cues, sumOf(counts, 'times'), file) &&
    // A single label at the very beginning may be that of a whole recording, or forgotten.
    (counts.length > 1 || file.format === 'subrip')
  return { speakers: new Set(speakers.keys()), cues, isAtChanges }
}

/**
 * Whether cues without a label are enough to show that labels stand at changes. In a small file with
 * labels on half of its cues they may as well have been forgotten; two in one cue are at a change.
 */
function isFew(
  cues: number,
  labels: number,
  file: { readonly cues: number; readonly format: SubtitleFormat },
): boolean {
  if (cues >= MANY_LABELS) return cues <= file.cues * MOST_AT_CHANGES[file.format]
  const isShown = cues > 2 || labels > cues
  return isShown ? cues <= file.cues / 2 : cues < file.cues / 2
}

function isPerson({ likeness }: Count): boolean {
  return likeness === 'certain' || likeness === 'name'
}

/** A display name that does not look like a name, but stands often. */
function isOften({ likeness, times }: Count): boolean {
  return likeness === 'word' && times >= OFTEN
}

function isConversation(people: readonly Count[], all: number, opens: boolean): boolean {
  const certain = people.filter(({ likeness }) => likeness === 'certain').length
  const again = people.filter(({ times }) => times > 1).length
  const cues = sumOf(people, 'cues')
  const share = cues / all
  if (certain > 0 && (opens || share >= 0.1)) return true
  if (certain > 1 && again > 0 && share >= 0.02) return true
  if (people.length > 1 && cues === all) return true
  if (again > 1 && cues > 3 && (opens || share >= 0.2)) return true
  return cues > 2 && share >= 0.5
}

function sumOf(counts: readonly Count[], what: 'cues' | 'times' | 'repeated'): number {
  return counts.reduce((sum, count) => sum + count[what], 0)
}

/** More different labels than this are no speakers; it bounds the memory for a long file. */
const MOST_LABELS = 20_000
/** Share of labels that may repeat the one before where labels stand at changes of the speaker. */
const HARDLY_EVER = 0.02
/** So many labels without one that repeats the one before are no accident. */
const MANY_LABELS = 20
/**
 * Share of cues that may have a label where labels stand at changes of the speaker. Otter writes so,
 * as SubRip; Zoom names the speaker of every cue, as WebVTT.
 */
const MOST_AT_CHANGES: Readonly<Record<SubtitleFormat, number>> = { subrip: 0.8, 'web-vtt': 0.5 }
/** So often stands a display name that does not look like one. */
const OFTEN = 3
