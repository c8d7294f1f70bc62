/** Where the results of `voices test` go, and in which formats: several at once. */
import { basename, dirname, resolve } from 'node:path'
import { CannotRun } from '../disk/cannot-run.ts'
import { outputFolder } from '../disk/output-folder.ts'
import { colours } from '../format/diagnostics.ts'
import type { TestFacts } from '../format/test-facts.ts'
import { testAnnotations } from '../format/test-github.ts'
import { testJson } from '../format/test-json.ts'
import { testJunit } from '../format/test-junit.ts'
import { testMarkdown } from '../format/test-markdown.ts'
import { testSarif } from '../format/test-sarif.ts'
import { testLines, testSummary } from '../format/test-text.ts'
import type { Io } from '../io.ts'

/** How results may be written. */
const TEST_FORMATS = ['text', 'json', 'junit', 'sarif', 'github', 'md'] as const

/** A format, and the file it goes to; undefined for standard output. */
export interface TestOutput {
  readonly format: (typeof TEST_FORMATS)[number]
  readonly file: string | undefined
}

/** Reads `junit=report.xml`; text on standard output where nothing else goes there. */
export function testOutputs(written: readonly string[], cwd: string): readonly TestOutput[] {
  const outputs = written.map(outputOf)
  refuseSameFile(
    outputs.flatMap(({ file }) => file ?? []),
    cwd,
  )
  const shown = outputs.filter(({ file }) => file === undefined)
  if (shown.length === 0) return [{ format: 'text', file: undefined }, ...outputs]
  const whole = shown.find(({ format }) => WHOLE.has(format))
  if (whole !== undefined && shown.length > 1) {
    throw new CannotRun(
      `Only one of ${shown.map(({ format }) => format).join(', ')} can go to standard output. Give the others a file: -o ${whole.format}=FILE.`,
    )
  }
  return outputs
}

function refuseSameFile(files: readonly string[], cwd: string): void {
  const paths = files.map((file) => resolve(cwd, file))
  const twice = files.find((_file, index) => paths.indexOf(paths[index] ?? '') !== index)
  if (twice === undefined) return
  throw new CannotRun(`Two outputs go to ${twice}. Give each its own file.`)
}

/** Formats that are one document, which nothing may stand beside. */
const WHOLE: ReadonlySet<TestOutput['format']> = new Set(['json', 'junit', 'sarif'])

function outputOf(written: string): TestOutput {
  const [name = '', ...rest] = written.split('=')
  const format = TEST_FORMATS.find((one) => one === name)
  if (format === undefined) {
    throw new CannotRun(
      `“${name}” is no format of test results. Formats are ${TEST_FORMATS.join(', ')}; with a file: -o junit=report.xml.`,
    )
  }
  if (rest.length === 0) return { format, file: undefined }
  const file = rest.join('=')
  if (file === '') throw new CannotRun(`-o ${written}: a file is missing after the =.`)
  return { format, file }
}

/** The same facts with the words of tested texts, and without them. */
export interface TestReport {
  readonly shown: TestFacts
  readonly withheld: TestFacts
}

/** Writes every output; files appear whole. */
export async function writeOutputs(
  outputs: readonly TestOutput[],
  { shown, withheld }: TestReport,
  { io, showText }: { readonly io: Io; readonly showText: boolean },
): Promise<void> {
  const folders = new Map<string, ReturnType<typeof outputFolder>>()
  for (const { format, file } of outputs) {
    const facts = showText || (format === 'text' && file === undefined) ? shown : withheld
    if (file === undefined) {
      print(format, facts, io)
      continue
    }
    const path = resolve(io.cwd, file)
    const folder = folders.get(dirname(path)) ?? outputFolder(dirname(path))
    folders.set(dirname(path), folder)
    folder.open(basename(path)).write(Buffer.from(pageOf(format, facts)))
  }
  for (const folder of folders.values()) await folder.commit()
}

function print(format: TestOutput['format'], facts: TestFacts, io: Io): void {
  if (format !== 'text') io.out(pageOf(format, facts))
  else {
    io.err(testLines(facts, colours(io.showsProgress)))
    io.out(testSummary(facts))
  }
}

function pageOf(format: TestOutput['format'], facts: TestFacts): string {
  switch (format) {
    case 'text':
      return testLines(facts, colours(false)) + testSummary(facts)
    case 'json':
      return testJson(facts)
    case 'junit':
      return testJunit(facts)
    case 'sarif':
      return testSarif(facts)
    case 'github':
      return testAnnotations(facts)
    case 'md':
      return testMarkdown(facts)
  }
}
