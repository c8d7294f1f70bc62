import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { leftOutOf, turnsOf } from './ingest-read.ts'
import { PAGE_HEIGHT, setParagraphs, type WrittenLine } from './make-pdf.ts'
import { lines, placesOf, readPages, readPdf, textOf } from './pdf-read.ts'
import { interviewPdf, newsletterPdf } from './pdf-samples.ts'

const QUESTION = 'Interviewer: What was the first week like, when you think back to it now?'
const ANSWER =
  'P1: It was loud. I could not sleep, and nobody had told me where the light was, so I lay there and counted the cars until it was time for school.'
const TALK = [QUESTION, ANSWER, 'Interviewer: And then?', 'P1: Then it got better.']
const BODY = { x: 72, y: 120, width: 450 }

describe('the samples', () => {
  test.each([
    ['interview.pdf', interviewPdf],
    ['newsletter.pdf', newsletterPdf],
  ])('%s is what the tests write', async (name, write) => {
    const written = Buffer.from(write()).toString('latin1')
    await expect(written).toMatchFileSnapshot(`../fixtures/formats/${name}`)
  })
})

describe('speakers of a PDF', () => {
  const turns = [
    'Interviewer/interviewer: What was the first week like, when you think back to it now?',
    `P1/participant: ${ANSWER.slice(4)}`,
    'Interviewer/interviewer: And then?',
    'P1/participant: Then it got better.',
  ]

  test.each([
    ['paragraphs with space between them', setParagraphs(TALK, { ...BODY, space: 1.7 })],
    ['paragraphs without space', setParagraphs(TALK, BODY)],
    ['first lines further in', setParagraphs(TALK, { ...BODY, indent: 20 })],
    ['all lines but the first further in', setParagraphs(TALK, { ...BODY, hanging: 60 })],
    ['lines twice as far apart', setParagraphs(TALK, { ...BODY, size: 11 }).map(twiceAsFar)],
  ])('%s', async (_, page) => {
    expect(turnsOf(await readPages([page]))).toEqual(turns)
  })

  test('labels in a column of their own', async () => {
    const said = TALK.map((turn) => turn.split(': '))
    const page = said.flatMap(([label, speech], i) => {
      const y = 120 + 60 * i
      const column = setParagraphs([speech ?? ''], { x: 170, y, width: 350 })
      return [{ text: `${label}:`, x: 72, y }, ...column]
    })
    expect(turnsOf(await readPages([page]))).toEqual(turns)
  })

  test('labels without a colon in a column of their own', async () => {
    const said = TALK.map((turn) => turn.split(': '))
    const page = said.flatMap(([label = '', speech], i) => {
      const y = 120 + 60 * i
      return [
        { text: label, x: 72, y },
        ...setParagraphs([speech ?? ''], { x: 170, y, width: 350 }),
      ]
    })
    expect(turnsOf(await readPages([page]))).toEqual(turns)
  })

  test('times stand beside them', async () => {
    const page = lines(['[00:00:05] Interviewer: Ready?', '[00:00:09] P1: I think so.'])
    expect(turnsOf(await readPages([page]))).toEqual([
      'Interviewer/interviewer@00:00:05: Ready?',
      'P1/participant@00:00:09: I think so.',
    ])
  })

  test('a name and a time stand over the speech', async () => {
    const page = lines([
      'Sam Reed  0:03',
      'Is it all right if we record this?',
      'Ola  0:09',
      'Yes, that is fine.',
      'Sam Reed  0:12',
      'Thank you.',
    ])
    expect(turnsOf(await readPages([page]))).toEqual([
      'Sam Reed/unknown@0:03: Is it all right if we record this?',
      'Ola/unknown@0:09: Yes, that is fine.',
      'Sam Reed/unknown@0:12: Thank you.',
    ])
  })

  test('a full line before a label does not swallow it', async () => {
    const full = 'P1: It was so loud that I could not sleep at all, and so I counted every car out'
    const page = lines([full, 'Interviewer: And then?', 'P1: Then it got better.'])
    expect(turnsOf(await readPages([page])).map((turn) => turn.split(':')[0])).toEqual([
      'P1/participant',
      'Interviewer/interviewer',
      'P1/participant',
    ])
  })

  test('a place is a page and a line on it', async () => {
    const read = await readPages([
      lines(['Interviewer: Ready?', 'P1: Yes.']),
      lines(['Interviewer: Good.']),
    ])
    expect(placesOf(read)).toEqual(['1:1 Interviewer', '1:2 P1', '2:1 Interviewer'])
  })

  test('numbers of lines in the margin are no words', async () => {
    const said = setParagraphs([...TALK, ...TALK], BODY)
    const numbers = said.map(({ y }, i) => ({ text: String(i + 1), x: i < 9 ? 46 : 40, y }))
    const read = await readPages([[...said, ...numbers]])
    expect(turnsOf(read)).toEqual([...turns, ...turns])
    expect(leftOutOf(read)).toEqual([`line numbers: ${numbers.map(({ text }) => text).join(' ')}`])
  })
})

function twiceAsFar(line: WrittenLine): WrittenLine {
  return { ...line, y: 120 + 2 * (line.y - 120) }
}

describe('paragraphs of a PDF', () => {
  const first =
    'We had all been told that the house would be sold in the summer, and none of us knew.'
  const second =
    'So I asked her. She said that she would find out, and she did find out the same day.'
  const both = `${first}\n\n${second}`

  test.each([
    ['space between them', { space: 1.6 }],
    ['first lines further in', { indent: 20 }],
  ])('%s', async (_, set) => {
    const page = setParagraphs([first, second], { x: 72, y: 100, width: 300, ...set })
    expect(textOf(await readPages([page]))).toBe(both)
  })

  test('short last lines', async () => {
    const page = setParagraphs([first, second], { x: 72, y: 100, width: 330 })
    expect(textOf(await readPages([page]))).toBe(both)
  })

  test('points of a list, whose lines stand under their words', async () => {
    const page = [
      { text: '•', x: 72, y: 100 },
      ...setParagraphs([first], { x: 90, y: 100, width: 300 }),
      { text: '•', x: 72, y: 140 },
      ...setParagraphs([second], { x: 90, y: 140, width: 300 }),
    ]
    const read = textOf(await readPages([page]))
    expect(read.split(/\n+/u)).toEqual([`• ${first}`, `• ${second}`])
  })

  test('a paragraph goes on over the end of a page, around what belongs to the pages', async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: 'Moving On – final report', x: 72, y: 36 },
      ...(number === 2
        ? lines(['when the summer came, and nobody asked us.', 'We moved.'])
        : setParagraphs([first, second, 'I was told on the stairs that we would have to go away'], {
            x: 72,
            y: 100,
            width: 300,
          })),
      { text: `${number}`, x: 300, y: PAGE_HEIGHT - 40 },
    ])
    const read = await readPages(pages)
    expect(textOf(read)).toContain(
      'go away when the summer came, and nobody asked us.\n\nWe moved.',
    )
    expect(leftOutOf(read)).toEqual([
      'page header: Moving On – final report',
      'page number: 1',
      'page header: Moving On – final report',
      'page number: 2',
      'page header: Moving On – final report',
      'page number: 3',
    ])
  })
})

const REAL = '../shared/corpora/transcripts/other/pdpilot_P1.pdf'

describe('a real transcript', () => {
  test.skipIf(!existsSync(REAL))(`${REAL} (skipped where it is absent)`, async () => {
    const read = await readPdf(readFileSync(REAL))
    const speakers = new Set(read.passages.flatMap(({ turns }) => turns.map((t) => t.speaker)))
    expect([...speakers]).toEqual(['Dan', 'Participant'])
    expect(read.problems).toEqual([])
    expect(turnsOf(read)).toHaveLength(94)
    expect(leftOutOf(read).filter((one) => one.startsWith('page number'))).toHaveLength(5)
  })
})
