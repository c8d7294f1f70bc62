/**
 * Whether the lines of a document were broken to fit a width, or each says something of its own.
 *
 * Text copied from an e-mail or a PDF is hard-wrapped: lines end where the next word did not fit,
 * hardly ever at a stop, and the next begins with a small letter. Survey answers, notes and verse
 * have a line for each thing said: lines end early or at a stop and begin with a capital. Only single
 * line breaks are evidence; blank lines, list items, headings and tables are ends in any case.
 */

import type { LineBreaks, Span } from '../types.ts'
import {
  BREAK,
  CLOSE,
  classAt,
  DOT,
  isWhiteClass,
  isWordClass,
  LOWER,
  QUOTE,
  UPPER,
} from './character-classes.ts'
import { ITEM, lineKind, NUMBERED_ITEM, PROSE } from './line-starts.ts'

/** The way the line breaks of a document are to be read, judged by its first 20,000 characters. */
export function lineBreaksOf(text: string, spans: readonly Span[]): LineBreaks {
  return hasSingleBreaks(text, spans) ? judge(gather(text, spans)) : 'wrapped'
}

/** Whether a line ends inside a turn anywhere in the evidence with no blank line beside it. */
function hasSingleBreaks(text: string, spans: readonly Span[]): boolean {
  let left = MOST_EVIDENCE
  for (const { start, end } of spans) {
    if (left <= 0) return false
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      if (!isBreakOrEnd(text, at, -1) && !isBreakOrEnd(text, at, 1)) return true
    }
    left -= end - start
  }
  return false
}

/** Whether nothing but spaces lies between a line break and the next one in a direction. */
function isBreakOrEnd(text: string, from: number, step: -1 | 1): boolean {
  let at = from + step
  while (text[at] === ' ' || text[at] === '\t') at += step
  return text[at] === undefined || text[at] === '\n'
}

const MOST_EVIDENCE = 20_000

/** What the single line breaks of a text have in common. */
interface Evidence {
  /** One entry a single line break between two lines of prose. */
  readonly breaks: BreakEvidence[]
  /** Widths of the lines on both sides of such breaks. */
  readonly widths: number[]
  /** First letters of paragraphs. */
  capitals: number
  smallLetters: number
}

interface BreakEvidence {
  /** Width of the line before, in characters. */
  readonly width: number
  /** Width of the first word after. */
  readonly nextWord: number
  readonly endsInStop: boolean
  /** Whether the line before holds a stop, at its end or elsewhere. */
  readonly hasStop: boolean
  readonly nextIsSmall: boolean
}

/** A share of line breaks at or above which they say something together. */
const MOST = 0.6
const MANY = 0.4
const FEW = 0.1
/** Nobody wraps lines wider than this by hand or in an e-mail. */
const WIDEST_WRAP = 160
/** Captions are wrapped at about 32; narrower lines are verse or notes. */
const NARROWEST_WRAP = 25
const VERSE_WIDTH = 60

function judge({ breaks, widths, capitals, smallLetters }: Evidence): LineBreaks {
  if (breaks.length === 0) return 'wrapped'
  const share = (test: (one: BreakEvidence) => boolean) =>
    breaks.filter(test).length / breaks.length
  if (share((one) => one.endsInStop) >= MOST) return 'ends'
  const width = widthOf(widths)
  const filled = filledShare(breaks, width)
  const isVerse = breaks.length > 2 && width < VERSE_WIDTH && share((one) => one.hasStop) <= FEW
  if (isVerse && filled < MOST) return 'ends'
  const small = share((one) => one.nextIsSmall)
  if (capitals > smallLetters && small >= MANY) return 'wrapped'
  if (breaks.length < 3 || width < NARROWEST_WRAP || width > WIDEST_WRAP) return 'ends'
  return filled >= (small > FEW ? MOST : 0.8) ? 'wrapped' : 'ends'
}

/** The width at which lines are full: only a tenth of the lines are wider. */
function widthOf(widths: readonly number[]): number {
  const sorted = [...widths].sort((a, b) => a - b)
  return sorted[Math.ceil(0.9 * (sorted.length - 1))] ?? 0
}

/** The share of breaks where the next word would not have fitted; one is always so and not counted. */
function filledShare(breaks: readonly BreakEvidence[], width: number): number {
  const filled = breaks.filter((one) => one.width + 1 + one.nextWord > width)
  return breaks.length > 1 ? (filled.length - 1) / (breaks.length - 1) : 0
}

function gather(text: string, spans: readonly Span[]): Evidence {
  const evidence: Evidence = { breaks: [], widths: [], capitals: 0, smallLetters: 0 }
  let left = MOST_EVIDENCE
  for (const { start, end } of spans) {
    if (left <= 0) break
    const codes = codesOf(text, start, Math.min(end, start + left))
    gatherTurn(codes, columnOf(text, start), evidence)
    left -= codes.length
  }
  return evidence
}

function codesOf(text: string, start: number, end: number): Uint16Array {
  const codes = new Uint16Array(end - start)
  for (let i = 0; i < codes.length; i += 1) codes[i] = text.charCodeAt(start + i)
  return codes
}

/** How far into its line a turn begins, because of the speaker's label. */
function columnOf(text: string, start: number): number {
  let column = 0
  while (column < WIDEST_WRAP && column < start && text[start - column - 1] !== '\n') column += 1
  return column
}

interface Line {
  /** Its first character other than white space. */
  readonly first: number
  /** After its last character other than white space. */
  readonly last: number
  readonly width: number
  readonly kind: number
}

function gatherTurn(codes: Uint16Array, column: number, evidence: Evidence): void {
  let before: Line | undefined
  let start = 0
  while (start < codes.length) {
    const end = endOfLine(codes, start)
    const line = lineAt(codes, { start, end }, start === 0 ? column : 0)
    if (line !== undefined && before === undefined) countFirstLetter(codes, line, evidence)
    if (line !== undefined && before !== undefined) gatherBreak(codes, before, line, evidence)
    before = line
    start = end + 1
  }
}

function endOfLine(codes: Uint16Array, start: number): number {
  let end = start
  while (end < codes.length && classAt(codes, end) !== BREAK) end += 1
  return end
}

/** The line that lies in a span; undefined for a blank one. */
function lineAt(codes: Uint16Array, { start, end }: Span, column: number): Line | undefined {
  let first = start
  while (first < end && isWhiteClass(classAt(codes, first))) first += 1
  if (first === end) return undefined
  let last = end
  while (isWhiteClass(classAt(codes, last - 1))) last -= 1
  return { first, last, width: column + last - start, kind: lineKind(codes, first, end) }
}

function countFirstLetter(
  codes: Uint16Array,
  { first, last, kind }: Line,
  evidence: Evidence,
): void {
  if (kind !== PROSE) return
  let i = first
  while (i < last && !isWordClass(classAt(codes, i))) i += 1
  const letter = classAt(codes, i)
  if (letter === UPPER) evidence.capitals += 1
  if (letter === LOWER) evidence.smallLetters += 1
}

function gatherBreak(codes: Uint16Array, before: Line, after: Line, evidence: Evidence): void {
  const mayGoOn = before.kind === PROSE || before.kind === ITEM || before.kind === NUMBERED_ITEM
  if (!mayGoOn || after.kind !== PROSE) return
  evidence.widths.push(before.width, after.width)
  evidence.breaks.push({
    width: before.width,
    nextWord: firstWordWidth(codes, after),
    endsInStop: endsInStop(codes, before),
    hasStop: hasStop(codes, before),
    nextIsSmall: classAt(codes, after.first) === LOWER,
  })
}

function firstWordWidth(codes: Uint16Array, { first, last }: Line): number {
  let end = first
  while (end < last && !isWhiteClass(classAt(codes, end))) end += 1
  return end - first
}

/** Whether a line ends in a stop, closing quotes and brackets passed over. */
function endsInStop(codes: Uint16Array, { first, last }: Line): boolean {
  let i = last - 1
  while (i > first && (classAt(codes, i) === CLOSE || classAt(codes, i) === QUOTE)) i -= 1
  return classAt(codes, i) >= DOT
}

function hasStop(codes: Uint16Array, { first, last }: Line): boolean {
  for (let i = first; i < last; i += 1) {
    const isLoose = i + 1 === last || isWhiteClass(classAt(codes, i + 1))
    if (isLoose && classAt(codes, i) >= DOT) return true
  }
  return false
}
