/**
 * CodedSegments → a quote bank: for each theme a few segments that show it well.
 *
 * Chosen by a stated rule, the same on every machine: a readable length, more telling evidence (see
 * `quote-merit.ts`); one quote from each speaker before any second and, among the best speakers, one
 * from each document before any second; the same words once; ties go to the earlier place.
 */
import { createHash } from 'node:crypto'
import { attributeOf } from '../attributes.ts'
import type { Cell, CodedSegment, Places, Segment, Span, Table, ThemeCode } from '../types.ts'
import { evidenceOf, isReadable, meritOf, whyOf } from './quote-merit.ts'
import type { RowContext } from './segment-rows.ts'
import { matchedText, speakerOf } from './segment-rows.ts'

/** A segment chosen for a theme, with all that outputs say of it. */
export interface Quote {
  /** Index in `codebook.themes`. */
  readonly theme: number
  /** Higher is better. */
  readonly score: number
  /** Place in the run, for ties: number of the document, then code point. */
  readonly order: readonly [document: number, start: number]
  readonly id: string
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly speaker: string
  readonly role: string
  readonly document: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly matched: string
  readonly why: string
  readonly attributes: readonly string[]
}

/** Columns of the table `quotes`, before the attributes. */
const QUOTE_COLUMNS = [
  'quote_id',
  'theme',
  'theme_name',
  'quote',
  'before',
  'after',
  'speaker',
  'role',
  'document',
  'line',
  'start',
  'end',
  'matched',
  'why',
  'codebook',
  'codebook_version',
] as const

/** What stands around a segment in its turn, for the columns `before` and `after`. */
export interface Surroundings {
  readonly before: Span | undefined
  readonly after: Span | undefined
}

/** Where a candidate stands. */
export interface QuotePlace {
  /** Number of the document in the run. */
  readonly document: number
  readonly around: Surroundings
  readonly places: Places
}

/** Collects the best candidates for each theme, in bounded memory. */
export interface QuoteBank {
  offer(coded: CodedSegment, where: QuotePlace): void
  /** Takes over the candidates of other documents. */
  merge(quotes: readonly Quote[]): void
  /** Every candidate still held. */
  candidates(): readonly Quote[]
  /** The chosen quotes: themes in the order of the codebook, the best first. */
  chosen(): readonly Quote[]
}

/** A bank that chooses `perTheme` quotes for each theme. */
export function quoteBank(perTheme: number, context: RowContext): QuoteBank {
  /** For each theme: the best of each speaker, and the best of all. */
  const bySpeaker = context.codebook.themes.map(() => new Map<string, Quote>())
  const overall = context.codebook.themes.map((): Quote[] => [])
  /** For each theme, a score below which a quote can no longer be among the best of a speaker. */
  const floors = context.codebook.themes.map(() => Number.NEGATIVE_INFINITY)
  function offer(coded: CodedSegment, where: QuotePlace): void {
    for (const code of coded.codes) {
      const score = meritOf(coded.segment, code)
      if (isHopeless(code.theme, score, coded.segment)) continue
      keep(quoteOf(coded.segment, code, { ...where, context, score }))
    }
  }

  /** Candidates come in the order of the run, so that one no better than another comes after it. */
  function isHopeless(theme: number, score: number, segment: Segment): boolean {
    const list = overall[theme] ?? []
    const worst = list[list.length - 1]
    if (list.length < perTheme || worst === undefined || score > worst.score) return false
    if (score <= (floors[theme] ?? 0)) return true
    const { speaker } = speakerOf(segment)
    const own = bySpeaker[theme]?.get(
      speakerKey({ document: segment.passage.document.id, speaker }),
    )
    return own !== undefined && score <= own.score
  }

  function keep(quote: Quote): void {
    insert(overall[quote.theme] ?? [], quote, perTheme)
    const speakers = bySpeaker[quote.theme]
    if (speakers === undefined) return
    const key = speakerKey(quote)
    const known = speakers.get(key)
    if (known === undefined || byMerit(quote, known) < 0) speakers.set(key, quote)
    if (speakers.size > 4 * perTheme) floors[quote.theme] = prune(speakers, 2 * perTheme)
  }

  function candidates(): readonly Quote[] {
    return bySpeaker.flatMap((speakers, theme) => [
      ...new Set([...speakers.values(), ...(overall[theme] ?? [])]),
    ])
  }

  function chosen(): readonly Quote[] {
    return bySpeaker.flatMap((speakers, theme) => {
      // More may be held, but which of them depends on the order in which they came.
      const first = [...speakers.values()].sort(byMerit).slice(0, 2 * perTheme)
      const seconds = (overall[theme] ?? []).filter(
        (quote) => !first.some(({ id }) => id === quote.id),
      )
      const isShort = ({ score }: Quote) => isReadable(score)
      const readable = [...oneOfEachDocument(first.filter(isShort)), ...seconds.filter(isShort)]
      const others = [...oneOfEachDocument(first), ...seconds].filter((quote) => !isShort(quote))
      return withoutRepeats([...readable, ...others]).slice(0, perTheme)
    })
  }

  return {
    offer,
    merge(quotes) {
      for (const quote of quotes) keep(quote)
    },
    candidates,
    chosen,
  }
}

/** What several documents say in the same words stands once: they hold the same talk or page. */
function withoutRepeats(quotes: readonly Quote[]): readonly Quote[] {
  const seen = new Set<string>()
  return quotes.filter(({ quote }) => {
    const words = quote.replace(WHITE_SPACE, ' ')
    if (seen.has(words)) return false
    seen.add(words)
    return true
  })
}

/** A line end and the spaces around it, for example. */
const WHITE_SPACE = /\s+/gu

/** The best of each document first, then the second best of each, and so on. */
function oneOfEachDocument(quotes: readonly Quote[]): readonly Quote[] {
  const seen = new Map<string, number>()
  const rounds = quotes.map((quote) => {
    const round = seen.get(quote.document) ?? 0
    seen.set(quote.document, round + 1)
    return { quote, round }
  })
  return rounds
    .sort((a, b) => a.round - b.round || byMerit(a.quote, b.quote))
    .map(({ quote }) => quote)
}

interface QuoteSource extends QuotePlace {
  readonly context: RowContext
  readonly score: number
}

function quoteOf(segment: Segment, code: ThemeCode, source: QuoteSource): Quote {
  const { passage, turn } = segment
  const { speaker, role } = speakerOf(segment)
  const { context, around, places } = source
  const { codePoint: start, line } = places.at(segment.start)
  const end = places.codePointAt(segment.end)
  const slice = (span: Span | undefined) =>
    span === undefined ? '' : ownCopy(passage.text.slice(span.start, span.end))
  const theme = context.codebook.themes[code.theme]?.id ?? ''
  return {
    theme: code.theme,
    score: source.score,
    order: [source.document, start],
    id: quoteId(`${theme} ${passage.document.id}:${start}-${end}`),
    quote: slice(segment),
    before: slice(around.before),
    after: slice(around.after),
    speaker: ownCopy(speaker),
    role,
    document: passage.document.id,
    line,
    start,
    end,
    matched: ownCopy(
      evidenceOf(code)
        .map((mention) => matchedText(passage.text, mention))
        .join(' | '),
    ),
    why: whyOf(segment, code),
    attributes: context.attributes.map(
      (name) =>
        attributeOf(turn.attributes, name) ?? attributeOf(passage.document.attributes, name) ?? '',
    ),
  }
}

/** A string of its own: a piece of a text would keep the whole of it in memory. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/** Short enough to cite, the same in every run and on every machine. */
function quoteId(reference: string): string {
  return `q-${createHash('sha256').update(reference).digest('hex').slice(0, 8)}`
}

/** Better quotes first; then the order of the run. */
function byMerit(a: Quote, b: Quote): number {
  return b.score - a.score || a.order[0] - b.order[0] || a.order[1] - b.order[1]
}

function insert(list: Quote[], quote: Quote, most: number): void {
  let at = list.length
  while (at > 0 && byMerit(quote, list[at - 1] ?? quote) < 0) at -= 1
  if (at >= most) return
  list.splice(at, 0, quote)
  if (list.length > most) list.pop()
}

function speakerKey({ document, speaker }: Pick<Quote, 'document' | 'speaker'>): string {
  return `${document}\n${speaker}`
}

/** Keeps the best quotes of so many speakers; returns the score of the worst that is kept. */
function prune(speakers: Map<string, Quote>, most: number): number {
  const best = [...speakers].sort(([, a], [, b]) => byMerit(a, b)).slice(0, most)
  speakers.clear()
  for (const [key, quote] of best) speakers.set(key, quote)
  return best[best.length - 1]?.[1].score ?? Number.NEGATIVE_INFINITY
}

/** The table `quotes`. */
export function quotesTable(quotes: readonly Quote[], context: RowContext): Table {
  const { codebook, attributes } = context
  const columns = [...QUOTE_COLUMNS, ...attributes.map((name) => `attr_${name}`)]
  const rows = quotes.map((quote): readonly Cell[] => [
    quote.id,
    codebook.themes[quote.theme]?.id,
    codebook.themes[quote.theme]?.name,
    quote.quote,
    quote.before,
    quote.after,
    quote.speaker,
    quote.role,
    quote.document,
    quote.line,
    quote.start,
    quote.end,
    quote.matched,
    quote.why,
    codebook.id,
    codebook.version,
    ...quote.attributes,
  ])
  return { name: 'quotes', columns, rows }
}
