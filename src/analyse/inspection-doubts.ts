/** Where a person should look: what a file shows that is often a sign of speech read wrongly. */
import type { DocumentInspection } from './inspection.ts'

/** What the analyst said that settles doubts. */
export interface DoubtOptions {
  /** Whether speech of nobody known is left out of coding. */
  readonly excludesUnknown: boolean
}

/** What is known of a file when all of it has been seen. */
export interface SeenFile {
  readonly path: string
  readonly counts: { readonly documents: number; readonly words: number }
  /** Doubts about its documents. */
  readonly doubts: readonly string[]
  /** Labels that name no role. */
  readonly withoutRole: ReadonlySet<string>
}

/** The doubt about a document with speakers in which nearly all is said by one of them. */
export function documentDoubts({
  document,
  words,
  speakers,
}: DocumentInspection): readonly string[] {
  const [first] = speakers
  if (first === undefined || words === 0) return []
  const isAlone = speakers.length === 1
  if (isAlone && (first.speaker === document || words < LONG_SPEECH)) return []
  const most = speakers.reduce(
    (best, speaker) => (speaker.words > best.words ? speaker : best),
    first,
  )
  if (most.words / words <= ONE_VOICE_SHARE) return []
  return [
    `${document}: ${most.speaker} holds ${Math.round((100 * most.words) / words)} % of the words. Were the labels of other speakers missed?`,
  ]
}

/** All doubts about a file. */
export function fileDoubts(
  { path, counts, doubts, withoutRole }: SeenFile,
  { excludesUnknown }: DoubtOptions,
): readonly string[] {
  const all = [...doubts]
  if (counts.documents > 0 && counts.words === 0) all.push(`${path}: no speech was found.`)
  if (withoutRole.size > 0 && !excludesUnknown) all.push(noRole([...withoutRole]))
  return all
}

function noRole(labels: readonly string[]): string {
  const shown = labels.slice(0, SHOWN).join(', ')
  const more = labels.length > SHOWN ? ` and ${labels.length - SHOWN} more` : ''
  const [these, have, them] =
    labels.length === 1 ? ['This label', 'has', 'it'] : ['These labels', 'have', 'them']
  return `${these} ${have} no role and will be coded: ${shown}${more}. Give ${them} one in voices.yaml, under roles.`
}

/** How much of a text one speaker may hold before it looks as if labels were missed. */
const ONE_VOICE_SHARE = 0.95
/** Words of a single speaker from which it looks as if there were others. */
const LONG_SPEECH = 100
const SHOWN = 6
