import { describe, expect, it } from 'vitest'
import { csvDelimiter, csvLine, csvRows } from '../src/codebook/exchange/csv-rows.ts'
import { idFromName, siblingIds } from '../src/codebook/exchange/draft-ids.ts'
import { draftYaml } from '../src/codebook/exchange/draft-yaml.ts'
import type { Draft } from '../src/codebook/exchange/exchange.ts'
import { lossReport } from '../src/codebook/exchange/losses.ts'
import { lossLines, parsed } from './exchange.ts'

const DRAFT: Draft = {
  id: 'lives',
  title: 'Lives',
  description: 'Made by hand.\n\nIn two paragraphs.',
  language: '',
  settings: { inflect: false, speakers: { only: ['young_person'], not: [] } },
  origin: 'a test',
  notes: [],
  themes: [
    {
      name: 'Être écouté',
      definition: 'One line: with a colon.\nAnother line.',
      note: 'of the origin',
      rules: [
        { pattern: { kind: 'phrase', phrase: 'no' }, note: 'a comment' },
        { pattern: { kind: 'phrase', phrase: 'no' } },
        { pattern: { kind: 'phrase', phrase: '*ness' }, id: 'x', settings: { case: 'exact' } },
        { pattern: { kind: 'phrase', phrase: '***' } },
        {
          pattern: { kind: 'near', items: [['a', 'b'], ['c: d']], gap: 3, within: 'turn' },
          id: 'x',
          unless: {
            containedIn: [{ kind: 'phrase', phrase: 'a b c' }],
            before: [],
            after: [{ kind: 'regex', source: 'x+' }],
          },
        },
        { pattern: { kind: 'all', items: [['only']], within: 'segment' } },
      ],
      examples: [{ text: ' "Yes", she said.\nNo: not #1. ', expected: false, todo: 'later' }],
      themes: [
        { name: '影響', definition: '', rules: [], themes: [], guid: 'nonsense' },
        {
          name: 'Other',
          definition: 'x'.repeat(50).concat(' ', 'y'.repeat(60)),
          rules: [],
          themes: [],
        },
      ],
    },
    { name: 'Être  écouté', definition: '', rules: [], themes: [] },
  ],
}

describe('a draft as a codebook file', () => {
  it('can be read by people and by the parser', async () => {
    const { text, losses } = draftYaml(DRAFT, 'Lives!')
    await parsed(text)
    expect(text).toMatchInlineSnapshot(`
      "# Made by hand.

      # In two paragraphs.

      codebook: lives
      version: 0.1.0
      title: Lives
      defaults:
        inflect: false
        speakers: {only: [young_person], not: []}
      themes:
        # of the origin
        - id: etre-ecoute
          name: Être écouté
          definition: |-
            One line: with a colon.
            Another line.
          rules:
            # a comment
            - "no"
            - id: x
              phrase: "*ness"
              case: exact
            - near: [[a, b], "c: d"]
              gap: 3
              within: turn
              unless:
                contained_in: [a b c]
                after:
                  - regex: x+
            - any: [only]
          examples:
            - text: " \\"Yes\\", she said.\\nNo: not #1. "
              expect: none
              todo: later
          themes:
            - id: theme-1
              name: 影響
              definition: Imported from a test; no definition given.

            - id: other
              name: Other
              definition: >-
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy

        - id: etre-ecoute-2
          name: Être écouté
          definition: Imported from a test; no definition given.
      "
    `)
    expect(lossLines(losses)).toMatchInlineSnapshot(`
      [
        "Être écouté: “no” | The rule is left out: its theme has it already.",
        "Être écouté: “***” | The rule is left out: it has a part without a letter or digit, and only words are matched.",
        "Être écouté: “a/b ~3 c: d (turn)” | The id of the rule is left out: it is no id, or stands twice in its theme.",
      ]
    `)
  })
})

describe('ids from names', () => {
  it.each([
    ['Trusting relationships', 'trusting-relationships'],
    ['Être écouté', 'etre-ecoute'],
    ['STRAßE & Ørsted', 'strasse-orsted'],
    ['care.virtue', 'care-virtue'],
    ['影響', ''],
    ['影響 2', ''],
    ['b 調査', ''],
    ['β-carotene', 'carotene'],
    ['16–17', '16-17'],
    ['a '.repeat(60), 'a-'.repeat(30).slice(0, -1)],
  ])('%j', (name, id) => {
    expect(idFromName(name)).toBe(id)
  })

  it('are different for siblings', () => {
    const next = siblingIds()
    const names = ['Care', 'care!', 'CARE', '影響 2', 'Care 2']
    expect(names.map((name) => next({ name }))).toEqual([
      'care',
      'care-2',
      'care-3',
      'theme-4',
      'care-2-2',
    ])
  })
})

describe('tables', () => {
  it.each([
    [
      'a,b\nc,"d ""e"", f"\n',
      ',',
      [
        ['a', 'b'],
        ['c', 'd "e", f'],
      ],
    ],
    [
      'a;b\n\n"x\ny";z',
      ';',
      [
        ['a', 'b'],
        ['x\ny', 'z'],
      ],
    ],
    ['a\tb\n"open', '\t', [['a', 'b'], ['open']]],
  ])('%j', (text, delimiter, rows) => {
    expect(csvDelimiter(text)).toBe(delimiter)
    expect(csvRows(text, delimiter).map(({ cells }) => cells)).toEqual(rows)
  })

  it('count the lines of cells with line breaks', () => {
    expect(csvRows('a\n"x\ny"\n\nb\n', ',').map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('are written so that they read the same', () => {
    const cells = ['plain', 'a,b', '"q"', ' x', 'two\nlines', '']
    expect(csvRows(csvLine(cells), ',')[0]?.cells).toEqual(cells)
  })
})

describe('the report of losses', () => {
  it('names each kind once, with its places', () => {
    const losses = Array.from({ length: 22 }, (_, n) => ({ where: `line ${n + 1}`, what: 'Gone.' }))
    const all = [{ where: 'line 9', what: 'Changed.' }, ...losses]
    const report = lossReport(all, undefined)
    expect(report).toBe(
      `Changed.\n  line 9\nGone. (22)\n${losses
        .slice(0, 20)
        .map(({ where }) => `  ${where}\n`)
        .join('')}  and 2 more: --losses FILE lists them all\n`,
    )
    expect(lossReport(all, 'l.csv')).toContain('\n  and 2 more in l.csv\n')
  })
})
