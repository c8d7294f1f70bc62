/**
 * CodedSegments → counts for each theme, with honest bases.
 *
 * A base counts what could have been coded: segments, documents, speakers and words of turns whose
 * role is not excluded. A child theme implies its parent; a segment counts once for it.
 */
import type { CodedSegment, Segment, SegmentMatch, Theme } from '../types.ts'

/** Counts of one theme; all but `ownSegments` include its child themes. */
export interface ThemeCounts {
  ownSegments: number
  segments: number
  documents: number
  speakers: number
  /** Longest-leftmost matches that do not overlap. */
  mentions: number
  /** Mentions in the scope of a negation cue. */
  negated: number
}

/** What could have been coded, and what was. */
export interface Totals {
  segments: number
  codedSegments: number
  documents: number
  speakers: number
  words: number
  /** Words of segments that received at least one theme. */
  codedWords: number
}

/** Counts of a set of documents. */
export interface Tally {
  readonly themes: readonly ThemeCounts[]
  readonly totals: Totals
}

/** Counts the documents of a run, one after another. */
export interface Counter {
  readonly tally: Tally
  beginDocument(): void
  /** A segment that could be coded, by a speaker of the document, with its number of words. */
  segment(speaker: string, words: number): void
  /** Another speaker of the segment, where it spans several turns. */
  speaker(speaker: string): void
  coded(coded: CodedSegment): void
}

/** An empty tally for the themes of a codebook, in its order. */
export function emptyTally(themes: number): Tally {
  return {
    themes: Array.from({ length: themes }, () => ({
      ownSegments: 0,
      segments: 0,
      documents: 0,
      speakers: 0,
      mentions: 0,
      negated: 0,
    })),
    totals: {
      segments: 0,
      codedSegments: 0,
      documents: 0,
      speakers: 0,
      words: 0,
      codedWords: 0,
    },
  }
}

/** Adds the counts of other documents; no document may be in both. */
export function addTally(into: Tally, other: Tally): void {
  addAll(into.totals, other.totals)
  for (const [index, counts] of into.themes.entries()) {
    const more = other.themes[index]
    if (more !== undefined) addAll(counts, more)
  }
}

function addAll<Key extends string>(
  into: Record<Key, number>,
  other: Readonly<Record<Key, number>>,
): void {
  for (const key in into) into[key] += other[key]
}

/** A counter for the themes of a codebook. */
export function counter(themes: readonly Theme[]): Counter {
  const tally = emptyTally(themes.length)
  const ancestors = ancestorsOf(themes)
  const subtreeEnds = subtreeEndsOf(themes)
  /** For each theme, the last document and segment in which it was counted. */
  const inDocument = new Int32Array(themes.length)
  const inSegment = new Int32Array(themes.length)
  const touched: number[] = []
  let speakers = new Map<string, Set<number>>()
  let lastSpeaker: string | undefined
  let document = 0
  let segmentNumber = 0
  let isBaseDocument = false

  function beginDocument(): void {
    document += 1
    speakers = new Map()
    lastSpeaker = undefined
    isBaseDocument = false
  }

  function segment(speaker: string, words: number): void {
    const { totals } = tally
    totals.segments += 1
    totals.words += words
    if (!isBaseDocument) totals.documents += 1
    isBaseDocument = true
    addSpeaker(speaker)
  }

  function addSpeaker(speaker: string): void {
    if (speaker === lastSpeaker) return
    lastSpeaker = speaker
    if (speakers.has(speaker)) return
    speakers.set(speaker, new Set())
    tally.totals.speakers += 1
  }

  function coded({ segment: at, codes }: CodedSegment): void {
    segmentNumber += 1
    tally.totals.codedSegments += 1
    tally.totals.codedWords += at.words
    touched.length = 0
    for (const { theme } of codes) {
      const counts = tally.themes[theme]
      if (counts !== undefined) counts.ownSegments += 1
      for (const up of ancestors[theme] ?? []) touch(up)
    }
    for (const theme of touched) countSegment(theme, codes, at)
  }

  function touch(theme: number): void {
    if (inSegment[theme] === segmentNumber) return
    inSegment[theme] = segmentNumber
    touched.push(theme)
  }

  function countSegment(theme: number, codes: CodedSegment['codes'], at: Segment): void {
    const counts = tally.themes[theme]
    if (counts === undefined) return
    counts.segments += 1
    if (inDocument[theme] !== document) {
      inDocument[theme] = document
      counts.documents += 1
    }
    const matches = matchesBelow(codes, theme, subtreeEnds[theme] ?? 0)
    for (const speaker of speakersOf(at, matches)) countSpeaker(speaker, theme, counts)
    for (const mention of mentionsOf(matches)) {
      counts.mentions += 1
      if (mention.negated) counts.negated += 1
    }
  }

  function countSpeaker(speaker: string, theme: number, counts: ThemeCounts): void {
    const spoken = speakers.get(speaker)
    if (spoken === undefined || spoken.has(theme)) return
    spoken.add(theme)
    counts.speakers += 1
  }

  return { tally, beginDocument, segment, speaker: addSpeaker, coded }
}

/** Who says the matches of a segment. */
function speakersOf({ turn, turns }: Segment, matches: readonly SegmentMatch[]): readonly string[] {
  if (turns.length === 1) return [turn.speaker]
  return matches
    .flatMap(({ parts }) => parts)
    .map(({ start }) => turns.findLast(({ span }) => span.start <= start)?.speaker ?? turn.speaker)
}

/** Matches of a theme and of those below it (up to the theme `end`), in order of position. */
function matchesBelow(
  codes: CodedSegment['codes'],
  theme: number,
  end: number,
): readonly SegmentMatch[] {
  const below = codes.filter((code) => code.theme >= theme && code.theme < end)
  const [only] = below
  if (only !== undefined && below.length === 1) return only.matches
  return below.flatMap(({ matches }) => matches).sort(byPlace)
}

function byPlace(a: SegmentMatch, b: SegmentMatch): number {
  return a.start - b.start || b.end - a.end || Number(a.negated) - Number(b.negated)
}

/**
 * The longest-leftmost matches that do not overlap, of matches in order of position, longer first:
 * `social worker turnover` is one mention.
 */
export function mentionsOf(matches: readonly SegmentMatch[]): readonly SegmentMatch[] {
  const mentions: SegmentMatch[] = []
  let end = -1
  for (const match of matches) {
    if (!match.isCounted || match.start < end) continue
    mentions.push(match)
    end = match.end
  }
  return mentions
}

/** For each theme, itself and the themes above it. */
function ancestorsOf(themes: readonly Theme[]): readonly (readonly number[])[] {
  const byId = new Map(themes.map(({ id }, index) => [id, index]))
  const lists: number[][] = []
  for (const [index, { parent }] of themes.entries()) {
    const above = parent === undefined ? undefined : lists[byId.get(parent) ?? -1]
    lists.push([index, ...(above ?? [])])
  }
  return lists
}

/** For each theme, the index after its last descendant; parents stand right before children. */
function subtreeEndsOf(themes: readonly Theme[]): readonly number[] {
  return themes.map(({ level }, index) => {
    let end = index + 1
    while (end < themes.length && (themes[end]?.level ?? 0) > level) end += 1
    return end
  })
}
