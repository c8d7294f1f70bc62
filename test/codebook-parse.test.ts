import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../src/codebook/read-settings.ts'
import { brief, codebookOf, EXAMPLE, parse, withRules } from './codebook-example.ts'
import { growthOf } from './steps.ts'

describe('a codebook with every key', () => {
  it('has no problem', async () => {
    expect(await brief(EXAMPLE)).toEqual([])
  })

  it('is read whole', async () => {
    const codebook = await codebookOf(EXAMPLE)
    expect(codebook).toMatchObject({
      id: 'youth-panel',
      version: '2.0.0',
      title: 'What the youth panel said',
      language: 'en-GB',
      unit: 'sentence',
      excludedRoles: ['interviewer', 'note_taker'],
      retired: [{ id: 'churn', since: '2.0.0', mergedInto: 'relationships/worker-turnover' }],
      changes: [
        { version: '2.0.0', date: '2026-11-21', note: 'Churn is now part of changing workers' },
        { version: '1.0.0', date: '2026-09-01', note: 'First release', fingerprint: undefined },
      ],
      path: 'book.yaml',
    })
    expect(codebook.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/u)
    expect(codebook.themes.map(({ id, level, parent }) => [id, level, parent])).toEqual([
      ['relationships', 1, undefined],
      ['relationships/worker-turnover', 2, 'relationships'],
      ['family', 1, undefined],
    ])
  })

  it('has every kind of rule, with its defaults and a readable id', async () => {
    const [relationships] = (await codebookOf(EXAMPLE)).themes
    expect(relationships?.rules.map(({ id, pattern }) => [id, pattern])).toEqual([
      ['trust', { kind: 'phrase', phrase: 'trust' }],
      ['genuine interest', { kind: 'phrase', phrase: 'genuine interest' }],
      ['befriend*', { kind: 'phrase', phrase: 'befriend*' }],
      [
        'same-worker',
        {
          kind: 'seq',
          items: [['same'], ['social worker', 'key worker', 'PA']],
          gap: 2,
          within: 'sentence',
        },
      ],
      [
        'build ~ relationship/bond',
        { kind: 'near', items: [['build'], ['relationship', 'bond']], gap: 8, within: 'sentence' },
      ],
      [
        'school & move (paragraph)',
        { kind: 'all', items: [['school'], ['move']], within: 'paragraph' },
      ],
      [
        'stick with me/stay* in my life',
        { kind: 'seq', items: [['stick with me', 'stay* in my life']], gap: 0, within: 'sentence' },
      ],
      ['/(?:PA|personal advis[eo]r)s?/', { kind: 'regex', source: '(?:PA|personal advis[eo]r)s?' }],
      ['SEND', { kind: 'phrase', phrase: 'SEND' }],
    ])
  })

  it('keeps exceptions and examples with their places', async () => {
    const [relationships] = (await codebookOf(EXAMPLE)).themes
    expect(relationships?.unless).toEqual({
      containedIn: [
        { pattern: { kind: 'phrase', phrase: 'trust fund' }, line: 46, column: 14 },
        {
          pattern: { kind: 'near', items: [['NHS'], ['trust']], gap: 8, within: 'sentence' },
          line: 46,
          column: 26,
        },
      ],
      before: [],
      after: [],
    })
    expect(relationships?.rules.at(-1)?.unless).toMatchObject({
      containedIn: [{ pattern: { phrase: 'SEND tribunal' } }],
      before: [{ pattern: { phrase: 'near' } }],
      after: [{ pattern: { kind: 'seq', items: [['a'], ['letter', 'card']], gap: 1 } }],
    })
    expect(relationships?.examples).toEqual([
      {
        text: 'My PA is the only adult I trust.',
        expected: true,
        quote: 'the only adult I trust',
        todo: undefined,
        line: 48,
        column: 9,
      },
      {
        text: 'The Trust runs three hospitals.',
        expected: false,
        quote: undefined,
        todo: undefined,
        line: 50,
        column: 9,
      },
      {
        text: 'She just got me.',
        expected: true,
        quote: undefined,
        todo: 'needs more than words',
        line: 52,
        column: 9,
      },
    ])
  })

  it('passes settings from defaults to theme, child theme and rule', async () => {
    const { themes } = await codebookOf(EXAMPLE)
    const [relationships, turnover, family] = themes
    const own = {
      ...DEFAULT_SETTINGS,
      speakers: { only: undefined, not: ['interviewer', 'note_taker'] },
    }
    expect(relationships?.rules[0]?.settings).toEqual(own)
    expect(relationships?.rules.at(-1)?.settings).toEqual({ ...own, case: 'exact' })
    expect(turnover?.rules[0]?.settings).toEqual({ ...own, negation: 'ignore' })
    const speakers = { only: ['young_person', 'parent'], not: ['interviewer', 'note_taker'] }
    expect(family?.rules.map((rule) => rule.settings)).toEqual([
      { ...own, speakers },
      { ...own, speakers, inflect: false },
    ])
  })
})

describe('a codebook that says little', () => {
  it('has the documented defaults', async () => {
    const codebook = await codebookOf(
      withRules('- trust\n- seq: [a bit, late]\n- near: [new, home]\n- all: [school, move]'),
    )
    expect(codebook).toMatchObject({
      title: 'small',
      language: 'en-GB',
      unit: 'sentence',
      excludedRoles: ['interviewer', 'facilitator', 'moderator'],
    })
    const [theme] = codebook.themes
    expect(theme?.rules[0]?.settings).toEqual({
      inflect: true,
      stem: false,
      spelling: 'gb+us',
      case: 'fold',
      hyphen: 'loose',
      negation: 'flag',
      speakers: { only: undefined, not: ['interviewer', 'facilitator', 'moderator'] },
    })
    expect(theme?.rules.slice(1).map((rule) => rule.pattern)).toEqual([
      { kind: 'seq', items: [['a bit'], ['late']], gap: 0, within: 'sentence' },
      { kind: 'near', items: [['new'], ['home']], gap: 8, within: 'sentence' },
      { kind: 'all', items: [['school'], ['move']], within: 'segment' },
    ])
  })

  it('inherits through three levels, and the nearest wins', async () => {
    const { themes } = await codebookOf(`codebook: x
version: 1.0.0
defaults: {case: exact, stem: true}
themes:
  - id: a
    name: A
    hyphen: exact
    themes:
      - id: b
        name: B
        case: fold
        themes:
          - id: c
            name: C
            rules:
              - trust
              - {phrase: care leaver, hyphen: loose, stem: false}
`)
    expect(
      themes[2]?.rules.map(({ settings }) => [settings.case, settings.hyphen, settings.stem]),
    ).toEqual([
      ['fold', 'exact', true],
      ['fold', 'loose', false],
    ])
  })
})

describe('words that YAML reads as something else', () => {
  it.each([
    'no',
    'yes',
    'on',
    'off',
    'true',
    'false',
    'null',
    'n',
    'y',
    '1',
    '12.5',
    '007',
    '1e3',
    '0x1F',
    '2026-11-21',
    '24/7',
    '.5',
    'NaN',
    'No',
    'FALSE',
    "don't",
    'trust, faith',
    'été',
    'מילה',
    'كلمة طيبة',
    'a-b',
    'key_worker',
    'what?',
    'C#',
    'http://x',
  ])('- %s is the phrase as typed', async (word) => {
    const [theme] = (await codebookOf(withRules(`- ${word}`))).themes
    expect(theme?.rules.map((rule) => rule.pattern)).toEqual([{ kind: 'phrase', phrase: word }])
  })

  it.each([
    ['- "no"', 'no'],
    ["- 'it''s'", "it's"],
    ['- "a \\"b\\" c"', 'a "b" c'],
    ['- "caf\\u00e9"', 'café'],
    ['- social\n  worker', 'social worker'],
    ['- "social\n  worker"', 'social worker'],
    ['- >-\n  social\n  worker', 'social worker'],
    ['- social \u00a0 worker', 'social worker'],
    ['- !!str no', 'no'],
    ['- &a trust', 'trust'],
  ])('%j is one phrase', async (yaml, phrase) => {
    const [theme] = (await codebookOf(withRules(yaml))).themes
    expect(theme?.rules.map((rule) => rule.pattern)).toEqual([{ kind: 'phrase', phrase }])
  })

  it('keeps them in lists, exceptions, examples and definitions too', async () => {
    const codebook = await codebookOf(`codebook: x
version: 1.0.0
title: 2026
themes:
  - id: no
    name: No
    definition: yes
    rules: [no, {any: [off, 1]}, {seq: [no, [null, on]]}]
    unless: [true, 3.0]
    examples:
      - text: no
        quote: no
`)
    const [theme] = codebook.themes
    expect(codebook.title).toBe('2026')
    expect([
      theme?.id,
      theme?.definition,
      theme?.examples[0]?.text,
      theme?.examples[0]?.quote,
    ]).toEqual(['no', 'yes', 'no', 'no'])
    expect(theme?.rules.map((rule) => rule.id)).toEqual(['no', 'off/1', 'no + null/on'])
    expect(theme?.unless.containedIn.map(({ pattern }) => pattern)).toEqual([
      { kind: 'phrase', phrase: 'true' },
      { kind: 'phrase', phrase: '3.0' },
    ])
  })
})

describe('files as people save them', () => {
  const variants: readonly (readonly [string, string])[] = [
    ['Windows line ends', EXAMPLE.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${EXAMPLE}`],
    ['no line end at the end', EXAMPLE.trimEnd()],
    ['a document start and end', `---\n${EXAMPLE}...\n`],
  ]
  it.each(variants)('%s change nothing', async (_name, yaml) => {
    expect((await codebookOf(yaml)).fingerprint).toBe((await codebookOf(EXAMPLE)).fingerprint)
  })

  it('places stay true with Windows line ends and a byte-order mark', async () => {
    const yaml = withRules('- trust\n- {phrase: x, gap: 2}')
    expect(await brief(`\uFEFF${yaml.replaceAll('\n', '\r\n')}`)).toEqual([
      '8:21 error useless-key',
    ])
  })

  it('anchors and merge keys are followed', async () => {
    const { themes } = await codebookOf(`codebook: x
version: 1.0.0
themes:
  - &base
    id: a
    name: A
    case: exact
    rules: &rules [trust, faith]
  - <<: *base
    id: b
    name: B
  - id: c
    name: C
    rules: *rules
`)
    expect(themes.map((theme) => [theme.id, theme.rules.map((rule) => rule.id)])).toEqual([
      ['a', ['trust', 'faith']],
      ['b', ['trust', 'faith']],
      ['c', ['trust', 'faith']],
    ])
    expect(themes.map((theme) => theme.rules[0]?.settings.case)).toEqual(['exact', 'exact', 'fold'])
  })
})

describe('rule ids', () => {
  it.each([
    [
      '- trust\n- {phrase: trust, case: exact}\n- {phrase: trust, stem: true}',
      ['trust', 'trust#2', 'trust#3'],
    ],
    ['- trust\n- {id: trust, phrase: faith}', ['trust#2', 'trust']],
    ['- seq: [a bit, b, [c, d]]\n  gap: 1\n  within: turn', ['a bit +1 b +1 c/d (turn)']],
    ['- near: [new, home]\n  gap: 3', ['new ~3 home']],
    ['- all: [new, home]\n  within: document', ['new & home (document)']],
    ['- regex: "a | b"', ['/a|b/']],
    [
      '- any: [x, y]\n- seq: [x, y]\n- near: [x, y]\n- all: [x, y]',
      ['x/y', 'x + y', 'x ~ y', 'x & y'],
    ],
  ])('%j', async (rules, ids) => {
    const [theme] = (await codebookOf(withRules(rules))).themes
    expect(theme?.rules.map((rule) => rule.id)).toEqual(ids)
  })
})

describe('large and deep codebooks', () => {
  it.each([
    ['plain rules', ''],
    ['rules that the full reader takes', '!!str '],
  ])('twice as many %s are twice the work', async (_name, tag) => {
    const { once, twice } = await growthOf(500, async (length) => {
      const rules = Array.from({ length }, (_, i) => `- ${tag}word ${i}`).join('\n')
      const [theme] = (await codebookOf(withRules(rules))).themes
      expect(theme?.rules.length).toBe(length)
    })
    expect(twice).toBeLessThan(2.2 * once)
  })

  it.each(['plain', 'with an anchor'])('themes nest 100 levels deep (%s)', async (kind) => {
    let yaml = `codebook: deep\nversion: 1.0.0\ntitle: ${kind === 'plain' ? 'Deep' : '&a Deep'}\n`
    let indent = ''
    for (let level = 1; level <= 100; level += 1) {
      yaml += `${indent}themes:\n${indent}  - id: l${level}\n${indent}    name: L\n${indent}    rules: [word]\n`
      indent += '    '
    }
    const { themes } = await codebookOf(yaml)
    expect(themes.at(-1)).toMatchObject({ level: 100 })
    expect(themes.at(-1)?.id.split('/').length).toBe(100)
  })
})

describe('messages', () => {
  it.each([
    [withRules('- phrse: x'), 'A rule has no key "phrse". Did you mean `phrase`?'],
    [
      withRules('- trust: me'),
      'A rule has no key "trust". If this is a phrase with a colon, put all of it in quotes.',
    ],
    [
      withRules('- phrase: x\n  case: excat'),
      '`case` expects one of fold, exact; found the text "excat". Did you mean exact?',
    ],
    [
      withRules('- [a, b]'),
      'An item of `rules` expects a word, a phrase, or a map with one of phrase, seq, near, all, any, regex; found a list.',
    ],
    [
      withRules('- *care'),
      '`*care` refers to an anchor, and no `&care` comes before it. A word with a wildcard needs quotes: "*care".',
    ],
  ])('%j', async (yaml, message) => {
    expect((await parse(yaml)).diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      message,
    ])
  })
})
