/** The parts of a transcript that nobody says: its title block and its headings. */
import type { LeftOut } from '../types.ts'
import { isTitleLabel } from './label-likeness.ts'
import { lineEnd, skipBlanks } from './lines.ts'
import type { LabelStyle } from './speaker-labels.ts'
import type { Head } from './turn-head.ts'

/**
 * The block of facts at the start of a transcript: `Date: 3 May`, `Interviewer: Sue`. A paragraph
 * of short lines with one such fact is a title block; without a blank line behind it, the block
 * ends before the first speaker.
 */
export function titleBlockEnd(
  text: string,
  from: number,
  known: { readonly heads: readonly Head[]; readonly style: LabelStyle },
): number {
  const facts = new Set<number>()
  const speakers = new Set<number>()
  for (const head of known.heads) {
    if (head.line > from + LONGEST_BLOCK) break
    if (head.shape === 'colon' && isTitleLabel(head.label)) facts.add(head.line)
    else if (isSpeaker(head, known.style)) speakers.add(head.line)
  }
  let end = from
  let next = blockEnd(text, end, { facts, speakers })
  if (next === end) {
    const title = titleEnd(text, from, speakers)
    const behind = blockEnd(text, title, { facts, speakers })
    if (behind > title) next = behind
  }
  while (next > end) {
    end = next
    next = blockEnd(text, end, { facts, speakers })
  }
  return end
}

/** Whether a head has the label of a speaker; a name alone on a line belongs to a title too. */
function isSpeaker({ shape, label }: Head, style: LabelStyle): boolean {
  return style.labels.has(label) && (shape !== 'line' || style.shapes.has('line'))
}

/** The end of a title, which is a short line of its own before a blank one; `from` if there is none. */
function titleEnd(text: string, from: number, speakers: ReadonlySet<number>): number {
  let line = from
  while (
    line < text.length &&
    skipBlanks(text, line, lineEnd(text, line)) === lineEnd(text, line)
  ) {
    line = lineEnd(text, line) + 1
  }
  const end = lineEnd(text, line)
  const below = lineEnd(text, end + 1)
  const isAlone = skipBlanks(text, end + 1, below) === below
  return isAlone && end - line <= LONGEST_TITLE && !speakers.has(line) ? end : from
}

/** Every heading (`## School`) from `from` on, in order. */
export function headingsIn(text: string, from: number): LeftOut[] {
  const headings: LeftOut[] = []
  const first = text.startsWith('#', from) ? from : text.indexOf('\n#', from) + 1
  for (let start = first; start > 0 || (start === 0 && first === from); ) {
    const end = lineEnd(text, start)
    HEADING.lastIndex = start
    if (HEADING.test(text)) headings.push({ span: { start, end }, reason: 'heading' })
    const next = text.indexOf('\n#', end)
    if (next === -1) break
    start = next + 1
  }
  return headings
}

interface KnownLines {
  /** Starts of lines with a fact. */
  readonly facts: ReadonlySet<number>
  /** Starts of lines with a speaker. */
  readonly speakers: ReadonlySet<number>
}

/** The end of the paragraph of facts at `from`; `from` itself if there is none. */
function blockEnd(text: string, from: number, lines: KnownLines): number {
  let end = from
  let lastFact = -1
  let hasSpeaker = false
  let isShort = true
  for (let line = from, count = 0; line < text.length; line = lineEnd(text, line) + 1) {
    end = lineEnd(text, line)
    const isEmpty = skipBlanks(text, line, end) === end
    if (isEmpty && count === 0) continue
    if (isEmpty) return lastFact === -1 ? from : isShort ? line : lastFact
    count += 1
    if (lines.speakers.has(line)) hasSpeaker = true
    if (lines.facts.has(line) && !hasSpeaker) lastFact = end
    if (end - line > 100 || count > 15) isShort = false
  }
  return lastFact === -1 ? from : lastFact
}

/** UTF-16 code units. */
const LONGEST_BLOCK = 3000
const LONGEST_TITLE = 80
/** `## School`; not `#00:00:02.0#`. */
const HEADING = /#{1,6}[ \t]+\S/uy
