/** The disk: what is found, how it is named, and what is left when something goes wrong. */
import { execFileSync, spawn } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../src/cli.ts'
import { CannotRun } from '../src/disk/cannot-run.ts'
import { findFiles } from '../src/disk/find-files.ts'
import { openFile, readHead } from '../src/disk/open-files.ts'
import { outputFolder } from '../src/disk/output-folder.ts'
import { type Io, writeOut } from '../src/io.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('ids', () => {
  it('hold no path of the machine, and never collide', () => {
    const given = ['north/school', 'south/school', 'east'].map((path) => join(folder, path))
    for (const path of given) {
      mkdirSync(path, { recursive: true })
      writeFileSync(join(path, 'a.txt'), 'a')
    }
    // The id that the second folder would get without a number is taken.
    mkdirSync(join(folder, 'east', 'school'))
    writeFileSync(join(folder, 'east', 'school', 'a.txt'), 'a')
    const { files } = findFiles(given, new Set(['.txt']))
    expect(files.map(({ id }) => id)).toEqual([
      'east/a.txt',
      'school/a.txt',
      'school/a.txt~2',
      'school/a.txt~3',
    ])
  })
})

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  it('is read to its end, and can be opened again', () => {
    const path = join(folder, 'pipe.txt')
    execFileSync('mkfifo', [path])
    expect(readHead(path, 4)).toHaveLength(0)
    const writer = spawn('sh', ['-c', 'printf "I trust her." > "$0"', path], { stdio: 'ignore' })
    for (let time = 0; time < 2; time += 1) {
      const source = openFile({ path, id: 'pipe.txt' })
      expect(Buffer.from(source.read(0, source.size)).toString()).toBe('I trust her.')
      source.close()
    }
    writer.unref()
  })
})

describe('an output folder', () => {
  it('leaves nothing behind when a folder has the name of a result', async () => {
    mkdirSync(join(folder, 'quotes.md'))
    writeFileSync(join(folder, 'a.csv'), 'old')
    const outputs = outputFolder(folder)
    for (const name of ['a.csv', 'quotes.md']) outputs.open(name).write(Buffer.from('new'))
    await expect(outputs.commit()).rejects.toThrow(CannotRun)
    outputs.discard()
    expect(readdirSync(folder)).toEqual(['a.csv', 'quotes.md'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old')
  })

  it.each(['commit', 'discard'] as const)('listens to no signal after %s', async (end) => {
    const before = process.listenerCount('SIGINT')
    const outputs = outputFolder(folder)
    expect(process.listenerCount('SIGINT')).toBe(before + 1)
    await outputs[end]()
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})

describe.skipIf(process.platform !== 'linux')('writing results', () => {
  it('says that the disk is full', () => {
    const full = openSync('/dev/full', 'w')
    expect(() => writeOut('a', full)).toThrow('the disk is full')
    closeSync(full)
  })
})

describe('a bug', () => {
  it('is reported as ours', async () => {
    let err = ''
    const io: Io = {
      out() {
        throw new TypeError('out of order')
      },
      err(text) {
        err += text
      },
      isTerminal: false,
      showsProgress: false,
      cwd: folder,
      env: {},
      today: () => '2026-11-22',
    }
    expect(await run(['codebook', 'schema'], io)).toBe(2)
    expect(err).toMatch(/^voices: this is a bug in voices: out of order\nTypeError: .*\n {4}at /u)
  })
})
