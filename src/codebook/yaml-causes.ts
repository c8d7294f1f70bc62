/**
 * Where a problem of the YAML began: the reader notices a quote that is not closed where the file
 * ends, and a tab where the lines no longer fit together.
 */
import { type Document, visit } from 'yaml'

/** Where the quote was opened whose end is missing at an offset, if there is one. */
export function openedQuote(document: Document, at: number): number | undefined {
  let opened: number | undefined
  visit(document, {
    Scalar(_key, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (isQuoted && range?.[1] === at) opened = range[0]
    },
  })
  return opened
}

/** Where a tab stands in the indent of the line of an offset, or of the line that begins there. */
export function tabInIndent(text: string, at: number): number | undefined {
  const place = text[at] === '\n' ? at + 1 : at
  const lineStart = text.lastIndexOf('\n', place - 1) + 1
  const tab = INDENT.exec(text.slice(lineStart))?.[0].indexOf('\t') ?? -1
  return tab < 0 ? undefined : lineStart + tab
}

/** What a line begins with, for example two spaces and a tab. */
const INDENT = /^[ \t]*/u
