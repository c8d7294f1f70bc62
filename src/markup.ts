/** Markup (XML, HTML) → what a reader wants to know of it, in order, with places. */
import { Parser, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Takes the signs of a web page as they are written. */
export type SignListener = TokenizerCallbacks

/** Walks through a web page sign by sign and not as a tree, for pages nest without end. */
export function walkSigns(html: string, listener: SignListener): void {
  const options = { xmlMode: false, decodeEntities: true, recognizeSelfClosing: true }
  const tokenizer = new Tokenizer(options, listener)
  tokenizer.write(html)
  tokenizer.end()
}

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
 * Walks through markup. Bad markup is read as far as it makes sense; nothing is loaded, and no
 * entities are expanded but the standard ones: what a DOCTYPE defines stays as it is written.
 * False where elements stand in elements without end, which no program writes: the rest is not read.
 */
export function walkMarkup(
  markup: string,
  { isXml }: { readonly isXml: boolean },
  listener: MarkupListener,
): boolean {
  let depth = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1
        if (depth > DEEPEST_MARKUP) throw TOO_DEEP
        listener.open?.(name, attributes, parser.startIndex)
      },
      ontext: (text) => listener.text?.(text, parser.startIndex),
      onclosetag: (name) => {
        depth -= 1
        listener.close?.(name, parser.startIndex)
      },
      oncomment: (text) => listener.comment?.(text, parser.startIndex),
    },
    { xmlMode: isXml, decodeEntities: true },
  )
  try {
    parser.end(markup)
  } catch (error) {
    if (error !== TOO_DEEP) throw error
    return false
  }
  return true
}

/** Elements in elements; browsers stop at 512. Each level makes every closing tag dearer. */
export const DEEPEST_MARKUP = 2000
/** Ends the walk from within. */
const TOO_DEEP = new Error('elements in elements without end')
