import { describe } from 'vitest'
import { check } from './coded.ts'

/** Rows of `trust` in a text, and whether it is negated. */
function flags(rows: readonly (readonly [text: string, isNegated: boolean])[]): void {
  check(
    rows.map(([text, isNegated]) => [
      `${isNegated ? 'negated' : 'plain'}: ${text}`,
      '[{phrase: trust, inflect: false}]',
      text,
      `trust: “trust”${isNegated ? ' [negated]' : ''}`,
    ]),
  )
}

describe('cues', () => {
  flags([
    ['I trust her', false],
    ["I don't trust her", true],
    ['I don’t trust her', true],
    ['I dont trust her', true],
    ['I do not trust her', true],
    ['I cannot trust her', true],
    ['I can’t ever really trust her', true],
    ['I never trust her', true],
    ['I never ever trust her', true],
    ['Nobody can trust her', true],
    ['nobody’s going to trust her', true],
    ['No one can trust her', true],
    ['no trust', true],
    ['without trust', true],
    ['I hardly trust her', true],
    ['a lack of trust', true],
    ['I didnae trust her', true],
    ['we mustnt trust her', true],
    ['I trust nobody', false],
    ['I trust her, not him', false],
    ['I knot trust', false],
    ['DON’T trust HER', true],
  ])
})

describe('the end of a clause', () => {
  flags([
    ['It is not good, I trust her', false],
    ['It is not good; I trust her', false],
    ['It is not good: trust her', false],
    ['It is not good – I trust her', false],
    ['It is not good - I trust her', false],
    ['It is not good—I trust her', false],
    ['It is not a long-term trust', true],
    ['It is not good (I trust her)', false],
    ['I do not [laughs] trust her', true],
    ['I do not (inaudible 00:12:33) trust her', true],
    ['It is not good but I trust her', false],
    ['nothing but trust', false],
    ['I do not like it because I trust her', false],
    ['I do not like it and I trust her', false],
    ['I do not like it and I’m happy and they’ve got trust', false],
    ['I do not like it and im happy to trust her', false],
    ['I do not like and trust her', true],
    ['I do not like her or trust her', true],
    ['I do not like it so they trust her', false],
    ['Why not? he said and trust', false],
    ['I do not\ntrust her', true],
    ['Not good. I trust her', false],
  ])
})

describe('what only looks like negation', () => {
  flags([
    ['not only do I trust her', false],
    ['not just trust', false],
    ['I can’t wait to trust her', false],
    ['no doubt I trust her', false],
    ['no wonder I trust her', false],
    ['no, I trust her', false],
    ['no I trust her', false],
    ['no they trust her', false],
    ['no it’s trust', false],
    ['no more trust', true],
  ])
})

describe('a cue inside the match', () => {
  check([
    [
      'is what it says',
      '[never listened]',
      'They never listened',
      'never listened: “never listened”',
    ],
    [
      'another before it',
      '[never listened]',
      'It is not that they never listened',
      'never listened: “never listened” [negated]',
    ],
    [
      'between the parts',
      '[{id: r, seq: [they, listen], gap: 2}]',
      'they do not listen',
      'r: “they … listen”',
    ],
    ['after a part', '[{id: r, near: [trust, worker]}]', 'trust no worker', 'r: “trust … worker”'],
    [
      'before the first part',
      '[{id: r, near: [trust, worker]}]',
      'I never trust a worker',
      'r: “trust … worker” [negated]',
    ],
    ['at its beginning', '[no one]', 'No one listens', 'no one: “No one”'],
    [
      'in another match only',
      '[never listened, listened]',
      'They never listened',
      'never listened: “never listened”',
      'listened: “listened” [negated]',
    ],
  ])
})

describe('what becomes of a negated match', () => {
  const rule = (negation: string) => `[{phrase: trust, negation: ${negation}}]`
  const text = 'I trust him. I never trust her.'
  check([
    ['flag', rule('flag'), text, 'trust: “trust”', 'trust: “trust” [negated]'],
    [
      'exclude',
      rule('exclude'),
      text,
      'trust: “trust”',
      'trust: “trust” [dropped: negation-excluded]',
    ],
    [
      'only',
      rule('only'),
      text,
      'trust: “trust” [negated]',
      'trust: “trust” [dropped: not-negated]',
    ],
    ['ignore', rule('ignore'), text, 'trust: “trust”', 'trust: “trust”'],
    [
      'excepted before negated',
      '[{phrase: trust, negation: exclude, unless: [trust fund]}]',
      'no trust fund',
      'trust: “trust” [dropped: excepted]',
    ],
    [
      'of a wide rule, a cue in the sentence before',
      '[{id: r, near: [a, b], within: paragraph}]',
      'I never said so. See a. And b.',
      'r: “a”',
      'r: “b”',
    ],
    [
      'of a wide rule, a cue in its sentence',
      '[{id: r, near: [a, b], within: paragraph}]',
      'I never saw a. And b.',
      'r: “a” [negated]',
      'r: “b” [negated]',
    ],
    [
      'of an expression',
      '[{id: r, regex: "trusts?"}]',
      'She never trusts me.',
      'r: “trusts” [negated]',
    ],
  ])
  check([['by default for all', '[trust]', text, 'trust: “trust”', 'trust: “trust”']], {
    defaults: '{negation: ignore}',
  })
})
