/** `voices text FILE`: the text as coded, so that anybody can check a position. */

import { readFile } from '../code/read-file.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Diagnostic } from '../types.ts'
import { openCorpus } from './corpus.ts'

/** Prints the text of each file; offsets in outputs count its code points from 0. */
export async function text(
  paths: readonly string[],
  options: GivenOptions,
  io: Io,
): Promise<number> {
  const settings = await readSettings(paths, options, io.cwd)
  const problems: Diagnostic[] = []
  const { files, read } = await openCorpus(settings)
  for (const file of files) {
    const found = await readFile(file, read, { passage: (passage) => io.out(passage.text) })
    problems.push(...found)
  }
  io.err(toLines(problems, colours(io.showsProgress)))
  return problems.some(({ severity }) => severity === 'error') ? FOUND : DONE
}
