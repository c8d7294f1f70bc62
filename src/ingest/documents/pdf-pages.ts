/**
 * The only file that knows PDF.js: the bytes of a PDF → the pieces of text on each page and where
 * they stand. Nothing is fetched, no font is loaded, no script of the file is run.
 *
 * A page is first read strictly; where that fails it is read as well as it can be and reported, so
 * that words of a damaged page are not silently wrong.
 */
import { getDocumentProxy } from 'unpdf'
import { BadFile } from '../bad-file.ts'
import type { Problem } from '../problems.ts'
import { refuseBombs } from './pdf-bombs.ts'
import { type PageLayout, type PlacedText, pageLayout } from './pdf-page-layout.ts'
import {
  BROKEN,
  CUT_OFF,
  damagedPages,
  FILLED_FIELDS,
  LOCKED,
  lostPages,
  unreadPages,
} from './pdf-problems.ts'
import { withNewCatalogue } from './pdf-rescue.ts'

/** The pages of a file that could be read, in order, and what was wrong with the others. */
export interface PdfPages {
  readonly pages: readonly PageLayout[]
  readonly problems: readonly Problem[]
}

/** Reads the text of every page; throws `BadFile` where the file cannot be opened at all. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPages> {
  refuseBombs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const { strict, usable, problems } = await openPdf(bytes)
  try {
    const read = await pagesOf(strict, () => open(usable, false).catch(() => undefined))
    if (await hasFilledFields(strict)) problems.push(FILLED_FIELDS)
    return { pages: read.pages, problems: [...problems, ...read.problems] }
  } finally {
    await close(strict)
  }
}

type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function pagesOf(
  strict: OpenPdf,
  openLenient: () => Promise<OpenPdf | undefined>,
): Promise<PdfPages> {
  const pages: PageLayout[] = []
  const [lost, damaged, unread]: [number[], number[], number[]] = [[], [], []]
  let lenient: OpenPdf | undefined
  let left = MOST_PIECES
  for (let number = 1; number <= strict.numPages; number += 1) {
    if (left <= 0 || number > MOST_PAGES) {
      unread.push(number)
      continue
    }
    let page = await pageOf(strict, number)
    if (page === undefined) {
      lenient ??= await openLenient()
      page = lenient && (await pageOf(lenient, number))
      ;(page === undefined ? lost : damaged).push(number)
    }
    if (page === undefined) continue
    if (page.texts.length >= MOST_ON_PAGE) unread.push(number)
    left -= page.texts.length
    pages.push(pageLayout(page.texts, page.frame))
  }
  await close(lenient)
  return { pages, problems: [...lostPages(lost), ...damagedPages(damaged), ...unreadPages(unread)] }
}

/** The file, and the bytes as which it can be opened: mended ones where it was cut off. */
async function openPdf(bytes: Uint8Array) {
  const problems: Problem[] = []
  try {
    const strict = await open(bytes, true)
    if (!isComplete(bytes)) problems.push(CUT_OFF)
    return { strict, usable: bytes, problems }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new BadFile('pdf-with-password', LOCKED)
    }
    const mended = withNewCatalogue(bytes)
    const strict = mended && (await open(mended, true).catch(() => undefined))
    if (mended === undefined || strict === undefined) throw new BadFile('broken-pdf', BROKEN)
    return { strict, usable: mended, problems: [CUT_OFF] }
  }
}

/** PDF.js takes the bytes that it is given away from their owner, so it gets a copy. */
function open(bytes: Uint8Array, isStrict: boolean): Promise<OpenPdf> {
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    stopAtErrors: isStrict,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    standardFontDataUrl: undefined,
    cMapUrl: undefined,
  })
}

async function close(document: OpenPdf | undefined): Promise<void> {
  await document?.destroy().catch(() => undefined)
}

/** What stands on a page; undefined where it cannot be read. */
async function pageOf(document: OpenPdf, number: number) {
  try {
    const page = await document.getPage(number)
    const { transform } = page.getViewport({ scale: 1 })
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const texts = await textsOf(page)
    page.cleanup()
    return { texts, frame: { number, transform, box: { left, bottom, right, top } } }
  } catch {
    return undefined
  }
}

type OpenPage = Awaited<ReturnType<OpenPdf['getPage']>>

/** Read piece by piece, so that a page that never ends is left at some point. */
async function textsOf(page: OpenPage): Promise<PlacedText[]> {
  const texts: PlacedText[] = []
  const reader = page.streamTextContent().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return texts
    for (const item of itemsOf(value)) if (item.text !== '') texts.push(item)
    if (texts.length < MOST_ON_PAGE) continue
    await reader.cancel(new Error('too long')).catch(() => undefined)
    return texts.slice(0, MOST_ON_PAGE)
  }
}

/** The stream is not typed: what comes out of it is checked. */
function itemsOf(chunk: unknown): PlacedText[] {
  const items: unknown = isRecord(chunk) ? chunk.items : undefined
  if (!Array.isArray(items)) return []
  return items.map(placedText).filter((item) => item !== undefined)
}

function placedText(item: unknown): PlacedText | undefined {
  if (!isRecord(item)) return undefined
  const { str, width, transform } = item
  if (typeof str !== 'string' || typeof width !== 'number' || !Array.isArray(transform)) {
    return undefined
  }
  const numbers = transform.map((value: unknown) => (typeof value === 'number' ? value : 0))
  return { text: str, width, transform: numbers }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Whether somebody has written into the fields of a form: that is not part of the pages. */
async function hasFilledFields(document: OpenPdf): Promise<boolean> {
  const fields: unknown = await document.getFieldObjects().catch(() => undefined)
  if (!isRecord(fields)) return false
  const parts = Object.values(fields).flatMap((field) => (Array.isArray(field) ? field : []))
  return parts.some((part: unknown) => {
    if (!isRecord(part) || part.type !== 'text') return false
    return typeof part.value === 'string' && part.value.trim() !== ''
  })
}

/** Whether the mark that closes a PDF stands near its end. */
function isComplete(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-TAIL_LENGTH)).includes('%%EOF')
}

const MOST_PAGES = 5000
/** Pieces of text: a page has some hundreds, mostly a line or a part of one each. */
const MOST_ON_PAGE = 100_000
const MOST_PIECES = 3_000_000
/** Bytes at the end of a file in which its closing mark stands. */
const TAIL_LENGTH = 8192
