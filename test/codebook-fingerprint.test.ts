import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebookOf, EXAMPLE } from './codebook-example.ts'
import { codebookOf as codebookOfThemes, codePassage, matcherOf, speech } from './coded.ts'

const ORIGINAL = await codebookOf(EXAMPLE)

/** The example with one edit, which must really be one. */
async function edited(from: string, to: string): Promise<string> {
  const yaml = EXAMPLE.replace(from, to)
  expect(yaml).not.toBe(EXAMPLE)
  return (await codebookOf(yaml)).fingerprint
}

describe('the fingerprint stays with', () => {
  it.each([
    ['another title', 'title: What', 'title: Then what'],
    ['another name', 'name: Family', 'name: Kin'],
    ['another definition', 'Birth family and kin.', 'Birth family.'],
    ['another example', 'I miss my siblings.', 'I miss them.'],
    ['another version', 'version: 2.0.0', 'version: 2.0.1'],
    ['another note', 'note: First release', 'note: The first'],
    ['a comment', '# Every key once', '# Every key once or twice'],
    ['spaces in a phrase', 'genuine   interest', 'genuine interest'],
    [
      'rules in another order',
      '- trust\n      - genuine   interest',
      '- genuine   interest\n      - trust',
    ],
    [
      'alternatives in another order',
      '[social worker, key worker, PA]',
      '[PA, social worker, key worker]',
    ],
    [
      'a default written out',
      'rules: [new worker]',
      'spelling: gb+us\n        rules: [new worker]',
    ],
    ['a retired id', '{id: churn, since', '{id: churned, since'],
    [
      'exceptions in another order',
      '[trust fund, near: [NHS, trust]]',
      '[near: [NHS, trust], trust fund]',
    ],
  ])('%s', async (_name, from, to) => {
    expect(await edited(from, to)).toBe(ORIGINAL.fingerprint)
  })
})

describe('the order of themes', () => {
  const themes = ['b', 'a', 'c'].map((id) => `  - {id: ${id}, name: ${id}, rules: [${id}${id}]}\n`)
  const head = 'codebook: x\nversion: 1.0.0\nthemes:\n'
  it('does not change the fingerprint', async () => {
    const one = await codebookOf(head + themes.join(''))
    const other = await codebookOf(head + themes.toReversed().join(''))
    expect(other.themes.map(({ id }) => id)).not.toEqual(one.themes.map(({ id }) => id))
    expect(other.fingerprint).toBe(one.fingerprint)
  })
})

describe('no order in a codebook', () => {
  const RULES = [
    ['trust', 'trust*', '{id: calm, phrase: trust, negation: ignore}', 'tr?st'],
    [
      'school bus',
      'bus',
      '{id: either, any: [bus, school bus]}',
      '{id: near, near: [school, [bus, trust]]}',
    ],
    ['{seq: [not, [trust, school, bus]], gap: 2}', '{all: [school, trust]}', 'never'],
  ] as const
  const words = fc.constantFrom('trust', 'trusts', 'school', 'bus', 'not', 'never', 'a', '.', ',')
  /** Rules in another order, and their alternatives turned round. */
  const shuffled = (rules: readonly string[]) =>
    fc
      .shuffledSubarray([...rules], { minLength: rules.length })
      .map((list) => list.map((rule) => rule.replace('[bus, trust]', '[trust, bus]')))
  const themes = fc.tuple(...RULES.map(shuffled)).chain((lists) => {
    const written = lists.map((list, at) => `{id: t${at}, rules: [${list.join(', ')}]}`)
    return fc.shuffledSubarray(written, { minLength: written.length })
  })

  /** Each theme of each segment with its evidence, in an order of its own. */
  async function codingOf(written: readonly string[], text: string): Promise<readonly string[]> {
    const codebook = await codebookOfThemes(written)
    const matcher = matcherOf(codebook)
    const options = { unit: 'sentence', excludedRoles: new Set<string>() } as const
    const { coded } = codePassage(matcher, speech(text), options)
    return coded
      .flatMap(({ segment, codes }) =>
        codes.flatMap(({ theme, matches }) =>
          matches.map(({ rule, start, end, negated, isCounted }) =>
            [
              ...[segment.start, codebook.themes[theme]?.id, matcher.rules[rule]?.rule.id],
              ...[start, end, negated, isCounted],
            ].join(' '),
          ),
        ),
      )
      .sort()
  }

  it('changes which segment has which theme by which rule', async () => {
    const texts = fc.array(words, { maxLength: 30 }).map((list) => list.join(' '))
    const sorted = RULES.map((list, at) => `{id: t${at}, rules: [${list.join(', ')}]}`)
    await fc.assert(
      fc.asyncProperty(themes, texts, async (written, text) => {
        expect(await codingOf(written, text)).toEqual(await codingOf(sorted, text))
      }),
    )
    expect((await codingOf(sorted, 'not a school bus, trust')).length).toBeGreaterThan(5)
  })
})

describe('the fingerprint changes with', () => {
  it.each([
    ['another phrase', '- siblings', '- sibling'],
    ['one rule less', '      - siblings\n', ''],
    ['another rule id', 'id: same-worker', 'id: worker-same'],
    ['another gap', 'gap: 2', 'gap: 3'],
    ['another scope', 'within: paragraph', 'within: turn'],
    ['another alternative', 'key worker, PA]', 'key worker]'],
    ['another regular expression', 'advis[eo]r)s?', 'advis[eo]r)'],
    ['another exception', '[SEND tribunal]', '[SEND panel]'],
    ['an exception elsewhere', 'before: [near]', 'before: [far]'],
    ['a setting of a rule', 'inflect: false', 'inflect: true'],
    ['a setting of a theme', 'negation: ignore', 'negation: only'],
    ['a setting of all', 'stem: false', 'stem: true'],
    ['other speakers', '[young person, parent]', '[young person]'],
    ['another unit', 'unit: sentence', 'unit: turn'],
    ['other excluded roles', '[interviewer, Note taker]', '[interviewer]'],
    ['another theme id', 'id: family', 'id: kin'],
    ['another language', 'language: en-GB', 'language: en-US'],
  ])('%s', async (_name, from, to) => {
    expect(await edited(from, to)).not.toBe(ORIGINAL.fingerprint)
  })
})

it('the fingerprint of a given codebook is the same on every machine and in every release', () => {
  expect(ORIGINAL.fingerprint).toMatchInlineSnapshot(
    `"sha256:c6d4b16eb8f7a66f1e72a2fddbed83c1742ea5beb1ec6e15439d5f3af500346f"`,
  )
})
