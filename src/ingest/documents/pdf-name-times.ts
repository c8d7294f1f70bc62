/**
 * Names with a time behind them over the speech, as Otter and Teams write them: `Sam Reed  0:03`. A
 * PDF does not tell one space from two, so that the lines are known by being many and alike.
 */
import type { LinesOnPage, PdfLine } from './pdf-lines.ts'

/** The pages, with a tab between a name and its time where such lines mark the speakers. */
export function withNameTimes(pages: readonly LinesOnPage[]): LinesOnPage[] {
  const names = pages.flatMap(({ lines }) => lines.flatMap(({ text }) => nameIn(text) ?? []))
  const isStyle = names.length >= FEWEST && names.length > new Set(names).size
  return pages.map((page) => (isStyle ? { ...page, lines: page.lines.map(withTab) } : page))
}

function nameIn(text: string): string | undefined {
  return NAME_AND_TIME.exec(text)?.groups?.name
}

function withTab(line: PdfLine): PdfLine {
  return { ...line, text: line.text.replace(NAME_AND_TIME, '$<name>\t$<time>') }
}

/** Such lines with a name that comes again are no chance. */
const FEWEST = 3
/** "Sam Reed 0:03", "Speaker 1 00:01:02" */
const NAME_AND_TIME =
  /^(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,3})){0,4}) (?<time>\d{1,2}(?::\d{2}){1,2})$/u
