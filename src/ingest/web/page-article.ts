/**
 * Finds the article of a page: says of each block why it is not coded, if it is not.
 *
 * What the page itself marks as its article is the article. Where it marks nothing, prose is found:
 * blocks of many words that are no links, and all that stands between the first and the last of
 * them, since in an interview an answer may be one word. What stands around it and is a link goes.
 * In doubt a block stays: what is coded can be seen, what is left out can only be missed.
 */
import { articleKindOf } from './marked-article.ts'
import type { Block } from './page-blocks.ts'
import type { Region } from './page-context.ts'
import { leftOutReasons, type Part } from './page-reasons.ts'

/** What a page is made of. */
export interface Article {
  /** For each block why it is not coded; undefined for a block of the article. */
  readonly reasons: readonly (string | undefined)[]
  /** Whether the page says itself where its article is. */
  readonly isMarked: boolean
}

/** Finds the article among the blocks of a page. */
export function articleOf(blocks: readonly Block[]): Article {
  // Where the page marks an article outside of all its menus and forms, these are what they say.
  const marked = articleKindOf(blocks, ({ context }) => context.region === undefined)
  const wrappers = marked === undefined ? wrappersOf(blocks) : NO_WRAPPERS
  const regions = blocks.map(({ context }) => outermost(context.region, wrappers))
  const isFree = (_: Block, i: number) => regions[i] === undefined
  const kind = marked ?? articleKindOf(blocks, isFree)
  const isIn = kind === undefined ? proseBlocks(blocks, blocks.map(isFree)) : blocks.map(kind.holds)
  const parts = blocks.map((block, i): Part => {
    const region = regions[i]
    const isInArticle = region === undefined && isIn[i] === true
    return { block, region, isInArticle, isLink: linkShare(block) > MOSTLY }
  })
  return { reasons: leftOutReasons(parts), isMarked: kind !== undefined }
}

/**
 * Regions that stand around the page, and not in it: some programs put all of a page into one form,
 * and a header that is never closed holds all that follows.
 */
function wrappersOf(blocks: readonly Block[]): ReadonlySet<Region> {
  const wrappers = new Set<Region>()
  const all = blocks.reduce((sum, block) => sum + block.text.length - block.linked, 0)
  for (const { context } of blocks) {
    for (let it = context.region; it !== undefined && !wrappers.has(it); it = it.around) {
      const least = WRAPPERS.get(it.reason)
      if (least !== undefined && it.prose > least * all) wrappers.add(it)
    }
  }
  return wrappers
}

/** The outermost region that a region stands in, but for those around the page. */
function outermost(region: Region | undefined, wrappers: ReadonlySet<Region>): Region | undefined {
  let found: Region | undefined
  for (let it = region; it !== undefined; it = it.around) if (!wrappers.has(it)) found = it
  return found
}

/** Whether each block stands in the prose of the page, or beside it without being a link. */
function proseBlocks(blocks: readonly Block[], free: readonly boolean[]): boolean[] {
  const isProse = blocks.map((block, i) => free[i] === true && looksLikeProse(block))
  const first = isProse.indexOf(true)
  const last = isProse.lastIndexOf(true)
  if (first === -1) return blocks.map(() => true)
  const isLink = (i: number): boolean => {
    const block = blocks[i]
    return block === undefined || free[i] !== true || linkShare(block) > MOSTLY
  }
  let from = first
  let to = last
  while (from > 0 && !isLink(from - 1)) from -= 1
  while (to < blocks.length - 1 && !isLink(to + 1)) to += 1
  const lists = linkLists(blocks, isLink)
  return blocks.map((_, i) => i >= from && i <= to && !lists.has(i))
}

/** Many words that are no link; or a sentence. */
function looksLikeProse(block: Block): boolean {
  if (linkShare(block) > PROSE_LINKS) return false
  const words = block.text.slice(0, ENOUGH).split(SPACES).length
  return words >= PROSE_WORDS || (words >= SENTENCE_WORDS && SENTENCE_END.test(block.text))
}

/** Blocks that are links and stand together: a menu in the middle of the text. */
function linkLists(blocks: readonly Block[], isLink: (i: number) => boolean): ReadonlySet<number> {
  const lists = new Set<number>()
  for (let i = 0; i < blocks.length; ) {
    let end = i
    while (end < blocks.length && isLink(end)) end += 1
    if (end - i >= SHORTEST_LIST) for (let k = i; k < end; k += 1) lists.add(k)
    i = end + 1
  }
  return lists
}

/** Share of the characters of a block that are links. */
function linkShare({ text, linked }: Block): number {
  return linked / text.length
}

/** A share from which on a block is its links. */
const MOSTLY = 0.5
/** The share of the prose of a page with which a region stands around it; a thread of comments may be long. */
const WRAPPERS: ReadonlyMap<string, number> = new Map([
  ['form', 0.5],
  ['page header', 0.8],
  ['page footer', 0.8],
  ['aside', 0.8],
  ['dialog', 0.8],
])
const NO_WRAPPERS: ReadonlySet<Region> = new Set()
/** A paragraph with a higher share of links is no prose. */
const PROSE_LINKS = 0.33
const PROSE_WORDS = 15
const SENTENCE_WORDS = 6
/** UTF-16 code units in which the words of a block are counted. */
const ENOUGH = 400
/** Blocks. */
const SHORTEST_LIST = 3
const SPACES = /\s+/u
/** "." in "Nobody asked me.", "?”". */
const SENTENCE_END = /[.!?…][”"’')\]]*$/u
