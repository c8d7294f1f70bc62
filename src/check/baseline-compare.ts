/** A recorded coding against the coding of today: what is new, gone or different, and in which files. */
import type { Baseline, BaselineEntry, CodedEntry, CorpusCoding } from './baseline.ts'
import { type Complaint, shortHash, shownText, type TestResult } from './verdict.ts'

/** How a baseline came out. */
export interface BaselineCheck {
  /** Every difference; and a passed test for each document of which something is as recorded. */
  readonly results: readonly TestResult[]
  /** Coded segments that are recorded. */
  readonly recorded: number
  readonly same: number
  readonly changed: number
  /** Coded now and not recorded. */
  readonly added: number
  /** Recorded and not coded now. */
  readonly obsolete: number
  /** Files that are not those of the recording. */
  readonly files: number
}

/** Compares; `path` is that of the file of the baseline. */
export function compareBaseline(
  recorded: Baseline,
  now: CorpusCoding,
  path: string,
): BaselineCheck {
  const differences = [
    ...fileDifferences(recorded, now, path),
    ...entryDifferences(recorded, now, path),
  ]
  const count = (id: string) => differences.filter(({ result }) => result.id === id).length
  const changed = count('baseline-changed')
  const obsolete = count('baseline-obsolete')
  return {
    results: [...differences.map(({ result }) => result), ...passed(differences, now, path)],
    recorded: recorded.entries.length,
    same: recorded.entries.length - changed - obsolete,
    changed,
    added: count('baseline-new'),
    obsolete,
    files: count('baseline-file'),
  }
}

interface Difference {
  /** Id of the document, or of the file where all of it is meant. */
  readonly document: string
  readonly result: TestResult
}

/** A test for each document: that it is as recorded, or what is left of it beside the differences. */
function passed(
  differences: readonly Difference[],
  { entries, files, paths }: CorpusCoding,
  suite: string,
): readonly TestResult[] {
  const different = new Set(differences.map(({ result }) => result.name))
  const affected = new Set(
    differences.flatMap(({ document }) => [document, document.replace(ROW, '')]),
  )
  const documents = new Map<string, string>()
  for (const { document, file, segment } of entries) {
    if (!different.has(segment)) documents.set(document, file)
  }
  const withEntries = new Set(entries.map(({ file }) => file))
  for (const { id } of files) {
    if (!withEntries.has(id) && !affected.has(id)) documents.set(id, id)
  }
  return Array.from(documents, ([document, file]) => {
    const name = affected.has(document) ? `${document}, the rest` : document
    const result = resultOf({ suite, name, id: '', complaint: undefined })
    return { ...result, path: paths.get(file) ?? file, line: undefined }
  })
}

/** What the document of a row has beside the name of its file: `#R014`. */
const ROW = /#[^#]*$/u

function fileDifferences(recorded: Baseline, now: CorpusCoding, suite: string): Difference[] {
  const before = new Map(recorded.files.map(({ id, sha256 }) => [id, sha256]))
  const differences: Difference[] = []
  for (const { id, sha256 } of now.files) {
    const old = before.get(id)
    before.delete(id)
    if (old === sha256) continue
    const said =
      old === undefined
        ? `The file ${id} is not in the baseline.`
        : `The file ${id} has changed since the baseline was recorded.`
    const path = now.paths.get(id) ?? id
    differences.push(fileDifference({ id, said: `${said} ${MEND_FILE}`, path, suite }))
  }
  for (const id of before.keys()) {
    const said = `The file ${id} of the baseline is not in the corpus. ${MEND_FILE}`
    differences.push(fileDifference({ id, said, path: suite, suite }))
  }
  return differences
}

const MEND_FILE =
  'Give the files that were recorded, or record these: voices test … --corpus … --update'

function fileDifference({
  id,
  said,
  path,
  suite,
}: {
  readonly id: string
  readonly said: string
  readonly path: string
  readonly suite: string
}): Difference {
  const complaint = { shown: said, withheld: said }
  const result = resultOf({ suite, name: id, id: 'baseline-file', complaint })
  return { document: id, result: { ...result, path, line: undefined } }
}

function entryDifferences(recorded: Baseline, now: CorpusCoding, suite: string): Difference[] {
  const before = new Map(
    recorded.entries.map((entry, index) => [entry.segment, { entry, line: index + 2 }]),
  )
  const differences: Difference[] = []
  for (const entry of now.entries) {
    const old = before.get(entry.segment)?.entry
    before.delete(entry.segment)
    const said = old === undefined ? newEntry(entry) : changeOf(old, entry)
    if (said === '') continue
    const id = old === undefined ? 'baseline-new' : 'baseline-changed'
    const complaint = complaintOf(`${entry.segment} ${said}`, entry.text)
    const result = resultOf({ suite, name: entry.segment, id, complaint })
    differences.push({
      document: entry.document,
      result: { ...result, path: entry.path, line: entry.line },
    })
  }
  for (const [segment, { entry, line }] of before) {
    const themes = [...entry.themes].map(([theme, rules]) => `${theme} (${rules.join(', ')})`)
    const said = `${segment} is recorded and no longer coded: it had ${themes.join('; ')}.`
    const complaint = complaintOf(said, undefined)
    const result = resultOf({ suite, name: segment, id: 'baseline-obsolete', complaint })
    const document = segment.slice(0, segment.lastIndexOf(':'))
    differences.push({ document, result: { ...result, path: suite, line } })
  }
  return differences
}

function newEntry({ themes }: BaselineEntry): string {
  const now = [...themes].map(([theme, rules]) => `${theme} (${rules.join(', ')})`)
  return `is coded and not recorded: it has ${now.join('; ')}.`
}

/** What is different about a segment, empty where nothing is. */
function changeOf(old: BaselineEntry, now: CodedEntry): string {
  const parts: string[] = []
  if (old.sha256 !== now.sha256) parts.push('has other words')
  for (const [theme, rules] of now.themes) {
    const before = old.themes.get(theme)
    const by = rules.join(', ')
    if (before === undefined) parts.push(`gains ${theme} (${by})`)
    else if (before.join('\n') !== rules.join('\n')) {
      parts.push(`has ${theme} by ${by} (recorded: ${before.join(', ')})`)
    }
  }
  for (const [theme, rules] of old.themes) {
    if (!now.themes.has(theme)) parts.push(`loses ${theme} (${rules.join(', ')})`)
  }
  return parts.length === 0 ? '' : `${parts.join('; ')}.`
}

function complaintOf(said: string, text: string | undefined): Complaint {
  return { shown: text === undefined ? said : `${said} ${shownText(text)}`, withheld: said }
}

function resultOf({
  suite,
  name,
  id,
  complaint,
}: Pick<TestResult, 'suite' | 'name' | 'id' | 'complaint'>): Omit<TestResult, 'path' | 'line'> {
  return {
    kind: 'baseline',
    suite,
    name,
    outcome: complaint === undefined ? 'passed' : 'failed',
    id,
    complaint,
    column: undefined,
    fingerprint: shortHash('baseline', id, name),
  }
}
