import { firstMark } from '../first-mark.ts'
import type { Reader, Sample } from '../reader.ts'

/** What speech recognisers write: Whisper, WhisperX, whisper.cpp and services. */
export const speechJson: Reader = {
  name: 'speech-json',
  title: 'Whisper, WhisperX and other speech JSON',
  extensions: ['.json'],
  places: 'line and column of the text in the JSON',
  recognises: ({ bytes }) => looksLikeSpeech(bytes),
  read: (source, documentId, options) =>
    import('./read-speech-json.ts').then((it) => it.readSpeechJson(source, documentId, options)),
}

/** By the names of the lists that recognisers write; an array of answers has none of them. */
function looksLikeSpeech(bytes: Sample['bytes']): boolean {
  const mark = firstMark(bytes)
  if (mark !== '{' && mark !== '[') return false
  const start = Buffer.from(bytes).toString('latin1').replace(BOM, '').trimStart()
  if (start.startsWith('[')) return isTimed(start.slice(0, start.indexOf('}') + 1))
  return start.startsWith('{') && (SEGMENT_LIST.test(start) || ONLY_TEXT.test(start))
}

/** `[{"start": 0.0, "end": 2.1, "text": "…"`: times in numbers, and words. */
function isTimed(item: string): boolean {
  return START_NUMBER.test(item) && END_NUMBER.test(item) && TEXT_MEMBER.test(item)
}

/** The byte-order mark of UTF-8 in Latin-1. */
const BOM = /^\xef\xbb\xbf/u
/** `"segments": [{`, `"transcription": []`. */
const SEGMENT_LIST =
  /"(?:segments|transcription|chunks|utterances|audio_segments|monologues)"\s*:\s*\[\s*[{\]]/u
/** `{"text": "…"}`, or so long a text that nothing else is seen. */
const ONLY_TEXT = /^\{\s*"text"\s*:\s*"[^"\\]*(?:\\[\s\S][^"\\]*)*\\?(?:"\s*\}\s*)?$/u
/** `"start": 0.031,`; not `"start": "2026-06-01"`. */
const START_NUMBER = /"start"\s*:\s*\d+(?:\.\d+)?\s*[,}]/u
const END_NUMBER = /"end"\s*:\s*\d+(?:\.\d+)?\s*[,}]/u
const TEXT_MEMBER = /"text"\s*:\s*"/u
