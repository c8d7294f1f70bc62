/** Who says the words of a cue: by its voice tags, else by the labels before its lines. */
import { lineEnd } from '../lines.ts'
import { cueLabelAt, hasArrows, namedPerson } from './cue-labels.ts'
import { type CueWords, wordsBetween } from './cue-text.ts'
import type { CueLabelStyle } from './label-votes.ts'

/** Words and who says them. */
export interface SpokenWords {
  /** Undefined where the file does not say who speaks. */
  readonly label: string | undefined
  readonly details: string
  readonly words: CueWords
}

type Person = Pick<SpokenWords, 'label' | 'details'>

/** Names the speakers of cues, which must come in order. */
export interface CueSpeakers {
  /** `isContinued` for words that go on with the cue before, which was too long. */
  spoken(words: CueWords, isContinued: boolean): SpokenWords[]
}

/** Speakers in this style; undefined where only voice tags name them. */
export function cueSpeakers(style: CueLabelStyle | undefined): CueSpeakers {
  let speaking: Person = NOBODY
  return {
    spoken(words, isContinued) {
      if (words.voice !== undefined) {
        speaking = words.voice === '' ? NOBODY : namedPerson(words.voice)
        return [{ ...speaking, words }]
      }
      if (style === undefined) {
        if (!isContinued) speaking = NOBODY
        return [{ ...speaking, words }]
      }
      if (!style.goesOn && !isContinued) speaking = NOBODY
      const { stretches, last } = labelledStretches(words, style, speaking)
      speaking = last
      return stretches.map(({ label, details, start, end }) => ({
        label,
        details,
        words: wordsBetween(words, start, end),
      }))
    },
  }
}

interface Stretch extends Person {
  readonly start: number
  readonly end: number
}

/** The words of a cue, cut where a line begins with a label, and who speaks at its end. */
function labelledStretches(
  { text }: CueWords,
  style: CueLabelStyle,
  before: Person,
): { readonly stretches: readonly Stretch[]; readonly last: Person } {
  const stretches: Stretch[] = []
  let last = before
  let start = 0
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== '') stretches.push({ ...last, start, end })
  }
  for (let at = 0; at < text.length; at = lineEnd(text, at) + 1) {
    const found = cueLabelAt(text, at)
    const label = found !== undefined && style.isSpeaker(found) ? found : undefined
    if (label === undefined && !hasArrows(text, at)) continue
    close(at)
    start = label?.speech ?? at
    last = { label: label?.label, details: label?.details ?? '' }
  }
  close(text.length)
  return { stretches, last }
}

const NOBODY: Person = { label: undefined, details: '' }
