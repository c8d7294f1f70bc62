import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaseFile } from '../src/check/case-file.ts'
import { caseTests, runCases, runFatalCases } from '../src/check/cases.ts'
import { codebookAround } from '../src/check/fatal-parts.ts'
import { parseCodebook } from '../src/codebook/parse.ts'
import { collectProblems } from '../src/codebook/problems.ts'
import type { Tree } from '../src/codebook/tree.ts'
import { readYaml } from '../src/codebook/yaml-tree.ts'
import { compile } from '../src/match/compile.ts'
import { regexProblem } from '../src/match/linear-regex.ts'
import type { Codebook } from '../src/types.ts'

const TOOLS = { regexProblem }

const { value: parsed } = await parseCodebook(
  `codebook: school
version: 1.0.0
themes:
  - id: relationships
    name: Relationships
    rules: [trust, {phrase: promise, speakers: {only: [young_person]}}]
    themes:
      - id: workers
        name: Workers
        rules: [worker]
  - id: school
    name: School
    rules: [school, teacher]
`,
  'school.yaml',
  TOOLS,
)
if (parsed === undefined) throw new Error('the codebook of this test is broken')
const codebook: Codebook = parsed

async function diagnosticsOf(text: string): Promise<readonly string[]> {
  const { diagnostics } = await readCaseFile(text, {
    path: 'school.cases.yaml',
    codebook,
    roles: new Map(),
  })
  return diagnostics.map(({ line, column, id }) => `${line}:${column} ${id}`)
}

async function complaintsOf(text: string): Promise<readonly string[]> {
  const { value, diagnostics } = await readCaseFile(text, {
    path: 'school.cases.yaml',
    codebook,
    roles: new Map([['Kai', 'young person']]),
  })
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  const matcher = compile(codebook, 'sentence')
  const results = [
    ...runCases(matcher, caseTests(matcher, [value]), {
      unit: 'sentence',
      excludedRoles: codebook.excludedRoles,
    }),
    ...(await runFatalCases([value], (yaml) => parseCodebook(yaml, 'fatal', TOOLS))),
  ]
  return results.map(({ outcome, complaint }) => [outcome, complaint?.withheld ?? ''].join(' '))
}

describe('a file of cases', () => {
  it.each([
    { name: 'nothing', text: '', expected: ['1:1 empty-file'] },
    { name: 'a list', text: '- a\n- b\n', expected: ['1:1 wrong-type'] },
    {
      name: 'another codebook',
      text: 'codebook: other\ncases: []\n',
      expected: ['1:11 other-codebook'],
    },
    { name: 'cases as a text', text: 'cases: none\n', expected: ['1:8 wrong-type'] },
    { name: 'a mistyped key', text: 'casses: []\n', expected: ['1:1 unknown-key'] },
    {
      name: 'a mistyped key of a case',
      text: 'cases:\n  - name: a\n    text: b\n    expects: none\n',
      expected: ['2:5 missing-key', '4:5 unknown-key'],
    },
    {
      name: 'a case without text or name',
      text: 'cases:\n  - expect: none\n',
      expected: ['2:5 missing-key', '2:5 missing-key'],
    },
    { name: 'a case that is a text', text: 'cases: [hello]\n', expected: ['1:9 wrong-type'] },
    {
      name: 'a text that is a list',
      text: 'cases:\n  - name: a\n    text: [b]\n    expect: none\n',
      expected: ['3:11 wrong-type'],
    },
    {
      name: 'a theme that there is not',
      text: 'cases:\n  - name: a\n    text: b\n    expect: [school, workers]\n',
      expected: ['4:22 unknown-theme'],
    },
    {
      name: 'a quote that is not in the text',
      text: 'cases:\n  - name: a\n    text: My school.\n    expect: [{theme: school, quote: My School}]\n',
      expected: ['4:37 quote-not-in-text'],
    },
    {
      name: 'an empty list of themes',
      text: 'cases:\n  - name: a\n    text: b\n    expect: []\n',
      expected: ['4:13 wrong-type'],
    },
    {
      name: 'an expected theme without its id',
      text: 'cases:\n  - name: a\n    text: b\n    expect: [{quote: b}]\n',
      expected: ['4:14 missing-key'],
    },
    {
      name: 'two cases of one name',
      text: 'cases:\n  - {name: a, text: b, expect: none}\n  - {name: a, text: c, expect: none}\n',
      expected: ['3:6 duplicate-case'],
    },
    {
      name: 'a fatal case without rule or theme',
      text: 'fatal:\n  - {name: a, error: bad-regex}\n',
      expected: ['2:5 missing-key'],
    },
    {
      name: 'a fatal case with both',
      text: 'fatal:\n  - {name: a, error: bad-regex, rule: a, theme: {id: b}}\n',
      expected: ['2:5 missing-key'],
    },
    {
      name: 'faults of a fatal rule, which are meant',
      text: 'fatal:\n  - name: a\n    error: unknown-key\n    rule: {pharse: b, pharse: c, x: }\n',
      expected: [],
    },
    { name: 'no YAML', text: 'cases: [\n', expected: ['1:9 missing-character'] },
    {
      name: 'Windows line ends and a byte-order mark',
      text: '\uFEFFcases:\r\n  - name: a\r\n    text: b\r\n    expect: nothing\r\n',
      expected: ['4:13 unknown-theme'],
    },
  ])('$name', async ({ text, expected }) => {
    expect(await diagnosticsOf(text)).toEqual(expected)
  })

  it('never throws, whatever it holds', async () => {
    const whole =
      'cases:\n  - name: a\n    text: My school.\n    expect:\n      - theme: school\n        quote: school\nfatal:\n  - name: b\n    rule: {near: [c]}\n    error: too-few-items\n'
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(12),
        fc.constantFrom('', '- ', ':', '[', '\n', '{a: ', '*x', '"', '  '),
        async (at, length, instead) => {
          const text = whole.slice(0, at) + instead + whole.slice(at + length)
          for (const place of await diagnosticsOf(text)) expect(place).toMatch(/^\d+:\d+ [a-z-]+$/u)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a case', () => {
  const one = (rest: string) => `cases:\n  - {name: a, ${rest}}\n`
  it.each([
    { name: 'no theme', text: one('text: Hello., expect: none'), expected: 'passed ' },
    { name: 'one theme', text: one('text: My school., expect: school'), expected: 'passed ' },
    {
      name: 'a theme that is missing',
      text: one('text: My school., expect: [school, relationships]'),
      expected: 'failed Case “a”: relationships is missing.',
    },
    {
      name: 'a theme that is not listed',
      text: one('text: I trust my teacher., expect: [relationships]'),
      expected: 'failed Case “a”: school is not expected, but the rule teacher gives it.',
    },
    {
      name: 'several things wrong',
      text: one('text: I trust my teacher., expect: [relationships/workers]'),
      expected:
        'failed Case “a”: relationships/workers is missing; school is not expected, but the rule teacher gives it.',
    },
    {
      name: 'a child, which brings its parent along',
      text: one('text: "My worker left, I trust nobody.", expect: [relationships/workers]'),
      expected: 'passed ',
    },
    {
      name: 'a parent that only its child gives',
      text: one('text: My worker left., expect: [relationships]'),
      expected:
        'failed Case “a”: relationships/workers is not expected, but the rule worker gives it.',
    },
    {
      name: 'a quote that holds the matched words',
      text: one('text: My school closed., expect: [{theme: school, quote: My school}]'),
      expected: 'passed ',
    },
    {
      name: 'a quote that holds other words',
      text: one('text: My school closed., expect: [{theme: school, quote: closed}]'),
      expected: 'failed Case “a”: school does not come from its quote.',
    },
    {
      name: 'a role that is never coded',
      text: one('text: My school., role: interviewer, expect: none'),
      expected: 'passed ',
    },
    {
      name: 'a speaker whose label says so',
      text: one('text: My school., speaker: Interviewer, expect: none'),
      expected: 'passed ',
    },
    {
      name: 'a rule for one role, said by it',
      text: one('text: They promise., speaker: Kai, expect: [relationships]'),
      expected: 'passed ',
    },
    {
      name: 'a rule for one role, said by another',
      text: one('text: They promise., role: social_worker, expect: none'),
      expected: 'passed ',
    },
    {
      name: 'a known miss',
      text: one('text: Maths., expect: [school], todo: later'),
      expected: 'known-miss Case “a”: school is missing.',
    },
    {
      name: 'a known miss that is found',
      text: one('text: School., expect: [school], todo: later'),
      expected: 'fixed ',
    },
  ])('$name', async ({ text, expected }) => {
    expect(await complaintsOf(text)).toEqual([expected])
  })
})

describe('a fatal case', () => {
  const one = (rest: string) => `fatal:\n  - {name: a, ${rest}}\n`
  it.each([
    {
      name: 'a rule that is refused',
      text: one('rule: {near: [trust]}, error: too-few-items'),
      expected: 'passed ',
    },
    {
      name: 'a regex that is refused',
      text: one('rule: {regex: "(a"}, error: bad-regex'),
      expected: 'passed ',
    },
    { name: 'a phrase', text: one('rule: "*", error: wildcard-only'), expected: 'passed ' },
    {
      name: 'a key given twice',
      text: one('rule: {phrase: a, phrase: b}, error: duplicate-key'),
      expected: 'passed ',
    },
    {
      name: 'a theme that is refused',
      text: one('theme: {id: Bad Id, name: X, rules: [a]}, error: bad-id'),
      expected: 'passed ',
    },
    {
      name: 'a theme that lint refuses',
      text: one(
        'theme: {id: a, name: X, rules: [b], examples: [{text: b, quote: c}]}, error: quote-not-in-text',
      ),
      expected: 'passed ',
    },
    {
      name: 'a rule that is accepted',
      text: one('rule: {near: [trust, worker]}, error: too-few-items'),
      expected: 'failed The rule must be refused with too-few-items, but it is accepted.',
    },
    {
      name: 'a rule that is refused for another reason',
      text: one('rule: {near: [trust], gap: 2, neer: x}, error: bad-regex'),
      expected:
        'failed The rule must be refused with bad-regex; it is refused with too-few-items, unknown-key.',
    },
  ])('$name', async ({ text, expected }) => {
    expect(await complaintsOf(text)).toEqual([expected])
  })

  it('is read again as it was written', () => {
    const scalar = fc
      .tuple(
        fc.oneof(fc.string(), fc.constantFrom('true', '8', 'no', '- a', '#', '*')),
        fc.boolean(),
      )
      .map(([text, plain]): Tree => ({ kind: 'text', at: 0, text, plain }))
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc
          .array(tie('tree'), { maxLength: 3 })
          .map((items): Tree => ({ kind: 'list', at: 0, items })),
        fc.array(fc.tuple(fc.string(), tie('tree')), { maxLength: 3 }).map(
          (entries): Tree => ({
            kind: 'map',
            at: 0,
            entries: entries
              .filter(([key]) => key !== '<<')
              .map(([key, value]) => ({ key, keyAt: 0, value })),
          }),
        ),
      ),
    }))
    fc.assert(
      fc.property(tree, (written) => {
        const text = codebookAround('rule', written)
        const read = readYaml(text, collectProblems(text, 'fatal'))
        expect(bare(ruleIn(read))).toEqual(bare(written))
      }),
    )
  })
})

/** The one rule of the one theme. */
function ruleIn(codebookTree: Tree | undefined): Tree | undefined {
  let at: Tree | undefined = codebookTree
  for (const key of ['themes', undefined, 'rules', undefined]) {
    if (at?.kind === 'list') at = at.items[0]
    else if (at?.kind === 'map') at = at.entries.find((entry) => entry.key === key)?.value
  }
  return at
}

/** A tree without places. */
function bare(tree: Tree | undefined): unknown {
  if (tree === undefined || tree.kind === 'empty') return undefined
  if (tree.kind === 'text') return tree.text
  if (tree.kind === 'list') return tree.items.map(bare)
  return tree.entries.map(({ key, value }) => [key, bare(value)])
}
