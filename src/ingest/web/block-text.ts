/** Collects the text of one block: white space as a browser shows it, and where it stands. */
import type { Span } from '../../types.ts'

/** The text of a block. */
export interface BlockText {
  /** Without white space at its ends; never empty. */
  readonly text: string
  /**
   * Where the text stands in the page: an offset of the text, then one of the page, in turn. Up to
   * the next pair, or to the end of the line, both go on alike.
   */
  readonly marks: readonly number[]
  /** Characters that are links. */
  readonly linked: number
  /** Characters that are marked as the name of a source: `<cite>`. */
  readonly cited: number
  /** Long quotations inside a sentence, in order and disjoint. */
  readonly quotes: readonly Span[]
}

/** Takes the text of one block after the other. */
export interface BlockBuilder {
  add(piece: string, offset: number, isPreformatted: boolean): void
  /** A line break that the page asks for. */
  breakLine(): void
  /** Whether the line breaks so far end the paragraph. */
  endsParagraph(): boolean
  /** A link or a `<cite>` begins or ends; it may go on in the next block. */
  setLink(isLink: boolean): void
  setCite(isCite: boolean): void
  openQuote(): void
  closeQuote(): void
  hasText(): boolean
  /** The block, of which there is no more; undefined if there is nothing to be seen in it. */
  finish(): BlockText | undefined
}

/** A builder that has no text yet. One is made for a page, since pages have many small blocks. */
export function blockBuilder(): BlockBuilder {
  let text = ''
  let marks: number[] = []
  let quotes: Span[] = NO_QUOTES
  let linked = 0
  let cited = 0
  let words = 0
  let inLink = false
  let inCite = false
  /** White space that is written when a word follows: nothing, a space, or a line break. */
  let gap: '' | ' ' | '\n' = ''
  let breaks = 0
  /** Offset of the page at which the next character goes on from the last one. */
  let expected = -1
  let quoteFrom = -1
  let wordsBeforeQuote = 0

  const put = (word: string, offset: number) => {
    if (offset !== expected) marks.push(text.length, offset)
    text += word
    if (inLink) linked += word.length
    if (inCite) cited += word.length
    expected = offset + word.length
  }

  /** Writes the white space before a word. Where it was one space in the page, offsets go on. */
  const putGap = () => {
    if (gap !== '' && text !== '') text += gap
    if (gap !== '' || text === '') words += 1
    if (gap === '\n') expected = -1
    gap = ''
    breaks = 0
  }

  const addWhite = (white: string, offset: number) => {
    if (gap === '\n') return
    const goesOn = gap === '' && (white === ' ' || white === '\t') && offset === expected
    expected = goesOn ? offset + 1 : -1
    gap = ' '
  }

  return {
    add(piece, offset, isPreformatted) {
      if (isPreformatted) {
        putGap()
        put(piece.replace(RETURN, '\n'), offset)
        return
      }
      for (let at = 0; at < piece.length; ) {
        const isGap = isSpace(piece.charCodeAt(at))
        let end = at + 1
        while (end < piece.length && isSpace(piece.charCodeAt(end)) === isGap) end += 1
        const part = piece.slice(at, end)
        if (isGap) addWhite(part, offset + at)
        else {
          putGap()
          put(part, offset + at)
        }
        at = end
      }
    },
    breakLine() {
      gap = '\n'
      breaks += 1
    },
    endsParagraph: () => breaks > 1,
    setLink(isLink) {
      inLink = isLink
    },
    setCite(isCite) {
      inCite = isCite
    },
    openQuote() {
      if (quoteFrom !== -1) return
      quoteFrom = text.length
      wordsBeforeQuote = words
    },
    closeQuote() {
      const isLong = words - wordsBeforeQuote >= LONG_QUOTE
      if (quoteFrom !== -1 && isLong) {
        if (quotes === NO_QUOTES) quotes = []
        quotes.push({ start: quoteFrom, end: text.length })
      }
      quoteFrom = -1
    },
    hasText: () => text !== '',
    finish() {
      const done = text === '' ? undefined : finished({ text, marks, linked, cited, quotes })
      text = ''
      marks = []
      quotes = NO_QUOTES
      linked = 0
      cited = 0
      words = 0
      gap = ''
      breaks = 0
      expected = -1
      quoteFrom = -1
      return done
    },
  }
}

/** The block without the white space at its ends, which no-break spaces may be. */
function finished(block: BlockText): BlockText | undefined {
  const { text } = block
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (trimmed.length === text.length) return block
  const from = text.length - text.trimStart().length
  const inside = (at: number) => Math.min(Math.max(at - from, 0), trimmed.length)
  const quotes = block.quotes.map(({ start, end }) => ({ start: inside(start), end: inside(end) }))
  return { ...block, text: trimmed, marks: marksFrom(block.marks, text, from), quotes }
}

/** The marks of a text that begins later. */
function marksFrom(marks: readonly number[], text: string, from: number): number[] {
  const kept: number[] = []
  for (let i = 0; i < marks.length; i += 2) {
    const at = marks[i] ?? 0
    const offset = marks[i + 1] ?? 0
    const next = marks[i + 2] ?? text.length
    if (next <= from) continue
    kept.push(Math.max(0, at - from), offset + Math.max(0, from - at))
  }
  return kept
}

/** White space that a browser collapses; a no-break space is none. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/** Words from which on a quotation inside a paragraph is somebody’s speech of its own. */
const LONG_QUOTE = 10
const NO_QUOTES: Span[] = []
/** "\r" and form feed, which only character references give. */
const RETURN = /[\r\f\v]/gu
