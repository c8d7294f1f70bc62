import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historyOf, readAtRevision } from '../src/disk/git.ts'

let root = ''
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: root,
    stdio: 'pipe',
  })

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'voices-git-'))
  mkdirSync(join(root, 'books'))
  git('init', '--quiet')
  writeFileSync(join(root, 'books', 'a.yaml'), 'version: 1.0.0 é\n')
  git('add', '.')
  git('commit', '--quiet', '-m', 'say: one')
  git('tag', 'v1')
  writeFileSync(join(root, 'books', 'a.yaml'), 'version: 2.0.0\n')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a file at a revision', () => {
  test.each([
    ['the file that is meant', 'git:v1', 'books', 'a.yaml'],
    ['a file that is named from the root', 'git:HEAD:books/a.yaml', 'books', 'other.yaml'],
    ['a file seen from outside the repository', 'git:v1', '..', 'BASE/books/a.yaml'],
    ['a file outside, against one that is named', 'git:v1:books/a.yaml', 'books', '../../b.yaml'],
    ['a folder that is gone', 'git:v1:books/a.yaml', '.', 'gone/deep/a.yaml'],
    ['a revision with colons', 'git:HEAD@{2100-01-01 10:00:00}', 'books', 'a.yaml'],
    ['the same, and a file', 'git:HEAD@{2100-01-01 10:00:00}:books/a.yaml', 'books', 'b.yaml'],
    ['a message with a colon', 'git:HEAD^{/say: one}', 'books', 'a.yaml'],
  ])('%s', (_name, spec, folder, path) => {
    const file = path.replace('BASE', basename(root))
    const { text } = readAtRevision(spec, { cwd: join(root, folder), path: file })
    expect(text).toBe('version: 1.0.0 é\n')
  })

  test.each([
    ['a revision that is not there', 'git:v9', 'no such revision here'],
    ['a file that is not there', 'git:v1:books/b.yaml', 'no file books/b.yaml at v1'],
    ['no revision', 'git:', 'names no revision'],
    ['an option', 'git:--help', 'names no revision'],
  ])('%s', (_name, spec, message) => {
    expect(() => readAtRevision(spec, { cwd: root, path: 'books/a.yaml' })).toThrow(message)
  })

  test('the history of a file is as committed, whatever the settings of the machine', () => {
    writeFileSync(join(root, '.git', 'info', 'attributes'), '*.yaml diff=book\n')
    git('config', 'diff.book.textconv', 'true')
    git('config', 'diff.orderFile', join(root, 'nowhere'))
    const { texts } = historyOf(join(root, 'books', 'a.yaml'), '1.0.0')
    expect(texts).toEqual(['version: 1.0.0 é\n'])
    git('config', '--unset', 'diff.orderFile')
    rmSync(join(root, '.git', 'info', 'attributes'))
  })

  test('a folder in no repository, and a shallow clone, say what to do', () => {
    const outside = mkdtempSync(join(tmpdir(), 'voices-outside-'))
    const shallow = join(outside, 'clone')
    git('commit', '--quiet', '--allow-empty', '-m', 'two')
    git('clone', '--quiet', '--depth', '1', `file://${root}`, shallow)
    const read = (cwd: string) => readAtRevision('git:HEAD~1', { cwd, path: 'books/a.yaml' })
    expect(() => read(shallow)).toThrow('fetch-depth: 0')
    expect(() => read(outside)).toThrow('books/a.yaml is in no git repository')
    rmSync(outside, { recursive: true, force: true })
  })

  test('a file that lies in no repository, though the folder does', () => {
    const read = () => readAtRevision('git:v1', { cwd: root, path: '../other.yaml' })
    expect(read).toThrow('git:v1: ../other.yaml is in no git repository.')
  })
})
