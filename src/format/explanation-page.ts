/** What `voices explain` prints for people. */
import type { ChalkInstance } from 'chalk'
import type { Codebook } from '../types.ts'
import { withoutControls } from './diagnostics.ts'

/** Everything there is to say of one segment. */
export interface SegmentExplanation {
  readonly document: string
  /** Code points of the document, 0-based, half-open. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly candidates: readonly {
    readonly theme: string
    readonly rule: string
    readonly matched: string
    readonly verdict:
      | 'kept'
      | 'negated'
      | 'excepted'
      | 'negation-excluded'
      | 'not-negated'
      | 'wrong-speaker'
    /** Role of whoever says it. */
    readonly role: string
  }[]
  readonly near: readonly {
    readonly theme: string
    readonly rule: string
    readonly missing: readonly string[]
    readonly present: readonly string[]
  }[]
}

/** How the page is written. */
export interface ExplanationStyle {
  readonly codebook: Codebook
  readonly showsAll: boolean
  readonly chalk: ChalkInstance
}

const MOST_NEAR = 5

const VERDICTS = {
  kept: 'kept',
  negated: 'kept, and flagged as negated: a negation cue stands before it in its clause',
  excepted: 'dropped: it stands in a context that `unless` names',
  'negation-excluded': 'dropped: it is negated, and the rule says `negation: exclude`',
  'not-negated': 'dropped: it is not negated, and the rule says `negation: only`',
  'wrong-speaker': 'dropped: the rule does not count in the speech of',
} as const

/** A block for each segment: its text, its candidates by theme, and the rules that came near. */
export function explanationPage(
  explained: readonly SegmentExplanation[],
  style: ExplanationStyle,
): string {
  if (explained.length === 0) return 'There are no words here that could be coded.\n'
  return `${explained.map((one) => block(one, style).join('\n')).join('\n\n')}\n`
}

function block(one: SegmentExplanation, style: ExplanationStyle): readonly string[] {
  const { chalk } = style
  const themes = [...new Set(one.candidates.map(({ theme }) => theme))]
  return [
    `${chalk.bold(flat(one.text))}`,
    chalk.dim(`${flat(one.document)}:${one.start}-${one.end}`),
    ...(themes.length === 0
      ? ['  No rule was found here.']
      : themes.flatMap((theme) => themeLines(theme, one, style))),
    ...nearLines(one, style),
  ]
}

function flat(text: string): string {
  return withoutControls(text.replace(SPACES, ' '))
}

/** Runs of white space. */
const SPACES = /\s+/gu

function themeLines(
  theme: string,
  one: SegmentExplanation,
  { codebook, chalk }: ExplanationStyle,
): readonly string[] {
  const own = one.candidates.filter((candidate) => candidate.theme === theme)
  const isCoded = own.some(({ verdict }) => verdict === 'kept' || verdict === 'negated')
  const name = codebook.themes.find(({ id }) => id === theme)?.name ?? ''
  return [
    `  ${isCoded ? chalk.green('coded') : chalk.yellow('not coded')}  ${theme}  ${chalk.dim(name)}`,
    ...own.map(
      ({ rule, matched, verdict, role }) =>
        `    “${flat(matched)}” by rule ${rule}: ${verdictText(verdict, role)}`,
    ),
  ]
}

function verdictText(verdict: keyof typeof VERDICTS, role: string): string {
  if (verdict !== 'wrong-speaker') return VERDICTS[verdict]
  const whose = role === 'unknown' ? 'a speaker of unknown role' : `the role ${flat(role)}`
  return `${VERDICTS[verdict]} ${whose}`
}

function nearLines(
  { near }: SegmentExplanation,
  { showsAll, chalk }: ExplanationStyle,
): readonly string[] {
  if (near.length === 0) return []
  const shown = showsAll ? near : near.slice(0, MOST_NEAR)
  const more = near.length - shown.length
  return [
    chalk.dim('  came near'),
    ...shown.map(({ theme, rule, missing, present }) => {
      const why =
        missing.length > 0
          ? `has ${present.join(', ')}; lacks ${missing.join(', ')}`
          : 'has every part, but too far apart or in another order'
      return `    ${theme}, rule ${rule}: ${why}`
    }),
    ...(more > 0 ? [`    and ${more} more; --all shows them`] : []),
  ]
}
