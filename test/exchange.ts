/** Importing and exporting as the commands do, without a disk. */
import { draftYaml } from '../src/codebook/exchange/draft-yaml.ts'
import type { DraftTheme, Imported, Loss } from '../src/codebook/exchange/exchange.ts'
import { FORMATS } from '../src/codebook/exchange/formats.ts'
import { parseCodebook } from '../src/codebook/parse.ts'
import { patternText } from '../src/codebook/rule-text.ts'
import { regexProblem } from '../src/match/linear-regex.ts'
import type { Codebook } from '../src/types.ts'

function formatNamed(name: string) {
  const found = FORMATS.find((format) => format.name === name)
  if (found === undefined) throw new Error(`no format ${name}`)
  return found
}

/** The file of another program as a draft. */
export async function imported(format: string, text: string, name = 'file'): Promise<Imported> {
  const file = { name, bytes: new TextEncoder().encode(text), text, encoding: 'utf-8' }
  const options = { path: name, regexProblem, parts: [], partOf: () => undefined }
  const { read } = formatNamed(format)
  if (read === undefined) throw new Error(`${format} cannot be read`)
  return read(file, options)
}

/** The name of the format that a file is recognised as. */
export function recognised(name: string, text: string): string | undefined {
  const file = { name, bytes: new TextEncoder().encode(text), text, encoding: 'utf-8' }
  return FORMATS.find((format) => format.recognises(file))?.name
}

/** A codebook as the text of another program, with what it leaves behind. */
export async function exported(format: string, codebook: Codebook) {
  const { write } = formatNamed(format)
  if (write === undefined) throw new Error(`${format} cannot be written`)
  return write(codebook)
}

/** The codebook that an import makes; fails where it cannot be read. */
export async function codebookOf({ draft }: Imported, id = 'imported') {
  if (draft === undefined) throw new Error('nothing was imported')
  const { text, losses } = draftYaml(draft, id)
  return { codebook: await parsed(text), text, losses }
}

/** A codebook from its text; fails where it has errors. */
export async function parsed(text: string): Promise<Codebook> {
  const { value, diagnostics } = await parseCodebook(text, 'book.yaml', { regexProblem })
  if (value === undefined) throw new Error(`${diagnostics[0]?.message}\n${text}`)
  return value
}

/** Themes with their rules, a line each: `Care > Home: bed, sleep*`. */
export function outline(themes: readonly DraftTheme[], above = ''): readonly string[] {
  return themes.flatMap((theme) => {
    const path = above === '' ? theme.name : `${above} > ${theme.name}`
    const rules = theme.rules.map(({ pattern }) => patternText(pattern)).join(', ')
    return [rules === '' ? path : `${path}: ${rules}`, ...outline(theme.themes, path)]
  })
}

/** Losses, a line each. */
export function lossLines(losses: readonly Loss[]): readonly string[] {
  return losses.map(({ where, what }) => `${where} | ${what}`)
}
