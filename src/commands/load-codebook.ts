import { asUsed, disputedChange } from '../codebook/edited.ts'
import { parseCodebook } from '../codebook/parse.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import type { Io } from '../io.ts'
import { compile, type Engines, enginesNeeded, type Matcher } from '../match/compile.ts'
import type { Settings } from '../settings.ts'
import type { Checked, Codebook, Diagnostic, Unit } from '../types.ts'

/** Reads and compiles the codebook; undefined where it has errors, which have then been printed. */
export async function loadMatcher(settings: Settings, io: Io): Promise<Matcher | undefined> {
  const { value, diagnostics } = await readCodebook(settings.codebook())
  const errors = diagnostics.map(forCoding).filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || value === undefined) {
    io.err(toLines(errors, colours(io.showsProgress)))
    io.err(`The codebook ${settings.codebook().path} cannot be used until this is mended.\n`)
    return undefined
  }
  io.err(toLines(editedWarning(value), colours(io.showsProgress)))
  return compileCodebook(asUsed(value), settings.unit ?? value.unit)
}

/** What is said of results that no version of the codebook stands for. */
function editedWarning(codebook: Codebook): readonly Diagnostic[] {
  const change = disputedChange(codebook)
  if (change === undefined) return []
  const { version, path } = codebook
  const message = `Version ${version} was recorded with other rules, so results say ${asUsed(codebook).version}. Record the new rules before you publish: voices codebook release`
  const { line, column } = change
  return [{ severity: 'warning', id: 'fingerprint-differs', message, path, line, column }]
}

/** A codebook without rules is a list of codes: good to keep and to exchange, but not to code with. */
function forCoding(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.id === 'no-rules' ? { ...diagnostic, severity: 'error' } : diagnostic
}

/** Reads a codebook; the engine for regular expressions is loaded only where one is used. */
export async function readCodebook(file: {
  readonly text: string
  readonly path: string
}): Promise<Checked<Codebook | undefined>> {
  const regexProblem = REGEX_KEY.test(file.text)
    ? (await import('../match/linear-regex.ts')).regexProblem
    : () => undefined
  return parseCodebook(file.text, file.path, { regexProblem })
}

/** A rule that is a regular expression, for example `- regex: "PAs?"`. */
const REGEX_KEY = /\bregex\b/u

/** Compiles a codebook with the engines that it needs. */
export async function compileCodebook(codebook: Codebook, unit: Unit): Promise<Matcher> {
  const needed = enginesNeeded(codebook)
  const engines: Engines = {
    ...(needed.stem && { stem: await (await import('../match/stem.ts')).loadStemmer() }),
    ...(needed.regex && { regex: (await import('../match/linear-regex.ts')).compileRegex }),
  }
  return compile(codebook, unit, engines)
}
