/**
 * Every folder of fixtures/cases is one behaviour that a user can see: `command.txt` is run in a copy
 * of `input/`, and what it prints and writes must be exactly what `expected/` holds. Write new
 * expectations with `npm run accept`, and read them as prose before you commit them.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { voicesIn } from './voices.ts'

const ROOT = process.cwd()
const CASES = join(ROOT, 'fixtures', 'cases')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-case-'))
})
afterEach(() => {
  process.chdir(ROOT)
  rmSync(folder, { recursive: true, force: true })
})

/** A word of a command line, in quotes or not, for example `"social worker"`. */
const ARGUMENT = /"(?<quoted>[^"]*)"|(?<plain>\S+)/gu

function argumentsOf(command: string): readonly string[] {
  const words = [...command.trim().matchAll(ARGUMENT)]
  return words.map(({ groups }) => groups?.quoted ?? groups?.plain ?? '').slice(1)
}

describe('cases', () => {
  it.each(readdirSync(CASES))('%s', async (name) => {
    const input = join(CASES, name, 'input')
    if (existsSync(input)) cpSync(input, folder, { recursive: true })
    process.chdir(folder)
    const command = readFileSync(join(CASES, name, 'command.txt'), 'utf8')
    const { exitCode, out, err } = await voicesIn(folder, argumentsOf(command))
    const expected = join(CASES, name, 'expected')
    await expect(out).toMatchFileSnapshot(join(expected, 'stdout.txt'))
    await expect(err).toMatchFileSnapshot(join(expected, 'stderr.txt'))
    await expect(`${exitCode}\n`).toMatchFileSnapshot(join(expected, 'exit-code.txt'))
    for (const file of filesBelow(join(folder, 'results'))) {
      const text = readFileSync(join(folder, 'results', file), 'utf8')
      await expect(text).toMatchFileSnapshot(join(expected, 'results', file))
    }
    expect(filesBelow(join(folder, 'results'))).toEqual(filesBelow(join(expected, 'results')))
  })
})

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile())
    .sort()
}
