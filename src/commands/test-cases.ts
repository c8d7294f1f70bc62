/** The files of cases that belong to a codebook. */
import { basename, dirname, join, resolve } from 'node:path'
import { type CaseFile, codebookNamedIn, readCaseFile } from '../check/case-file.ts'
import type { CodebookFile } from '../codebook-file.ts'
import { exists, namesIn, readText } from '../disk/project-files.ts'
import type { Codebook, Diagnostic } from '../types.ts'

/** What was found beside the codebook. */
export interface FoundCases {
  readonly files: readonly CaseFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What the cases are for. */
export interface CasesWanted {
  readonly codebook: Codebook
  readonly file: CodebookFile
  readonly roles: ReadonlyMap<string, string>
  readonly cwd: string
}

/**
 * `NAME.cases.yaml` beside `NAME.yaml`, and every other `*.cases.yaml` there that names the codebook;
 * none for the codebook that comes with voices.
 */
export async function findCases({ codebook, file, roles, cwd }: CasesWanted): Promise<FoundCases> {
  const files: CaseFile[] = []
  const diagnostics: Diagnostic[] = []
  if (!exists(resolve(cwd, file.path), file.path)) return { files, diagnostics }
  const folder = dirname(file.path)
  const own = basename(file.path).replace(YAML_ENDING, '')
  for (const name of namesIn(resolve(cwd, folder), folder)) {
    if (!CASES_ENDING.test(name)) continue
    const path = join(folder, name)
    const text = readText(resolve(cwd, path), path)
    const isOwn = name.replace(CASES_ENDING, '') === own
    const named = codebookNamedIn(text)
    if (!isOwn && named !== codebook.id) {
      if (named === undefined) diagnostics.push(unclaimed(path))
      continue
    }
    const read = await readCaseFile(text, { path, codebook, roles })
    for (const one of read.diagnostics) diagnostics.push(one)
    if (read.value !== undefined) files.push(read.value)
  }
  return { files, diagnostics }
}

/** `school.yaml`. */
const YAML_ENDING = /\.ya?ml$/u
/** `school.cases.yaml`. */
const CASES_ENDING = /\.cases\.ya?ml$/u

function unclaimed(path: string): Diagnostic {
  return {
    severity: 'warning',
    id: 'cases-without-codebook',
    message:
      'These cases are not run: no codebook has this name, and none is named. Add a line `codebook: ID`.',
    path,
    line: undefined,
    column: undefined,
  }
}
