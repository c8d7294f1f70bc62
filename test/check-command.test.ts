import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Said, voicesIn } from './voices.ts'

const SCHOOL = `codebook: school
version: 1.0.0
themes:
  - id: school
    name: School
    rules: [school, teacher]
    examples:
      - text: My school closed.
`
const WITHOUT_EXAMPLES = SCHOOL.slice(0, SCHOOL.indexOf('    examples:'))
const BASELINE = 'codebooks/school.baseline.jsonl'
/** The first line of a baseline. */
const HEAD =
  '{"baseline":1,"codebook":"school","version":"1.0.0","fingerprint":"","unit":"sentence","files":[]}\n'
const ROOT = process.cwd()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-test-'))
  process.chdir(folder)
  mkdirSync('codebooks')
  writeFileSync('codebooks/school.yaml', SCHOOL)
  mkdirSync('corpus')
  writeFileSync('corpus/a.txt', 'Kai: My secret school.\n')
})
afterEach(() => {
  process.chdir(ROOT)
  rmSync(folder, { recursive: true, force: true })
})

function voices(command: string, env: Readonly<Record<string, string>> = {}): Promise<Said> {
  return voicesIn(folder, command.split(' '), env)
}

describe('a baseline', () => {
  it('is written on a machine of one’s own, and then holds', async () => {
    expect((await voices('test --corpus corpus --update')).exitCode).toBe(0)
    expect(readFileSync(BASELINE, 'utf8')).not.toContain('secret')
    expect(await voices('test --corpus corpus')).toMatchObject({ exitCode: 0, err: '' })
  })

  it.each([
    { CI: 'true', exitCode: 2 },
    { CI: '1', exitCode: 2 },
    { CI: 'false', exitCode: 0 },
    { CI: '', exitCode: 0 },
  ])('where CI is “$CI”, --update gives $exitCode', async ({ CI, exitCode }) => {
    const result = await voices('test --corpus corpus --update', { CI })
    expect(result.exitCode).toBe(exitCode)
    expect(existsSync(BASELINE)).toBe(exitCode === 0)
  })

  it.each([
    { name: 'a file changed', change: () => writeFileSync('corpus/a.txt', 'Kai: No school.\n') },
    { name: 'a file is new', change: () => writeFileSync('corpus/b.txt', 'Kai: Hello.\n') },
    {
      name: 'a rule is gone',
      change: () => {
        const lesson = SCHOOL.replace('[school, teacher]', '[closed, teacher]')
        writeFileSync('codebooks/school.yaml', lesson)
      },
    },
  ])('fails where $name, and never says what was said', async ({ change }) => {
    await voices('test --corpus corpus --update')
    change()
    const result = await voices('test --corpus corpus -o json -o md=out.md -o text=out.txt')
    expect(result.exitCode).toBe(1)
    const all = [
      result.out,
      result.err,
      readFileSync('out.md', 'utf8'),
      readFileSync('out.txt', 'utf8'),
    ]
    expect(all.join('\n')).not.toContain('secret')
    expect(readFileSync('out.txt', 'utf8')).toContain('baseline-')
  })

  it('may stand in the corpus, and is no part of it', async () => {
    const command = 'test --corpus corpus --baseline corpus/a.baseline.jsonl'
    expect((await voices(`${command} --update`)).exitCode).toBe(0)
    expect(await voices(command)).toMatchObject({ exitCode: 0, err: '' })
  })

  it('has the segments of `voices segments`, however long the document', async () => {
    const both = '{id: both, all: [late, coach]}'
    const head = SCHOOL.replace('themes:', 'defaults: {unit: document}\nthemes:')
    writeFileSync('codebooks/school.yaml', head.replace('[school, teacher]', `[school, ${both}]`))
    const filler = 'We went to the park and then it rained all day.\n'.repeat(50_000)
    writeFileSync('corpus/a.txt', `The school bus was late.\n${filler}Then a coach came.\n`)
    await voices('test --corpus corpus --update')
    const [segment] = JSON.parse((await voices('segments corpus --format json')).out)
    const [, ...lines] = readFileSync(BASELINE, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { segment: segment.segment_id, themes: { school: ['both', 'school'] } },
    ])
  })

  it('may differ in 150,000 segments', async () => {
    const themes = { school: ['school'] }
    const lines = Array.from({ length: 150_000 }, (_, at) =>
      JSON.stringify({ segment: `a.txt:${at + 1000}-${at + 1001}`, sha256: '0', themes }),
    )
    writeFileSync(BASELINE, `${HEAD}${lines.join('\n')}\n`)
    const { exitCode, out } = await voices('test --corpus corpus -o md')
    expect(exitCode).toBe(1)
    expect(out).toContain('0 of 150,000 coded segments as recorded: 1 new, 150,000 obsolete')
  })

  it.each(['--corpus corpus', ''])('is not written over by an output (%s)', async (corpus) => {
    await voices('test --corpus corpus --update')
    const before = readFileSync(BASELINE, 'utf8')
    const { exitCode, err } = await voices(
      `test ${corpus} -o json=./${BASELINE}`.replace('  ', ' '),
    )
    expect(exitCode).toBe(2)
    expect(err).toContain('would be written over')
    expect(readFileSync(BASELINE, 'utf8')).toBe(before)
  })

  it('is not written where a file cannot be read', async () => {
    writeFileSync('corpus/b.txt', Uint8Array.of(0x41, 0x81, 0x41))
    const { exitCode, err } = await voices('test --corpus corpus --update')
    expect(exitCode).toBe(1)
    expect(err).toContain('[baseline-not-written]')
    expect(existsSync(BASELINE)).toBe(false)
  })

  it('is named where its corpus is not given', async () => {
    await voices('test --corpus corpus --update')
    const { exitCode, err } = await voices('test')
    expect(exitCode).toBe(0)
    expect(err).toContain('[baseline-not-run]')
  })

  it.each([
    { name: 'there is none', text: undefined, said: 'there is no such baseline' },
    { name: 'it is not one', text: '<<<<<<< HEAD\n', said: `${BASELINE}:1: this is no line` },
    {
      name: 'a segment stands in it twice',
      text: `${HEAD}{"segment":"a.txt:5-22","sha256":"0","themes":{"school":["school"]}}
{"segment":"a.txt:30-40","sha256":"1","themes":{"school":["teacher"]}}
{"segment":"a.txt:5-22","sha256":"0","themes":{"school":["teacher"]}}
`,
      said: `${BASELINE}:4: the segment of line 2 is recorded a second time`,
    },
    {
      name: 'it is of another codebook',
      text: '{"baseline":1,"codebook":"x","version":"1.0.0","fingerprint":"","unit":"sentence","files":[]}\n',
      said: 'recorded with the codebook x',
    },
    {
      name: 'it is of another unit',
      text: '{"baseline":1,"codebook":"school","version":"1.0.0","fingerprint":"","unit":"turn","files":[]}\n',
      said: 'recorded with the unit turn',
    },
  ])('cannot be tested where $name', async ({ text, said }) => {
    if (text !== undefined) writeFileSync(BASELINE, text)
    const { exitCode, err } = await voices('test --corpus corpus')
    expect(exitCode).toBe(2)
    expect(err).toContain(said)
  })
})

describe('a corpus', () => {
  it('whose names begin below another folder is said once', async () => {
    mkdirSync('corpus/talks')
    writeFileSync('corpus/talks/b.txt', 'Kai: School again.\n')
    rmSync('corpus/a.txt')
    expect((await voices('test --corpus corpus --update')).exitCode).toBe(0)
    const { exitCode, out, err } = await voices('test --corpus corpus/talks')
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain('it begins with talks/b.txt, and the corpus with b.txt')
  })
})

describe('the exit code', () => {
  it('is 2 where there is no codebook of one’s own', async () => {
    rmSync('codebooks', { recursive: true })
    const { exitCode, err } = await voices('test')
    expect(exitCode).toBe(2)
    expect(err).toContain('There is no codebook here to be tested')
  })

  it.each([
    { command: 'test -o xml', exitCode: 2, said: '“xml” is no format' },
    { command: 'test -o json=', exitCode: 2, said: 'a file is missing' },
    { command: 'test -o json -o junit', exitCode: 2, said: 'Only one of json, junit' },
    { command: 'test -o md=a -o json=a', exitCode: 2, said: 'Two outputs go to a' },
    { command: 'test -o md=a.md -o json=./b/../a.md', exitCode: 2, said: 'Two outputs go to ./b' },
    { command: 'test --update', exitCode: 2, said: '--corpus PATHS --update' },
    { command: 'test --corpus nowhere', exitCode: 2, said: 'nowhere' },
    { command: 'test --mutate', exitCode: 1, said: 'no test would miss the rule teacher' },
  ])('of “$command” is $exitCode', async ({ command, exitCode, said }) => {
    if (command.includes('nowhere')) writeFileSync(BASELINE, HEAD)
    const result = await voices(command)
    expect(result.exitCode).toBe(exitCode)
    expect(result.err).toContain(said)
  })

  it('is 2 where there is nothing to test, and 1 where the cases cannot be read', async () => {
    writeFileSync('codebooks/school.yaml', WITHOUT_EXAMPLES)
    expect((await voices('test')).exitCode).toBe(2)
    writeFileSync('codebooks/school.cases.yaml', 'cases: 3\n')
    expect((await voices('test')).exitCode).toBe(1)
    writeFileSync('codebooks/school.cases.yaml', 'cases: []\n')
    expect((await voices('test')).exitCode).toBe(2)
  })
})

describe('what stands in examples and cases', () => {
  const OTHERS = ['json', 'junit', 'sarif', 'github', 'md']
  const example = (text: string) => ({ file: 'school.yaml', text: `${SCHOOL}${text}` })
  const cases = (text: string) => ({ file: 'school.cases.yaml', text: `cases:\n${text}` })

  it.each([
    { name: 'an example that is a text', ...example('      - Narwhal the bus is late\n') },
    { name: 'an example with a colon', ...example('      - Narwhal said: the bus\n') },
    { name: 'a key with a colon', ...example('      - {text: {Narwhal: said}}\n') },
    { name: 'a key given twice', ...example('      - {Narwhal: a, Narwhal: b}\n') },
    { name: 'an unclosed quote', ...example('      - text: "Narwhal the bus\n') },
    { name: 'an anchor', ...example('      - text: *Narwhal\n') },
    { name: 'an example with Windows line ends', ...example('\r\n      - Narwhal\r\n') },
    {
      name: 'examples in brackets',
      file: 'school.yaml',
      text: `${WITHOUT_EXAMPLES}    examples: [Narwhal, said]\n`,
    },
    {
      name: 'a case with a colon',
      ...cases('  - {name: a, text: b, Narwhal said: c, expect: none}\n'),
    },
    { name: 'an expectation', ...cases('  - {name: a, text: b, expect: Narwhal}\n') },
    { name: 'an unclosed quote in a case', ...cases('  - name: a\n    text: "Narwhal\n') },
  ])('is withheld where there is $name', async ({ file, text }) => {
    writeFileSync(`codebooks/${file}`, text)
    const shown = await voices('test')
    expect(shown.exitCode).toBe(1)
    expect(shown.err).toContain('Narwhal')
    for (const format of OTHERS) {
      const { exitCode, out, err } = await voices(`test -o ${format}`)
      expect(exitCode).toBe(1)
      expect(out + err).not.toContain('Narwhal')
      expect(out).toContain('--show-text shows it')
      expect((await voices(`test -o ${format} --show-text`)).out).toContain('Narwhal')
    }
  })

  it('does not hide what is wrong with a rule', async () => {
    writeFileSync('codebooks/school.yaml', SCHOOL.replace('teacher', '{nearr: [a, b]}'))
    expect((await voices('test -o github')).out).toContain('nearr')
  })
})

describe('known misses alone', () => {
  it('test nothing, which is said and fails', async () => {
    writeFileSync(
      'codebooks/school.yaml',
      SCHOOL.replace('My school closed.', 'My exam.\n        todo: later'),
    )
    const { exitCode, out, err } = await voices('test')
    expect(exitCode).toBe(1)
    expect(err).toContain('[no-tests]')
    expect(out).toBe('school 1.0.0: no test passed, 1 known miss, as expected\n')
  })

  it('are not counted among the examples that could pass', async () => {
    writeFileSync(
      'codebooks/school.yaml',
      SCHOOL.replace('My school closed.', 'My exam.\n        todo: later'),
    )
    writeFileSync(
      'codebooks/school.cases.yaml',
      'cases:\n  - {name: a, text: My school., expect: [school]}\n',
    )
    const { exitCode, out } = await voices('test -o md')
    expect(exitCode).toBe(0)
    expect(out).toContain('school 1.0.0: 1 of 1 case passed, 1 known miss')
  })
})
