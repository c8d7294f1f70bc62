/**
 * Page numbers and running headers in text that was copied out of pages: `Page 3 of 12`, `12`,
 * `Interview 7 – confidential – 3`. Only lines that end in a number can be one, and their numbers
 * must follow on one another through the file, so that "I was 12" is never taken for a footer.
 */
import type { SpanList } from '../span-list.ts'
import type { Span } from '../types.ts'
import { trimBlanks } from './lines.ts'
import { isDigit } from './times.ts'

/** A short line that ends in a number. */
export interface NumberedLine {
  readonly span: Span
  /** The line with its last number written `#`. */
  readonly form: string
  readonly number: number
}

/** How often a form was seen, and how often its number followed on the one before. */
export type PageCounts = Map<string, { times: number; following: number; last: number }>

/** Every short line that ends in a number, in order; `lineSpans` are the lines of the text. */
export function numberedLines(text: string, lineSpans: SpanList): NumberedLine[] {
  const lines: NumberedLine[] = []
  const { bounds, length } = lineSpans
  for (let i = 0; i < length; i += 1) {
    const start = bounds[2 * i] ?? 0
    const end = bounds[2 * i + 1] ?? 0
    if (end > start && end - start <= LONGEST && endsInDigit(text, start, end)) {
      const line = numberedLine(text, { start, end })
      if (line !== undefined) lines.push(line)
    }
  }
  return lines
}

/** Adds the lines of a text, or of the next piece of it, to the counts. */
export function countPageLines(counts: PageCounts, lines: readonly NumberedLine[]): void {
  for (const { form, number } of lines) {
    const known = counts.get(form)
    if (known === undefined) {
      if (counts.size < MOST_FORMS) counts.set(form, { times: 1, following: 0, last: number })
      continue
    }
    known.times += 1
    if (number > known.last && number <= known.last + 2) known.following += 1
    known.last = number
  }
}

/** Whether a line is a page number or a running header of the file that was counted. */
export function isPageLine(line: NumberedLine, counts: PageCounts): boolean {
  if (PAGE_OF.test(line.form)) return true
  const count = counts.get(line.form)
  if (count === undefined || count.following < count.times - 1) return false
  if (PAGE.test(line.form)) return count.times >= 2
  return count.times >= 3 && (line.form === '#' || RUNNING_HEADER.test(line.form))
}

function endsInDigit(text: string, start: number, end: number): boolean {
  return isDigit(text.charCodeAt(trimBlanks(text, start, end) - 1))
}

function numberedLine(text: string, span: Span): NumberedLine | undefined {
  const line = text.slice(span.start, span.end).trim()
  const of = OF_PAGES.exec(line)
  const body = of === null ? line : line.slice(0, of.index)
  const number = LAST_NUMBER.exec(body)
  if (number === null) return undefined
  const form = `${body.slice(0, number.index)}#${of === null ? '' : ' of #'}`
  return { span, form: form.trim().toLowerCase(), number: Number(number[0]) }
}

/** UTF-16 code units. */
const LONGEST = 100
const MOST_FORMS = 20_000
/** "12" at the end of "Page 12". */
const LAST_NUMBER = /\d{1,4}$/u
/** " of 30", "/30" at the end of "Page 12 of 30". */
const OF_PAGES = /\s*(?:of|\/)\s*\d{1,4}$/iu
/** "page # of #". */
const PAGE_OF = /^(?:.{0,60}\W)?(?:page|p\.) ?# of #$/u
/** "page #", "- # -". */
const PAGE = /^(?:page|p\.) ?#$/u
/** "interview 7 – confidential – #", "care voices | page #"; but "Article 3" is a heading. */
const RUNNING_HEADER = /(?:\s[|–—-]\s+|\s{2,}|\t)(?:page |p\. ?)?#$/u
