/**
 * Transcripts in blocks of three lines, as older Teams writes them into Word: a range of times, the
 * name, the speech.
 *
 *     0:0:3.270 --> 0:0:4.250
 *     Young Person
 *     Umm.
 */
import { timeAt } from '../times.ts'
import type { Utterance } from '../utterances.ts'
import {
  type DocumentSpeech,
  spokenLine,
  type TextLine,
  textLines,
  wholeLabel,
} from './document-speech.ts'
import type { DocumentText } from './document-text.ts'

/** The speech of a document in such blocks; undefined if it has other ones, or none. */
export function timedSpeech({ paragraphs }: DocumentText): DocumentSpeech | undefined {
  const start = paragraphs.slice(0, MOST_TITLE_LINES).flatMap(textLines)
  const first = start.findIndex(isRange)
  if (first === -1) return undefined
  const lines = paragraphs.flatMap(textLines)
  const blocks = blocksOf(lines.slice(first))
  if (blocks.length < 2 && first > 0) return undefined
  const hasSpeakers = areNamed(blocks)
  const title = lines
    .slice(0, first)
    .map((line) => ({ ...spokenLine(line), leftOut: 'title block' }))
  const utterances = blocks.flatMap((block) => utterancesOf(block, hasSpeakers))
  return { utterances: [...title, ...utterances], hasSpeakers }
}

/** A range of times and the lines below it. */
interface Block {
  readonly timeStart: string
  readonly timeEnd: string
  readonly lines: TextLine[]
}

function blocksOf(lines: readonly TextLine[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const range = rangeOf(line)
    if (range === undefined) blocks.at(-1)?.lines.push(line)
    else blocks.push({ ...range, lines: [] })
  }
  return blocks
}

function isRange(line: TextLine): boolean {
  return rangeOf(line) !== undefined
}

/** The two times of a line that holds nothing else. */
function rangeOf({ text }: TextLine): Pick<Block, 'timeStart' | 'timeEnd'> | undefined {
  const bare = text.trim()
  const time = timeAt(bare, 0)
  if (time?.to === undefined || time.next !== bare.length) return undefined
  const { from, to } = time
  return { timeStart: bare.slice(from.start, from.end), timeEnd: bare.slice(to.start, to.end) }
}

/** Whether the first lines below the times are names: nearly all look like it, and some come again. */
function areNamed(blocks: readonly Block[]): boolean {
  const firsts = blocks.flatMap(({ lines: [first, second] }) =>
    first === undefined || second === undefined ? [] : [first.text.trim()],
  )
  const names = firsts.filter((first) => wholeLabel(first) !== undefined)
  if (names.length === 0 || names.length < MOSTLY * firsts.length) return false
  return new Set(names).size <= Math.max(FEW_SPEAKERS, names.length / 2)
}

function utterancesOf({ timeStart, timeEnd, lines }: Block, hasSpeakers: boolean): Utterance[] {
  const [first] = lines
  const name = hasSpeakers && first !== undefined ? wholeLabel(first.text) : undefined
  const speech = name === undefined ? lines : lines.slice(1)
  return speech.map((line) => ({ ...spokenLine(line), ...name, timeStart, timeEnd }))
}

const MOST_TITLE_LINES = 30
const MOSTLY = 0.8
const FEW_SPEAKERS = 3
