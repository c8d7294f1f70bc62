/** What a page marks as its article: `article`, `main`, or the body of an article by its name. */
import type { Block } from './page-blocks.ts'
import type { Mark } from './page-context.ts'

/** Whether a block stands in no menu and the like; with its number in the page. */
export type IsFree = (block: Block, index: number) => boolean

/** The marked article of a page. */
export interface MarkedArticle {
  /** Whether a block stands in it. */
  holds(block: Block): boolean
}

/**
 * The narrowest mark that holds a good part of what the page says outside of its menus; undefined
 * if none does: cards of other articles below an interview are marked too. `isFree` says that a
 * block stands in no menu and the like.
 */
export function articleKindOf(blocks: readonly Block[], isFree: IsFree): MarkedArticle | undefined {
  let all = 0
  blocks.forEach((block, i) => {
    if (isFree(block, i)) all += proseOf(block)
  })
  for (const kind of KINDS) {
    const prose = proseByMark(blocks, isFree, kind)
    const sum = [...prose.values()].reduce((total, { own }) => total + own, 0)
    const least = prose.size > 1 ? MOST_PARTS : GOOD_PART
    if (sum === 0 || sum < least * all) continue
    const kept = new Set([...prose].filter(([, { own, linked }]) => own > linked).map(([m]) => m))
    return {
      holds({ context }) {
        const mark = context[kind]
        return mark !== undefined && kept.has(mark)
      },
    }
  }
  return undefined
}

interface Held {
  /** Characters of prose. */
  own: number
  /** Characters of links. */
  linked: number
}

function proseByMark(
  blocks: readonly Block[],
  isFree: IsFree,
  kind: Mark['kind'],
): Map<Mark, Held> {
  const held = new Map<Mark, Held>()
  blocks.forEach((block, i) => {
    const mark = block.context[kind]
    if (mark === undefined || !isFree(block, i)) return
    const known = held.get(mark) ?? { own: 0, linked: 0 }
    known.own += proseOf(block)
    known.linked += block.linked
    held.set(mark, known)
  })
  return held
}

function proseOf({ text, linked }: Block): number {
  return text.length - linked
}

/** From the narrowest to the widest; an article with a title wins over its body. */
const KINDS: readonly Mark['kind'][] = ['article', 'body', 'main']
/** The share of the prose of a page that an article has at least. */
const GOOD_PART = 0.25
/** The same for several: a page of posts is all of them, cards are a few words each. */
const MOST_PARTS = 0.5
