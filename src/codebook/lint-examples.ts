import type { Example, Theme } from '../types.ts'
import { errorAt, type Finding, warningAt } from './findings.ts'
import { quoted } from './tree.ts'

/** Examples that contradict each other, repeat each other, or quote what they do not say. */
export function lintExamples(themes: readonly Theme[]): readonly Finding[] {
  return [...themes.flatMap(lintQuotes), ...lintRepeats(themes)]
}

function lintQuotes(theme: Theme): readonly Finding[] {
  const findings: Finding[] = []
  for (const example of theme.examples) {
    if (example.quote === undefined) continue
    if (!example.expected) {
      const message =
        'This example must not be coded, so it has no quote. Delete `quote`, or `expect: none`.'
      findings.push(errorAt(example, 'useless-quote', message))
    } else if (!example.text.includes(example.quote)) {
      const message = `The quote ${quoted(example.quote)} does not stand in the text of the example. Copy it letter by letter.`
      findings.push(errorAt(example, 'quote-not-in-text', message))
    }
  }
  return findings
}

/** An example and its theme. */
interface Case {
  readonly example: Example
  readonly theme: string
}

function lintRepeats(themes: readonly Theme[]): readonly Finding[] {
  const casesByText = new Map<string, Case[]>()
  const findings: Finding[] = []
  for (const theme of themes) {
    for (const example of theme.examples) {
      const text = example.text.replace(SPACES, ' ').trim()
      const earlier = casesByText.get(text) ?? []
      const finding = repeatFinding({ example, theme: theme.id }, earlier)
      if (finding !== undefined) findings.push(finding)
      casesByText.set(text, [...earlier, { example, theme: theme.id }])
    }
  }
  return findings
}

/** One or more of any white space. */
const SPACES = /\s+/gu

/**
 * The same text may be an example of several themes, and of no other. But a child theme implies its
 * parent, so a text cannot belong to the child and not to the parent.
 */
function repeatFinding(current: Case, earlier: readonly Case[]): Finding | undefined {
  const { example, theme } = current
  const opposite = earlier.find((other) => contradict(current, other) || contradict(other, current))
  if (opposite !== undefined) {
    const message = `This text is expected ${expectation(current)}, and on line ${opposite.example.line} ${expectation(opposite)}. Both cannot be; decide and delete one.`
    return errorAt(example, 'contradictory-examples', message)
  }
  const twin = earlier.find((other) => other.theme === theme)
  if (twin === undefined) return undefined
  const message = `This example is the same as the one on line ${twin.example.line}. Delete one of the two.`
  return warningAt(example, 'duplicate-example', message)
}

function contradict(expected: Case, not: Case): boolean {
  if (!expected.example.expected || not.example.expected) return false
  return `${expected.theme}/`.startsWith(`${not.theme}/`)
}

function expectation({ example, theme }: Case): string {
  return example.expected ? `to receive ${quoted(theme)}` : `not to receive ${quoted(theme)}`
}
