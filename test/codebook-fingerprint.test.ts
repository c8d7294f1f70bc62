import { describe, expect, it } from 'vitest'
import { codebookOf, EXAMPLE } from './codebook-example.ts'

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
    `"sha256:fe7cfca0b8843ee2817d6625148b224fbe8c94c0d6681ab577a8011edc67d4a9"`,
  )
})
