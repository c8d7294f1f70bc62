/** Which codebook a run uses, and how it came to be chosen. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CONFIGURATION_FILE } from './configuration.ts'
import { CannotRun } from './disk/cannot-run.ts'
import { namesIn, readText } from './disk/project-files.ts'

/** A codebook file, and how it came to be chosen. */
export interface CodebookFile {
  readonly path: string
  readonly text: string
  /** For the summary: `from --codebook`, `the only one in codebooks/`. */
  readonly chosen: string
  /** Whether it came with voices: nobody's to edit. */
  readonly isBundled: boolean
}

/** Where a codebook may be named. */
export interface CodebookChoice {
  /** With `--codebook`. */
  readonly given: string | undefined
  /** In `voices.yaml`. */
  readonly configured: string | undefined
}

/** The codebook that was named, else the only one of the project, else the bundled one. */
export function findCodebook({ given, configured }: CodebookChoice, cwd: string): CodebookFile {
  if (given !== undefined) return codebookFile(given, cwd, 'given with --codebook')
  if (configured !== undefined && configured !== '')
    return codebookFile(configured, cwd, `named in ${CONFIGURATION_FILE}`)
  const own = namesIn(join(cwd, CODEBOOK_FOLDER), CODEBOOK_FOLDER).filter((name) =>
    isCodebookName(name),
  )
  const [only] = own
  if (own.length > 1) {
    throw new CannotRun(
      `${CODEBOOK_FOLDER}/ holds ${own.length} codebooks (${own.join(', ')}). Name the one to use: in ${CONFIGURATION_FILE}, with --codebook, or after a command that takes a codebook, such as voices test ${CODEBOOK_FOLDER}/${only ?? ''}.`,
    )
  }
  if (only !== undefined) {
    return codebookFile(`${CODEBOOK_FOLDER}/${only}`, cwd, `the only one in ${CODEBOOK_FOLDER}/`)
  }
  const text = readText(BUNDLED)
  return { path: 'care-review.yaml', text, chosen: 'bundled with voices', isBundled: true }
}

const CODEBOOK_FOLDER = 'codebooks'
const BUNDLED = fileURLToPath(new URL('../codebooks/care-review.yaml', import.meta.url))

/** Codebooks, not their case files or schemas: `care.yaml`, not `care.cases.yaml`. */
function isCodebookName(name: string): boolean {
  return CODEBOOK_NAME.test(name) && !name.includes('.cases.')
}

/** For example `care-review.yaml`. */
const CODEBOOK_NAME = /\.ya?ml$/u

function codebookFile(path: string, cwd: string, chosen: string): CodebookFile {
  return { path, text: readText(resolve(cwd, path), path), chosen, isBundled: false }
}
