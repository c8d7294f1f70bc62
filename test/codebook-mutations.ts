import * as fc from 'fast-check'
import { EXAMPLE } from './codebook-example.ts'

/** The example in the plain forms alone, and in all of them. */
export const PLAIN_EXAMPLE = EXAMPLE.replace(', near: [NHS, trust]]', ', NHS trust]')
  .replace(
    '- any: [stick with me, ',
    '# a list of its own\n      - any:\n          [stick with me, stay with me,\n           ',
  )
  .replace('todo: needs more than words', "todo:\n          'needs more than words'")
  .replace('note: First release', 'note: "First \\"real\\" release"')
  .replace(
    'definition: Birth family and kin.',
    'definition: Birth family\n      and kin. # and friends?',
  )
  .replace('being known; time spent together', '|\n      being known\n\n      time spent together')

/** Pieces that mean something in YAML or in a codebook. */
const PIECES = [
  ' ',
  '  ',
  '\n',
  '\n\n',
  '- ',
  '-',
  ': ',
  ':',
  ' #',
  '#',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!x ',
  '>-\n',
  '|\n',
  '>',
  '\t',
  '?',
  '? ',
  '%',
  '@',
  '`',
  '\\',
  '\r',
  '\r\n',
  'é',
  '😀',
  '\u00a0',
  '\u2028',
  '\uFEFF',
  '\u0000',
  '*',
  '""',
  "''",
  '[]',
  '{}',
  '---\n',
  '...\n',
  '<<: ',
  'true',
  '1',
  '-1',
  'null',
  '~',
  'rules:',
  '- - ',
  'id: a\n',
  'gap: 1',
  'phrase: x',
  'seq: [a, b]',
  'within: turn',
  'unless:',
  'themes:\n',
  'expect: none',
  'מילה',
  '1.0.0',
]

/** One slip of an editor: a piece put in, a stretch cut out, a line moved, doubled or indented. */
type Slip = (text: string) => string

const slip: fc.Arbitrary<Slip> = fc.oneof(
  fc.tuple(fc.nat(), fc.constantFrom(...PIECES)).map(
    ([at, piece]): Slip =>
      (text) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + piece + text.slice(place)
      },
  ),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })).map(
    ([at, length]): Slip =>
      (text) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + text.slice(place + length)
      },
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([from, to]): Slip =>
      (text) => {
        const lines = text.split('\n')
        const [line = ''] = lines.splice(from % lines.length, 1)
        lines.splice(to % (lines.length + 1), 0, line)
        return lines.join('\n')
      },
  ),
  fc.nat().map(
    (at): Slip =>
      (text) => {
        const lines = text.split('\n')
        const index = at % lines.length
        return lines.toSpliced(index, 0, lines[index] ?? '').join('\n')
      },
  ),
  fc.tuple(fc.nat(), fc.integer({ min: -3, max: 3 })).map(
    ([at, by]): Slip =>
      (text) => {
        const lines = text.split('\n')
        const index = at % lines.length
        const line = lines[index] ?? ''
        return lines.with(index, by < 0 ? line.slice(-by) : ' '.repeat(by) + line).join('\n')
      },
  ),
)

/** A codebook with up to six slips. */
export const mutatedCodebook: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(EXAMPLE, PLAIN_EXAMPLE), fc.array(slip, { minLength: 1, maxLength: 6 }))
  .map(([text, slips]) => slips.reduce((current, apply) => apply(current), text))
