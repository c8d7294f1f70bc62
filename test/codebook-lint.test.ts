import { describe, expect, it } from 'vitest'
import { lintCodebook } from '../src/codebook/lint.ts'
import type { Codebook } from '../src/types.ts'
import { codebookOf, EXAMPLE } from './codebook-example.ts'
import { stepsOf } from './steps.ts'

const ZEROS = '0'.repeat(64)

/** A theme with a definition and an example; rules begin on line 9. */
function withTheme(rules: string, more = ''): string {
  const indent = (lines: string, by: string) => lines.replaceAll(/^(?=.)/gmu, by)
  return `codebook: small
version: 1.0.0
themes:
  - id: one
    name: One
    definition: The one theme.
    examples: [{text: An example.}]
    rules:
${indent(rules, '      ')}
${indent(more, '    ')}`
}

async function briefLint(yaml: string): Promise<readonly string[]> {
  return lintCodebook(await codebookOf(yaml)).map(({ line, column, severity, id }) =>
    line === undefined ? `${severity} ${id}` : `${line}:${column} ${severity} ${id}`,
  )
}

type Case = readonly [name: string, yaml: string, expected: readonly string[]]

const THEMES: readonly Case[] = [
  ['nothing to say', withTheme('- trust'), []],
  [
    'a bare theme',
    'codebook: x\nversion: 1.0.0\nthemes:\n  - {id: a, name: A, rules: [x1]}\n',
    ['4:5 warning missing-definition', '4:5 warning theme-without-examples'],
  ],
  [
    'a theme without rules and children',
    withTheme('- trust').replace('themes:\n', 'themes:\n  - {id: b, name: B, definition: b}\n'),
    ['4:5 warning theme-without-rules'],
  ],
  [
    'a parent without rules',
    withTheme('- trust').replace(
      'themes:\n',
      'themes:\n  - {id: b, name: B, definition: b, themes: [{id: c, name: C, definition: c, rules: [c1], examples: [{text: c}]}]}\n',
    ),
    [],
  ],
  [
    'two themes of one name',
    withTheme('- trust').replace(
      'themes:\n',
      'themes:\n  - {id: b, name: one, definition: b, rules: [c1], examples: [{text: c}]}\n',
    ),
    ['5:5 warning duplicate-name'],
  ],
]

const RULES: readonly Case[] = [
  [
    'the same phrase in other letters',
    withTheme('- Care-Leaver\n- care leaver'),
    ['10:9 warning same-phrase'],
  ],
  [
    'the same phrase, hyphens exact',
    withTheme('- Care-Leaver\n- care leaver', 'hyphen: exact'),
    [],
  ],
  ['the same phrase, capitals exact', withTheme('- Trust\n- trusting\n- TRUST', 'case: exact'), []],
  [
    'the same phrase with a curly apostrophe',
    withTheme("- don't know\n- don’t know"),
    ['10:9 warning same-phrase'],
  ],
  [
    'the same phrase among alternatives',
    withTheme('- any: [trust, Trust]'),
    ['9:9 warning same-phrase'],
  ],
  [
    'the same phrase alone and as alternative',
    withTheme('- any: [trust, faith]\n- trust'),
    ['10:9 warning same-phrase'],
  ],
  [
    'the same phrase with other negation',
    withTheme('- trust\n- {phrase: Trust, negation: only}'),
    [],
  ],
  [
    'a longer phrase',
    withTheme('- social worker turnover\n- social worker'),
    ['9:9 warning shadowed-rule'],
  ],
  [
    'a longer phrase, the short one inside',
    withTheme('- worker\n- new social worker came'),
    ['10:9 warning shadowed-rule'],
  ],
  [
    'a longer phrase, the short one restrained',
    withTheme('- {phrase: trust, unless: [trust fund]}\n- trust in adults'),
    [],
  ],
  [
    'a longer phrase, the theme restrained',
    withTheme('- trust\n- trust fund manager', 'unless: [trust fund]'),
    [],
  ],
  [
    'a longer phrase, the theme restrained elsewhere',
    withTheme('- trust\n- my trust', 'unless: [NHS fund]'),
    ['10:9 warning shadowed-rule'],
  ],
  ['a longer phrase, only where negated', withTheme('- trust\n- my trust', 'negation: only'), []],
  ['a longer phrase with a part of a word', withTheme('- rust\n- my trust'), []],
  ['a shorter phrase inside a sequence', withTheme('- trust\n- seq: [my, trust]'), []],
  [
    'a wildcard over a listed word',
    withTheme('- "befriend*"\n- befriending'),
    ['10:9 warning shadowed-rule'],
  ],
  [
    'a wildcard over a word of a phrase',
    withTheme('- befriending scheme\n- "befriend*"'),
    ['9:9 warning shadowed-rule'],
  ],
  [
    'a wildcard over another',
    withTheme('- "befriend*"\n- "befriending*"'),
    ['10:9 warning shadowed-rule'],
  ],
  ['a wildcard over nothing', withTheme('- "befriend*"\n- befrien'), []],
  [
    'a phrase that is its own exception',
    withTheme('- trust fund\n- faith', 'unless: [Trust Fund]'),
    ['9:9 error never-counts'],
  ],
  [
    'a phrase under a wildcard exception',
    withTheme('- trust fund', 'unless: ["trust fund*"]'),
    ['9:9 error never-counts'],
  ],
  [
    'a phrase that is its own exception in the rule',
    withTheme('- {phrase: trust, unless: [trust]}'),
    ['9:9 error never-counts'],
  ],
  ['a phrase inside its exception', withTheme('- trust', 'unless: [trust fund]'), []],
  ['a wildcard after one letter', withTheme('- "a*"'), ['9:9 warning short-wildcard']],
  [
    'a wildcard after two letters, in a sequence',
    withTheme('- seq: [my, "mo*"]'),
    ['9:9 warning short-wildcard'],
  ],
  ['a wildcard after three letters', withTheme('- "mov*"'), []],
  ['one letter', withTheme('- a'), ['9:9 warning one-letter-word']],
  ['one letter in a phrase', withTheme('- plan a'), []],
  [
    'an acronym in small letters',
    withTheme('- {phrase: send, case: exact}'),
    ['9:9 warning exact-small-letters'],
  ],
  ['an acronym', withTheme('- {phrase: SEND, case: exact}'), []],
  ['a very wide gap', withTheme('- {near: [home, school], gap: 100}'), ['9:9 warning wide-gap']],
  ['a wide gap', withTheme('- {near: [home, school], gap: 40}'), []],
  [
    'a dash that is indented too far',
    withTheme('- trust\n  - faith'),
    ['9:9 warning several-in-phrase'],
  ],
  ['two rules on one line', withTheme('- trust, faith'), ['9:9 warning several-in-phrase']],
  [
    'speakers that are left out',
    withTheme('- {phrase: trust, speakers: {only: [interviewer]}}'),
    ['9:9 error no-speakers'],
  ],
  [
    'speakers that are let in again',
    withTheme('- {phrase: trust, speakers: {only: [interviewer], not: []}}'),
    [],
  ],
]

const EXAMPLES: readonly Case[] = [
  [
    'a quote from elsewhere',
    withTheme('- trust', 'unless: []').replace(
      '{text: An example.}',
      '{text: An example., quote: a quote}',
    ),
    ['7:16 error quote-not-in-text'],
  ],
  [
    'a quote where none is expected',
    withTheme('- trust').replace(
      '{text: An example.}',
      '{text: An example, quote: An, expect: none}',
    ),
    ['7:16 error useless-quote'],
  ],
  [
    'an example twice',
    withTheme('- trust').replace('{text: An example.}', '{text: a b}, {text: "a  b"}'),
    ['7:29 warning duplicate-example'],
  ],
  [
    'an example that must and must not',
    withTheme('- trust').replace('{text: An example.}', '{text: a b}, {text: a b, expect: none}'),
    ['7:29 error contradictory-examples'],
  ],
  [
    'an example of the child that the parent must not get',
    withTheme(
      '- trust',
      'themes: [{id: c, name: C, definition: c, rules: [c1], examples: [{text: a b}]}]',
    ).replace('{text: An example.}', '{text: a b, expect: none}'),
    ['10:70 error contradictory-examples'],
  ],
  [
    'an example of the parent that the child must not get',
    withTheme(
      '- trust',
      'themes: [{id: c, name: C, definition: c, rules: [c1], examples: [{text: a b, expect: none}]}]',
    ).replace('{text: An example.}', '{text: a b}'),
    [],
  ],
]

const HISTORY: readonly Case[] = [
  [
    'the fingerprint of other rules',
    `${withTheme('- trust')}\nchanges: [{version: 1.0.0, date: 2026-01-01, note: a, fingerprint: "sha256:${ZEROS}"}]\n`,
    ['11:11 error fingerprint-differs'],
  ],
  [
    'a version that was written by hand',
    `${withTheme('- trust')}\nchanges:\n  - {version: 1.0.0, date: 2026-01-02, note: b}\n  - {version: 0.9.0, date: 2026-01-01, note: a, fingerprint: "sha256:${ZEROS}"}\n`,
    ['12:5 warning fingerprint-missing'],
  ],
  [
    'an older fingerprint',
    `${withTheme('- trust')}\nchanges: [{version: 0.9.0, date: 2026-01-01, note: a, fingerprint: "sha256:${ZEROS}"}]\n`,
    ['11:11 warning version-unrecorded'],
  ],
  [
    'a version behind',
    `${withTheme('- trust')}\nchanges: [{version: 1.10.0, date: 2026-01-01, note: a}]\n`,
    ['11:11 error version-behind'],
  ],
  [
    'changes upside down',
    `${withTheme('- trust')}\nchanges: [{version: 0.9.0, date: 2026-01-01, note: a}, {version: 1.0.0, date: 2026-02-01, note: b}]\n`,
    ['11:11 warning changes-order'],
  ],
  [
    'a change twice',
    `${withTheme('- trust')}\nchanges: [{version: 1.0.0, date: 2026-01-01, note: a}, {version: 1.0.0, date: 2026-02-01, note: b}]\n`,
    ['11:56 error duplicate-change'],
  ],
  [
    'a retired id twice',
    `${withTheme('- trust')}\nretired: [{id: b, since: 1.0.0}, {id: b, since: 1.0.0}]\n`,
    ['11:34 error duplicate-retired'],
  ],
  [
    'a merge into nothing',
    `${withTheme('- trust')}\nretired: [{id: b, since: 1.0.0, merged_into: c}]\n`,
    ['11:11 error unknown-merge-target'],
  ],
  [
    'a merge into itself',
    `${withTheme('- trust')}\nretired: [{id: b, since: 1.0.0, merged_into: b}]\n`,
    ['11:11 error unknown-merge-target'],
  ],
  [
    'a merge into what was merged later',
    `${withTheme('- trust')}\nretired: [{id: b, since: 1.0.0, merged_into: c}, {id: c, since: 1.0.0, merged_into: one}]\n`,
    [],
  ],
  [
    'retired ids in a circle, and one that leads there',
    `${withTheme('- trust')}\nretired: [{id: b, since: 1.0.0, merged_into: c}, {id: c, since: 1.0.0, merged_into: b}, {id: d, since: 1.0.0, merged_into: c}]\n`,
    ['11:11 error retired-circle'],
  ],
  [
    'a theme retired by a version to come',
    `${withTheme('- trust')}\nretired: [{id: b, since: 1.0.1}, {id: c, since: 1.0.0}]\n`,
    ['11:11 warning retired-ahead'],
  ],
]

describe.each([
  ['themes', THEMES],
  ['rules', RULES],
  ['examples', EXAMPLES],
  ['history', HISTORY],
])('lint of %s', (_part, cases) => {
  it.each(cases)('%s', async (_name, yaml, expected) => {
    expect(await briefLint(yaml)).toEqual(expected)
  })
})

describe('lint', () => {
  it('accepts the fingerprint that it was given', async () => {
    const { fingerprint } = await codebookOf(EXAMPLE)
    const yaml = EXAMPLE.replace(
      '    date: 2026-11-21',
      `    fingerprint: "${fingerprint}"\n    date: 2026-11-21`,
    )
    expect(await briefLint(yaml)).toEqual(['55:9 warning missing-definition'])
  })

  /** A theme of so many rules that each begin otherwise, with so many exceptions. */
  function bookOf(rules: number, exceptions: number): Promise<Codebook> {
    const phrases = Array.from({ length: rules }, (_, i) => `- word ${i} and "more${i}*"`)
    const unless = Array.from({ length: exceptions }, (_, i) => `no ${i}`)
    return codebookOf(withTheme(phrases.join('\n'), `unless: [${unless.join(', ')}]`))
  }

  it('is twice the work over twice as many rules', async () => {
    const [once, twice] = [await bookOf(500, 5), await bookOf(1000, 5)]
    lintCodebook(once)
    expect(await stepsOf(() => lintCodebook(twice))).toBeLessThan(
      2.2 * (await stepsOf(() => lintCodebook(once))),
    )
  })

  it('looks at an exception a few times for each rule', async () => {
    const [few, many] = [await bookOf(500, 10), await bookOf(500, 20)]
    lintCodebook(few)
    const steps =
      (await stepsOf(() => lintCodebook(many))) - (await stepsOf(() => lintCodebook(few)))
    expect(steps / (10 * 500)).toBeLessThan(4)
  })
})
