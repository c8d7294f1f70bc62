/** What a page says of itself: its title, and when it was published. */
import type { Attributes } from './page-tags.ts'

/** Facts of a page that become attributes of its document. */
export interface PageFacts {
  readonly title: string | undefined
  /** As written; it begins with a date such as `2026-05-08`. */
  readonly published: string | undefined
}

/** The attributes that a page may have, in order. */
export const PAGE_ATTRIBUTES: readonly string[] = ['title', 'published']

/** Gathers the facts of a page from its tags. */
export interface FactFinder {
  open(name: string, attributes: Attributes): void
  text(piece: string): void
  close(name: string): void
  found(): PageFacts
}

/** Nothing found yet. The first of each fact holds; what is made for sharing goes before `<title>`. */
export function pageFacts(): FactFinder {
  let title = ''
  let hasTitle = false
  let isInTitle = false
  let shared: string | undefined
  let published: string | undefined
  return {
    open(name, attributes) {
      if (name === 'title' && !hasTitle) isInTitle = true
      if (attributes.size === 0) return
      const key = name === 'meta' ? metaName(attributes) : ''
      if (TITLES.has(key)) shared ??= clean(attributes.get('content'))
      if (isDateHolder(name, key, attributes)) {
        published ??= date(attributes.get('datetime') ?? attributes.get('content'))
      }
    },
    text(piece) {
      if (isInTitle && title.length < LONGEST) title += piece
    },
    close(name) {
      if (name !== 'title' || !isInTitle) return
      isInTitle = false
      hasTitle = true
    },
    found: () => ({ title: shared ?? clean(title), published }),
  }
}

/** `property`, `name` or `itemprop` of a `<meta>`, in lower case. */
function metaName(attributes: Attributes): string {
  const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop')
  return name?.trim().toLowerCase() ?? ''
}

function isDateHolder(name: string, key: string, attributes: Attributes): boolean {
  if (name === 'meta') return DATES.has(key)
  return name === 'time' && attributes.get('itemprop') === 'datePublished'
}

/** One line without white space at its ends; undefined if nothing is left. */
function clean(text: string | undefined): string | undefined {
  const line = text?.slice(0, LONGEST).replace(WHITE, ' ').trim()
  return line === '' ? undefined : line
}

function date(text: string | undefined): string | undefined {
  const line = clean(text)
  return line !== undefined && DATE.test(line) ? line : undefined
}

const TITLES = new Set(['og:title', 'dc.title', 'dcterms.title'])
const DATES = new Set(
  (
    'article:published_time|datepublished|date|pubdate|publish_date|publish-date|dc.date|' +
    'dcterms.date|dc.date.issued|dcterms.issued|dc.date.created|dcterms.created'
  ).split('|'),
)
/** UTF-16 code units of a title. */
const LONGEST = 500
const WHITE = /\s+/gu
/** "2026-05-08" in "2026-05-08T09:30:00+01:00". */
const DATE = /^\d{4}-\d{2}(?:-\d{2})?/u
