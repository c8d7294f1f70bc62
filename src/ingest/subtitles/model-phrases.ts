/**
 * Whether a whole cue is one of the phrases that speech models make up in silence, learnt from the
 * ends of videos: "Thank you for watching."
 */
export function isModelPhrase(text: string): boolean {
  return text.length < LONGEST && MODEL_PHRASE.test(text.trim())
}

/** UTF-16 code units. */
const LONGEST = 120
/** "Thanks for watching!", "Subtitles by the Amara.org community", "Transcribed by https://otter.ai" */
const MODEL_PHRASE =
  /^(?:(?:thank you|thanks)(?: (?:so|very) much)? for watching[.!]*|(?:subtitles|captions|transcribed|transcription) by \S.{0,60}|please subscribe[^.]{0,40}[.!]*)$/iu
