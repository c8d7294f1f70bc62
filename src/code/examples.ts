/** The codebook's own tests: every example must receive its theme, every `expect: none` must not. */
import type { Matcher } from '../match/compile.ts'
import type { CodedSegment, Diagnostic, Example, Span, Theme, Unit } from '../types.ts'
import { textCoder } from './code-text.ts'

/** How an example came out. */
export interface ExampleResult {
  readonly theme: Theme
  readonly example: Example
  /** `known-miss`: fails, and is marked `todo`; `fixed`: passes although it is marked `todo`. */
  readonly outcome: 'passed' | 'failed' | 'known-miss' | 'fixed'
  /** What went wrong, in a sentence; empty where nothing did. */
  readonly reason: string
}

/** Runs every example of a compiled codebook, in the order of the file. */
export function runExamples(matcher: Matcher, unit: Unit): readonly ExampleResult[] {
  const coder = textCoder(matcher, unit)
  const { themes } = matcher.codebook
  return themes.flatMap((theme, index) =>
    theme.examples.map((example) => {
      const coded = coder.code(example.text)
      const reason = problemOf(example, theme, matchesOf(coded, index, subtreeEnd(themes, index)))
      return { theme, example, outcome: outcomeOf(example, reason), reason }
    }),
  )
}

/** Failed examples as diagnostics of the codebook. */
export function exampleDiagnostics(
  results: readonly ExampleResult[],
  path: string,
): readonly Diagnostic[] {
  return results.flatMap((result): readonly Diagnostic[] => {
    const { outcome, example, reason } = result
    const place = { path, line: example.line, column: example.column }
    if (outcome === 'failed')
      return [{ severity: 'error', id: 'example-fails', message: reason, ...place }]
    if (outcome !== 'fixed') return []
    const message = 'This known miss is found now. Take `todo` away, so that it stays found.'
    return [{ severity: 'warning', id: 'todo-passes', message, ...place }]
  })
}

function outcomeOf({ todo }: Example, reason: string): ExampleResult['outcome'] {
  if (reason === '') return todo === undefined ? 'passed' : 'fixed'
  return todo === undefined ? 'failed' : 'known-miss'
}

interface FoundMatch extends Span {
  readonly rule: number
}

function problemOf(example: Example, theme: Theme, matches: readonly FoundMatch[]): string {
  const shown = `“${shorten(example.text)}”`
  if (!example.expected) {
    const [first] = matches
    if (first === undefined) return ''
    const words = example.text.slice(first.start, first.end)
    return `${shown} must not receive ${theme.id}, but “${words}” gives it. Add the context to \`unless\`, or narrow the rule.`
  }
  if (matches.length === 0) {
    return `${shown} must receive ${theme.id}, but no rule finds it. Add a rule, or mark the example \`todo\`.`
  }
  const { quote } = example
  if (quote === undefined || matches.some((match) => liesIn(example.text, quote, match))) return ''
  return `${shown} receives ${theme.id}, but not from “${quote}”.`
}

/** Whether a match lies in a quote, wherever in the text the quote stands. */
function liesIn(text: string, quote: string, match: Span): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (match.start >= at && match.end <= at + quote.length) return true
  }
  return false
}

/** Matches of a theme and of the themes below it, which imply it. */
function matchesOf(
  coded: readonly CodedSegment[],
  theme: number,
  end: number,
): readonly FoundMatch[] {
  return coded.flatMap(({ codes }) =>
    codes
      .filter((code) => code.theme >= theme && code.theme < end)
      .flatMap(({ matches }) => matches),
  )
}

function subtreeEnd(themes: readonly Theme[], index: number): number {
  const level = themes[index]?.level ?? 0
  let end = index + 1
  while (end < themes.length && (themes[end]?.level ?? 0) > level) end += 1
  return end
}

const LONGEST_SHOWN = 80

function shorten(text: string): string {
  const flat = text.replace(SPACES, ' ').trim()
  return flat.length <= LONGEST_SHOWN ? flat : `${flat.slice(0, LONGEST_SHOWN - 1).trimEnd()}…`
}

/** Runs of white space. */
const SPACES = /\s+/gu
