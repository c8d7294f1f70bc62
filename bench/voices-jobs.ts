/** `voices` as it is built, run as its users run it. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from './corpus.ts'
import type { Job } from './measure.ts'

/** What a run of `voices code` left behind. */
export interface Coded {
  /** SHA-256 of `segments.csv`. */
  readonly sha256: string
  readonly csvBytes: number
  readonly segments: number
  readonly codedSegments: number
}

/** How to code a corpus. */
export interface CodeOptions {
  /** `bin/voices.js`, or that of another build. */
  readonly program: string
  readonly book: { readonly name: string; readonly path: string }
  readonly workers: number
  readonly scratch: string
  readonly done: (coded: Coded) => void
}

/** `voices code` with every output written, into a folder that is then deleted. */
export function codeJob(
  { path, bytes }: Corpus,
  { program, book, workers, scratch, done }: CodeOptions,
): Job {
  const out = join(scratch, 'results')
  const many = workers === 1 ? '' : `, ${workers} workers`
  return {
    name: `voices code, ${book.name}${many}`,
    command: process.execPath,
    args: [
      program,
      'code',
      path,
      '--codebook',
      book.path,
      '--out',
      out,
      '--workers',
      String(workers),
    ],
    bytes,
    after() {
      done(resultsIn(out))
      rmSync(out, { recursive: true })
    },
  }
}

/** A command that only reads: `text` or `inspect`. */
export function readJob(
  { path, bytes }: Pick<Corpus, 'path' | 'bytes'>,
  command: 'text' | 'inspect',
  program: string,
): Job {
  const line = `${process.execPath} ${program} ${command} ${path} > /dev/null`
  return { name: `voices ${command}`, command: 'sh', args: ['-c', line], bytes }
}

function resultsIn(out: string): Coded {
  const record: { counts: { segments: number; coded_segments: number } } = JSON.parse(
    readFileSync(join(out, 'run.json'), 'utf8'),
  )
  const csv = join(out, 'segments.csv')
  return {
    sha256: hashOf(csv),
    csvBytes: statSync(csv).size,
    segments: record.counts.segments,
    codedSegments: record.counts.coded_segments,
  }
}

function hashOf(path: string): string {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  const piece = Buffer.alloc(1 << 20)
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
    hash.update(piece.subarray(0, read))
  closeSync(file)
  return hash.digest('hex')
}

/** The smallest files below a folder. */
export function smallestFiles(folder: string, count: number): readonly string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => statSync(a).size - statSync(b).size || (a < b ? -1 : 1))
  return files.slice(0, count)
}
