/**
 * What the codebook misses: words and phrases that stand out in segments without a theme.
 *
 * Uncoded speech is compared with coded speech by G² (keyness.ts). Words are grouped by the rule that
 * would find them; of a phrase and its words only what says most is kept; what one or two people
 * say often is left out. It is a list to read, not a test: with thousands of words some stand out
 * by chance.
 */
import { type Candidate, formsOfCandidate } from './candidate-table.ts'
import { chosen } from './missed-choice.ts'
import { isNameGroup } from './missed-names.ts'
import { type Counted, type MissedOptions, type Telling, tellingGroups } from './missed-telling.ts'
import { phraseOf } from './phrase-wording.ts'
import type { CaughtForm } from './rule-forms.ts'

/** A word or phrase that could become a rule. */
export interface MissedPhrase {
  /** As a rule would have it: `bus`, `foster carer`. */
  readonly phrase: string
  /** Occurrences in segments without a theme, and in those with one. */
  readonly uncoded: number
  readonly coded: number
  readonly g2: number
  /** Binary logarithm of the ratio of the relative frequencies. */
  readonly logRatio: number
  /** Documents and speakers of uncoded segments. */
  readonly documents: number
  readonly speakers: number
  /** DPnorm over the uncoded speech of documents; undefined where there is only one. */
  readonly dispersion: number | undefined
  /** Whether it is always written with a capital, or is somebody's label: a name, perhaps. */
  readonly isName: boolean
  /** As it was said, the most frequent first. */
  readonly forms: readonly CaughtForm[]
  /** Longer phrases with it that stand out as well, the most telling first. */
  readonly longer: readonly CaughtForm[]
  readonly members: readonly Candidate[]
}

/** Longer phrases that are shown beside a word. */
const MOST_LONGER = 3

/** The missed words and phrases, the most telling first; names last. */
export function missedPhrases(counted: Counted, options: MissedOptions): readonly MissedPhrase[] {
  const telling = tellingGroups(counted, options)
  return chosen(telling, counted, options).map(({ found, longer }) => ({
    ...describe(found, counted),
    longer: longer.slice(0, MOST_LONGER).map(({ group }) => ({
      form: phraseOf(group, counted.forms),
      count: group.uncoded,
    })),
  }))
}

function describe({ group, ...numbers }: Telling, counted: Counted): Omit<MissedPhrase, 'longer'> {
  const { forms } = counted
  const said = group.members
    .filter(({ uncoded }) => uncoded > 0)
    .map((member) => ({
      form: formsOfCandidate(member).map(forms.text).join(' '),
      count: member.uncoded,
    }))
    .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1))
  return {
    phrase: phraseOf(group, forms),
    uncoded: group.uncoded,
    coded: group.coded,
    ...numbers,
    isName: isNameGroup(group, counted),
    forms: said,
    members: group.members,
  }
}
