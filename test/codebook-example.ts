import { parseCodebook } from '../src/codebook/parse.ts'
import { regexProblem } from '../src/match/linear-regex.ts'
import type { Checked, Codebook } from '../src/types.ts'

/** A codebook that uses every key, and has no problem. */
export const EXAMPLE = `# Every key once
codebook: youth-panel
version: 2.0.0
title: What the youth panel said
language: en-GB
defaults:
  unit: sentence
  inflect: true
  stem: false
  spelling: gb+us
  case: fold
  hyphen: loose
  negation: flag
  speakers: {not: [interviewer, Note taker]}
themes:
  - id: relationships
    name: Trusting relationships
    definition: >-
      The quality of the relationship between a young person
      and the adults whose job is to help.
    include: being known; time spent together
    exclude: family bonds (family)
    rules:
      - trust
      - genuine   interest
      - "befriend*"
      - id: same-worker
        seq: [same, [social worker, key worker, PA]]
        gap: 2
      - near: [build, [relationship, bond]]
        gap: 8
        within: sentence
      - all: [school, move]
        within: paragraph
      - any: [stick with me, "stay* in my life"]
      - regex: "(?:PA|personal advis[eo]r)s?"
        case: exact
      - phrase: SEND
        case: exact
        unless:
          contained_in: [SEND tribunal]
          before: [near]
          after:
            - seq: [a, [letter, card]]
              gap: 1
    unless: [trust fund, near: [NHS, trust]]
    examples:
      - text: "My PA is the only adult I trust."
        quote: the only adult I trust
      - text: "The Trust runs three hospitals."
        expect: none
      - text: She just got me.
        todo: needs more than words
    themes:
      - id: worker-turnover
        name: Changing workers
        negation: ignore
        rules: [new worker]
        examples:
          - text: Another new worker came.
  - id: family
    name: Family
    definition: Birth family and kin.
    speakers: {only: [young person, parent]}
    rules:
      - siblings
      - phrase: mum
        inflect: false
    examples:
      - text: I miss my siblings.
retired:
  - {id: churn, since: 2.0.0, merged_into: relationships/worker-turnover}
changes:
  - version: 2.0.0
    date: 2026-11-21
    note: Churn is now part of changing workers
  - {version: 1.0.0, date: 2026-09-01, note: First release}
`

/** Parses with the real engine for regular expressions. */
export function parse(yaml: string): Promise<Checked<Codebook | undefined>> {
  return parseCodebook(yaml, 'book.yaml', { regexProblem })
}

/** The codebook of a text that has no error. */
export async function codebookOf(yaml: string): Promise<Codebook> {
  const { value, diagnostics } = await parse(yaml)
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 2))
  return value
}

/** One theme with these rules, each line indented below \`rules:\` (line 6). */
export function withRules(lines: string): string {
  const indented = lines.split('\n').map((line) => `      ${line}`)
  return `codebook: small\nversion: 1.0.0\nthemes:\n  - id: one\n    name: One\n    rules:\n${indented.join('\n')}\n`
}

/** Problems as \`line:column severity id\`. */
export async function brief(yaml: string): Promise<readonly string[]> {
  return (await parse(yaml)).diagnostics.map(
    ({ line, column, severity, id }) => `${line}:${column} ${severity} ${id}`,
  )
}
