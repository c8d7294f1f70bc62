import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableColumns } from '../src/ingest/reader.ts'
import { readers } from '../src/ingest/readers.ts'
import { dateText } from '../src/ingest/tables/spreadsheet-dates.ts'
import { bytesAs, DEFAULTS, leftOutOf, type Read, readAsync } from './ingest-read.ts'
import { makeWorkbook, type SheetXml, textRows, type WorkbookXml } from './make-workbook.ts'
import { expectSound, placedTurns, problemIds } from './table-soundness.ts'

const NAMED: TableColumns = { id: undefined, text: [], attributes: undefined, sheet: undefined }

function readBook(
  book: Omit<WorkbookXml, 'sheets'> & { readonly sheets: readonly Partial<SheetXml>[] },
  table?: Partial<TableColumns>,
): Promise<Read> {
  const sheets = book.sheets.map((sheet, at) => ({ name: `Sheet${at + 1}`, rows: '', ...sheet }))
  const bytes = makeWorkbook({ ...book, sheets })
  return readAsync(
    bytesAs('a.xlsx', bytes),
    table === undefined ? {} : { table: { ...NAMED, ...table } },
  )
}

/** The answers of a sheet whose columns are `id` and `why`; `cells` are the XML of the second row. */
async function answersIn(cells: string, book: Partial<WorkbookXml> = {}): Promise<Read> {
  const rows = `${textRows([['id', 'why']])}<row r="2">${cells}</row>`
  return readBook({ ...book, sheets: [{ rows }] }, { id: 'id', text: ['why'], attributes: [] })
}

describe('cells of a workbook', () => {
  const id = '<c r="A2"><v>1</v></c>'
  const shared =
    '<si><t>They</t></si><si><r><t xml:space="preserve">left </t></r><r><t>us</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>'
  test.each([
    [
      'text of its own',
      `${id}<c r="B2" t="inlineStr"><is><t>They left</t></is></c>`,
      '2:2 They left',
    ],
    ['shared text in runs, without readings', `${id}<c r="B2" t="s"><v>1</v></c>`, '2:2 left us'],
    [
      'the result of a formula',
      `${id}<c r="B2" t="str"><f>A1</f><v>They left</v></c>`,
      '2:2 They left',
    ],
    ['a number', `${id}<c r="B2"><v>3.0000000000000004E-1</v></c>`, '2:2 0.30000000000000004'],
    ['a truth', `${id}<c r="B2" t="b"><v>1</v></c>`, '2:2 TRUE'],
    [
      'entities and a line end',
      `${id}<c r="B2" t="inlineStr"><is><t>us &amp;amp; them_x000D_\nboth</t></is></c>`,
      '2:2 us & them↵both',
    ],
    [
      'cells without references',
      '<c><v>1</v></c><c t="inlineStr"><is><t>They left</t></is></c>',
      '2:2 They left',
    ],
    [
      'cells out of order',
      `<c r="B2" t="inlineStr"><is><t>They left</t></is></c>${id}`,
      '2:2 They left',
    ],
    ['a date', `${id}<c r="B2" s="1"><v>46174</v></c>`, '2:2 2026-06-01'],
    ['a date and time', `${id}<c r="B2" s="2"><v>46174.5</v></c>`, '2:2 2026-06-01 12:00'],
    ['a number beside a date', `${id}<c r="B2" s="3"><v>46174</v></c>`, '2:2 46174'],
  ])('%s', async (_name, cells, turn) => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    const read = await answersIn(cells, { sharedStrings: shared, styles })
    expect(placedTurns(read)).toEqual([turn])
    expectSound(read)
  })

  test('errors and missing results are no answers', async () => {
    expect(leftOutOf(await answersIn(`${id}<c r="B2" t="e"><v>#REF!</v></c>`))).toEqual([
      'no answer (n/a): #REF!',
    ])
    const read = await answersIn(`${id}<c r="B2"><f>A1</f></c>`)
    expect(problemIds(read)).toEqual(['formula-without-value'])
    expect(read.problems[0]?.message).toContain('(cell B2)')
    expect(leftOutOf(read)).toEqual(['no answer (blank): \n'])
  })

  test.each([
    [0, 'date', false, '1899-12-31'],
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [46174, 'date', false, '2026-06-01'],
    [44712, 'date', true, '2026-06-01'],
    [0.4181, 'time', false, '10:02:04'],
    [0.5, 'time', false, '12:00'],
    [46174.999999, 'date and time', false, '2026-06-02 00:00'],
    [-1, 'date', false, '-1'],
    [1e12, 'date', false, '1000000000000'],
    [Number.NaN, 'date', false, 'NaN'],
  ] as const)('day %s as a %s (from 1904: %s) is %s', (serial, style, from1904, text) => {
    expect(dateText(serial, style, from1904)).toBe(text)
  })
})

describe('sheets of a workbook', () => {
  const answers = textRows([
    ['id', 'comments'],
    ['1', 'They left us all.'],
    ['2', 'They came back.'],
  ])
  const guide = textRows([
    ['How to use this'],
    ['Put the answers of every respondent into the next sheet.'],
  ])
  const ids = ({ passages }: Read) => passages.map(({ document }) => document.id)

  test('the one that holds answers is read, hidden ones are not', async () => {
    const read = await readBook({
      sheets: [
        { name: 'Guide', rows: guide },
        { name: 'Data', rows: answers },
        { rows: answers, state: 'hidden', name: 'Old' },
      ],
    })
    expect(ids(read)).toEqual(['a.xlsx#1', 'a.xlsx#2'])
    expect(problemIds(read)).toEqual(['skipped-sheets', 'guessed-columns'])
    expect(read.problems[0]?.message).toContain(
      '“Data” was read; these were not: “Guide”, “Old” (hidden).',
    )
  })

  test('several that hold answers are told apart', async () => {
    const read = await readBook({
      sheets: [
        { name: 'Fife', rows: answers },
        { name: 'Angus', rows: answers },
      ],
    })
    expect(ids(read)).toEqual([
      'a.xlsx#Fife/1',
      'a.xlsx#Fife/2',
      'a.xlsx#Angus/1',
      'a.xlsx#Angus/2',
    ])
    expectSound(read)
  })

  test('one that is named for them is preferred', async () => {
    const read = await readBook({
      sheets: [
        { name: 'Other', rows: answers },
        { name: 'Survey responses', rows: answers },
      ],
    })
    expect(ids(read)).toEqual(['a.xlsx#1', 'a.xlsx#2'])
  })

  test('the one that the analyst names is read, hidden or not', async () => {
    const read = await readBook(
      {
        sheets: [
          { name: 'Responses', rows: answers },
          {
            name: 'Old',
            state: 'hidden',
            rows: textRows([
              ['id', 'comments'],
              ['9', 'We stayed there.'],
            ]),
          },
        ],
      },
      { sheet: 'old' },
    )
    expect(ids(read)).toEqual(['a.xlsx#9'])
  })

  test.each([
    ['a sheet that is missing', { sheet: 'Answers' }, 'missing-sheet', '“Data”'],
    [
      'a column that no sheet has',
      { text: ['coments'] },
      'missing-column',
      'Did you mean “comments”?',
    ],
  ])('%s is an error', async (_name, table, id, said) => {
    const read = await readBook({ sheets: [{ name: 'Data', rows: answers }] }, table)
    expect(read.problems).toMatchObject([{ severity: 'error', id }])
    expect(read.problems[0]?.message).toContain(said)
  })

  test('lists of columns are no answers', async () => {
    const rows = textRows([
      ['Column ID', 'Number', 'Title of the question as you want it to appear'],
      ['F', '1', 'What would help you most in the next year?'],
    ])
    expect(problemIds(await readBook({ sheets: [{ name: 'Open questions', rows }] }))).toEqual([
      'no-answers',
    ])
  })

  test('two header rows, by merged cells', async () => {
    const rows = textRows([
      ['id', 'Views', ''],
      ['', 'Why?', 'Any comments?'],
      ['1', 'They left us all.', 'No'],
    ])
    const after = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
    const read = await readBook({ sheets: [{ rows, after }] })
    expect(placedTurns(read)).toEqual(['3:2 They left us all.'])
    expect(read.passages[0]?.turns[0]?.attributes?.get('question')).toBe('Views - Why?')
    expect(leftOutOf(read)).toEqual(['no answer (n/a): No'])
  })

  test('rows may be missing, hidden or empty; numbers are those of the sheet', async () => {
    const rows = `${textRows([
      ['', ''],
      ['id', 'comments'],
    ])}<row r="7" hidden="1">${textRows([['a', 'They left us all.']], 7).slice(13)}`
    const read = await readBook({ sheets: [{ rows: `${rows}<row r="9"></row>` }] })
    expect(placedTurns(read)).toEqual(['7:2 They left us all.'])
    expect(problemIds(read)).toEqual(['hidden-rows', 'guessed-columns'])
  })

  test('attribute names', async () => {
    const reader = readers.find(({ name }) => name === 'workbook')
    const rows = textRows([
      ['id', 'region', 'Why?', 'comments'],
      ['1', 'Fife', 'They left us all.', 'None of it was good.'],
      ['2', 'Angus', 'They came back to us.', 'It was good in the end.'],
    ])
    const bytes = makeWorkbook({ sheets: [{ name: 'Data', rows }] })
    expect(await reader?.attributeNames?.(bytesAs('a.xlsx', bytes), DEFAULTS)).toEqual([
      'region',
      'question',
    ])
    expect(
      await reader?.attributeNames?.(bytesAs('a.xlsx', bytes.subarray(0, 300)), DEFAULTS),
    ).toEqual([])
  })
})

describe('bad workbooks', () => {
  const sample = readFileSync('fixtures/formats/answers.xlsx')

  test.each([
    [
      'with a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(512),
      ]),
      'locked-workbook',
    ],
    ['cut in the middle', sample.subarray(0, sample.length >> 1), 'broken-zip'],
    ['without a workbook', makeWorkbookWithout(), 'no-workbook'],
  ])('%s', async (_name, bytes, id) => {
    const read = await readAsync(bytesAs('a.xlsx', bytes))
    expect(read.passages).toEqual([])
    expect(read.problems).toMatchObject([{ severity: 'error', id }])
  })

  test('bytes changed anywhere give diagnostics and sound passages', async () => {
    const change = fc.record({
      at: fc.nat(sample.length - 1),
      byte: fc.nat(255),
      isCut: fc.integer({ min: 0, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let changed = Buffer.from(sample)
        for (const { at, byte, isCut } of changes) {
          if (at < changed.length) changed[at] = byte
          if (isCut === 0) changed = changed.subarray(0, at)
        }
        expectSound(await readAsync(bytesAs('a.xlsx', changed), { reader: 'workbook' }))
      }),
    )
  })

  test('XML changed anywhere gives diagnostics and sound passages', async () => {
    const rows = textRows([
      ['id', 'Region', 'comments'],
      ['1', 'Fife', 'They left us all.'],
      ['2', 'Angus', 'n/a'],
      ['3', 'Fife', 'They came back & stayed.'],
    ])
    const change = fc.record({
      at: fc.nat(rows.length - 1),
      length: fc.nat(40),
      text: fc.constantFrom(
        '',
        '<',
        '>',
        '"',
        '<row r="-3">',
        '<c r="XFD9">',
        'r="ZZZZ1"',
        '</c>',
        '&#0;',
        '\u0001',
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let xml = rows
        for (const { at, length, text } of changes)
          xml = xml.slice(0, at) + text + xml.slice(at + length)
        expectSound(await readBook({ sheets: [{ rows: xml }] }))
      }),
    )
  })
})

describe('real workbooks', () => {
  const folder = '../shared/corpora/responses'
  const isThere = existsSync(folder)
  const note = isThere ? '' : ' (skipped: the folder is not there)'
  test.skipIf(!isThere).each([
    ['qualcoder/survey789.xlsx', 3, 6, ['guessed-columns']],
    ['qualcoder/survey789_more_data.xlsx', 0, 0, ['no-answers']],
    [
      'uk_consultation/consult_data_template_v005.xlsx',
      40,
      97,
      ['skipped-sheets', 'guessed-columns'],
    ],
    ['uk_consultation/qu_format_a_numeric.xlsx', 0, 0, ['no-answers']],
    ['uk_consultation/qu_format_b_instruction.xlsx', 0, 0, ['no-answers']],
  ])(`%s${note}`, async (path, documents, turns, problems) => {
    const read = await readAsync(bytesAs('real.xlsx', readFileSync(`${folder}/${path}`)))
    expectSound(read)
    expect(read.passages).toHaveLength(documents)
    expect(read.passages.flatMap((passage) => passage.turns)).toHaveLength(turns)
    expect(problemIds(read)).toEqual(problems)
  })
})

/** A workbook whose list of sheets has been taken out. */
function makeWorkbookWithout(): Uint8Array {
  const bytes = Buffer.from(makeWorkbook({ sheets: [{ name: 'Data', rows: '' }] }))
  for (
    let at = bytes.indexOf('xl/workbook.xml');
    at !== -1;
    at = bytes.indexOf('xl/workbook.xml', at + 1)
  ) {
    bytes.write('xl/workbork.xml', at)
  }
  return bytes
}
