/** Where speech recognisers put what was said: one line for each form that is known. */
import { type JsonValue, memberOf, stringPieces } from '../json-values.ts'
import type { PlacedText } from './placed-words.ts'

/** A stretch of recognised speech. */
export interface SpeechSegment {
  /** As a person would write it; undefined where the file does not say who speaks. */
  readonly label: string | undefined
  /** The words, with their places in the JSON. */
  readonly parts: readonly PlacedText[]
  /** In milliseconds. */
  readonly start: number | undefined
  readonly end: number | undefined
}

/** The segments of the first form that the JSON has; undefined if it has none. */
export function segmentsOf(
  text: string,
  value: JsonValue | undefined,
): readonly SpeechSegment[] | undefined {
  for (const form of FORMS) {
    const list = memberAt(value, form.list)
    if (list?.kind !== 'array') continue
    const items = list.items.filter((item) => item.kind === 'object')
    if (items.length > 0 || list.items.length === 0) {
      return items.map((item) => segmentOf(text, item, form))
    }
  }
  const whole = memberOf(value, 'text')
  if (whole?.kind !== 'string') return undefined
  const parts = [...stringPieces(text, whole)]
  return [{ label: undefined, parts, start: undefined, end: undefined }]
}

/** Paths of members, with dots: `offsets.from`, `timestamp.0`. */
interface Form {
  /** Of the list; empty where the file is the list. */
  readonly list: string
  readonly text: string
  readonly start: string
  readonly end: string
  readonly speaker: string
  /** Milliseconds of one unit of time. */
  readonly unit: number
}

/** Milliseconds. */
const SECOND = 1000
const PLAIN = { text: 'text', start: 'start', end: 'end', speaker: 'speaker', unit: SECOND }
const STAMPED = { ...PLAIN, start: 'timestamp.0', end: 'timestamp.1' }

/** Before a form that another program's file may hold too, the one that says more. */
const FORMS: readonly Form[] = [
  // whisper.cpp
  { ...PLAIN, list: 'transcription', start: 'offsets.from', end: 'offsets.to', unit: 1 },
  // Whisper, WhisperX, OpenAI
  { ...PLAIN, list: 'segments' },
  // faster-whisper: the list alone
  { ...PLAIN, list: '' },
  // insanely-fast-whisper, with speakers
  { ...STAMPED, list: 'speakers' },
  // Transformers
  { ...STAMPED, list: 'chunks' },
  // AssemblyAI
  { ...PLAIN, list: 'utterances', unit: 1 },
  // Deepgram
  { ...PLAIN, list: 'results.utterances', text: 'transcript' },
  // Amazon Transcribe
  {
    list: 'results.audio_segments',
    text: 'transcript',
    start: 'start_time',
    end: 'end_time',
    speaker: 'speaker_label',
    unit: SECOND,
  },
  // Rev: a list of words
  { ...PLAIN, list: 'monologues', text: 'elements', start: 'elements.0.ts' },
]

function segmentOf(text: string, item: JsonValue, form: Form): SpeechSegment {
  return {
    label: labelOf(memberAt(item, form.speaker)),
    parts: partsOf(text, memberAt(item, form.text)),
    start: timeOf(memberAt(item, form.start), form.unit),
    end: timeOf(memberAt(item, form.end), form.unit),
  }
}

/** A text, or a list of words and what stands between them. */
function partsOf(text: string, value: JsonValue | undefined): PlacedText[] {
  if (value?.kind === 'string') return [...stringPieces(text, value)]
  if (value?.kind !== 'array') return []
  return value.items.flatMap((item) => partsOf(text, memberOf(item, 'value')))
}

/** A letter or a number is no name: `0` and `A` become `Speaker 0` and `Speaker A`. */
function labelOf(value: JsonValue | undefined): string | undefined {
  if (value?.kind !== 'string' && value?.kind !== 'number') return undefined
  const written = String(value.value).trim()
  if (written === '') return undefined
  return LETTER_OR_NUMBER.test(written) ? `Speaker ${written}` : written
}

function timeOf(value: JsonValue | undefined, unit: number): number | undefined {
  if (value?.kind === 'number') return unit * Number(value.value)
  const isWritten = value?.kind === 'string' && value.value.trim() !== ''
  return isWritten ? unit * Number(value.value) : undefined
}

function memberAt(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let found = value
  for (const name of path === '' ? [] : path.split('.')) {
    found = found?.kind === 'array' ? found.items[Number(name)] : memberOf(found, name)
  }
  return found
}

/** "A", "0", "12". */
const LETTER_OR_NUMBER = /^(?:[A-Za-z]|\d{1,3})$/u
