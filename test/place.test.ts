import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passageOf } from '../src/code/code-text.ts'
import { passageText } from '../src/place.ts'
import type { Origin, Passage, Place } from '../src/types.ts'
import { growthOf } from './steps.ts'

function passageFrom(text: string, origin: Origin): Passage {
  return { ...passageOf(text, 'text'), origin }
}

/** Counted from the beginning each time. */
function naivePlace(text: string, origin: Origin, offset: number): Place {
  const before = text.slice(0, offset)
  const lines = before.split('\n')
  const cut = lines.length === 1 ? origin.column : 0
  const column = cut + [...(lines[lines.length - 1] ?? '')].length + 1
  return {
    codePoint: origin.codePoints + [...before].length,
    line: origin.line + lines.length - 1,
    column,
  }
}

const START: Origin = { codePoints: 0, line: 1, column: 0, turns: 0 }

describe('places in text that was taken out of a source', () => {
  test('every mark is gone to once, however often places behind it are asked for', async () => {
    const found = await growthOf(2_000, (size) => {
      const passage = passageFrom(`😀 ${'word '.repeat(size)}`, START)
      const sourceMarks = [{ offset: 0, line: 7, column: 3, isFixed: false }]
      const { places } = passageText({ ...passage, sourceMarks })
      for (let word = 0; word < size; word += 1) places.at(3 + 5 * word)
      expect(places.at(8)).toEqual({ codePoint: 7, line: 7, column: 10 })
    })
    expect(found.twice).toBeLessThan(3 * found.once)
  })
})

describe('places', () => {
  const rows: readonly (readonly [name: string, text: string, offset: number, expected: Place])[] =
    [
      ['the beginning', 'hello', 0, { codePoint: 0, line: 1, column: 1 }],
      ['the end', 'hello', 5, { codePoint: 5, line: 1, column: 6 }],
      ['nothing', '', 0, { codePoint: 0, line: 1, column: 1 }],
      ['a second line', 'one\ntwo', 4, { codePoint: 4, line: 2, column: 1 }],
      ['a line break belongs to its line', 'one\ntwo', 3, { codePoint: 3, line: 1, column: 4 }],
      ['empty lines', '\n\n\nfour', 3, { codePoint: 3, line: 4, column: 1 }],
      ['after an emoji', '😀 hi', 3, { codePoint: 2, line: 1, column: 3 }],
      ['after an emoji of another line', '😀\nhi', 3, { codePoint: 2, line: 2, column: 1 }],
      ['a family is five', '👨‍👩‍👧 hi', 9, { codePoint: 6, line: 1, column: 7 }],
      [
        'accents count as they are written',
        'cafe\u0301 x',
        6,
        { codePoint: 6, line: 1, column: 7 },
      ],
    ]
  test.each(rows)('%s', (_name, text, offset, expected) => {
    expect(passageText(passageFrom(text, START)).places.at(offset)).toEqual(expected)
  })

  test('a passage that is not the first of its document', () => {
    const origin = { codePoints: 100, line: 20, column: 7, turns: 3 }
    const { places } = passageText(passageFrom('😀\nhi', origin))
    expect(places.at(3)).toEqual({ codePoint: 102, line: 21, column: 1 })
    expect(places.codePointAt(4)).toBe(103)
    expect(places.at(0)).toEqual({ codePoint: 100, line: 20, column: 8 })
  })

  const texts = fc
    .array(
      fc.constantFrom('a', ' ', '\n', '\n\n', 'é', 'e\u0301', '😀', '👨‍👩‍👧', '\u{1D402}', '“x”'),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(''))

  test('are what counting from the beginning gives, in any order', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.nat(120)),
        fc.record({
          codePoints: fc.nat(1000),
          line: fc.integer({ min: 1, max: 99 }),
          column: fc.nat(50),
          turns: fc.constant(0),
        }),
        (text, wanted, origin) => {
          const { places } = passageText(passageFrom(text, origin))
          for (const at of wanted) {
            // The beginning of a character, as every span is.
            const offset = [...text].slice(0, at).join('').length
            expect(places.at(offset)).toEqual(naivePlace(text, origin, offset))
            expect(places.codePointAt(offset)).toBe(naivePlace(text, origin, offset).codePoint)
          }
        },
      ),
      { numRuns: 300, seed: 1 },
    )
  })

  test('take twice the work in twice as long a line, forwards and backwards', async () => {
    const { once, twice } = await growthOf(1000, (repeats) => {
      const text = 'word 😀 '.repeat(repeats)
      const { places } = passageText(passageFrom(text, START))
      for (let at = 0; at < text.length; at += 80) {
        places.at(at)
        places.codePointAt(at + 40)
        places.at(at)
      }
      expect(places.at(text.length).column).toBe([...text].length + 1)
    })
    expect(twice).toBeLessThan(2.2 * once)
  })

  test('take twice the work in twice as many lines', async () => {
    const { once, twice } = await growthOf(1000, (lines) => {
      const text = 'word 😀\n'.repeat(lines)
      const { places } = passageText(passageFrom(text, START))
      for (let at = 0; at < text.length; at += 8) places.at(at)
      expect(places.at(text.length).line).toBe(lines + 1)
    })
    expect(twice).toBeLessThan(2.2 * once)
  })

  test('code units are those of the text, in the room that was given', () => {
    const room = new Uint16Array(10)
    const { codes } = passageText(passageFrom('a😀', START), room)
    expect(codes).toBe(room)
    expect([...codes.subarray(0, 3)]).toEqual([0x61, 0xd83d, 0xde00])
    expect(passageText(passageFrom('x'.repeat(11), START), room).codes.length).toBeGreaterThan(10)
  })
})
