/** `voices codebook export`: a codebook as another program reads it. */

import { resolve } from 'node:path'
import { FORMATS, formatList } from '../codebook/exchange/formats.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { createFile, exists, replaceText } from '../disk/project-files.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { readSettings } from '../settings.ts'
import { readCodebook } from './load-codebook.ts'
import { reportLosses, spareFromLosses } from './loss-report.ts'
import { spareInputs } from './spare-inputs.ts'

/** Options of `voices codebook export`. */
export interface ExportOptions {
  /** Name of a format. */
  readonly to: string | undefined
  /** The file to write; undefined to print. */
  readonly out: string | undefined
  /** The file for a list of all losses; undefined for none. */
  readonly losses: string | undefined
  /** Whether a loss is an error: then nothing is written. */
  readonly strict: boolean
}

/** Exit 0: exported, with what could not be carried on stderr. 1: the codebook has errors, or strict. */
export async function codebookExport(
  [file]: readonly string[],
  options: ExportOptions,
  io: Io,
): Promise<number> {
  const write = writerOf(options.to)
  const settings = await readSettings([], { ...(file !== undefined && { codebook: file }) }, io.cwd)
  const source = settings.codebook()
  if (options.out !== undefined) {
    spareInputs({ codebook: source.path, corpus: [], outputs: [options.out], cwd: io.cwd })
  }
  const files = { input: source.path, out: options.out, losses: options.losses }
  spareFromLosses(files, io)
  const { value, diagnostics } = await readCodebook(source)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (value === undefined || errors.length > 0) {
    io.err(toLines(errors, colours(io.showsProgress)))
    return FOUND
  }
  const { text, losses } = await write(value)
  await reportLosses(losses, files, io)
  if (options.strict && losses.length > 0) {
    io.err('Nothing was exported, because of --strict.\n')
    return FOUND
  }
  if (options.out === undefined) io.out(text)
  else {
    const path = resolve(io.cwd, options.out)
    if (exists(path, options.out)) replaceText(path, text, options.out)
    else createFile(path, text)
    io.err(`Written to ${options.out}.\n`)
  }
  return DONE
}

function writerOf(to: string | undefined) {
  const writable = FORMATS.filter(({ write }) => write !== undefined)
  const write = writable.find(({ name }) => name === to)?.write
  if (write !== undefined) return write
  const message =
    to === undefined
      ? 'Name the format with --to, one of:'
      : `“${to}” is no format that can be written. --to takes one of:`
  throw new CannotRun(`${message}\n${formatList(writable)}`)
}
