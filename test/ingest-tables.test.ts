import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../src/ingest/problems.ts'
import type { TableColumns } from '../src/ingest/reader.ts'
import { readers } from '../src/ingest/readers.ts'
import { cellText } from '../src/ingest/tables/cell-text.ts'
import { planTable } from '../src/ingest/tables/columns.ts'
import { csvRows } from '../src/ingest/tables/csv-records.ts'
import { tableLayout } from '../src/ingest/tables/delimiter.ts'
import { headerOf } from '../src/ingest/tables/header.ts'
import { looksLikeTable } from '../src/ingest/tables/looks-like-table.ts'
import { nearestHeader } from '../src/ingest/tables/nearest-header.ts'
import { asksForMore, nonAnswer } from '../src/ingest/tables/non-answers.ts'
import { rowNames } from '../src/ingest/tables/row-ids.ts'
import { keptRow } from '../src/ingest/tables/table-row.ts'
import { passageText } from '../src/place.ts'
import { bytesAs, DEFAULTS, leftOutOf, type Read, readAsync } from './ingest-read.ts'
import { expectSound, placedTurns, problemIds } from './table-soundness.ts'

function rowsOf(pieces: readonly string[], delimiter = ',') {
  const problems: Problem[] = []
  const rows: (readonly string[])[] = []
  for (const row of csvRows(pieces, delimiter, problems)) rows.push(keptRow(row))
  return { rows, problems: problems.map(({ id, line }) => `${id} ${line}`) }
}

/** Reads text as a file of this name. */
function readTable(
  text: string,
  table?: Partial<TableColumns>,
  name = 'answers.csv',
): Promise<Read> {
  const columns = { id: undefined, text: [], attributes: undefined, sheet: undefined, ...table }
  return readAsync(bytesAs(name, Buffer.from(text)), table === undefined ? {} : { table: columns })
}

describe('rows of a delimited table', () => {
  test.each([
    ['nothing', '', [], []],
    ['one row without a line end', 'a,b', [['a', 'b']], []],
    ['an empty cell at the end', 'a,\n', [['a', '']], []],
    ['a blank line is a row', 'a\n\nb\n', [['a'], [''], ['b']], []],
    [
      'quoted delimiters and line ends',
      '"a,b","c\nd"\ne,f',
      [
        ['a,b', 'c\nd'],
        ['e', 'f'],
      ],
      [],
    ],
    ['doubled quotes', '"say ""no""",x', [['say "no"', 'x']], []],
    ['an empty quoted cell', '"",x', [['', 'x']], []],
    ['spaces around a quoted cell', '1, "a,b" ,2', [['1', 'a,b', '2']], []],
    ['a quote inside a bare cell', '5" pipe,x"y', [['5" pipe', 'x"y']], []],
    [
      'quotes that are not doubled',
      '"She said "no" again",2',
      [['She said "no" again', '2']],
      ['stray-quote 1'],
    ],
    [
      'a bare cell that begins with a quotation',
      '"No" she said,2\n"x",3',
      [
        ['"No" she said', '2'],
        ['x', '3'],
      ],
      ['stray-quote 1'],
    ],
    [
      'a quote that is never closed',
      'a,"b\nc,d\n',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
      ['unclosed-quote 1'],
    ],
    [
      'a quote that the next row would close',
      'a,"b\nc,"d"\n',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
      ['unclosed-quote 1'],
    ],
    [
      'a quote that the next row opens with',
      'a,"b\n"c",d\n',
      [
        ['a', '"b'],
        ['c', 'd'],
      ],
      ['unclosed-quote 1'],
    ],
    ['a lone quote at the end', 'a,"', [['a', '"']], ['unclosed-quote 1']],
    [
      'later lines are counted through quoted line ends',
      '"a\nb",c\n"x\n',
      [['a\nb', 'c'], ['"x']],
      ['unclosed-quote 3'],
    ],
  ])('%s', (_name, text, rows, problems) => {
    expect(rowsOf([text])).toEqual({ rows, problems })
    expect(rowsOf([...text])).toEqual({ rows, problems })
  })

  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '😀', ' ', ',', ';', '"', '\n', '’', '\t'),
    maxLength: 12,
  })
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
  const written = (rows: readonly (readonly string[])[], bare: boolean) =>
    rows
      .map((cells) =>
        cells
          .map((text) =>
            bare && !SPECIAL.test(text) && text !== '' ? text : `"${text.replaceAll('"', '""')}"`,
          )
          .join(','),
      )
      .join('\n')

  test('are those that csv-parse reads, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(table, fc.boolean(), fc.integer({ min: 1, max: 9 }), (rows, bare, length) => {
        const text = written(rows, bare)
        const oracle = parse(text, { relax_column_count: true, skip_empty_lines: false })
        expect(rowsOf([text])).toEqual({ rows: oracle, problems: [] })
        expect(rowsOf(piecesOf(text, length))).toEqual({ rows: oracle, problems: [] })
      }),
    )
  })

  test('know where each cell stands', () => {
    fc.assert(
      fc.property(table, fc.boolean(), fc.integer({ min: 1, max: 9 }), (rows, bare, length) => {
        const text = written(rows, bare)
        const lines = text.split('\n').map((line) => [...line])
        for (const row of csvRows(piecesOf(text, length), ',', [])) {
          for (let column = 0; column < row.length; column += 1) {
            const { line, column: at } = row.place(column)
            const [first = ''] = row.cell(column).split('\n')
            const there = lines[line - 1]?.slice(at - 1).join('') ?? ''
            expect(there.startsWith(first.replaceAll('"', '""'))).toBe(true)
          }
        }
      }),
    )
  })

  test('of any text hold every character that is no delimiter, line end or quote', () => {
    const any = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'b'), maxLength: 60 })
    const letters = (text: string) => text.replace(NO_LETTER, '')
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 9 }), (text, length) => {
        const whole = rowsOf([text])
        expect(letters(whole.rows.flat().join(''))).toBe(letters(text))
        expect(rowsOf(piecesOf(text, length))).toEqual(whole)
      }),
    )
  })
})

describe('the delimiter', () => {
  test.each([
    ['commas', 'id,why\n1,x\n2,y\n', '.csv', ','],
    [
      'semicolons, with commas in the answers',
      'id;why;age\n1;well, no;3\n2;yes, but;4\n',
      '.csv',
      ';',
    ],
    ['tabs', 'id\twhy, and how\n1\ta, b\n', '.tsv', '\t'],
    ['bars', 'id|why\n1|a\n2|b\n', '.csv', '|'],
    ['a line that names it', 'sep=;\nid;why\n', '.csv', ';'],
    ['under a title', 'Survey of homes\n\nid;why\n1;a\n2;b\n3;c\n4;d\n5;e\n', '.csv', ';'],
  ])('%s', (_name, text, extension, delimiter) => {
    expect(tableLayout(text, extension).delimiter).toBe(delimiter)
  })

  test('is none in a list of answers that nobody quoted', async () => {
    const read = await readTable('comments\nI moved, and moved again.\nThey left\nKind, mostly\n')
    expect(placedTurns(read)).toEqual([
      '2:1 I moved, and moved again.',
      '3:1 They left',
      '4:1 Kind, mostly',
    ])
  })
})

describe('the header', () => {
  const sampled = (rows: readonly (readonly string[])[]) =>
    rows.map((cells, at) => ({ number: at + 1, cells }))
  test.each([
    [
      'one row',
      [
        ['id', 'why'],
        ['1', 'x'],
      ],
      ['id', 'why'],
      2,
    ],
    [
      'a blank row behind it',
      [
        ['id', 'why'],
        ['', ''],
        ['1', 'x'],
      ],
      ['id', 'why'],
      2,
    ],
    [
      'a title above it',
      [
        ['Survey', '', ''],
        ['id', 'why', 'age'],
        ['1', 'x', '3'],
        ['2', 'y', '4'],
      ],
      ['id', 'why', 'age'],
      3,
    ],
    [
      'codes above questions',
      [
        ['Q1', 'Q2'],
        ['Reference', 'Why do you say so?'],
        ['a', 'b'],
      ],
      ['Reference', 'Why do you say so?'],
      3,
    ],
    [
      'codes above answers',
      [
        ['Q1', 'Q2'],
        ['Yes', 'We moved'],
        ['No', 'We stayed'],
      ],
      ['Q1', 'Q2'],
      2,
    ],
    [
      'rows of import ids',
      [
        ['Q1', 'Q2'],
        ['Ref', 'Why?'],
        ['{"ImportId":"a"}', '{"ImportId":"b"}'],
        ['1', 'x'],
      ],
      ['Ref', 'Why?'],
      4,
    ],
    [
      'import ids alone',
      [
        ['Q1', 'Q2'],
        ['{"ImportId":"a"}', '{"ImportId":"b"}'],
        ['1', 'x'],
      ],
      ['Q1', 'Q2'],
      3,
    ],
    [
      'options below a question',
      [
        ['id', 'Which?', ''],
        ['', 'Bus', 'Open-Ended Response'],
        ['1', 'x', 'y'],
      ],
      ['id', 'Which? - Bus', 'Which?'],
      3,
    ],
    [
      'none',
      [
        ['1', 'They left us'],
        ['2', 'They came back'],
      ],
      ['column A', 'column B'],
      1,
    ],
    [
      'the same name twice',
      [
        ['id', 'Why?', 'why?'],
        ['1', 'a', 'b'],
      ],
      ['id', 'Why?', 'why? (2)'],
      2,
    ],
    [
      'a name that says it twice',
      [
        ['Type - Type', 'x'],
        ['a', 'b'],
      ],
      ['Type', 'x'],
      2,
    ],
    [
      'a name that is missing',
      [
        ['id', '', 'why'],
        ['1', 'a', 'b'],
      ],
      ['id', 'column B', 'why'],
      2,
    ],
    [
      'empty columns at the end',
      [
        ['id', 'why', '', ''],
        ['1', 'a', '', ''],
      ],
      ['id', 'why'],
      2,
    ],
  ])('%s', (_name, rows, names, firstRow) => {
    expect(headerOf(sampled(rows))).toMatchObject({ names, firstRow })
  })

  test('takes merged cells for two rows, but not a merged title', () => {
    const merged = [{ firstColumn: 1, lastColumn: 2, firstRow: 1, lastRow: 1 }]
    const two = sampled([
      ['id', 'Views', ''],
      ['', 'Why?', 'How?'],
      ['1', 'a', 'b'],
    ])
    expect(headerOf(two, merged)).toMatchObject({
      names: ['id', 'Views - Why?', 'Views - How?'],
      firstRow: 3,
    })
    const one = sampled([
      ['id', 'Views', ''],
      ['1', 'a', 'b'],
      ['2', 'c', 'd'],
    ])
    expect(headerOf(one, merged)).toMatchObject({ firstRow: 2 })
  })
})

describe('guessed columns', () => {
  const answer = (at: number) => `It was hard for us to get there, and bus number ${at} never came.`
  const rows = Array.from({ length: 30 }, (_, at) => ({
    'Response ID': `R${at}`,
    Submitted: `2026-05-${String(1 + (at % 28)).padStart(2, '0')} 10:00`,
    'Your name': `Sam Example ${at}`,
    'E-mail': `p${at}@example.org`,
    'Post code': 'KY1 1XX',
    'Date of birth': `0${1 + (at % 9)}/02/2009`,
    Telephone: '01334 496 000',
    Region: at % 2 === 0 ? 'Fife' : 'Angus',
    'Do you agree?': at % 3 === 0 ? 'Strongly agree with all of it' : 'Neither agree nor disagree',
    Score: String(at),
    'Why?': answer(at),
    Contact: at === 3 ? 'me@example.org' : 'Yes',
  }))
  const names = Object.keys(rows[0] ?? {})
  const sample = [names, ...rows.map((row) => Object.values(row))].map((cells, at) => ({
    number: at + 1,
    cells,
  }))

  test('are the answers, the id, and groups of people without personal data', () => {
    const { id, text, attributes } = planTable(sample, {}, undefined)
    expect(names[id ?? -1]).toBe('Response ID')
    expect(text.map((column) => names[column])).toEqual(['Why?'])
    expect(attributes.map((column) => names[column])).toEqual(['Region', 'Do you agree?'])
  })

  test('are told, with how to name others', () => {
    const [problem] = planTable(sample, {}, undefined).problems
    expect(problem).toMatchObject({ severity: 'warning', id: 'guessed-columns' })
    expect(problem?.message).toContain(
      'answers in “Why?”; the respondent in “Response ID”; attributes in “Region”',
    )
    expect(problem?.message).toContain('--text-column, --id-column and --attribute-column')
  })

  test('give way to the columns that are named, without regard to case', () => {
    const given = { id: 'score', text: ['why?'], attributes: ['REGION'], sheet: undefined }
    const plan = planTable(sample, {}, given)
    expect(names[plan.id ?? -1]).toBe('Score')
    expect(plan.attributes.map((column) => names[column])).toEqual(['Region'])
    expect(plan.problems).toEqual([])
  })

  test('an id that repeats is no id', () => {
    const twice = sample.map(({ number, cells }) => ({
      number,
      cells: number > 29 ? ['R1', ...cells.slice(1)] : cells,
    }))
    expect(planTable(twice, {}, undefined).id).toBeUndefined()
  })

  test('a named column that is missing is an error with the nearest name', () => {
    const given = { id: undefined, text: ['wy'], attributes: undefined, sheet: undefined }
    const { problems, text } = planTable(sample, {}, given)
    expect(text).toEqual([])
    expect(problems).toMatchObject([{ severity: 'error', id: 'missing-column' }])
    expect(problems[0]?.message).toContain('There is no column “wy”. ')
    expect(problems[0]?.message).toContain('“Response ID”, “Submitted”')
  })

  test.each([
    ['text', ['Free text answer', 'Region'], 'Free text answer'],
    ['respondant id', ['Region', 'Respondent ID'], 'Respondent ID'],
    ['xyz', ['Region'], undefined],
  ])('the nearest name to %s', (written, known, nearest) => {
    expect(nearestHeader(written, known)).toBe(nearest)
  })
})

describe('answers that are none', () => {
  test.each([
    ['', 'no answer (blank)'],
    [' \n ', 'no answer (blank)'],
    ['n/a', 'no answer (n/a)'],
    ['N/A.', 'no answer (n/a)'],
    ['#N/A', 'no answer (n/a)'],
    ['-', 'no answer (n/a)'],
    ['...', 'no answer (n/a)'],
    ['?', 'no answer (n/a)'],
    ['No comment', 'no answer (n/a)'],
    ['“Not applicable”', 'no answer (n/a)'],
    ['Nothing to add', 'no answer (n/a)'],
    ['Don’t know', "no answer (don't know)"],
    ['I do not know.', "no answer (don't know)"],
    ['See above', 'no answer (refers elsewhere)'],
    ['as above!', 'no answer (refers elsewhere)'],
    ['Same as Q3', 'no answer (refers elsewhere)'],
    ['Please see my answer to question 4', 'no answer (refers elsewhere)'],
    ['See attached letter.', 'no answer (refers elsewhere)'],
    ['Ditto', 'no answer (refers elsewhere)'],
    ['No', undefined],
    ['None', undefined],
    ['Nothing', undefined],
    ['Not sure', undefined],
    ['N/A for me, but my brother moved', undefined],
    ['I see my mum before school', undefined],
    ['As a foster carer', undefined],
    ['See you', undefined],
    ['👍', undefined],
    [':)', undefined],
    ['7', undefined],
  ])('“%s”: %s', (answer, reason) => {
    expect(nonAnswer(answer, false)).toBe(reason)
  })

  test.each([
    ['Any other comments?', 'None', 'no answer (n/a)'],
    ['Is there anything else you would like to add?', 'No.', 'no answer (n/a)'],
    ['Further comments', 'nothing else', 'no answer (n/a)'],
    ['Any other comments?', 'No bus at night', undefined],
    ['What help did you get?', 'None', undefined],
    ['Do you agree? Please explain', 'No', undefined],
  ])('to “%s”: “%s”', (question, answer, reason) => {
    expect(nonAnswer(answer, asksForMore(question))).toBe(reason)
  })
})

describe('what was typed into a cell', () => {
  const place = { line: 3, column: 10, isFixed: false, isQuoted: true }
  test.each([
    ['nothing to undo', 'plain', 'plain', ['0 3:10']],
    ['a doubled quote', 'a "b" c', 'a "b" c', ['0 3:10', '3 3:14', '5 3:17']],
    ['an entity', 'x &amp; y', 'x & y', ['0 3:10', '3 3:17']],
    ['a line end of a spreadsheet', 'a_x000D_\nb', 'a\nb', ['0 3:10', '2 4:1']],
    ['a new line of a web form', 'a<br />b', 'a\nb', ['0 3:10', '2 3:17']],
    ['paragraphs', '<p>a</p>', 'a\n', ['0 3:10', '0 3:13', '2 3:18']],
    ['typed signs', 'a < b & c_x', 'a < b & c_x', ['0 3:10']],
    ['an unknown entity', 'a &zzzz; b', 'a &zzzz; b', ['0 3:10', '8 3:18']],
    ['curly quotes by number', '&#8217;&#x2019;', '’’', ['0 3:10', '1 3:17', '2 3:25']],
  ])('%s', (_name, value, text, marks) => {
    const read = cellText(value, place)
    expect(read.text).toBe(text)
    expect(read.marks.map(({ offset, line, column }) => `${offset} ${line}:${column}`)).toEqual(
      marks,
    )
  })
})

describe('names of rows', () => {
  test('are the ids, made unique', () => {
    const nameOf = rowNames()
    const ids = ['a', 'a', 'a.3', '', undefined, 'x\n y', 'z'.repeat(200)]
    const names = ids.map((id, at) => nameOf(id, at + 2))
    expect(names.map(({ name }) => name)).toEqual([
      'a',
      'a.3',
      'a.3.4',
      'row-5',
      '6',
      'x y',
      'row-8',
    ])
    expect(names.map(({ isRepeated }) => isRepeated).indexOf(true)).toBe(1)
  })

  test('of many rows are all different, and kept as they are', () => {
    const nameOf = rowNames()
    const names = Array.from({ length: 50_000 }, (_, at) => nameOf(`R-${at}`, at))
    expect(names.every(({ name }, at) => name === `R-${at}`)).toBe(true)
  })
})

describe('answers', () => {
  const TWO =
    'id,role,Why?,Any other comments?\n7,Young person,"They left.\nAll of them.",No\n8,Social worker,n/a,Pay us\n'

  test('one row is a document, each answer a turn with its question', async () => {
    const { passages } = await readTable(TWO)
    expect(passages.map(({ document }) => document.id)).toEqual(['answers.csv#7', 'answers.csv#8'])
    expect(passages.map(({ text }) => text)).toEqual([
      'They left.\nAll of them.\nNo',
      'n/a\nPay us',
    ])
    expect(passages.map(({ turns }) => turns.map(({ role }) => role))).toEqual([
      ['young_person'],
      ['professional'],
    ])
    expect(
      passages.map(({ turns }) => turns.map(({ attributes }) => attributes?.get('question'))),
    ).toEqual([['Why?'], ['Any other comments?']])
  })

  test('lines of an answer are lines of the file', async () => {
    const [passage] = (await readTable(TWO)).passages
    if (passage === undefined) throw new Error('no passage')
    const { places } = passageText(passage)
    const offset = passage.text.indexOf('All')
    expect(places.at(offset)).toMatchObject({ line: 3, column: 1 })
    expect(places.at(offset + 3)).toMatchObject({ line: 3, column: 4 })
  })

  test('every character of an answer leads to itself in the file', async () => {
    const typed = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', ' ', ',', '"', '\n', 'Z', '&amp;'),
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(typed, typed, async (one, two) => {
        const quoted = [one, two].map((text) => `"${text.replaceAll('"', '""')}"`)
        const file = `id,p,q\n1,${quoted.join(',')}\n`
        const lines = file.split('\n').map((line) => [...line])
        const read = await readTable(file, { id: 'id', text: ['p', 'q'], attributes: [] })
        expectSound(read)
        for (const passage of read.passages) {
          const { places } = passageText(passage)
          for (const { span } of passage.turns) {
            for (let at = span.start; at < span.end; at += 1) {
              const character = String.fromCodePoint(passage.text.codePointAt(at) ?? 0)
              if (character === '\n' || character > '\udbff') continue
              const { line, column } = places.at(at)
              expect(lines[line - 1]?.[column - 1]).toBe(character)
              if (character.length > 1) at += 1
            }
          }
        }
      }),
    )
  })

  test('one column of answers needs no question', async () => {
    const { passages } = await readTable('id,why\n1,They left us all\n2,They came back to us\n')
    expect(passages[0]?.turns[0]?.attributes).toBeUndefined()
  })

  test('a role that is none stays unknown', async () => {
    const { passages } = await readTable(
      'respondent type,why\nIndividual,They left us all.\nChild and parent,We came back to it.\n',
    )
    expect(passages.flatMap(({ turns }) => turns.map(({ role }) => role))).toEqual([
      'unknown',
      'unknown',
    ])
  })

  test('roles of the analyst win', async () => {
    const { passages } = await readAsync(
      bytesAs(
        'a.csv',
        Buffer.from(
          'respondent type,why\nIndividual,They left us all.\nOrganisation,We came back to it.\n',
        ),
      ),
      { roles: new Map([['individual', 'young person']]) },
    )
    expect(passages.flatMap(({ turns }) => turns.map(({ role }) => role))).toEqual([
      'young_person',
      'unknown',
    ])
  })

  test('columns can be named by the code above the question', async () => {
    const file = 'Q1,Q2\nReference,Why do you say so?\na,Because they left.\n'
    expect(placedTurns(await readTable(file, { text: ['q2'] }))).toEqual(['3:3 Because they left.'])
  })

  test.each([
    [
      'repeated ids',
      'id,why\n1,They left us all.\n1,They came back.\n',
      ['repeated-id'],
      { id: 'id', text: ['why'], attributes: [] },
    ],
    [
      'ragged rows',
      'id,why\n1,They left, and left.\n2\n',
      ['ragged-rows'],
      { id: 'id', text: ['why'], attributes: [] },
    ],
    [
      'blanks behind the last column',
      'id,why\n1,They left.,,\n',
      [],
      { id: 'id', text: ['why'], attributes: [] },
    ],
    [
      'answers that were cut',
      `id,why\n1,${'a'.repeat(255)}\n2,${'b'.repeat(255)}\n`,
      ['cut-answers'],
      { id: 'id', text: ['why'], attributes: [] },
    ],
    ['no answers', 'id,age\n1,14\n2,15\n', ['no-answers'], undefined],
    ['a missing column', 'id,why\n1,They left.\n', ['missing-column'], { text: ['how'] }],
    ['an empty file', '', ['empty-file'], undefined],
    ['a header alone', 'id,comments\n', ['guessed-columns'], undefined],
  ])('%s are told', async (_name, file, ids, table) => {
    const read = await readTable(file, table)
    expect(problemIds(read)).toEqual(ids)
    expectSound(read)
  })

  test('blank rows are no respondents, blank answers are left out', async () => {
    const read = await readTable('id,why\n1,\n,\n\n2,They left.\n', {
      id: 'id',
      text: ['why'],
      attributes: [],
    })
    expect(read.passages.map(({ document }) => document.id)).toEqual([
      'answers.csv#1',
      'answers.csv#2',
    ])
    expect(leftOutOf(read)).toEqual(['no answer (blank): \n'])
  })

  test('other encodings and line ends', async () => {
    const text = 'id\tcomments\r\n1\tcafé “there”, and “here” too\r\n'
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`)]) {
      const read = await readAsync(bytesAs('a.tsv', bytes))
      expect(placedTurns(read)).toEqual(['2:3 café “there”, and “here” too'])
    }
    const western = Buffer.from('id,comments\r1,caf\xe9 and more of it\r', 'latin1')
    const read = await readAsync(bytesAs('a.csv', western))
    expect(placedTurns(read)).toEqual(['2:3 café and more of it'])
    expect(read.passages[0]?.document.encoding).toBe('windows-1252')
  })

  test('a line that names the delimiter is a line, and no row', async () => {
    const read = await readTable('sep=;\nid;comments\n1;They left, and left.\n')
    expect(placedTurns(read)).toEqual(['3:3 They left, and left.'])
  })

  test('a line with very many cells is read to the end, and told', async () => {
    const read = await readTable(`${'a,'.repeat(200_000)}b\n1,2\n`)
    expect(problemIds(read)).toEqual(['no-answers'])
  })

  test('a file longer than a piece is read as if it were one', async () => {
    const row = (at: number) =>
      `${at},"Answer ${at}: they ""left"" us\nand ${'came back '.repeat(at % 40)}.",é😀\n`
    const file = `id,why,x\n${Array.from({ length: 3000 }, (_, at) => row(at)).join('')}`
    const { passages, problems } = await readTable(file, {
      id: 'id',
      text: ['why'],
      attributes: [],
    })
    expect(problems).toEqual([])
    expect(passages).toHaveLength(3000)
    const last = passages.at(-1)
    expect(last?.text).toContain('Answer 2999: they "left" us\nand came back')
    expect(last?.sourceMarks?.[0]).toMatchObject({ line: 2 + 2 * 2999, column: 7 })
  })
})

describe('attribute names', () => {
  test.each([
    [
      'two questions',
      'id,region,Why?,Comments\n1,Fife,They left us all.,None of it was good.\n2,Angus,They came back to us.,It was good in the end.\n',
      ['region', 'question'],
    ],
    [
      'one question',
      'id,region,Why?\n1,Fife,They left us all.\n2,Angus,They came back to us.\n',
      ['region'],
    ],
    ['no answers', 'id,age\n1,14\n2,15\n', []],
    ['nothing', '', []],
  ])('of %s', async (_name, file, names) => {
    const reader = readers.find(({ name }) => name === 'csv')
    expect(await reader?.attributeNames?.(bytesAs('a.csv', Buffer.from(file)), DEFAULTS)).toEqual(
      names,
    )
  })
})

describe('a table under another name', () => {
  test.each([
    ['a header and rows', '', 'id,age,why\n1,14,They left\n2,15,They came\n', true],
    ['tabs in a text file', '.txt', 'ID\tRegion\tWhy?\n1\tFife\tThey left\n', true],
    ['commas in a text file', '.txt', 'id,age,why\n1,14,They left\n', false],
    ['a transcript with tabs', '.txt', 'P1\t00:01\tHello there\nP2\t00:02\tHello\n', false],
    ['prose', '', 'Well, I think, yes\nNo, I mean, maybe\n', false],
    ['a page of another format', '.md', 'id,age,why\n1,14,x\n', false],
  ])('%s', (_name, extension, text, expected) => {
    expect(looksLikeTable({ name: `x${extension}`, extension, bytes: Buffer.from(text) })).toBe(
      expected,
    )
  })
})

describe('bad files', () => {
  const samples = [
    'consultation.csv',
    'qualtrics.csv',
    'two_header_rows.csv',
    'answers.tsv',
    'broken_quotes.csv',
    'answers.jsonl',
    'answers.json',
  ]
  test.each(samples)('%s, changed anywhere, gives diagnostics and sound passages', async (name) => {
    const bytes = readFileSync(`fixtures/formats/${name}`)
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      length: fc.nat(60),
      kind: fc.constantFrom('flip', 'cut', 'double', 'drop', 'quote'),
      byte: fc.nat(255),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let changed: Buffer = Buffer.from(bytes)
        for (const { at, length, kind, byte } of changes) {
          const [before, part, after] = [
            changed.subarray(0, at),
            changed.subarray(at, at + length),
            changed.subarray(at + length),
          ]
          if (kind === 'flip' && at < changed.length) changed[at] = byte
          if (kind === 'cut') changed = Buffer.from(before)
          if (kind === 'double') changed = Buffer.concat([before, part, part, after])
          if (kind === 'drop') changed = Buffer.concat([before, after])
          if (kind === 'quote') changed = Buffer.concat([before, Buffer.from('"'), part, after])
        }
        const reader = name.includes('.json') ? 'json-answers' : 'csv'
        expectSound(await readAsync(bytesAs(name, changed), { reader }))
      }),
      { numRuns: 60 },
    )
  })
})

describe('real tables', () => {
  const folder = '../shared/corpora'
  const isThere = existsSync(folder)
  const note = isThere ? '' : ' (skipped: the folder is not there)'
  test.skipIf(!isThere).each([
    ['responses/qualcoder/survey456.csv', 3, ['ID4', 'ID5', 'ID6']],
    ['responses/uk_consultation/responses_lgr_format.csv', 5, ['2', '3', '4']],
    ['responses/uk_consultation/responses_scr_format.csv', 5, ['3', '4', '5']],
    ['responses/misc/inaugCorpus.csv', 5, ['2', '3', '4']],
    [
      'responses/large/sotu_speeches.csv',
      245,
      ['Washington-1790', 'Washington-1790b', 'Washington-1791'],
    ],
    ['responses/uk_consultation/gambling_XS_q1_responses.jsonl', 100, ['1001', '1002', '1003']],
    ['responses/uk_consultation/gambling_XS_respondents.jsonl', 0, []],
    [
      'coded/nhs_fft/v6framework_development_half.csv',
      3949,
      ['NEAS PTS 528 - Q1', 'NEAS PTS 540 - Q1', 'NEAS PTS 546 - Q1'],
    ],
  ])(`%s${note}`, async (path, count, first) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const read = await readAsync(bytesAs(name, readFileSync(`${folder}/${path}`)))
    expectSound(read)
    expect(read.passages).toHaveLength(count)
    expect(read.passages.slice(0, 3).map(({ document }) => document.id)).toEqual(
      first.map((id) => `${name}#${id}`),
    )
    expect(read.problems.map(({ id }) => id)).toEqual([
      count === 0 ? 'no-answers' : 'guessed-columns',
    ])
  })
})

function piecesOf(text: string, length: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += length) pieces.push(text.slice(at, at + length))
  return pieces
}

/** What must be quoted in a cell. */
const SPECIAL = /[",\n ]/u
/** What a row may lose. */
const NO_LETTER = /[^ab]/gu
