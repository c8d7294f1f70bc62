/**
 * A run over many files, in this process or in workers: the same bytes either way.
 *
 * Files go in batches; results are taken in the order of the files, whoever finishes first.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { quoteBank } from '../analyse/quotes.ts'
import type { RowContext } from '../analyse/segment-rows.ts'
import { addTally, emptyTally } from '../analyse/tally.ts'
import type { InputFile } from '../disk/file-ids.ts'
import { type ByteSink, type CsvOptions, csvWriter } from '../format/csv.ts'
import type { Matcher } from '../match/compile.ts'
import type { FileReport, RunResult } from '../run-facts.ts'
import type { CellWriter } from '../types.ts'
import { type BatchResult, type FileBatch, fileCoder, type RunSettings } from './code-files.ts'

/** What to run. */
export interface RunPlan {
  readonly files: readonly InputFile[]
  readonly matcher: Matcher
  readonly settings: RunSettings
  /** Called as files are finished, with the bytes done so far. */
  readonly progress?: (bytes: number) => void
}

/** Bytes below which a batch takes in one more file. */
const BATCH_BYTES = 2 << 20
/** Corpora smaller than this are not worth a second thread. */
const BYTES_WORTH_WORKERS = 64 << 20
const MOST_WORKERS = 4
/** Batches a worker that may wait for an earlier one: what they hold is kept in memory. */
const MOST_WAITING = 2

/** How many workers pay for so many bytes. */
export function workersFor(files: readonly InputFile[]): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return bytes < BYTES_WORTH_WORKERS ? 1 : Math.min(availableParallelism(), MOST_WORKERS)
}

/** Runs in this process; rows of the table `segments` go to `rows`. */
export async function runHere(plan: RunPlan, rows: CellWriter | undefined): Promise<RunResult> {
  const coder = fileCoder(plan.matcher, plan.settings)
  const collected = collector(plan)
  let bytes = 0
  for (const batch of batchesOf(plan.files)) {
    collected.add(await coder.code(batch, { rows }))
    for (const { size } of batch.files) bytes += size
    plan.progress?.(bytes)
    // Lets the process hear that it was interrupted.
    await setImmediate()
  }
  return collected.result()
}

/** What a worker needs to start: everything that can cross a thread. */
export interface WorkerSetup {
  readonly codebook: { readonly text: string; readonly path: string }
  readonly settings: Omit<RunSettings, 'read'> & {
    readonly read: Omit<RunSettings['read'], 'lineBreaksOf' | 'parseYaml'>
  }
  /** How rows are written; undefined where none are wanted. */
  readonly csv: CsvOptions | undefined
}

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'rows'; readonly batch: number; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly batch: number; readonly result: BatchResult }

/** Runs in workers; the CSV of the table `segments`, without its header, goes to `sink`. */
export async function runInWorkers(
  plan: RunPlan,
  setup: WorkerSetup,
  { workers, sink }: { readonly workers: number; readonly sink: ByteSink },
): Promise<RunResult> {
  const batches = batchesOf(plan.files)
  const collected = collector(plan)
  const waiting = new Map<number, { rows: Uint8Array[]; result: BatchResult | undefined }>()
  const idle: Worker[] = []
  let nextToStart = 0
  let nextToWrite = 0
  let bytes = 0

  /** Gives a worker the next batch, unless too many results wait to be written already. */
  function start(worker: Worker): void {
    if (nextToStart >= nextToWrite + MOST_WAITING * workers && nextToStart < batches.length) {
      idle.push(worker)
      return
    }
    const batch = batches[nextToStart]
    worker.postMessage(batch === undefined ? undefined : { ...batch, batch: nextToStart })
    nextToStart += 1
  }

  function take(message: WorkerMessage): void {
    const entry = waiting.get(message.batch) ?? { rows: [], result: undefined }
    waiting.set(message.batch, entry)
    if (message.kind === 'rows') entry.rows.push(message.bytes)
    else entry.result = message.result
    for (let at = waiting.get(nextToWrite); at !== undefined; at = waiting.get(nextToWrite)) {
      for (const bytes of at.rows) sink(bytes)
      at.rows.length = 0
      const batch = batches[nextToWrite]
      if (at.result === undefined || batch === undefined) return
      collected.add(at.result)
      for (const { size } of batch.files) bytes += size
      plan.progress?.(bytes)
      waiting.delete(nextToWrite)
      nextToWrite += 1
      const worker = idle.pop()
      if (worker !== undefined) start(worker)
    }
  }

  await Promise.all(
    Array.from({ length: Math.min(workers, batches.length) }, () =>
      runWorker(setup, {
        start,
        take(worker, message) {
          take(message)
          if (message.kind === 'done') start(worker)
        },
      }),
    ),
  )
  return collected.result()
}

interface WorkerTalk {
  start(worker: Worker): void
  take(worker: Worker, message: WorkerMessage): void
}

/** Starts a worker and resolves when it has nothing left to do. */
function runWorker(setup: WorkerSetup, talk: WorkerTalk): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: setup })
    worker.on('message', (message: WorkerMessage) => {
      try {
        talk.take(worker, message)
      } catch (error) {
        reject(error)
        void worker.terminate()
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
    talk.start(worker)
  })
}

/** Codes batches in a worker and says what came out; `undefined` ends it. */
export interface BatchOrder extends FileBatch {
  readonly batch: number
}

/** What a worker does with an order. */
export async function runBatch(
  coder: ReturnType<typeof fileCoder>,
  order: BatchOrder,
  {
    csv,
    say,
  }: { readonly csv: CsvOptions | undefined; readonly say: (message: WorkerMessage) => void },
): Promise<void> {
  const send = (bytes: Uint8Array) =>
    say({ kind: 'rows', batch: order.batch, bytes: bytes.slice() })
  const rows = csv === undefined ? undefined : csvWriter(send, csv)
  const result = await coder.code(order, { rows })
  rows?.flush()
  say({ kind: 'done', batch: order.batch, result })
}

function batchesOf(files: readonly InputFile[]): readonly FileBatch[] {
  const batches: { files: InputFile[]; firstNumber: number }[] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const [number, file] of files.entries()) {
    if (bytes >= BATCH_BYTES) {
      batches.push({ files: [], firstNumber: number })
      bytes = 0
    }
    batches[batches.length - 1]?.files.push(file)
    bytes += file.size
  }
  return batches
}

function collector({ matcher, settings }: RunPlan) {
  const { codebook } = matcher
  const context: RowContext = { codebook, ruleIds: [], attributes: settings.attributes }
  const bank = quoteBank(settings.quotesPerTheme, context)
  const tally = emptyTally(codebook.themes.length)
  const files: FileReport[] = []
  return {
    add(result: BatchResult): void {
      addTally(tally, result.tally)
      bank.merge(result.quotes)
      files.push(...result.files)
    },
    result: (): RunResult => ({ files, tally, quotes: bank.chosen() }),
  }
}
