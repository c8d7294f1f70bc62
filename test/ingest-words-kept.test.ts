/** Words that could get lost, get under somebody else's name, or lose their place. */
import { describe, expect, test } from 'vitest'
import { documentParticipant } from '../src/ingest/participants.ts'
import { readParticipants } from '../src/ingest/participants-file.ts'
import { allDifferent } from '../src/ingest/tables/header.ts'
import { passageText } from '../src/place.ts'
import { bytesAs, DEFAULTS, leftOutOf, type Read, readAsync, turnsOf } from './ingest-read.ts'
import { makeWorkbook, textRows } from './make-workbook.ts'
import { docxOf, p, table } from './office-files.ts'

function readText(path: string, text: string): Promise<Read> {
  return readAsync(bytesAs(path, Buffer.from(text)))
}

/** Line and column of a word. */
function placeOf({ passages: [passage] }: Read, word: string): string {
  if (passage === undefined) return 'no passage'
  const { line, column } = passageText(passage).places.at(passage.text.indexOf(word))
  return `${line}:${column}`
}

describe('a shared text of a workbook', () => {
  test.each([
    ['no value', '<c r="B3" t="s"/>'],
    ['an empty value', '<c r="B3" t="s"><v></v></c>'],
  ])('is not the first one for a cell with %s', async (_, cell) => {
    const rows =
      textRows([['id', 'comments']]) +
      `<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c></row>` +
      `<row r="3"><c r="A3"><v>2</v></c>${cell}</row>`
    const sharedStrings = '<si><t>They moved me again and nobody said why.</t></si>'
    const bytes = makeWorkbook({ sheets: [{ name: 'Answers', rows }], sharedStrings })
    expect(turnsOf(await readAsync(bytesAs('a.xlsx', bytes)))).toEqual([
      'a.xlsx#1/unknown: They moved me again and nobody said why.',
    ])
  })
})

describe('names of columns', () => {
  test.each([
    ['all different', ['a', 'b'], ['a', 'b']],
    ['twice', ['Region', 'region'], ['Region', 'region (2)']],
    ['a number that is taken', ['a', 'a', 'a (2)'], ['a', 'a (3)', 'a (2)']],
    ['taken later', ['a', 'a (2)', 'a', 'a'], ['a', 'a (2)', 'a (3)', 'a (4)']],
    ['numbered twice', ['a', 'a', 'a (2)', 'a (2)'], ['a', 'a (3)', 'a (2)', 'a (2) (2)']],
  ])('%s', (_, names, expected) => {
    expect(allDifferent(names)).toEqual(expected)
  })
})

describe('words on the line of the times of a cue', () => {
  const times = '00:00:01.000 --> 00:00:02.000'
  test.each([
    ['words', `${times} Nobody asked me.`, ['a.srt/unknown: Nobody asked me.'], '2:31'],
    ['words behind settings', `${times} X1:20 Y1:4 Nobody`, ['a.srt/unknown: Nobody'], '2:42'],
    ['words and more below', `${times} Nobody\nasked`, ['a.srt/unknown: Nobody asked'], '2:31'],
    ['settings alone', `${times} align: start line:84%\nNobody`, ['a.srt/unknown: Nobody'], '3:1'],
  ])('%s', async (_, cue, turns, place) => {
    const read = await readText('a.srt', `1\n${cue}\n`)
    expect(turnsOf(read).map((turn) => turn.replace('@00:00:01.000', ''))).toEqual(turns)
    expect(placeOf(read, 'Nobody')).toBe(place)
  })
})

test('more than one value in a file of speech JSON is told', async () => {
  const value = '{"segments":[{"start":0,"end":1,"text":"One."}]}'
  const { problems } = await readText('a.json', `${value}\n${value}\n`)
  expect(problems.map(({ id, line }) => `${id} ${line}`)).toEqual(['more-than-one-json 2'])
  expect((await readText('a.json', `${value} \n\n`)).problems).toEqual([])
})

test('quotes that are doubled in a transcript table count in the source', async () => {
  const cell = '"😀 She said ""no"" to us\nand ""yes"" to them"'
  const read = await readText('t.csv', `Speaker,Text\nP1,${cell}\nP2,Fine\n`)
  expect(turnsOf(read)[0]).toBe('P1/participant: 😀 She said "no" to us and "yes" to them')
  expect(['She', 'to us', 'and', 'them', 'Fine'].map((word) => placeOf(read, word))).toEqual([
    '2:7',
    '2:23',
    '3:1',
    '3:16',
    '4:4',
  ])
})

test('keys of one name in several objects have places of their own', async () => {
  const answer = (text: string) => ({ comment: `${text} is why I left the place in the end.` })
  const json = JSON.stringify([{ id: 1, a: answer('Noise'), b: answer('Smoke') }])
  const read = await readText('n.json', json)
  expect(placeOf(read, 'Smoke')).toBe(`1:${json.indexOf('Smoke') + 1}`)
})

test('a CHAT speaker of age is no child, wherever the age stands', async () => {
  const id = '@ID:\teng|Demo|CHI|34;06.00|female|||Target_Child|||'
  const who = '@Participants:\tCHI Target_Child'
  for (const heads of [`${id}\n${who}`, `${who}\n${id}`]) {
    const read = await readText('c.cha', `@UTF8\n@Begin\n${heads}\n*CHI:\tI left .\n@End\n`)
    expect(turnsOf(read)).toEqual(['CHI/unknown: I left.'])
  }
})

describe('a participant is found', () => {
  test.each([
    ['with a slash in the id', '2024/7', 'answers.csv#2024/7', true],
    ['with a slash, in a sheet', '2024/7', 'answers.xlsx#Adults/2024/7', true],
    ['not by the end of the id', '7', 'answers.csv#2024/7', true],
    ['by a file whose name holds the mark', 'talk #2', 'talk #2.txt', true],
    ['not by half of the name of a file', 'talk', 'talk #2.txt', false],
    ['by the rows of such a file', 'R7', 'Form #2.csv#R7', true],
    ['by an id that holds the mark', 'A#7', 'answers.csv#A#7', true],
    ['not by the end of such an id', '7', 'answers.csv#A#7', false],
    ['in standard input', 'R7', 'standard-input#R7', true],
  ])('%s', (_, id, document, isFound) => {
    const choice = { path: 'people.csv', id: undefined, wanted: new Set(''), meansNumbers: true }
    const source = bytesAs('people.csv', Buffer.from(`id,age\n${id},12\n`))
    const { participants } = readParticipants(source, choice, DEFAULTS)
    const row = participants && documentParticipant(participants, document)
    expect(row !== undefined).toBe(isFound)
  })
})

test('other columns of a transcript in Word are kept and not coded', async () => {
  const rows = [
    ['Speaker', 'Text', 'Notes'],
    ['P1', 'I left them all behind me there.', 'cries'],
    ['P1', 'And I came back again to them.', ''],
    ['P2', 'So did I, with my sister too.', 'nods'],
  ]
  const cells = rows.map((row) => row.map((cell) => p(cell)))
  const read = await readAsync(bytesAs('t.docx', docxOf(table(cells))))
  expect(turnsOf(read)).toEqual([
    'P1/participant: I left them all behind me there. And I came back again to them.',
    'P2/participant: So did I, with my sister too.',
  ])
  expect(leftOutOf(read).slice(3)).toEqual(['other column: cries', 'other column: nods'])
})
