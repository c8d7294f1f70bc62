/** The codebook's own tests: every example must receive its theme, every `expect: none` must not. */
import { textCoder } from '../code/code-text.ts'
import type { Matcher } from '../match/compile.ts'
import type { Diagnostic, Example, Theme, Unit } from '../types.ts'
import {
  type Complaint,
  type FoundMatch,
  liesIn,
  matchesIn,
  type Outcome,
  outcomeOf,
  shortHash,
  shownText,
  subtreeEnd,
  type TestResult,
  TODO_PASSES,
} from './verdict.ts'

/** An example and the theme that it belongs to. */
export interface ExampleTest {
  readonly theme: Theme
  /** Number among the examples of the theme, 1-based. */
  readonly number: number
  readonly example: Example
  /** What is wrong with what was found in its text, if anything. */
  readonly judge: (found: readonly FoundMatch[]) => Complaint | undefined
}

/** How an example came out. */
export interface ExampleResult extends Pick<ExampleTest, 'theme' | 'number' | 'example'> {
  readonly outcome: Outcome
  /** What went wrong; undefined where nothing did. */
  readonly complaint: Complaint | undefined
}

/** Every example of a compiled codebook, in the order of the file. */
export function exampleTests({ codebook, rules }: Matcher): readonly ExampleTest[] {
  const { themes } = codebook
  const nameOf = (rule: number) => rules[rule]?.rule.id ?? ''
  return themes.flatMap((theme, index) => {
    const end = subtreeEnd(themes, index)
    // The themes below a theme imply it.
    const own = (found: readonly FoundMatch[]) =>
      found.filter((match) => match.theme >= index && match.theme < end)
    return theme.examples.map((example, at) => ({
      theme,
      number: at + 1,
      example,
      judge: (found: readonly FoundMatch[]) =>
        example.expected
          ? missing(example, theme, own(found))
          : unwanted(example, { theme, nameOf }, own(found)),
    }))
  })
}

/** Runs every example of a compiled codebook, in the order of the file. */
export function runExamples(matcher: Matcher, unit: Unit): readonly ExampleResult[] {
  const coder = textCoder(matcher, unit)
  return exampleTests(matcher).map(({ theme, number, example, judge }) => {
    const complaint = judge(matchesIn(coder.code(example.text)))
    const outcome = outcomeOf(complaint !== undefined, example.todo)
    return { theme, number, example, outcome, complaint }
  })
}

/** Failed examples as diagnostics of the codebook. */
export function exampleDiagnostics(
  results: readonly ExampleResult[],
  path: string,
): readonly Diagnostic[] {
  return results.flatMap((result): readonly Diagnostic[] => {
    const { outcome, example, complaint } = result
    const place = { path, line: example.line, column: example.column }
    if (outcome === 'failed') {
      const message = complaint?.shown ?? ''
      return [{ severity: 'error', id: 'example-fails', message, ...place }]
    }
    if (outcome !== 'fixed') return []
    return [{ severity: 'warning', id: 'todo-passes', message: TODO_PASSES, ...place }]
  })
}

/** Examples among the other tests. */
export function exampleResults(
  results: readonly ExampleResult[],
  path: string,
): readonly TestResult[] {
  return results.map(({ theme, number, example, outcome, complaint }) => ({
    kind: 'example',
    suite: theme.id,
    name: `example ${number}${example.expected ? '' : ' (none)'}`,
    outcome,
    id: outcome === 'fixed' ? 'todo-passes' : 'example-fails',
    complaint,
    todo: example.todo,
    path,
    line: example.line,
    column: example.column,
    fingerprint: shortHash('example', theme.id, String(example.expected), example.text),
  }))
}

function unwanted(
  { text }: Example,
  { theme, nameOf }: { readonly theme: Theme; readonly nameOf: (rule: number) => string },
  [first]: readonly FoundMatch[],
): Complaint | undefined {
  if (first === undefined) return undefined
  const words = text.slice(first.start, first.end)
  const mend = 'Add the context to `unless`, or narrow the rule.'
  return {
    shown: `${shownText(text)} must not receive ${theme.id}, but “${words}” gives it. ${mend}`,
    withheld: `The example must not receive ${theme.id}, but the rule ${nameOf(first.rule)} gives it. ${mend}`,
  }
}

function missing(
  { text, quote }: Example,
  theme: Theme,
  matches: readonly FoundMatch[],
): Complaint | undefined {
  if (matches.length === 0) {
    const rest = `must receive ${theme.id}, but no rule finds it. Add a rule, or mark the example \`todo\`.`
    return { shown: `${shownText(text)} ${rest}`, withheld: `The example ${rest}` }
  }
  if (quote === undefined || matches.some((match) => liesIn(text, quote, match))) return undefined
  return {
    shown: `${shownText(text)} receives ${theme.id}, but not from “${quote}”.`,
    withheld: `The example receives ${theme.id}, but not from its quote.`,
  }
}
