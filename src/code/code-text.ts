/** Single texts (examples, queries, questions about a sentence) as passages, coded like any other. */
import { markSpans } from '../ingest/marks.ts'
import { joinedSpans, spansInside } from '../ingest/span-order.ts'
import type { Matcher } from '../match/compile.ts'
import { lineBreaksOf } from '../segment/line-breaks.ts'
import type { CodedSegment, Passage, Unit } from '../types.ts'
import { passageCoder } from './code-passage.ts'

/** A passage with one turn by an unknown speaker. */
export function passageOf(text: string, id: string): Passage {
  const start = text.length - text.trimStart().length
  const span = { start, end: Math.max(start, text.trimEnd().length) }
  return {
    document: {
      id,
      reader: 'text',
      encoding: 'utf-8',
      attributes: new Map(),
      lineBreaks: lineBreaksOf(text, [span]),
    },
    text,
    origin: { codePoints: 0, line: 1, column: 0, turns: 0 },
    turns: [{ span, speaker: id, role: 'unknown', timeStart: undefined, timeEnd: undefined }],
    silent: spansInside(joinedSpans(markSpans(text)), [span]),
    leftOut: [],
  }
}

/** Codes single texts with one matcher. */
export interface TextCoder {
  code(text: string): readonly CodedSegment[]
}

/** A coder of single texts. */
export function textCoder(matcher: Matcher, unit: Unit): TextCoder {
  const coder = passageCoder(matcher, { unit, excludedRoles: new Set() })
  return {
    code(text) {
      const found: CodedSegment[] = []
      coder.code(passageOf(text, 'text'), {
        begin() {},
        segment() {},
        speaker() {},
        coded: (segment) => found.push(segment),
      })
      return found
    },
  }
}
