import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOST } from '../src/codebook/exchange/dictionary-draft.ts'
import { draftYaml } from '../src/codebook/exchange/draft-yaml.ts'
import type { DraftTheme, ExchangeFile, Imported } from '../src/codebook/exchange/exchange.ts'
import { FORMATS } from '../src/codebook/exchange/formats.ts'
import { readQualcoder, writeQualcoder } from '../src/codebook/exchange/qualcoder-list.ts'
import { readTaguette, writeTaguette } from '../src/codebook/exchange/taguette-table.ts'
import { lintCodebook } from '../src/codebook/lint.ts'
import { codebookOf, parse } from './codebook-example.ts'
import { recognised } from './exchange.ts'

function fileOf(name: string, text: string): ExchangeFile {
  return { name, text, bytes: new Uint8Array(0), encoding: 'utf-8' }
}

/** `Care: definition [Workers, Homes: …]`. */
function treeOf(themes: readonly DraftTheme[]): string {
  return themes
    .map(({ name, definition, include, exclude, themes: below }) => {
      const texts = [definition, include, exclude].filter(Boolean).join(' / ')
      const inner = below.length === 0 ? '' : ` [${treeOf(below)}]`
      return `${name}${texts === '' ? '' : `: ${texts}`}${inner}`
    })
    .join(', ')
}

function outcome({ draft, losses, diagnostics }: Imported): readonly string[] {
  const tree = draft === undefined ? [] : [treeOf(draft.themes)]
  return [
    ...tree,
    ...diagnostics.map(({ id }) => `error ${id}`),
    ...losses.map(({ where, what }) => `${where} — ${what}`),
  ]
}

describe('a codebook of Taguette', () => {
  it.each<readonly [name: string, table: string, expected: readonly string[]]>([
    [
      'tags',
      'tag,description\nCare,Being looked after\nHome,\n',
      ['Care: Being looked after, Home'],
    ],
    ['other names of the column', 'PATH\nCare\n', ['Care']],
    ['levels', 'tag\nCare.Workers\nCare.Homes\n', ['Care [Workers, Homes]']],
    [
      'a level that comes later',
      'tag,description\nCare.Workers,staff\nCare,all of it\n',
      ['Care: all of it [Workers: staff]'],
    ],
    [
      'full stops that part nothing',
      'tag\nDr. Smith\nv2.1\n...\nend.\n',
      ['Dr. Smith, v2.1, ..., end.'],
    ],
    [
      'when and when not',
      'tag,description\nCost,"Money\nInclude: fares\nExclude: time"\n',
      ['Cost: Money / fares / time'],
    ],
    [
      'how often it was used',
      'tag,description,number of highlights\nCare,,12\n',
      [
        'Care',
        'column 3: “number of highlights” — The column is left out: it says how a tag was used, not what it is.',
      ],
    ],
    [
      'a tag twice, and a row without one',
      'tag,description\nCare,one\nCare,two\n,three\n',
      [
        'Care: one',
        'line 4 — The row is left out: it names no tag.',
        'line 3: “Care” — The code is left out: it stands in the list already.',
      ],
    ],
    [
      'a tag below one that ends in a number',
      'tag\nPhase 1\nPhase 1.2nd visit\nPhase 1.2nd visit.End\nPhase 2.2nd visit\n',
      ['Phase 1 [2nd visit [End]], Phase 2.2nd visit'],
    ],
    [
      'cells that no column has',
      'tag,description\nCare,"y",extra,,more\n',
      ['Care: y', `line 2: “extra” — ${LOST.noColumn}`, `line 2: “more” — ${LOST.noColumn}`],
    ],
    ['no tags', 'tag,description\n', ['error no-codes']],
    ['no column', 'word,count\ncare,1\n', ['error no-columns']],
    ['nothing', '', ['error no-columns']],
  ])('%s', (_name, table, expected) => {
    expect(outcome(readTaguette(fileOf('club.csv', table), 'club.csv'))).toEqual(expected)
  })
})

describe('a code list of QualCoder', () => {
  it.each<readonly [name: string, file: string, list: string, expected: readonly string[]]>([
    ['codes and memos', 'club.txt', 'trust\tin adults\nhome\n', ['trust: in adults, home']],
    [
      'categories',
      'club.txt',
      'care>>workers\ncare >> homes\tplaces\n\ncare>>homes>>moves\n',
      ['care [workers, homes: places [moves]]'],
    ],
    [
      'with commas',
      'club.csv',
      'care>>workers,"staff, all"\nhome,\n',
      ['care [workers: staff, all], home'],
    ],
    [
      'when and when not',
      'club.csv',
      'care>>cost,"Money\nInclude: fares\nExclude: time"\n',
      ['care [cost: Money / fares / time]'],
    ],
    [
      'a line without a code, and a third column',
      'club.txt',
      '>>\tmemo\nhome\tmemo\tmore\n',
      [
        'home: memo',
        'line 1 — The line is left out: it names no code.',
        'line 2: “more” — What stands after the memo is left out.',
      ],
    ],
    ['nothing', 'club.txt', '\n', ['error no-codes']],
  ])('%s', (_name, file, list, expected) => {
    expect(outcome(readQualcoder(fileOf(file, list), file))).toEqual(expected)
  })
})

describe('a file of codes is known', () => {
  it.each([
    ['club.csv', 'tag,description\na,b\n', 'taguette'],
    ['club.csv', 'Path,Description,number of documents\na,b,1\n', 'taguette'],
    ['club.csv', 'theme,term\ncare,home\n', 'csv'],
    ['club.csv', 'care>>workers,memo\n', 'qualcoder'],
    ['club.txt', 'home\nCare team>>workers\tmemo\n', 'qualcoder'],
    ['club.txt', '# notes\n*trust\ntrust\n', 'kh-coder'],
    ['club.cod', 'anything', 'kh-coder'],
    ['club.txt', '<html>a >> b</html>\n', undefined],
    ['club.qdc', '', 'refi-qda'],
    ['club.xml', '<?xml version="1.0"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0">', 'refi-qda'],
    ['club.xml', '<Project name="x" xmlns="urn:QDA-XML:project:1.0">', 'refi-qda'],
    ['club.xml', '<Project Sdk="other">', undefined],
  ])('%s: %s', (name, text, expected) => {
    const format = FORMATS.find((one) => one.recognises(fileOf(name, text)))
    expect(format?.name).toBe(expected)
  })
})

const BOOK = `codebook: club
version: 1.0.0
themes:
  - id: care
    name: Care
    definition: Being looked after
    exclude: health care
    themes:
      - {id: workers, name: Dr. Who & co, definition: 'Staff, all of them', rules: [worker]}
      - {id: homes, name: Homes}
  - {id: homes, name: Homes, definition: "Two\\nlines"}
`

describe('a codebook goes out', () => {
  it('to Taguette', async () => {
    const { text, losses } = writeTaguette(await codebookOf(BOOK))
    expect(text.split('\r\n')).toEqual([
      '\uFEFFtag,description',
      'Care,"Being looked after\nExclude: health care"',
      'Care.Dr· Who & co,"Staff, all of them"',
      'Care.Homes,',
      'Homes,"Two\nlines"',
      '',
    ])
    expect(losses.map(({ where }) => where)).toEqual([
      '1.0.0',
      'line 9, care/workers',
      'line 9, care/workers: 1 rule',
      'line 9, care/workers',
    ])
  })

  it('to QualCoder', async () => {
    const { text, losses } = writeQualcoder(await codebookOf(BOOK))
    expect(text.split('\n')).toEqual([
      'Care>>Dr. Who & co\tStaff, all of them',
      'Care>>Homes',
      'Homes (2)\tTwo lines',
      '',
    ])
    expect(losses.map(({ what }) => what)).toEqual([
      'The version of the codebook is not carried.',
      'The id of the theme is not carried: it will be made from its name.',
      'The id of the theme is not carried: it will be made from its name.',
      'Rules are left out: the program has codes, and people do the coding.',
      'The theme becomes a category, which itself is not put on text.',
      'The definition is left out: in a code list only codes have memos.',
      'The name is changed: in QualCoder names differ, and >> parts levels.',
      'Line breaks of the definition become spaces: a memo is one line.',
    ])
  })

  it('a table of themes and terms is no list of codes, whatever its cells hold', () => {
    expect(recognised('e.csv', 'theme,term\na>>b,x\n')).toBe('csv')
  })

  it('to Taguette with paths that it takes, however deep and long the names', async () => {
    const name = 'A name of some forty-five letters, or nearly so'
    const themes = (level: number): string =>
      level === 0
        ? ''
        : `${'    '.repeat(7 - level)}themes:\n${'    '.repeat(7 - level)}  - id: l${level}\n${'    '.repeat(7 - level)}    name: ${name}\n${themes(level - 1)}`
    const { text, losses } = writeTaguette(
      await codebookOf(`codebook: deep\nversion: 1.0.0\n${themes(7)}`),
    )
    const paths = text.split('\r\n').slice(1, -1)
    expect(paths).toHaveLength(7)
    expect(new Set(paths).size).toBe(7)
    expect(paths.filter((path) => path.length > 201)).toEqual([])
    expect(losses.filter(({ what }) => what.startsWith('The level')).length).toBeGreaterThan(0)
  })
})

const NAMES = fc
  .stringMatching(/^[a-zé😀“ ,>"'#:&-]{1,12}$/u)
  .map((text) => `x${text.replace(/[\s>]+/gu, ' ').trim()}`)
const LISTS = fc.uniqueArray(fc.tuple(fc.array(NAMES, { minLength: 1, maxLength: 3 }), NAMES), {
  minLength: 1,
  maxLength: 8,
  selector: ([path]) => path.join('.'),
})

describe('code lists', () => {
  it('come back from Taguette as they went', async () => {
    await fc.assert(
      fc.asyncProperty(LISTS, async (list) => {
        const rows = list.map(
          ([path, memo]) =>
            `"${path.join('.').replaceAll('"', '""')}","${memo.replaceAll('"', '""')}"`,
        )
        const { draft } = readTaguette(
          fileOf('x.csv', `tag,description\n${rows.join('\n')}\n`),
          'x',
        )
        if (draft === undefined) throw new Error('no draft')
        const codebook = await codebookOf(draftYaml(draft, 'x').text)
        const { text } = writeTaguette(codebook)
        const again = readTaguette(
          fileOf('x.csv', text.replace('\uFEFF', '').replaceAll('\r\n', '\n')),
          'x',
        )
        expect(treeOf(again.draft?.themes ?? [])).toBe(treeOf(draft.themes))
      }),
      { numRuns: 200 },
    )
  })

  it('are read whatever they hold', async () => {
    const piece = fc.constantFrom(
      'tag',
      ',',
      '"',
      '\n',
      '.',
      '>>',
      '\t',
      'a',
      'description',
      '😀',
      '\u0000',
      ' ',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = pieces.join('')
        const read = [
          readTaguette(fileOf('x.csv', `tag,description\n${text}`), 'x.csv'),
          readQualcoder(fileOf('x.txt', text), 'x.txt'),
          readQualcoder(fileOf('x.csv', text), 'x.csv'),
        ]
        for (const { draft } of read) {
          if (draft === undefined) continue
          const { diagnostics } = await parse(draftYaml(draft, 'x').text)
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('take paths without end', () => {
    const path = Array.from({ length: 5000 }, () => 'a').join('.')
    const { draft, losses } = readTaguette(fileOf('x.csv', `tag\n${path}\n`), 'x.csv')
    expect(losses).toHaveLength(1)
    expect(draft?.themes).toHaveLength(1)
  })
})

const LISTS_FOLDER = '../shared/corpora/qda/codebooks'
describe.skipIf(!existsSync(LISTS_FOLDER))('code lists of others', () => {
  it.each([
    ['codebook_20220303_8.csv', 'taguette', 22, 1],
    ['plain_codes_categories_for_import.txt', 'qualcoder', 9, 0],
  ])('%s', async (name, format, themeCount, lossCount) => {
    const text = readFileSync(`${LISTS_FOLDER}/${name}`, 'utf8').replaceAll('\r\n', '\n')
    const file = fileOf(name, text.replace('\uFEFF', ''))
    expect(FORMATS.find((one) => one.recognises(file))?.name).toBe(format)
    const { draft, losses } =
      format === 'taguette' ? readTaguette(file, name) : readQualcoder(file, name)
    if (draft === undefined) throw new Error('no draft')
    const codebook = await codebookOf(draftYaml(draft, 'lists').text)
    expect(codebook.themes).toHaveLength(themeCount)
    expect(losses).toHaveLength(lossCount)
    expect(lintCodebook(codebook).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
