/** What changed between two versions of a codebook, as annotations of a GitHub workflow. */
import { amount } from '../amount.ts'
import {
  type ChangeFacts,
  type DiffFacts,
  fromTo,
  gravestFirst,
  isGood,
  type ShiftFacts,
  shiftedThemes,
} from './codebook-diff-facts.ts'
import { withoutControls } from './diagnostics.ts'
import { commandData, commandProperty } from './github-commands.ts'
import { shortened } from './shortened.ts'

/** A step shows ten annotations of a kind and drops the rest. */
const MOST_ANNOTATIONS = 10
/** Themes whose segments are told in the first of them. */
const MOST_THEMES = 10

/** The verdict, and at most ten changes, the gravest first, on the lines of the codebook. */
export function diffAnnotations(facts: DiffFacts, path: string): string {
  const severity = isGood(facts) ? 'notice' : 'error'
  const file = commandProperty(path)
  const verdict = `::${severity} file=${file},line=1::${message(facts.verdict + codingInWords(facts))}`
  const changes = facts.is_enough ? [] : gravestFirst(facts.changes)
  const shown = changes.length > MOST_ANNOTATIONS ? MOST_ANNOTATIONS - 1 : changes.length
  const lines = changes
    .slice(0, shown)
    .map((change) => `::notice file=${file},line=${change.line ?? 1}::${changeInWords(change)}`)
  const rest = changes.length - shown
  const more = `and ${amount(rest, 'more change')}: voices codebook diff shows all.`
  if (rest > 0) lines.push(`::notice file=${file},line=1::${message(more)}`)
  return `${[verdict, ...lines].join('\n')}\n`
}

function message(text: string): string {
  return commandData(withoutControls(text))
}

function changeInWords({ bump, theme, text }: ChangeFacts): string {
  return message(`${bump}: ${theme ?? ''} ${shortened(text)}`)
}

/** How many segments each theme gained and lost, where a corpus was coded. */
function codingInWords({ coding }: DiffFacts): string {
  if (coding === undefined || coding.documents === 0) return ''
  const shifted = shiftedThemes(coding)
  if (shifted.length === 0) return ''
  const list = shifted.slice(0, MOST_THEMES).map(shiftInWords)
  const rest = shifted.length - list.length
  if (rest > 0) list.push(`and ${amount(rest, 'more theme')}`)
  return ` Segments: ${list.join(', ')}.`
}

/** `food +1 −0`; only how many there are where segments cannot be paired, or come from elsewhere. */
function shiftInWords(shift: ShiftFacts): string {
  const { theme, gained, lost, segments_before, segments_after } = shift
  if (gained !== undefined && lost !== undefined && gained + lost > 0) {
    return `${theme} +${gained} −${lost}`
  }
  return `${theme} ${fromTo(segments_before, segments_after)}`
}
