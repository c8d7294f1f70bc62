/** Codebooks of a few lines, for tests of what changed between two. */
import { expect } from 'vitest'
import { parseCodebook } from '../src/codebook/parse.ts'
import { regexProblem } from '../src/match/linear-regex.ts'
import type { Codebook } from '../src/types.ts'

/** The codebook of a text that has no errors. */
export async function codebookOf(text: string): Promise<Codebook> {
  const { value, diagnostics } = await parseCodebook(text, 'club.yaml', { regexProblem })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (value === undefined) throw new Error('the codebook of the test cannot be read')
  return value
}

/** A codebook with these lines of themes; the ids of rules are those of their words. */
export function shortBook(themes: string, retired = ''): Promise<Codebook> {
  return codebookOf(`codebook: club\nversion: 1.0.0\ntitle: The club\n${retired}themes:\n${themes}`)
}

/** A theme on lines of its own: id, rules, child themes. */
export function themeLines(id: string, rules: string, children: readonly string[] = []): string {
  const own = `- {id: ${id}, name: N, definition: d, rules: [${rules}]`
  return children.length === 0 ? `${own}}\n` : `${own}, themes: [${children.map(inFlow)}]}\n`
}

/** `- {…}` as an item of a list on one line. */
function inFlow(lines: string): string {
  return lines.trim().slice(2)
}
