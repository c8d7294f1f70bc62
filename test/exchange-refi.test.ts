import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftYaml } from '../src/codebook/exchange/draft-yaml.ts'
import type { DraftTheme, Imported } from '../src/codebook/exchange/exchange.ts'
import { readRefi } from '../src/codebook/exchange/read-refi.ts'
import { refiContents } from '../src/codebook/exchange/refi-elements.ts'
import { colourOf, guidOf } from '../src/codebook/exchange/refi-values.ts'
import { writeRefi } from '../src/codebook/exchange/write-refi.ts'
import { lintCodebook } from '../src/codebook/lint.ts'
import { readExchangeFile } from '../src/commands/exchange-file.ts'
import { codebookOf, parse } from './codebook-example.ts'

function read(text: string, parts: Readonly<Record<string, string>> = {}): Imported {
  return readRefi(
    { name: 'club.qdc', text, bytes: new Uint8Array(0), encoding: 'utf-8' },
    {
      path: 'club.qdc',
      regexProblem: () => undefined,
      parts: Object.keys(parts),
      partOf: (path) => parts[path],
    },
  )
}

const ONE = '3B9A8E02-6D5C-5F1A-9C1E-0A4B7C2D1E01'
const TWO = '3B9A8E02-6D5C-5F1A-9C1E-0A4B7C2D1E02'

function bookOf(codes: string, rest = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes>${rest}</CodeBook>`
}

/** `Care 3B9A…1E01 #FF0000: definition / include / exclude [Home]`. */
function treeOf(themes: readonly DraftTheme[]): string {
  return themes
    .map(({ name, guid, colour, definition, include, exclude, themes: below }) => {
      const texts = [definition, include, exclude].filter(Boolean).join(' / ')
      const marks = [name, guid?.slice(-2), colour].filter(Boolean).join(' ')
      const inner = below.length === 0 ? '' : ` [${treeOf(below)}]`
      return `${marks}${texts === '' ? '' : `: ${texts}`}${inner}`
    })
    .join(', ')
}

function outcome({ draft, losses, diagnostics }: Imported): readonly string[] {
  return [
    ...(draft === undefined ? [] : [treeOf(draft.themes)]),
    ...diagnostics.map(({ id }) => `error ${id}`),
    ...losses.map(({ where, what }) => `${where} — ${what.slice(0, 34)}`),
  ]
}

describe('a codebook of REFI-QDA', () => {
  it.each<readonly [name: string, xml: string, expected: readonly string[]]>([
    [
      'codes in codes',
      bookOf(
        `<Code guid="${ONE}" name="Care" isCodable="true" color="#ff0000"><Description>Being looked after</Description><Code guid="${TWO}" name="Home" isCodable="true"/></Code>`,
      ),
      ['Care 01 #FF0000: Being looked after [Home 02]'],
    ],
    [
      'when and when not',
      bookOf(
        `<Code guid="${ONE}" name="Cost"><Description>Money &amp; fees\r\nInclude: fares &lt; £20\r\nand bills\r\nExclude: time</Description></Code>`.replaceAll(
          '\r\n',
          '\n',
        ),
      ),
      ['Cost 01: Money & fees / fares < £20\nand bills / time'],
    ],
    [
      'a prefix, braces and small letters',
      `<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1:0"><q:Codes><q:Code guid="{${ONE.toLowerCase()}}" name="Care"/></q:Codes></q:CodeBook>`,
      ['Care 01'],
    ],
    [
      'characters of every kind',
      bookOf(`<Code guid="${ONE}" name="R&amp;D &lt;&quot;x&quot;&gt; &#x1F600; e\u0301"/>`),
      ['R&D <"x"> 😀 e\u0301 01'],
    ],
    [
      'a GUID twice, and none',
      bookOf(`<Code guid="${ONE}" name="A"/><Code guid="${ONE}" name="B"/><Code name="C"/>`),
      [
        'A 01, B, C',
        `B: ${ONE} — The GUID is left out: another code`,
        'C: “” — The GUID is left out: it is missin',
      ],
    ],
    [
      'colours as programs write them',
      bookOf(
        `<Code guid="${ONE}" name="A" color="rgba(255, 0, 10, 0.5)"/><Code guid="${TWO}" name="B" color="red"/>`,
      ),
      [
        'A 01 #FF000A, B 02',
        'A — That the colour lets others shine ',
        'B: “red” — The colour is left out: it cannot ',
      ],
    ],
    [
      'groups, notes and sets',
      bookOf(
        `<Code guid="${ONE}" name="A" isCodable="false"><NoteRef targetGUID="x"/></Code>`,
        `<Sets><Set guid="${TWO}" name="First round"><MemberCode guid="${ONE}"/><MemberCode guid="${TWO}"/></Set></Sets>`,
      ),
      [
        'A 01',
        'A — That the code is only a group is n',
        'A — Notes on the code are left out; de',
        'Set “First round”: A, no code — Sets are left out: a theme stands ',
      ],
    ],
    [
      'a project',
      `<Project name="Bus study" xmlns="urn:QDA-XML:project:1.0"><Users><User guid="${TWO}" name="somebody"/></Users><CodeBook><Codes><Code guid="${ONE}" name="Care"/></Codes></CodeBook><Sources><TextSource guid="x"><Description>No code of ours</Description><PlainTextSelection><Coding/><Coding/></PlainTextSelection></TextSource></Sources></Project>`,
      [
        'Care 01',
        '1 document — Documents are left out: only the c',
        '2 codings — Codings are left out: only the cod',
        '1 user — Users are left out: only the codeb',
      ],
    ],
    [
      'another namespace',
      `<CodeBook xmlns="http://example.org"><Codes><Code guid="${ONE}" name="Care"/></Codes></CodeBook>`,
      ['Care 01', '“http://example.org” — The file does not say that it is R'],
    ],
    [
      'a file that was cut',
      bookOf(`<Code guid="${ONE}" name="Care"/>`).slice(0, -14),
      ['Care 01', 'club.qdc — The file ends before its codebook '],
    ],
    [
      'a DOCTYPE without markup of its own',
      bookOf(`<Code guid="${ONE}" name="Care"/>`).replace(
        '<CodeBook',
        '<!DOCTYPE CodeBook><CodeBook',
      ),
      ['Care 01'],
    ],
    [
      'a DOCTYPE with markup of its own',
      `<!DOCTYPE CodeBook [<!ENTITY a "b">]>${bookOf(`<Code guid="${ONE}" name="&a;"/>`)}`,
      ['error doctype'],
    ],
    [
      'such a DOCTYPE far below',
      `<!-- ${'x'.repeat(20_100)} --><!DOCTYPE CodeBook [<!ENTITY a "b">]>${bookOf(`<Code guid="${ONE}" name="&a;"/>`)}`,
      ['error doctype'],
    ],
    [
      'a DOCTYPE in a comment',
      `<!-- <!DOCTYPE a [ -->${bookOf(`<Code guid="${ONE}" name="Care"/>`)}`,
      ['Care 01'],
    ],
    ['no codes', bookOf(''), ['error no-codes']],
    ['an empty codebook', '<CodeBook/>', ['error no-codes']],
    ['something else', '<html><body/></html>', ['error no-codebook']],
    ['no XML', 'codes', ['error no-codebook']],
    ['nothing', '', ['error no-codebook']],
  ])('%s', (_name, xml, expected) => {
    expect(outcome(read(xml))).toEqual(expected)
  })

  it.each<
    readonly [name: string, parts: Readonly<Record<string, string>>, expected: readonly string[]]
  >([
    [
      'project.qde',
      { 'Sources/a.txt': 'speech', 'project.qde': bookOf('<Code name="A"/>') },
      ['A'],
    ],
    ['another name', { 'Bus study.qde': bookOf('<Code name="A"/>') }, ['A']],
    [
      'two projects',
      { 'a.qde': bookOf('<Code name="B"/>'), 'Project.qde': bookOf('<Code name="A"/>') },
      ['A', 'a.qde — A second project is left out.'],
    ],
    ['none', { 'Sources/project.qde': bookOf('<Code name="A"/>') }, ['error no-project']],
  ])('in a zip file: %s', (_name, parts, expected) => {
    const found = outcome(read('', parts)).filter((line) => !line.includes('GUID'))
    expect(found).toEqual(expected)
  })
})

describe('values of REFI-QDA', () => {
  it.each([
    ['#1f77b4', '#1F77B4', false],
    ['#F80', '#FF8800', false],
    ['#80FF8800', '#FF8800', true],
    ['#FFFF8800', '#FF8800', false],
    ['rgb(255,136,0)', '#FF8800', false],
    ['rgba(255, 136, 0, 1)', '#FF8800', false],
    ['rgba(255, 136, 0, .5)', '#FF8800', true],
  ])('%s is a colour', (value, colour, isTransparent) => {
    expect(colourOf(value)).toEqual({ colour, isTransparent })
  })

  it.each(['', 'red', '#12', '#12345', 'rgb(256,0,0)', 'rgb(1,2)'])('“%s” is none', (value) => {
    expect(colourOf(value)).toBeUndefined()
  })

  it.each([
    [ONE, ONE],
    [`{${ONE.toLowerCase()}}`, ONE],
    [` ${ONE}\n`, ONE],
    ['12', undefined],
    [undefined, undefined],
  ])('the GUID of %s', (value, expected) => {
    expect(guidOf(value)).toBe(expected)
  })
})

const BOOK = `codebook: club
version: 1.0.0
title: The club
themes:
  - id: care
    name: Care & "home"
    definition: Being <looked> after
    include: carers
    themes:
      - {id: workers, name: Workers, rules: [worker], guid: ${ONE.toLowerCase()}, color: "#00ff00"}
      - {id: homes, name: Homes, definition: "Imported from LIWC; no definition given."}
  - {id: homes, name: Homes, definition: "Two\\nlines", rules: [home, house], guid: ${ONE}}
`

describe('a codebook as REFI-QDA', () => {
  it('has a code for each theme', async () => {
    const { text, losses } = writeRefi(await codebookOf(BOOK))
    const lines = text.replace(/ origin="voices [^"]+"/u, ' origin="voices"').split('\n')
    expect(lines).toEqual([
      '<?xml version="1.0" encoding="utf-8"?>',
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="voices">',
      '  <Codes>',
      '    <Code guid="6C7A7E93-B775-597A-B149-DA26DF04F3B0" name="Care &amp; &quot;home&quot;" isCodable="false" color="#1F77B4">',
      '      <Description>Being &lt;looked&gt; after',
      'Include: carers</Description>',
      `      <Code guid="${ONE}" name="Workers" isCodable="true" color="#00FF00"/>`,
      '      <Code guid="5B0634DD-5583-5741-A3AE-2637683D56DF" name="Homes" isCodable="true" color="#1F77B4"/>',
      '    </Code>',
      '    <Code guid="B6B9B03E-DB27-5448-8995-96D9EC718CA9" name="Homes" isCodable="true" color="#D95F02">',
      '      <Description>Two',
      'lines</Description>',
      '    </Code>',
      '  </Codes>',
      '</CodeBook>',
      '',
    ])
    expect(losses.map(({ where, what }) => `${where} — ${what.slice(0, 30)}`)).toEqual([
      'The club — The title of the codebook is n',
      '1.0.0 — The version of the codebook is',
      'line 5, care — The id of the theme is not car',
      'line 10, care/workers: 1 rule — Rules are left out: the progra',
      'line 12, homes: 2 rules — Rules are left out: the progra',
      `line 12, homes: ${ONE} — The GUID is changed: another t`,
      'line 12, homes: “Homes” — Another theme has the same nam',
    ])
  })

  it('makes the same GUIDs wherever it runs, and others for another codebook', async () => {
    const guids = async (yaml: string) =>
      [...writeRefi(await codebookOf(yaml)).text.matchAll(/guid="(?<guid>[^"]+)"/gu)].map(
        ({ groups }) => groups?.guid ?? '',
      )
    const first = await guids(BOOK)
    expect(await guids(BOOK.replace('name: Homes', 'name: Places'))).toEqual(first)
    expect(new Set(first).size).toBe(4)
    for (const guid of first) expect(guid).toMatch(/^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/u)
    expect((await guids(BOOK.replace('codebook: club', 'codebook: other')))[0]).not.toBe(first[0])
  })

  it('is a group only where others of its themes have rules', async () => {
    const yaml = BOOK.replaceAll(/rules: \[[^\]]*\], /gu, '')
    expect(writeRefi(await codebookOf(yaml)).text).not.toContain('isCodable="false"')
  })
})

const XMLLINT = spawnSync('xmllint', ['--version']).status === 0
const SCHEMA = '../shared/refi/Codebook.xsd'
describe.skipIf(!XMLLINT || !existsSync(SCHEMA))('by the official schema (needs xmllint)', () => {
  it.each(['club', 'care-review'])('%s is valid', async (name) => {
    const yaml = name === 'club' ? BOOK : readFileSync('codebooks/care-review.yaml', 'utf8')
    const { text } = writeRefi(await codebookOf(yaml))
    const found = spawnSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, '-'], {
      input: text,
    })
    expect(found.stderr.toString()).toBe('- validates\n')
  })
})

/** Names and texts as people write them: any sign, no white space at the ends. */
const TEXTS = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => `x${text.replace(/[\s\p{C}]+/gu, ' ').trim()}`)
const LEAVES = codesWith(fc.constant<readonly Code[]>([]))
const CODES = codesWith(fc.array(codesWith(fc.array(LEAVES, { maxLength: 2 })), { maxLength: 2 }))

function codesWith(codes: fc.Arbitrary<readonly Code[]>): fc.Arbitrary<Code> {
  return fc.record({
    name: TEXTS,
    description: fc.option(TEXTS, { nil: '' }),
    guid: fc.uuid().map((guid) => guid.toUpperCase()),
    colour: fc.stringMatching(/^#[0-9A-F]{6}$/u),
    codes,
  })
}

interface Code {
  readonly name: string
  readonly description: string
  readonly guid: string
  readonly colour: string
  readonly codes: readonly Code[]
}

function xmlOf({ name, description, guid, colour, codes }: Code): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const inner = description === '' ? '' : `<Description>${escaped(description)}</Description>`
  return `<Code guid="${guid}" name="${escaped(name)}" isCodable="true" color="${colour}">${inner}${codes.map(xmlOf).join('')}</Code>`
}

describe('REFI-QDA', () => {
  it('keeps GUIDs, names, colours, levels and descriptions on the way in and out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(CODES, { minLength: 1, maxLength: 3 }), async (codes) => {
        const first = read(bookOf(codes.map(xmlOf).join('')))
        if (first.draft === undefined) throw new Error('no draft')
        const codebook = await codebookOf(draftYaml(first.draft, 'club').text)
        const again = read(writeRefi(codebook).text)
        expect(treeOf(again.draft?.themes ?? [])).toBe(treeOf(first.draft.themes))
        expect(first.losses).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('is read whatever became of it', async () => {
    const whole = bookOf(
      `<Code guid="${ONE}" name="A &amp; B" color="#FF0000"><Description>text</Description><Code guid="${TWO}" name="C"/></Code>`,
      '<Sets><Set name="s"><MemberCode guid="x"/></Set></Sets>',
    )
    const slips = fc.array(
      fc.tuple(
        fc.nat(whole.length),
        fc.nat(20),
        fc.constantFrom('', '<', '>', '"', '&', '\u0000', '</Code>'),
      ),
      { maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(slips, async (list) => {
        const xml = list.reduce(
          (text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length),
          whole,
        )
        const { draft } = read(xml)
        if (draft === undefined) return
        const { diagnostics } = await parse(draftYaml(draft, 'x').text)
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is read however deep it nests', () => {
    const deep = '<Code name="A">'.repeat(5000) + '</Code>'.repeat(5000)
    const { draft } = read(bookOf(deep))
    expect(draft?.themes).toHaveLength(1)
  })
})

const FOLDERS = [
  '../shared/corpora/qda/qdpx',
  '../shared/corpora/qda/qde',
  '../shared/refi/fixtures',
]
const FILES = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.qd(?:c|e|px)$/u.test(name))
    .map((name) => `${folder}/${name}`),
)
describe.skipIf(FILES.length === 0)('files of other programs', () => {
  it.each(FILES)('%s', async (path) => {
    const { file, parts, partOf } = await readExchangeFile(path, {
      encoding: undefined,
      cwd: process.cwd(),
    })
    const options = { path, regexProblem: () => undefined, parts, partOf }
    const { draft, losses, diagnostics } = readRefi(file, options)
    const xml =
      parts.length === 0
        ? file.text
        : (partOf(parts.find((part) => part.endsWith('.qde')) ?? '') ?? '')
    const count = [...xml.matchAll(/<Code\s/gu)].length
    if (count === 0) {
      expect(diagnostics.map(({ id }) => id)).toEqual(['no-codes'])
      return
    }
    if (draft === undefined) throw new Error('no draft')
    const codebook = await codebookOf(draftYaml(draft, 'others').text)
    expect(codebook.themes).toHaveLength(count)
    expect(new Set(codebook.themes.map(({ guid }) => guid)).size).toBe(count)
    expect(lintCodebook(codebook).filter(({ severity }) => severity === 'error')).toEqual([])
    const codings = [...xml.matchAll(/<Coding\s/gu)].length
    expect(losses.some(({ where }) => where.startsWith(`${codings} coding`))).toBe(codings > 0)
    expect(refiContents(writeRefi(codebook).text).isWhole).toBe(true)
    const again = read(writeRefi(codebook).text)
    expect(treeOf(again.draft?.themes ?? []).replaceAll(/ #[0-9A-F]{6}/gu, '')).toBe(
      treeOf(draft.themes).replaceAll(/ #[0-9A-F]{6}/gu, ''),
    )
  })
})
