/** The blocks of a page → its text: what is left out, what is quoted, where it stands. */
import type { LeftOut, SourceMark, Span } from '../../types.ts'
import { sourcePlaces } from '../research/source-places.ts'
import type { Block } from './page-blocks.ts'
import type { Quote } from './page-context.ts'
import { type PageLine, pageLines } from './page-lines.ts'

/** The text of a page. Blank lines stand between its paragraphs. */
export interface PageText {
  readonly text: string
  readonly sourceMarks: readonly SourceMark[]
  /** In order, disjoint. */
  readonly leftOut: readonly LeftOut[]
  /** Other people’s words in the article; in order, disjoint. */
  readonly quotes: readonly Span[]
  /** From the first word that is coded to the last; undefined if none is. */
  readonly article: Span | undefined
}

/** Writes the text of a page; `reasons` says of each block why it is not coded, if it is not. */
export function pageText(
  html: string,
  blocks: readonly Block[],
  reasons: readonly (string | undefined)[],
): PageText {
  const places = markPlaces(html, blocks)
  const writer = textWriter(places)
  for (const line of pageLines(blocks, reasons)) writer.add(line, blocks[line.index])
  return writer.finish()
}

/** Line and column of every mark of every block. */
interface MarkPlaces {
  readonly lines: readonly number[]
  readonly columns: readonly number[]
  /** For each block, which mark is its first. */
  readonly first: readonly number[]
}

/** Places are found in the order of the page, which is not that of its text: tables are turned. */
function markPlaces(html: string, blocks: readonly Block[]): MarkPlaces {
  const placeOf = sourcePlaces(html)
  const lines: number[] = []
  const columns: number[] = []
  const first: number[] = []
  for (const { marks } of blocks) {
    first.push(lines.length)
    for (let i = 1; i < marks.length; i += 2) {
      const { line, column } = placeOf(marks[i] ?? 0)
      lines.push(line)
      columns.push(column)
    }
  }
  return { lines, columns, first }
}

interface TextWriter {
  add(line: PageLine, block: Block | undefined): void
  finish(): PageText
}

function textWriter(places: MarkPlaces): TextWriter {
  const pieces: string[] = []
  const sourceMarks: SourceMark[] = []
  const leftOut: LeftOut[] = []
  const quotes: Span[] = []
  let length = 0
  let article: Span | undefined
  let quoteBefore: Quote | undefined

  const write = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }

  const addMarks = ({ marks }: Block, first: number) => {
    for (let i = 0; 2 * i < marks.length; i += 1) {
      const line = places.lines[first + i] ?? 1
      const column = places.columns[first + i] ?? 1
      sourceMarks.push({ offset: length + (marks[2 * i] ?? 0), line, column, isFixed: false })
    }
  }

  const addQuotes = (block: Block, span: Span) => {
    const { quote } = block.context
    const last = quotes.at(-1)
    if (quote === undefined) {
      for (const { start, end } of block.quotes) {
        quotes.push({ start: span.start + start, end: span.start + end })
      }
    } else if (quote === quoteBefore && last !== undefined) {
      quotes[quotes.length - 1] = { start: last.start, end: span.end }
    } else quotes.push(span)
    quoteBefore = quote
  }

  return {
    add({ index, reason, before, after }, block) {
      if (block === undefined) return
      write(length > 0 ? before : before.trimStart())
      const span = { start: length, end: length + block.text.length }
      addMarks(block, places.first[index] ?? 0)
      write(block.text)
      write(after)
      if (reason === undefined) {
        article = { start: article?.start ?? span.start, end: span.end }
        addQuotes(block, span)
      } else {
        quoteBefore = undefined
        addLeftOut(leftOut, { span, reason })
      }
    },
    finish() {
      write('\n')
      const [first] = sourceMarks
      // A tag that is cut off leaves a sign without a place: it stands at the beginning.
      const { line, column } = first ?? { line: 1, column: 1 }
      if (length > 0) sourceMarks[0] = { offset: 0, line, column, isFixed: false }
      return {
        text: pieces.join(''),
        sourceMarks,
        leftOut,
        quotes: isLayout(quotes, article) ? [] : quotes,
        article,
      }
    },
  }
}

/** A page all of which is one quotation is only indented. */
function isLayout(quotes: readonly Span[], article: Span | undefined): boolean {
  const [only, ...others] = quotes
  if (only === undefined || article === undefined || others.length > 0) return false
  return only.end - only.start >= WHOLE * (article.end - article.start)
}

/** Blocks that stand together and are left out for one reason are one. */
function addLeftOut(leftOut: LeftOut[], next: LeftOut): void {
  const last = leftOut.at(-1)
  const isSame = last?.reason === next.reason && next.span.start - last.span.end <= GAP
  if (last === undefined || !isSame) leftOut.push(next)
  else
    leftOut[leftOut.length - 1] = { ...last, span: { start: last.span.start, end: next.span.end } }
}

/** A blank line. */
const GAP = 2
/** The share of an article that is more than a quotation in it. */
const WHOLE = 0.9
