/** What an import or export could not carry: for people on stderr, and every item of it in a file. */
import { basename, dirname, resolve } from 'node:path'
import type { Loss } from '../codebook/exchange/exchange.ts'
import { lossReport } from '../codebook/exchange/losses.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { outputFolder } from '../disk/output-folder.ts'
import { writeCsv } from '../format/csv.ts'
import { withoutControls } from '../format/diagnostics.ts'
import type { Io } from '../io.ts'
import { spareInputs } from './spare-inputs.ts'

/** Where the list of losses goes, and what it must not replace. */
export interface LossFiles {
  /** The file that is read. */
  readonly input: string
  /** The file for what was carried. */
  readonly out: string | undefined
  /** The file for the losses; undefined for none. */
  readonly losses: string | undefined
}

/** Throws where the list of losses would replace what is read, or what is written beside it. */
export function spareFromLosses({ input, out, losses }: LossFiles, { cwd }: Io): void {
  if (losses === undefined) return
  spareInputs({ codebook: input, corpus: [], outputs: [losses], cwd })
  if (out !== undefined && resolve(cwd, out) === resolve(cwd, losses)) {
    throw new CannotRun(`${losses} is named for --out and for --losses. Name two files.`)
  }
}

/**
 * Says what was lost, or that nothing was. With a file, each loss is a row of it: CSV with the columns
 * `what` and `where`, in the order in which they were met.
 */
export async function reportLosses(
  losses: readonly Loss[],
  { losses: file }: LossFiles,
  io: Io,
): Promise<void> {
  io.err(
    losses.length === 0
      ? 'Nothing was lost.\n'
      : withoutControls(`What could not be carried as it was:\n${lossReport(losses, file)}`),
  )
  if (file === undefined) return
  const path = resolve(io.cwd, file)
  const folder = outputFolder(dirname(path))
  const rows = losses.map(({ what, where }) => [what, where])
  const { write } = folder.open(basename(path))
  writeCsv({ name: 'losses', columns: ['what', 'where'], rows }, write)
  await folder.commit()
  if (losses.length > 0) io.err(`Each loss is a row of ${file}.\n`)
}
