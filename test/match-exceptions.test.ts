import { describe, expect, test } from 'vitest'
import { check, foundBy, talk } from './coded.ts'

describe('unless, on a rule', () => {
  const trust = (unless: string) => `[{id: r, phrase: trust, unless: ${unless}}]`
  check([
    [
      'a list means contained in',
      trust('[NHS trust]'),
      'the NHS trust, my trust',
      'r: “trust”',
      'r: “trust” [dropped: excepted]',
    ],
    ['its words inflect', trust('[trust fund]'), 'trust funds', 'r: “trust” [dropped: excepted]'],
    [
      'contained in',
      trust('{contained_in: [the trust board]}'),
      'the trust board',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'contained at the end',
      trust('[academy trust]'),
      'an academy trust',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'the match itself',
      trust('[trusts]'),
      'two trusts and trust',
      'r: “trusts” [dropped: excepted]',
      'r: “trust” [dropped: excepted]',
    ],
    ['half of the context', trust('[trust fund]'), 'a trust', 'r: “trust”'],
    [
      'context wider than the match',
      '[{id: r, phrase: a trust, unless: [trust fund]}]',
      'a trust fund',
      'r: “a trust”',
    ],
    ['next sentence', trust('[trust fund]'), 'I trust. Fund it.', 'r: “trust”'],
    ['hyphen', trust('[trust fund]'), 'a trust-fund', 'r: “trust” [dropped: excepted]'],
    [
      'before',
      trust('{before: [NHS]}'),
      'NHS trust, trust NHS',
      'r: “trust”',
      'r: “trust” [dropped: excepted]',
    ],
    ['before means right before', trust('{before: [NHS]}'), 'NHS foundation trust', 'r: “trust”'],
    ['before, at the beginning', trust('{before: [NHS]}'), 'Trust me', 'r: “Trust”'],
    [
      'before, a phrase',
      trust('{before: [foundation of]}'),
      'foundation of trust',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'before, a comma between',
      trust('{before: [NHS]}'),
      'the NHS, trust',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'before, in the last sentence',
      trust('{before: [NHS]}'),
      'I like the NHS. Trust is good.',
      'r: “Trust”',
    ],
    [
      'after',
      trust('{after: [fund]}'),
      'trust fund, fund trust',
      'r: “trust”',
      'r: “trust” [dropped: excepted]',
    ],
    ['after, at the end', trust('{after: [fund]}'), 'I trust', 'r: “trust”'],
    ['after, in the next sentence', trust('{after: [fund]}'), 'I trust. Fund it.', 'r: “trust”'],
    [
      'before and after, either',
      trust('{before: [NHS], after: [fund]}'),
      'NHS trust, trust fund',
      'r: “trust” [dropped: excepted]',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'a sequence',
      trust('[{seq: [NHS, trust], gap: 2}]'),
      'NHS and foundation trust',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'inside a sequence',
      '[{id: r, phrase: salty, unless: [{seq: [hot, porridge], gap: 3}]}]',
      'hot porridge is salty porridge',
      'r: “salty” [dropped: excepted]',
    ],
    [
      'outside a sequence',
      '[{id: r, phrase: salty, unless: [{seq: [hot, porridge], gap: 3}]}]',
      'hot porridge, salty',
      'r: “salty”',
    ],
    [
      'near',
      trust('[{near: [hospital, run], gap: 5}]'),
      'the hospital trust which runs it',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'near, the other way round',
      trust('[{near: [hospital, run], gap: 5}]'),
      'it runs as a trust of hospitals',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'all',
      trust('[{all: [hospital, bed]}]'),
      'a hospital, a trust, two beds',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'all, in another sentence',
      trust('[{all: [hospital, bed]}]'),
      'A hospital. A trust with beds.',
      'r: “trust”',
    ],
    [
      'all, in the paragraph',
      trust('[{all: [hospital, bed], within: paragraph}]'),
      'A hospital. A trust with beds.',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'a wildcard',
      trust('["trust* board"]'),
      'trustee board, trust board',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'case of the rule',
      '[{id: r, phrase: Trust, case: exact, unless: [NHS Trust]}]',
      'nhs Trust, NHS Trust',
      'r: “Trust”',
      'r: “Trust” [dropped: excepted]',
    ],
    [
      'of a combination',
      '[{id: r, seq: [my, trust], gap: 2, unless: [in my own trust fund]}]',
      'in my own trust fund, my trust',
      'r: “my trust”',
      'r: “my own trust” [dropped: excepted]',
    ],
    [
      'of a wide rule',
      '[{id: r, near: [a, b], gap: 9, within: paragraph, unless: {before: [x]}}]',
      'In x. An a. And b.',
      'r: “a”',
      'r: “b”',
    ],
    [
      'of a wide rule, next to it',
      '[{id: r, near: [a, b], gap: 9, within: paragraph, unless: {before: [x], after: [y]}}]',
      'In x a. And b.',
      'r: “a. And b” [dropped: excepted]',
    ],
    [
      'of a wide rule, a phrase in two sentences',
      '[{id: r, near: [a, b], gap: 9, within: paragraph, unless: [a in b]}]',
      'See a. In b.',
      'r: “a”',
      'r: “b”',
    ],
    [
      'a second place is not dropped',
      trust('[trust fund]'),
      'trust, trust fund, trust',
      'r: “trust”',
      'r: “trust”',
      'r: “trust” [dropped: excepted]',
    ],
    [
      'in a long sentence, far away',
      trust('[trust fund]'),
      `${'and so on '.repeat(200)}trust fund ${'and so on '.repeat(200)}trust`,
      'r: “trust”',
      'r: “trust” [dropped: excepted]',
    ],
  ])
})

describe('unless, on a theme', () => {
  const rows: readonly (readonly [
    name: string,
    theme: string,
    text: string,
    ...expected: string[],
  ])[] = [
    [
      'for every rule',
      '{id: t, rules: [trust, fund], unless: [trust fund]}',
      'trust fund',
      'trust: “trust” [dropped: excepted]',
      'fund: “fund” [dropped: excepted]',
    ],
    [
      'beside that of a rule',
      '{id: t, rules: [{phrase: trust, unless: [NHS trust]}], unless: [trust fund]}',
      'NHS trust, trust fund, trust',
      'trust: “trust”',
      'trust: “trust” [dropped: excepted]',
      'trust: “trust” [dropped: excepted]',
    ],
    [
      'not for its children',
      '{id: t, rules: [trust], unless: [trust fund], themes: [{id: money, rules: [fund]}]}',
      'trust fund',
      'fund: “fund”',
      'trust: “trust” [dropped: excepted]',
    ],
    [
      'with the settings of each rule',
      '{id: t, rules: [{phrase: Trust, case: exact}, {phrase: fund}], unless: [Trust Fund]}',
      'Trust fund',
      'Trust: “Trust”',
      'fund: “fund” [dropped: excepted]',
    ],
  ]
  for (const [name, theme, text, ...expected] of rows) {
    test(name, async () => expect(await foundBy(theme, text)).toEqual(expected))
  }
})

describe('speakers of a rule', () => {
  const conversation = talk('child: I trust her', 'carer: I trust him', 'interviewer: trust?')
  check([
    [
      'by default all but the interviewer',
      '[trust]',
      conversation,
      'trust: “trust”',
      'trust: “trust”',
    ],
    ['only', '[{phrase: trust, speakers: {only: [child]}}]', conversation, 'trust: “trust”'],
    ['only, nobody', '[{phrase: trust, speakers: {only: [teacher]}}]', conversation],
    ['not', '[{phrase: trust, speakers: {not: [child]}}]', conversation, 'trust: “trust”'],
    [
      'not, and only',
      '[{phrase: trust, speakers: {only: [child, carer], not: [child]}}]',
      conversation,
      'trust: “trust”',
    ],
    [
      'one rule of two',
      '[{phrase: trust, speakers: {only: [child]}}, her]',
      conversation,
      'trust: “trust”',
      'her: “her”',
    ],
    [
      'a part by somebody else',
      '[{id: r, near: [a, b], within: document, speakers: {only: [child]}}]',
      talk('child: a', 'carer: b'),
    ],
    [
      'both parts',
      '[{id: r, near: [a, b], within: document, speakers: {only: [child]}}]',
      talk('child: a', 'carer: x', 'child: b'),
      'r: “a”',
      'r: “b”',
    ],
  ])
  check(
    [
      [
        'only, in a document',
        '[{phrase: trust, speakers: {only: [carer]}}]',
        talk('child: hello', 'carer: I trust him'),
        'trust: “trust”',
      ],
      [
        'not, in a document',
        '[{phrase: trust, speakers: {not: [carer]}}]',
        talk('child: hello', 'carer: I trust him'),
      ],
    ],
    { unit: 'document' },
  )
})
