/** A passage made ready for questions: its words, scopes and segments as plain lists. */
import type { Matcher } from '../match/compile.ts'
import type { Ground, WordRange } from '../match/occurrences.ts'
import type { Scopes } from '../match/scopes.ts'
import { vocabulary } from '../match/vocabulary.ts'
import { readWords, type Words, wordList } from '../match/words.ts'
import { passageText } from '../place.ts'
import { segment, segmentList } from '../segment/segment.ts'
import { pushSpan, spanList } from '../span-list.ts'
import type { Passage, Span, Turn, Unit } from '../types.ts'

/** A passage with everything that the matcher looks at. */
export interface PassageGround {
  readonly ground: Ground
  readonly scopes: Scopes
  readonly segments: readonly { readonly span: Span; readonly range: WordRange }[]
  /** Role of whoever says a word. */
  roleAt(word: number): string
}

/** How the passage is to be read. */
export interface GroundOptions {
  readonly matcher: Matcher
  readonly unit: Unit
  readonly excludedRoles: ReadonlySet<string>
}

/** Reads the words and scopes of a passage, as the coder does. */
export function groundOf(
  passage: Passage,
  { matcher, unit, excludedRoles }: GroundOptions,
): PassageGround {
  const { codes } = passageText(passage)
  const isCoded = (turn: Turn) => !excludedRoles.has(turn.role)
  const listOf = (of: Unit) => {
    const list = segmentList()
    segment(passage, codes, of, isCoded, list)
    return list.spans
  }
  const silent = spanList()
  for (const { start, end } of passage.silent) pushSpan(silent, start, end)
  const words = wordList()
  const forms = vocabulary(matcher.atoms.classify, matcher.atoms.classifyCompound)
  let from = 0
  for (const turn of passage.turns) {
    if (isCoded(turn))
      from = readWords(codes, turn.span, { spans: silent, from }, { vocabulary: forms, words })
  }
  const { bounds, length } = listOf(unit)
  let word = 0
  const segments = Array.from({ length }, (_, index) => {
    const span = { start: bounds[2 * index] ?? 0, end: bounds[2 * index + 1] ?? 0 }
    const first = nextWord(words, word, span.start)
    word = nextWord(words, first, span.end)
    return { span, range: { first, end: word } }
  })
  const roleAt = (at: number) => roleAtOffset(passage.turns, words.starts[at] ?? 0)
  const wider = new Map([...matcher.wider.keys()].map((scope) => [scope, listOf(scope)]))
  const ground = { text: passage.text, codes, words, atoms: matcher.atoms }
  return { ground, scopes: { sentence: listOf('sentence'), wider }, segments, roleAt }
}

/** The first word from `from` on that begins at an offset or after it. */
function nextWord({ starts, length }: Words, from: number, offset: number): number {
  let word = from
  while (word < length && (starts[word] ?? 0) < offset) word += 1
  return word
}

function roleAtOffset(turns: readonly Turn[], offset: number): string {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle]?.span.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return turns[low]?.role ?? ''
}
