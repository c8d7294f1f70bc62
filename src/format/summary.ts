/** What `voices code` prints when it is done. */
import type { ChalkInstance } from 'chalk'
import { amount, thousands } from '../amount.ts'
import type { ThemeCounts } from '../analyse/tally.ts'
import type { FileReport, RunFacts } from '../run-facts.ts'
import { percent, sharePercent } from '../share.ts'
import type { Diagnostic, Theme } from '../types.ts'

/** The longest bar, in characters. */
const BAR = 24
/** More skipped files than this are counted, not listed. */
const MOST_SKIPPED = 10

/** The summary of a run, ready to print. */
export function summary(facts: RunFacts, chalk: ChalkInstance): string {
  const lines = [
    ...heading(facts, chalk),
    '',
    ...readLines(facts, chalk),
    '',
    ...themeTable(facts, chalk),
    ...skippedLines(facts, chalk),
    '',
    ...resultLines(facts, chalk),
  ]
  return `${lines.join('\n')}\n`
}

function heading({ codebook, codebookFile }: RunFacts, chalk: ChalkInstance): readonly string[] {
  const title = codebook.title === '' ? '' : `  ${codebook.title}`
  return [
    `${chalk.bold(`${codebook.id} ${codebook.version}`)}${title}`,
    chalk.dim(`${codebookFile.path}, ${codebookFile.chosen}`),
  ]
}

function readLines(facts: RunFacts, chalk: ChalkInstance): readonly string[] {
  const { totals } = facts.tally
  const untouched = sharePercent(totals.words - totals.codedWords, totals.words)
  const roles = facts.excludedRoles.join(', ')
  return [
    `Read   ${amount(totals.documents, 'document')}, ${amount(totals.speakers, 'speaker')}, ${amount(totals.words, 'word')}`,
    ...(roles === '' ? [] : [chalk.dim(`       not counting what was said by: ${roles}`)]),
    `Coded  ${thousands(totals.codedSegments)} of ${amount(totals.segments, facts.unit)}${share(totals.codedSegments, totals.segments)}; ${untouched} % of the words have no theme`,
  ]
}

function themeTable(facts: RunFacts, chalk: ChalkInstance): readonly string[] {
  const { themes } = facts.codebook
  const names = themes.map(nameOf)
  const width = Math.max(...names.map((name) => name.length), 'Theme'.length)
  const { totals } = facts.tally
  const most = Math.max(1, ...facts.tally.themes.map(({ segments }) => segments))
  const unit = `${facts.unit}s`
  const numbers = Math.max(unit.length, 9)
  const head = `${'Theme'.padEnd(width)}  ${unit.padStart(numbers)}       %  documents  speakers`
  const rows = themes.map((_, index) => {
    const counts = facts.tally.themes[index]
    if (counts === undefined) return ''
    return themeRow(names[index] ?? '', counts, {
      width,
      numbers,
      base: totals.segments,
      most,
      chalk,
    })
  })
  return [chalk.dim(head), ...rows]
}

interface RowLayout {
  readonly width: number
  readonly numbers: number
  readonly base: number
  readonly most: number
  readonly chalk: ChalkInstance
}

function themeRow(name: string, counts: ThemeCounts, layout: RowLayout): string {
  const percentage = percent(counts.segments, layout.base) ?? 0
  const text = [
    name.padEnd(layout.width),
    thousands(counts.segments).padStart(layout.numbers),
    percentage.toFixed(1).padStart(6),
    thousands(counts.documents).padStart(9),
    thousands(counts.speakers).padStart(8),
    layout.chalk.cyan(bar(counts.segments / layout.most)),
  ].join('  ')
  return counts.segments === 0 ? layout.chalk.dim(text.trimEnd()) : text.trimEnd()
}

/** Child themes are set in under their parents. */
function nameOf(theme: Theme): string {
  return `${'  '.repeat(theme.level - 1)}${theme.name === '' ? theme.id : theme.name}`
}

/** Eighths of a block, from none to seven. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

function bar(share: number): string {
  const eighths = Math.round(share * BAR * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}

function skippedLines({ skipped, files }: RunFacts, chalk: ChalkInstance): readonly string[] {
  const failed = files.filter(({ problems }) => problems.some(isError))
  const unread = failed.filter(({ documents }) => documents === 0).map(failureLine)
  const partly = failed.filter(({ documents }) => documents > 0).map(failureLine)
  const ignored = skipped.map(({ path, reason }) => `  ${path}: ${reason}`)
  return [
    ...listed(`Could not read ${amount(unread.length, 'file')}`, unread, chalk.red),
    ...listed(`Read only a part of ${amount(partly.length, 'file')}`, partly, chalk.red),
    ...listed(`Skipped ${amount(skipped.length, 'file')}`, ignored, chalk.yellow),
  ]
}

/** A file and what is wrong with it: the first thing, and how many more. */
function failureLine({ id, problems }: FileReport): string {
  const [first, ...more] = problems.filter(isError)
  const rest = more.length > 0 ? ` (and ${more.length} more, in run.json)` : ''
  return `  ${id}: ${first?.message ?? ''}${rest}`
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

function listed(
  heading: string,
  lines: readonly string[],
  colour: ChalkInstance,
): readonly string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, MOST_SKIPPED)
  const more = lines.length - shown.length
  const rest = more > 0 ? [`  and ${more} more, all named in run.json`] : []
  return ['', colour(heading), ...shown, ...rest]
}

const OUTPUTS: readonly (readonly [name: string, meaning: string])[] = [
  ['segments.csv', 'every coded segment, with the rule and the words behind each theme'],
  ['frequencies.csv', 'themes with counts and bases'],
  ['quotes.csv', 'the quote bank, a row a quote'],
  ['quotes.md', 'the quote bank, to read'],
  ['report.md', 'the whole on a page or two'],
  ['run.json', 'what was run on what, with checksums'],
]

function resultLines({ out }: RunFacts, chalk: ChalkInstance): readonly string[] {
  const width = Math.max(...OUTPUTS.map(([name]) => name.length))
  return [
    chalk.bold(`Results in ${out.endsWith('/') ? out : `${out}/`}`),
    ...OUTPUTS.map(([name, meaning]) => `  ${name.padEnd(width)}  ${chalk.dim(meaning)}`),
  ]
}

function share(part: number, base: number): string {
  const found = percent(part, base)
  return found === undefined ? '' : ` (${found} %)`
}
