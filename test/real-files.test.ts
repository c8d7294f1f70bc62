/**
 * What must hold of any file: run on the fixtures, and on real files where a folder of them stands
 * beside the project.
 */
import { existsSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { run } from '../src/cli.ts'

const SETS: readonly (readonly [name: string, paths: readonly string[]])[] = [
  ['fixtures/transcripts', ['fixtures/transcripts']],
  ['fixtures/hard', ['fixtures/hard']],
  ['../shared/seeds', ['../shared/seeds']],
  ['../shared/samples', ['../shared/samples']],
  [
    '../shared/corpora/transcripts',
    ['txt', 'md', 'otter'].map((kind) => `../shared/corpora/transcripts/${kind}`),
  ],
  ['../shared/corpora/blogs', ['../shared/corpora/blogs/md']],
]

const TIMEOUT = 120_000

async function output(...args: readonly string[]): Promise<string> {
  const pieces: string[] = []
  const decoder = new TextDecoder()
  await run(args, {
    out: (text) =>
      pieces.push(typeof text === 'string' ? text : decoder.decode(text, { stream: true })),
    err() {},
    isTerminal: false,
    showsProgress: false,
    cwd: process.cwd(),
    env: {},
    today: () => '2026-11-22',
  })
  return pieces.join('')
}

interface Inspected {
  readonly path: string
  readonly documents: readonly { readonly turns: number; readonly words: number }[]
}

describe.each(SETS)('%s', (_name, paths) => {
  const isThere = paths.every((path) => existsSync(path))
  const note = isThere ? '' : ' (skipped: the folder is not there)'

  it.skipIf(!isThere)(
    `every position leads to its text${note}`,
    async () => {
      const rows = parse(await output('segments', ...paths), { columns: true })
      const segments = rows.filter(isRow)
      expect(segments).toHaveLength(rows.length)
      const texts = new Map<string, readonly string[]>()
      for (const { document, start, end, text } of segments) {
        if (!texts.has(document)) texts.set(document, [...(await textOf(document, paths))])
        const points = texts.get(document) ?? []
        expect(points.slice(Number(start), Number(end)).join('')).toBe(text)
      }
    },
    TIMEOUT,
  )

  it.skipIf(!isThere)(
    `two runs give the same bytes${note}`,
    async () => {
      const args = ['segments', ...paths, '--unit', 'paragraph'] as const
      expect(await output(...args)).toBe(await output(...args))
    },
    TIMEOUT,
  )

  it.skipIf(!isThere)(
    `inspect sees what frequencies count${note}`,
    async () => {
      const inspected: unknown = JSON.parse(await output('inspect', ...paths, '--format', 'json'))
      const files = Array.isArray(inspected) ? inspected.filter(isInspected) : []
      const spoken = files.flatMap(({ documents }) => documents).filter(({ words }) => words > 0)
      const table = await output('frequencies', ...paths, '--exclude-roles', 'none', '-f', 'jsonl')
      const [row = ''] = table.split('\n')
      expect(JSON.parse(row)).toMatchObject({ documents_base: spoken.length })
    },
    TIMEOUT,
  )
})

interface Row {
  readonly document: string
  readonly start: string
  readonly end: string
  readonly text: string
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'document' in value && 'text' in value
}

function isInspected(value: unknown): value is Inspected {
  return typeof value === 'object' && value !== null && 'documents' in value
}

async function textOf(document: string, paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    const file = `${path}/${document}`
    const below = `${path.split('/').slice(0, -1).join('/')}/${document}`
    if (existsSync(file)) return output('text', file)
    if (existsSync(below)) return output('text', below)
  }
  throw new Error(`${document} was not found`)
}
