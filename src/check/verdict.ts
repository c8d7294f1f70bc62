/** What all tests of a codebook have in common: what was found in a text, and how a test came out. */
import { createHash } from 'node:crypto'
import type { CodedSegment, Span, Theme } from '../types.ts'

/** A rule of a theme that was found in the text of a test. */
export interface FoundMatch extends Span {
  /** Index of the theme in the codebook. */
  readonly theme: number
  /** Index of the rule in the compiled codebook. */
  readonly rule: number
}

/** `known-miss`: fails, and is marked `todo`; `fixed`: passes although it is marked `todo`. */
export type Outcome = 'passed' | 'failed' | 'known-miss' | 'fixed'

/** What went wrong, in a sentence. */
export interface Complaint {
  /** With words of the text. */
  readonly shown: string
  /** Without them. */
  readonly withheld: string
}

/** How one test came out. */
export interface TestResult {
  readonly kind: 'example' | 'case' | 'fatal' | 'baseline'
  /** What it is listed under: a theme, a file of cases, a baseline. */
  readonly suite: string
  /** Unique in its suite, the same in every run: `example 2`, a case's name, the id of a segment. */
  readonly name: string
  readonly outcome: Outcome
  /** Id of the diagnostic that it gives where it does not come out as expected. */
  readonly id: string
  /** Undefined where nothing is to be said. */
  readonly complaint: Complaint | undefined
  /** Why it is a known miss, in the analyst's words; undefined where it is none. */
  readonly todo?: string | undefined
  readonly path: string
  readonly line: number | undefined
  readonly column: number | undefined
  /** The same for the same test, wherever in the file it stands. */
  readonly fingerprint: string
}

/** How a test came out, by what is wrong and whether it is marked `todo`. */
export function outcomeOf(isWrong: boolean, todo: string | undefined): Outcome {
  if (isWrong) return todo === undefined ? 'failed' : 'known-miss'
  return todo === undefined ? 'passed' : 'fixed'
}

/** What is said of a known miss that is found now. */
export const TODO_PASSES = 'This known miss is found now. Take `todo` away, so that it stays found.'

/** All matches of a text. */
export function matchesIn(coded: readonly CodedSegment[]): readonly FoundMatch[] {
  return coded.flatMap(({ codes }) => codes.flatMap(({ matches }) => matches))
}

/** Index after the last theme below a theme; themes below follow it and imply it. */
export function subtreeEnd(themes: readonly Theme[], index: number): number {
  const level = themes[index]?.level ?? 0
  let end = index + 1
  while (end < themes.length && (themes[end]?.level ?? 0) > level) end += 1
  return end
}

/** Whether a match lies in a quote, wherever in the text the quote stands. */
export function liesIn(text: string, quote: string, match: Span): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (match.start >= at && match.end <= at + quote.length) return true
  }
  return false
}

const LONGEST_SHOWN = 80

/** A text in quotation marks, on one line, shortened to what fits in a message. */
export function shownText(text: string): string {
  const flat = text.replace(SPACES, ' ').trim()
  const short =
    flat.length <= LONGEST_SHOWN ? flat : `${flat.slice(0, LONGEST_SHOWN - 1).trimEnd()}…`
  return `“${short}”`
}

/** Runs of white space. */
const SPACES = /\s+/gu

/** SHA-256 of texts as 16 hexadecimal digits: enough to tell them apart, too little to read. */
export function shortHash(...texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16)
}
