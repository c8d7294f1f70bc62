/** What was done, for the record: `run.json`. No time stamps, so that the same run is the same file. */
import { basename, isAbsolute } from 'node:path'
import type { RunFacts, WrittenOutput } from '../run-facts.ts'
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
      path: isAbsolute(facts.codebookFile.path)
        ? basename(facts.codebookFile.path)
        : facts.codebookFile.path,
    },
    options: {
      unit: facts.unit,
      exclude_roles: facts.excludedRoles,
      encoding: facts.encoding,
      reader: facts.reader,
      roles: Object.fromEntries(facts.roles),
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
      warnings: file.problems.map(({ severity, id, message, line, column }) => ({
        severity,
        id,
        message,
        line,
        column,
      })),
    })),
    skipped: facts.skipped,
    outputs,
  }
  return `${JSON.stringify(record, undefined, 2)}\n`
}
