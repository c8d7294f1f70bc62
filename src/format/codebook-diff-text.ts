/** What changed between two versions of a codebook, for people at a terminal. */
import type { ChalkInstance } from 'chalk'
import { amount } from '../amount.ts'
import {
  type ChangeFacts,
  type CodingFacts,
  type DiffFacts,
  extentInWords,
  fromTo,
  isGood,
  NO_SHIFT,
  onOneLine,
  type ShiftFacts,
  shiftedThemes,
  type VersionFacts,
  witnessLine,
} from './codebook-diff-facts.ts'
import { withoutControls } from './diagnostics.ts'

/** For a terminal. */
export function diffText(facts: DiffFacts, chalk: ChalkInstance): string {
  const { before, after, changes, coding } = facts
  const colour = isGood(facts) ? chalk.green : chalk.red
  const lines = [
    `${chalk.bold(after.codebook)} ${before.version} → ${after.version}`,
    chalk.dim(`Compared: ${versionInWords(before)} with ${versionInWords(after)}`),
    '',
    changes.length === 0
      ? 'Nothing changed in the text.'
      : `${amount(changes.length, 'change')} in the text`,
    ...changes.map((change) => `  ${changeLine(change)}`),
    ...(coding === undefined ? [] : ['', ...codingLines(coding, chalk)]),
    '',
    colour(facts.verdict),
  ]
  return `${lines.map(withoutControls).join('\n')}\n`
}

function versionInWords({ label, version }: VersionFacts): string {
  return `${label} (version ${version})`
}

function changeLine({ bump, theme, text }: ChangeFacts): string {
  return `${bump.padEnd(5)}  ${theme === undefined ? '' : `${theme}: `}${onOneLine(text)}`
}

function codingLines(coding: CodingFacts, chalk: ChalkInstance): readonly string[] {
  const head = extentInWords(coding)
  if (coding.documents === 0) return [head]
  const shifted = shiftedThemes(coding)
  if (shifted.length === 0) return [head, `  ${NO_SHIFT}`]
  const width = shifted.reduce((most, { theme }) => Math.max(most, theme.length), 0)
  return [
    head,
    ...shifted.flatMap((shift) => [
      `  ${shift.theme.padEnd(width)}  ${shiftInWords(shift, chalk)}`,
      ...shift.witnesses.map((witness) => chalk.dim(`    ${witnessLine(witness)}`)),
    ]),
  ]
}

/** `2 → 3  +1 −0, with the themes below it 4 → 5`. */
function shiftInWords(shift: ShiftFacts, chalk: ChalkInstance): string {
  const { gained, lost, joined } = shift
  const own = fromTo(shift.own_segments_before, shift.own_segments_after)
  const all = fromTo(shift.segments_before, shift.segments_after)
  const paired =
    gained === undefined || lost === undefined
      ? ''
      : `  ${chalk.green(`+${gained}`)} ${chalk.red(`−${lost}`)}`
  const below = all === own ? '' : `, with the themes below it ${all}`
  const parts = joined.map(({ theme, segments_before: count }) => `${theme} (${count} before)`)
  return `${own}${paired}${below}${parts.length === 0 ? '' : `, joined by ${parts.join(', ')}`}`
}
