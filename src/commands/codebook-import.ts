/** `voices codebook import`: the codebook of another program as a codebook file. */
import { basename, resolve } from 'node:path'
import { amount, thousands } from '../amount.ts'
import { idFromName } from '../codebook/exchange/draft-ids.ts'
import { draftYaml } from '../codebook/exchange/draft-yaml.ts'
import type { Draft, DraftTheme, ExchangeFormat, Loss } from '../codebook/exchange/exchange.ts'
import { FORMATS, formatList } from '../codebook/exchange/formats.ts'
import { unspacedNotes } from '../codebook/exchange/unspaced-words.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { createFile, exists } from '../disk/project-files.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type ReadFile, readExchangeFile } from './exchange-file.ts'
import { readCodebook } from './load-codebook.ts'
import { reportLosses, spareFromLosses } from './loss-report.ts'

/** Options of `voices codebook import`. */
export interface ImportOptions {
  /** Name of a format; undefined to recognise it. */
  readonly from: string | undefined
  readonly encoding: string | undefined
  /** The file to write; undefined to print the codebook. */
  readonly out: string | undefined
  /** The file for a list of all losses; undefined for none. */
  readonly losses: string | undefined
  /** Id of the codebook; undefined to make it from the name of the file. */
  readonly id: string | undefined
  /** Whether a loss is an error: then nothing is written. */
  readonly strict: boolean
}

/** Exit 0: imported, with what could not be carried on stderr. 1: the file is broken, or strict. */
export async function codebookImport(
  [path]: readonly string[],
  options: ImportOptions,
  io: Io,
): Promise<number> {
  if (path === undefined) throw new CannotRun('Name the file to import.')
  if (options.out !== undefined && exists(resolve(io.cwd, options.out), options.out)) {
    throw new CannotRun(
      `${options.out} is there already, and may hold your work. Choose another name for --out.`,
    )
  }
  const files = { input: path, out: options.out, losses: options.losses }
  spareFromLosses(files, io)
  const read = await readExchangeFile(path, { encoding: options.encoding, cwd: io.cwd })
  const format = formatOf(read, { path, from: options.from })
  const imported = await importedFrom(read, format, path, io)
  if (imported === undefined) return FOUND
  const { draft } = imported
  checkSize(draft, path)
  const written = draftYaml(withOrigin(draft, format, path), options.id ?? idOf(draft, path))
  await checkText(written.text, path)
  const losses = [...imported.losses, ...written.losses]
  io.err(summary(draft, { format, encoding: read.file.encoding, path }))
  await reportLosses(losses, files, io)
  for (const note of unspacedNotes(draft)) io.err(`${note}\n`)
  if (options.strict && losses.length > 0) {
    io.err('No codebook was written, because of --strict.\n')
    return FOUND
  }
  if (options.out === undefined) io.out(written.text)
  else {
    createFile(resolve(io.cwd, options.out), written.text)
    io.err(`Written to ${options.out}.\n`)
  }
  return DONE
}

/** The draft that comes of a file; undefined where none does, which has then been said. */
async function importedFrom(
  { file, parts, partOf }: ReadFile,
  format: ExchangeFormat,
  path: string,
  io: Io,
): Promise<{ readonly draft: Draft; readonly losses: readonly Loss[] } | undefined> {
  const { regexProblem } = await import('../match/linear-regex.ts')
  const imported = await format.read?.(file, { path, regexProblem, parts, partOf })
  io.err(toLines(imported?.diagnostics ?? [], colours(io.showsProgress)))
  if (imported?.draft === undefined) return undefined
  const { draft, losses } = imported
  if (draft.themes.length > 0) return { draft, losses }
  io.err(`${path}: no theme was found in this ${format.title}.\n`)
  return undefined
}

/** Throws where no codebook can be made of so much. */
function checkSize({ themes }: Draft, path: string): void {
  const count = themes.flatMap(withChildren).length
  if (count > MOST_THEMES) throw tooMany(path, count)
  if (indentOf(themes, 1) > MOST_INDENT) throw tooLong(path)
}

/** Says at the head of the file where it came from, and what to know of its words. */
function withOrigin(draft: Draft, { title }: ExchangeFormat, path: string): Draft {
  const origin = `Imported from ${basename(path)}, a ${title}.`
  return { ...draft, notes: [origin, ...draft.notes, ...unspacedNotes(draft)] }
}

/** More than any codebook has that people read. */
const MOST_THEMES = 20_000

function tooMany(path: string, themes: number): CannotRun {
  return new CannotRun(
    `${path}: it has ${thousands(themes)} categories or codes, and a codebook made here at most ${thousands(MOST_THEMES)}. Is it a dictionary? Split the file.`,
  )
}

function formatOf(
  { file }: ReadFile,
  { path, from }: { readonly path: string; readonly from: string | undefined },
): ExchangeFormat {
  const readable = FORMATS.filter(({ read }) => read !== undefined)
  const found =
    from === undefined
      ? readable.find((format) => format.recognises(file))
      : readable.find(({ name }) => name === from)
  if (found !== undefined) return found
  const message =
    from === undefined
      ? `${path}: its format was not recognised. Name it with --from, one of:`
      : `“${from}” is no format that can be read. --from takes one of:`
  throw new CannotRun(`${message}\n${formatList(readable)}`)
}

function idOf(draft: Draft, path: string): string {
  return idFromName(draft.id) || idFromName(basename(path)) || 'imported'
}

interface Origin {
  readonly format: ExchangeFormat
  readonly encoding: string
  readonly path: string
}

function summary(draft: Draft, { format, encoding, path }: Origin): string {
  const themes = draft.themes.flatMap(withChildren)
  const rules = themes.reduce((sum, theme) => sum + theme.rules.length, 0)
  const read = encoding === '' ? format.title : `${format.title}, ${encoding}`
  return `${path}: ${read}: ${amount(themes.length, 'theme')}, ${amount(rules, 'rule')}.\n`
}

function withChildren(theme: DraftTheme): readonly DraftTheme[] {
  return [theme, ...theme.themes.flatMap(withChildren)]
}

/** White space before what a codebook says of themes and rules, in characters, or somewhat less. */
function indentOf(themes: readonly DraftTheme[], level: number): number {
  let indent = 0
  for (const theme of themes) {
    indent += SPACES_A_LEVEL * level * (LINES_OF_THEME + theme.rules.length)
    indent += indentOf(theme.themes, Math.min(level + 1, MOST_LEVELS))
  }
  return indent
}

const SPACES_A_LEVEL = 4
const LINES_OF_THEME = 3
/** Levels that a codebook has. */
const MOST_LEVELS = 100
/** Certainly more than a codebook may have; to write as much and then refuse it takes minutes. */
const MOST_INDENT = 32_000_000

function tooLong(path: string): CannotRun {
  return new CannotRun(
    `${path}: the codebook made from it would be longer than a codebook can be. Split the file and import its parts.`,
  )
}

/** Whatever a file holds, what comes of it can be read, but for extremes; else the fault is ours. */
async function checkText(text: string, path: string): Promise<void> {
  const { diagnostics } = await readCodebook({ path, text })
  const [error] = diagnostics.filter(({ severity }) => severity === 'error')
  if (error === undefined) return
  if (error.id === 'too-large') throw tooLong(path)
  if (error.id === 'too-deep') {
    throw new CannotRun(
      `${path}: hundreds of brackets, [ or {, are opened and never closed in it, and a codebook can have no more than 400. Take them out and import it again.`,
    )
  }
  throw new Error(
    `the codebook made from ${path} cannot be read: line ${error.line}: ${error.message}`,
  )
}
