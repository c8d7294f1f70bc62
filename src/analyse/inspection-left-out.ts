/** What of a file is kept and not coded: counted by its reason, and the first pieces of each shown. */
import { wordCounter } from '../match/count-words.ts'
import type { LeftOut, PassageText } from '../types.ts'

/** Text that is kept but not coded. */
export interface LeftOutInspection {
  readonly reason: string
  /** Line of the source, 1-based. */
  readonly line: number
  readonly words: number
  /** The beginning of the text. */
  readonly text: string
}

/** How often something is left out for a reason. */
export interface LeftOutReason {
  readonly reason: string
  readonly pieces: number
  readonly words: number
}

/** A growing list of what is left out; it stays small however long the file is. */
export function leftOutList() {
  const first: LeftOutInspection[] = []
  const byReason = new Map<string, { pieces: number; words: number }>()

  function add({ text, codes, places }: PassageText, { span, reason }: LeftOut): void {
    const words = wordCounter(codes, [])(span)
    const sum = byReason.get(reason) ?? { pieces: 0, words: 0 }
    byReason.set(reason, { pieces: sum.pieces + 1, words: sum.words + words })
    if (sum.pieces >= KEPT) return
    const { line } = places.at(span.start)
    first.push({ reason, line, words, text: excerpt(text.slice(span.start, span.end)) })
  }

  const reasons = (): readonly LeftOutReason[] =>
    [...byReason].map(([reason, sum]) => ({ reason, ...sum }))
  return { first, add, reasons }
}

function excerpt(text: string): string {
  const flat = text.replace(SPACES, ' ').trim()
  return flat.length > EXCERPT ? `${flat.slice(0, EXCERPT).trimEnd()}…` : flat
}

/** Pieces of one reason that are kept. */
const KEPT = 100
const EXCERPT = 60
/** Runs of white space. */
const SPACES = /\s+/gu
