/**
 * Passage × Matcher → CodedSegments: its segments, its words, and the matches among them.
 */

import type { Matcher } from '../match/compile.ts'
import { clearMatches, matchList } from '../match/match-list.ts'
import type { Ground } from '../match/occurrences.ts'
import { scanner } from '../match/scan.ts'
import type { Scopes } from '../match/scopes.ts'
import { vocabulary } from '../match/vocabulary.ts'
import { readWords, wordList } from '../match/words.ts'
import { passageText } from '../place.ts'
import { segment, segmentList } from '../segment/segment.ts'
import { pushSpan, type SpanList, spanList } from '../span-list.ts'
import type {
  CodedSegment,
  Passage,
  PassageText,
  Segment,
  SegmentMatch,
  Span,
  ThemeCode,
  Turn,
  Unit,
} from '../types.ts'
import { type FiledMatches, matchFiler } from './match-segments.ts'

/** What is told of a passage, in the order of the text. */
export interface CodingListener {
  begin(passage: Passage, text: PassageText): void
  /** A segment that could be coded. */
  segment(speaker: string, words: number): void
  /** Another speaker of the segment, where it spans several turns. */
  speaker(speaker: string): void
  /** A segment that was, with its neighbours in the same turn. */
  coded(coded: CodedSegment, around: { before: Span | undefined; after: Span | undefined }): void
}

/** Codes passages one after another and keeps its working memory between them. */
export interface PassageCoder {
  code(passage: Passage, listener: CodingListener): void
}

/** How passages are coded. */
export interface CodingOptions {
  readonly unit: Unit
  /** Roles that are read as context and never coded. */
  readonly excludedRoles: ReadonlySet<string>
}

/** A coder for a compiled codebook. */
export function passageCoder(matcher: Matcher, options: CodingOptions): PassageCoder {
  const scan = scanner(matcher)
  const forms = vocabulary(matcher.atoms.classify, matcher.atoms.classifyCompound)
  const words = wordList()
  const matches = matchList()
  const segments = segmentList()
  const sentences = segmentList()
  const wider = new Map([...matcher.wider.keys()].map((scope) => [scope, segmentList()]))
  const silent = spanList()
  const file = matchFiler(matcher, options.unit)
  const isCoded = (turn: Turn) => !options.excludedRoles.has(turn.role)
  let codes: Uint16Array = new Uint16Array(1 << 16)

  function code(passage: Passage, listener: CodingListener): void {
    const text = passageText(passage, codes)
    codes = text.codes
    listener.begin(passage, text)
    segment(passage, codes, options.unit, isCoded, segments)
    readAllWords(passage)
    const ground: Ground = { ...text, words, atoms: matcher.atoms }
    clearMatches(matches)
    scan.scan(ground, scopesOf(passage), matches)
    tell(passage, file({ turns: passage.turns, words, segments, found: matches }), listener)
  }

  function readAllWords(passage: Passage): void {
    silent.length = 0
    for (const { start, end } of passage.silent) pushSpan(silent, start, end)
    words.length = 0
    let from = 0
    for (const turn of passage.turns) {
      if (!isCoded(turn)) continue
      from = readWords(codes, turn.span, { spans: silent, from }, { vocabulary: forms, words })
    }
  }

  function scopesOf(passage: Passage): Scopes {
    if (options.unit !== 'sentence') segment(passage, codes, 'sentence', isCoded, sentences)
    for (const [scope, list] of wider) segment(passage, codes, scope, isCoded, list)
    return {
      sentence: options.unit === 'sentence' ? segments.spans : sentences.spans,
      wider: new Map([...wider].map(([scope, { spans }]) => [scope, spans])),
    }
  }

  function tell(passage: Passage, filed: FiledMatches, listener: CodingListener): void {
    let word = 0
    for (let index = 0; index < segments.spans.length; index += 1) {
      const end = segments.spans.bounds[2 * index + 1] ?? 0
      const turnIndex = segments.turns[index] ?? 0
      const turn = passage.turns[turnIndex]
      if (turn === undefined) continue
      const first = word
      while (word < words.length && (words.starts[word] ?? 0) < end) word += 1
      listener.segment(turn.speaker, word - first)
      const turns = options.unit === 'document' ? passage.turns.filter(isCoded) : [turn]
      if (turns.length > 1) for (const other of turns) listener.speaker(other.speaker)
      if (!filed.has(index)) continue
      const turnNumber = passage.origin.turns + turnIndex + 1
      const { start } = spanAt(segments.spans, index)
      const at: Segment = { start, end, passage, turn, turns, turnNumber, words: word - first }
      listener.coded({ segment: at, codes: codesOf(filed.of(index)) }, around(index))
    }
  }

  function around(index: number): { before: Span | undefined; after: Span | undefined } {
    const { spans, turns } = segments
    const isSameTurn = (other: number) =>
      other >= 0 && other < spans.length && turns[other] === turns[index]
    return {
      before: isSameTurn(index - 1) ? spanAt(spans, index - 1) : undefined,
      after: isSameTurn(index + 1) ? spanAt(spans, index + 1) : undefined,
    }
  }

  return { code }
}

function codesOf(sorted: readonly SegmentMatch[]): readonly ThemeCode[] {
  const codes: { theme: number; matches: [SegmentMatch, ...SegmentMatch[]] }[] = []
  for (const match of sorted) {
    const last = codes[codes.length - 1]
    if (last !== undefined && last.theme === match.theme) last.matches.push(match)
    else codes.push({ theme: match.theme, matches: [match] })
  }
  return codes
}

function spanAt({ bounds }: SpanList, index: number): Span {
  return { start: bounds[2 * index] ?? 0, end: bounds[2 * index + 1] ?? 0 }
}
