/** What `voices codebook diff` found, for every format. */
import { amount } from '../amount.ts'

/** One thing that changed in the text of the codebook. */
export interface ChangeFacts {
  readonly kind: string
  readonly theme: string | undefined
  readonly bump: string
  readonly text: string
  readonly line: number | undefined
}

/** A segment that gained or lost a theme; its speech only where it may be shown. */
export interface WitnessFacts {
  readonly change: 'gained' | 'lost'
  readonly segment_id: string
  readonly line: number
  readonly rules: readonly string[]
  readonly text?: string | undefined
}

/**
 * A theme's segments in the corpus. `own_…`, `kept`, `gained` and `lost` are those of its own rules;
 * `segments_…` are with the themes below it, as in `frequencies.csv`.
 */
export interface ShiftFacts {
  readonly theme: string
  /** Undefined where the unit changed: a turn cannot be told to be a sentence. */
  readonly kept: number | undefined
  readonly gained: number | undefined
  readonly lost: number | undefined
  /** Undefined where the theme is new. */
  readonly own_segments_before: number | undefined
  /** Undefined where the theme is gone. */
  readonly own_segments_after: number | undefined
  readonly segments_before: number | undefined
  readonly segments_after: number | undefined
  /** Themes that became part of it. */
  readonly joined: readonly { readonly theme: string; readonly segments_before: number }[]
  readonly witnesses: readonly WitnessFacts[]
}

/** What both versions make of a corpus. */
export interface CodingFacts {
  readonly documents: number
  readonly unit_before: string
  readonly unit_after: string
  readonly segments_before: number
  readonly segments_after: number
  /** Paths with errors: all of a file, or a part of it, is missing from the comparison. */
  readonly unread: readonly string[]
  readonly themes: readonly ShiftFacts[]
}

/** A version that is compared. */
export interface VersionFacts {
  /** The file, and the revision if it is not the file on disk: `codebooks/x.yaml at main`. */
  readonly label: string
  readonly codebook: string
  readonly version: string
}

/** Everything that `voices codebook diff` says. */
export interface DiffFacts {
  readonly before: VersionFacts
  readonly after: VersionFacts
  readonly changes: readonly ChangeFacts[]
  /** Undefined where no corpus was given. */
  readonly coding: CodingFacts | undefined
  readonly required: string
  readonly declared: string
  /** Whether the version says what the changes need. */
  readonly is_enough: boolean
  /** Whether all of the corpus that was given was compared. */
  readonly is_complete: boolean
  /** What to do, in a few sentences. */
  readonly verdict: string
  /** The command in the verdict that does it, if there is one. */
  readonly command: string | undefined
}

/** Whether nothing is left to be done. */
export function isGood({ is_enough, is_complete }: DiffFacts): boolean {
  return is_enough && is_complete
}

/** The themes that have other segments, or more or fewer, than before. */
export function shiftedThemes({ themes }: CodingFacts): readonly ShiftFacts[] {
  return themes.filter((shift) => {
    const { gained = 0, lost = 0, joined } = shift
    return (
      gained + lost + joined.length > 0 ||
      (shift.own_segments_before ?? 0) !== (shift.own_segments_after ?? 0) ||
      (shift.segments_before ?? 0) !== (shift.segments_after ?? 0)
    )
  })
}

/** The changes that need the most first; else in their order. */
export function gravestFirst(changes: readonly ChangeFacts[]): readonly ChangeFacts[] {
  const rank = ({ bump }: ChangeFacts) => ORDER.indexOf(bump)
  return changes.toSorted((a, b) => rank(a) - rank(b))
}

const ORDER = ['major', 'minor', 'patch', 'none']

/** How much was coded, or that nothing was. */
export function extentInWords(coding: CodingFacts): string {
  if (coding.documents === 0) return 'No document was compared.'
  const { unit_before, unit_after } = coding
  const counts = `In ${amount(coding.documents, 'document')}: ${amount(coding.segments_before, 'coded segment')} before, ${coding.segments_after} after.`
  if (unit_before === unit_after) return counts
  return `${counts} The unit was ${unit_before} and is ${unit_after}, so segments cannot be matched one to one; only their numbers are compared.`
}

/** What is told where no theme has moved. */
export const NO_SHIFT = 'No theme gained or lost a segment.'

/** `3 → 4`; `– → 4` for a new theme. */
export function fromTo(before: number | undefined, after: number | undefined): string {
  return `${before ?? '–'} → ${after ?? '–'}`
}

/** `− talk.txt:73-122 “…” (left ~ out)`. */
export function witnessLine({ change, segment_id, rules, text }: WitnessFacts): string {
  const sign = change === 'gained' ? '+' : '−'
  const speech = text === undefined ? '' : ` “${onOneLine(text)}”`
  return `${sign} ${segment_id}${speech} (${rules.join(', ')})`
}

/** A text with its line breaks and other white space as single spaces. */
export function onOneLine(text: string): string {
  return text.replace(SPACES, ' ')
}

/** Runs of white space. */
const SPACES = /\s+/gu
