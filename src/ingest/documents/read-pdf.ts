/** Reads a PDF: pages → lines → what belongs to the pages → paragraphs → text → passages. */

import { BadFile, whileGood } from '../bad-file.ts'
import { problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { readWritten } from '../written-text.ts'
import { largestOf } from './pdf-extent.ts'
import { furnitureOf } from './pdf-furniture.ts'
import { type LinesOnPage, linesOnPage, type PdfLine } from './pdf-lines.ts'
import { withNameTimes } from './pdf-name-times.ts'
import { pdfPages } from './pdf-pages.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'
import { BROKEN, blankPages, illegibleText, TOO_LARGE, WITHOUT_TEXT } from './pdf-problems.ts'
import { type AsideLine, textOfPdf } from './pdf-text.ts'
import { turnOpenings } from './pdf-turn-openings.ts'

/** Reads a PDF with a text layer: one document. */
export async function readPdf(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Promise<Iterable<Reading>> {
  const { path, size } = source
  const fail = (error: BadFile) => [problemReading(path, error.problem)]
  if (size > MOST_BYTES) return fail(new BadFile('pdf-too-large', TOO_LARGE))
  const opened = await pdfPages(source.read(0, size)).catch(badFileOnly)
  if (opened instanceof BadFile) return fail(opened)
  const file = { source, documentId, reader: 'pdf', encoding: 'unicode' }
  return whileGood(path, function* () {
    const pages = withNameTimes(opened.pages.map(linesOnPage))
    const lines = pages.flatMap((page) => page.lines)
    const given = [...options.roles.keys()].map((label) => label.trim().toLowerCase())
    const opensTurn = turnOpenings(lines, new Set(given))
    const furniture = furnitureOf(pages, opensTurn)
    const notSaid = new Map<PdfLine, string>([...contentsLines(lines), ...furniture])
    const body = lines.filter((line) => !notSaid.has(line))
    const problems = [...opened.problems, ...blankPages(pages), ...illegibleText(body)]
    for (const problem of problems) yield problemReading(path, problem)
    if (body.length === 0) throw noText(opened.problems.length === 0)
    const pageWidth = largestOf(pages.map(({ width }) => width))
    const paragraphs = paragraphsOf(body, { opensTurn, pageWidth })
    yield* readWritten(textOfPdf(paragraphs, asidesOf(pages, notSaid)), file, options)
  })
}

function badFileOnly(error: unknown): BadFile {
  if (error instanceof BadFile) return error
  throw error
}

/** A whole file without text holds pictures; in a damaged one, the text is lost. */
function noText(isWhole: boolean): BadFile {
  return isWhole ? new BadFile('pdf-without-text', WITHOUT_TEXT) : new BadFile('broken-pdf', BROKEN)
}

/** What is kept and not coded, in the order of the pages. */
function asidesOf(
  pages: readonly LinesOnPage[],
  notSaid: ReadonlyMap<PdfLine, string>,
): AsideLine[] {
  return pages.flatMap(({ lines, sideways, numbers }) => [
    ...lines.flatMap((line) => {
      const reason = notSaid.get(line)
      return reason === undefined ? [] : [{ line, reason }]
    }),
    ...sideways.map((line) => ({ line, reason: 'sideways text' })),
    ...numbers.map((line) => ({ line, reason: 'line numbers' })),
  ])
}

/** Lines of a table of contents, which lead with dots to the number of a page. */
function contentsLines(lines: readonly PdfLine[]): Map<PdfLine, string> {
  const found = lines.filter(({ text }) => CONTENTS_LINE.test(text))
  if (found.length < FEWEST_CONTENTS) return new Map()
  return new Map(found.map((line) => [line, 'table of contents']))
}

const MOST_BYTES = 512 * 1024 * 1024
/** "2.1 Method . . . . . . 12" */
const CONTENTS_LINE = /(?:[.…·]\s?){4,}\s*\d{1,4}$/u
const FEWEST_CONTENTS = 3
