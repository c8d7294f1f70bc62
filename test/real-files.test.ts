/**
 * What must hold of any file: run on the fixtures, and on real files where a folder of them stands
 * beside the project.
 */
import { existsSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readFile } from '../src/code/read-file.ts'
import { DEFAULTS } from './ingest-read.ts'
import { voicesIn } from './voices.ts'

const SETS: readonly (readonly [name: string, paths: readonly string[]])[] = [
  ['fixtures/transcripts', ['fixtures/transcripts']],
  ['fixtures/hard', ['fixtures/hard']],
  ['../shared/seeds', ['../shared/seeds']],
  ['../shared/samples', ['../shared/samples']],
  ['fixtures/formats', ['fixtures/formats']],
  ['../shared/corpora/transcripts', ['../shared/corpora/transcripts']],
  ['../shared/corpora/blogs', ['../shared/corpora/blogs']],
  [
    '../shared/corpora/responses',
    ['misc', 'qualcoder', 'uk_consultation'].map((kind) => `../shared/corpora/responses/${kind}`),
  ],
]

const TIMEOUT = 120_000

async function output(...args: readonly string[]): Promise<string> {
  return (await voicesIn(process.cwd(), args)).out
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

/** The texts of the rows of each table, read once: a table may have thousands. */
const tables = new Map<string, Promise<ReadonlyMap<string, string>>>()

async function rowOf(file: string, row: string): Promise<string> {
  const texts = tables.get(file) ?? rowsOf(file)
  tables.set(file, texts)
  return (await texts).get(row) ?? ''
}

async function rowsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  await readFile({ path: file, id: '', size: 0 }, DEFAULTS, {
    passage({ document, text }) {
      texts.set(document.id, (texts.get(document.id) ?? '') + text)
    },
  })
  return texts
}

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
  const [name = ''] = document.split('#')
  for (const path of paths) {
    const file = `${path}/${name}`
    const below = `${path.split('/').slice(0, -1).join('/')}/${name}`
    for (const found of [file, below].filter((one) => existsSync(one))) {
      return document === name ? output('text', found) : rowOf(found, document.slice(name.length))
    }
  }
  throw new Error(`${document} was not found`)
}
