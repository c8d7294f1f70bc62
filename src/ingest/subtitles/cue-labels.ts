/** Labels at the beginning of a line of a cue: `P1: Hi`, `[SPEAKER_00]: Hi`, `>> Sue: Hi`. */
import { headOn } from '../head-shapes.ts'
import { isTitleLabel, type Likeness, likenessOf } from '../label-likeness.ts'
import { LONGEST_LABEL, labelAt } from '../label-text.ts'
import { lineEnd, skipBlanks } from '../lines.ts'

/** How a label is marked off from the speech; `loose` is a colon behind what is no usual label. */
export type LabelShape = 'colon' | 'bracket' | 'loose'

/** What stands before the speech of a line. */
export interface CueLabel {
  readonly shape: LabelShape
  readonly label: string
  readonly details: string
  /** Where the speech begins. */
  readonly speech: number
}

/** The label on the line that begins at `at`, if something there has its shape. */
export function cueLabelAt(text: string, at: number): CueLabel | undefined {
  const end = lineEnd(text, at)
  const start = behindArrows(text, at, end)
  const first = skipBlanks(text, start, end)
  const head = headOn({ text, start, end, opensParagraph: true }, first)
  if (head?.shape === 'colon' || head?.shape === 'listed' || head?.shape === 'bracket') {
    const { label, details, speech } = head
    const shape = head.shape === 'bracket' ? 'bracket' : 'colon'
    return { shape, label, details, speech }
  }
  return looseLabel(text, first, end)
}

/** Whether a line begins with `>>`, which subtitlers write where another person speaks. */
export function hasArrows(text: string, at: number): boolean {
  const end = lineEnd(text, at)
  return behindArrows(text, at, end) > at
}

/** How much a label looks like a speaker; a display name of Zoom with odd signs is a `word`. */
export function cueLikeness({ shape, label }: CueLabel, given: ReadonlySet<string>): Likeness {
  const likeness = likenessOf(label, given)
  if (likeness !== 'none' || shape === 'bracket' || isTitleLabel(label)) return likeness
  return shape === 'loose' || TWO_CAPITALS.test(label) ? 'word' : 'none'
}

/** A name as a tag gives it, and what stands in brackets behind it: `Smith, Jane (Demo Council)`. */
export function namedPerson(name: string): { readonly label: string; readonly details: string } {
  const label = labelAt(name, 0, name.length)
  return label?.next === name.length ? label : { label: name, details: '' }
}

function behindArrows(text: string, at: number, end: number): number {
  const first = skipBlanks(text, at, end)
  ARROWS.lastIndex = first
  return ARROWS.test(text) ? skipBlanks(text, ARROWS.lastIndex, end) : at
}

/** `Emma | Youth Team: hi`, `14155550123: hi`: capital, digit or sign, and no end of a sentence. */
function looseLabel(text: string, at: number, end: number): CueLabel | undefined {
  const colon = text.indexOf(': ', at)
  if (colon === -1 || colon >= end || colon - at > LONGEST_LABEL) return undefined
  const label = text.slice(at, colon).trim()
  if (!LOOSE.test(label) || labelAt(label, 0, label.length)?.next === label.length) return undefined
  return { shape: 'loose', label, details: '', speech: skipBlanks(text, colon + 1, end) }
}

/** ">>" */
const ARROWS = />{2,3}/uy
/** "Emma Smith - she/her": two words with capitals, unlike "One thing". */
const TWO_CAPITALS = /^\p{Lu}\S* \p{Lu}\p{L}/u
/** "Emma | Youth Team", "14155550123"; not "I left. He said" */
const LOOSE = /^(?!.*\p{Ll}\. )(?:\p{Lu}|\+?\d{5}|\p{S})[^?!:]*$/u
