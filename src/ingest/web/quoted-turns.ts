/**
 * Whose words the words of a page are, where it quotes somebody.
 *
 * A charity’s blog quotes a child, a child’s blog quotes a letter. What stands in a block quote, or
 * in a long `<q>`, is coded, since it is often what was asked for, but as a turn of its own: its
 * speaker is `quoted`, its role `quoted`. So it counts neither as the author’s words nor, until
 * `voices.yaml` says so, as a child’s; and a study may leave it out, or look at nothing else.
 * A transcript may be laid out in block quotes: a label in the quote says who speaks in it.
 */
import type { Span, Turn } from '../../types.ts'
import { roleOf, UNKNOWN_ROLE } from '../roles.ts'
import { withoutWhite } from '../span-order.ts'
import { type Speaker, UNKNOWN_SPEAKER } from '../speakers.ts'

/** Who speaks in quotations: `quoted`, with the role that `voices.yaml` gives, if it gives one. */
export function quotedSpeaker(roles: ReadonlyMap<string, string>): Speaker {
  const role = roleOf(QUOTED, '', roles)
  return { speaker: QUOTED, role: role === UNKNOWN_ROLE ? QUOTED : role }
}

/** What is known of a page whose turns are cut. */
export interface QuotePlan {
  readonly text: string
  /** In order, disjoint. */
  readonly quotes: readonly Span[]
  readonly quoted: Speaker
  /** What is no speech: menus, forms; in order, disjoint. */
  readonly gaps: readonly Span[]
}

/** The turns of a page without labels: all of its article is the author’s, but for what is quoted. */
export function authorTurns(plan: QuotePlan, self: Speaker, article: Span): Turn[] {
  return cutTurn(plan, { ...self, ...NO_TIMES, span: article }, () => false)
}

/** The turns of a transcript: a turn that is labelled inside a quotation goes on to its end only. */
export function labelledTurns(plan: QuotePlan, turns: readonly Turn[]): Turn[] {
  return turns.flatMap((turn) => cutTurn(plan, turn, (quote) => quote.start <= turn.span.start))
}

/** Cuts a turn at the quotations in it; `isOwn` says that the turn is labelled inside of one. */
function cutTurn(plan: QuotePlan, turn: Turn, isOwn: (quote: Span) => boolean): Turn[] {
  const cut: Turn[] = []
  const { end } = turn.span
  let outside = turn
  let at = turn.span.start
  for (let i = firstEndingBehind(plan.quotes, at); i < plan.quotes.length; i += 1) {
    const quote = plan.quotes[i]
    if (quote === undefined || quote.start >= end) break
    const inside = { start: Math.max(at, quote.start), end: Math.min(quote.end, end) }
    const isSame = isOwn(quote)
    addSpeech(cut, plan, { ...outside, span: { start: at, end: inside.start } })
    const voice = isSame ? turn : { ...turn, ...NO_TIMES, ...plan.quoted }
    addSpeech(cut, plan, { ...voice, span: inside })
    if (isSame) outside = { ...turn, ...NO_TIMES, ...UNKNOWN_SPEAKER }
    at = inside.end
  }
  addSpeech(cut, plan, { ...outside, span: { start: at, end } })
  return cut
}

/** Adds what is speech in a turn. */
function addSpeech(turns: Turn[], { text, gaps }: QuotePlan, turn: Turn): void {
  const { end } = turn.span
  const add = (from: number, to: number) => {
    if (from >= to) return
    const span = withoutWhite(text, { start: from, end: to })
    if (WORD.test(text.slice(span.start, span.end))) turns.push({ ...turn, span })
  }
  let at = turn.span.start
  for (let i = firstEndingBehind(gaps, at); i < gaps.length; i += 1) {
    const gap = gaps[i]
    if (gap === undefined || gap.start >= end) break
    add(at, gap.start)
    at = gap.end
  }
  add(at, end)
}

/** The first of some spans that ends behind an offset. */
function firstEndingBehind(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const QUOTED = 'quoted'
const NO_TIMES = { timeStart: undefined, timeEnd: undefined }
/** A letter or a digit. */
const WORD = /[\p{L}\p{N}]/u
