/** Speech JSON → passages: finds the list of what was said, whoever wrote the file. */
import { BadFile, whileGood } from '../bad-file.ts'
import { type JsonValue, readJson } from '../json-values.ts'
import { problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { isModelPhrase } from '../subtitles/model-phrases.ts'
import { speechPassages, type Utterance } from '../utterances.ts'
import { clockTime } from './clock-times.ts'
import { placedWords } from './placed-words.ts'
import { sourcePlaces } from './source-places.ts'
import { sourceText } from './source-text.ts'
import { type SpeechSegment, segmentsOf } from './speech-segments.ts'

/** Reads what was said, in the order of the file. */
export function readSpeechJson(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, function* () {
    const { text, encoding, problems } = sourceText(source, options)
    for (const problem of problems) yield problemReading(source.path, problem)
    if (encoding === undefined) return
    const json = readJson(text)
    const segments = segmentsIn(text, json.value)
    const hasSpeakers = segments.some(({ label }) => label !== undefined)
    const file = { documentId, reader: 'speech-json', encoding, hasSpeakers }
    yield* speechPassages(utterancesOf(text, segments, hasSpeakers), file, options)
    if (json.brokenAt !== undefined) throw brokenAt(text, json.brokenAt)
    const more = text.slice(json.end).search(INK)
    if (more !== -1) throw goesOnAt(text, json.end + more)
  })
}

function segmentsIn(text: string, value: JsonValue | undefined): readonly SpeechSegment[] {
  const segments = segmentsOf(text, value)
  if (segments === undefined) throw new BadFile('no-speech-found', NO_SPEECH)
  return segments
}

function* utterancesOf(
  text: string,
  segments: readonly SpeechSegment[],
  hasSpeakers: boolean,
): Generator<Utterance> {
  const placeOf = sourcePlaces(text)
  for (const { label, parts, start, end } of segments) {
    const times = { timeStart: clockTime(start), timeEnd: clockTime(end) }
    const isMadeUp = !hasSpeakers && isModelPhrase(parts.map((part) => part.text).join(''))
    const leftOut = isMadeUp ? 'phrase of a speech model' : undefined
    for (const words of placedWords(parts)) {
      yield { label, text: words.text, ...times, ...placeOf(words.offset), leftOut }
    }
  }
}

function brokenAt(text: string, offset: number): BadFile {
  const { line, column } = sourcePlaces(text)(offset)
  const message =
    `The JSON is broken or cut off at line ${line}, column ${column}; what stands before was read. ` +
    'Export it again from its source.'
  return new BadFile('broken-json', message, line)
}

/** Several files in one, or JSON Lines: only the first value was looked at. */
function goesOnAt(text: string, offset: number): BadFile {
  const { line, column } = sourcePlaces(text)(offset)
  const message =
    `More stands behind the end of the JSON, at line ${line}, column ${column}, and was not read. ` +
    'Put each recording into a file of its own.'
  return new BadFile('more-than-one-json', message, line)
}

/** What is no white space. */
const INK = /\S/u
const NO_SPEECH =
  'No list of what was said was found in this JSON: voices looks for “segments”, “transcription”, ' +
  '“chunks”, “utterances” or “monologues”. Export it as WebVTT or as text.'
