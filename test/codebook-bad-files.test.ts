/** Codebooks that no analyst would write on purpose: answered quickly, and in plain words. */
import { describe, expect, it } from 'vitest'
import { lintCodebook } from '../src/codebook/lint.ts'
import { compileCodebook } from '../src/commands/load-codebook.ts'
import { compileRegex, regexProblem } from '../src/match/linear-regex.ts'
import { brief, codebookOf, EXAMPLE, parse, withRules } from './codebook-example.ts'
import { growthOf, stepsOf } from './steps.ts'

const HEAD = 'codebook: x\nversion: 1.0.0\n'
const THEME = 'themes:\n  - id: one\n    name: One\n    rules: [trust]\n'

/** So many lines, made from their numbers. */
function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n')
}

describe('what a file is saved as', () => {
  it.each([
    ['line ends of an old Mac', EXAMPLE.replaceAll('\n', '\r')],
    ['Windows line ends and a byte-order mark', `\uFEFF${EXAMPLE.replaceAll('\n', '\r\n')}`],
    ['line ends of both kinds', EXAMPLE.replace('\n', '\r\n')],
  ])('%s changes nothing', async (_name, yaml) => {
    expect((await codebookOf(yaml)).fingerprint).toBe((await codebookOf(EXAMPLE)).fingerprint)
  })

  it('places stay true with the line ends of an old Mac', async () => {
    const yaml = withRules('- trust\n- {phrase: x, gap: 2}').replaceAll('\n', '\r')
    expect(await brief(yaml)).toEqual(['8:21 error useless-key'])
  })

  it.each([
    ['UTF-16', Buffer.from(EXAMPLE, 'utf16le').toString('utf8'), '1:2 error nul-character'],
    ['a NUL in a rule', withRules('- a\u0000b'), '7:10 error nul-character'],
    ['a NUL at the end', `${withRules('- trust')}\u0000`, '8:1 error nul-character'],
    ['a list', '- codebook: x\n- version: 1.0.0\n', '1:1 error wrong-type'],
    ['a list of rules', '[trust, faith]\n', '1:1 error wrong-type'],
    ['a number', '12\n', '1:1 error wrong-type'],
    ['JSON of another program', '{"dictionary": {"trust": ["trust*"]}}', '1:1 error missing-key'],
  ])('%s is said to be what it is', async (_name, yaml, expected) => {
    expect((await brief(yaml))[0]).toBe(expected)
  })

  it('JSON is YAML', async () => {
    const json = JSON.stringify({
      codebook: 'x',
      version: '1.0.0',
      themes: [{ id: 'one', name: 'One', rules: ['trust'] }],
    })
    expect((await codebookOf(json)).themes.length).toBe(1)
  })
})

describe('words of any script', () => {
  it('keeps right-to-left words and accents as written', async () => {
    const rules = '- עובדת סוציאלית\n- "ثق*"\n- cùram\n- 👍 good'
    const [theme] = (await codebookOf(withRules(rules))).themes
    expect(theme?.rules.map(({ id }) => id)).toEqual(['עובדת סוציאלית', 'ثق*', 'cùram', '👍 good'])
  })

  it.each([
    [
      '👍 good',
      '"👍" is no letter and is not looked for: "👍 good" finds "good" with or without it',
    ],
    ['C++ club', '"+" is no letter and is not looked for: "C++ club" finds "c club"'],
    ['£20 a week', '"£" is no letter and is not looked for: "£20 a week" finds "20 a week"'],
  ])('says what “%s” finds', async (phrase, message) => {
    const findings = lintCodebook(await codebookOf(withRules(`- "${phrase}"`)))
    const found = findings.find(({ id }) => id === 'sign-in-phrase')
    expect(found?.message).toContain(message)
  })

  it('says that emoji alone match no word', async () => {
    expect(await brief(withRules('- 👩🏽‍🏫\n- "🏳️‍🌈"'))).toEqual([
      '7:9 error no-letters',
      '8:9 error no-letters',
    ])
  })
})

describe('anchors', () => {
  it('that merge one another without end stop', async () => {
    const levels = lines(30, (i) => {
      const others = i > 0 ? `*k${i - 1}, *k${i - 1}` : ''
      return `k${i}: &k${i}\n  <<: [${others}]\n  x${i}: y`
    })
    const { diagnostics } = await parse(`${HEAD}${levels}\n${THEME}`)
    expect(diagnostics.map(({ id }) => id)).toEqual(['too-many-aliases'])
  })

  it('that repeat a rule are a rule each time', async () => {
    const yaml = `${HEAD}themes:
  - {id: a, name: A, rules: [&rule {seq: [same, worker], gap: 2}]}
  - {id: b, name: B, rules: [*rule]}
  - {id: c, name: C, rules: [{<<: *rule, gap: 3}]}
`
    const { themes } = await codebookOf(yaml)
    expect(themes.map(({ rules }) => rules.map(({ id }) => id))).toEqual([
      ['same +2 worker'],
      ['same +2 worker'],
      ['same +3 worker'],
    ])
  })

  it('that do not exist have a message', async () => {
    const yaml = withRules('- word').replace('name: One', 'name: One\n    <<: *base')
    expect(await brief(yaml)).toContain('6:9 error unknown-anchor')
  })
})

describe('twice as many are twice the work:', () => {
  it.each([
    ['unknown keys', (count: number) => HEAD + THEME + lines(count, (i) => `key${i}: word`)],
    ['the same key', (count: number) => HEAD + THEME + lines(count, () => 'key: word')],
    ['wrong rules', (count: number) => withRules(lines(count, (i) => `- {phrse: word${i}}`))],
    ['anchors', (count: number) => withRules(lines(count, (i) => `- &a${i} word ${i}`))],
    ['problems on one line', (count: number) => `${HEAD}a: [${'"x"y, '.repeat(count)}`],
    ['tabs', (count: number) => `${HEAD}themes:\n${lines(count, () => '\t- x')}`],
    ['themes', (count: number) => `${HEAD}themes:\n${lines(count, (i) => `  - {id: t${i}}`)}`],
  ])('%s', async (_name, yaml) => {
    const { once, twice } = await growthOf(400, (count) => parse(yaml(count)))
    expect(twice).toBeLessThan(2.3 * once)
  })
})

it('20,000 rules are read, checked and compiled', async () => {
  const yaml = withRules(lines(20_000, (i) => `- word${i} phrase${i % 77}`))
  const codebook = await codebookOf(yaml)
  expect(codebook.themes[0]?.rules.length).toBe(20_000)
  expect(lintCodebook(codebook).map(({ id }) => id)).toEqual([
    'missing-definition',
    'theme-without-examples',
  ])
  await compileCodebook(codebook, 'sentence')
}, 60_000)

describe('a regular expression made to explode', () => {
  const explosive = ['(a+)+$', '(a|aa)+b', '(?:a?){20}a{20}', '(?:.*)*x'].map((source) => [source])
  it.each(explosive)('%s is twice the work over twice the text', async (source) => {
    const regex = compileRegex(source, true)
    const search = (length: number) => regex.find('a'.repeat(length), 0, length)
    await search(400)
    const once = await stepsOf(() => search(200))
    expect(await stepsOf(() => search(400))).toBeLessThan(2.5 * once)
  })

  it.each([
    ['repeats of repeats', '((a{1000}){1000})', 'invalid repeat count'],
    ['many repeats', '\\p{L}{1000}'.repeat(800), 'unfolds to more than 20,000 steps'],
    ['wide repeats', '[a-z]{1,1000}'.repeat(700), 'expression too large'],
    ['brackets without end', '('.repeat(6000), 'cannot be read'],
    ['a long expression', 'a'.repeat(10_001), 'has 10001 characters'],
  ])('%s are refused', (_name, source, reason) => {
    expect(regexProblem(source)).toContain(reason)
  })

  it('a long list of words is none', () => {
    const words = Array.from({ length: 1_000 }, (_, i) => `word${i}`).join('|')
    expect(regexProblem(words)).toBeUndefined()
  })
})
