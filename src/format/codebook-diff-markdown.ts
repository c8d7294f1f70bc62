/** What changed between two versions of a codebook, for a comment on a pull request. */
import { amount } from '../amount.ts'
import {
  type ChangeFacts,
  type CodingFacts,
  type DiffFacts,
  extentInWords,
  fromTo,
  gravestFirst,
  isGood,
  NO_SHIFT,
  onOneLine,
  type ShiftFacts,
  shiftedThemes,
  type VersionFacts,
  witnessLine,
} from './codebook-diff-facts.ts'
import { withoutControls } from './diagnostics.ts'
import { escapeMarkdown } from './markdown.ts'
import { shortened } from './shortened.ts'

/** GitHub takes comments of 65,536 characters; these are what each list may take of that. */
const ROOM = { changes: 25_000, themes: 15_000, witnesses: 15_000 } as const

/** The page stays below 60,000 characters: lists are cut, and say how much more there is. */
export function diffMarkdown(facts: DiffFacts): string {
  const { before, after, changes, coding } = facts
  const blocks = [
    `### Codebook ${code(after.codebook)} ${before.version} → ${after.version}`,
    `${isGood(facts) ? '✅' : '❌'} ${verdict(facts)}`,
    `Compared: ${versionInWords(before)} with ${versionInWords(after)}.`,
    ...(changes.length === 0 ? ['Nothing changed in the text.'] : changeBlocks(changes)),
    ...(coding === undefined ? [] : codingBlocks(coding)),
  ]
  return `${withoutControls(blocks.join('\n\n'))}\n`
}

/** The verdict, with the command as one to copy. */
function verdict({ verdict: text, command }: DiffFacts): string {
  if (command === undefined) return prose(text)
  return text.split(command).map(prose).join(`\`${command}\``)
}

function versionInWords({ label, version }: VersionFacts): string {
  return `${code(label)} (version ${version})`
}

function changeBlocks(changes: readonly ChangeFacts[]): readonly string[] {
  const rows = gravestFirst(changes).map(({ bump, theme, text }) =>
    row([bump, theme === undefined ? '' : code(theme), prose(shortened(text))]),
  )
  const { shown, rest } = fitting(rows, ROOM.changes)
  return [table(['Bump', 'Theme', 'Change'], shown), ...more(rest, 'change')]
}

function codingBlocks(coding: CodingFacts): readonly string[] {
  const head = `**Coding.** ${extentInWords(coding)}`
  if (coding.documents === 0) return [head]
  const shifted = shiftedThemes(coding)
  if (shifted.length === 0) return [`${head} ${NO_SHIFT}`]
  const { shown, rest } = fitting(shifted.map(shiftRow), ROOM.themes)
  const columns = ['Theme', 'Before', 'After', 'Gained', 'Lost', 'With themes below']
  return [head, table(columns, shown), ...more(rest, 'theme'), ...witnessBlocks(shifted)]
}

function shiftRow(shift: ShiftFacts): string {
  const { theme, gained, lost, joined } = shift
  const own = fromTo(shift.own_segments_before, shift.own_segments_after)
  const all = fromTo(shift.segments_before, shift.segments_after)
  return row([
    joined.length === 0 ? code(theme) : `${code(theme)}, joined by ${joinedInWords(joined)}`,
    String(shift.own_segments_before ?? '–'),
    String(shift.own_segments_after ?? '–'),
    gained === undefined ? '' : `+${gained}`,
    lost === undefined ? '' : `−${lost}`,
    all === own ? '' : all,
  ])
}

function joinedInWords(joined: ShiftFacts['joined']): string {
  const parts = joined
    .slice(0, MOST_JOINED)
    .map(({ theme, segments_before: count }) => `${code(theme)} (${count} before)`)
  const rest = joined.length - parts.length
  return [...parts, ...(rest === 0 ? [] : [`${rest} more`])].join(', ')
}

/** Themes that are named where many became part of one. */
const MOST_JOINED = 5

function witnessBlocks(shifted: readonly ShiftFacts[]): readonly string[] {
  const lines = shifted.flatMap(({ theme, witnesses }) =>
    witnesses.map((one) => `- ${code(theme)}: ${prose(shortened(witnessLine(one)))}`),
  )
  if (lines.length === 0) return []
  const { shown, rest } = fitting(lines, ROOM.witnesses)
  const list = [shown.join('\n'), ...more(rest, 'witness')].join('\n\n')
  return [`<details><summary>Witnesses</summary>\n\n${list}\n\n</details>`]
}

/** As many lines as there is room for. */
function fitting(
  lines: readonly string[],
  room: number,
): { readonly shown: readonly string[]; readonly rest: number } {
  const shown: string[] = []
  let left = room
  for (const line of lines) {
    left -= line.length + 1
    if (left < 0) break
    shown.push(line)
  }
  return { shown, rest: lines.length - shown.length }
}

function more(rest: number, noun: string): readonly string[] {
  return rest === 0 ? [] : [`… and ${amount(rest, `more ${noun}`)}.`]
}

/** Text as it is, that calls nobody and links to no issue: `@team` and `#12` would, even escaped. */
function prose(text: string): string {
  return escapeMarkdown(onOneLine(text)).replace(CALLS, '$&<!-- -->')
}

/** The sign before a name or a number, for example in `@org/team` and `#12`. */
const CALLS = /@(?=\w)|#(?=\d)/gu

function code(text: string): string {
  return `\`${shortened(onOneLine(text)).replaceAll('`', "'").replaceAll('|', '\\|')}\``
}

function table(header: readonly string[], rows: readonly string[]): string {
  return [row(header), row(header.map(() => '---')), ...rows].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
