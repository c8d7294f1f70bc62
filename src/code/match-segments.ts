/**
 * Matches → segments: which segment each part of a match belongs to, and whether the rule counts in
 * the speech of whoever says it.
 */
import type { Matcher } from '../match/compile.ts'
import { type MatchList, NEGATED } from '../match/match-list.ts'
import type { Words } from '../match/words.ts'
import type { SegmentList } from '../segment/segment.ts'
import type { SpanList } from '../span-list.ts'
import type { SegmentMatch, Span, Turn, Unit } from '../types.ts'
import { roleFilter } from './role-filter.ts'

/** The matches of a passage by segment. */
export interface FiledMatches {
  /** Whether a segment has any. */
  has(segment: number): boolean
  /** Those of a segment, in the order of themes and places. */
  of(segment: number): SegmentMatch[]
}

/** What a scan of a passage found, and among what. */
export interface Scanned {
  readonly turns: readonly Turn[]
  readonly words: Words
  readonly segments: SegmentList
  readonly found: MatchList
}

/** Files matches for a compiled codebook and the unit of a run. */
export function matchFiler(matcher: Matcher, unit: Unit): (scanned: Scanned) => FiledMatches {
  const speaks = roleFilter(matcher)

  function file(scanned: Scanned): FiledMatches {
    const { segments, found, words } = scanned
    const { spans } = segments
    const matches: SegmentMatch[] = []
    /** For each segment its last match, for each match the one before it: chains, not lists. */
    const heads = new Int32Array(spans.length).fill(-1)
    const next: number[] = []
    let segment = 0
    for (let index = 0; index < found.length; index += 1) {
      const rule = found.rules[index] ?? 0
      const theme = matcher.rules[rule]?.theme ?? 0
      const negated = found.states[index] === NEGATED
      segment = segmentAt(spans, words.starts[found.firsts[index] ?? 0] ?? 0, segment)
      let isCounted = true
      for (const { segment: own, parts } of partsBySegment(scanned, index, segment)) {
        const [first] = parts
        if (first === undefined) continue
        const end = parts.reduce((latest, part) => Math.max(latest, part.end), first.end)
        next.push(heads[own] ?? -1)
        heads[own] = matches.length
        matches.push({ rule, theme, start: first.start, end, parts, negated, isCounted })
        isCounted = false
      }
    }
    return {
      has: (at) => (heads[at] ?? -1) >= 0,
      of(at) {
        const own: SegmentMatch[] = []
        for (let match = heads[at] ?? -1; match >= 0; match = next[match] ?? -1) {
          const one = matches[match]
          if (one !== undefined) own.push(one)
        }
        return own.sort(byThemeAndPlace)
      },
    }
  }

  /** The parts of a match that count, grouped by the segment they stand in, in order. */
  function partsBySegment(scanned: Scanned, index: number, near: number): readonly Group[] {
    const { found, turns } = scanned
    const rule = found.rules[index] ?? 0
    const groups: Group[] = []
    let segment = near
    const to = index + 1 < found.length ? (found.partsFrom[index + 1] ?? 0) : found.partsLength
    for (let at = found.partsFrom[index] ?? 0; at < to; at += 2) {
      const part = partAt(scanned, at, segment)
      segment = part.segment
      if (speaks(rule, turns[part.turn]?.role ?? '')) addPart(groups, part)
      // All that a sequence needs must be said by somebody whose speech counts.
      else if (matcher.rules[rule]?.pattern.kind !== 'all') return []
    }
    return groups
  }

  function partAt({ words, segments, found, turns }: Scanned, at: number, near: number): Part {
    const firstWord = found.parts[at] ?? 0
    const endWord = found.parts[at + 1] ?? 0
    const start = words.starts[firstWord] ?? 0
    const segment = segmentAt(segments.spans, start, near)
    const turn = unit === 'document' ? turnAt(turns, start) : (segments.turns[segment] ?? 0)
    return { start, end: words.ends[endWord - 1] ?? 0, firstWord, endWord, turn, segment }
  }

  return file
}

interface Group {
  readonly segment: number
  readonly parts: Part[]
}

/** A part of a match; parts of one turn and segment with no word between them are one. */
interface Part extends Span {
  readonly start: number
  end: number
  readonly firstWord: number
  endWord: number
  readonly turn: number
  readonly segment: number
}

function addPart(groups: Group[], part: Part): void {
  const group = groups[groups.length - 1]
  if (group?.segment !== part.segment) {
    groups.push({ segment: part.segment, parts: [part] })
    return
  }
  const last = group.parts[group.parts.length - 1]
  if (last === undefined || last.turn !== part.turn || part.firstWord > last.endWord) {
    group.parts.push(part)
    return
  }
  last.end = Math.max(last.end, part.end)
  last.endWord = Math.max(last.endWord, part.endWord)
}

/** The segment that holds an offset, or -1; `near` is where the search begins. */
function segmentAt({ bounds, length }: SpanList, offset: number, near: number): number {
  let at = Math.max(0, near)
  while (at > 0 && (bounds[2 * at] ?? 0) > offset) at -= 1
  while (at < length && (bounds[2 * at + 1] ?? 0) <= offset) at += 1
  return at < length && (bounds[2 * at] ?? 0) <= offset ? at : -1
}

/** The turn that holds an offset. */
function turnAt(turns: readonly Turn[], offset: number): number {
  let low = 0
  let high = turns.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((turns[middle]?.span.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function byThemeAndPlace(a: SegmentMatch, b: SegmentMatch): number {
  return a.theme - b.theme || a.start - b.start || b.end - a.end || a.rule - b.rule
}
