/**
 * What surrounds an article that was copied from a web page. Only whole short lines are left out,
 * and what follows a closing section such as "Related news"; a paragraph of the article is never
 * left out because a phrase stands in it.
 */
import type { SpanList } from '../span-list.ts'
import type { LeftOut, Span } from '../types.ts'
import {
  CLOSING_SECTIONS,
  COOKIE_STARTS,
  LINE_STARTS,
  LINES_IN_MENUS,
  WHOLE_LINES,
} from './boilerplate-phrases.ts'
import { skipBlanks, trimBlanks } from './lines.ts'

/** The part of a file that a text is. */
export interface BoilerplatePlace {
  /** Where the article begins in the text. */
  readonly from: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** Finds the boilerplate of a text, in order. */
export function boilerplateIn(
  text: string,
  lineSpans: SpanList,
  place: BoilerplatePlace,
): LeftOut[] {
  const { from } = place
  const isWhole = place.isFirst && place.isLast
  const lines = shortLines(text, lineSpans)
  const leftOut: LeftOut[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    if (line === undefined) continue
    const section = CLOSING_SECTIONS.get(line.words)
    if (section !== undefined && isWhole && isNearEnd(text, from, line.span.start)) {
      leftOut.push({ span: { start: line.span.start, end: text.length }, reason: section })
      break
    }
    const reason = line.reason ?? menuReason(lines, i)
    if (reason !== undefined) leftOut.push({ span: line.span, reason })
  }
  return leftOut
}

interface ShortLine {
  readonly span: Span
  /** Number among the lines that are not blank, so that neighbours can be told. */
  readonly number: number
  /** As compared with the phrases. */
  readonly words: string
  /** Why it is boilerplate by itself, if it is. */
  readonly reason: string | undefined
}

/** The short lines that may be boilerplate: they begin with the letters of some phrase. */
function shortLines(text: string, lineSpans: SpanList): ShortLine[] {
  const lines: ShortLine[] = []
  const { bounds, length } = lineSpans
  let number = 0
  for (let i = 0; i < length; i += 1) {
    const start = bounds[2 * i] ?? 0
    const end = bounds[2 * i + 1] ?? 0
    const span = { start: skipBlanks(text, start, end), end: trimBlanks(text, start, end) }
    if (span.start < span.end) {
      number += 1
      if (span.end - span.start <= LONGEST_NOTICE && mayBegin(text, span)) {
        const words = comparable(text.slice(span.start, span.end))
        lines.push({ span, number, words, reason: reasonOf(words, span) })
      }
    }
  }
  return lines
}

/** Cheap and nearly always false: whether a line begins with the first letters of some phrase. */
function mayBegin(text: string, span: Span): boolean {
  let at = span.start
  while (at < span.end && DECORATION.includes(text.charAt(at))) at += 1
  return BEGINNINGS.has(
    beginningOf(text.slice(at, Math.min(at + BEGINNING, span.end)).toLowerCase()),
  )
}

/** The first letters, up to what may be written in two ways: an apostrophe, or white space. */
function beginningOf(words: string): string {
  return words.slice(0, BEGINNING).replace(VARYING, '')
}

function comparable(line: string): string {
  return line
    .replace(LINK_TARGET, ']')
    .replace(AROUND, '')
    .replace(WHITE, ' ')
    .replaceAll("'", '’')
    .toLowerCase()
}

function reasonOf(words: string, span: Span): string | undefined {
  if (COOKIE_STARTS.some((start) => words.startsWith(start))) return 'cookie notice'
  if (span.end - span.start > LONGEST_LINE) return undefined
  const whole = WHOLE_LINES.get(words)
  if (whole !== undefined) return whole
  return LINE_STARTS.find(([start]) => beginsWith(words, start))?.[1]
}

/** Whether the line begins with the phrase, and not with a longer word. */
function beginsWith(words: string, start: string): boolean {
  if (!words.startsWith(start)) return false
  return !LETTER.test(start.slice(-1)) || !LETTER.test(words.charAt(start.length))
}

/** A word of menus counts beside a line of boilerplate, or with two more words of menus. */
function menuReason(lines: readonly ShortLine[], i: number): string | undefined {
  const reason = LINES_IN_MENUS.get(lines[i]?.words ?? '')
  if (reason === undefined) return undefined
  const before = menuRun(lines, i, -1)
  const after = menuRun(lines, i, 1)
  const isMenu = before.reachesOther || after.reachesOther || before.length + after.length >= 2
  return isMenu ? reason : undefined
}

/** How many words of menus stand right before or behind a line, and what ends them. */
function menuRun(lines: readonly ShortLine[], i: number, step: 1 | -1) {
  let length = 0
  for (let k = i; length < LONGEST_MENU; k += step) {
    const [line, next] = [lines[k], lines[k + step]]
    const isNeighbour = line && next && next.number - line.number === step
    if (!isNeighbour) return { length, reachesOther: false }
    if (next.reason !== undefined) return { length, reachesOther: true }
    if (!LINES_IN_MENUS.has(next.words)) return { length, reachesOther: false }
    length += 1
  }
  return { length, reachesOther: false }
}

/** In the last part of the page; nearer to the middle only with little text behind. */
function isNearEnd(text: string, from: number, at: number): boolean {
  const share = (at - from) / (text.length - from)
  return share >= 0.6 || (share >= 0.3 && text.length - at <= 1500)
}

/** Lines of a menu that are looked at on each side of a line. */
const LONGEST_MENU = 4
/** UTF-16 code units of a line with one phrase. */
const LONGEST_LINE = 90
/** UTF-16 code units of a paragraph about cookies. */
const LONGEST_NOTICE = 600
const DECORATION = ' \t#>*_-•|[('
/** "](/about)" in "[About](/about)". */
const LINK_TARGET = /\]\([^)]*\)/gu
/** "## ", "* [" before a line, "]", ":", "»" behind it. */
const AROUND = /^[\s#>*_\-•|[(]+|[\s*_\-•|\]):.!»→…]+$/gu
const LETTER = /\p{L}/u
const WHITE = /\s+/gu
/** " to" in "skip to", "'re" in "we're"; what a line is stripped of behind it. */
const VARYING = /[\s'’*_|\]):.!»→…-].*$/su
/** Letters at the beginning of a phrase that are looked at first. */
const BEGINNING = 5
const BEGINNINGS: ReadonlySet<string> = new Set(
  [
    ...WHOLE_LINES.keys(),
    ...LINES_IN_MENUS.keys(),
    ...CLOSING_SECTIONS.keys(),
    ...COOKIE_STARTS,
    ...LINE_STARTS.map(([start]) => start),
  ].map(beginningOf),
)
