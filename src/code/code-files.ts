/**
 * Files → counts, quotes and rows: every stage in order, for one batch of files after another.
 */
import { createHash } from 'node:crypto'
import { type Quote, type QuoteBank, quoteBank } from '../analyse/quotes.ts'
import { type RowContext, segmentRows } from '../analyse/segment-rows.ts'
import { type Counter, counter, type Tally } from '../analyse/tally.ts'
import type { InputFile } from '../disk/file-ids.ts'
import { type FileOpener, fileOpener } from '../disk/open-files.ts'
import { participantWatcher } from '../ingest/participant-use.ts'
import type { ByteSource, ReadOptions } from '../ingest/reader.ts'
import type { Matcher } from '../match/compile.ts'
import type { FileReport } from '../run-facts.ts'
import type { CellWriter, Passage, Places, Unit } from '../types.ts'
import { type CodingListener, type PassageCoder, passageCoder } from './code-passage.ts'
import { type FileVisitor, readFile } from './read-file.ts'

/** How files are read and coded. */
export interface RunSettings {
  readonly unit: Unit
  readonly excludedRoles: readonly string[]
  readonly read: ReadOptions
  /** Names of the attributes that become columns, sorted. */
  readonly attributes: readonly string[]
  readonly quotesPerTheme: number
}

/** Files that are coded together. */
export interface FileBatch {
  readonly files: readonly InputFile[]
  /** Number of the first of the files in the run. */
  readonly firstNumber: number
}

/** Who is told of a batch while it is coded. */
export interface BatchListener {
  /** Takes the rows of the table `segments`. */
  readonly rows: CellWriter | undefined
}

/** What a batch of files gave. */
export interface BatchResult {
  readonly files: readonly FileReport[]
  readonly tally: Tally
  readonly quotes: readonly Quote[]
}

/** Codes batches of files with one compiled codebook. */
export interface FileCoder {
  code(batch: FileBatch, listener: BatchListener): Promise<BatchResult>
}

/** Documents of one file are told apart by steps of one, files by steps of this. */
const DOCUMENTS_PER_FILE = 2 ** 24

/** A coder of files; keeps its working memory between batches. */
export function fileCoder(matcher: Matcher, settings: RunSettings): FileCoder {
  const context: RowContext = {
    codebook: matcher.codebook,
    ruleIds: matcher.rules.map(({ rule }) => rule.id),
    attributes: settings.attributes,
  }
  const open = fileOpener()
  // Batches come in the order of the run: what was found in earlier ones rules out what is no better.
  const bank = quoteBank(settings.quotesPerTheme, context)
  const coder = passageCoder(matcher, {
    unit: settings.unit,
    excludedRoles: new Set(settings.excludedRoles),
  })

  async function code(
    { files, firstNumber }: FileBatch,
    { rows }: BatchListener,
  ): Promise<BatchResult> {
    const counts = counter(matcher.codebook.themes)
    const writer = rows === undefined ? undefined : segmentRows(rows, context)
    const parts = { coder, counts, bank, writer }
    const reports: FileReport[] = []
    for (const [index, file] of files.entries()) {
      const number = DOCUMENTS_PER_FILE * (firstNumber + index)
      const listener = documentListener(parts, number)
      reports.push(await codeFile(file, { options: settings.read, open }, listener))
    }
    const firstDocument = DOCUMENTS_PER_FILE * firstNumber
    const quotes = bank.candidates().filter(({ order }) => order[0] >= firstDocument)
    return { files: reports, tally: counts.tally, quotes }
  }

  return { code }
}

interface BatchParts {
  readonly coder: PassageCoder
  readonly counts: Counter
  readonly bank: QuoteBank
  readonly writer: ReturnType<typeof segmentRows> | undefined
}

/** Takes the passages of one file. */
interface DocumentListener {
  passage(passage: Passage): void
}

function documentListener(
  { coder, counts, bank, writer }: BatchParts,
  firstDocument: number,
): DocumentListener {
  let number = firstDocument - 1
  let current: string | undefined
  let places: Places | undefined
  const listener: CodingListener = {
    begin(passage, text) {
      places = text.places
      if (passage.document.id !== current) {
        current = passage.document.id
        number += 1
        counts.beginDocument()
      }
      writer?.begin(passage, text)
    },
    segment: counts.segment,
    speaker: counts.speaker,
    coded(coded, around) {
      counts.coded(coded)
      if (places !== undefined) bank.offer(coded, { document: number, around, places })
      writer?.write(coded)
    },
  }
  return { passage: (passage) => coder.code(passage, listener) }
}

async function codeFile(
  file: InputFile,
  { options, open }: { readonly options: ReadOptions; readonly open: FileOpener },
  listener: DocumentListener,
): Promise<FileReport> {
  const found = { reader: '', encoding: '', documents: 0, turns: 0, bytes: file.size }
  let current: string | undefined
  let sha256: string | undefined
  const participants = options.known?.participants
  const watcher = participants && participantWatcher(participants)
  const visitor: FileVisitor = {
    passage(passage) {
      if (passage.document.id !== current) found.documents += 1
      current = passage.document.id
      found.reader = passage.document.reader
      found.encoding = passage.document.encoding
      found.turns += passage.turns.length
      watcher?.see(passage)
      listener.passage(passage)
    },
    end(source) {
      found.bytes = source.size
      sha256 = hashOf(source)
    },
  }
  const problems = await readFile(file, options, visitor, open)
  const report = { id: file.id, path: file.path, sha256, problems, ...found }
  return watcher === undefined ? report : { ...report, participants: watcher.use() }
}

const HASH_BYTES = 1 << 22

function hashOf(source: ByteSource): string {
  const hash = createHash('sha256')
  for (let at = 0; at < source.size; at += HASH_BYTES) hash.update(source.read(at, HASH_BYTES))
  return hash.digest('hex')
}
