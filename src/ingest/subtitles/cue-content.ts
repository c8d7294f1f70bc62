import { type CueWords, cueText } from './cue-text.ts'
import { metadataCue } from './metadata-cue.ts'
import type { SubtitleLine } from './subtitle-lines.ts'

/** What the lines of a cue hold. */
export interface CueContent {
  readonly words: readonly CueWords[]
  /** Whether voices are closed by `</v>`; undefined where there are none. */
  readonly closesVoices: boolean | undefined
  /** Whether it breaks off inside a tag or inside JSON. */
  readonly isBroken: boolean
  /** JSON without words. */
  readonly hasOnlyMetadata: boolean
}

/** Reads the lines of a cue, be they text with markup or the JSON of Teams. */
export function cueContent(lines: readonly SubtitleLine[]): CueContent {
  const metadata = metadataCue(lines)
  if (metadata === undefined) {
    const { words, closesVoices, endsInTag } = cueText(lines)
    return { words, closesVoices, isBroken: endsInTag, hasOnlyMetadata: false }
  }
  const { words, isBroken } = metadata
  return {
    words: words === undefined ? [] : [words],
    closesVoices: undefined,
    isBroken,
    hasOnlyMetadata: words === undefined,
  }
}
