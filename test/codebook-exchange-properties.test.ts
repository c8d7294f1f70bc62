import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftYaml } from '../src/codebook/exchange/draft-yaml.ts'
import type { Draft, DraftRule, DraftTheme } from '../src/codebook/exchange/exchange.ts'
import { lintCodebook } from '../src/codebook/lint.ts'
import type { Codebook, Pattern, Rule } from '../src/types.ts'
import { codebookOf, exported, imported, parsed, recognised } from './exchange.ts'

const RUNS = { numRuns: 60 }
const PATIENCE = 60_000

const word = fc.constantFrom(
  ...[
    'care',
    'home',
    'no',
    'true',
    '12',
    'café',
    'don’t',
    'care-leaver',
    'worr*',
    'h?me',
    '*ness',
    'SEND',
    '影響',
    'a:b',
    '#tag',
    'x_y',
    '(1)',
    '"q"',
    '+plus',
    '<of>',
    'e.g.',
  ],
)
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const alternatives = fc.array(phrase, { minLength: 1, maxLength: 3 })

const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  { weight: 5, arbitrary: phrase.map((text): Pattern => ({ kind: 'phrase', phrase: text })) },
  fc.record({
    kind: fc.constantFrom('seq', 'near'),
    items: fc.array(alternatives, { minLength: 1, maxLength: 3 }),
    gap: fc.constantFrom(0, 3, 8),
    within: fc.constantFrom('sentence', 'turn'),
  }),
  fc.record({
    kind: fc.constant('all'),
    items: fc.array(alternatives, { minLength: 2, maxLength: 3 }),
    within: fc.constantFrom('segment', 'turn'),
  }),
  fc.constantFrom('adv[io]ce', 'PAs?').map((source): Pattern => ({ kind: 'regex', source })),
)

const rule: fc.Arbitrary<DraftRule> = fc.record({
  pattern,
  id: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
  settings: fc.option(
    fc.constantFrom(
      { inflect: true },
      { case: 'exact' as const },
      { negation: 'exclude' as const },
    ),
    {
      nil: undefined,
      freq: 4,
    },
  ),
})

const name = fc.constantFrom(
  'Care',
  'care',
  'Home life',
  'Être écouté',
  '影響',
  'A (2)',
  'x > y',
  'a|b',
  '%',
  '@x',
  'no',
  '__',
  '+',
)
const prose = fc.constantFrom(
  '',
  'What it is.',
  ' Two\nlines: "quoted" # here ',
  'é'.repeat(120),
  `${'long '.repeat(40)}end`,
)

function themeOf(themes: fc.Arbitrary<DraftTheme[]>): fc.Arbitrary<DraftTheme> {
  return fc.record({
    name,
    definition: prose,
    include: fc.option(prose, { nil: undefined, freq: 3 }),
    rules: fc.array(rule, { maxLength: 5 }),
    themes,
  })
}
const grandchild = themeOf(fc.constant([]))
const child = themeOf(fc.array(grandchild, { maxLength: 1 }))
const theme = themeOf(fc.array(child, { maxLength: 2 }))

const draft: fc.Arbitrary<Draft> = fc
  .record({
    title: fc.constantFrom('Lives', 'a: b', ''),
    description: prose,
    themes: fc.array(theme, { minLength: 1, maxLength: 3 }),
  })
  .map((parts) => ({
    ...parts,
    id: 'lives',
    language: '',
    settings: { inflect: false, spelling: 'as-written' as const, hyphen: 'exact' as const },
    origin: 'a test',
    notes: [],
  }))

describe('any draft', () => {
  it(
    'becomes a codebook without errors, with every theme in its place',
    async () => {
      await fc.assert(
        fc.asyncProperty(draft, async (made) => {
          const codebook = await parsed(draftYaml(made, 'lives').text)
          expect(lintCodebook(codebook).filter(({ severity }) => severity === 'error')).toEqual([])
          const names = (themes: readonly DraftTheme[], level = 1): readonly string[] =>
            themes.flatMap(({ name: one, themes: below }) => [
              `${level} ${one}`,
              ...names(below, level + 1),
            ])
          const found = codebook.themes.map(({ name: one, level }) => `${level} ${one}`)
          expect(found).toEqual(names(made.themes))
        }),
        RUNS,
      )
    },
    PATIENCE,
  )
})

/** Themes and phrases of a codebook, without regard to order or to a title of the file. */
function termsIn(codebook: Codebook): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    codebook.themes.map(({ id, rules }) => [
      id,
      new Set(rules.map((one) => (one.pattern.kind === 'phrase' ? one.pattern.phrase : one.id))),
    ]),
  )
}

describe('a round trip', () => {
  it.each(['quanteda', 'liwc', 'liwc-22', 'wordstat', 'yoshikoder', 'lexicoder', 'csv'])(
    'through %s loses nothing but what was reported',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(draft, async (made) => {
          const before = await parsed(draftYaml(made, 'lives').text)
          const written = await exported(format, before)
          const result = await imported(format, written.text)
          const told = [...written.losses, ...result.losses]
          if (result.draft === undefined || result.draft.themes.length === 0) {
            expect(told.length).toBeGreaterThan(0)
            return
          }
          const { codebook: after, losses } = await codebookOf(result, 'lives')
          if (told.length + losses.length === 0) expect(termsIn(after)).toEqual(termsIn(before))
          const kept = new Set(after.themes.flatMap(({ rules }) => rules.map(({ id }) => id)))
          const lost = before.themes.flatMap(({ rules }) =>
            rules.flatMap((one) => (one.pattern.kind === 'phrase' ? [one.pattern.phrase] : [])),
          )
          for (const term of lost) {
            const isTold = told.some(
              ({ where }) => where.includes(`“${term}”`) || where.includes(`“${term}#`),
            )
            expect([term, kept.has(term) || isTold]).toEqual([term, true])
          }
          const known = new Set(before.themes.flatMap(({ rules }) => rules.flatMap(phrasesOf)))
          for (const { rules } of after.themes) {
            for (const { pattern: found } of rules) {
              expect(found.kind).toBe('phrase')
              if (found.kind === 'phrase') expect(known).toContain(found.phrase)
            }
          }
        }),
        RUNS,
      )
    },
    PATIENCE,
  )
})

/** Every phrase that a rule may be written as. */
function phrasesOf({ pattern: found }: Rule): readonly string[] {
  if (found.kind === 'phrase') return [found.phrase]
  if (found.kind !== 'seq') return []
  return found.items.reduce<readonly string[]>(
    (heads, item) => heads.flatMap((head) => item.map((one) => `${head} ${one}`.trim())),
    [''],
  )
}

const SAMPLES: readonly (readonly [string, string])[] = [
  ['liwc', '%\n1\tfeelings\n\t2\tworry\n%\nworr*\t1\t2\nlike\t(02 134)125/464\t2\nkind <of>\t1\n'],
  ['liwc-22', 'DicTerm,feelings,feelings|joy\nhapp*,X,\n"a, b",1,0.5\n'],
  ['wordstat', 'FEELINGS\n\tJOY\n\t\tHAPP* (1)\n\t@R [A NEAR B] (1)\n'],
  [
    'yoshikoder',
    '<dictionary patternengine="substring"><cnode name="a"><cnode name="b"><pnode name="c*"/></cnode></cnode></dictionary>',
  ],
  ['lexicoder', '+joy\nhapp*\n+worry\nafraid\n'],
  ['quanteda', 'joy: &a [happ*, "over the moon"]\nworry:\n  fear: *a\n'],
  ['csv', 'theme,term,definition\nJoy > Play,"play, sing",x\n'],
  ['scored-words', 'abandon|VB\t-2\tx,y\njoy\t3\nsad\t-1\n'],
]

describe('a broken file', () => {
  it.each(SAMPLES)(
    'of %s never throws, and what comes of it is a codebook',
    async (format, text) => {
      const slip = fc.record({
        at: fc.nat(text.length),
        length: fc.nat(8),
        put: fc.constantFrom(
          '',
          '\t',
          '\n',
          '%',
          '"',
          '<',
          '&',
          '*',
          '\u0000',
          '\uD800',
          ': ',
          text,
        ),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 4 }), async (slips) => {
          const broken = slips.reduce(
            (now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length),
            text,
          )
          const result = await imported(format, broken)
          if (result.draft === undefined) {
            expect(result.diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
          } else if (result.draft.themes.length > 0) await codebookOf(result)
        }),
        { numRuns: 150 },
      )
    },
    PATIENCE,
  )
})

const CORPORA = '../shared/corpora/dictionaries'

describe.skipIf(!existsSync(CORPORA))(
  'real dictionaries (skipped where ../shared is absent)',
  () => {
    it.each([
      ['Loughran_and_McDonald_2014.cat', 'wordstat', 9, 4232, 0],
      ['RID.CAT', 'wordstat', 52, 3150, 1],
      ['mfd2.0.dic', 'liwc', 10, 2103, 0],
      ['quanteda_yaml/newsmap_chinese_traditional.yml', 'quanteda', 268, 760, 1],
      ['quanteda_yaml/newsmap_english.yml', 'quanteda', 268, 819, 0],
      ['quanteda_yaml/newsmap_french.yml', 'quanteda', 268, 882, 0],
      ['quanteda_yaml/newsmap_italian.yml', 'quanteda', 268, 853, 1],
      ['quanteda_yaml/newsmap_portuguese.yml', 'quanteda', 268, 1211, 0],
      ['quanteda_yaml/newsmap_spanish.yml', 'quanteda', 268, 885, 5],
      ['quanteda_yaml/newsmap_turkish.yml', 'quanteda', 268, 803, 4],
      ['AFINN-111.txt', 'scored-words', 3, 2477, 2477],
      ['sentiws_v1.8c_negative.txt', 'scored-words', 1, 15559, 1818 + 1818 + 73],
    ])('%s', async (path, format, themes, rules, losses) => {
      const text = readFileSync(`${CORPORA}/${path}`, 'utf8').replace(/\r\n?/gu, '\n')
      expect(recognised(basename(path), text)).toBe(format)
      const result = await imported(format, text, basename(path))
      const { codebook, losses: further } = await codebookOf(result)
      expect(further).toEqual([])
      expect(lintCodebook(codebook).filter(({ severity }) => severity === 'error')).toEqual([])
      expect(codebook.themes).toHaveLength(themes)
      expect(codebook.themes.flatMap((one) => one.rules)).toHaveLength(rules)
      expect(result.losses).toHaveLength(losses)
    })
  },
)
