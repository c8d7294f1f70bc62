/**
 * CodedSegments → what each rule and each theme does in a corpus.
 *
 * A theme counts here with its own rules only: what the themes below it find is theirs.
 */
import type { CodedSegment, Segment, SegmentMatch, ThemeCode } from '../types.ts'
import { type CaughtForm, type FormCounter, formCounter, formOf } from './rule-forms.ts'
import { type Spread, spreadCounter } from './spread-counts.ts'

/** What is to be looked at in a rule; none is an error by itself. */
export type RuleFlag = 'dead' | 'one-document' | 'redundant'

/** How often something else was found in the same segments. */
export interface Company {
  /** Index of the other theme or rule. */
  readonly index: number
  readonly segments: number
}

/** What one rule does. */
export interface RuleStatistics extends Readonly<Spread> {
  /** Index of its theme. */
  readonly theme: number
  /** Matches; one that reaches into several segments is one. */
  readonly matches: number
  readonly negated: number
  /** Segments that have the theme because of this rule alone. */
  readonly sole: number
  /** Other themes of the same segments, the most frequent first. */
  readonly overlap: readonly Company[]
  /** Other rules of its theme in the same segments, the most frequent first. */
  readonly alongside: readonly Company[]
  /** The most frequent first. */
  readonly forms: readonly CaughtForm[]
  readonly distinctForms: number
  /** Matches in forms that were not kept, because there were too many distinct ones. */
  readonly uncountedForms: number
  /** The only document with matches, where there is just one. */
  readonly onlyDocument: string | undefined
  readonly flags: readonly RuleFlag[]
}

/** What one theme does by its own rules. */
export interface ThemeStatistics extends Readonly<Spread> {
  readonly matches: number
  readonly negated: number
  /** Segments that have no other theme. */
  readonly sole: number
  readonly overlap: readonly Company[]
  readonly rules: number
  /** How many of its rules have each flag. */
  readonly flagged: Readonly<Record<RuleFlag, number>>
}

/** Everything that is known of the rules. */
export interface RuleReport {
  /** In the order of the codebook. */
  readonly rules: readonly RuleStatistics[]
  readonly themes: readonly ThemeStatistics[]
}

/** Takes coded segments, one document after another. */
export interface RuleCounter {
  beginDocument(id: string): void
  coded(coded: CodedSegment): void
  /** With at most so many forms for each rule. */
  report(forms: number): RuleReport
}

/** Matches that all come from one document are worth a flag from so many on. */
const MANY_MATCHES = 5

/** Counts of a rule or a theme while they grow. */
interface Counts {
  matches: number
  negated: number
  sole: number
  readonly overlap: Map<number, number>
}

interface RuleCounts extends Counts {
  readonly alongside: Map<number, number>
  readonly forms: FormCounter
  lastDocument: string
}

/** A counter; `themeOfRule` gives for each rule of the compiled codebook the index of its theme. */
export function ruleCounter(themeOfRule: readonly number[], themeCount: number): RuleCounter {
  const rules = themeOfRule.map(
    (): RuleCounts => ({
      ...emptyCounts(),
      alongside: new Map(),
      forms: formCounter(),
      lastDocument: '',
    }),
  )
  const themes = Array.from({ length: themeCount }, emptyCounts)
  const ruleSpread = spreadCounter(rules.length)
  const themeSpread = spreadCounter(themeCount)
  let document = ''
  let documents = 0

  function beginDocument(id: string): void {
    document = id
    documents += 1
    ruleSpread.beginDocument()
    themeSpread.beginDocument()
  }

  function coded({ segment, codes }: CodedSegment): void {
    for (const { theme, matches } of codes) {
      const counts = themes[theme]
      if (counts === undefined) continue
      themeSpread.add(theme, speakersOf(segment, matches))
      if (codes.length === 1) counts.sole += 1
      addOthers(counts.overlap, codes, theme)
      for (const match of matches) addMatch(counts, match)
      addRules(segment, codes, matches)
    }
  }

  function addRules(
    segment: Segment,
    codes: readonly ThemeCode[],
    matches: readonly SegmentMatch[],
  ): void {
    const byRule = new Map<number, SegmentMatch[]>()
    for (const match of matches) {
      const own = byRule.get(match.rule)
      if (own === undefined) byRule.set(match.rule, [match])
      else own.push(match)
    }
    for (const [rule, own] of byRule) {
      const counts = rules[rule]
      if (counts === undefined) continue
      ruleSpread.add(rule, speakersOf(segment, own))
      counts.lastDocument = document
      if (byRule.size === 1) counts.sole += 1
      for (const other of byRule.keys()) if (other !== rule) addOne(counts.alongside, other)
      addOthers(counts.overlap, codes, themeOfRule[rule] ?? -1)
      for (const match of own) {
        addMatch(counts, match)
        if (match.isCounted) counts.forms.add(formOf(segment.passage.text, match.parts))
      }
    }
  }

  function report(forms: number): RuleReport {
    const done = rules.map((counts, index): RuleStatistics => {
      const spread = ruleSpread.of(index)
      const { matches, negated, sole } = counts
      return {
        theme: themeOfRule[index] ?? 0,
        ...{ matches, negated, sole, ...spread },
        overlap: companyOf(counts.overlap),
        alongside: companyOf(counts.alongside),
        forms: counts.forms.most(forms),
        distinctForms: counts.forms.distinct(),
        uncountedForms: counts.forms.uncounted(),
        onlyDocument: spread.documents === 1 ? counts.lastDocument : undefined,
        flags: flagsOf({ ...spread, matches, sole }, documents),
      }
    })
    return { rules: done, themes: themes.map((counts, index) => themeReport(counts, index, done)) }
  }

  function themeReport(
    { matches, negated, sole, overlap }: Counts,
    theme: number,
    done: readonly RuleStatistics[],
  ): ThemeStatistics {
    const own = done.filter((rule) => rule.theme === theme)
    const withFlag = (flag: RuleFlag) => own.filter(({ flags }) => flags.includes(flag)).length
    return {
      ...{ matches, negated, sole, ...themeSpread.of(theme) },
      overlap: companyOf(overlap),
      rules: own.length,
      flagged: {
        dead: withFlag('dead'),
        'one-document': withFlag('one-document'),
        redundant: withFlag('redundant'),
      },
    }
  }

  return { beginDocument, coded, report }
}

function emptyCounts(): Counts {
  return { matches: 0, negated: 0, sole: 0, overlap: new Map() }
}

function addMatch(counts: Counts, { isCounted, negated }: SegmentMatch): void {
  if (!isCounted) return
  counts.matches += 1
  if (negated) counts.negated += 1
}

function addOthers(overlap: Map<number, number>, codes: readonly ThemeCode[], own: number): void {
  for (const { theme } of codes) if (theme !== own) addOne(overlap, theme)
}

function addOne(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The most frequent first, then in the order of the codebook. */
function companyOf(counts: ReadonlyMap<number, number>): readonly Company[] {
  return Array.from(counts, ([index, segments]) => ({ index, segments })).sort(
    (a, b) => b.segments - a.segments || a.index - b.index,
  )
}

function flagsOf(
  { matches, segments, documents, sole }: Spread & { matches: number; sole: number },
  allDocuments: number,
): readonly RuleFlag[] {
  if (segments === 0) return ['dead']
  const flags: RuleFlag[] = []
  if (matches >= MANY_MATCHES && documents === 1 && allDocuments > 1) flags.push('one-document')
  if (sole === 0) flags.push('redundant')
  return flags
}

/** Who says the matches of a segment. */
function speakersOf({ turn, turns }: Segment, matches: readonly SegmentMatch[]): readonly string[] {
  if (turns.length === 1) return [turn.speaker]
  return matches
    .flatMap(({ parts }) => parts)
    .map(({ start }) => turns.findLast(({ span }) => span.start <= start)?.speaker ?? turn.speaker)
}
