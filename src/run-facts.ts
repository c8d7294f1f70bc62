/** What a run did, as plain data: what the pages, the summary and `run.json` are made from. */
import type { Quote } from './analyse/quotes.ts'
import type { Tally } from './analyse/tally.ts'
import type { ParticipantUse } from './ingest/participant-use.ts'
import type { TableColumns } from './ingest/reader.ts'
import type { Codebook, Diagnostic, Unit } from './types.ts'

/** What a file was found to be. */
export interface FileReport {
  readonly id: string
  readonly path: string
  /** Undefined where the file could not be read to its end. */
  readonly sha256: string | undefined
  readonly bytes: number
  readonly reader: string
  readonly encoding: string
  readonly documents: number
  readonly turns: number
  readonly problems: readonly Diagnostic[]
  /** Who of the participants was met; undefined where there is no table of them. */
  readonly participants?: ParticipantUse | undefined
}

/** What a run counted and chose. */
export interface RunResult {
  readonly files: readonly FileReport[]
  readonly tally: Tally
  readonly quotes: readonly Quote[]
}

/** A run and all that outputs say of it. */
export interface RunFacts extends RunResult {
  readonly codebook: Codebook
  /** Path of the codebook and why it was chosen. */
  readonly codebookFile: { readonly path: string; readonly chosen: string }
  readonly unit: Unit
  readonly excludedRoles: readonly string[]
  readonly attributes: readonly string[]
  readonly quotesPerTheme: number
  readonly encoding: string | undefined
  readonly reader: string | undefined
  readonly roles: ReadonlyMap<string, string>
  readonly table: TableColumns | undefined
  /** The table of participants. */
  readonly participants: { readonly path: string; readonly sha256: string } | undefined
  /** Pattern for the names of files. */
  readonly fileNames: string | undefined
  /** What is said of no one input. */
  readonly warnings: readonly Diagnostic[]
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
  readonly excel: boolean
  /** Folder of the outputs. */
  readonly out: string
}

/** An output that was written. */
export interface WrittenOutput {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}
