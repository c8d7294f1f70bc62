import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import type { TestFact, TestFacts } from '../src/format/test-facts.ts'
import { testAnnotations } from '../src/format/test-github.ts'
import { testJson } from '../src/format/test-json.ts'
import { testJunit } from '../src/format/test-junit.ts'
import { testMarkdown } from '../src/format/test-markdown.ts'
import { testSarif } from '../src/format/test-sarif.ts'

function fact(given: Partial<TestFact>): TestFact {
  return {
    kind: 'example',
    suite: 'school',
    name: 'example 1',
    outcome: 'passed',
    id: 'example-fails',
    message: '',
    path: 'codebooks/my school.yaml',
    line: 3,
    column: 9,
    fingerprint: '0123456789abcdef',
    ...given,
  }
}

function facts(tests: readonly TestFact[]): TestFacts {
  return {
    codebook: { id: 'school', version: '1.0.0', fingerprint: 'sha256:0', path: 'school.yaml' },
    unit: 'sentence',
    tests,
    problems: [],
    baseline: undefined,
    mutants: undefined,
  }
}

const NASTY = '100% <b>"a" & b</b>, c: d\r\n::error::e | `f` \u{1B}[31m \uD800 \uFFFE 😀'

/** Element names with their attributes, in order; throws nothing, so nesting is checked by hand. */
function elementsOf(xml: string): readonly [string, Readonly<Record<string, string>>][] {
  const found: [string, Readonly<Record<string, string>>][] = []
  const open: string[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name)
        found.push([name, attributes])
      },
      onclosetag(name, isImplied) {
        expect(open.pop()).toBe(name)
        expect(isImplied && !xml.includes('/>')).toBe(false)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  expect(open).toEqual([])
  return found
}

describe('JUnit', () => {
  it('is XML with a suite for each theme, known misses skipped', () => {
    const xml = testJunit(
      facts([
        fact({}),
        fact({ name: 'example 2', outcome: 'failed', message: NASTY }),
        fact({ name: 'example 3', outcome: 'known-miss', message: 'later' }),
        fact({ kind: 'case', suite: 'school.cases.yaml', name: NASTY }),
      ]),
    )
    const elements = elementsOf(xml)
    expect(elements.map(([name]) => name)).toEqual([
      ...['testsuites', 'testsuite', 'testcase', 'testcase', 'failure'],
      ...['testcase', 'skipped', 'testsuite', 'testcase'],
    ])
    expect(elements[0]?.[1]).toEqual({
      name: 'school 1.0.0',
      tests: '4',
      failures: '1',
      errors: '0',
    })
    expect(elements[1]?.[1]).toEqual({
      name: 'school.school',
      tests: '3',
      failures: '1',
      errors: '0',
      skipped: '1',
    })
    expect(elements[4]?.[1]?.message).toContain('100% <b>"a" & b</b>, c: d\r\n::error::e')
    for (const character of ['\u{1B}', '\uFFFE']) expect(xml).not.toContain(character)
    expect(xml).not.toMatch(/\p{Cs}/u)
  })
})

describe('an exception that no test would miss', () => {
  it('is named in every output', () => {
    const place = { alternatives: [], line: 7, column: 5 }
    const survivors = [
      { ...place, theme: 'school', rule: '', exception: 'school bus' },
      { ...place, theme: 'school', rule: 'teacher', exception: 'after: training' },
    ]
    const themes = [
      {
        theme: 'school',
        rules: 2,
        untestedRules: 0,
        alternatives: 0,
        untestedAlternatives: 0,
        exceptions: 3,
        untestedExceptions: 2,
      },
    ]
    const report = { ...facts([fact({})]), mutants: { themes, survivors } }
    const said =
      'school: no test would miss the exception “after: training” of the rule teacher. Add an example with `expect: none` that only it keeps out.'
    for (const write of [testAnnotations, testJunit]) expect(write(report)).toContain(said)
    expect(testAnnotations(report)).toContain('title=voices untested-exception')
    expect(testJunit(report)).toContain('name="school: teacher unless after: training"')
    expect(testJunit(report)).toContain('name="school: unless school bus"')
    expect(testMarkdown(report)).toContain('| school | 2 | 0 | 0 | 0 | 3 | 2 |')
    expect(JSON.parse(testJson(report)).mutants.untested).toEqual(survivors)
    const { results } = JSON.parse(testSarif(report)).runs[0]
    expect(results[0].partialFingerprints).not.toEqual(results[1].partialFingerprints)
  })
})

describe('GitHub', () => {
  it('escapes what would be another command', () => {
    const text = testAnnotations(facts([fact({ outcome: 'failed', message: NASTY })]))
    expect(text.split('\n')[0]).toBe(
      '::error file=codebooks/my school.yaml,line=3,col=9,title=voices example-fails::100%25 <b>"a" & b</b>, c: d%0D%0A::error::e | `f` \u{1B}[31m \uD800 \uFFFE 😀',
    )
  })

  it.each([
    { failures: 10, shown: 10, last: 'no 10' },
    { failures: 11, shown: 10, last: 'and 2 more problems: voices test school.yaml shows all.' },
    { failures: 500, shown: 10, last: 'and 491 more problems: voices test school.yaml shows all.' },
  ])('shows $shown of $failures errors', ({ failures, shown, last }) => {
    const tests = Array.from({ length: failures }, (_, index) =>
      fact({ name: `example ${index}`, outcome: 'failed', message: `no ${index + 1}` }),
    )
    const lines = testAnnotations(facts(tests))
      .split('\n')
      .filter((line) => line.startsWith('::'))
    expect(lines).toHaveLength(shown)
    expect(lines.at(-1)?.endsWith(`::${last}`)).toBe(true)
  })
})

describe('SARIF', () => {
  const tests = [
    fact({ outcome: 'failed', message: 'one' }),
    fact({
      name: 'example 2',
      outcome: 'fixed',
      id: 'todo-passes',
      message: 'two',
      fingerprint: 'ff',
    }),
    fact({ name: 'example 3' }),
  ]
  it('has a result for each finding, on its line', () => {
    const { version, runs } = JSON.parse(testSarif(facts(tests)))
    expect(version).toBe('2.1.0')
    const [{ tool, results }] = runs
    expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      'example-fails',
      'todo-passes',
    ])
    expect(results).toHaveLength(2)
    expect(results[1]).toMatchObject({ ruleId: 'todo-passes', ruleIndex: 1, level: 'warning' })
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'codebooks/my%20school.yaml' },
      region: { startLine: 3, startColumn: 9 },
    })
  })

  it('knows a finding again on another line', () => {
    const printOf = (line: number) =>
      JSON.parse(testSarif(facts([fact({ outcome: 'failed', message: 'one', line })]))).runs[0]
        .results[0].partialFingerprints
    expect(printOf(3)).toEqual(printOf(300))
  })
})

describe('JSON and Markdown', () => {
  it('JSON has its version first and the tests in order', () => {
    const report = JSON.parse(testJson(facts([fact({ name: 'b' }), fact({ name: 'a' })])))
    expect(Object.keys(report)[0]).toBe('schema_version')
    expect(report.tests.map(({ name }: { name: string }) => name)).toEqual(['b', 'a'])
  })

  it('Markdown keeps each finding in its row, and says how many more there are', () => {
    const tests = Array.from({ length: 60 }, () => fact({ outcome: 'failed', message: NASTY }))
    const text = testMarkdown(facts(tests))
    const rows = text.split('\n').filter((line) => line.startsWith('| codebooks'))
    expect(rows).toHaveLength(50)
    expect(text).toContain('… and 10 more findings.')
  })
})
