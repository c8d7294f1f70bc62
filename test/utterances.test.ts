/** Speech in pieces becomes passages: what is joined, what is cut, and where it stands. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SpeechFile, speechPassages, type Utterance } from '../src/ingest/utterances.ts'
import { passageText } from '../src/place.ts'
import type { Passage } from '../src/types.ts'
import { DEFAULTS, leftOutOf, type Read, silentOf, turnsOf } from './ingest-read.ts'

type Given = Partial<Utterance> & { readonly text: string }

const FILE: SpeechFile = {
  documentId: 'talk.vtt',
  reader: 'web-vtt',
  encoding: 'utf-8',
  hasSpeakers: true,
}

/** Each utterance on a line of its own, ten lines apart, unless it says otherwise. */
function spoken(
  given: readonly Given[],
  file: Partial<SpeechFile> = {},
  passageLimit = 1000,
): Read {
  const utterances = given.map(
    (it, i): Utterance => ({
      label: undefined,
      timeStart: undefined,
      timeEnd: undefined,
      line: 10 * (i + 1),
      column: 1,
      ...it,
    }),
  )
  const options = { ...DEFAULTS, passageLimit, roles: new Map([['Ada', 'advocate']]) }
  const readings = [...speechPassages(utterances, { ...FILE, ...file }, options)]
  const passages = readings.flatMap((it) => (it.kind === 'passage' ? [it.passage] : []))
  return { passages, problems: [] }
}

function only({ passages }: Read): Passage {
  const [passage] = passages
  if (passage === undefined || passages.length > 1) throw new Error('not one passage')
  return passage
}

describe('what is one turn', () => {
  const cases: readonly [name: string, given: readonly Given[], turns: readonly string[]][] = [
    [
      'one speaker after another',
      [
        { label: 'Interviewer', text: 'And then?' },
        { label: 'P1', text: 'I moved.' },
      ],
      ['Interviewer/interviewer: And then?', 'P1/participant: I moved.'],
    ],
    [
      'pieces of one speaker, joined by a space',
      [
        { label: 'P1', text: 'my social' },
        { label: 'P1', text: 'worker left' },
      ],
      ['P1/participant: my social worker left'],
    ],
    [
      'lines of one piece',
      [{ label: 'P1', text: 'my social\n  worker\n\nleft ' }],
      ['P1/participant: my social worker left'],
    ],
    [
      'one label with two roles',
      [
        { label: 'Sue', details: 'social worker', text: 'Hello.' },
        { label: 'Sue', details: 'mother', text: 'Hi.' },
      ],
      ['Sue/professional: Hello.', 'Sue/parent: Hi.'],
    ],
    [
      'the role that the analyst gives',
      [{ label: 'Ada', text: 'Go on.' }],
      ['Ada/advocate: Go on.'],
    ],
    [
      'who is not named, where others are',
      [{ label: 'P1', text: 'Yes.' }, { text: 'No.' }, { text: 'Never.' }],
      ['P1/participant: Yes.', 'unknown/unknown: No. Never.'],
    ],
    [
      'what is left out ends a turn',
      [
        { label: 'P1', text: 'Yes.' },
        { text: 'The door opens.', leftOut: 'note' },
        { label: 'P1', text: 'No.' },
      ],
      ['P1/participant: Yes.', 'P1/participant: No.'],
    ],
    [
      'nothing said',
      [
        { label: 'P1', text: 'Yes' },
        { label: 'P2', text: ' \n ' },
        { label: 'P1', text: 'indeed' },
      ],
      ['P1/participant: Yes indeed'],
    ],
  ]
  test.each(cases)('%s', (_name, given, turns) => {
    expect(turnsOf(spoken(given))).toEqual(turns)
  })

  test('the document speaks where nobody is named', () => {
    const read = spoken([{ text: 'I moved.' }, { text: 'Twice.' }], { hasSpeakers: false })
    expect(turnsOf(read)).toEqual(['talk.vtt/unknown: I moved. Twice.'])
  })

  test('nothing at all is one empty passage', () => {
    expect(only(spoken([]))).toMatchObject({ text: '', turns: [], cues: [], leftOut: [] })
  })
})

describe('the text', () => {
  const read = spoken([
    { text: 'Second meeting', leftOut: 'header' },
    { label: 'P1', text: 'Yes [laughs] I', timeStart: '0:01', timeEnd: '0:02' },
    { label: 'P1', text: 'did.', timeStart: '0:03', timeEnd: undefined },
    { label: 'P1', text: 'Twice.' },
    { label: 'P2', text: 'Oh.', timeStart: '0:05', timeEnd: '0:04' },
  ])
  const { text, cues, turns } = only(read)

  test('has turns and what is left out on lines of their own', () => {
    expect(text).toBe('Second meeting\nYes [laughs] I did. Twice.\nOh.')
    expect(leftOutOf(read)).toEqual(['header: Second meeting'])
    expect(silentOf(read)).toEqual(['[laughs]'])
  })

  test('keeps the times of pieces, and of turns from the first to the last that is known', () => {
    expect(cues?.map(({ span, ...times }) => [text.slice(span.start, span.end), times])).toEqual([
      ['Yes [laughs] I', { timeStart: '0:01', timeEnd: '0:02' }],
      ['did.', { timeStart: '0:03', timeEnd: undefined }],
      ['Oh.', { timeStart: '0:05', timeEnd: '0:04' }],
    ])
    expect(turns.map(({ timeStart, timeEnd }) => [timeStart, timeEnd])).toEqual([
      ['0:01', '0:02'],
      ['0:05', '0:04'],
    ])
  })
})

describe('places in the source', () => {
  const cases: readonly [name: string, given: Given, word: string, line: number, column: number][] =
    [
      ['the first word', { text: 'I moved', line: 7, column: 5 }, 'I', 7, 5],
      ['behind white space', { text: '  I moved', line: 7, column: 5 }, 'I', 7, 7],
      ['a later word', { text: 'I moved', line: 7, column: 5 }, 'moved', 7, 7],
      ['behind an emoji', { text: '😀 moved', line: 7, column: 5 }, 'moved', 7, 7],
      ['on the next line', { text: 'I\n moved', line: 7, column: 5 }, 'moved', 8, 2],
      ['below an empty line', { text: 'I\n\nmoved on', line: 7, column: 5 }, 'on', 9, 7],
      ['in a cell', { text: 'I\n moved', line: 7, column: 5, isFixed: true }, 'moved', 7, 5],
      [
        'behind a tag',
        {
          text: 'I moved on',
          places: [
            { offset: 0, line: 7, column: 5 },
            { offset: 2, line: 7, column: 10 },
          ],
        },
        'on',
        7,
        16,
      ],
      [
        'behind a tag, white space and a line',
        {
          text: ' I \n moved on',
          places: [
            { offset: 0, line: 7, column: 5 },
            { offset: 3, line: 7, column: 12 },
            { offset: 4, line: 9, column: 3 },
            { offset: 8, line: 9, column: 11 },
          ],
        },
        'on',
        9,
        14,
      ],
    ]
  test.each(cases)('%s', (_name, given, word, line, column) => {
    const passage = only(
      spoken([
        { label: 'P2', text: 'Before 😀.' },
        { label: 'P1', ...given },
      ]),
    )
    const { places } = passageText(passage)
    expect(places.at(passage.text.lastIndexOf(word))).toMatchObject({ line, column })
    expect(places.at(0)).toEqual({ codePoint: 0, line: 10, column: 1 })
  })
})

describe('a long file', () => {
  const turn = (label: string, words: number, of = 4): Given[] =>
    Array.from({ length: of }, () => ({ label, text: 'word '.repeat(words / of).trim() }))

  const cases: readonly [name: string, given: readonly Given[], lengths: readonly number[]][] = [
    ['is one passage up to the limit', turn('P1', 20), [99]],
    [
      'is cut behind the turn that passes the limit',
      [...turn('P1', 24), ...turn('P2', 4)],
      [120, 19],
    ],
    ['is cut inside a turn of two passages', turn('P1', 60, 60), [205, 94]],
  ]
  test.each(cases)('%s', (_name, given, lengths) => {
    const { passages } = spoken(given, {}, 100)
    expect(passages.map(({ text }) => text.length)).toEqual(lengths)
  })

  const piece = fc.record({
    label: fc.constantFrom('P1', 'P1', 'Interviewer', undefined),
    text: fc.constantFrom('yes', 'I don’t\nknow', '😀 [laughs]', ' ', 'my social', 'worker'),
    leftOut: fc.constantFrom(undefined, undefined, undefined, 'note'),
    timeStart: fc.constantFrom('0:01', undefined),
  })

  test('says the same in passages of any length', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 0, max: 60 }), (given, limit) => {
        const whole = only(spoken(given, {}, 100_000))
        const { passages } = spoken(given, {}, limit)
        const inline = (text: string) => text.trimEnd().replaceAll('\n', ' ')
        expect(inline(passages.map(({ text }) => text).join(''))).toBe(inline(whole.text))
        let codePoints = 0
        let turns = 0
        for (const passage of passages) {
          expect(passage.origin).toMatchObject({ codePoints, turns })
          codePoints += [...passage.text].length
          turns += passage.turns.length
          expectSound(passage)
        }
        expect(passages.flatMap(({ cues = [] }) => cues).length).toBe(whole.cues?.length)
        const lines = (passage: Passage) => {
          const { places } = passageText(passage)
          return (passage.cues ?? []).map(({ span }) => places.at(span.start))
        }
        expect(passages.flatMap(lines)).toEqual(lines(whole))
      }),
    )
  })
})

function expectSound({ text, turns, silent, leftOut, cues = [], sourceMarks = [] }: Passage): void {
  for (const spans of [
    turns.map((it) => it.span),
    silent,
    leftOut.map((it) => it.span),
    cues.map((it) => it.span),
  ]) {
    let before = 0
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(before)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      before = end
    }
  }
  for (const { span } of cues) {
    expect(turns.some((it) => it.span.start <= span.start && span.end <= it.span.end)).toBe(true)
  }
  const offsets = sourceMarks.map(({ offset }) => offset)
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  if (text !== '') expect(offsets[0]).toBe(0)
}
