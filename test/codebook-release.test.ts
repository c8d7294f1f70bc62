/** `voices codebook release`: in repositories and folders made for it, and the text that it writes. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withRelease } from '../src/codebook/release.ts'
import { versionToRelease } from '../src/codebook/version.ts'
import { type Said, voicesIn } from './voices.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'voices-release-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const FRIENDS = `codebook: club
version: 1.0.0
title: The club
themes:
  - id: friends
    name: Friends
    definition: Having friends there.
    rules: [friend]
    examples:
      - text: I have friends.
      - {text: It rained., expect: none}
`
const THEME = (id: string, word: string) => `  - id: ${id}
    name: ${word}
    definition: Talk of ${word}.
    rules: [${word}]
    examples:
      - text: I like ${word}.
      - {text: It rained., expect: none}
`

function git(folder: string, ...args: readonly string[]): void {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  const options = ['-c', 'protocol.file.allow=always', '-c', 'init.defaultBranch=main']
  execFileSync('git', [...person, ...options, ...args], { cwd: folder, stdio: 'pipe' })
}

function commit(folder: string): void {
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '-m', 'on')
}

function voices(cwd: string, ...args: readonly string[]): Promise<Said> {
  return voicesIn(cwd, args)
}

function release(cwd: string, step: string, file: string, ...more: readonly string[]) {
  return voices(cwd, 'codebook', 'release', step, file, '-m', 'Why', ...more)
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

/** A repository whose codebook is released as 1.1.0, and committed. */
async function releasedIn(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '--quiet')
  const path = join(folder, 'cb.yaml')
  writeFileSync(path, FRIENDS + THEME('food', 'lunch'))
  expect((await release(folder, 'minor', 'cb.yaml')).exitCode).toBe(0)
  commit(folder)
  return path
}

const versionIn = (path: string) =>
  /^version: (?<version>.*)$/mu.exec(readFileSync(path, 'utf8'))?.[1]

describe('a major edit is no minor release', () => {
  it.each([
    ['from another folder', '.', 'a/cb.yaml', async () => {}],
    [
      'with the edit committed',
      'a',
      'cb.yaml',
      async () => {
        commit(join(root, 'a'))
      },
    ],
    [
      'after a move that is staged',
      'a',
      'new.yaml',
      async () => {
        git(join(root, 'a'), 'mv', 'cb.yaml', 'new.yaml')
      },
    ],
    [
      'after a move that is committed',
      'a',
      'new.yaml',
      async () => {
        git(join(root, 'a'), 'mv', 'cb.yaml', 'new.yaml')
        commit(join(root, 'a'))
      },
    ],
    [
      'through a link',
      '.',
      'link.yaml',
      async () => {
        symlinkSync(join(root, 'a', 'cb.yaml'), join(root, 'link.yaml'))
      },
    ],
  ])('%s', async (_name, cwd, file, change) => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, THEME('food', 'lunch'), '')
    await change()
    const text = readFileSync(join(root, cwd, file), 'utf8')
    expect(await release(join(root, cwd), 'minor', file)).toMatchObject({
      exitCode: 1,
      err: 'A minor version cannot hold these changes since 1.1.0; they need a major one:\n  food: theme removed: lunch\n',
    })
    expect(readFileSync(join(root, cwd, file), 'utf8')).toBe(text)
    expect(await release(join(root, cwd), 'major', file)).toMatchObject({
      exitCode: 0,
      out: `club 2.0.0 is recorded in ${file}.\nRetired: food.\n`,
    })
  })

  it('in a submodule, from the project around it', async () => {
    await releasedIn(join(root, 'a'))
    git(root, 'init', '--quiet', 'around')
    git(join(root, 'around'), 'submodule', '--quiet', 'add', join(root, 'a'), 'sub')
    commit(join(root, 'around'))
    edit(join(root, 'around', 'sub', 'cb.yaml'), '[friend]', '[friend, mate]')
    const said = await release(join(root, 'around'), 'minor', 'sub/cb.yaml')
    expect(said).toMatchObject({ exitCode: 1 })
    expect(said.err).toContain('friends: rule added: mate')
  })

  it('while git runs a hook of another repository', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, '[friend]', '[friend, mate]')
    vi.stubEnv('GIT_DIR', '.git')
    vi.stubEnv('GIT_INDEX_FILE', '.git/index')
    const said = await release(root, 'minor', 'a/cb.yaml')
    vi.unstubAllEnvs()
    expect(said.err).toContain('friends: rule added: mate')
  })
})

describe('where there is nothing to compare with', () => {
  const NOTHING = (why: string) =>
    `The rules are not those recorded for 1.1.0, and there is nothing to compare them with: ${why}. Say what was released with --against FILE or --against git:REVISION, or release a major version.\n`
  const GONE = (why: string) =>
    `Themes that are gone since 1.1.0 are not listed in \`retired\`, since there was nothing to compare with: ${why}. Add them, or undo this and say --against.\n`

  /** A copy of the codebook with an edit, out of reach of git. */
  const copies: readonly (readonly [string, string, () => string])[] = [
    [
      'in no repository',
      'cb.yaml is in no git repository',
      () => {
        mkdirSync(join(root, 'b'))
        writeFileSync(join(root, 'b', 'cb.yaml'), readFileSync(join(root, 'a', 'cb.yaml')))
        return join(root, 'b')
      },
    ],
    [
      'moved without git',
      'no commit holds cb.yaml as 1.1.0 was recorded (commit a release before the next edit)',
      () => {
        mkdirSync(join(root, 'a', 'deep'))
        renameSync(join(root, 'a', 'cb.yaml'), join(root, 'a', 'deep', 'cb.yaml'))
        return join(root, 'a', 'deep')
      },
    ],
    [
      'in a shallow clone',
      'this clone is shallow and does not reach back to 1.1.0 (git fetch --unshallow fetches the rest)',
      () => {
        commit(join(root, 'a'))
        git(root, 'clone', '--quiet', '--depth', '1', `file://${join(root, 'a')}`, 'b')
        return join(root, 'b')
      },
    ],
  ]
  it.each(copies)('%s, patch and minor are refused', async (_name, why, copy) => {
    edit(await releasedIn(join(root, 'a')), '[friend]', '[friend, mate]')
    const cwd = copy()
    for (const step of ['patch', 'minor'])
      expect(await release(cwd, step, 'cb.yaml')).toEqual({
        exitCode: 1,
        out: '',
        err: NOTHING(why),
      })
    expect(versionIn(join(cwd, 'cb.yaml'))).toBe('1.1.0')
    expect(await release(cwd, 'major', 'cb.yaml')).toEqual({
      exitCode: 0,
      out: 'club 2.0.0 is recorded in cb.yaml.\n',
      err: GONE(why),
    })
  })

  it('a file that is not the last release does not do', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, '[friend]', '[friend, mate]')
    commit(join(root, 'a'))
    expect(await release(join(root, 'a'), 'patch', 'cb.yaml', '--against', 'git:HEAD')).toEqual({
      exitCode: 1,
      out: '',
      err: 'git:HEAD does not have the rules recorded for 1.1.0, so it does not show what changed since. Name the file or revision that has them, or release a major version.\n',
    })
    const said = await release(join(root, 'a'), 'patch', 'cb.yaml', '--against', 'git:HEAD~1')
    expect(said.err).toContain('friends: rule added: mate')
  })

  it('words may be edited in a patch', async () => {
    const path = await releasedIn(join(root, 'a'))
    writeFileSync(join(root, 'cb.yaml'), readFileSync(path, 'utf8').replace('Having', 'To have'))
    expect(await release(root, 'patch', 'cb.yaml')).toMatchObject({ exitCode: 0, err: '' })
  })
})

describe('versions are never given twice', () => {
  it('without a commit between two releases', async () => {
    const path = await releasedIn(join(root, 'a'))
    for (const [word, version] of [
      ['mate', '2.0.0'],
      ['pal', '3.0.0'],
    ] as const) {
      edit(path, 'friend]', `${word}, friend]`)
      expect(await release(join(root, 'a'), 'major', 'cb.yaml')).toMatchObject({ exitCode: 0 })
      expect(versionIn(path)).toBe(version)
    }
    expect(await voices(join(root, 'a'), 'codebook', 'lint', 'cb.yaml')).toMatchObject({
      exitCode: 0,
    })
  })

  it.each([
    ['the first of all', '1.0.0', [], 'minor', '1.1.0'],
    ['the first, as a draft', '1.0.0-draft.2', [], 'minor', '1.0.0'],
    ['after one', '1.0.0', ['1.0.0'], 'patch', '1.0.1'],
    ['after a greater one that is recorded', '1.0.0', ['1.0.0', '2.1.0'], 'minor', '2.2.0'],
    ['a draft of what is asked for', '2.0.0-draft.1', ['1.1.0'], 'major', '2.0.0'],
    ['a draft of more', '2.0.0-draft.1', ['1.1.0'], 'patch', '2.0.0'],
    ['a draft of less', '1.1.1-draft.1', ['1.1.0'], 'minor', '1.2.0'],
    ['a draft that is recorded', '2.0.0-draft.1', ['2.0.0-draft.1', '1.1.0'], 'major', '2.0.0'],
    ['set by hand', '2.0.0', ['1.1.0'], 'major', '2.0.0'],
    ['set by hand, and too small', '1.1.1', ['1.1.0'], 'major', '2.0.0'],
  ] as const)('%s: %s and a step', (_name, version, recorded, bump, expected) => {
    expect(versionToRelease(version, { recorded, bump })).toBe(expected)
  })

  it('nor hidden behind an anchor', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, 'version: 1.1.0', 'version: &v 1.1.0')
    edit(path, '{version: 1.1.0', '{version: *v')
    edit(path, 'Having', 'To have')
    const text = readFileSync(path, 'utf8')
    const said = await release(join(root, 'a'), 'patch', 'cb.yaml')
    expect(said).toMatchObject({ exitCode: 2, out: '' })
    expect(said.err).toContain('nothing was written')
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})

describe('what is refused', () => {
  it('a release without a change', async () => {
    await releasedIn(join(root, 'a'))
    expect(await release(join(root, 'a'), 'patch', 'cb.yaml')).toMatchObject({
      exitCode: 1,
      err: 'Nothing has changed since 1.1.0, so there is nothing to release.\n',
    })
  })

  it('but not one with other words, committed or not', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, 'Having', 'To have')
    commit(join(root, 'a'))
    expect(await release(join(root, 'a'), 'patch', 'cb.yaml')).toMatchObject({ exitCode: 0 })
    expect(versionIn(path)).toBe('1.1.1')
  })

  it('the bundled codebook', async () => {
    const said = await voices(root, 'codebook', 'release', 'minor', '-m', 'Mine')
    expect(said).toMatchObject({ exitCode: 2 })
    expect(said.err).toContain('is not yours to release. Name a file')
  })

  it('a failing example and a step that is too small, both', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, '[friend]', '[mate]')
    const { exitCode, err } = await release(join(root, 'a'), 'minor', 'cb.yaml')
    expect(exitCode).toBe(1)
    expect(err).toContain('[example-fails]')
    expect(err).toContain('friends: rule added: mate')
  })

  it.each([
    ['without the record of the last', (text: string) => text.slice(0, text.indexOf('changes:'))],
    [
      'with another fingerprint',
      (text: string) => text.replace(/sha256:[0-9a-f]+/u, `sha256:${'0'.repeat(64)}`),
    ],
    ['with an entry that lost it', (text: string) => text.replace(/, fingerprint: "[^"]*"/u, '')],
  ])('a release %s', async (_name, change) => {
    const path = await releasedIn(join(root, 'a'))
    writeFileSync(
      path,
      change(readFileSync(path, 'utf8'))
        .replace('[lunch]', '[dinner]')
        .replace('I like lunch', 'I like dinner'),
    )
    const { exitCode, err } = await release(join(root, 'a'), 'patch', 'cb.yaml')
    expect(exitCode).toBe(2)
    expect(err).toContain('The last commit records version 1.1.0 with the fingerprint sha256:')
  })

  it('a retired id that never was, where another is meant', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, THEME('food', 'lunch'), '')
    writeFileSync(path, `${readFileSync(path, 'utf8')}retired: [{id: fod, since: 2.0.0}]\n`)
    expect(await release(join(root, 'a'), 'major', 'cb.yaml')).toMatchObject({
      exitCode: 1,
      err: '`retired` names fod, and 1.1.0 has no theme of this id. Did you mean food?\n',
    })
  })

  it('but not one of a time before the last release', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, 'Having', 'To have')
    writeFileSync(path, `${readFileSync(path, 'utf8')}retired: [{id: fod, since: 0.9.0}]\n`)
    expect(await release(join(root, 'a'), 'patch', 'cb.yaml')).toMatchObject({ exitCode: 0 })
  })

  it('but not another codebook in the place of one that was released', async () => {
    const path = await releasedIn(join(root, 'a'))
    writeFileSync(path, FRIENDS.replace('codebook: club', 'codebook: other'))
    expect(await release(join(root, 'a'), 'minor', 'cb.yaml')).toMatchObject({ exitCode: 0 })
  })

  it('a failing case beside the codebook', async () => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, 'Having', 'To have')
    const cases = 'cases:\n  - {name: lunch alone, text: We had lunch., expect: [friends]}\n'
    writeFileSync(join(root, 'a', 'cb.cases.yaml'), cases)
    const { exitCode, err } = await release(join(root, 'a'), 'patch', 'cb.yaml')
    expect(exitCode).toBe(1)
    expect(err).toContain('Case “lunch alone”: “We had lunch.”: friends is missing')
    expect(versionIn(path)).toBe('1.1.0')
  })

  it.each([
    ['2026-02-30', 'is no date'],
    ['2026-11', 'is no date'],
    ['2026-11-21', '2026-11-21 is before 2026-11-22, the day of version 1.1.0'],
  ])('the date %s', async (date, message) => {
    const path = await releasedIn(join(root, 'a'))
    edit(path, 'Having', 'To have')
    const said = await release(join(root, 'a'), 'patch', 'cb.yaml', '--date', date)
    expect(said.exitCode).toBe(2)
    expect(said.err).toContain(message)
  })
})

describe('the first recorded release', () => {
  it('says that it is the first', async () => {
    writeFileSync(join(root, 'cb.yaml'), FRIENDS)
    expect(await release(root, 'minor', 'cb.yaml')).toEqual({
      exitCode: 0,
      out: 'club 1.1.0 is recorded in cb.yaml: its first recorded release, so nothing before it was compared.\n',
      err: '',
    })
  })
})

describe('the file', () => {
  it('stays where a link leads, and as private as it was', async () => {
    mkdirSync(join(root, 'real'))
    writeFileSync(join(root, 'real', 'cb.yaml'), FRIENDS)
    chmodSync(join(root, 'real', 'cb.yaml'), 0o600)
    symlinkSync(join('real', 'cb.yaml'), join(root, 'cb.yaml'))
    expect(await release(root, 'minor', 'cb.yaml')).toMatchObject({ exitCode: 0 })
    expect(lstatSync(join(root, 'cb.yaml')).isSymbolicLink()).toBe(true)
    expect(versionIn(join(root, 'real', 'cb.yaml'))).toBe('1.1.0')
    expect(statSync(join(root, 'real', 'cb.yaml')).mode & 0o777).toBe(0o600)
  })

  const added = { version: '1.1.0', date: '2026-11-22', note: 'n', fingerprint: 'f', retired: [] }
  const entry = '{version: 1.1.0, date: 2026-11-22, note: "n", fingerprint: "f"}'
  it.each([
    [
      'a comment behind a key without value',
      'changes: # by release\n',
      `changes: # by release\n  - ${entry}\n`,
    ],
    [
      'a comment inside an empty list',
      'changes: [   # none\n ]\n',
      `changes: # none\n  - ${entry}\n`,
    ],
    ['several', 'changes: [ # a\n # b\n ] # c\n', `changes: # a # b # c\n  - ${entry}\n`],
    ['no value at the very end', 'changes:', `changes:\n  - ${entry}\n`],
    ['null', 'changes: null # none\nid: a\n', `changes: # none\n  - ${entry}\nid: a\n`],
    ['a mark of the end', 'id: a\n...\n', `id: a\nchanges:\n  - ${entry}\n...\n`],
    [
      'a mark of the end, with Windows lines',
      'id: a\r\n...\r\n',
      `id: a\r\nchanges:\r\n  - ${entry}\r\n...\r\n`,
    ],
    [
      'Windows lines',
      'changes: [] # none\r\nid: a\r\n',
      `changes: # none\r\n  - ${entry}\r\nid: a\r\n`,
    ],
  ])('keeps %s', (_name, before, after) => {
    expect(withRelease(`version: 1.0.0\n${before}`, added)).toBe(`version: 1.1.0\n${after}`)
  })

  it.each([
    [
      'in braces',
      '{"codebook": "club", "version": "1.0.0", "themes": [{"id": "a", "name": "A", "rules": ["b"]}]}\n',
    ],
    ['with a version that is merged in', FRIENDS.replace('version: 1.0.0', '<<: {version: 1.0.0}')],
    ['with a version over two lines', FRIENDS.replace('version: 1.0.0', 'version: >-\n  1.0.0')],
  ])('%s is left alone', async (_name, text) => {
    writeFileSync(join(root, 'cb.yaml'), text)
    const said = await release(root, 'minor', 'cb.yaml')
    expect(said).toMatchObject({ exitCode: 2, out: '' })
    expect(said.err).toContain('in lines and not in braces')
    expect(readFileSync(join(root, 'cb.yaml'), 'utf8')).toBe(text)
  })
})
