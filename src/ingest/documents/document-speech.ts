/** What a document says where its form, and not its text alone, shows who speaks and when. */
import { likenessOf } from '../label-likeness.ts'
import { type Label, labelAt } from '../label-text.ts'
import { skipBlanks } from '../lines.ts'
import type { Utterance } from '../utterances.ts'
import { codePointsOf } from './code-points.ts'
import type { Paragraph } from './document-text.ts'

/** What is said in a document, and whether it names who says it. */
export interface DocumentSpeech {
  readonly utterances: readonly Utterance[]
  readonly hasSpeakers: boolean
}

/** A label and what stands in brackets behind it. */
export interface NamedSpeaker {
  readonly label: string
  readonly details: string
  /** Whether it is a speaker wherever it stands, as `P1`; a name is one only if it comes again. */
  readonly isCertain: boolean
}

/** A line of a paragraph. */
export interface TextLine {
  readonly text: string
  /** Number of the paragraph. */
  readonly line: number
  /** In code points, 1-based. */
  readonly column: number
}

/** The lines of a paragraph that have words. */
export function textLines({ text, number }: Paragraph): TextLine[] {
  let column = 1
  return text.split('\n').flatMap((piece) => {
    const line = { text: piece, line: number, column }
    column += codePointsOf(piece) + 1
    return piece.trim() === '' ? [] : [line]
  })
}

/** A line as something that is said, by nobody known and at no known time. */
export function spokenLine(line: TextLine): Utterance {
  return { ...line, label: undefined, timeStart: undefined, timeEnd: undefined }
}

/** The label that a line or a cell is, with nothing else in it: `P2 (female, 15):`. */
export function wholeLabel(written: string): NamedSpeaker | undefined {
  const text = written.trim()
  const found = labelAt(text, 0, text.length)
  return found !== undefined && behindColon(text, found) === text.length ? named(found) : undefined
}

/** The label before a line's words, `P2: no`, and how many code units it takes. */
export function leadingLabel(
  text: string,
): (NamedSpeaker & { readonly length: number }) | undefined {
  const start = skipBlanks(text, 0, text.length)
  const found = labelAt(text, start, text.length)
  if (found === undefined) return undefined
  const length = behindColon(text, found)
  const speaker = text.charAt(length - 1) === ':' ? named(found) : undefined
  return speaker && { ...speaker, length }
}

/** The position behind a label and its colon, if it has one. */
function behindColon(text: string, { next }: Label): number {
  const colon = skipBlanks(text, next, text.length)
  return text.charAt(colon) === ':' ? colon + 1 : colon
}

function named({ label, details }: Label): NamedSpeaker | undefined {
  const likeness = likenessOf(label, NOBODY)
  if (likeness !== 'certain' && likeness !== 'name') return undefined
  return { label, details, isCertain: likeness === 'certain' }
}

const NOBODY: ReadonlySet<string> = new Set()
