/** `voices codebook lint`, `show` and `schema`. */

import { amount, thousands } from '../amount.ts'
import { exampleDiagnostics, runExamples } from '../check/examples.ts'
import { codebookJsonSchema } from '../codebook/json-schema.ts'
import { lintCodebook } from '../codebook/lint.ts'
import { codebookMarkdown, codebookTable } from '../codebook/show.ts'
import { codebookHtml } from '../codebook/show-html.ts'
import { colours, sortDiagnostics, toLines } from '../format/diagnostics.ts'
import { type Format, writeTable } from '../format/table.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { readSettings } from '../settings.ts'
import type { Codebook, Diagnostic } from '../types.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'

/** Prints what cannot work in a codebook, failed examples included. */
export async function lint(
  [file]: readonly string[],
  options: { readonly format: 'text' | 'json' },
  io: Io,
): Promise<number> {
  const { codebook } = await readSettings(
    [],
    { ...(file !== undefined && { codebook: file }) },
    io.cwd,
  )
  const source = codebook()
  const { value, diagnostics } = await readCodebook(source)
  const isUsable = value !== undefined && !diagnostics.some(isError)
  const found = sortDiagnostics([...diagnostics, ...(isUsable ? await check(value) : [])])
  if (options.format === 'json') io.out(`${JSON.stringify(found, undefined, 2)}\n`)
  else {
    const shown = found.filter(withinMost())
    io.err(toLines(shown, colours(io.showsProgress)))
    io.err(restOf(found, shown))
    io.out(verdict(source.path, value, found))
  }
  return found.some(isError) ? FOUND : DONE
}

async function check(codebook: Codebook): Promise<readonly Diagnostic[]> {
  const matcher = await compileCodebook(codebook, codebook.unit)
  const examples = exampleDiagnostics(runExamples(matcher, codebook.unit), codebook.path)
  return [...lintCodebook(codebook), ...examples]
}

/** Warnings of a kind that are printed: an import may have hundreds of one kind. */
const MOST_OF_A_KIND = 10

/** Whether a finding is printed: every error, and the first warnings of each kind. */
function withinMost(): (diagnostic: Diagnostic) => boolean {
  const counts = new Map<string, number>()
  return (diagnostic) => {
    const count = (counts.get(diagnostic.id) ?? 0) + 1
    counts.set(diagnostic.id, count)
    return isError(diagnostic) || count <= MOST_OF_A_KIND
  }
}

/** `and 231 more [theme-without-examples]`, for each kind that is too long to print. */
function restOf(found: readonly Diagnostic[], shown: readonly Diagnostic[]): string {
  const counts = new Map<string, number>()
  const isShown = new Set(shown)
  for (const one of found) {
    if (!isShown.has(one)) counts.set(one.id, (counts.get(one.id) ?? 0) + 1)
  }
  return Array.from(
    counts,
    ([id, count]) => `and ${thousands(count)} more [${id}]: --format json lists them all\n`,
  ).join('')
}

function verdict(
  path: string,
  codebook: Codebook | undefined,
  found: readonly Diagnostic[],
): string {
  const errors = found.filter(isError).length
  const warnings = found.length - errors
  const problems = `${amount(errors, 'error')}, ${amount(warnings, 'warning')}`
  if (codebook === undefined) return `${path}: ${problems}\n`
  const rules = codebook.themes.reduce((sum, theme) => sum + theme.rules.length, 0)
  const examples = codebook.themes.reduce((sum, theme) => sum + theme.examples.length, 0)
  const size = `${amount(codebook.themes.length, 'theme')}, ${amount(rules, 'rule')}, ${amount(examples, 'example')}`
  return `${path}: ${codebook.id} ${codebook.version}, ${size}: ${found.length === 0 ? 'no problem found' : problems}\n`
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** Prints the codebook for people, as Markdown or a web page, or as a table with a row for each theme. */
export async function show(
  [file]: readonly string[],
  options: { readonly format: Format | 'html' },
  io: Io,
): Promise<number> {
  const { codebook } = await readSettings(
    [],
    { ...(file !== undefined && { codebook: file }) },
    io.cwd,
  )
  const { value, diagnostics } = await readCodebook(codebook())
  const errors = diagnostics.filter(isError)
  if (value === undefined || errors.length > 0) {
    io.err(toLines(errors, colours(io.showsProgress)))
    return FOUND
  }
  if (options.format === 'md') io.out(codebookMarkdown(value))
  else if (options.format === 'html') io.out(codebookHtml(value))
  else writeTable(codebookTable(value), { format: options.format, csv: {} }, io.out)
  return DONE
}

/** Prints the JSON Schema of codebooks, for editors. */
export async function schema(
  _paths: readonly string[],
  _options: unknown,
  io: Io,
): Promise<number> {
  io.out(`${JSON.stringify(codebookJsonSchema(), undefined, 2)}\n`)
  return DONE
}
