import { describe, expect, test } from 'vitest'
import { splitParagraphs } from '../src/segment/paragraphs.ts'
import { type SegmentList, segment, segmentList } from '../src/segment/segment.ts'
import { spanList } from '../src/span-list.ts'
import type { LineBreaks, Passage, Span, Turn, Unit } from '../src/types.ts'

function codesOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}

function turn(span: Span, role: string): Turn {
  return { span, speaker: role, role, timeStart: undefined, timeEnd: undefined }
}

/** A passage with a turn for each text; marks in brackets are silent, and a `?` first is the interviewer. */
function passageOf(speech: readonly string[], lineBreaks: LineBreaks = 'wrapped'): Passage {
  const text = speech.join('\n')
  let start = 0
  const turns = speech.map((one) => {
    const span = { start, end: start + one.length }
    start = span.end + 1
    return turn(span, one.startsWith('?') ? 'interviewer' : 'young_person')
  })
  const silent = Array.from(text.matchAll(/\[[^\]]*\]/gu), (mark) => ({
    start: mark.index,
    end: mark.index + mark[0].length,
  }))
  const origin = { codePoints: 0, line: 1, column: 0, turns: 0 }
  const document = {
    id: 'one.txt',
    reader: 'plain-text',
    encoding: 'utf-8',
    attributes: new Map<string, string>(),
    lineBreaks,
  }
  return { document, text, origin, turns, silent, leftOut: [] }
}

const isCoded = ({ role }: Turn) => role !== 'interviewer'

/** The segments of a passage as `turn: text`. */
function segmentsOf(passage: Passage, unit: Unit, found: SegmentList = segmentList()): string[] {
  segment(passage, codesOf(passage.text), unit, isCoded, found)
  const { bounds, length } = found.spans
  return Array.from({ length }, (_, i) => {
    const text = passage.text.slice(bounds[2 * i], bounds[2 * i + 1])
    return `${found.turns[i]}: ${text}`
  })
}

const INTERVIEW = passageOf([
  '? What helped? Anyone?',
  'My nan. She rang\nevery Sunday.\n\nBoxing, too.',
  '? And what did not?',
  'Moving. Moving again.',
])

describe('units', () => {
  test.each<[Unit, string[]]>([
    [
      'sentence',
      [
        '1: My nan.',
        '1: She rang\nevery Sunday.',
        '1: Boxing, too.',
        '3: Moving.',
        '3: Moving again.',
      ],
    ],
    [
      'paragraph',
      ['1: My nan. She rang\nevery Sunday.', '1: Boxing, too.', '3: Moving. Moving again.'],
    ],
    ['turn', ['1: My nan. She rang\nevery Sunday.\n\nBoxing, too.', '3: Moving. Moving again.']],
    [
      'document',
      [
        '1: My nan. She rang\nevery Sunday.\n\nBoxing, too.\n? And what did not?\nMoving. Moving again.',
      ],
    ],
  ])('%s', (unit, expected) => {
    expect(segmentsOf(INTERVIEW, unit)).toEqual(expected)
  })

  test('sentences follow the line breaks of the document', () => {
    const speech = ['a home\nmore buses']
    expect(segmentsOf(passageOf(speech, 'wrapped'), 'sentence')).toEqual(['0: a home\nmore buses'])
    expect(segmentsOf(passageOf(speech, 'ends'), 'sentence')).toEqual([
      '0: a home',
      '0: more buses',
    ])
    expect(segmentsOf(passageOf(speech, 'ends'), 'paragraph')).toEqual(['0: a home\nmore buses'])
  })
})

describe('what gives no segment', () => {
  test.each<[string, string[], Unit, string[]]>([
    ['empty turns', ['', '  ', '\n', 'Yes.'], 'turn', ['3: Yes.']],
    ['lines without a letter or digit', ['Yes.\n\n***\n\nNo.'], 'sentence', ['0: Yes.', '0: No.']],
    ['a turn that is only a mark', ['[laughs]', 'Yes.', '[pause].'], 'turn', ['1: Yes.']],
    ['a sentence that is only a mark', ['[laughs]\n\nYes.'], 'sentence', ['0: Yes.']],
    ['the interviewer', ['? Why?', '? Why not?'], 'document', []],
    ['no turns at all', [], 'document', []],
    ['a document with nothing said', ['', '?Yes', '--'], 'document', []],
  ])('%s', (_, speech, unit, expected) => {
    expect(segmentsOf(passageOf(speech), unit)).toEqual(expected)
  })

  test('a mark beside words stays in its segment', () => {
    const passage = passageOf(['[laughs] Yes. [pause]', 'Well [cries] no. [all]'])
    expect(segmentsOf(passage, 'sentence')).toEqual([
      '0: [laughs] Yes. [pause]',
      '1: Well [cries] no. [all]',
    ])
  })

  test('a document reaches from the first coded turn in which something is said to the last', () => {
    const passage = passageOf(['?Hello', '...', 'Hello.', '?So', 'Bye.', '[leaves]', '?Bye'])
    expect(segmentsOf(passage, 'document')).toEqual(['2: Hello.\n?So\nBye.'])
  })
})

describe('a list that is filled again', () => {
  test('holds what the last passage gave', () => {
    const found = segmentList()
    const many = passageOf(Array.from({ length: 200 }, (_, i) => `Answer ${i}.`))
    expect(segmentsOf(many, 'sentence', found)).toHaveLength(200)
    expect(segmentsOf(INTERVIEW, 'turn', found)).toEqual(segmentsOf(INTERVIEW, 'turn'))
    expect(segmentsOf(many, 'sentence', found)[150]).toBe('150: Answer 150.')
  })
})

describe('paragraphs', () => {
  test.each([
    ['one paragraph', ' I moved. \nI stayed. ', ['I moved. \nI stayed.']],
    ['a blank line', 'I moved.\n \nI stayed.', ['I moved.', 'I stayed.']],
    [
      'a heading',
      'Before\n# What we want\nA home\nand a friend',
      ['Before', '# What we want', 'A home\nand a friend'],
    ],
    ['an underlined heading', 'What we want\n---\nA home', ['What we want', '---', 'A home']],
    [
      'bullets',
      'We want:\n- a home\n  with a garden\n- a friend',
      ['We want:', '- a home\n  with a garden', '- a friend'],
    ],
    ['numbers', 'We want\n1. a home\n2. a friend', ['We want', '1. a home', '2. a friend']],
    ['a number in wrapped prose', 'She was\n12. Then 13.', ['She was\n12. Then 13.']],
    [
      'a table and a block quote',
      'So\n| a | b |\n| c | d |\n> he said\nso',
      ['So\n| a | b |\n| c | d |\n> he said\nso'],
    ],
    ['nothing', ' \n\n ', []],
  ])('%s', (_, text, expected) => {
    const found = spanList(1)
    splitParagraphs(codesOf(text), { start: 0, end: text.length }, found)
    const got = Array.from({ length: found.length }, (_, i) =>
      text.slice(found.bounds[2 * i], found.bounds[2 * i + 1]),
    )
    expect(got).toEqual(expected)
  })
})
