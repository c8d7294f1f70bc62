import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { linesOnPage } from '../src/ingest/documents/pdf-lines.ts'
import { type Read, turnsOf } from './ingest-read.ts'
import { makePdf } from './make-pdf.ts'
import { lines, readPdf } from './pdf-read.ts'
import { interviewPdf, newsletterPdf } from './pdf-samples.ts'

const TALK = [
  'Interviewer: How was it?',
  'P1: It was loud, and I could not sleep.',
  'P1: It got better.',
]

describe('a PDF that cannot be read as it is', () => {
  const talk = [lines(TALK)]
  const locked =
    '9 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4 ' +
    `/O <${'61'.repeat(32)}> /U <${'62'.repeat(32)}> >>\nendobj`

  test.each<[string, () => Uint8Array, string, number]>([
    ['nothing in it', () => new Uint8Array(), 'broken-pdf', 0],
    ['only its beginning', () => Buffer.from('%PDF-1.7\n%…'), 'broken-pdf', 0],
    ['another kind of file', () => Buffer.from('Dear all, no PDF.'), 'broken-pdf', 0],
    [
      'letters that are not told',
      () => {
        const map = '1 beginbfrange\n<61> <7a> <e000>\nendbfrange'
        const table = `9 0 obj\n<< /Length ${map.length} >>\nstream\n${map}\nendstream\nendobj`
        const text = Buffer.from(makePdf(talk, { objects: [table] })).toString('latin1')
        return Buffer.from(text.replace('/Encoding 4 0 R', '/ToUnicode 9 0 R'), 'latin1')
      },
      'illegible-pdf',
      1,
    ],
    ['no page', () => makePdf([]), 'pdf-without-text', 0],
    ['no text', () => makePdf([[]]), 'pdf-without-text', 0],
    [
      'only numbers of pages',
      () => makePdf([1, 2, 3].map((n) => [{ text: `Page ${n} of 3`, x: 72, y: 800 }])),
      'pdf-without-text',
      0,
    ],
    [
      'a password',
      () => makePdf(talk, { trailer: '/Encrypt 9 0 R /ID [<61><61>]', objects: [locked] }),
      'pdf-with-password',
      0,
    ],
    ['its end is missing', () => makePdf(talk, { isCut: true }), 'cut-off-pdf', 1],
    [
      'a page without text between others',
      () => makePdf([...talk, [], ...talk]),
      'pdf-pages-without-text',
      1,
    ],
    [
      'a filled form',
      () =>
        makePdf(talk, {
          catalogue: '/AcroForm << /Fields [9 0 R] >>',
          objects: [
            '9 0 obj\n<< /FT /Tx /T (name) /V (Sam) /Subtype /Widget /Rect [0 0 9 9] >>\nendobj',
          ],
        }),
      'pdf-form-fields',
      1,
    ],
    ['a damaged page', () => withDamage(makePdf(talk)), 'damaged-pages', 1],
  ])('%s', async (_, make, id, passages) => {
    const read = await readPdf(make())
    expect(read.problems.map((problem) => problem.id)).toEqual([id])
    expect(read.passages).toHaveLength(passages)
  })

  test('what unpacks to far more than a PDF holds is refused', async () => {
    const packed = deflateSync(Buffer.alloc(80_000_000, ' ')).toString('latin1')
    const bomb = `9 0 obj\n<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`
    const read = await readPdf(makePdf(talk, { objects: [bomb] }))
    expect(read.problems.map(({ id }) => id)).toEqual(['zip-bomb'])
  })

  test('a line of very many pieces is read', () => {
    const run = { text: 'a', width: 5, size: 10, y: 100 }
    const runs = Array.from({ length: 130_000 }, (_, i) => ({ ...run, x: 6 * i }))
    const page = { number: 1, width: 3000, height: 400, runs, sideways: [] }
    expect(linesOnPage(page).lines.map(({ text }) => text.length)).toEqual([130_000])
  }, 30_000)

  test('pages before the cut are read', async () => {
    const whole = makePdf([lines(TALK), lines(['P1: And that was it.']), lines(['P1: Bye.'])])
    const at = Buffer.from(whole).indexOf('Bye.')
    const read = await readPdf(whole.subarray(0, at))
    expect(turnsOf(read).at(-1)).toContain('P1/participant: And that was it.')
    expect(read.problems.map(({ id }) => id)).toContain('cut-off-pdf')
  })

  test('a page list that leads back to itself ends', async () => {
    const bytes = Buffer.from(makePdf(talk))
      .toString('latin1')
      .replace('/Kids [5 0 R]', '/Kids [2 0 R]')
    const read = await readPdf(Buffer.from(bytes, 'latin1'))
    expect(read.problems.length).toBeGreaterThan(0)
  })
})

/** Spoils an operator of the page, so that it can only be read in part. */
function withDamage(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes).toString('latin1').replace('/F1 11 Tf', '/F1 11 Tz'),
    'latin1',
  )
}

describe('any PDF', () => {
  const printed = vi.fn()
  beforeEach(() => {
    for (const name of ['log', 'warn', 'error', 'info'] as const) {
      vi.spyOn(console, name).mockImplementation(printed)
    }
  })
  afterEach(() => vi.restoreAllMocks())

  test('gives a reading or a problem, and positions that hold', async () => {
    const samples = [interviewPdf(), newsletterPdf()]
    const damage = fc.record({
      sample: fc.constantFrom(...samples),
      places: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
        maxLength: 12,
      }),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      isDoubled: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, places, cut, isDoubled }) => {
        const read = await readPdf(damaged(sample, places, { cut, isDoubled }))
        expect(read.passages.length + read.problems.length).toBeGreaterThan(0)
        for (const passage of read.passages) expectSound(passage)
      }),
      { numRuns: 25 },
    )
    expect(printed).not.toHaveBeenCalled()
  }, 60_000)

  test('the same bytes give the same reading', async () => {
    expect(await readPdf(interviewPdf())).toEqual(await readPdf(interviewPdf()))
  })
})

function damaged(
  sample: Uint8Array,
  places: readonly (readonly [number, number])[],
  { cut, isDoubled }: { readonly cut: number | null; readonly isDoubled: boolean },
): Uint8Array {
  const bytes = new Uint8Array(sample)
  for (const [place, value] of places) bytes[Math.floor(place * (bytes.length - 1))] = value
  const whole = isDoubled ? Buffer.concat([bytes, bytes]) : bytes
  return cut === null ? whole : whole.subarray(0, Math.floor(cut * whole.length))
}

function expectSound(passage: Read['passages'][number]): void {
  const { text, turns, leftOut, sourceMarks = [] } = passage
  for (const spans of [turns, leftOut].map((list) => list.map(({ span }) => span))) {
    let from = 0
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(from)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      from = end
    }
  }
  const offsets = sourceMarks.map(({ offset }) => offset)
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  expect(offsets[0]).toBe(0)
}
