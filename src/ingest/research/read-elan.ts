/**
 * ELAN → passages. Only tiers without a parent are speech: the tiers below them repeat it, as
 * translation, glosses or codes. Everybody's annotations come in the order of their times; where two
 * speak at once, both are kept.
 */
import { BadFile, whileGood } from '../bad-file.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { speechPassages, type Utterance } from '../utterances.ts'
import { clockTime } from './clock-times.ts'
import { type ElanTier, elanTiers } from './elan-tiers.ts'
import { sourceText } from './source-text.ts'

/** Reads an ELAN document. */
export function readElan(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, function* () {
    const { text, encoding, problems } = sourceText(source, options)
    for (const problem of problems) yield problemReading(source.path, problem)
    if (encoding === undefined) return
    const tiers = elanTiers(text)
    const file = { documentId, reader: 'elan', encoding, hasSpeakers: true }
    yield* speechPassages(utterancesOf(tiers), file, options)
    if (!text.includes('</ANNOTATION_DOCUMENT>')) throw new BadFile('broken-xml', CUT_OFF)
    const problem = wordless(tiers)
    if (problem !== undefined) yield problemReading(source.path, problem)
  })
}

/** The speech in order of time, then what stands on the coders' own tiers. */
function utterancesOf(tiers: readonly ElanTier[]): Utterance[] {
  const timed = speechTiers(tiers).flatMap((tier) => annotationsOf(tier, undefined))
  // Stable: at one time, the tiers stand in their order in the file.
  timed.sort((a, b) => a.orderedBy - b.orderedBy)
  const notes = noteTiers(tiers).flatMap((tier) => annotationsOf(tier, `tier ${tier.id}`))
  return [...timed, ...notes].map(({ utterance }) => utterance)
}

interface TimedUtterance {
  readonly orderedBy: number
  readonly utterance: Utterance
}

function annotationsOf(tier: ElanTier, leftOut: string | undefined): TimedUtterance[] {
  const label = tier.participant === '' ? tier.id : tier.participant
  return tier.annotations.flatMap(({ start, end, orderedBy, words }) => {
    const times = { timeStart: clockTime(start), timeEnd: clockTime(end) }
    return words.map((piece) => ({ orderedBy, utterance: { label, ...times, ...piece, leftOut } }))
  })
}

function speechTiers(tiers: readonly ElanTier[]): ElanTier[] {
  const notes = new Set(noteTiers(tiers))
  return tiers.filter((tier) => tier.parent === undefined && !notes.has(tier))
}

/** Tiers of the coders: nobody is heard on them, no tier depends on them, and they are named so. */
function noteTiers(tiers: readonly ElanTier[]): ElanTier[] {
  const parents = new Set(tiers.map(({ parent }) => parent))
  return tiers.filter(({ id, parent, participant }) => {
    return parent === undefined && participant === '' && !parents.has(id) && namesNotes(id)
  })
}

/** `Notes`, `code_random`, `context-periodic`. */
function namesNotes(tierId: string): boolean {
  const words = tierId.toLowerCase().split(NO_LETTERS)
  return words.some((word) => NOTE_WORDS.has(word))
}

/** Tells why nothing can be coded, where that is so. */
function wordless(tiers: readonly ElanTier[]): Problem | undefined {
  const speech = speechTiers(tiers)
  if (speech.some(({ annotations }) => annotations.some(({ words }) => words.length > 0))) {
    return undefined
  }
  const message =
    `The tiers without a parent (${speech.map(({ id }) => id).join(', ')}) hold no words; voices ` +
    'reads speech from these only. Put the transcription on them.'
  return { severity: 'warning', id: 'no-speech-found', message }
}

const CUT_OFF =
  'The ELAN file is cut off: its end is missing; what stands before was read. Copy it again from ' +
  'its source.'
const NO_LETTERS = /[^\p{L}]+/u
const NOTE_WORDS = new Set(
  (
    'activity annotator behaviour behavior code codes coder coding comment comments context ' +
    'description event events gaze gesture gestures memo memos music noise noises note notes ' +
    'segment segmentation sound sounds summary tocode topic topics'
  ).split(' '),
)
