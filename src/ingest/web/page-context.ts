/** What is known of a place in a page by the elements that it stands in. */
import { NO_TEXT } from './page-elements.ts'
import { isArticleBody, isQuoteByName, regionReason } from './page-regions.ts'
import type { Attributes } from './page-tags.ts'

/** A part of the page that is not coded: a menu, a form. Regions stand in regions. */
export interface Region {
  readonly reason: string
  readonly around: Region | undefined
  readonly depth: number
  /** Characters in it that are no link: what fills the page is no menu, whatever its name. */
  prose: number
}

/** An element that says that it holds an article, or the page’s own content. */
export interface Mark {
  readonly kind: 'body' | 'article' | 'main'
}

/** The words of somebody whom the page quotes. */
export interface Quote {
  /** Offset of its tag in the page; tells quotes apart. */
  readonly offset: number
}

/** A cell of a table; a term and its description are the cells of a row. */
export interface Cell {
  readonly table: number
  readonly row: number
  readonly column: number
}

/** Where a stretch of text stands. Shared by all that stands in the same element. */
export interface Context {
  readonly isHidden: boolean
  readonly isPreformatted: boolean
  readonly isHeading: boolean
  readonly region: Region | undefined
  readonly quote: Quote | undefined
  readonly body: Mark | undefined
  readonly article: Mark | undefined
  readonly main: Mark | undefined
  readonly cell: Cell | undefined
}

export const ROOT: Context = {
  isHidden: false,
  isPreformatted: false,
  isHeading: false,
  region: undefined,
  quote: undefined,
  body: undefined,
  article: undefined,
  main: undefined,
  cell: undefined,
}

/** An element that is opened. */
export interface Tag {
  readonly name: string
  readonly attributes: Attributes
  readonly offset: number
}

/** The context of what stands in an element; the outer one itself where nothing changes. */
export function contextIn(outer: Context, tag: Tag): Context {
  if (outer.isHidden) return outer
  if (isHidden(tag)) return { ...outer, isHidden: true }
  const marked = withMarks(outer, tag)
  const quote = quoteIn(outer, tag)
  // `<aside class="pullquote">` is a quotation.
  const region = quote === outer.quote ? regionIn(marked, tag) : outer.region
  const isPreformatted = outer.isPreformatted || tag.name === 'pre'
  const isHeading = outer.isHeading || HEADING.test(tag.name)
  const isSame =
    marked === outer &&
    region === outer.region &&
    quote === outer.quote &&
    isPreformatted === outer.isPreformatted &&
    isHeading === outer.isHeading
  return isSame ? outer : { ...marked, region, quote, isPreformatted, isHeading }
}

/** Not shown: scripts, `hidden`, `aria-hidden`, `display: none`, words for screen readers only. */
function isHidden({ name, attributes }: Tag): boolean {
  if (NO_TEXT.has(name)) return true
  // A page that is saved while a dialog is open hides all of itself.
  if (attributes.size === 0 || WHOLE_PAGES.has(name)) return false
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true
  const style = attributes.get('style')
  if (style !== undefined && HIDING_STYLE.test(style.slice(0, LONGEST_STYLE))) return true
  const names = attributes.get('class')
  return names !== undefined && UNSEEN.test(names.slice(0, LONGEST_STYLE))
}

function withMarks(outer: Context, { name, attributes }: Tag): Context {
  const role = attributes.get('role')
  let context = outer
  if (outer.main === undefined && (name === 'main' || role === 'main')) {
    context = { ...context, main: { kind: 'main' } }
  }
  if (outer.article === undefined && (name === 'article' || role === 'article')) {
    context = { ...context, article: { kind: 'article' } }
  }
  if (outer.body === undefined && attributes.size > 0 && isArticleBody(attributes)) {
    context = { ...context, body: { kind: 'body' } }
  }
  return context
}

function regionIn(context: Context, { name, attributes }: Tag): Region | undefined {
  const around = context.region
  if (around !== undefined && around.depth >= DEEPEST_REGION) return around
  const isInArticle = context.article !== undefined || context.body !== undefined
  const reason = regionReason(name, attributes, {
    isInArticle,
    isInMain: isInArticle || context.main !== undefined,
    isInQuote: context.quote !== undefined,
  })
  if (reason === undefined) return around
  return { reason, around, depth: (around?.depth ?? 0) + 1, prose: 0 }
}

function quoteIn({ quote }: Context, { name, attributes, offset }: Tag): Quote | undefined {
  if (quote !== undefined) return quote
  if (name === 'blockquote') return { offset }
  return QUOTE_HOLDERS.has(name) && isQuoteByName(attributes) ? { offset } : undefined
}

const WHOLE_PAGES = new Set('html body main article'.split(' '))
const QUOTE_HOLDERS = new Set('div p figure section aside li'.split(' '))
/** Regions in regions that are told apart. */
const DEEPEST_REGION = 6
/** UTF-16 code units of a style or a class that are looked at. */
const LONGEST_STYLE = 1000
/** "h2". */
const HEADING = /^h[1-6]$/u
/** "display:none", "visibility: hidden", "mso-list:Ignore" (Word’s bullets). */
const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-(?:hide\s*:\s*all|list\s*:\s*ignore)/iu
/** "sr-only", "visually-hidden", "screen-reader-text". */
const UNSEEN =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|govuk-visually-hidden)(?:\s|$)/iu
