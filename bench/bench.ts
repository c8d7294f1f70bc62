/**
 * `npm run bench`: makes the corpora and codebooks, runs voices and its peers on the same files in
 * turn, and prints one table and what of the promises was reached. `bench/README.md` says how to
 * read it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BenchCodebook, type BenchCodebooks, writeCodebooks } from './codebooks.ts'
import { type Corpus, corpusOf, singleFile } from './corpus.ts'
import { examplesCodebook } from './examples.ts'
import { formatFiles, manyAnswers } from './formats.ts'
import { interleaved, type Job } from './measure.ts'
import { grep, isInstalled, naturalPipeline, ripgrep, wordCount } from './peers.ts'
import {
  type Comparison,
  type Figure,
  figuresOf,
  figureTable,
  type Target,
  targetTable,
} from './report.ts'
import { targetsOf } from './targets.ts'
import { type Coded, codeJob, readJob, smallestFiles } from './voices-jobs.ts'

const CARE_REVIEW = { name: 'care-review', path: resolve('codebooks/care-review.yaml') }
/** Commands that take longer are stopped: the peers at 2,000 rules, mostly. */
const LIMIT_SECONDS = 900
const PEER_SECONDS = 120
const START_RUNS = 20

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    program: { type: 'string', default: 'bin/voices.js' },
    json: { type: 'string' },
  },
})
const program = resolve(options.program)
const folder = resolve('bench/corpora')
const scratch = mkdtempSync(join(tmpdir(), 'voices-bench-'))
const coded = new Map<string, Coded>()
const natural = new Map<string, { rules: number; megabytesPerSecond: number; share: number }>()

try {
  bench()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function bench(): void {
  mkdirSync(folder, { recursive: true })
  note('making corpora and codebooks')
  const books = writeCodebooks(join(folder, 'codebooks'))
  const comparisons = [startUp(books), examples(), small(books)]
  if (!options.quick) comparisons.push(middle(books), reading(), answers(books))
  if (options.large) comparisons.push(large(books), single(books))
  const figures = comparisons.flatMap((comparison) => figuresOf(comparison))
  const targets = targetsOf({ figures, timesNatural: timesNatural(figures), checks: checks() })
  process.stdout.write(
    `${heading()}\n${figureTable(figures)}\n${remarks()}\n${targetTable(targets)}`,
  )
  if (options.json !== undefined) {
    writeFileSync(
      options.json,
      `${JSON.stringify({ figures, coded: Object.fromEntries(coded), targets }, undefined, 2)}\n`,
    )
  }
}

function startUp(books: BenchCodebooks): Comparison {
  const files = smallestFiles('fixtures/transcripts', 5)
  const node = (name: string, ...args: string[]): Job => ({
    name,
    command: process.execPath,
    args,
    bytes: 0,
  })
  const code = (path: string) => [
    program,
    'code',
    ...files,
    '--codebook',
    path,
    '--out',
    join(scratch, 'few'),
  ]
  const jobs = [
    node('node -e 0', '-e', '0'),
    node('voices --help', program, '--help'),
    node('voices code, care-review', ...code(CARE_REVIEW.path)),
    node('voices code, 200 rules', ...code(books.small.path)),
  ]
  return compare('start', jobs, START_RUNS)
}

/** Ten thousand examples of a codebook, run as tests. */
function examples(): Comparison {
  const path = examplesCodebook(join(folder, 'codebooks'), 10_000)
  const node = (name: string, ...args: string[]): Job => ({
    name,
    command: process.execPath,
    args,
    bytes: 0,
  })
  const jobs = [
    node('node -e 0', '-e', '0'),
    node('voices test, care-review', program, 'test', CARE_REVIEW.path),
    node('voices test, 10,000 examples', program, 'test', path),
  ]
  return compare('examples', jobs, runs())
}

function small(books: BenchCodebooks): Comparison {
  const corpus = corpusOf(folder, '10 MB')
  const peers = [books.small, books.middle].flatMap((book) => [
    naturalPipeline(corpus, book, {
      program: resolve('build/natural-pipeline.js'),
      scratch,
      limitSeconds: PEER_SECONDS,
      done: (_, { bytes, seconds }) =>
        natural.set(book.name, {
          rules: book.rules,
          megabytesPerSecond: bytes / 1e6 / seconds,
          share: bytes / corpus.bytes,
        }),
    }),
    ...(isInstalled('rg') ? [ripgrep(corpus, book, scratch)] : []),
    ...(isInstalled('grep') && book === books.small ? [grep(corpus, book, scratch)] : []),
  ])
  return compare(corpus.name, [...ownJobs(corpus, books), ...peers], runs())
}

function middle(books: BenchCodebooks): Comparison {
  const corpus = corpusOf(folder, '100 MB')
  const peers = isInstalled('rg') ? [ripgrep(corpus, books.small, scratch)] : []
  return compare(corpus.name, [...ownJobs(corpus, books), ...peers], runs())
}

/** What each reader costs: the same speech in every format. */
function reading(): Comparison {
  const files = formatFiles(join(folder, 'formats'), 5)
  const jobs = files.map(({ reader, path, speechBytes }) =>
    named(readJob({ path, bytes: speechBytes }, 'text', program), `voices text, ${reader}`),
  )
  return compare('5 MB of speech in each format', jobs, runs())
}

/** A survey with a million answers. */
function answers(books: BenchCodebooks): Comparison {
  const { path, bytes } = manyAnswers(join(folder, 'formats'), 1_000_000)
  const corpus: Corpus = { name: 'a million answers', path, files: [path], bytes }
  const jobs = [wordCount(corpus), readJob(corpus, 'text', program), code(corpus, books.small)]
  return compare(corpus.name, jobs, 1)
}

function named(job: Job, name: string): Job {
  return { ...job, name }
}

function large(books: BenchCodebooks): Comparison {
  const corpus = corpusOf(folder, '1 GB')
  return compare(
    corpus.name,
    [wordCount(corpus), code(corpus, books.small), code(corpus, books.small, 2)],
    1,
  )
}

function single(books: BenchCodebooks): Comparison {
  const corpus = singleFile(folder, 500)
  return compare(
    corpus.name,
    [wordCount(corpus), code(corpus, books.small), readJob(corpus, 'text', program)],
    1,
  )
}

function ownJobs(corpus: Corpus, books: BenchCodebooks): readonly Job[] {
  return [
    wordCount(corpus),
    code(corpus, books.small),
    code(corpus, books.small, 2),
    code(corpus, books.idle),
    code(corpus, books.middle),
    { ...code(corpus, books.large), most: 1 },
    code(corpus, CARE_REVIEW),
    readJob(corpus, 'text', program),
    readJob(corpus, 'inspect', program),
  ]
}

function code(corpus: Corpus, book: BenchCodebook | typeof CARE_REVIEW, workers = 1): Job {
  const done = (result: Coded) => coded.set(`${corpus.name}, ${book.name}, ${workers}`, result)
  return codeJob(corpus, { program, book, workers, scratch, done })
}

function compare(corpus: string, jobs: readonly Job[], rounds: number): Comparison {
  const progress = (text: string) => note(`${corpus}: ${text}`)
  const measured = interleaved(jobs, { rounds, limitSeconds: LIMIT_SECONDS, scratch, progress })
  return { corpus, measured, base: measured[0] }
}

function timesNatural(figures: readonly Figure[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (const [name, { rules, megabytesPerSecond }] of natural) {
    const own = figures.find(
      (figure) => figure.corpus === '10 MB' && figure.command === `voices code, ${name}`,
    )
    if (own?.megabytesPerSecond !== undefined)
      times.set(rules, own.megabytesPerSecond / megabytesPerSecond)
  }
  return times
}

/** Whether what must be the same is the same. */
function checks(): readonly Target[] {
  return ['10 MB', '100 MB', '1 GB'].flatMap((corpus) => [
    same(
      `${corpus}: 1 and 2 workers give the same bytes`,
      `${corpus}, 200 rules, 1`,
      `${corpus}, 200 rules, 2`,
    ),
    same(
      `${corpus}: 1,800 idle rules change no byte`,
      `${corpus}, 200 rules, 1`,
      `${corpus}, 2,000 rules, same matches as 200, 1`,
    ),
  ])
}

function same(what: string, one: string, other: string): Target {
  const [a, b] = [coded.get(one)?.sha256, coded.get(other)?.sha256]
  const isReached = a === undefined || b === undefined ? undefined : a === b
  return {
    what,
    limit: 'same',
    measured: isReached === undefined ? '–' : isReached ? 'same' : 'different',
    isReached,
  }
}

function heading(): string {
  const [cpu] = cpus()
  return `Node ${process.version}, ${availableParallelism()} × ${cpu?.model ?? 'unknown processor'}. Medians; × base: median ratio to the first command of the same corpus in the same round.\n`
}

function remarks(): string {
  const lines = [...coded].map(([name, { segments, codedSegments, csvBytes }]) => {
    const share = ((100 * codedSegments) / segments).toFixed(0)
    return `- ${name} worker(s): ${share} % of ${segments.toLocaleString('en-GB')} sentences coded, segments.csv ${(csvBytes / 1e6).toFixed(1)} MB`
  })
  const parts = [...natural].map(
    ([name, { megabytesPerSecond, share }]) =>
      `- natural + RegExp, ${name}: ${megabytesPerSecond.toFixed(2)} MB/s over ${(100 * share).toFixed(0)} % of the files${share < 0.999 ? `, stopped after ${PEER_SECONDS} s: its row in the table is not the time of the whole` : ''}`,
  )
  return `${[...lines, ...parts].join('\n')}\n`
}

function runs(): number {
  return Math.max(1, Number.parseInt(options.runs, 10) || 1)
}

function note(text: string): void {
  process.stderr.write(`bench: ${text}\n`)
}
