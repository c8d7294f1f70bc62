/** Scanned text → passages: turns, marks and what is left out. */
import type { LeftOut, Passage, Span } from '../types.ts'
import { boilerplateIn } from './boilerplate.ts'
import { withInnerHeads } from './label-insides.ts'
import { rowEnd } from './label-lines.ts'
import { lineEnd } from './lines.ts'
import { markupSpans } from './markdown-marks.ts'
import { markSpans } from './marks.ts'
import { isPageLine, type PageCounts } from './page-lines.ts'
import { joinedSpans, orderedLeftOut, spansInside, withoutWhite } from './span-order.ts'
import type { LabelStyle } from './speaker-labels.ts'
import type { Speaker } from './speakers.ts'
import type { ScannedText } from './text-survey.ts'
import { noticesIn } from './transcript-notices.ts'
import { headingsIn, titleBlockEnd } from './transcript-titles.ts'
import type { Head } from './turn-head.ts'
import { loneTimes, namesSpeaker, turnsOf } from './turns.ts'
import { withQuotes } from './turns-quoted.ts'
import { addressSpans } from './web-addresses.ts'

/** What is known of a file when its passages are made. */
export interface PassageFacts {
  readonly style: LabelStyle | undefined
  readonly speakerOf: (label: string, details: string) => Speaker
  readonly self: Speaker
  /** Speaks in the block quotes of a transcript in Markdown. */
  readonly quoted: Speaker
  readonly pages: PageCounts
  readonly isMarkdown: boolean
  /** What is left out for reasons that the text does not show; in files of one passage only. */
  readonly leftOut: readonly LeftOut[]
  /** Whether only questions have labels. */
  readonly answersLackLabels: boolean
}

/** Where in the file a passage stands. */
export interface PassagePlace {
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Where the speech begins: behind the front matter. */
  readonly from: number
  /** Who was speaking when the passage before this one ended. */
  readonly before: Speaker | undefined
}

/** A passage without its document and origin. */
export interface PassageParts extends Pick<Passage, 'text' | 'turns' | 'silent' | 'leftOut'> {
  /** Who speaks at its end. */
  readonly last: Speaker | undefined
  /** Speech before the first label, by somebody unknown. */
  readonly unnamed: readonly Span[]
  /** Roles that are named inside a line and nowhere else, with their positions. */
  readonly insideLines: readonly { readonly label: string; readonly at: number }[]
}

/** Makes the parts of one passage. */
export function passageParts(
  scanned: ScannedText,
  facts: PassageFacts,
  place: PassagePlace,
): PassageParts {
  const { text, heads } = scanned
  const { style } = facts
  const pageLines = scanned.numbered.filter((line) => isPageLine(line, facts.pages))
  const breaks = orderedLeftOut([...facts.leftOut, ...breaksIn(scanned, facts, place)])
  const interruptions = joinedSpans([
    ...pageLines.map((line) => line.span),
    ...loneTimes(text, heads, style),
    ...rowEnds(text, heads, style),
  ])
  const inner = withInnerHeads(text, heads, { style, from: place.from })
  const read = turnsOf(text, inner.heads, { ...facts, ...place, breaks, interruptions })
  const turns = hasQuotes(text, facts) ? withQuotes(text, read.turns, facts) : read.turns
  const frames = turns.map((turn) => turn.span)
  const markup = facts.isMarkdown ? markupSpans(text) : []
  const marks = [...interruptions, ...markSpans(text), ...addressSpans(text), ...markup]
  const leftOut = orderedLeftOut([
    ...breaks,
    ...pageLines.map(({ span }) => ({ span, reason: 'page number' })),
    ...read.unattributed.map((span) => ({ span, reason: 'before the first speaker' })),
  ])
  return {
    text,
    turns,
    silent: spansInside(joinedSpans(marks), frames),
    leftOut,
    last: read.last,
    unnamed: read.unnamed,
    insideLines: inner.doubtful,
  }
}

function hasQuotes(text: string, { style, isMarkdown }: PassageFacts): boolean {
  return isMarkdown && style !== undefined && text.includes('\n>')
}

/** The `|` that close the rows of a transcript in a table. */
function rowEnds(text: string, heads: readonly Head[], style: LabelStyle | undefined): Span[] {
  if (style?.shapes.has('row') !== true) return []
  const rows = heads.filter((head) => head.shape === 'row' && namesSpeaker(head, style))
  return rows.map(({ speech }) => {
    const end = lineEnd(text, speech)
    return { start: rowEnd(text, end), end }
  })
}

/** Everything that is not coded and ends a turn. */
function breaksIn(scanned: ScannedText, facts: PassageFacts, place: PassagePlace): LeftOut[] {
  const { text, heads } = scanned
  const notices = noticesIn(text, scanned.lines)
  if (facts.style === undefined) return [...notices, ...boilerplateIn(text, scanned.lines, place)]
  const headings = facts.isMarkdown ? headingsIn(text, place.from) : []
  if (!place.isFirst) return [...notices, ...headings]
  const end = titleBlockEnd(text, place.from, { heads, style: facts.style })
  if (end === place.from) return [...notices, ...headings]
  const span = withoutWhite(text, { start: place.from, end })
  return [{ span, reason: 'title block' }, ...notices, ...headings]
}

/**
 * Where to cut a long text that goes on behind its end: before a turn, after a blank line, after a
 * line, or, in a line that has no end, after white space; -1 to wait for more text.
 */
export function cutOf(
  scanned: ScannedText,
  style: LabelStyle | undefined,
  limits: { readonly from: number; readonly longestLine: number },
): number {
  const { text, heads } = scanned
  const half = Math.max(limits.from + 1, text.length / 2)
  const turn = style && heads.findLast((head) => namesSpeaker(head, style))
  if (turn !== undefined && turn.line >= half) return turn.line
  // Something must be left behind the cut, or the last passage might be empty.
  const last = text.length - 1
  const paragraph = text.lastIndexOf('\n\n', last - 2) + 2
  if (paragraph >= half && paragraph > 1) return paragraph
  const line = text.lastIndexOf('\n', last - 1) + 1
  if (line > limits.from) return line
  if (text.length < limits.longestLine) return -1
  const white = Math.max(text.lastIndexOf(' ', last - 1), text.lastIndexOf('\t', last - 1)) + 1
  if (white >= half) return white
  // A character beyond U+FFFF is two code units that must stay together.
  return (text.charCodeAt(last) & 0xfc00) === 0xdc00 ? last - 1 : last
}
