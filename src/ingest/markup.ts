/** Markup (XML, HTML) → what a reader wants to know of it, in order, with places. */
import { Parser } from 'htmlparser2'

/** Takes what stands in markup. Offsets are UTF-16 code units of the markup. */
export interface MarkupListener {
  /** Names as written in XML (`w:p`), in lower case in HTML; so with the attributes. */
  open?(name: string, attributes: Readonly<Record<string, string>>, offset: number): void
  /** Decoded; text between two tags may come in several pieces. */
  text?(text: string, offset: number): void
  /** Every element that was opened is closed, even where the markup forgets it. */
  close?(name: string, offset: number): void
  comment?(text: string, offset: number): void
}

/**
 * Walks through markup. It never throws for bad markup, loads nothing and expands no entities but
 * the standard ones: what a DOCTYPE defines stays as it is written.
 */
export function walkMarkup(
  markup: string,
  { isXml }: { readonly isXml: boolean },
  listener: MarkupListener,
): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => listener.open?.(name, attributes, parser.startIndex),
      ontext: (text) => listener.text?.(text, parser.startIndex),
      onclosetag: (name) => listener.close?.(name, parser.startIndex),
      oncomment: (text) => listener.comment?.(text, parser.startIndex),
    },
    { xmlMode: isXml, decodeEntities: true },
  )
  parser.end(markup)
}
