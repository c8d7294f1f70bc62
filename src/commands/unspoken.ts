/** Problems without the words that they quote, for outputs that go to others. */
import { collectProblems } from '../codebook/problems.ts'
import type { Tree } from '../codebook/tree.ts'
import type { Diagnostic } from '../types.ts'

/** A problem of a transcript: what is said of it may quote it, or name who speaks. */
export function unspoken(problem: Diagnostic): Diagnostic {
  if (problem.id.startsWith('baseline-')) return problem
  return { ...problem, message: 'See what voices inspect says of this file.' }
}

/** A problem of a file of cases: with a colon or a quote too few, what it quotes is a text. */
export function withoutCase(problem: Diagnostic): Diagnostic {
  return quotesNothing(problem) ? problem : { ...problem, message: WITHHELD }
}

/**
 * Problems of a codebook: what stands in rules and ids is the analyst's own; what stands in examples
 * may be somebody's. Where the file is no YAML nobody can tell the one from the other.
 */
export async function withoutExamples(
  problems: readonly Diagnostic[],
  text: string,
): Promise<readonly Diagnostic[]> {
  if (problems.every(quotesNothing)) return problems
  const lines = await exampleLines(text)
  return problems.map((problem) => {
    const isRule = problem.line !== undefined && lines?.has(problem.line) === false
    return isRule || quotesNothing(problem) ? problem : { ...problem, message: WITHHELD }
  })
}

const WITHHELD = 'What is wrong here may quote what somebody said: --show-text shows it.'

function quotesNothing({ message }: Diagnostic): boolean {
  return !QUOTE.test(message)
}

/** What messages put around a text: `the text "yes"`, and around a key. */
const QUOTE = /["`]/u

/** Lines on which a part of an example stands; undefined where the text is no YAML. */
async function exampleLines(text: string): Promise<ReadonlySet<number> | undefined> {
  const bare = text.replace(BYTE_ORDER_MARK, '').replaceAll(LINE_END, '\n')
  const problems = collectProblems(bare, '')
  const tree = (await import('../codebook/yaml-tree.ts')).readYaml(bare, problems)
  if (tree === undefined) return undefined
  const lines = new Set<number>()
  for (const at of placesIn(tree, false)) lines.add(problems.place(at).line)
  return lines
}

const BYTE_ORDER_MARK = /^\uFEFF/u
/** As Windows and old Macintoshes write it. */
const LINE_END = /\r\n?/gu

/** Where the keys and values of examples begin, in UTF-16 code units. */
function* placesIn(tree: Tree, isExample: boolean): Iterable<number> {
  if (isExample) yield tree.at
  if (tree.kind === 'list') for (const item of tree.items) yield* placesIn(item, isExample)
  if (tree.kind !== 'map') return
  for (const { key, keyAt, value } of tree.entries) {
    const isBelow = isExample || key === 'examples'
    if (isBelow) yield keyAt
    yield* placesIn(value, isBelow)
  }
}
