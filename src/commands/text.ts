/** `voices text FILE`: the text as coded, so that anybody can check a position. */
import { readFile } from '../code/read-file.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import type { InputFile } from '../disk/file-ids.ts'
import { exists } from '../disk/project-files.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Diagnostic, Passage } from '../types.ts'
import { openCorpus } from './corpus.ts'

/**
 * Prints the text of each file, or of the documents that are named; offsets in outputs count its code
 * points from 0. A document that is not the whole of its file is followed by a line end, unless it alone was asked for.
 */
export async function text(
  paths: readonly string[],
  options: GivenOptions,
  io: Io,
): Promise<number> {
  const asked = paths.map(askedFor)
  const files = [...new Set(asked.map(({ file }) => file))]
  const settings = await readSettings(files, options, io.cwd)
  const corpus = await openCorpus(settings, 'sentence')
  const isOnly = asked.length === 1 && asked[0]?.row !== undefined
  const problems: Diagnostic[] = []
  const missing = new Set(asked.filter(({ row }) => row !== undefined))
  for (const file of corpus.files) {
    const rows = asked.filter((one) => one.file === file.path)
    const isWanted = (id: string) =>
      rows.length === 0 || rows.some(({ row }) => row === undefined || id === `${file.id}#${row}`)
    const printer = documentPrinter(file, isOnly, io)
    const found = await readFile(file, corpus.read, {
      passage(passage) {
        const { id } = passage.document
        if (!isWanted(id)) return
        for (const one of rows) if (id === `${file.id}#${one.row ?? ''}`) missing.delete(one)
        printer.print(passage)
      },
      end: printer.end,
    })
    problems.push(...found)
  }
  io.err(toLines(problems, colours(io.showsProgress)))
  for (const { path, file } of missing) {
    throw new CannotRun(
      `${path}: there is no such document in ${file}. Its documents are listed by: voices inspect ${file} --format csv`,
    )
  }
  return problems.some(({ severity }) => severity === 'error') ? FOUND : DONE
}

/** A file, and the one of its documents that is asked for, if it is not all. */
interface Asked {
  readonly path: string
  readonly file: string
  readonly row: string | undefined
}

/** `answers.csv#R014` → the file and `R014`; a file whose own name holds a `#` stays whole. */
function askedFor(path: string): Asked {
  const whole = { path, file: path, row: undefined }
  if (exists(path)) return whole
  for (let mark = path.indexOf('#'); mark > 0; mark = path.indexOf('#', mark + 1)) {
    const file = path.slice(0, mark)
    if (exists(file)) return { path, file, row: path.slice(mark + 1) }
  }
  return whole
}

/** Prints passages; each document of a table is followed by a line end, unless it is the only one. */
function documentPrinter(file: InputFile, isOnly: boolean, io: Io) {
  let current: string | undefined
  const end = () => {
    if (!isOnly && current !== undefined && current !== file.id) io.out('\n')
  }
  return {
    print({ document, text }: Passage): void {
      if (current !== document.id) end()
      current = document.id
      io.out(text)
    },
    end,
  }
}
