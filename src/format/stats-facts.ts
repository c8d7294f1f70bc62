/** What `voices codebook stats` says, as every format gives it. */
import type { MissedExample } from '../analyse/missed-examples.ts'
import { isComparable } from '../analyse/missed-telling.ts'
import type { MissedPhrase } from '../analyse/missed-words.ts'
import type { CaughtForm } from '../analyse/rule-forms.ts'
import type {
  Company,
  RuleReport,
  RuleStatistics,
  ThemeStatistics,
} from '../analyse/rule-statistics.ts'
import type { Tally } from '../analyse/tally.ts'
import { percent } from '../share.ts'
import type { Codebook, Rule } from '../types.ts'

/** Another theme or rule in the same segments. */
export interface CompanyFacts {
  readonly id: string
  readonly segments: number
}

/** A theme by its own rules. */
export interface ThemeFacts {
  readonly theme: string
  readonly theme_name: string
  readonly level: number
  readonly rules: number
  readonly dead_rules: number
  readonly one_document_rules: number
  readonly redundant_rules: number
  readonly matches: number
  readonly negated: number
  readonly negated_pct: number | undefined
  readonly segments: number
  readonly segments_pct: number | undefined
  readonly documents: number
  readonly speakers: number
  readonly sole: number
  readonly sole_pct: number | undefined
  readonly overlap: readonly CompanyFacts[]
}

/** A rule. */
export interface RuleFacts {
  readonly theme: string
  readonly rule: string
  /** In the codebook, 1-based. */
  readonly line: number
  readonly matches: number
  readonly negated: number
  readonly negated_pct: number | undefined
  readonly segments: number
  readonly documents: number
  readonly speakers: number
  readonly sole: number
  readonly sole_pct: number | undefined
  readonly overlap: readonly CompanyFacts[]
  readonly alongside: readonly CompanyFacts[]
  readonly forms: readonly CaughtForm[]
  /** How many of the forms to list are too long to be shown without asking. */
  readonly withheld_forms: number
  readonly distinct_forms: number
  readonly flags: readonly string[]
  readonly only_document: string | undefined
}

/** A word or phrase that the codebook misses. */
export interface MissedFacts {
  readonly phrase: string
  /** A line for a list of rules. */
  readonly rule: string
  readonly uncoded: number
  readonly coded: number
  readonly uncoded_per_1000: number | undefined
  readonly coded_per_1000: number | undefined
  readonly g2: number
  readonly log_ratio: number
  readonly documents: number
  readonly speakers: number
  readonly dp_norm: number | undefined
  readonly perhaps_name: boolean
  readonly forms: readonly CaughtForm[]
  readonly longer: readonly CaughtForm[]
  readonly examples: readonly {
    readonly segment_id: string
    readonly line: number
    readonly text?: string
  }[]
}

/** Everything that the command says. */
export interface StatsFacts {
  readonly codebook: string
  readonly codebook_version: string
  readonly codebook_title: string
  readonly unit: string
  readonly excluded_roles: readonly string[]
  readonly documents: number
  readonly speakers: number
  readonly segments: number
  readonly coded_segments: number
  readonly words: number
  readonly uncoded_words: number
  /** Whether enough is coded to compare uncoded speech with; else the most frequent words come first. */
  readonly is_compared: boolean
  /** What was not counted for want of room, a sentence each. */
  readonly limits: readonly string[]
  readonly themes: readonly ThemeFacts[]
  readonly rules: readonly RuleFacts[]
  readonly missed: readonly MissedFacts[]
}

/** The counts of a corpus. */
export interface Statistics extends RuleReport {
  readonly tally: Tally
  readonly uncodedWords: number
  readonly missed: readonly (MissedPhrase & { readonly examples: readonly MissedExample[] })[]
  readonly forgotten: number
  readonly unkept: number
}

/** How the corpus was coded. */
export interface StatsContext {
  readonly codebook: Codebook
  readonly rules: readonly Rule[]
  readonly unit: string
  readonly excludedRoles: readonly string[]
  /** Whether speech may stand in the result. */
  readonly showText: boolean
}

/** The counts with names. */
export function statsFacts(statistics: Statistics, context: StatsContext): StatsFacts {
  const { codebook, unit, excludedRoles } = context
  const { totals } = statistics.tally
  return {
    codebook: codebook.id,
    codebook_version: codebook.version,
    codebook_title: codebook.title,
    unit,
    excluded_roles: excludedRoles,
    documents: totals.documents,
    speakers: totals.speakers,
    segments: totals.segments,
    coded_segments: totals.codedSegments,
    words: totals.words,
    uncoded_words: statistics.uncodedWords,
    is_compared: isComparable({
      uncodedWords: statistics.uncodedWords,
      codedWords: statistics.tally.totals.words - statistics.uncodedWords,
    }),
    limits: limitsOf(statistics, context),
    themes: statistics.themes.map((theme, index) => themeFacts(theme, index, statistics, codebook)),
    rules: statistics.rules.map((rule, index) => ruleFacts(rule, index, context)),
    missed: statistics.missed.map((missed) => missedFacts(missed, statistics, context)),
  }
}

function limitsOf(
  { forgotten, unkept, rules }: Statistics,
  context: StatsContext,
): readonly string[] {
  const limits: string[] = []
  if (forgotten > 0)
    limits.push(
      `There were too many phrases to keep them all: those with up to ${forgotten} occurrences may be missing, and the counts of others too low by as many.`,
    )
  if (unkept > 0)
    limits.push(`There were too many different words: ${unkept} rare ones were not looked at.`)
  for (const [index, { uncountedForms }] of rules.entries())
    if (uncountedForms > 0)
      limits.push(
        `The rule ${context.rules[index]?.id ?? ''} caught too many different words: ${uncountedForms} matches are not among its forms.`,
      )
  return limits
}

function themeFacts(
  theme: ThemeStatistics,
  index: number,
  { tally }: Statistics,
  codebook: Codebook,
): ThemeFacts {
  const { id = '', name = '', level = 1 } = codebook.themes[index] ?? {}
  const { flagged, segments, matches, negated, sole } = theme
  return {
    theme: id,
    theme_name: name,
    level,
    rules: theme.rules,
    dead_rules: flagged.dead,
    one_document_rules: flagged['one-document'],
    redundant_rules: flagged.redundant,
    matches,
    negated,
    negated_pct: percent(negated, matches),
    segments,
    segments_pct: percent(segments, tally.totals.segments),
    documents: theme.documents,
    speakers: theme.speakers,
    sole,
    sole_pct: percent(sole, segments),
    overlap: named(theme.overlap, (other) => codebook.themes[other]?.id),
  }
}

function ruleFacts(
  statistics: RuleStatistics,
  index: number,
  { codebook, rules, showText }: StatsContext,
): RuleFacts {
  const { theme, matches, negated, sole, segments } = statistics
  const forms = statistics.forms.filter(({ form }) => showText || isShort(form))
  return {
    theme: codebook.themes[theme]?.id ?? '',
    rule: rules[index]?.id ?? '',
    line: rules[index]?.line ?? 0,
    matches,
    negated,
    negated_pct: percent(negated, matches),
    segments,
    documents: statistics.documents,
    speakers: statistics.speakers,
    sole,
    sole_pct: percent(sole, segments),
    overlap: named(statistics.overlap, (other) => codebook.themes[other]?.id),
    alongside: named(statistics.alongside, (other) => rules[other]?.id),
    forms,
    withheld_forms: statistics.forms.length - forms.length,
    distinct_forms: statistics.distinctForms,
    flags: statistics.flags,
    only_document: statistics.onlyDocument,
  }
}

/** A longer form is no word or phrase any more but what somebody said: a regex can catch a sentence. */
const LONGEST_FORM = 5

/** `don't`, also where it stands between hyphens or slashes. */
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu

function isShort(form: string): boolean {
  return (form.match(WORD)?.length ?? 0) <= LONGEST_FORM
}

function named(
  company: readonly Company[],
  idOf: (index: number) => string | undefined,
): readonly CompanyFacts[] {
  return company.map(({ index, segments }) => ({ id: idOf(index) ?? '', segments }))
}

function missedFacts(
  missed: Statistics['missed'][number],
  { tally, uncodedWords }: Statistics,
  { showText }: StatsContext,
): MissedFacts {
  return {
    phrase: missed.phrase,
    rule: ruleLine(missed.phrase),
    uncoded: missed.uncoded,
    coded: missed.coded,
    uncoded_per_1000: perThousand(missed.uncoded, uncodedWords),
    coded_per_1000: perThousand(missed.coded, tally.totals.words - uncodedWords),
    g2: rounded(missed.g2),
    log_ratio: rounded(missed.logRatio),
    documents: missed.documents,
    speakers: missed.speakers,
    dp_norm: missed.dispersion === undefined ? undefined : rounded(missed.dispersion),
    perhaps_name: missed.isName,
    forms: missed.forms,
    longer: missed.longer,
    examples: missed.examples.map(({ segmentId, line, text }) => ({
      segment_id: segmentId,
      line,
      ...(showText && { text }),
    })),
  }
}

function perThousand(part: number, words: number): number | undefined {
  return words === 0 ? undefined : rounded((1000 * part) / words)
}

function rounded(value: number): number {
  return Math.round(100 * value) / 100
}

/** A phrase as a line of a list of rules; in quotes where YAML would read it as something else. */
function ruleLine(phrase: string): string {
  return `- ${PLAIN.test(phrase) && !NOT_TEXT.test(phrase) ? phrase : JSON.stringify(phrase)}`
}

/** What YAML takes for text as it stands, for example `foster carer`. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N}' ]*$/u
/** Words that YAML takes for something else, for example `no`. */
const NOT_TEXT = /^(?:y|n|yes|no|on|off|true|false|null)$/iu
