import { describe, expect, it } from 'vitest'
import { brief, withRules } from './codebook-example.ts'

/** A whole file with one good theme, and something after it. */
function withEnd(lines: string): string {
  return `${withRules('- trust')}${lines}\n`
}

const HEAD = 'codebook: x\nversion: 1.0.0\n'
const THEME = 'themes:\n  - id: one\n    name: One\n    rules: [trust]\n'

type Case = readonly [name: string, yaml: string, expected: readonly string[]]

const YAML_CASES: readonly Case[] = [
  ['an empty file', '', ['1:1 error empty-file']],
  ['only comments', '# nothing\n\n', ['1:1 error empty-file']],
  ['a plain text', 'trust\n', ['1:1 error wrong-type']],
  ['a list', '- trust\n', ['1:1 error wrong-type']],
  ['a tab as indent', 'codebook: x\nthemes:\n\t- id: a\n', ['3:1 error tab']],
  ['an unclosed quote', withRules('- "trust'), ['7:9 error missing-character']],
  ['an unclosed bracket', `${HEAD}themes: [\n`, ['3:10 error missing-character']],
  ['a wrong indent', `${HEAD}themes:\n  - id: a\n   name: A\n`, ['5:1 error bad-indent']],
  ['a text with a colon', `${HEAD}title: One: two\n${THEME}`, ['3:8 error bad-indent']],
  ['a key without a space', 'codebook:x\nversion: 1.0.0\n', ['1:1 error bad-indent']],
  ['text after a quote', withRules('- "trust" fund'), ['7:17 error unexpected-text']],
  ['an apostrophe in single quotes', withRules("- 'it's'"), ['7:13 error unexpected-text']],
  ['an unknown escape', withRules('- regex: "\\d+"'), ['7:17 error bad-escape']],
  ['a text that begins with @', withRules('- @home'), ['7:9 error needs-quotes']],
  ['a text that begins with %', withRules('- %home'), ['7:9 error needs-quotes']],
  ['a text that begins with `', withRules('- `home`'), ['7:9 error needs-quotes']],
  ['a text that begins with !', withRules('- !home x'), ['7:9 error yaml-tag']],
  ['a text that begins with *', withRules('- *care'), ['7:9 error unknown-anchor']],
  ['a text that begins with #', withRules('- trust\n- #home'), ['8:7 error empty-item']],
  ['a dash alone', withRules('- trust\n-'), ['8:7 error empty-item']],
  ['two documents', `${HEAD}${THEME}---\n${HEAD}`, ['7:1 error several-documents']],
  ['a list as key', `${HEAD}${THEME}? [a]\n: b\n`, ['7:3 error bad-key']],
  ['a merge without anchor', `${HEAD}${THEME}<<: x\n`, ['7:1 error bad-key']],
  [
    'a circular anchor',
    `${HEAD}themes: &a\n  - id: a\n    themes: *a\n`,
    ['5:13 error circular-anchor'],
  ],
  [
    'a billion laughs',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(',')}]\n`)
      .join('')}`,
    ['6:8 error too-many-aliases'],
  ],
  ['a run of brackets', '['.repeat(100_000), ['1:1 error too-deep']],
  ['a run of question marks', '? '.repeat(20_000), ['1:1 error too-deep']],
  ['a run of dashes', '- '.repeat(100_000), ['1:1 error too-deep']],
  ['a file of another kind', 'a'.repeat(16_000_001), ['1:1 error too-large']],
  [
    'two problems of YAML',
    `${HEAD}title: @a\nlanguage: @b\n`,
    ['3:8 error needs-quotes', '4:11 error needs-quotes'],
  ],
]

const SHAPE_CASES: readonly Case[] = [
  [
    'nothing that is needed',
    'title: x\n',
    ['1:1 error missing-key', '1:1 error missing-key', '1:1 error missing-key'],
  ],
  ['a key twice', withEnd('version: 1.0.0'), ['8:1 error duplicate-key']],
  ['a key twice in a rule', withRules('- phrase: a b\n  phrase: c d'), ['8:9 error duplicate-key']],
  ['an unknown key of the file', withEnd('theme: []'), ['8:1 error unknown-key']],
  ['an unknown key of a theme', `${HEAD}${THEME}    exmaples: []\n`, ['7:5 error unknown-key']],
  ['an unknown key of a rule', withRules('- phrse: x'), ['7:9 error unknown-key']],
  [
    'an unknown key beside good ones',
    withRules('- phrase: x\n  wihtin: turn'),
    ['8:9 error unknown-key'],
  ],
  [
    'two unknown keys',
    withRules('- phrase: x\n  a: 1\n  b: 2'),
    ['8:9 error unknown-key', '9:9 error unknown-key'],
  ],
  ['unit on a theme', `${HEAD}${THEME}    unit: turn\n`, ['7:5 error unknown-key']],
  [
    'an unknown key of an example',
    `${HEAD}${THEME}    examples:\n      - {text: a, expects: none}\n`,
    ['8:19 error unknown-key'],
  ],
  ['an unknown key of defaults', withEnd('defaults: {infelct: true}'), ['8:12 error unknown-key']],
  [
    'an unknown key of unless',
    withRules('- phrase: x\n  unless: {contained: [y]}'),
    ['8:18 error unknown-key'],
  ],
  [
    'settings in an exception',
    withRules('- phrase: x\n  unless: [{phrase: y, case: exact}]'),
    ['8:30 error unknown-key'],
  ],
  [
    'a theme without id',
    `${HEAD}themes:\n  - name: A\n    rules: [x]\n`,
    ['4:5 error missing-key'],
  ],
  [
    'an example without text',
    `${HEAD}${THEME}    examples: [{quote: a}]\n`,
    ['7:16 error missing-key'],
  ],
  [
    'a change without note',
    withEnd('changes: [{version: 1.0.0, date: 2026-01-01}]'),
    ['8:11 error missing-key'],
  ],
  ['themes that are no list', `${HEAD}themes: none\n`, ['3:9 error wrong-type']],
  ['no theme at all', `${HEAD}themes: []\n`, ['3:9 error too-few-items']],
  ['a theme that is a word', `${HEAD}themes: [trust]\n`, ['3:10 error wrong-type']],
  [
    'rules that are a word',
    `${HEAD}themes:\n  - {id: a, name: A, rules: trust}\n`,
    ['4:29 error wrong-type'],
  ],
  ['a rule that is a list', withRules('- [a, b]'), ['7:9 error wrong-type']],
  [
    'a definition that is a list',
    `${HEAD}${THEME}    definition: [a]\n`,
    ['7:17 error wrong-type'],
  ],
  [
    'a truth value in other words',
    withRules('- phrase: x\n  inflect: yes'),
    ['8:18 error wrong-type'],
  ],
  ['a truth value in quotes', withRules('- phrase: x\n  stem: "true"'), ['8:15 error wrong-type']],
  ['an unknown choice', withRules('- phrase: x\n  case: excat'), ['8:15 error unknown-value']],
  ['another unknown choice', withEnd('defaults: {unit: word}'), ['8:18 error unknown-value']],
  [
    'expect with a theme',
    `${HEAD}${THEME}    examples: [{text: a, expect: two}]\n`,
    ['7:34 error unknown-value'],
  ],
  [
    'an unknown scope',
    withRules('- near: [a b, c d]\n  within: page'),
    ['8:17 error unknown-value'],
  ],
  ['seq of one', withRules('- seq: [trust]'), ['7:14 error too-few-items']],
  ['near of one', withRules('- near: [trust]'), ['7:15 error too-few-items']],
  ['all of none', withRules('- all: []'), ['7:14 error too-few-items']],
  [
    'near of thirteen',
    withRules(
      `- near: [${'abcdefghijklm'
        .split('')
        .map((one) => one.repeat(3))
        .join(', ')}]`,
    ),
    ['7:15 error too-many-items'],
  ],
  ['any of none', withRules('- any: []'), ['7:14 error too-few-items']],
  ['no alternative', withRules('- seq: [trust, []]'), ['7:22 error too-few-items']],
  [
    'alternatives in alternatives',
    withRules('- seq: [trust, [a, [b]]]'),
    ['7:26 error wrong-type'],
  ],
  ['a map as part', withRules('- seq: [trust, {a: b}]'), ['7:22 error wrong-type']],
  ['a negative gap', withRules('- seq: [a b, c d]\n  gap: -1'), ['8:14 error negative-gap']],
  ['half a gap', withRules('- seq: [a b, c d]\n  gap: 1.5'), ['8:14 error wrong-type']],
  ['a gap in words', withRules('- seq: [a b, c d]\n  gap: two'), ['8:14 error wrong-type']],
  ['unless as a word', withRules('- phrase: x\n  unless: y'), ['8:17 error wrong-type']],
  ['speakers as a list', withRules('- phrase: x\n  speakers: [parent]'), ['8:19 error wrong-type']],
  [
    'a theme id with capitals',
    `${HEAD}themes:\n  - {id: Trust, name: A, rules: [x]}\n`,
    ['4:10 error bad-id'],
  ],
  [
    'a theme id with a slash',
    `${HEAD}themes:\n  - {id: a/b, name: A, rules: [x]}\n`,
    ['4:10 error bad-id'],
  ],
  ['a rule id with spaces', withRules('- id: my rule\n  phrase: x'), ['7:13 error bad-id']],
  [
    'a codebook id with an underscore',
    `codebook: a_b\nversion: 1.0.0\n${THEME}`,
    ['1:11 error bad-id'],
  ],
  ['a version of two numbers', `codebook: x\nversion: 1.0\n${THEME}`, ['2:10 error bad-version']],
  ['a version with a v', `codebook: x\nversion: v1.0.0\n${THEME}`, ['2:10 error bad-version']],
  [
    'a date the other way round',
    withEnd('changes: [{version: 1.0.0, date: 21/11/2026, note: a}]'),
    ['8:34 error bad-date'],
  ],
  [
    'a short fingerprint',
    withEnd('changes: [{version: 1.0.0, date: 2026-11-21, note: a, fingerprint: "sha256:0"}]'),
    ['8:68 error bad-fingerprint'],
  ],
  ['a key with nothing after it', `${HEAD}${THEME}    definition:\n`, ['7:5 warning empty-value']],
  [
    'a text in braces that a comma cuts',
    `${HEAD}${THEME}    examples: [{text: I like my cat, and she likes me, quote: cat}]\n`,
    ['7:38 error unknown-key'],
  ],
  [
    'dashes without a space',
    `${HEAD}themes:\n  - id: one\n    name: One\n    rules:\n      -dog\n      -cat\n`,
    ['7:7 error wrong-type'],
  ],
  [
    'a second colon on several lines',
    `${HEAD}themes:\n  - id: one\n    name: One: two\n    definition: It: that\n    rules: [x]\n`,
    ['5:11 error bad-indent', '6:17 error bad-indent'],
  ],
  [
    'an indent that makes the next line look wrong',
    `${HEAD}themes:\n  - id: one\n   name: One\n    rules: [x]\n`,
    ['5:1 error bad-indent'],
  ],
  [
    'an id with nothing after it',
    `${HEAD}themes:\n  - id:\n    name: A\n    rules: [x]\n`,
    ['4:5 warning empty-value', '4:5 error missing-key'],
  ],
  [
    'many problems at once',
    `codebook: X\nversion: 1\nthemes:\n  - id: a\n    rules: [{phrase: "*", gap: -1}]\n    foo: 1\n`,
    [
      '1:11 error bad-id',
      '2:10 error bad-version',
      '4:5 warning missing-name',
      '5:22 error wildcard-only',
      '5:27 error useless-key',
      '5:32 error negative-gap',
      '6:5 error unknown-key',
    ],
  ],
]

const MEANING_CASES: readonly Case[] = [
  ['no rule anywhere', `${HEAD}themes:\n  - {id: a, name: A}\n`, ['3:1 warning no-rules']],
  [
    'a theme without name',
    `${HEAD}themes:\n  - id: a\n    rules: [x]\n`,
    ['4:5 warning missing-name'],
  ],
  [
    'the same theme id twice',
    `${HEAD}${THEME}  - {id: one, name: B}\n`,
    ['7:10 error duplicate-theme-id'],
  ],
  [
    'the same id in different parents',
    `${HEAD}themes:
  - {id: a, name: A, rules: [x], themes: [{id: b, name: B}]}
  - {id: b, name: C, themes: [{id: b, name: D}]}
`,
    [],
  ],
  [
    'a retired id in use',
    withEnd('retired: [{id: one, since: 0.9.0}]'),
    ['4:9 error retired-id-used'],
  ],
  [
    'the same rule id twice',
    withRules('- {id: r, phrase: a b}\n- {id: r, phrase: c d}'),
    ['8:14 error duplicate-rule-id'],
  ],
  ['the same rule twice', withRules('- trust\n- faith\n- trust'), ['9:9 error duplicate-rule']],
  [
    'the same rule in two forms',
    withRules('- trust\n- phrase: trust'),
    ['8:9 error duplicate-rule'],
  ],
  [
    'the same pattern with other settings',
    withRules('- trust\n- {phrase: trust, negation: only}'),
    [],
  ],
  ['the same rule in two themes', `${HEAD}${THEME}  - {id: two, name: B, rules: [trust]}\n`, []],
  ['an empty phrase', withRules('- ""'), ['7:9 error empty-phrase']],
  ['a phrase of spaces', withRules('- phrase: "  "'), ['7:17 error empty-phrase']],
  ['an empty alternative', withRules('- any: [trust, ""]'), ['7:22 error empty-phrase']],
  ['only wildcards', withRules('- "*"'), ['7:9 error wildcard-only']],
  ['only wildcards, twice', withRules('- "* ?"'), ['7:9 error wildcard-only']],
  ['a wildcard as one word of several', withRules('- my * worker'), []],
  ['only punctuation', withRules('- "..."'), ['7:9 error no-letters']],
  [
    'only wildcards in unless',
    withRules('- phrase: x\n  unless: {before: ["*"]}'),
    ['8:27 error wildcard-only'],
  ],
  ['nothing to look for', withRules('- id: r\n  gap: 2'), ['7:9 error no-pattern']],
  ['an empty rule', withRules('- {}'), ['7:9 error no-pattern']],
  ['an empty exception', withRules('- phrase: x\n  unless: [{}]'), ['8:18 error no-pattern']],
  ['two things to look for', withRules('- phrase: x\n  regex: y'), ['7:9 error several-patterns']],
  ['a gap beside a phrase', withRules('- phrase: x\n  gap: 2'), ['8:9 error useless-key']],
  ['a gap beside all', withRules('- all: [a b, c d]\n  gap: 2'), ['8:9 error useless-key']],
  ['a scope beside any', withRules('- any: [a b, c d]\n  within: turn'), ['8:9 error useless-key']],
  ['a regex that does not close', withRules('- regex: "(PA"'), ['7:16 error bad-regex']],
  ['a regex that looks ahead', withRules('- regex: "PA(?=s)"'), ['7:16 error bad-regex']],
  ['a regex that looks back', withRules("- regex: '(a)\\1'"), ['7:16 error bad-regex']],
  ['a regex that matches nothing', withRules('- regex: "a*"'), ['7:16 error bad-regex']],
  ['a regex that matches between words', withRules("- regex: '\\b'"), ['7:16 error bad-regex']],
  ['an empty regex', withRules('- regex: ""'), ['7:16 error bad-regex']],
  [
    'a regex in an exception',
    withRules('- phrase: x\n  unless: [{regex: "(a"}]'),
    ['8:26 error bad-regex'],
  ],
]

describe.each([
  ['YAML', YAML_CASES],
  ['shape', SHAPE_CASES],
  ['meaning', MEANING_CASES],
])('problems of %s', (_kind, cases) => {
  it.each(cases)('%s', async (_name, yaml, expected) => {
    expect(await brief(yaml)).toEqual(expected)
  })
})
