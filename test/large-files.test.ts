/** Files with very many hits, turns and marks: commands neither fail nor take quadratic time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { growthOf } from './steps.ts'
import { voicesIn } from './voices.ts'

const TURNS = 12_000
const HITS_PER_TURN = 12
/** A ceiling for slow machines. */
const LONGEST_MS = 60_000
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
  const { exitCode, out } = await voicesIn(folder, args)
  expect(exitCode).toBe(0)
  return out
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

test('inspect takes twice the work for twice as many turns', async () => {
  const { once, twice } = await growthOf(500, async (pairs) => {
    const short = join(folder, 'short.txt')
    writeFileSync(short, 'P1: [laughs] yes\n\nP2: no\n\n'.repeat(pairs))
    const turns = `${(2 * pairs).toLocaleString('en-GB')} turns`
    expect(await printed('inspect', short)).toContain(turns)
  })
  expect(twice).toBeLessThan(2.2 * once)
})

test('explain finds the last segment', async () => {
  const part = text.slice(0, text.length / 6).trimEnd()
  const path = join(folder, 'part.txt')
  writeFileSync(path, part)
  const id = `part.txt:${part.length - 'I trust.'.length}-${part.length}`
  expect(await printed('explain', id, path)).toContain(`I trust.\n${id}\n`)
})
