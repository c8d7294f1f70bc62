/** What changed between two versions of a codebook, for people, pull requests and programs. */
import type { ChalkInstance } from 'chalk'
import { amount } from '../amount.ts'
import { withoutControls } from './diagnostics.ts'
import { commandData, commandProperty } from './github-commands.ts'
import { escapeMarkdown } from './markdown.ts'

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

/** A theme's segments in the corpus. */
export interface ShiftFacts {
  readonly theme: string
  readonly kept: number
  readonly gained: number
  readonly lost: number
  readonly segments_before: number | undefined
  readonly segments_after: number | undefined
  readonly witnesses: readonly WitnessFacts[]
}

/** Everything that `voices codebook diff` says. */
export interface DiffFacts {
  readonly before: { readonly label: string; readonly codebook: string; readonly version: string }
  readonly after: { readonly label: string; readonly codebook: string; readonly version: string }
  readonly changes: readonly ChangeFacts[]
  /** Undefined where no corpus was given. */
  readonly coding:
    | {
        readonly documents: number
        readonly segments_before: number
        readonly segments_after: number
        readonly themes: readonly ShiftFacts[]
      }
    | undefined
  readonly required: string
  readonly declared: string
  readonly is_enough: boolean
  /** What to do, in a sentence. */
  readonly verdict: string
}

/** For a terminal. */
export function diffText(facts: DiffFacts, chalk: ChalkInstance): string {
  const { before, after, changes, coding } = facts
  const lines = [
    `${chalk.bold(after.codebook)} ${before.version} → ${after.version}  ${chalk.dim(`${before.label} → ${after.label}`)}`,
    '',
    changes.length === 0
      ? 'Nothing changed in the text.'
      : `${amount(changes.length, 'change')} in the text`,
    ...changes.map((change) => `  ${changeLine(change)}`),
  ]
  if (coding !== undefined) lines.push('', ...codingLines(coding, chalk))
  const colour = facts.is_enough ? chalk.green : chalk.red
  return `${[...lines, '', colour(facts.verdict)].map(withoutControls).join('\n')}\n`
}

function changeLine({ bump, theme, text }: ChangeFacts): string {
  return `${bump.padEnd(5)}  ${theme === undefined ? '' : `${theme}: `}${text}`
}

function codingLines(
  coding: NonNullable<DiffFacts['coding']>,
  chalk: ChalkInstance,
): readonly string[] {
  const moved = coding.themes.filter(({ gained, lost }) => gained + lost > 0)
  const head = `In ${amount(coding.documents, 'document')}: ${amount(coding.segments_before, 'coded segment')} before, ${coding.segments_after} after`
  if (moved.length === 0) return [head, '  No theme gained or lost a segment.']
  const width = Math.max(...moved.map(({ theme }) => theme.length))
  return [
    head,
    ...moved.flatMap(({ theme, gained, lost, segments_before, segments_after, witnesses }) => [
      `  ${theme.padEnd(width)}  ${segments_before ?? '–'} → ${segments_after ?? '–'}  ${chalk.green(`+${gained}`)} ${chalk.red(`−${lost}`)}`,
      ...witnesses.map((witness) => chalk.dim(`    ${witnessLine(witness)}`)),
    ]),
  ]
}

function witnessLine({ change, segment_id, rules, text }: WitnessFacts): string {
  const sign = change === 'gained' ? '+' : '−'
  const speech = text === undefined ? '' : ` “${text.replace(SPACES, ' ')}”`
  return `${sign} ${segment_id}${speech} (${rules.join(', ')})`
}

/** Runs of white space. */
const SPACES = /\s+/gu

/** For a comment on a pull request. */
export function diffMarkdown(facts: DiffFacts): string {
  const { before, after, changes, coding } = facts
  const blocks = [
    `### Codebook \`${after.codebook}\` ${before.version} → ${after.version}`,
    `${facts.is_enough ? '✅' : '❌'} ${escapeMarkdown(facts.verdict)}`,
    changes.length === 0
      ? 'Nothing changed in the text.'
      : table(
          ['Bump', 'Theme', 'Change'],
          changes.map(({ bump, theme, text }) => [
            bump,
            theme === undefined ? '' : code(theme),
            escapeMarkdown(text),
          ]),
        ),
  ]
  if (coding !== undefined) blocks.push(...codingBlocks(coding))
  return `${withoutControls(blocks.join('\n\n'))}\n`
}

function codingBlocks(coding: NonNullable<DiffFacts['coding']>): readonly string[] {
  const moved = coding.themes.filter(({ gained, lost }) => gained + lost > 0)
  const head = `**Coding of ${amount(coding.documents, 'document')}:** ${amount(coding.segments_before, 'coded segment')} before, ${coding.segments_after} after.`
  if (moved.length === 0) return [`${head} No theme gained or lost a segment.`]
  const witnesses = moved.flatMap(({ theme, witnesses: list }) =>
    list.map((one) => `- ${code(theme)}: ${escapeMarkdown(witnessLine(one))}`),
  )
  return [
    head,
    table(
      ['Theme', 'Before', 'After', 'Gained', 'Lost'],
      moved.map(({ theme, segments_before, segments_after, gained, lost }) => [
        code(theme),
        String(segments_before ?? '–'),
        String(segments_after ?? '–'),
        `+${gained}`,
        `−${lost}`,
      ]),
    ),
    `<details><summary>Witnesses</summary>\n\n${witnesses.join('\n')}\n\n</details>`,
  ]
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Annotations of a GitHub workflow: at most ten, on the lines of the codebook. */
export function diffAnnotations(facts: DiffFacts, path: string): string {
  const severity = facts.is_enough ? 'notice' : 'error'
  const shown = facts.is_enough ? [] : facts.changes.slice(0, MOST_ANNOTATIONS)
  const at = (line: number | undefined) => `file=${commandProperty(path)},line=${line ?? 1}`
  const lines = shown.map(
    ({ line, theme, text, bump }) =>
      `::notice ${at(line)}::${commandData(`${bump}: ${theme ?? ''} ${text}`)}`,
  )
  return `${[`::${severity} ${at(1)}::${commandData(facts.verdict + codingInWords(facts))}`, ...lines].join('\n')}\n`
}

/** How many segments each theme gained and lost, where a corpus was coded. */
function codingInWords({ coding }: DiffFacts): string {
  const moved = (coding?.themes ?? []).filter(({ gained, lost }) => gained + lost > 0)
  if (moved.length === 0) return ''
  const list = moved.map(({ theme, gained, lost }) => `${theme} +${gained} −${lost}`)
  return ` Segments: ${list.join(', ')}.`
}

/** A step shows ten annotations of a kind and drops the rest. */
const MOST_ANNOTATIONS = 9
