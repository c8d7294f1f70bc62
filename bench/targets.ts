/** What issue by issue was promised about speed, against what a run of the benchmark measured. */
import { type Figure, shown, type Target } from './report.ts'

/** What the targets are judged by. */
export interface Results {
  readonly figures: readonly Figure[]
  /** How many times the throughput of the natural pipeline, by number of rules. */
  readonly timesNatural: ReadonlyMap<number, number>
  readonly checks: readonly Target[]
}

/** All targets, in the order of importance. */
export function targetsOf(results: Results): readonly Target[] {
  const peak = (corpus: string) =>
    figureOf(results, corpus, 'voices code, 200 rules')?.peakMegabytes
  return [
    ...RATIOS.map(({ corpus, rules, limit }) =>
      atMost(
        `${corpus}, ${rules}: time ÷ \`wc -w\``,
        limit,
        figureOf(results, corpus, `voices code, ${rules}`)?.timesBase,
      ),
    ),
    atLeast('10 MB, 200 rules: throughput ÷ natural', 50, results.timesNatural.get(200)),
    atLeast('10 MB, 2,000 rules: throughput ÷ natural', 50, results.timesNatural.get(2_000)),
    ...['10 MB', '100 MB'].map((corpus) =>
      atMost(
        `${corpus}: 2,000 rules ÷ 200 rules with the same matches`,
        1.3,
        sameMatches(results, corpus),
      ),
    ),
    ...['100 MB', '1 GB', 'one file of 500 MB'].map((corpus) =>
      atMost(`${corpus}, 200 rules: peak MB`, 150, peak(corpus)),
    ),
    atMost(
      '`voices --help` ÷ `node -e 0`',
      1.3,
      figureOf(results, 'start', 'voices --help')?.timesBase,
    ),
    atMost(
      '`voices code` on five small files ÷ `node -e 0`',
      2.5,
      figureOf(results, 'start', 'voices code, care-review')?.timesBase,
    ),
    ...results.checks,
  ]
}

const RATIOS = [
  { corpus: '100 MB', rules: '200 rules', limit: 4 },
  { corpus: '100 MB', rules: '2,000 rules', limit: 6 },
  { corpus: '100 MB', rules: '20,000 rules', limit: 12 },
]

function figureOf({ figures }: Results, corpus: string, command: string): Figure | undefined {
  return figures.find((figure) => figure.corpus === corpus && figure.command === command)
}

function sameMatches(results: Results, corpus: string): number | undefined {
  const few = figureOf(results, corpus, 'voices code, 200 rules')?.timesBase
  const many = figureOf(results, corpus, 'voices code, 2,000 rules, same matches as 200')?.timesBase
  return few === undefined || many === undefined ? undefined : many / few
}

function atMost(what: string, limit: number, value: number | undefined): Target {
  return {
    what,
    limit: String(limit),
    measured: shown(value, 2),
    isReached: value === undefined ? undefined : value <= limit,
  }
}

function atLeast(what: string, limit: number, value: number | undefined): Target {
  return {
    what,
    limit: `at least ${limit}`,
    measured: shown(value, 1),
    isReached: value === undefined ? undefined : value >= limit,
  }
}
