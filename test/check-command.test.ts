import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../src/cli.ts'

const SCHOOL = `codebook: school
version: 1.0.0
themes:
  - id: school
    name: School
    rules: [school, teacher]
    examples:
      - text: My school closed.
`
const BASELINE = 'codebooks/school.baseline.jsonl'
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

async function voices(
  command: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ exitCode: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const exitCode = await run(command.split(' '), {
    out: (text) => {
      out += typeof text === 'string' ? text : new TextDecoder().decode(text)
    },
    err: (text) => {
      err += text
    },
    isTerminal: false,
    showsProgress: false,
    cwd: folder,
    env,
    today: () => '2026-11-22',
  })
  return { exitCode, out, err }
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

describe('the exit code', () => {
  it.each([
    { command: 'test -o xml', exitCode: 2, said: '“xml” is no format' },
    { command: 'test -o json=', exitCode: 2, said: 'a file is missing' },
    { command: 'test -o json -o junit', exitCode: 2, said: 'Only one of json, junit' },
    { command: 'test -o md=a -o json=a', exitCode: 2, said: 'Two outputs go to a' },
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
    writeFileSync('codebooks/school.yaml', SCHOOL.slice(0, SCHOOL.indexOf('    examples:')))
    expect((await voices('test')).exitCode).toBe(2)
    writeFileSync('codebooks/school.cases.yaml', 'cases: 3\n')
    expect((await voices('test')).exitCode).toBe(1)
    writeFileSync('codebooks/school.cases.yaml', 'cases: []\n')
    expect((await voices('test')).exitCode).toBe(2)
  })
})

const HEAD =
  '{"baseline":1,"codebook":"school","version":"1.0.0","fingerprint":"","unit":"sentence","files":[]}\n'
