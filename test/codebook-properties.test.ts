import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lintCodebook } from '../src/codebook/lint.ts'
import { parseCodebook } from '../src/codebook/parse.ts'
import { readPlainYaml } from '../src/codebook/plain-yaml.ts'
import { collectProblems } from '../src/codebook/problems.ts'
import { reportShape } from '../src/codebook/shape.ts'
import { codebookMarkdown, codebookTable } from '../src/codebook/show.ts'
import { tidyTree } from '../src/codebook/tidy-tree.ts'
import { readYaml } from '../src/codebook/yaml-tree.ts'
import { regexProblem } from '../src/match/linear-regex.ts'
import type { Diagnostic } from '../src/types.ts'
import { mutatedCodebook, PLAIN_EXAMPLE } from './codebook-mutations.ts'

const RUNS = { numRuns: 200 }
/** Some slips make the readers load zod and yaml, and a busy machine is slow: in milliseconds. */
const PATIENCE = 60_000

/** Whether a diagnostic points at a character of the text, or right after its last one. */
function isInside({ line, column }: Diagnostic, text: string): boolean {
  if (line === undefined || column === undefined) return line === column
  const words = text.split('\n')[line - 1]
  return words !== undefined && column >= 1 && column <= words.length + 1
}

describe('a codebook with slips', () => {
  it(
    'never throws, and every problem has its place in the file',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutatedCodebook, async (text) => {
          const { value, diagnostics } = await parseCodebook(text, 'book.yaml', { regexProblem })
          expect(diagnostics.filter((diagnostic) => !isInside(diagnostic, text))).toEqual([])
          const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
          expect(value === undefined).toBe(hasErrors)
          if (value === undefined) return
          expect(lintCodebook(value).filter((diagnostic) => !isInside(diagnostic, text))).toEqual(
            [],
          )
          expect(codebookMarkdown(value)).toContain(value.fingerprint)
          expect([...codebookTable(value).rows].length).toBe(value.themes.length)
        }),
        RUNS,
      )
    },
    PATIENCE,
  )

  it(
    'is accepted only in the shape that the schema describes',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutatedCodebook, async (text) => {
          const { value } = await parseCodebook(text, 'book.yaml', { regexProblem })
          if (value === undefined) return
          const problems = collectProblems(text, 'book.yaml')
          const bare = text.replace('\uFEFF', '').replaceAll('\r\n', '\n')
          const tree = readYaml(bare, problems)
          expect(tree).toBeDefined()
          if (tree !== undefined) reportShape(tidyTree(tree, problems), problems)
          expect(problems.sorted().filter(({ severity }) => severity === 'error')).toEqual([])
        }),
        RUNS,
      )
    },
    PATIENCE,
  )

  it(
    'has the same problems twice in a row',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutatedCodebook, async (text) => {
          const once = await parseCodebook(text, 'book.yaml', { regexProblem })
          expect(await parseCodebook(text, 'book.yaml', { regexProblem })).toEqual(once)
        }),
        { numRuns: 30 },
      )
    },
    PATIENCE,
  )
})

describe('the reader of plain YAML', () => {
  it('reads a codebook by itself', () => {
    expect(readPlainYaml(PLAIN_EXAMPLE)).toBeDefined()
  })

  it(
    'gives the tree of the full reader, or leaves the file to it',
    () => {
      fc.assert(
        fc.property(mutatedCodebook, (text) => {
          const plain = readPlainYaml(text)
          if (plain === undefined) return
          const problems = collectProblems(text, 'book.yaml')
          expect(plain).toEqual(readYaml(text, problems))
          expect(problems.sorted()).toEqual([])
        }),
        { numRuns: 1_000 },
      )
    },
    PATIENCE,
  )
})
