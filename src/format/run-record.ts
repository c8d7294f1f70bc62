/** What was done, for the record: `run.json`. No time stamps, so that the same run is the same file. */
import { basename, isAbsolute } from 'node:path'
import type { RunFacts, WrittenOutput } from '../run-facts.ts'
import type { Diagnostic } from '../types.ts'
import { VERSION } from '../version.ts'

/** The text of `run.json`. */
export function runRecord(facts: RunFacts, outputs: readonly WrittenOutput[]): string {
  const { codebook, tally } = facts
  const record = {
    voices: VERSION,
    codebook: {
      id: codebook.id,
      version: codebook.version,
      fingerprint: codebook.fingerprint,
      path: shownPath(facts.codebookFile.path),
    },
    options: {
      unit: facts.unit,
      exclude_roles: facts.excludedRoles,
      encoding: facts.encoding,
      reader: facts.reader,
      roles: Object.fromEntries(facts.roles),
      table: facts.table,
      participants: facts.participants && {
        path: shownPath(facts.participants.path),
        sha256: facts.participants.sha256,
      },
      file_names: facts.fileNames,
      attributes: facts.attributes,
      quotes_per_theme: facts.quotesPerTheme,
      excel: facts.excel,
    },
    counts: {
      documents: tally.totals.documents,
      speakers: tally.totals.speakers,
      words: tally.totals.words,
      segments: tally.totals.segments,
      coded_segments: tally.totals.codedSegments,
      coded_words: tally.totals.codedWords,
    },
    inputs: facts.files.map((file) => ({
      path: file.id,
      sha256: file.sha256,
      bytes: file.bytes,
      reader: file.reader,
      encoding: file.encoding,
      documents: file.documents,
      turns: file.turns,
      warnings: file.problems.map(recorded),
    })),
    warnings:
      facts.warnings.length === 0
        ? undefined
        : facts.warnings.map((one) => ({ path: shownPath(one.path), ...recorded(one) })),
    skipped: facts.skipped,
    outputs,
  }
  return `${JSON.stringify(record, undefined, 2)}\n`
}

function recorded({ severity, id, message, line, column }: Diagnostic) {
  return { severity, id, message, line, column }
}

/** A path on this machine alone is none of the record's. */
function shownPath(path: string): string {
  return isAbsolute(path) ? basename(path) : path
}
