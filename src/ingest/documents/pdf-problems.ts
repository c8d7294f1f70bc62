/** What can be wrong with a PDF, for the analyst: what was found, where, and how to mend it. */
import type { Problem } from '../problems.ts'
import type { LinesOnPage, PdfLine } from './pdf-lines.ts'

export const BROKEN =
  'The file is damaged or was cut off: it is not a PDF that can be opened. Export or copy it again ' +
  'from its source.'
export const LOCKED =
  'The PDF is locked with a password. Open it with the password, print or export it to a PDF ' +
  'without one, and read that.'
export const BOMB =
  'The PDF would unpack to far more than a PDF of its size holds. It was refused. Open it in its ' +
  'own program and print or export it to a new PDF.'
export const TOO_LARGE =
  'The PDF has more than 512 MB and is not read. Split it, or take out its pictures, and read that.'
export const WITHOUT_TEXT =
  'The PDF has no text, only pictures of it. Make a text layer with OCR (text recognition), or type ' +
  'the words out, and read that.'
export const CUT_OFF: Problem = {
  severity: 'warning',
  id: 'cut-off-pdf',
  message:
    'The end of the PDF is missing; the pages that could be found are read. Export or copy the ' +
    'file again from its source.',
}
export const FILLED_FIELDS: Problem = {
  severity: 'warning',
  id: 'pdf-form-fields',
  message:
    'The PDF is a form with text in its fields, which is not read. Print it to a new PDF to make ' +
    'the fields part of the page, and read that.',
}

/** Pages of which nothing could be read. */
export function lostPages(numbers: readonly number[]): Problem[] {
  if (numbers.length === 0) return []
  const message =
    `Damaged, and could not be read: ${pageList(numbers)}. The words there are missing. Export or ` +
    'copy the file again from its source.'
  return [{ severity: 'error', id: 'broken-pdf', message, line: numbers[0] }]
}

/** Pages that could be read in part. */
export function damagedPages(numbers: readonly number[]): Problem[] {
  if (numbers.length === 0) return []
  const message =
    `Damaged: ${pageList(numbers)}. What could be read is kept, but may have gaps or wrong letters: ` +
    'compare it with the PDF, or export the file again from its source.'
  return [{ severity: 'warning', id: 'damaged-pages', message, line: numbers[0] }]
}

/** Pages that are longer than a page may be, or stand behind the last that is read. */
export function unreadPages(numbers: readonly number[]): Problem[] {
  if (numbers.length === 0) return []
  const message =
    `Too long to be read to the end: ${pageList(numbers)}. A PDF may have 5,000 pages and 3,000,000 ` +
    'pieces of text, 100,000 on a page. Split the file and read its parts.'
  return [{ severity: 'error', id: 'pdf-too-long', message, line: numbers[0] }]
}

/** Pages between others that have no text: they may be scanned. */
export function blankPages(pages: readonly LinesOnPage[]): Problem[] {
  const last = pages.findLastIndex(({ lines }) => lines.length > 0)
  const blank = pages.slice(0, Math.max(0, last)).filter(({ lines }) => lines.length === 0)
  const numbers = blank.map(({ number }) => number)
  if (numbers.length === 0) return []
  const message =
    `No text: ${pageList(numbers)}. If words can be seen there, they are a picture: make a text ` +
    'layer with OCR (text recognition) first.'
  return [{ severity: 'warning', id: 'pdf-pages-without-text', message, line: numbers[0] }]
}

/** Fonts without a table of their letters give characters that mean nothing. */
export function illegibleText(lines: readonly PdfLine[]): Problem[] {
  let [all, strange] = [0, 0]
  for (const { text } of lines) {
    all += text.length
    strange += text.match(STRANGE)?.length ?? 0
  }
  if (strange <= MOST_STRANGE * all) return []
  const message =
    `${Math.round((100 * strange) / all)} % of the characters are no letters that can be told: the ` +
    'PDF does not say what its letters mean. Make a new text layer with OCR (text recognition).'
  return [{ severity: 'warning', id: 'illegible-pdf', message }]
}

/** "page 3", "pages 3, 4, 7 and 12 more". */
function pageList(numbers: readonly number[]): string {
  const shown = numbers.slice(0, MOST_SHOWN)
  const more = numbers.length - shown.length
  const list = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return numbers.length === 1 ? `page ${list}` : `pages ${list}`
}

const MOST_SHOWN = 5
/** Share of the characters. */
const MOST_STRANGE = 0.1
/** Characters of private use, and those that stand for lost ones. */
const STRANGE = /[\p{Private_Use}\p{Unassigned}\ufffd]/gu
