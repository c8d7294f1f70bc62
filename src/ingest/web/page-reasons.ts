/** Why the blocks of a page that are not its article are not coded. */
import { CLOSING_SECTIONS, COOKIE_STARTS, WHOLE_LINES } from '../boilerplate-phrases.ts'
import type { Block } from './page-blocks.ts'
import type { Region } from './page-context.ts'

/** A block with what was found of it. */
export interface Part {
  readonly block: Block
  /** The menu, form or footer that it stands in. */
  readonly region: Region | undefined
  readonly isInArticle: boolean
  /** Whether it is mostly links. */
  readonly isLink: boolean
}

/**
 * The reason of each block; undefined for those of the article. What a part of the page is called
 * comes first; a heading such as “Related news” says more than “aside”, up to the next heading.
 */
export function leftOutReasons(parts: readonly Part[]): (string | undefined)[] {
  let section: string | undefined
  let before: Part | undefined
  return parts.map((part) => {
    const { block, region, isInArticle, isLink } = part
    const isNew = block.context.isHeading || region !== before?.region || before?.isInArticle
    if (isNew) section = undefined
    before = part
    if (isInArticle) return isAttribution(block) ? 'attribution' : undefined
    if (region !== undefined && !VAGUE.has(region.reason)) return region.reason
    const words = comparable(block.text)
    section = CLOSING_SECTIONS.get(words) ?? section
    return section ?? phraseReason(words) ?? region?.reason ?? (isLink ? 'navigation' : OUTSIDE)
  })
}

/** “— Girl, aged 13” in a quotation: all of it but a dash is marked as its source. */
function isAttribution({ context, text, cited }: Block): boolean {
  return context.quote !== undefined && cited > 0 && cited + LONGEST_DASH >= text.length
}

function phraseReason(words: string): string | undefined {
  if (COOKIE_STARTS.some((start) => words.startsWith(start))) return 'cookie notice'
  return WHOLE_LINES.get(words)
}

/** As the phrases are written. */
function comparable(text: string): string {
  return text.slice(0, LONGEST).toLowerCase().replace(END_MARKS, '').replaceAll("'", '’').trim()
}

/** UTF-16 code units: "— ". */
const LONGEST_DASH = 3
const OUTSIDE = 'outside the article'
/** Reasons that a heading may make clearer. */
const VAGUE = new Set(['aside', 'dialog', 'page footer', 'page header'])
/** UTF-16 code units that are compared. */
const LONGEST = 200
/** ":" in "Share this:". */
const END_MARKS = /[\s:.!»→…]+$/u
