import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Passage } from '../src/types.ts'
import { leftOutOf, type Read, read, turnsOf } from './ingest-read.ts'

const label = fc.constantFrom(
  'Interviewer: ',
  'P1: ',
  'P2 (female, 15): ',
  '**P3:** ',
  '[00:01:02] Speaker 1: ',
  'Sam  0:07  \n',
  'Q. ',
  'A: ',
  '(00:00:42):\n',
  '',
  '',
  '',
)
const mark = fc.constantFrom(
  ' [laughs]',
  ' (inaudible 00:12:33)',
  ' *sighs*',
  ' https://example.org/a',
  ' (my nan)',
  ' [',
  ')',
  ' **',
  '<b>',
  '```\n',
  '',
  '',
)
const words = fc.constantFrom(
  'I don’t know',
  'café au lait',
  '😀 safe',
  'One thing: no',
  'and\r\nthen',
  'Page 3 of 12',
  'Share this',
  '---',
  '# School',
  '\t',
  'ok',
  '日本語',
  'Transcribed by https://otter.ai',
)
const end = fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '')
const line = fc.tuple(label, words, mark, end).map((parts) => parts.join(''))
const talk = fc.array(line, { maxLength: 40 }).map((lines) => lines.join(''))
const any = fc.oneof(talk, fc.string({ unit: 'binary', maxLength: 300 }))
const path = fc.constantFrom('talk.txt', 'talk.md')

function expectSound(passage: Passage): void {
  const { text, turns, silent, leftOut } = passage
  let before = 0
  for (const { span } of turns) {
    expect(span.start).toBeGreaterThanOrEqual(before)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
    expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
    before = span.end
  }
  before = 0
  for (const span of silent) {
    expect(span.start).toBeGreaterThanOrEqual(before)
    expect(span.end).toBeGreaterThan(span.start)
    expect(turns.some((turn) => turn.span.start <= span.start && span.end <= turn.span.end)).toBe(
      true,
    )
    before = span.end
  }
  before = 0
  for (const { span } of leftOut) {
    expect(span.start).toBeGreaterThanOrEqual(before)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
    before = span.end
  }
}

describe('every reading is sound', () => {
  test('spans are inside, in order and disjoint; silent spans are inside turns', () => {
    fc.assert(
      fc.property(any, path, (text, name) => {
        for (const passage of read(text, { path: name }).passages) expectSound(passage)
      }),
      { numRuns: 400 },
    )
  })

  test('the text is the file with its line ends as line feeds', () => {
    fc.assert(
      fc.property(talk, path, (text, name) => {
        const { passages } = read(text, { path: name })
        expect(passages.map((it) => it.text).join('')).toBe(text.replace(/\r\n?/gu, '\n'))
      }),
    )
  })

  test('bytes of any kind give a passage or a problem, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), path, (bytes, name) => {
        const { passages, problems } = read(bytes, { path: name })
        expect(passages.length + problems.length).toBeGreaterThan(0)
        for (const passage of passages) {
          expectSound(passage)
          if (!Buffer.from(bytes).includes('\xef\xbf\xbd', 0, 'latin1'))
            expect(passage.text).not.toContain('\ufffd')
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('a file in small passages', () => {
  const turn = fc.tuple(
    fc.constantFrom('Interviewer', 'P1', 'P2', 'Jonas'),
    fc.array(fc.constantFrom('I don’t know', 'my 😀 nan', 'we moved (laughs)', 'then we stayed'), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('\n', '\n\n', '\r\n\r\n'),
  )
  const interview = fc
    .array(turn, { minLength: 4, maxLength: 60 })
    .map(
      (turns) =>
        `Interviewer: Hi.\n\nJonas: Hi.\n\nJonas: So.\n\n${turns.map(([who, said, gap]) => `${who}: ${said.join('. ')}.${gap}`).join('')}`,
    )
  const limit = fc.integer({ min: 64, max: 1000 })

  const said = (reading: Read) => turnsOf(reading).filter((it) => !it.startsWith('talk'))

  test('has the same turns, and the same text', () => {
    fc.assert(
      fc.property(interview, limit, (text, passageLimit) => {
        const whole = read(text)
        const pieces = read(text, { passageLimit })
        expect(said(pieces)).toEqual(said(whole))
        expect(leftOutOf(pieces)).toEqual(leftOutOf(whole))
        expect(pieces.passages.map((it) => it.text).join('')).toBe(whole.passages[0]?.text)
        for (const passage of pieces.passages) expectSound(passage)
      }),
    )
  })

  test('counts lines, code points and turns from the start of the document', () => {
    fc.assert(
      fc.property(talk, limit, (text, passageLimit) => {
        let before = ''
        let turns = 0
        for (const { origin, text: part, turns: here } of read(text, { passageLimit }).passages) {
          expect(origin).toEqual({
            codePoints: [...before].length,
            column: [...before.slice(before.lastIndexOf('\n') + 1)].length,
            line: before.split('\n').length,
            turns,
          })
          before += part
          turns += here.length
        }
        expect(before).toBe(text.replace(/\r\n?/gu, '\n'))
      }),
    )
  })

  test('goes on with the speaker of the passage before', () => {
    const text = `P1: I moved.\n\n${'Then I moved again.\n\n'.repeat(100)}Interviewer: Oh.\n\nP1: Yes.\n`
    const { passages } = read(text, { passageLimit: 300 })
    expect(passages.length).toBeGreaterThan(4)
    expect(new Set(passages.slice(0, -1).flatMap((it) => it.turns.map((t) => t.speaker)))).toEqual(
      new Set(['P1']),
    )
  })
})
