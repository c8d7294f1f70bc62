/**
 * Text and rules → what was found, written as one line a match, through the real path: codebook,
 * compiler, coder, and the explanation that must agree with it.
 */
import { expect, test } from 'vitest'
import { matchedText } from '../src/analyse/segment-rows.ts'
import { type CodingOptions, passageCoder } from '../src/code/code-passage.ts'
import { passageOf } from '../src/code/code-text.ts'
import { groundOf } from '../src/code/ground.ts'
import { parseCodebook } from '../src/codebook/parse.ts'
import { markSpans } from '../src/ingest/marks.ts'
import { compile, type Matcher } from '../src/match/compile.ts'
import { candidates, type Verdict } from '../src/match/explain.ts'
import { compileRegex, regexProblem } from '../src/match/linear-regex.ts'
import { loadStemmer } from '../src/match/stem.ts'
import type { Codebook, CodedSegment, LineBreaks, Passage, Turn, Unit } from '../src/types.ts'

const stem = await loadStemmer()

/** A codebook of themes written as YAML maps, each with its `id`. */
export async function codebookOf(themes: readonly string[], defaults = '{}'): Promise<Codebook> {
  const lines = ['codebook: test', 'version: 1.0.0', `defaults: ${defaults}`, 'themes:']
  const text = [...lines, ...themes.map((theme) => `  - ${theme}`), ''].join('\n')
  const { value, diagnostics } = await parseCodebook(text, 'codebook.yaml', { regexProblem })
  if (value !== undefined) return value
  throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
}

/** A codebook compiled with every engine there is. */
export function matcherOf(codebook: Codebook, unit: Unit = codebook.unit): Matcher {
  return compile(codebook, unit, { stem, regex: compileRegex })
}

/** A text by one speaker, its marks such as `[laughs]` taken for silent. */
export function speech(text: string, lineBreaks: LineBreaks = 'wrapped'): Passage {
  const passage = passageOf(text, 'text')
  const silent = [...markSpans(text)].sort((a, b) => a.start - b.start)
  return { ...passage, silent, document: { ...passage.document, lineBreaks } }
}

/** Turns written as `role: what is said`; the role is the speaker's label, too. */
export function talk(...turns: readonly string[]): Passage {
  const text = turns.join('\n')
  let start = 0
  const read = turns.map((line): Turn => {
    const role = line.slice(0, line.indexOf(':'))
    const span = { start: start + role.length + 2, end: start + line.length }
    start += line.length + 1
    return { span, speaker: role, role, timeStart: undefined, timeEnd: undefined }
  })
  return { ...speech(text), turns: read }
}

/** Coded segments of a passage, and the number of words of every segment that could be coded. */
export function codePassage(
  matcher: Matcher,
  passage: Passage,
  options: CodingOptions,
): { readonly coded: readonly CodedSegment[]; readonly words: readonly number[] } {
  const coded: CodedSegment[] = []
  const words: number[] = []
  passageCoder(matcher, options).code(passage, {
    begin() {},
    speaker() {},
    segment: (_speaker, count) => words.push(count),
    coded: (segment) => coded.push(segment),
  })
  return { coded, words }
}

/** How a table's text is read. */
export interface Reading {
  readonly unit?: Unit
  readonly defaults?: string
}

/**
 * What the rules of one theme, a YAML list, find: matches that count in order, then those that were
 * dropped: `trust: “trusted” [negated]`, `trust: “Trust” [dropped: excepted]`.
 */
export async function found(
  rules: string,
  text: string | Passage,
  reading: Reading = {},
): Promise<readonly string[]> {
  return foundBy(`{id: theme, rules: ${rules}}`, text, reading)
}

/** The same for a theme that is written as a YAML map. */
export async function foundBy(
  theme: string,
  text: string | Passage,
  { unit = 'sentence', defaults = '{}' }: Reading = {},
): Promise<readonly string[]> {
  const codebook = await codebookOf([theme], defaults)
  const matcher = matcherOf(codebook, unit)
  const passage = typeof text === 'string' ? speech(text) : text
  const excludedRoles = new Set(codebook.excludedRoles)
  const { coded } = codePassage(matcher, passage, { unit, excludedRoles })
  const kept = coded.flatMap((segment) => linesOf(segment, matcher))
  return [...kept, ...droppedLines(matcher, passage, unit)]
}

function linesOf({ segment, codes }: CodedSegment, matcher: Matcher): readonly string[] {
  const { text } = segment.passage
  return codes.flatMap(({ matches }) =>
    matches.map((match) => {
      const id = matcher.rules[match.rule]?.rule.id
      return `${id}: “${matchedText(text, match)}”${match.negated ? ' [negated]' : ''}`
    }),
  )
}

const KEPT: ReadonlySet<Verdict> = new Set(['kept', 'negated'])

function droppedLines(matcher: Matcher, passage: Passage, unit: Unit): readonly string[] {
  const excludedRoles = new Set(matcher.codebook.excludedRoles)
  const { ground, scopes } = groundOf(passage, { matcher, unit, excludedRoles })
  const { starts, ends } = ground.words
  return candidates(ground, matcher, scopes)
    .filter(({ verdict }) => !KEPT.has(verdict))
    .map(({ rule, words, verdict }) => {
      const text = passage.text.slice(starts[words.first], ends[words.end - 1])
      return `${matcher.rules[rule]?.rule.id}: “${text}” [dropped: ${verdict}]`
    })
}

/** A case: what it is about, the rules as a YAML list, the text, and the lines of `found`. */
export type Row = readonly [
  name: string,
  rules: string,
  text: string | Passage,
  ...expected: string[],
]

/** A test for each row of a table. */
export function check(rows: readonly Row[], reading?: Reading): void {
  for (const [name, rules, text, ...expected] of rows) {
    test(name, async () => {
      expect(await found(rules, text, reading)).toEqual(expected)
    })
  }
}
