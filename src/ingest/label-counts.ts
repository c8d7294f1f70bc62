/** Counts the lines of a file that begin like a turn: by shape, then by label. */
import { isWhite } from './lines.ts'
import type { Head, Shape } from './turn-head.ts'
import type { Heads } from './turn-heads.ts'

/** What has been counted of a file; grows piece by piece over a long one. */
export interface LabelCounts {
  readonly byShape: Map<Shape, Map<string, LabelCount>>
  lines: number
  paragraphs: number
  /** Length of the text counted so far, in UTF-16 code units. */
  length: number
}

/** One label in one shape. */
export interface LabelCount {
  times: number
  /** Of these, how often its line opened a paragraph. */
  opening: number
  /** Of these, how often a time stood beside it. */
  timed: number
  /** Of these, how often speech followed before the next head. */
  speaking: number
  /** Of these, how often a colon stood behind it. */
  coloned: number
  /** What stood in brackets behind it, where that was first; empty if nothing ever did. */
  details: string
  /** Where it stood first, from the start of the file. */
  readonly first: number
}

/** Nothing counted yet. */
export function noCounts(): LabelCounts {
  return { byShape: new Map(), lines: 0, paragraphs: 0, length: 0 }
}

/** Adds the heads of a text, or of the next piece of a long one, to the counts. */
export function countHeads(counts: LabelCounts, text: string, found: Heads): void {
  const { heads } = found
  for (let i = 0; i < heads.length; i += 1) {
    const head = heads[i]
    if (head === undefined) continue
    const count = countOf(labelsOf(counts, head.shape), head.label, counts.length + head.line)
    if (count === undefined) continue
    count.times += 1
    if (head.opensParagraph) count.opening += 1
    if (head.timeStart !== undefined) count.timed += 1
    if (head.hasColon) count.coloned += 1
    if (count.details === '') count.details = head.details
    if (!head.alone || hasText(text, head.speech, nextLine(heads, i) ?? text.length)) {
      count.speaking += 1
    }
  }
  counts.lines += found.lineCount
  counts.paragraphs += found.paragraphCount
  counts.length += text.length
}

/** Where the next head stands; a name alone on its line may be what somebody says: "Leeds". */
function nextLine(heads: readonly Head[], i: number): number | undefined {
  const isOwnLine = heads[i]?.shape === 'line'
  for (let next = i + 1; next < heads.length; next += 1) {
    if (isOwnLine || heads[next]?.shape !== 'line') return heads[next]?.line
  }
  return undefined
}

function labelsOf(counts: LabelCounts, shape: Shape): Map<string, LabelCount> {
  const known = counts.byShape.get(shape)
  if (known !== undefined) return known
  const labels = new Map<string, LabelCount>()
  counts.byShape.set(shape, labels)
  return labels
}

function countOf(
  labels: Map<string, LabelCount>,
  label: string,
  first: number,
): LabelCount | undefined {
  const known = labels.get(label)
  if (known !== undefined) return known
  if (labels.size === MOST_LABELS) return undefined
  const count = { times: 0, opening: 0, timed: 0, speaking: 0, coloned: 0, details: '', first }
  labels.set(label, count)
  return count
}

function hasText(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!isWhite(text.charCodeAt(i))) return true
  return false
}

/** More different labels than this are no speakers; it bounds the memory for a long file. */
const MOST_LABELS = 20_000
