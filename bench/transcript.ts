/** Invented transcripts and posts in the styles that real ones have. */
import type { Random } from './random.ts'
import type { Speech } from './speech.ts'

/** A file of a corpus. */
export interface InventedFile {
  /** Ending of its name. */
  readonly extension: '.txt' | '.md'
  readonly text: string
}

/** How a file looks, the same from its first line to its last. */
interface Look {
  readonly style: 'plain' | 'bold' | 'timed' | 'question' | 'described' | 'post'
  readonly speakers: readonly [string, ...string[]]
  readonly hasCurlyQuotes: boolean
  readonly isWrapped: boolean
}

/** A file of about so many characters. */
export function transcript(speech: Speech, characters: number, random: Random): InventedFile {
  const look = lookOf(random)
  const text = stretch(speech, { look, characters, seconds: 0 }, random).text
  const extension = look.style === 'bold' || look.style === 'post' ? '.md' : '.txt'
  return { extension, text: random.chance(0.03) ? text.replaceAll('\n', '\r\n') : text }
}

/** Pieces of one endless transcript, each of about so many characters. */
export function* endlessTranscript(
  speech: Speech,
  characters: number,
  random: Random,
): Generator<string> {
  const look: Look = {
    style: 'timed',
    speakers: ['Speaker 2', 'Speaker 3'],
    hasCurlyQuotes: true,
    isWrapped: false,
  }
  for (let seconds = 0; ; ) {
    const piece = stretch(speech, { look, characters, seconds }, random)
    seconds = piece.seconds
    yield piece.text
  }
}

function lookOf(random: Random): Look {
  const several: readonly [string, ...string[]] = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6']
  const style = random.pick<Look['style']>([
    'plain',
    'plain',
    'plain',
    'bold',
    'timed',
    'timed',
    'question',
    'described',
    'post',
  ])
  return {
    style,
    speakers:
      style === 'timed' ? ['Speaker 2', 'Speaker 3'] : random.chance(0.3) ? several : ['P1'],
    hasCurlyQuotes: random.chance(0.65),
    isWrapped: style !== 'post' && random.chance(0.08),
  }
}

interface StretchOptions {
  readonly look: Look
  readonly characters: number
  /** Time of its first turn. */
  readonly seconds: number
}

function stretch(
  speech: Speech,
  { look, characters, seconds: start }: StretchOptions,
  random: Random,
) {
  let text = ''
  let seconds = start
  while (text.length < characters) {
    const block =
      look.style === 'post'
        ? postSection(speech, random)
        : exchange(speech, { look, seconds }, random)
    text += block
    seconds += 10 + Math.floor(block.length / 14)
  }
  return { text: look.hasCurlyQuotes ? curly(text) : text, seconds }
}

/** A question and its answers, each a turn. */
function exchange(
  speech: Speech,
  { look, seconds }: { readonly look: Look; readonly seconds: number },
  random: Random,
): string {
  const asker =
    look.style === 'question' ? 'Q' : look.style === 'timed' ? 'Speaker 1' : 'Interviewer'
  let text = labelled(asker, look, seconds) + speech.question(random)
  text += random.chance(0.2) ? ` ${speech.question(random)}\n\n` : '\n\n'
  const answers = look.speakers.length === 1 ? 1 : 1 + random.below(4)
  for (let answer = 0; answer < answers; answer += 1) {
    const speaker = look.style === 'question' ? 'A' : random.pick(look.speakers)
    text += labelled(speaker, look, seconds + 4 + 20 * answer) + answerText(speech, look, random)
  }
  return text
}

function labelled(speaker: string, { style }: Look, seconds: number): string {
  if (style === 'bold') return `**${speaker}:** `
  if (style === 'timed') return `[${clock(seconds)}] ${speaker}: `
  if (style === 'described' && speaker !== 'Interviewer') return `${speaker} (female, 15): `
  return `${speaker}: `
}

/** `01:02:03`. */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600) % 100, Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** One or more paragraphs of one turn. */
function answerText(speech: Speech, { isWrapped }: Look, random: Random): string {
  let text = ''
  do {
    const paragraph = sentences(speech, 1 + random.below(random.chance(0.3) ? 14 : 5), random)
    text += `${isWrapped ? wrapped(paragraph) : paragraph}\n\n`
  } while (random.chance(0.2))
  return text
}

function postSection(speech: Speech, random: Random): string {
  const kind = random.below(12)
  if (kind === 0) return `## ${speech.question(random)}\n\n`
  if (kind === 1)
    return `${[1, 2, 3].map((number) => `${number}. ${speech.statement(random)}`).join('\n')}\n\n`
  return `${sentences(speech, 2 + random.below(6), random)}\n\n`
}

function sentences(speech: Speech, count: number, random: Random): string {
  let text = speech.statement(random)
  for (let number = 1; number < count; number += 1) text += ` ${speech.statement(random)}`
  return text
}

/** The last space before column 78. */
const FULL_LINE = /(.{50,77}) /gu

function wrapped(paragraph: string): string {
  return paragraph.replace(FULL_LINE, '$1\n')
}

/** An opening quotation mark: at the start, or after a space or bracket. */
const OPENING = /(^|[\s([])"/gu

function curly(text: string): string {
  return text.replace(OPENING, '$1“').replaceAll('"', '”').replaceAll("'", '’')
}
