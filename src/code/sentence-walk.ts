/** Passage → every sentence that could be coded, and the segment it stands in. */
import { type SegmentList, segment, segmentList } from '../segment/segment.ts'
import type { Passage, Span, Turn, Unit } from '../types.ts'

/** A sentence of somebody whose speech is coded. */
export interface SpokenSentence extends Span {
  readonly turn: Turn
  /** The segment it stands in: itself where sentences receive the codes. */
  readonly segment: Span
}

/** A walker that keeps its working memory between passages; `codes` are those of the text. */
export function sentenceWalker(
  unit: Unit,
  excludedRoles: ReadonlySet<string>,
): (passage: Passage, codes: Uint16Array, visit: (sentence: SpokenSentence) => void) => void {
  const sentences = segmentList()
  const segments = segmentList()
  const isCoded = (turn: Turn) => !excludedRoles.has(turn.role)

  return (passage, codes, visit) => {
    segment(passage, codes, 'sentence', isCoded, sentences)
    if (unit !== 'sentence') segment(passage, codes, unit, isCoded, segments)
    const units = unit === 'sentence' ? sentences : segments
    let own = 0
    for (let index = 0; index < sentences.spans.length; index += 1) {
      const { start, end } = spanAt(sentences, index)
      const turn = passage.turns[sentences.turns[index] ?? 0]
      if (turn === undefined) continue
      while (own + 1 < units.spans.length && spanAt(units, own).end <= start) own += 1
      visit({ start, end, turn, segment: spanAt(units, own) })
    }
  }
}

function spanAt({ spans: { bounds } }: SegmentList, index: number): Span {
  return { start: bounds[2 * index] ?? 0, end: bounds[2 * index + 1] ?? 0 }
}
