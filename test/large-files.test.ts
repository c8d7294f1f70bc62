/** Files with very many hits, turns and marks: commands neither fail nor take quadratic time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../src/cli.ts'

const TURNS = 12_000
const HITS_PER_TURN = 12
const LONGEST_MS = 15_000
const turn = `P1: [laughs] ${'I trust. '.repeat(HITS_PER_TURN)}`
const text = `Interviewer: And then?\n\n${turn}\n\n`.repeat(TURNS)
let folder = ''
let file = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-large-'))
  file = join(folder, 'talk.txt')
  writeFileSync(file, text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function printed(...args: readonly string[]): Promise<string> {
  const pieces: string[] = []
  const exitCode = await run(args, {
    out: (piece) => pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString()),
    err: () => {},
    isTerminal: false,
    showsProgress: false,
    cwd: folder,
    env: {},
  })
  expect(exitCode).toBe(0)
  return pieces.join('')
}

test.each(['text', 'jsonl'])(
  'find prints every hit as %s',
  async (format) => {
    const lines = (await printed('find', 'trust', file, '--format', format)).trim().split('\n')
    const hits = TURNS * HITS_PER_TURN
    expect(lines.length).toBe(format === 'text' ? hits + 2 : hits)
  },
  LONGEST_MS,
)

test(
  'inspect counts the words of every turn',
  async () => {
    const short = join(folder, 'short.txt')
    writeFileSync(short, 'P1: [laughs] yes\n\nP2: no\n\n'.repeat(75_000))
    const started = performance.now()
    const page = await printed('inspect', short)
    expect(page).toContain('150,000 turns, 150,000 words')
    expect(performance.now() - started).toBeLessThan(5_000)
  },
  LONGEST_MS,
)

test(
  'explain finds the last segment',
  async () => {
    const end = text.trimEnd().length
    const id = `talk.txt:${end - 'I trust.'.length}-${end}`
    expect(await printed('explain', id, file)).toContain(`I trust.\n${id}\n`)
  },
  LONGEST_MS,
)
