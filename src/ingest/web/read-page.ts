/**
 * Reads a web page. What it says is read as any text first: labels show a transcript. Without them
 * it is an article, and its turns are the author’s words and what the author quotes.
 */
import type { Document, LeftOut, Origin, Passage, Span, Turn } from '../../types.ts'
import { markSpans } from '../marks.ts'
import { problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { UNKNOWN_ROLE } from '../roles.ts'
import { joinedSpans, orderedLeftOut, spansInside } from '../span-order.ts'
import { addressSpans } from '../web-addresses.ts'
import { readWritten } from '../written-text.ts'
import { articleOf } from './page-article.ts'
import { pageBlocks } from './page-blocks.ts'
import { PAGE_ATTRIBUTES, type PageFacts } from './page-facts.ts'
import { pageSource } from './page-source.ts'
import { type PageText, pageText } from './page-text.ts'
import { authorTurns, labelledTurns, type QuotePlan, quotedSpeaker } from './quoted-turns.ts'

/** The page and what it is called. */
export interface PageFile {
  readonly source: ByteSource
  readonly documentId: string
  /** Name of the reader. */
  readonly reader: string
}

/** Reads a page: one document, one passage. Throws `BadFile` for what cannot be read. */
export function* readPage(file: PageFile, options: ReadOptions): Generator<Reading> {
  const { path, size } = file.source
  if (size === 0) {
    yield problemReading(path, EMPTY)
    return
  }
  const { html, encoding, problems } = pageSource(file.source, options.encoding)
  for (const problem of problems) yield problemReading(path, problem)
  const { blocks, facts } = pageBlocks(html)
  const { reasons, isMarked } = articleOf(blocks)
  const page = pageText(html, blocks, reasons)
  const { article } = page
  if (article === undefined) {
    if (blocks.length > 0) yield { kind: 'passage', passage: bare(file, { encoding, facts, page }) }
    yield problemReading(path, blocks.length === 0 ? NO_TEXT : NO_ARTICLE)
    return
  }
  const written = { text: articleAlone(page, article), sourceMarks: [], leftOut: [] }
  for (const reading of readWritten(written, { ...file, encoding }, options)) {
    if (reading.kind === 'problem') yield reading
    else {
      const found = shifted(reading.passage, article.start)
      const passage = passageOf({ page, article, isMarked, found }, options)
      const document = { ...passage.document, attributes: attributesOf(facts) }
      yield { kind: 'passage', passage: { ...passage, document } }
    }
  }
}

/** A page of which nothing is coded: menus and forms alone. */
function bare(
  file: PageFile,
  known: { readonly encoding: string; readonly facts: PageFacts; readonly page: PageText },
): Passage {
  const { text, leftOut, sourceMarks } = known.page
  const document: Document = {
    id: file.documentId,
    reader: file.reader,
    encoding: known.encoding,
    attributes: attributesOf(known.facts),
    lineBreaks: 'ends',
  }
  return { document, text, origin: START, turns: [], silent: [], leftOut, sourceMarks }
}

/** The article, with spaces for what is left out in it: labels are looked for in it alone. */
function articleAlone({ text, leftOut }: PageText, article: Span): string {
  const pieces: string[] = []
  let at = article.start
  for (const { span } of leftOut) {
    if (span.start < at || span.end > article.end) continue
    pieces.push(text.slice(at, span.start), text.slice(span.start, span.end).replace(INK, ' '))
    at = span.end
  }
  pieces.push(text.slice(at, article.end))
  return pieces.join('').replace(FILE_MARKS, (marks) => ' '.repeat(marks.length))
}

/** What was found in the article. */
interface Found extends Pick<Passage, 'document' | 'turns' | 'leftOut' | 'silent'> {}

/** What was found in the article, in positions of the whole text. */
function shifted(passage: Passage, by: number): Found {
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by })
  return {
    document: passage.document,
    turns: passage.turns.map((turn) => ({ ...turn, span: moved(turn.span) })),
    leftOut: passage.leftOut.map((it) => ({ ...it, span: moved(it.span) })),
    silent: passage.silent.map(moved),
  }
}

interface PageParts {
  readonly page: PageText
  readonly article: Span
  readonly isMarked: boolean
  readonly found: Found
}

function passageOf({ page, article, isMarked, found }: PageParts, options: ReadOptions): Passage {
  const { document } = found
  const isTranscript = found.turns.some(({ speaker }) => speaker !== document.id)
  // Nothing goes out of an article for its words alone, where the page says what its article is.
  const isSure = isMarked && !isTranscript
  const also = isSure ? found.leftOut.filter(({ reason }) => reason === NOTICE) : found.leftOut
  const leftOut = orderedLeftOut([...page.leftOut, ...also])
  // The turns of a transcript end already where they should for what was found in the text.
  const gaps = (isTranscript ? page.leftOut : leftOut).map(({ span }) => span)
  const { text, quotes } = page
  const plan: QuotePlan = { text, quotes, quoted: quotedSpeaker(options.roles), gaps }
  const self = { speaker: document.id, role: UNKNOWN_ROLE }
  const turns = isTranscript ? labelledTurns(plan, found.turns) : authorTurns(plan, self, article)
  return {
    document,
    text: page.text,
    origin: START,
    turns,
    silent: silentIn(page.text, found.silent, turns),
    leftOut,
    sourceMarks: page.sourceMarks,
  }
}

function silentIn(text: string, found: readonly Span[], turns: readonly Turn[]): readonly Span[] {
  const spans = joinedSpans([...found, ...markSpans(text), ...addressSpans(text)])
  const frames = turns.map(({ span }) => span)
  return spansInside(spans, frames)
}

function attributesOf(facts: PageFacts): ReadonlyMap<string, string> {
  const values = [facts.title, facts.published]
  return new Map(
    PAGE_ATTRIBUTES.flatMap((name, i): (readonly [string, string])[] => {
      const value = values[i]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

const START: Origin = { codePoints: 0, line: 1, column: 0, turns: 0 }
const NOTICE: LeftOut['reason'] = 'transcription notice'
/** Everything but white space. */
const INK = /\S/gu
/** "---" and a byte-order mark at the start of a file mean something that they do not on a page. */
const FILE_MARKS = /^(?:\ufeff|-{3})+/u
const EMPTY = {
  severity: 'warning',
  id: 'empty-file',
  message: 'The file is empty. Check that it was saved or exported completely.',
} as const
const NO_TEXT = {
  severity: 'warning',
  id: 'page-without-text',
  message:
    'The page holds no visible text. It may be filled by a script: open it in a browser and save ' +
    'what it shows.',
} as const
const NO_ARTICLE = {
  severity: 'warning',
  id: 'page-without-article',
  message:
    'The page holds menus, forms and the like, and nothing else; nothing of it is coded. Run ' +
    '`voices inspect` to see what was left out.',
} as const
