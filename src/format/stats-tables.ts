/** What `voices codebook stats` says, as tables. */
import type { CaughtForm } from '../analyse/rule-forms.ts'
import type { Cell, Table } from '../types.ts'
import type { CompanyFacts, MissedFacts, RuleFacts, StatsFacts, ThemeFacts } from './stats-facts.ts'

/** The tables that there are. */
export const STATS_TABLES = ['rules', 'themes', 'forms', 'missed'] as const
export type StatsTable = (typeof STATS_TABLES)[number]

/** Others that are named in a cell. */
const MOST_COMPANY = 3

/** One of the tables; `showText` adds what people said to the table `missed`. */
export function statsTable(name: StatsTable, facts: StatsFacts, showText: boolean): Table {
  switch (name) {
    case 'rules':
      return tableOf(name, RULE_COLUMNS, facts.rules, facts)
    case 'themes':
      return tableOf(name, THEME_COLUMNS, facts.themes, facts)
    case 'forms':
      return tableOf(name, FORM_COLUMNS, formRows(facts.rules), facts)
    case 'missed':
      return tableOf(name, missedColumns(showText), facts.missed, facts)
  }
}

/** A column: its name, and what stands in it. */
type Column<Row> = readonly [name: string, cell: (row: Row) => Cell]

function tableOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { codebook, codebook_version }: StatsFacts,
): Table {
  return {
    name,
    columns: [...columns.map(([column]) => column), 'codebook', 'codebook_version'],
    rows: rows.map((row) => [...columns.map(([, cell]) => cell(row)), codebook, codebook_version]),
  }
}

const THEME_COLUMNS: readonly Column<ThemeFacts>[] = [
  ['theme', ({ theme }) => theme],
  ['theme_name', ({ theme_name }) => theme_name],
  ['level', ({ level }) => level],
  ['rules', ({ rules }) => rules],
  ['dead_rules', ({ dead_rules }) => dead_rules],
  ['one_document_rules', ({ one_document_rules }) => one_document_rules],
  ['redundant_rules', ({ redundant_rules }) => redundant_rules],
  ['matches', ({ matches }) => matches],
  ['negated', ({ negated }) => negated],
  ['negated_pct', ({ negated_pct }) => negated_pct],
  ['segments', ({ segments }) => segments],
  ['segments_pct', ({ segments_pct }) => segments_pct],
  ['documents', ({ documents }) => documents],
  ['speakers', ({ speakers }) => speakers],
  ['sole', ({ sole }) => sole],
  ['sole_pct', ({ sole_pct }) => sole_pct],
  ['overlap', ({ overlap }) => companyText(overlap)],
]

const RULE_COLUMNS: readonly Column<RuleFacts>[] = [
  ['theme', ({ theme }) => theme],
  ['rule', ({ rule }) => rule],
  ['line', ({ line }) => line],
  ['matches', ({ matches }) => matches],
  ['negated', ({ negated }) => negated],
  ['negated_pct', ({ negated_pct }) => negated_pct],
  ['segments', ({ segments }) => segments],
  ['documents', ({ documents }) => documents],
  ['speakers', ({ speakers }) => speakers],
  ['sole', ({ sole }) => sole],
  ['sole_pct', ({ sole_pct }) => sole_pct],
  ['overlap', ({ overlap }) => companyText(overlap)],
  ['alongside', ({ alongside }) => companyText(alongside)],
  ['forms', ({ forms }) => formsText(forms)],
  ['distinct_forms', ({ distinct_forms }) => distinct_forms],
  ['flags', ({ flags }) => flags.join(' | ')],
  ['only_document', ({ only_document }) => only_document],
]

interface FormRow extends CaughtForm {
  readonly theme: string
  readonly rule: string
}

const FORM_COLUMNS: readonly Column<FormRow>[] = [
  ['theme', ({ theme }) => theme],
  ['rule', ({ rule }) => rule],
  ['form', ({ form }) => form],
  ['matches', ({ count }) => count],
]

function formRows(rules: readonly RuleFacts[]): readonly FormRow[] {
  return rules.flatMap(({ theme, rule, forms }) => forms.map((form) => ({ theme, rule, ...form })))
}

function missedColumns(showText: boolean): readonly Column<MissedFacts>[] {
  const text: Column<MissedFacts> = [
    'example_texts',
    ({ examples }) => examples.map((one) => one.text ?? '').join(' | '),
  ]
  return showText ? [...MISSED_COLUMNS, text] : MISSED_COLUMNS
}

const MISSED_COLUMNS: readonly Column<MissedFacts>[] = [
  ['phrase', ({ phrase }) => phrase],
  ['rule', ({ rule }) => rule],
  ['uncoded', ({ uncoded }) => uncoded],
  ['coded', ({ coded }) => coded],
  ['uncoded_per_1000', ({ uncoded_per_1000 }) => uncoded_per_1000],
  ['coded_per_1000', ({ coded_per_1000 }) => coded_per_1000],
  ['g2', ({ g2 }) => g2],
  ['log_ratio', ({ log_ratio }) => log_ratio],
  ['documents', ({ documents }) => documents],
  ['speakers', ({ speakers }) => speakers],
  ['dp_norm', ({ dp_norm }) => dp_norm],
  ['perhaps_name', ({ perhaps_name }) => perhaps_name],
  ['forms', ({ forms }) => formsText(forms)],
  ['longer', ({ longer }) => formsText(longer)],
  ['examples', ({ examples }) => examples.map(({ segment_id }) => segment_id).join(' | ')],
]

/** `listening 12 | placements 3`: the most frequent first. */
export function companyText(company: readonly CompanyFacts[], separator = ' | '): string {
  return company
    .slice(0, MOST_COMPANY)
    .map(({ id, segments }) => `${id} ${segments}`)
    .join(separator)
}

/** `trust 12 | trusted 3`: the most frequent first. */
export function formsText(forms: readonly CaughtForm[], separator = ' | '): string {
  return forms.map(({ form, count }) => `${form} ${count}`).join(separator)
}
