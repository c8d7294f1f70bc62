/**
 * YAML → Codebook. Every problem is found in one go: those of the YAML, those of the shape (which
 * keys, which kinds of value) and those of the meaning (two themes with one id, an empty phrase).
 */

import { thousands } from '../amount.ts'
import type { Checked, Codebook } from '../types.ts'
import { fingerprint } from './fingerprint.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { collectProblems, type Problems } from './problems.ts'
import { readCodebook } from './read-codebook.ts'
import type { Reading } from './reading.ts'
import { tidyTree } from './tidy-tree.ts'
import type { Tree } from './tree.ts'

/** What the codebook stage needs from elsewhere. */
export interface ParseTools {
  /** Why the linear-time engine refuses a regular expression; undefined where it takes it. */
  readonly regexProblem: (source: string) => string | undefined
}

/** Longest file in UTF-16 code units: some hundred times the largest codebook in use. */
const LONGEST = 16_000_000

const NUL_CHARACTER =
  'A NUL character stands here, which no text has. The file is damaged, or it was saved as UTF-16: save it as UTF-8.'

/** U+FEFF, which some Windows programs write first. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The codebook in the text of a YAML file, and everything that is wrong with it. The codebook is
 * undefined where there is an error; warnings alone do not hinder it. `path` is only quoted.
 */
export async function parseCodebook(
  text: string,
  path: string,
  tools: ParseTools,
): Promise<Checked<Codebook | undefined>> {
  const bare = withLineEnds(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text)
  const problems = collectProblems(bare, path)
  const content = await readContent(bare, problems, tools)
  const diagnostics = problems.sorted()
  if (content === undefined || problems.hasErrors()) return { value: undefined, diagnostics }
  return { value: { ...content, fingerprint: fingerprint(content), path }, diagnostics }
}

/** Line ends as \n: Windows ones stand after the last column, so every place stays the same. */
function withLineEnds(text: string): string {
  if (text.includes('\n')) return text.replaceAll('\r\n', '\n')
  return text.replaceAll('\r', '\n')
}

async function readContent(text: string, problems: Problems, tools: ParseTools) {
  const tree = await readTree(text, problems)
  if (tree === undefined) return undefined
  if (tree.kind === 'empty') {
    problems.error(
      'empty-file',
      0,
      'The file is empty. `voices init` writes a codebook to start from.',
    )
    return undefined
  }
  const reading: Reading = { problems, regexProblem: tools.regexProblem, isShapely: true }
  const tidy = tidyTree(tree, problems)
  const content = readCodebook(reading, tidy)
  if (!reading.isShapely) await reportShapeOf(tidy, problems)
  return content
}

async function reportShapeOf(tree: Tree, problems: Problems): Promise<void> {
  const { reportShape } = await import('./shape.ts')
  if (reportShape(tree, problems) > 0) return
  throw new Error('The reader of codebooks and their schema disagree; this is a bug in voices.')
}

/** The readers and zod are loaded when they are needed: most files are plain and well-shaped. */
async function readTree(text: string, problems: Problems): Promise<Tree | undefined> {
  if (text.length > LONGEST) {
    const message = `The file has ${thousands(text.length)} characters; a codebook has at most ${thousands(LONGEST)}. Is it the right file?`
    problems.error('too-large', 0, message)
    return undefined
  }
  const nul = text.indexOf('\u0000')
  if (nul !== -1) {
    problems.error('nul-character', nul, NUL_CHARACTER)
    return undefined
  }
  return readPlainYaml(text) ?? (await import('./yaml-tree.ts')).readYaml(text, problems)
}
