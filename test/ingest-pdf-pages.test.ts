import { describe, expect, test } from 'vitest'
import { leftOutOf, turnsOf } from './ingest-read.ts'
import { PAGE_HEIGHT, type WrittenLine, widthOf } from './make-pdf.ts'
import { lines, readPages, readPdf, textOf } from './pdf-read.ts'
import { newsletterPdf } from './pdf-samples.ts'

describe('what belongs to the pages', () => {
  const page = (extra: readonly WrittenLine[]) => [
    ...extra,
    ...lines(['Some words.', 'More.'], 72, 300),
  ]
  const head = (text: string, y = 40) => ({ text, x: 72, y })

  test.each<[string, readonly (readonly WrittenLine[])[], readonly string[]]>([
    [
      'numbers count on',
      [1, 2, 3].map((n) => page([head(`Report ${n}`)])),
      ['page header: Report 1', 'page header: Report 2', 'page header: Report 3'],
    ],
    [
      'two pages',
      [1, 2].map((n) => page([head(`Page ${n} of 2`, 800)])),
      ['page number: Page 1 of 2', 'page number: Page 2 of 2'],
    ],
    ['another height', [40, 60, 80].map((y) => page([head('The report', y)])), []],
    ['other words', ['one', 'two', 'three'].map((word) => page([head(`A ${word}`)])), []],
    ['in the middle', [1, 2, 3].map(() => page([head('Again', 400)])), []],
    [
      'one page in ten that begins with an answer',
      Array.from({ length: 30 }, (_, i) =>
        lines(
          [i % 10 === 0 ? 'P1: Yeah.' : `P1: ${'ab'.repeat(i)}.`, `I: ${'ba'.repeat(i + 1)}?`],
          72,
          60,
        ),
      ),
      [],
    ],
  ])('%s', async (_, pages, expected) => {
    expect(leftOutOf(await readPages(pages))).toEqual(expected)
  })

  test('text across the page', async () => {
    const draft = { text: 'DRAFT', x: 200, y: 500, size: 60, turn: 45 }
    const read = await readPages([[...lines(['Some words.', 'More words.']), draft]])
    expect(leftOutOf(read)).toEqual(['sideways text: DRAFT'])
    expect(textOf(read)).toBe('Some words.\nMore words.\n\nDRAFT')
  })

  test('a table of contents', async () => {
    const contents = ['Aim . . . . . . 1', 'Method . . . . . 2', 'Findings . . . . . . 14']
    const read = await readPages([lines(contents), lines(['We asked eleven people.'])])
    expect(leftOutOf(read)).toEqual(contents.map((line) => `table of contents: ${line}`))
  })
})

describe('a page', () => {
  test('in two columns is read column by column', async () => {
    const read = await readPdf(newsletterPdf())
    expect(textOf(read)).toContain('They spoke of sleep, of food, and of having a door that locks.')
    expect(textOf(read)).toContain('Well-being was a word')
    expect(textOf(read)).toContain('It was different from liking')
    expect(textOf(read)).toContain('The answers were short.')
  })

  test.each([90, 180, 270])('shown at %i degrees', async (rotate) => {
    const turn = rotate
    const down = lines(['Interviewer: Ready?', 'P1: Yes.'])
    const turned = down.map(({ text, x, y }) => ({ text, turn, ...turnedPlace(x, y, rotate) }))
    const read = await readPages([turned], { rotate })
    expect(turnsOf(read)).toEqual(['Interviewer/interviewer: Ready?', 'P1/participant: Yes.'])
  })

  test.each([
    ['letters drawn as one', 'P1: I ﬁnd it ﬁne.', 'I find it fine.'],
    ['quotes and accents', 'P1: The café’s “small”.', 'The café’s “small”.'],
    ['gaps', 'P1: one    two', 'one two'],
  ])('%s', async (_, written, expected) => {
    const read = await readPages([lines([written, 'I: Right.'])])
    expect(turnsOf(read)[0]).toBe(`P1/participant: ${expected}`)
  })

  test('a raised mark stays on its line, letters drawn twice are read once', async () => {
    const read = await readPages([
      [
        { text: 'It was hers', x: 72, y: 100 },
        { text: '1', x: 72 + widthOf('It was hers', 11), y: 96, size: 6 },
        { text: 'then.', x: 138, y: 100 },
        { text: 'then.', x: 138.3, y: 100 },
      ],
    ])
    expect(textOf(read)).toBe('It was hers1 then.')
  })
})

/** Where a place stands in a page that is turned when it is shown. */
function turnedPlace(x: number, y: number, rotate: number) {
  if (rotate === 90) return { x: y, y: PAGE_HEIGHT - x }
  if (rotate === 180) return { x: 595 - x, y: PAGE_HEIGHT - y }
  return { x: 595 - y, y: x }
}
