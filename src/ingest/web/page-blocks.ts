/**
 * The visible text of a page in blocks, in order: a paragraph, a heading, an item, a cell. White
 * space is what a browser shows: a line break of the source is a space, `<br>` is a line break, two
 * of them end the paragraph, and `<pre>` stays as it is.
 */
import { BadFile } from '../bad-file.ts'
import { type BlockText, blockBuilder } from './block-text.ts'
import { type OpenElements, openElements } from './open-elements.ts'
import { type Cell, type Context, contextIn, ROOT, type Tag } from './page-context.ts'
import { BLOCK } from './page-elements.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { walkTags } from './page-tags.ts'

/** A stretch of visible text that a browser shows as a paragraph of its own. */
export interface Block extends BlockText {
  readonly context: Context
}

/** A page as it is written: its blocks, and what it says of itself. */
export interface Page {
  readonly blocks: readonly Block[]
  readonly facts: PageFacts
}

/** Reads the blocks of a page; throws `BadFile` if there are more than any page has. */
export function pageBlocks(html: string): Page {
  const elements: OpenElements<Context> = openElements(ROOT)
  const blocks: Block[] = []
  const facts = pageFacts()
  const cells = cellCounter()
  const text = blockBuilder()
  let context = ROOT
  let pieces = 0

  const endBlock = () => {
    const done = text.finish()
    if (done !== undefined) {
      pieces += 1 + done.marks.length / 2
      if (pieces > MOST_PIECES) throw new BadFile('page-too-large', TOO_MANY)
      countProse(context, done.text.length - done.linked)
      blocks.push({ ...done, context })
    }
  }

  const enter = () => {
    const { current } = elements
    // What stands in another part of the page is another block, even in the middle of a line.
    if (current !== context && text.hasText() && differs(current, context)) endBlock()
    context = current
  }

  walkTags(html, {
    open(name, attributes, offset) {
      facts.open(name, attributes)
      if (BLOCK.has(name)) endBlock()
      if (name === 'br') text.breakLine()
      if (name === 'br' && text.endsParagraph()) endBlock()
      if (name === 'a') text.setLink(attributes.has('href'))
      if (name === 'cite') text.setCite(true)
      if (name === 'q') text.openQuote()
      elements.makeRoomFor(name)
      const tag: Tag = { name, attributes, offset }
      const inside = contextIn(elements.current, tag)
      elements.open(name, cells.inCell(inside, name))
    },
    close(name) {
      facts.close(name)
      if (BLOCK.has(name)) endBlock()
      if (name === 'a') text.setLink(false)
      if (name === 'cite') text.setCite(false)
      if (name === 'q') text.closeQuote()
      elements.close(name)
    },
    text(piece, offset) {
      facts.text(piece)
      if (elements.current.isHidden) return
      enter()
      text.add(piece, offset, context.isPreformatted)
    },
  })
  endBlock()
  return { blocks, facts: facts.found() }
}

function differs(a: Context, b: Context): boolean {
  return a.region !== b.region || a.quote !== b.quote || a.cell !== b.cell
}

function countProse({ region }: Context, length: number): void {
  for (let it = region; it !== undefined; it = it.around) it.prose += length
}

interface CellCounter {
  /** The context in an element, with its cell if it opens one. */
  inCell(context: Context, name: string): Context
}

/** Numbers tables, rows and columns; nested tables have numbers of their own. */
function cellCounter(): CellCounter {
  let tables = 0
  let rows = 0
  const withCell = (context: Context, cell: Cell): Context => ({ ...context, cell })
  let column = 0
  return {
    inCell(context, name) {
      if (context.isHidden) return context
      if (name === 'table' || name === 'dl') tables += 1
      if (name === 'tr' || name === 'dt') {
        rows += 1
        column = -1
      }
      if (name !== 'td' && name !== 'th' && name !== 'dt' && name !== 'dd') return context
      column += 1
      return withCell(context, { table: tables, row: rows, column })
    },
  }
}

/** Blocks and their pieces: pages of this size are made to fill the memory. */
const MOST_PIECES = 1_000_000
const TOO_MANY =
  'The page holds more than a million pieces of text and was refused. Save the part that matters, ' +
  'or save it as text.'
