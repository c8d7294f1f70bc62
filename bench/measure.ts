/** Runs commands as child processes and says how long they took and how much memory they held. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command of the comparison. */
export interface Job {
  /** For the table, for example `voices code, 200 rules`. */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Bytes of text that it reads. */
  readonly bytes: number
  /** Most runs, where they take long. */
  readonly most?: number
  /** Called after each run, outside the measured time, with what it printed. */
  readonly after?: (printed: string) => void
}

/** One run of a job. */
export interface Run {
  /** Wall time; undefined where it was stopped for taking too long. */
  readonly seconds: number | undefined
  /** Time of all processors. */
  readonly cpuSeconds: number | undefined
  /** Largest resident set, in MB of a million bytes. */
  readonly peakMegabytes: number | undefined
}

/** A job and its runs, in the order of the rounds. */
export interface Measured {
  readonly job: Job
  readonly runs: readonly Run[]
}

/** How to run the jobs of a comparison. */
export interface Rounds {
  readonly rounds: number
  /** A job that takes longer is stopped, and not run again. */
  readonly limitSeconds: number
  readonly scratch: string
  readonly progress: (text: string) => void
}

/** Runs all jobs once, then all again, so that noise of the machine meets every job alike. */
export function interleaved(jobs: readonly Job[], options: Rounds): readonly Measured[] {
  const runs = jobs.map((): Run[] => [])
  for (let round = 0; round < options.rounds; round += 1) {
    for (const [number, job] of jobs.entries()) {
      const done = runs[number] ?? []
      const isStopped = done.some(({ seconds }) => seconds === undefined)
      if (isStopped || done.length >= (job.most ?? options.rounds)) continue
      options.progress(`${job.name}, run ${round + 1}`)
      done.push(runOnce(job, options))
    }
  }
  return jobs.map((job, number) => ({ job, runs: runs[number] ?? [] }))
}

const GNU_TIME = '/usr/bin/time'

function runOnce({ name, command, args, after }: Job, { limitSeconds, scratch }: Rounds): Run {
  const usage = join(scratch, 'usage')
  const limited = ['timeout', String(limitSeconds), command, ...args]
  const line = existsSync(GNU_TIME)
    ? [GNU_TIME, '-q', '-o', usage, '-f', '%M %U %S', ...limited]
    : limited
  const start = process.hrtime.bigint()
  const { status, stdout, stderr, error } = spawnSync(line[0] ?? command, line.slice(1), {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (error !== undefined) throw error
  if (status === TIMED_OUT)
    return { seconds: undefined, cpuSeconds: undefined, peakMegabytes: undefined }
  if (status !== 0)
    throw new Error(`${name} ended with ${status}: ${stderr}${stdout.slice(0, 2000)}`)
  after?.(stdout)
  return { seconds, ...usageIn(usage) }
}

/** Exit code of `timeout` where it had to stop the command. */
const TIMED_OUT = 124

function usageIn(path: string): Pick<Run, 'cpuSeconds' | 'peakMegabytes'> {
  if (!existsSync(path)) return { cpuSeconds: undefined, peakMegabytes: undefined }
  const [kilobytes = 0, user = 0, system = 0] = readFileSync(path, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
  return { cpuSeconds: user + system, peakMegabytes: (kilobytes * 1024) / 1e6 }
}

/** Median wall time; undefined where a run was stopped or there was none. */
export function medianSeconds({ runs }: Measured): number | undefined {
  return median(runs.map(({ seconds }) => seconds))
}

/** Median over rounds of the time of one job divided by that of another in the same round. */
export function medianRatio(
  job: Measured,
  base: Measured,
  time: 'seconds' | 'cpuSeconds',
): number | undefined {
  const known = job.runs.slice(0, base.runs.length)
  return median(
    known.map((run, round) => {
      const [own, other] = [run[time], base.runs[round]?.[time]]
      return own === undefined || other === undefined ? undefined : own / other
    }),
  )
}

/** The median; undefined where a value is, or where there is none. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0 || known.length < values.length) return undefined
  const sorted = known.sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
