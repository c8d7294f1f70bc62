/** Spans in the order of the text, without overlaps. */
import type { LeftOut, Span } from '../types.ts'
import { isWhite } from './lines.ts'

/** In order, with overlapping and touching spans joined. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort(byStart)) {
    const last = joined.at(-1)
    if (span.end <= span.start) continue
    if (last === undefined || span.start > last.end) joined.push(span)
    else if (span.end > last.end) joined[joined.length - 1] = { start: last.start, end: span.end }
  }
  return joined
}

/** The parts of `spans` that lie inside `frames`; both in order and disjoint. */
export function spansInside(spans: readonly Span[], frames: readonly Span[]): Span[] {
  const inside: Span[] = []
  let i = 0
  for (const frame of frames) {
    // A span may reach into two frames, so that the last one is looked at again.
    while (i > 0 && (spans[i - 1]?.end ?? 0) > frame.start) i -= 1
    for (; i < spans.length; i += 1) {
      const span = spans[i]
      if (span === undefined || span.start >= frame.end) break
      const start = Math.max(span.start, frame.start)
      const end = Math.min(span.end, frame.end)
      if (start < end) inside.push({ start, end })
    }
  }
  return inside
}

/** The span that holds the character at `at`, if one does; `spans` in order and disjoint. */
export function spanAt(spans: readonly Span[], at: number): Span | undefined {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span === undefined) return undefined
    if (at < span.start) high = middle - 1
    else if (at >= span.end) low = middle + 1
    else return span
  }
  return undefined
}

/** In order, without overlaps: of two that overlap, the first keeps what both have. */
export function orderedLeftOut(leftOut: readonly LeftOut[]): LeftOut[] {
  const ordered: LeftOut[] = []
  let from = 0
  for (const it of [...leftOut].sort((a, b) => byStart(a.span, b.span))) {
    const start = Math.max(it.span.start, from)
    if (start >= it.span.end) continue
    ordered.push({ ...it, span: { start, end: it.span.end } })
    from = it.span.end
  }
  return ordered
}

/** The span without the white space at its ends; empty, at its end, if there is nothing else. */
export function withoutWhite(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isWhite(text.charCodeAt(start))) start += 1
  while (end > start && isWhite(text.charCodeAt(end - 1))) end -= 1
  return { start, end }
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}
