import type { Utterance } from '../utterances.ts'

/**
 * Moves what nobody says behind the turn in which it stands, so that a phrase is found across a
 * note. In files without speakers all is one turn, and the end of a sentence is enough.
 */
export function* asidesBetweenTurns(
  utterances: Iterable<Utterance>,
  hasSpeakers: boolean,
): Generator<Utterance> {
  let waiting: Utterance[] = []
  let last: Utterance | undefined
  for (const utterance of utterances) {
    if (utterance.leftOut !== undefined && last !== undefined && waiting.length < MOST_WAITING) {
      waiting.push(utterance)
      continue
    }
    if (last === undefined || isBreak(last, utterance, hasSpeakers)) {
      yield* waiting
      waiting = []
    }
    last = utterance.leftOut === undefined ? utterance : undefined
    yield utterance
  }
  yield* waiting
}

function isBreak(last: Utterance, next: Utterance, hasSpeakers: boolean): boolean {
  if (next.leftOut !== undefined || next.label !== last.label) return true
  return next.details !== last.details || (!hasSpeakers && SENTENCE_END.test(last.text))
}

/** So many notes are kept for the end of a turn. */
const MOST_WAITING = 500
/** "." or “?” at the end, perhaps before a quotation mark. */
const SENTENCE_END = /[.?!…]['"’”)\]]*\s*$/u
