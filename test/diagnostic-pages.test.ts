/** Every diagnostic has a page that is true: docs/diagnostics.md is made of them. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleDiagnostics, runExamples } from '../src/check/examples.ts'
import { lintCodebook } from '../src/codebook/lint.ts'
import { compileCodebook } from '../src/commands/load-codebook.ts'
import { DIAGNOSTIC_AREAS } from '../src/diagnostic-pages.ts'
import { parse } from './codebook-example.ts'

const PAGES = new Map(DIAGNOSTIC_AREAS.flatMap(({ pages }) => Object.entries(pages)))

/** `unknown-key`: what an id looks like in the program. */
const ID = "'(?<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)'"
/** The same with a hyphen, where a word alone would be something else. */
const LONG_ID = "'(?<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)'"

/** How the program makes a diagnostic, with one of each. */
const SHAPES: readonly RegExp[] = [
  // errorAt(rule, 'never-counts', message)
  String.raw`\b(?:errorAt|warningAt)\(\s*[^()'"]*,\s*${ID}`,
  // problems.error('unknown-key', at, message)
  String.raw`\.(?:error|warning)\(\s*${ID},`,
  // new BadFile('broken-zip', CUT_OFF)
  String.raw`\bBadFile\(\s*${ID}`,
  // add('repeated-row', REPEATED), refused('binary-file', …), problemOf('unreadable-times', …)
  String.raw`\b(?:add|refused|problemOf|problem|warning|finding|fault|doubt)\(\s*${LONG_ID},`,
  // error('doctype', DOCTYPE)
  String.raw`\berror\(\s*${ID}, [A-Z]`,
  // return ['empty-phrase', 'This phrase is empty.']
  String.raw`return \[\s*${LONG_ID},`,
  // { severity: 'error', id: 'cut-json', message }
  String.raw`severity[^{}]{0,80}\bid: ${ID}`,
  // id: 'baseline-not-run', on a line of its own or beside other facts
  String.raw`(?<!meta\(\{ )\bid: ${LONG_ID}`,
  // id: isFixed ? 'todo-passes' : 'case-fails', and const id = …
  String.raw`\bid(?:: | = )[^,;{}\n']*\? ${LONG_ID}`,
  String.raw`\bid(?:: | = )[^,;{}\n']*\? '[a-z-]+' : ${LONG_ID}`,
  // version: 'bad-version', and FORMAT_IDS[key] ?? 'bad-id'
  "(?:: |\\?\\? )'(?<id>bad-[a-z]+)'",
].map((source) => new RegExp(source, 'gu'))

/** `[unknown-key]` at the end of a printed line, and `"id": "unknown-key"` in JSON. */
const PRINTED = [
  /:\d+:\d+ (?:error|warning) .*\[(?<id>[a-z0-9-]+)\]$/gmu,
  /"severity": "[a-z]+",\s*"id": "(?<id>[a-z-]+)"/gu,
]
/** `8:21 error useless-key`, as tests write it. */
const TESTED = [/'\d+:\d+ (?:error|warning) (?<id>[a-z]+(?:-[a-z0-9]+)*)'/gu]

/** What these shapes find and is none: themes in examples. */
const NO_DIAGNOSTICS = new Set(['worker-turnover', 'same-worker'])

function filesBelow(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => ending.test(path) && statSync(path).isFile())
}

function found(paths: readonly string[], shapes: readonly RegExp[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const path of paths) {
    const text = readFileSync(path, 'utf8')
    for (const shape of shapes)
      for (const { groups } of text.matchAll(shape)) places.set(groups?.id ?? '', path)
  }
  return new Map([...places].filter(([id]) => !NO_DIAGNOSTICS.has(id)))
}

/** `.ts`. */
const TYPESCRIPT = /\.ts$/u
/** What a command printed. */
const OUTPUT = /expected[/\\](?:stdout|stderr)\.txt$/u

const SOURCES = filesBelow('src', TYPESCRIPT).filter(
  (path) => !path.endsWith('diagnostic-pages.ts'),
)
const USED = new Map([
  ...found(filesBelow('fixtures/cases', OUTPUT), PRINTED),
  ...found(filesBelow('test', TYPESCRIPT), TESTED),
  ...found(SOURCES, SHAPES),
])

describe('pages of diagnostics', () => {
  it('are there for every id that the program uses', () => {
    const missing = [...USED].filter(([id]) => !PAGES.has(id))
    expect(missing.map(([id, path]) => `${id}, in ${path}`)).toEqual([])
    expect(USED.size).toBeGreaterThan(150)
  })

  it('are about ids that the program uses', () => {
    const program = SOURCES.map((path) => readFileSync(path, 'utf8')).join('\n')
    expect([...PAGES.keys()].filter((id) => !program.includes(`'${id}'`))).toEqual([])
  })

  it('stand once each, in the order of the alphabet', () => {
    const ids = DIAGNOSTIC_AREAS.map(({ pages }) => Object.keys(pages))
    for (const list of ids) expect(list).toEqual(list.toSorted())
    expect(ids.flat().length).toBe(PAGES.size)
  })

  it.each([...PAGES])('%s is written out', (_id, { title, meaning, mend }) => {
    expect(title).toMatch(/^[A-Z].*[^.]$/u)
    expect(meaning).toMatch(/^[A-Z`].*[.]$/su)
    expect(mend).toMatch(/^[A-Z`].*[.:a-z`]$/su)
  })
})

/** Keys of the outermost map, which an example may bring. */
const HEAD = ['codebook: school', 'version: 1.0.0']
const THEMES = ['themes:', '  - id: one', '    name: One']
/** `version:` at the start of a line. */
const KEY = /^(?<key>[a-z_]+):/gmu
const FILE_KEYS = ['version', 'title', 'themes', 'retired', 'changes']

/** The codebook that an example stands in: rules, keys of a theme, or keys of the file. */
function codebookAround(example: string): string {
  const indented = (by: string) => example.split('\n').map((line) => `${by}${line}`)
  if (example.startsWith('#')) return example
  if (example.startsWith('- '))
    return [...HEAD, ...THEMES, '    rules:', ...indented('      '), ''].join('\n')
  const keys = Array.from(example.matchAll(KEY), ({ groups }) => groups?.key ?? '')
  if (!keys.some((key) => FILE_KEYS.includes(key)))
    return [...HEAD, ...THEMES, ...indented('    '), ''].join('\n')
  const head = HEAD.filter((line) => !keys.includes(line.split(':')[0] ?? ''))
  const themes = keys.includes('themes') ? [] : [...THEMES, '    rules: [trust]']
  return [...head, example, ...themes, ''].join('\n')
}

async function idsOf(yaml: string): Promise<readonly string[]> {
  const { value, diagnostics } = await parse(yaml)
  if (value === undefined) return diagnostics.map(({ id }) => id)
  const matcher = await compileCodebook(value, value.unit)
  const examples = exampleDiagnostics(runExamples(matcher, value.unit), value.path)
  return [...diagnostics, ...lintCodebook(value), ...examples].map(({ id }) => id)
}

describe('the example of', () => {
  const [codebooks] = DIAGNOSTIC_AREAS
  const examples = Object.entries(codebooks?.pages ?? {}).flatMap(([id, { example }]) =>
    example === undefined ? [] : [[id, example] as const],
  )
  it.each(examples)('%s gives it', async (id, example) => {
    expect(await idsOf(codebookAround(example))).toContain(id)
  })
})
