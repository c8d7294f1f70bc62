/** Cues of Teams whose words are JSON: `{"speakerName":"Jo","spokenText":"Hi."}`. */
import { type JsonValue, memberOf, readJson, stringPieces } from '../json-values.ts'
import type { TextPlace } from '../utterances.ts'
import { type CueWords, linePlacesOf } from './cue-text.ts'
import type { SubtitleLine } from './subtitle-lines.ts'

/** What the JSON of a cue says. */
export interface MetadataCue {
  /** Undefined where the JSON has none, or breaks off before them. */
  readonly words: CueWords | undefined
  /** Whether the JSON is broken or cut off. */
  readonly isBroken: boolean
}

/** Reads the JSON of a cue; undefined if its words are no JSON. */
export function metadataCue(lines: readonly SubtitleLine[]): MetadataCue | undefined {
  const written = lines.map(({ text }) => text).join('\n')
  if (!METADATA.test(written)) return undefined
  // A line break inside a string is none of JSON's.
  const json = written.replaceAll('\n', ' ')
  const { value, brokenAt } = readJson(json)
  const words = spokenWords(json, value, linePlacesOf(written, lines))
  return { words, isBroken: brokenAt !== undefined }
}

function spokenWords(
  json: string,
  value: JsonValue | undefined,
  placeOf: (at: number) => Omit<TextPlace, 'offset'>,
): CueWords | undefined {
  const spoken = memberOf(value, 'spokenText')
  if (spoken?.kind !== 'string') return undefined
  const speaker = memberOf(value, 'speakerName')
  const places: TextPlace[] = []
  let text = ''
  for (const piece of stringPieces(json, spoken)) {
    places.push({ offset: text.length, ...placeOf(piece.offset) })
    text += piece.text.replace(NO_TEXT, ' ')
  }
  const voice = speaker?.kind === 'string' ? speaker.value.trim() : ''
  return { voice, text, places }
}

/** '{"startDateTime', with which no speech begins */
const METADATA = /^\s*\{\s*"\w/u
/** What no text holds: half a character, a byte-order mark, "\r". */
const NO_TEXT = /[\r\0\ufeff\p{Surrogate}]/gu
