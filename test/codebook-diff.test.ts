/** `voices codebook diff` over files, git revisions and corpora that cannot all be read. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { type Said, voicesIn } from './voices.ts'

const ROOT = process.cwd()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-diff-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(ROOT)
  rmSync(folder, { recursive: true, force: true })
})

function diff(...args: readonly string[]): Promise<Said> {
  return voicesIn(folder, ['codebook', 'diff', ...args])
}

function book(id: string, version: string, rules = 'bus'): string {
  return `codebook: ${id}\nversion: ${version}\ntitle: T\nthemes:\n  - {id: bus, name: N, definition: d, rules: [${rules}]}\n`
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function git(...args: readonly string[]): void {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  execFileSync('git', [...person, ...args], { cwd: folder, stdio: 'pipe' })
}

describe('what is compared', () => {
  beforeEach(() => {
    write({
      'codebooks/ours.yaml': book('ours', '1.0.0'),
      'other/theirs.yaml': book('theirs', '3.0.0'),
    })
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '-m', 'one')
    write({
      'codebooks/ours.yaml': book('ours', '1.0.1'),
      'other/theirs.yaml': book('theirs', '3.0.1'),
    })
  })

  const rows: readonly (readonly [args: string, compared: string])[] = [
    [
      'git:HEAD other/theirs.yaml',
      'other/theirs.yaml at HEAD (version 3.0.0) with other/theirs.yaml (version 3.0.1)',
    ],
    [
      'other/theirs.yaml git:HEAD',
      'other/theirs.yaml (version 3.0.1) with other/theirs.yaml at HEAD (version 3.0.0)',
    ],
    [
      'git:HEAD:other/theirs.yaml git:HEAD',
      'other/theirs.yaml at HEAD (version 3.0.0) with other/theirs.yaml at HEAD (version 3.0.0)',
    ],
    [
      'git:HEAD git:HEAD:other/theirs.yaml',
      'other/theirs.yaml at HEAD (version 3.0.0) with other/theirs.yaml at HEAD (version 3.0.0)',
    ],
    [
      'git:HEAD',
      'codebooks/ours.yaml at HEAD (version 1.0.0) with codebooks/ours.yaml (version 1.0.1)',
    ],
    [
      '--against git:HEAD other/theirs.yaml',
      'other/theirs.yaml at HEAD (version 3.0.0) with other/theirs.yaml (version 3.0.1)',
    ],
    [
      'git:HEAD:other/theirs.yaml',
      'other/theirs.yaml at HEAD (version 3.0.0) with other/theirs.yaml (version 3.0.1)',
    ],
    [
      'git:HEAD git:HEAD',
      'codebooks/ours.yaml at HEAD (version 1.0.0) with codebooks/ours.yaml at HEAD (version 1.0.0)',
    ],
  ]
  it.each(rows)('%s', async (args, compared) => {
    const { out } = await diff(...args.split(' '))
    expect(out.split('\n')[1]).toBe(`Compared: ${compared}`)
  })

  it('is never the bundled codebook', async () => {
    rmSync('codebooks', { recursive: true })
    const { err, exitCode } = await diff('git:HEAD')
    expect(exitCode).toBe(2)
    expect(err).toContain('There is no codebook here to compare with git:HEAD')
  })

  it('is never one file alone', async () => {
    const { err, exitCode } = await diff('other/theirs.yaml')
    expect(exitCode).toBe(2)
    expect(err).toContain('git:HEAD other/theirs.yaml')
  })

  it('is never three', async () => {
    const { err, exitCode } = await diff('--against', 'git:HEAD', 'a.yaml', 'b.yaml')
    expect(exitCode).toBe(2)
    expect(err).toContain('these are three')
  })
})

describe('a corpus that cannot all be compared', () => {
  beforeEach(() => write({ 'a.yaml': book('ours', '1.0.0') }))

  const rows: readonly (readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    exitCode: number,
    verdict: string,
  ])[] = [
    [
      'all can',
      { 'talk/a.txt': 'The bus was late.' },
      0,
      'Nothing that needs a new version has changed.',
    ],
    [
      'one file cannot',
      { 'talk/a.txt': 'The bus was late.', 'talk/b.docx': 'PK\u0003\u0004' },
      1,
      'Not all of the coding was compared: there are errors in talk/b.docx. Nothing that needs a new version has changed.',
    ],
    [
      'none can',
      { 'talk/b.docx': 'PK\u0003\u0004' },
      1,
      'No coding was compared: there are errors in talk/b.docx. Nothing that needs a new version has changed.',
    ],
    [
      'none of it is coded',
      { 'talk/a.txt': 'Interviewer: Was the bus late?\n\nInterviewer: And then?\n' },
      1,
      'No coding was compared: the corpus holds nothing to be coded. Nothing that needs a new version has changed.',
    ],
  ]
  it.each(rows)('%s', async (_name, files, exitCode, verdict) => {
    write(files)
    const args = ['a.yaml', 'a.yaml', '--corpus', 'talk', '--exclude-roles', 'interviewer']
    const result = await diff(...args)
    expect(result.exitCode).toBe(exitCode)
    expect(result.out.trimEnd().split('\n').at(-1)).toBe(verdict)
    const json: unknown = JSON.parse((await diff(...args, '--format', 'json')).out)
    expect(json).toMatchObject({ is_enough: true, is_complete: exitCode === 0 })
    expect((await diff(...args, '--format', 'github')).out).toContain(verdict)
  })

  it('tells what it met before the files were read', async () => {
    write({
      'talk/a.txt': 'The bus was late.',
      'voices.yaml': `file_names: "(?<site>north|south)-.*"\n`,
    })
    const { exitCode, err } = await diff('a.yaml', 'a.yaml', '--corpus', 'talk')
    expect(exitCode).toBe(0)
    expect(err).toContain('[file-name-not-matched]')
  })
})

/** A line that looks as if it began with a label, which a warning quotes. */
const LABELS =
  'Interviewer: So?\nKai: I told them. They\nsaid no. My brother too.\nNarwhal: that was late. It\nwas far and far and far\nand far.\nInterviewer: Right.\nKai: Yes.\n'

test.each([
  ['text', [], true],
  ['github', [], false],
  ['md', [], false],
  ['json', [], false],
  ['github', ['--show-text'], true],
] as const)('what people said stands in %s %j: %s', async (format, more, isShown) => {
  write({
    'a.yaml': book('ours', '1.0.0'),
    'b.yaml': book('ours', '2.0.0', 'late'),
    'talk/a.txt': LABELS,
  })
  const { out, err } = await diff(
    'a.yaml',
    'b.yaml',
    '--corpus',
    'talk',
    '--format',
    format,
    ...more,
  )
  expect(err).toContain('talk/a.txt')
  expect(err.includes('Narwhal')).toBe(isShown)
  if (format !== 'github') expect(out.includes('Narwhal')).toBe(isShown)
})

test('a codebook that cannot be read keeps its examples to itself', async () => {
  const broken = `${book('ours', '1.0.0')}    examples: [{text: Mum left, expect: maybe}]\n`
  write({ 'a.yaml': book('ours', '1.0.0'), 'b.yaml': broken })
  expect((await diff('a.yaml', 'b.yaml', '--format', 'github')).err).not.toContain('Mum left')
})
