/** Refuses to write over what is read: a codebook, its cases, a transcript. */
import { relative, resolve } from 'node:path'
import { CannotRun } from '../disk/cannot-run.ts'
import { exists } from '../disk/project-files.ts'

/** What a command reads and writes, as the analyst wrote it. */
export interface ReadAndWritten {
  readonly codebook: string
  /** A recorded coding, also where there is none yet. */
  readonly baseline?: string
  /** Files and folders of speech. */
  readonly corpus: readonly string[]
  readonly outputs: readonly string[]
  readonly cwd: string
}

/** Throws where an output would replace something that is read. */
export function spareInputs({
  codebook,
  baseline = codebook,
  corpus,
  outputs,
  cwd,
}: ReadAndWritten): void {
  for (const output of outputs) {
    const path = resolve(cwd, output)
    const isRead =
      path === resolve(cwd, codebook) ||
      path === resolve(cwd, baseline) ||
      (exists(path, output) &&
        (CASES.test(path) || corpus.some((one) => isIn(resolve(cwd, one), path))))
    if (isRead) {
      throw new CannotRun(
        `${output} is read by this command and would be written over. Name another file.`,
      )
    }
  }
}

/** `care.cases.yaml`. */
const CASES = /\.cases\.ya?ml$/u

/** Whether a path is a folder or file itself, or lies below it. */
function isIn(folder: string, path: string): boolean {
  const below = relative(folder, path)
  return below === '' || !(below.startsWith('..') || below.startsWith('/'))
}
