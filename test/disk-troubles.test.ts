/** What is left, and what is said, when the machine does not do what was asked of it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../src/code/read-file.ts'
import { findFiles } from '../src/disk/find-files.ts'
import { type FileOpener, openFile } from '../src/disk/open-files.ts'
import { outputFolder } from '../src/disk/output-folder.ts'
import { lineBreaksOf } from '../src/segment/line-breaks.ts'

const VOICES = resolve('bin/voices.js')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-troubles-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An error as the operating system gives it. */
function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: not now`), { code, syscall: 'read' })
}

describe('a file that cannot be read', () => {
  const options = {
    encoding: undefined,
    reader: undefined,
    roles: new Map<string, string>(),
    lineBreaksOf,
    parseYaml: () => undefined,
  }

  function write(name: string, text: string): void {
    writeFileSync(join(folder, name), text)
  }

  /** What is read of every file of the folder, and what is said of each. */
  async function readAll(open: FileOpener, before: () => void = () => {}) {
    const { files } = findFiles([folder], new Set(['.txt']))
    before()
    const texts: string[] = []
    const said: string[] = []
    for (const file of files) {
      const visitor = { passage: ({ text }: { readonly text: string }) => void texts.push(text) }
      for (const { severity, id, message, path } of await readFile(file, options, visitor, open))
        said.push(`${path === file.path} ${severity} ${id}: ${message}`)
    }
    return { texts, said }
  }

  beforeEach(() => {
    for (const name of ['a', 'b', 'c']) write(`${name}.txt`, `P1: I am ${name}.\n`)
  })

  const others = ['P1: I am a.\n', 'P1: I am c.\n']

  it('because it was removed after it was found', async () => {
    const { texts, said } = await readAll(openFile, () => rmSync(join(folder, 'b.txt')))
    expect(texts).toEqual(others)
    expect(said).toEqual([
      'true error unreadable-file: The file cannot be read (no such file or folder). The other files were done.',
    ])
  })

  it.each([
    ['EACCES', 'permission denied'],
    ['EIO', 'the disk reports a fault'],
    ['EMFILE', 'too many files are open'],
    ['ESTRANGE', 'ESTRANGE'],
  ])('because the system says %s', async (code, reason) => {
    const { texts, said } = await readAll((file) => {
      if (file.id === 'b.txt') throw systemError(code)
      return openFile(file)
    })
    expect(texts).toEqual(others)
    expect(said).toEqual([
      `true error unreadable-file: The file cannot be read (${reason}). The other files were done.`,
    ])
  })

  it('because the disk fails while it is read; it is closed all the same', async () => {
    let open = 0
    const { texts, said } = await readAll((file) => {
      const source = openFile(file)
      open += 1
      return {
        ...source,
        read(position, length) {
          if (file.id === 'b.txt') throw systemError('EIO')
          return source.read(position, length)
        },
        close() {
          open -= 1
          source.close()
        },
      }
    })
    expect(texts).toEqual(others)
    expect(said).toHaveLength(1)
    expect(open).toBe(0)
  })

  it('but a bug of ours is no trouble of the disk', async () => {
    const broken: FileOpener = () => {
      throw new TypeError('out of order')
    }
    await expect(readAll(broken)).rejects.toThrow('out of order')
  })

  // Whoever runs this as the administrator may read everything.
  it.skipIf(process.getuid === undefined || process.getuid() === 0)(
    'because it is locked (skipped for the administrator, whom no lock stops)',
    async () => {
      chmodSync(join(folder, 'b.txt'), 0)
      mkdirSync(join(folder, 'locked'))
      chmodSync(join(folder, 'locked'), 0)
      const { texts, said } = await readAll(openFile)
      const { skipped } = findFiles([folder], new Set(['.txt']))
      chmodSync(join(folder, 'locked'), 0o700)
      expect(texts).toEqual(others)
      expect(said).toEqual([
        'true error unreadable-file: The file cannot be read (permission denied). The other files were done.',
      ])
      expect(skipped).toEqual([
        { path: 'locked', reason: 'the folder cannot be read (permission denied)' },
      ])
    },
  )
})

describe('a disk that is full half-way', () => {
  const NEW = new TextEncoder().encode('new results, and more of them than there is room for')

  it.each([0, 1, 20, NEW.length - 1, NEW.length, NEW.length + 5])(
    'after %i bytes leaves the results of before',
    (room) => {
      writeFileSync(join(folder, 'segments.csv'), 'old')
      let left = room
      const outputs = outputFolder(folder, (descriptor, bytes, from) => {
        if (left === 0) throw systemError('ENOSPC')
        const written = writeSync(descriptor, bytes, from, Math.min(left, bytes.length - from))
        left -= written
        return written
      })
      const write = () => {
        for (const name of ['segments.csv', 'quotes.csv']) outputs.open(name).write(NEW)
      }
      expect(write).toThrow(
        `${folder}: the disk is full. Nothing was changed there; free some space, or choose another folder with --out.`,
      )
      outputs.discard()
      expect(readdirSync(folder)).toEqual(['segments.csv'])
      expect(readFileSync(join(folder, 'segments.csv'), 'utf8')).toBe('old')
    },
  )

  it('but a disk that takes little at a time gets everything', async () => {
    const outputs = outputFolder(folder, (descriptor, bytes, from) =>
      writeSync(descriptor, bytes, from, Math.min(7, bytes.length - from)),
    )
    outputs.open('segments.csv').write(NEW)
    await outputs.commit()
    expect(readFileSync(join(folder, 'segments.csv'))).toEqual(Buffer.from(NEW))
  })
})

/** A long talk: its segments fill a pipe many times over. */
function writeTalk(): string {
  const path = join(folder, 'talk.txt')
  writeFileSync(path, 'P1: I trust my social worker. Nobody else listens.\n\n'.repeat(1500))
  return path
}

describe.skipIf(process.platform === 'win32')('the built program', { timeout: 60_000 }, () => {
  it('leaves the results of before where a result cannot be written whole', () => {
    const talk = writeTalk()
    const out = join(folder, 'out')
    const small = join(folder, 'small.txt')
    writeFileSync(small, 'P1: I trust her.\n')
    execFileSync(process.execPath, [VOICES, 'code', small, '--out', out])
    const before = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])
    // No file may be larger than 64 blocks, which are of 512 or 1024 bytes.
    const command = 'ulimit -f 64; "$0" "$1" code "$2" --out "$3"'
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', command, process.execPath, VOICES, talk, out],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe(
      `voices: ${out}: cannot be written (the file would be larger than is allowed). Choose another folder with --out.\n`,
    )
    expect([status, stdout]).toEqual([2, ''])
    const after = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])
    expect(after).toEqual(before)
  })

  it.each([
    ['a pipe that waits', ''],
    ['a pipe that does not wait', 'process.stdout.writable'],
  ])('gives a slow reader the same bytes through %s', async (_name, first) => {
    const args = [VOICES, 'segments', writeTalk(), '--format', 'csv']
    const file = join(folder, 'out.csv')
    const descriptor = openSync(file, 'w')
    spawnSync(process.execPath, args, { stdio: ['ignore', descriptor, 'inherit'] })
    closeSync(descriptor)

    // Node turns a pipe into one that does not wait as soon as it is asked for its stream.
    const preload = join(folder, 'preload.cjs')
    writeFileSync(preload, first)
    const child = spawn(process.execPath, ['--require', preload, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pieces: Buffer[] = []
    for await (const piece of child.stdout) {
      pieces.push(piece)
      // The program has filled the pipe long before the next piece is taken.
      await setTimeout(5)
    }
    expect(pieces.length).toBeGreaterThan(4)
    expect(Buffer.concat(pieces).equals(readFileSync(file))).toBe(true)
  })
})
