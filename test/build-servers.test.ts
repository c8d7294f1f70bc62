/** The checks that build servers run, in a repository made for it: action.yml and .ci/run. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parseCodebook } from '../src/codebook/parse.ts'

const VOICES = resolve('bin/voices.js')
const BOOK = 'codebooks/school.yaml'
const ACTION = readFileSync('action.yml', 'utf8')
const PATIENCE = 60_000
let folder = ''

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voices-server-'))
  mkdirSync(join(folder, 'codebooks'))
  cpSync('fixtures/cases/show-a-codebook/input/codebooks/school.yaml', join(folder, BOOK))
  cpSync('fixtures/cases/show-a-codebook/input/transcripts', join(folder, 'transcripts'), {
    recursive: true,
  })
  git('init', '--quiet', '--initial-branch=main')
  commit('Start')
  const text = readFileSync(join(folder, BOOK), 'utf8')
  const tools = { regexProblem: () => undefined }
  const { value } = await parseCodebook(text, BOOK, tools)
  edit(
    'language: en-GB',
    `language: en-GB\nchanges:\n  - {version: 1.2.0, date: 2026-11-22, note: First, fingerprint: "${value?.fingerprint}"}`,
  )
  commit('Fingerprint')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function git(...args: readonly string[]): void {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  execFileSync('git', [...person, ...args], { cwd: folder, stdio: 'pipe' })
}

function commit(message: string): void {
  git('add', '.')
  git('commit', '--quiet', '-m', message)
}

function edit(before: string, after: string): void {
  const path = join(folder, BOOK)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(before)
  writeFileSync(path, text.replace(before, after))
}

/** What a script prints, and its exit code. */
function bash(script: string, env: Readonly<Record<string, string>>, cwd = folder) {
  const { PATH = '' } = process.env
  const result = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd,
    env: { PATH, ...env },
    encoding: 'utf8',
  })
  return { code: result.status, out: result.stdout + result.stderr }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The scripts of the action, by the names of their steps. */
function steps(): ReadonlyMap<string, string> {
  const action: unknown = parseYaml(ACTION)
  const runs = isRecord(action) && isRecord(action.runs) ? action.runs.steps : undefined
  const list: readonly unknown[] = Array.isArray(runs) ? runs : []
  return new Map(
    list
      .filter(isRecord)
      .flatMap(({ name, run }) => (run === undefined ? [] : [[String(name), String(run)]])),
  )
}

function act(step: string, inputs: Readonly<Record<string, string>>, cwd = folder) {
  const summary = join(folder, 'summary.md')
  const result = bash(
    steps().get(step) ?? 'exit 9',
    {
      VOICES,
      CODEBOOK: BOOK,
      CORPUS: '',
      AGAINST: '',
      BASE: '',
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: summary,
      ...inputs,
    },
    cwd,
  )
  return { ...result, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' }
}

const TEST = 'Test the codebook'
const COMPARE = 'Compare the codebook with its earlier version'

describe('the action', () => {
  it('puts no input into a script', () => {
    for (const script of steps().values()) expect(script).not.toContain('${{')
  })

  it(
    'is green where nothing changed',
    () => {
      const tested = act(TEST, {})
      expect(tested).toMatchObject({ code: 0 })
      expect(tested.summary).toContain('4 of 4 examples passed')
      expect(act(COMPARE, {})).toMatchObject({ code: 0 })
    },
    PATIENCE,
  )

  it(
    'is red where a rule changed and the version did not',
    () => {
      edit('gap: 2', 'gap: 4')
      commit('Edit')
      const tested = act(TEST, {})
      expect(tested).toMatchObject({ code: 1 })
      expect(tested.out).toContain('[fingerprint-differs]')
      const compared = act(COMPARE, { CORPUS: 'transcripts' })
      expect(compared).toMatchObject({ code: 1 })
      expect(compared.out).toContain(`::error file=${BOOK},line=1::`)
      expect(compared.out).toContain('Set version 2.0.0')
      expect(compared.summary).toContain('The changes need a major version')
    },
    PATIENCE,
  )

  it(
    'compares a pull request with its branch, wherever the edit stands',
    () => {
      git('update-ref', 'refs/remotes/origin/main', 'HEAD')
      edit('gap: 2', 'gap: 4')
      commit('Edit')
      edit('title: ', 'title: More on ')
      commit('Another')
      expect(act(COMPARE, { BASE: 'main' })).toMatchObject({ code: 1 })
    },
    PATIENCE,
  )

  it(
    'says what a shallow clone needs',
    () => {
      git('clone', '--quiet', '--depth=1', `file://${folder}`, 'shallow')
      const { code, out } = act(COMPARE, {}, join(folder, 'shallow'))
      expect(code).toBe(2)
      expect(out).toContain('fetch-depth: 0')
    },
    PATIENCE,
  )

  it(
    'has nothing to compare a new codebook with',
    () => {
      git('mv', BOOK, 'codebooks/other.yaml')
      commit('Rename')
      const { code, out } = act(COMPARE, { CODEBOOK: 'codebooks/other.yaml' })
      expect(code).toBe(0)
      expect(out).toContain('The codebook is new')
    },
    PATIENCE,
  )
})

/** `changes:` and its one line. */
const CHANGES = /changes:\n.*\n/u

/** The part of .ci/run that checks codebooks, with the program of this folder. */
function checkCodebooks(cwd = folder) {
  const run = readFileSync('.ci/run', 'utf8')
  const loop = run.slice(run.indexOf('for codebook in'), run.indexOf('npm test'))
  return bash(`set -u; npx() { shift; node "$VOICES" "$@"; }\n${loop}`, { VOICES }, cwd)
}

describe('.ci/run', () => {
  it(
    'is green where nothing changed',
    () => {
      expect(checkCodebooks()).toMatchObject({ code: 0 })
    },
    PATIENCE,
  )

  it(
    'is red where a rule changed and the version did not, even without a fingerprint',
    () => {
      const text = readFileSync(join(folder, BOOK), 'utf8')
      writeFileSync(join(folder, BOOK), text.replace(CHANGES, ''))
      commit('No fingerprint')
      edit('gap: 2', 'gap: 4')
      commit('Edit')
      writeFileSync(join(folder, 'notes.txt'), 'more')
      commit('Something else')
      const { code, out } = checkCodebooks()
      expect(code).toBe(1)
      expect(out).toContain('The changes need a major version, but the version is still 1.2.0')
    },
    PATIENCE,
  )

  it(
    'is red where the version says too little',
    () => {
      edit('gap: 2', 'gap: 4')
      edit('version: 1.2.0\n', 'version: 1.2.1\n')
      commit('Edit')
      expect(checkCodebooks()).toMatchObject({ code: 1 })
    },
    PATIENCE,
  )

  it(
    'is green where the version says it',
    () => {
      edit('gap: 2', 'gap: 4')
      edit('version: 1.2.0\n', 'version: 2.0.0\n')
      commit('Edit')
      expect(checkCodebooks()).toMatchObject({ code: 0 })
    },
    PATIENCE,
  )

  it(
    'says what it could not compare in a shallow clone',
    () => {
      git('clone', '--quiet', '--depth=1', `file://${folder}`, 'shallow')
      const { code, out } = checkCodebooks(join(folder, 'shallow'))
      expect(code).toBe(0)
      expect(out).toContain('not compared with')
    },
    PATIENCE,
  )
})
