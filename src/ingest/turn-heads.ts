/**
 * Finds the lines that begin like a turn. Most lines are speech and must cost next to nothing: a
 * line without a colon, a tab or a dash near its start, and without an asterisk, Q or A in front, is
 * not looked at again.
 */

import type { SpanList } from '../span-list.ts'
import { headOn, ownLineHead } from './head-shapes.ts'
import { mayBeOwnLine } from './label-lines.ts'
import { LONGEST_LABEL, labelDash } from './label-text.ts'
import { skipBlanks } from './lines.ts'
import type { Head, Line } from './turn-head.ts'

/** The lines of a text that begin like a turn, and how many lines and paragraphs it has. */
export interface Heads {
  readonly heads: readonly Head[]
  readonly lineCount: number
  readonly paragraphCount: number
}

/** Finds every line that begins like a turn; `lineSpans` are the lines of the text. */
export function headsOf(text: string, lineSpans: SpanList): Heads {
  const heads: Head[] = []
  let lineCount = 0
  let paragraphCount = 0
  let opensParagraph = true
  let colon = -1
  let tab = -1
  const { bounds, length } = lineSpans
  for (let i = 0; i < length; i += 1) {
    const start = bounds[2 * i] ?? 0
    const end = bounds[2 * i + 1] ?? 0
    const at = skipBlanks(text, start, end)
    if (at < end) {
      if (colon < at) colon = next(text, ':', at)
      if (tab < at) tab = next(text, '\t', at)
      const reach = Math.min(end, at + LONGEST_HEAD)
      const isNear = colon < reach || tab < reach || needsNoColon(text, at)
      const isShort = mayBeOwnLine(text, at, end)
      if (isNear || isShort || labelDash(text, at, end) !== -1) {
        const head = headOf({ text, start, end, opensParagraph }, at, isShort)
        if (head !== undefined) heads.push(head)
      }
      lineCount += 1
      if (opensParagraph) paragraphCount += 1
    }
    opensParagraph = at >= end
  }
  return { heads, lineCount, paragraphCount }
}

function headOf(line: Line, at: number, isShort: boolean): Head | undefined {
  return headOn(line, at) ?? (isShort ? ownLineHead(line, at) : undefined)
}

function next(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at)
  return found === -1 ? Number.MAX_SAFE_INTEGER : found
}

/** `**Name**`, `| Name |`, `Q.`, `A.`. */
function needsNoColon(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  if (first === ASTERISK) return text.charCodeAt(at + 1) === ASTERISK
  if (first === PIPE) return true
  return first === UPPER_Q || first === UPPER_A
}

/** From the start of a line: a time, a label, and its colon. */
const LONGEST_HEAD = LONGEST_LABEL + 40
const ASTERISK = 42
const UPPER_A = 65
const UPPER_Q = 81
const PIPE = 124
