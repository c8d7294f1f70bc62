/**
 * Lines of a PDF → paragraphs. A paragraph ends where the lines leave more space than they do
 * inside one, where a line begins further in or out than the others, where a line ends although the
 * next word had room, and where a turn begins. It goes on over the end of a column or page.
 */
import type { PdfLine } from './pdf-lines.ts'
import { leadingBetween, type Measures, measuresOf, WIDER } from './pdf-measures.ts'

/** Lines that are one paragraph. */
export interface PdfParagraph {
  readonly lines: readonly PdfLine[]
  /** Whether the page sets it apart from the one before: by space, an indent or a short line. */
  readonly isApart: boolean
  /** In larger letters than the text. */
  readonly isHeading: boolean
}

/** What is known of a document when its lines are put together. */
export interface PageFacts {
  readonly opensTurn: (line: PdfLine) => boolean
  /** Of the widest page, in points. */
  readonly pageWidth: number
}

/** Puts the lines of a document together, which stand in reading order and are all of the text. */
export function paragraphsOf(
  lines: readonly PdfLine[],
  { opensTurn, pageWidth }: PageFacts,
): PdfParagraph[] {
  const measures = measuresOf(lines, pageWidth)
  const paragraphs: { lines: PdfLine[]; isApart: boolean; isHeading: boolean }[] = []
  for (const line of lines) {
    const current = paragraphs.at(-1)
    const before = current?.lines.at(-1)
    const bound =
      before === undefined
        ? 'apart'
        : boundBetween(before, line, { measures, opensTurn, isFirst: current?.lines.length === 1 })
    if (current !== undefined && bound === 'none') {
      current.lines.push(line)
      continue
    }
    const isHeading = line.size >= HEADING_SIZE * measures.size
    const isShortEnd = current !== undefined && current.lines.length > 1 && endsSentence(before)
    paragraphs.push({ lines: [line], isApart: bound === 'apart' || isShortEnd, isHeading })
  }
  return paragraphs
}

/** What stands between two lines: nothing, the end of a paragraph, or an end with space behind. */
type Bound = 'none' | 'end' | 'apart'

interface Facts {
  readonly measures: Measures
  readonly opensTurn: (line: PdfLine) => boolean
  /** Whether the line before is the first of its paragraph. */
  readonly isFirst: boolean
}

function boundBetween(before: PdfLine, line: PdfLine, facts: Facts): Bound {
  const { measures, opensTurn, isFirst } = facts
  const isNewBlock = before.page !== line.page || before.block !== line.block
  if (isNewBlock) return goesOnBelow(before, line, facts) ? 'none' : 'apart'
  if (isOtherSize(before, line)) return 'apart'
  if (leadingBetween(before, line) > WIDER * measures.leading) return 'apart'
  if (opensTurn(line) || BULLET.test(line.text)) return 'end'
  if (!isFirst && isMoved(before, line)) return 'apart'
  return isShort(before, line, measures) ? 'end' : 'none'
}

/** Whether a paragraph goes on at the top of the next column or page. */
function goesOnBelow(before: PdfLine, line: PdfLine, { measures, opensTurn }: Facts): boolean {
  if (isOtherSize(before, line) || opensTurn(line) || BULLET.test(line.text)) return false
  const isFull = !isShort(before, line, measures)
  if (SMALL_START.test(line.text)) return isFull || !endsSentence(before)
  const isFirst = measures.indent(line) >= INDENT * line.size
  return isFull && !endsSentence(before) && !isFirst
}

function isOtherSize(before: PdfLine, line: PdfLine): boolean {
  return Math.max(before.size, line.size) > OTHER_SIZE * Math.min(before.size, line.size)
}

/**
 * A line that begins further in or out than the one before. Behind the first line of a paragraph
 * that is as it should be: either the first line stands in, or all others do.
 */
function isMoved(before: PdfLine, line: PdfLine): boolean {
  return Math.abs(line.left - before.left) >= INDENT * line.size
}

/**
 * Whether a line ends although the next word had room behind it. In the middle of a sentence it
 * must end far from the margin, since the width of the word is only estimated.
 */
function isShort(before: PdfLine, line: PdfLine, measures: Measures): boolean {
  const least = SLACK * before.size + firstWordWidth(line)
  const goesOn = SMALL_START.test(line.text) || measures.isSpaced
  const isInside = goesOn && !endsSentence(before)
  return measures.room(before) > (isInside ? Math.max(least, FAR * measures.width(before)) : least)
}

/** In points; letters are taken to be equally wide. */
function firstWordWidth({ text, left, right }: PdfLine): number {
  const end = text.search(WHITE)
  return ((right - left) * (end === -1 ? text.length : end)) / Math.max(1, text.length)
}

function endsSentence(line: PdfLine | undefined): boolean {
  return line !== undefined && STOP_AT_END.test(line.text)
}

/** Of the font size. */
const INDENT = 0.9
/** A space, and what the estimate of a word's width may miss. */
const SLACK = 1.5
const OTHER_SIZE = 1.12
/** Of the width of the column. */
const FAR = 0.35
/** Of the size of the text. */
const HEADING_SIZE = 1.15
const WHITE = /\s/u
/** "• a room of my own" */
const BULLET = /^[•▪◦‣●○■□–\u2043\uf0b7\u2610-\u2612](?=\s|$)/u
/** "and then we moved" */
const SMALL_START = /^["'“‘([]?\p{Ll}/u
/** "to school.", "to school?”" */
const STOP_AT_END = /[.!?…:]["'”’)\]]*$/u
