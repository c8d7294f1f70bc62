/** The package as a user installs it: into an empty folder, without any other package. */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-package-'))
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]
  execFileSync('npm', pack, { encoding: 'utf8' })
  const [archive = ''] = readdirSync(folder)
  mkdirSync(join(folder, 'project'))
  execFileSync('npm', ['install', '--silent', '--offline', '--no-save', join(folder, archive)], {
    cwd: join(folder, 'project'),
  })
  cpSync('fixtures/transcripts/interviews', join(folder, 'project', 'transcripts'), {
    recursive: true,
  })
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function voices(...args: readonly string[]): string {
  return execFileSync(resolve(folder, 'project/node_modules/.bin/voices'), args, {
    cwd: join(folder, 'project'),
    encoding: 'utf8',
  })
}

describe('an installed voices', { timeout: 60_000 }, () => {
  it('stands alone', () => {
    expect(
      readdirSync(join(folder, 'project', 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['voices'])
  })

  it('codes with the bundled codebook', () => {
    const out = voices('code', 'transcripts')
    expect(out).toContain('bundled with voices')
    expect(existsSync(join(folder, 'project', 'results', 'segments.csv'))).toBe(true)
  })

  it('stems, and searches with regular expressions', () => {
    expect(voices('find', '{phrase: careful, stem: true}', 'transcripts')).toContain('match')
    expect(voices('find', '{regex: "nan|nana"}', 'transcripts')).toContain('match')
  })

  it('gives the same bytes with one worker and with two', () => {
    voices('code', 'transcripts', '--out', 'one', '--workers', '1')
    voices('code', 'transcripts', '--out', 'two', '--workers', '2')
    const names = readdirSync(join(folder, 'project', 'one'))
    expect(names).toHaveLength(6)
    for (const name of names) {
      const of = (run: string) => readFileSync(join(folder, 'project', run, name), 'utf8')
      expect(of('two')).toBe(of('one'))
    }
  })

  it('carries the licences of what is built in', () => {
    const licences = readFileSync(
      join(folder, 'project/node_modules/voices/dist/licences.txt'),
      'utf8',
    )
    for (const name of ['commander', 'chalk', 'yaml', 'zod', 're2js', 'natural']) {
      expect(licences).toContain(`${name} `)
    }
  })
})
