import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom: the map of ARCHITECTURE.md. Folders import themselves and these. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ingest: [],
  disk: ['ingest'],
  segment: [],
  codebook: [],
  match: [],
  analyse: ['match'],
  format: ['analyse'],
  code: ['analyse', 'disk', 'format', 'ingest', 'match', 'segment'],
  check: ['analyse', 'code', 'codebook', 'ingest', 'match', 'segment'],
  commands: [
    'analyse',
    'check',
    'code',
    'codebook',
    'disk',
    'format',
    'ingest',
    'match',
    'segment',
  ],
}

/** Files of src/ itself that any stage may import: nouns and small tools without a stage's knowledge. */
const FREE_FOR_ALL = new Set([
  'types.ts',
  'amount.ts',
  'attributes.ts',
  'span-list.ts',
  'place.ts',
  'markup.ts',
  'share.ts',
  'run-facts.ts',
  'version.ts',
  'xml-text.ts',
])

/** Packages and the one file, or the one folder, that imports each. */
const DOORS: Readonly<Record<string, string>> = {
  commander: 'src/cli.ts',
  chalk: 'src/format/diagnostics.ts',
  yaml: 'src/codebook/',
  zod: 'src/codebook/schema.ts',
  natural: 'src/match/stem.ts',
  re2js: 'src/match/linear-regex.ts',
  fflate: 'src/ingest/zip.ts',
  htmlparser2: 'src/markup.ts',
  'jsonc-parser': 'src/ingest/json-values.ts',
  unpdf: 'src/ingest/documents/pdf-pages.ts',
}

/** The edge: who may touch the disk. */
const TOUCHES_THE_DISK = ['src/disk/', 'src/io.ts', 'src/version.ts']

/** A statement, for example `import type { Span } from '../types.ts'`. */
const IMPORT_STATEMENT =
  /^(?:import|export)\b(?<types> type\b)?(?:[^'=;]*?\bfrom)? '(?<specifier>[^']+)'$/gmu
/** A module that is loaded when it is needed, for example `import('./commands/code.ts')`. */
const IMPORT_CALL = /\bimport\('(?<specifier>[^']+)'\)/gu

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join('src', name))

interface Import {
  readonly specifier: string
  /** Whether only types come in, which leave nothing in the program. */
  readonly isTypesOnly: boolean
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(IMPORT_STATEMENT), ...text.matchAll(IMPORT_CALL)].map(({ groups }) => ({
    specifier: groups?.specifier ?? '',
    isTypesOnly: groups?.types !== undefined,
  }))
}

function folderOf(path: string): string {
  const [first = '', ...rest] = relative('src', path).split('/')
  return rest.length === 0 ? '' : first
}

describe('stages', () => {
  it.each(files.filter((file) => folderOf(file) !== ''))(
    '%s imports only what its stage may',
    (file) => {
      const own = folderOf(file)
      const reached = importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => normalize(join(dirname(file), specifier)))
      const wrong = reached.filter((path) => {
        const folder = folderOf(path)
        if (folder === own) return false
        if (folder === '') return own !== 'commands' && !FREE_FOR_ALL.has(relative('src', path))
        return !(MAY_IMPORT[own] ?? []).includes(folder)
      })
      expect(wrong).toEqual([])
    },
  )
})

describe('dependencies', () => {
  it('each have one door', () => {
    const found = files.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier, isTypesOnly }) => !isTypesOnly && !specifier.startsWith('.'))
        .filter(({ specifier }) => !specifier.startsWith('node:'))
        .map(({ specifier }) => [specifier.split('/')[0] ?? '', file]),
    )
    const wrong = found.filter(
      ([name = '', file = '']) => !file.startsWith(DOORS[name] ?? 'nowhere'),
    )

    expect(wrong).toEqual([])
    expect(new Set(found.map(([name]) => name))).toEqual(new Set(Object.keys(DOORS)))
  })
})

describe('the disk', () => {
  it('is touched by few', () => {
    const wrong = files
      .filter((file) => importsOf(file).some(({ specifier }) => specifier.startsWith('node:fs')))
      .filter((file) => !TOUCHES_THE_DISK.some((edge) => file.startsWith(edge)))
    expect(wrong).toEqual([])
  })
})
