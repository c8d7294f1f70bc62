/** `voices codebook migrate`: what becomes of rows, and of files that are not as they should be. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrderOfPlace } from '../src/codebook/evidence.ts'
import { migrateRows } from '../src/codebook/migrate.ts'
import { parse } from './codebook-example.ts'
import { growthOf } from './steps.ts'
import { type Said, voicesIn } from './voices.ts'

const BOOK = `codebook: club
version: 2.0.0
themes:
  - {id: travel, name: Getting there, rules: [bus, coach]}
`
const retired = (...pairs: readonly (readonly [string, string])[]) =>
  [
    'retired:',
    ...pairs.map(([id, to]) => `  - {id: ${id}, since: 2.0.0, merged_into: ${to}}`),
    '',
  ].join('\n')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-migrate-'))
  writeFileSync(join(folder, 'club.yaml'), BOOK + retired(['bus', 'travel'], ['coach', 'travel']))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function migrated(csv: string): Promise<Said> {
  writeFileSync(join(folder, 'segments.csv'), csv)
  return voicesIn(folder, ['codebook', 'migrate', '.', '--codebook', 'club.yaml'])
}

const lines = (...list: readonly string[]) => list.map((line) => `${line}\r\n`).join('')

describe('migrated results', () => {
  it.each([
    [
      'two rows of one segment become one, in order of position',
      lines(
        'segment_id,theme,rules,matched,negated,text',
        'a:0-23,bus,bus,bus,false,The coach and the bus.',
        'a:0-23,coach,coach,coach,true,The coach and the bus.',
      ),
      lines(
        'segment_id,theme,rules,matched,negated,text',
        'a:0-23,travel,coach | bus,coach | bus,true,The coach and the bus.',
      ),
    ],
    [
      'the version that coded a row stays, its theme is of today',
      lines('segment_id,theme,theme_name,codebook_version', 'a:0-3,bus,Buses,1.4.0'),
      lines('segment_id,theme,theme_name,codebook_version', 'a:0-3,travel,Getting there,1.4.0'),
    ],
    [
      'columns of one name keep their own values',
      lines('segment_id,theme,note,note', 'a:0-3,bus,one,two'),
      lines('segment_id,theme,note,note', 'a:0-3,travel,one,two'),
    ],
    [
      'a column may have any name',
      lines('segment_id,theme,constructor', 'a:0-3,bus,x'),
      lines('segment_id,theme,constructor', 'a:0-3,travel,x'),
    ],
    [
      'line ends inside quotes stay as they are',
      lines('segment_id,text,theme', 'a:0-3,"\r\nOne\ntwo\r\n\r\n",bus', 'b:0-3,"x\ny\r\n",bus'),
      lines(
        'segment_id,text,theme',
        'a:0-3,"\r\nOne\ntwo\r\n\r\n",travel',
        'b:0-3,"x\ny\r\n",travel',
      ),
    ],
    [
      'cells left out at the end of a row are empty, and so is no line',
      'segment_id,theme,text\na:0-3,bus\n\n',
      lines('segment_id,theme,text', 'a:0-3,travel,'),
    ],
  ])('%s', async (_name, csv, expected) => {
    expect(await migrated(csv)).toMatchObject({ exitCode: 0, out: expected })
  })

  it.each([
    [
      'a row with too many cells',
      'segment_id,theme,text\na:0-3,bus,"One\ntwo"\nb:0-3,bus,Yes, no\n',
      'segments.csv:4: this row has 4 cells, and the first row names 3 columns.',
    ],
    [
      'a quote that is never closed',
      'segment_id,theme,text\na:0-3,bus,"One\nb:0-3,bus,Two\n',
      'segments.csv:2: ',
    ],
    ['a column twice', 'segment_id,theme,theme\na:0-3,bus,bus\n', 'two columns are named theme'],
    [
      'a table of another codebook',
      'segment_id,theme,codebook\na:0-3,bus,school\n',
      'these are results of the codebook school, and club.yaml is club',
    ],
    ['no theme', 'segment_id,text\na:0-3,bus\n', 'there is no column theme'],
  ])('%s is no table to read', async (_name, csv, message) => {
    const { exitCode, out, err } = await migrated(csv)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})

describe('evidence in order of position', () => {
  it.each([
    [
      'the longer of two at one place',
      'A school bus.',
      ['bus:bus', 'school bus:school bus'],
      'school bus | bus',
    ],
    [
      'the longer of two that begin together',
      'My bus pass.',
      ['b:bus', 'p:bus pass'],
      'bus pass | bus',
    ],
    [
      'a word, and not a part of one',
      'The business of the bus by coach.',
      ['c:coach', 'b:bus'],
      'bus | coach',
    ],
    ['one rule twice', 'Bus, coach, bus.', ['b:Bus|b:bus', 'c:coach'], 'Bus | coach | bus'],
    ['parts that lie apart', 'Late for the bus.', ['b:bus', 'l:Late … bus'], 'Late … bus | bus'],
    ['words that are not there', 'Nothing.', ['b:bus', 'c:coach'], 'bus | coach'],
    ['no evidence in one', 'The bus.', ['b:bus', ':'], 'bus'],
  ])('%s', (_name, text, lists, expected) => {
    const evidence = lists.map((list) => {
      const pairs = list.split('|').map((pair) => pair.split(':'))
      const column = (at: number) => pairs.map((pair) => pair[at]).join(' | ')
      return { rules: column(0), matched: column(1) }
    })
    expect(inOrderOfPlace(text, evidence).matched).toBe(expected)
  })
})

it('a long chain of retired ids is walked once', async () => {
  const chain = (size: number) =>
    Array.from({ length: size }, (_, at) => [`t${at}`, at === 0 ? 'travel' : `t${at - 1}`] as const)
  const books = new Map<number, Awaited<ReturnType<typeof parse>>['value']>()
  for (const size of [200, 400])
    books.set(size, (await parse(BOOK + retired(...chain(size)))).value)
  const { once, twice } = await growthOf(200, (size) => {
    const book = books.get(size)
    if (book === undefined) throw new Error('the codebook of the test cannot be read')
    const rows = chain(size).map(([id], at) => [`a:${at}-9`, id])
    const { mapped } = migrateRows({ columns: ['segment_id', 'theme'], rows }, book)
    expect(mapped.get(`t${size - 1}`)?.to).toBe('travel')
  })
  expect(twice).toBeLessThan(2.5 * once)
})
