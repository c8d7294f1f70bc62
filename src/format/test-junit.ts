/** The tests of a codebook as JUnit XML, which build servers read. */
import { xmlText } from '../xml-text.ts'
import { type ProblemFact, survivorMessage, type TestFact, type TestFacts } from './test-facts.ts'

/** A suite for each theme, file of cases and baseline; known misses are skipped tests. */
export function testJunit({ codebook, tests, problems, mutants }: TestFacts): string {
  const suites = [...bySuite(tests)].map(([name, own]) =>
    suiteOf(`${codebook.id}.${name}`, own.map(testPart)),
  )
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) suites.push(suiteOf(`${codebook.id}.problems`, errors.map(problemPart)))
  if (mutants !== undefined) {
    const parts = mutants.survivors.map((survivor): Part => {
      const { theme, rule, exception, line, column } = survivor
      const message = survivorMessage(survivor)
      const place = { path: codebook.path, line, column }
      const name = `${theme}: ${[rule, ...(exception === undefined ? [] : ['unless', exception])].join(' ').trim()}`
      return { name, kind: 'failure', type: 'untested', message, place }
    })
    const rules = mutants.themes.reduce((sum, theme) => sum + theme.rules, 0)
    if (parts.length === 0) {
      const name = `${rules} rules are tested`
      parts.push({ name, kind: 'passed', type: '', message: '', place: undefined })
    }
    suites.push(suiteOf(`${codebook.id}.mutants`, parts))
  }
  const sum = (key: 'tests' | 'failures' | 'errors' | 'skipped') =>
    suites.reduce((total, suite) => total + suite[key], 0)
  const counts = `tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="${xmlText(`${codebook.id} ${codebook.version}`.trim())}" ${counts}>\n`,
    ...suites.map(({ text }) => text),
    '</testsuites>\n',
  ].join('')
}

function bySuite(tests: readonly TestFact[]): Map<string, TestFact[]> {
  const suites = new Map<string, TestFact[]>()
  for (const test of tests) {
    const suite = suites.get(test.suite)
    if (suite === undefined) suites.set(test.suite, [test])
    else suite.push(test)
  }
  return suites
}

/** One test case of a suite. */
interface Part {
  readonly name: string
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped'
  readonly type: string
  readonly message: string
  readonly place: Place | undefined
}

type Place = Pick<ProblemFact, 'path' | 'line' | 'column'>

function testPart({ name, outcome, id, message, path, line, column }: TestFact): Part {
  const kind = outcome === 'failed' ? 'failure' : outcome === 'known-miss' ? 'skipped' : 'passed'
  return { name, kind, type: id, message, place: { path, line, column } }
}

function problemPart({ id, message, path, line, column }: ProblemFact): Part {
  const place = { path, line, column }
  return { name: `${placeText(place)} ${id}`, kind: 'error', type: id, message, place }
}

interface Suite {
  readonly text: string
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

function suiteOf(name: string, parts: readonly Part[]): Suite {
  const count = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).length
  const counts = {
    tests: parts.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  }
  const attributes = Object.entries(counts).map(([key, value]) => ` ${key}="${value}"`)
  const cases = parts.map((part) => caseOf(name, part)).join('')
  const text = `  <testsuite name="${xmlText(name)}"${attributes.join('')}>\n${cases}  </testsuite>\n`
  return { text, ...counts }
}

function caseOf(suite: string, { name, kind, type, message, place }: Part): string {
  const open = `    <testcase classname="${xmlText(suite)}" name="${xmlText(name)}"`
  if (kind === 'passed') return `${open}/>\n`
  const said = ` message="${xmlText(message)}"`
  if (kind === 'skipped') return `${open}>\n      <skipped${said}/>\n    </testcase>\n`
  const where = place === undefined ? '' : placeText(place)
  const body = `<${kind} type="${xmlText(type)}"${said}>${xmlText(`${where} ${message}`)}</${kind}>`
  return `${open}>\n      ${body}\n    </testcase>\n`
}

function placeText({ path, line, column }: Place): string {
  return [path, line, column].filter((part) => part !== undefined).join(':')
}
