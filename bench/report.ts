/** The benchmark's table and its verdicts, as Markdown. */
import { type Measured, median, medianRatio, medianSeconds } from './measure.ts'

/** A comparison: jobs on one corpus, run in turn. */
export interface Comparison {
  readonly corpus: string
  readonly measured: readonly Measured[]
  /** The job to which the others are compared. */
  readonly base: Measured | undefined
}

/** A row of the table, as numbers. */
export interface Figure {
  readonly corpus: string
  readonly command: string
  readonly runs: number
  readonly seconds: number | undefined
  readonly cpuSeconds: number | undefined
  readonly megabytesPerSecond: number | undefined
  readonly peakMegabytes: number | undefined
  /** Wall time divided by that of the base in the same round; likewise the processors' time. */
  readonly timesBase: number | undefined
  readonly cpuTimesBase: number | undefined
}

/** What the project promised, and what came out. */
export interface Target {
  readonly what: string
  readonly limit: string
  readonly measured: string
  /** Undefined where it was not measured this time. */
  readonly isReached: boolean | undefined
}

/** The figures of a comparison. */
export function figuresOf({ corpus, measured, base }: Comparison): readonly Figure[] {
  return measured.map((one) => {
    const seconds = medianSeconds(one)
    return {
      corpus,
      command: one.job.name,
      runs: one.runs.length,
      seconds,
      cpuSeconds: median(one.runs.map((run) => run.cpuSeconds)),
      megabytesPerSecond: seconds === undefined ? undefined : one.job.bytes / 1e6 / seconds,
      peakMegabytes: largest(one.runs.map(({ peakMegabytes }) => peakMegabytes)),
      timesBase: base === undefined ? undefined : medianRatio(one, base, 'seconds'),
      cpuTimesBase: base === undefined ? undefined : medianRatio(one, base, 'cpuSeconds'),
    }
  })
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

/** The table of all figures. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.corpus,
    figure.command,
    String(figure.runs),
    figure.seconds === undefined ? 'stopped' : figure.seconds.toFixed(3),
    shown(figure.cpuSeconds, 2),
    shown(figure.megabytesPerSecond, 1),
    shown(figure.peakMegabytes, 0),
    shown(figure.timesBase, 2),
    shown(figure.cpuTimesBase, 2),
  ])
  return table(
    ['corpus', 'command', 'runs', 'seconds', 'cpu s', 'MB/s', 'peak MB', '× base', 'cpu × base'],
    rows,
  )
}

/** The promises, each reached or missed. */
export function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ what, limit, measured, isReached }) => [
    what,
    limit,
    measured,
    isReached === undefined ? 'not measured' : isReached ? 'reached' : '**missed**',
  ])
  return table(['target', 'at most', 'measured', ''], rows)
}

/** A number with so many decimals, or a dash. */
export function shown(value: number | undefined, decimals: number): string {
  return value === undefined ? '–' : value.toFixed(decimals)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length), cell.length, 3),
  )
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return `${[line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n')}\n`
}
