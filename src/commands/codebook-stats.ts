/** `voices codebook stats`: what each rule does in a corpus, and what the codebook misses. */

import { thousands } from '../amount.ts'
import { corpusStatistics } from '../code/corpus-statistics.ts'
import { readFile } from '../code/read-file.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { type StatsFacts, statsFacts } from '../format/stats-facts.ts'
import { statsMarkdown } from '../format/stats-markdown.ts'
import { statsPage } from '../format/stats-page.ts'
import { type StatsTable, statsTable } from '../format/stats-tables.ts'
import { type Format, writeTable } from '../format/table.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Diagnostic, Passage } from '../types.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { loadMatcher } from './load-codebook.ts'
import { unspoken } from './unspoken.ts'

/** Options of `voices codebook stats`. */
export interface StatsOptions extends GivenOptions {
  readonly format: Format | 'text'
  /** The table to print in CSV and JSON lines, and alone in the other formats; undefined for all. */
  readonly table: StatsTable | undefined
  /** Forms to list for each rule. */
  readonly forms: number
  /** Missed words and phrases to list. */
  readonly missed: number
  /** Uncoded occurrences that these have at least. */
  readonly least: number
  /** Speakers that use them at least. */
  readonly spread: number
  /** Whether speech may stand in other formats than text. */
  readonly showText: boolean
}

/** Prints the statistics; exit 1 where a file could not be read or the codebook has errors. */
export async function codebookStats(
  paths: readonly string[],
  options: StatsOptions,
  io: Io,
): Promise<number> {
  if (options.table !== undefined && options.format === 'text') {
    throw new CannotRun(
      `Text holds all tables. For ${options.table} alone, add --format csv, jsonl, json or md.`,
    )
  }
  const settings = await readSettings(paths, options, io.cwd)
  const matcher = await loadMatcher(settings, io)
  if (matcher === undefined) return FOUND
  const { codebook } = matcher
  const unit = settings.unit ?? codebook.unit
  const excludedRoles = settings.excludeRoles ?? codebook.excludedRoles
  const reading = corpusReading(await openCorpus(settings, unit))
  const statistics = await corpusStatistics(
    matcher,
    {
      unit,
      excludedRoles,
      forms: options.forms,
      missed: { limit: options.missed, least: options.least, spread: options.spread },
    },
    reading.read,
  )
  const showText = options.showText || options.format === 'text'
  const facts = statsFacts(statistics, {
    codebook,
    rules: matcher.rules.map(({ rule }) => rule),
    unit,
    excludedRoles,
    showText,
  })
  print(facts, options, io)
  sayWithheld(facts, io)
  const problems = reading.problems()
  io.err(toLines(showText ? problems : problems.map(unspoken), colours(io.showsProgress)))
  return problems.some(({ severity }) => severity === 'error') ? FOUND : DONE
}

function sayWithheld({ rules }: StatsFacts, io: Io): void {
  const withheld = rules.reduce((sum, rule) => sum + rule.withheld_forms, 0)
  if (withheld === 0) return
  const what =
    withheld === 1
      ? '1 form of more than five words is'
      : `${thousands(withheld)} forms of more than five words are`
  io.err(`${what} withheld. --show-text shows them.\n`)
}

/** Reads a corpus as often as it is asked to; problems are those of the first time. */
function corpusReading({ files, read, problems }: Corpus) {
  let found: readonly Diagnostic[] | undefined
  return {
    problems: () => found ?? [],
    async read(see: (passage: Passage, isNew: boolean) => void): Promise<void> {
      const met: Diagnostic[] = [...problems]
      let current: string | undefined
      for (const file of files) {
        const visitor = {
          passage(passage: Passage) {
            see(passage, passage.document.id !== current)
            current = passage.document.id
          },
        }
        for (const one of await readFile(file, read, visitor)) met.push(one)
      }
      found ??= met
    },
  }
}

function print(facts: StatsFacts, options: StatsOptions, io: Io): void {
  const { format, table, showText } = options
  if (format === 'csv' || format === 'jsonl' || (table !== undefined && format !== 'text')) {
    writeTable(statsTable(table ?? 'rules', facts, showText), { format, csv: {} }, io.out)
    return
  }
  switch (format) {
    case 'text':
      for (const piece of statsPage(facts, colours(io.isTerminal))) io.out(piece)
      return
    case 'md':
      for (const piece of statsMarkdown(facts)) io.out(piece)
      return
    case 'json':
      io.out(`${JSON.stringify(facts, undefined, 2)}\n`)
  }
}
