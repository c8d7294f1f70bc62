import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passageOf } from '../src/code/code-text.ts'
import { type CsvOptions, csvWriter, writeCsv } from '../src/format/csv.ts'
import { passageText } from '../src/place.ts'
import type { Cell, CellWriter } from '../src/types.ts'

/** What is written, as bytes. */
function bytesOf(write: (cells: CellWriter) => void, options: CsvOptions = {}): Buffer {
  const chunks: Buffer[] = []
  const writer = csvWriter((bytes) => chunks.push(Buffer.from(bytes)), options)
  write(writer)
  writer.flush()
  return Buffer.concat(chunks)
}

function tableOf(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: CsvOptions = {},
): Buffer {
  const chunks: Buffer[] = []
  writeCsv({ name: 'table', columns, rows }, (bytes) => chunks.push(Buffer.from(bytes)), options)
  return Buffer.concat(chunks)
}

/** What csv-stringify writes; it must be told to quote line breaks that are not its own. */
function reference(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/u },
  )
}

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ',',
        '"',
        '\n',
        '\r',
        '\r\n',
        ' ',
        '|',
        '😀',
        'é',
        '=',
        '\u0000',
        '\uFEFF',
      ),
    )
    .map((pieces) => pieces.join('')),
)
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
  )

/** Half a pair cannot stand in UTF-8. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

describe('csv', () => {
  const rows: readonly (readonly [name: string, cells: readonly Cell[], expected: string])[] = [
    ['plain', ['a', 'b'], 'a,b'],
    ['empty', ['', undefined, ''], ',,'],
    ['a comma', ['a,b', 'c'], '"a,b",c'],
    ['quotes', ['say “hi”', 'say "hi"'], 'say “hi”,"say ""hi"""'],
    ['only a quote', ['"', ''], '"""",'],
    ['a line break', ['a\nb', 'a\rb'], '"a\nb","a\rb"'],
    ['spaces stay', [' a ', '\t'], ' a ,\t'],
    [
      'numbers',
      [0, -1, 12, 1000, 1.5, -0.25, 9007199254740991],
      '0,-1,12,1000,1.5,-0.25,9007199254740991',
    ],
    ['truth', [true, false], 'true,false'],
    ['no guard unless asked', ['=1+1', '-5'], '=1+1,-5'],
  ]
  test.each(rows)('%s', (_name, cells, expected) => {
    expect(tableOf(cells.map(String), [cells]).toString().split('\r\n').slice(1).join('\r\n')).toBe(
      `${expected}\r\n`,
    )
  })

  test('for a spreadsheet: a byte-order mark, and no formula', () => {
    const cells = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'a=b', '=a,b', '"=a"', -5, -0.5, '']
    const guarded = tableOf(['=c'], [cells], { excel: true }).toString()
    expect(guarded).toBe(
      `\uFEFF"'=c"\r\n"'=1+1","'+1","'-1","'@x","'\tx","'\rx","a=b","'=a,b","""=a""",-5,-0.5,\r\n`,
    )
  })

  test('for a spreadsheet that parts cells at semicolons: every text is in quotes', () => {
    const long = `${'x'.repeat(70_000)};=1`
    const written = tableOf(['text'], [['trust;=HYPERLINK(1)'], [long]], { excel: true }).toString()
    expect(written).toBe(`\uFEFF"text"\r\n"trust;=HYPERLINK(1)"\r\n"${long}"\r\n`)
  })

  test('every byte is what csv-stringify writes, and csv-parse reads it back', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const written = tableOf(rows[0] ?? [], rows.slice(1)).toString()
        const clean = rows.map((row) => row.map(wellFormed))
        expect(written).toBe(reference(clean))
        expect(parse(written, { record_delimiter: '\r\n' })).toEqual(clean)
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  test('a slice is written like its text, wherever the buffer ends', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 6 }),
        fc.nat(40),
        fc.nat(200),
        (pieces, from, length) => {
          const text = wellFormed(pieces.join(''))
          const passage = passageText(passageOf(text, 'text'))
          const start = Math.min(from, text.length)
          const end = Math.min(start + length, text.length)
          for (const excel of [false, true]) {
            const sliced = bytesOf((cells) => cells.slice(passage, start, end), { excel })
            expect(sliced).toEqual(
              bytesOf((cells) => cells.text(text.slice(start, end)), { excel }),
            )
          }
        },
      ),
      { numRuns: 500, seed: 1 },
    )
  })

  test('cells longer than the buffer, and as long as it', () => {
    for (const length of [20_000, 43_690, 43_691, 87_380, 131_072, 262_144, 300_000]) {
      for (const letter of ['a', '"', '語', '😀', '\n']) {
        const text = letter.repeat(length / letter.length)
        const passage = passageText(passageOf(text, 'text'))
        const written = bytesOf((cells) => {
          for (let row = 0; row < 3; row += 1) {
            cells.slice(passage, 0, text.length)
            cells.text(text)
            cells.integer(row)
            cells.endRow()
          }
        })
        const expected = [0, 1, 2].map((row) => [text, text, String(row)])
        expect(written.equals(Buffer.from(reference(expected)))).toBe(true)
      }
    }
  })

  test('many small cells over many buffers', () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => [
      row,
      `é"${row}`,
      'x'.repeat(row % 37),
      7 * row,
    ])
    const expected = reference([['a', 'b', 'c', 'd'], ...rows.map((row) => row.map(String))])
    expect(tableOf(['a', 'b', 'c', 'd'], rows).equals(Buffer.from(expected))).toBe(true)
  })

  test('cells that were made ready are written like their texts', () => {
    const options = fc.record({ excel: fc.boolean() })
    const rows = fc.tuple(fc.array(cell, { maxLength: 4 }), fc.nat(300), options)
    fc.assert(
      fc.property(rows, ([values, filling, given]) => {
        const write = (put: (cells: CellWriter) => () => void) =>
          bytesOf((cells) => {
            const ready = put(cells)
            for (let row = 0; row < 3; row += 1) {
              cells.text('x'.repeat(1000 * filling))
              ready()
              cells.endRow()
            }
          }, given)
        const expected = write((cells) => () => {
          for (const value of values) cells.text(value)
        })
        const found = write((cells) => {
          const ready = cells.prepare(values)
          return () => cells.prepared(ready)
        })
        expect(found.equals(expected)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('a list is joined', () => {
    expect(bytesOf((cells) => cells.list(['one', 'two, three'])).toString()).toBe(
      '"one | two, three"',
    )
  })
})
