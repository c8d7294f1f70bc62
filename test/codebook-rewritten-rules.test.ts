/** Rules that are written otherwise and find the same need no more than a patch version. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCodebooks, requiredBump } from '../src/codebook/compare.ts'
import { ruleMeaning } from '../src/codebook/rule-meaning.ts'
import type { Codebook, Pattern, Rule, Theme } from '../src/types.ts'
import { codePassage, matcherOf, speech } from './coded.ts'
import { shortBook, themeLines } from './short-codebook.ts'

describe('a rule written otherwise', () => {
  const same = 'it finds the same'
  const rows: readonly (readonly [before: string, after: string, bump: string, text: string])[] = [
    ['Bus', 'bus', 'patch', `bus, was Bus; ${same}, and results name it bus`],
    [
      "driver's",
      'driver’s',
      'patch',
      `driver’s, was driver's; ${same}, and results name it driver’s`,
    ],
    [
      '{near: [bus, late]}',
      '{near: [late, bus]}',
      'patch',
      `late ~ bus, was bus ~ late; ${same}, and results name it late ~ bus`,
    ],
    [
      '{all: [bus, late, rain]}',
      '{all: [rain, late, bus]}',
      'patch',
      `rain & late & bus, was bus & late & rain; ${same}, and results name it rain & late & bus`,
    ],
    ['{id: b, any: [bus, bus]}', '{id: b, any: [bus]}', 'patch', `b (bus), was bus/bus; ${same}`],
    ['{any: [bus, bus]}', 'bus', 'patch', `bus, was bus/bus; ${same}, and results name it bus`],
    [
      '{id: a, any: [bus]}',
      '{id: b, any: [bus]}',
      'patch',
      `b (bus), was a; ${same}, and results name it b`,
    ],
    [
      '{any: [bus], unless: [Bus Stop]}',
      '{any: [bus], unless: [bus stop]}',
      'patch',
      'bus, other exceptions; they mean the same',
    ],
    [
      '{id: b, any: [Bus], case: exact}',
      '{id: b, any: [bus], case: exact}',
      'major',
      'b: bus, was Bus',
    ],
    [
      '{id: b, seq: [[bus, tram], late]}',
      '{id: b, seq: [bus, [late, tram]]}',
      'major',
      'b: bus + late/tram, was bus/tram + late',
    ],
    [
      '{id: b, seq: ["bus/tram", late]}',
      '{id: b, seq: [[bus, tram], late]}',
      'major',
      'b: another pattern that reads the same in short',
    ],
    ['{id: b, any: [İs]}', '{id: b, any: [i̇s]}', 'major', 'b: i̇s, was İs'],
    [
      '{id: b, seq: [bus, late]}',
      '{id: b, seq: [late, bus]}',
      'major',
      'b: late + bus, was bus + late',
    ],
    [
      '{id: b, near: [bus, late, rain]}',
      '{id: b, near: [rain, late, bus]}',
      'major',
      'b: rain ~ late ~ bus, was bus ~ late ~ rain',
    ],
  ]
  test.each(rows)('%s → %s: %s', async (before, after, bump, text) => {
    const book = (rule: string) => shortBook(themeLines('bus', rule))
    const changes = compareCodebooks(await book(before), await book(after))
    const said = bump === 'patch' ? 'rule written otherwise' : 'rule changed'
    expect(changes.map((change) => [change.bump, change.text])).toEqual([
      [bump, `${said}: ${text}`],
    ])
  })

  test('exceptions of a theme', async () => {
    const book = (unless: string, settings = '') =>
      shortBook(
        `- {id: bus, name: N, definition: d, rules: [{any: [bus]${settings}}], unless: [${unless}]}\n`,
      )
    const bump = async (settings = '') =>
      requiredBump(
        compareCodebooks(await book('Bus Stop', settings), await book('bus stop', settings)),
      )
    expect(await bump()).toBe('patch')
    expect(await bump(', case: exact')).toBe('major')
  })
})

const BASE = await shortBook(themeLines('bus', 'bus'))
const [THEME] = BASE.themes
const [RULE] = THEME?.rules ?? []

function ruleWith(pattern: Pattern): Rule {
  if (RULE === undefined) throw new Error('the codebook of the test has a rule')
  return { ...RULE, id: 'rule', pattern }
}

function bookOf(rule: Rule): Codebook {
  const themes = BASE.themes.map((theme): Theme => ({ ...theme, rules: [rule] }))
  return { ...BASE, themes }
}

const word = fc.constantFrom('bus', 'Bus', 'late', 'LATE', "don't", 'don’t', 'bus late', 'Bus Late')
const items = fc.array(fc.array(word, { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 3,
})
const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  word.map((phrase) => ({ kind: 'phrase' as const, phrase })),
  fc.record({
    kind: fc.constantFrom('seq' as const, 'near' as const),
    items,
    gap: fc.integer({ min: 0, max: 2 }),
    within: fc.constant('sentence' as const),
  }),
  fc.record({ kind: fc.constant('all' as const), items, within: fc.constant('segment' as const) }),
)
const sentence = fc
  .array(fc.constantFrom('bus', 'buses', 'Late', "don't", 'Don’t', 'and', 'late'), { maxLength: 9 })
  .map((words) => `${words.join(' ')}.`)

test('rules of one meaning code the same segments', () => {
  let compared = 0
  fc.assert(
    fc.property(
      pattern,
      fc.array(pattern, { minLength: 20, maxLength: 20 }),
      fc.array(sentence),
      (one, others, sentences) => {
        const meaning = ruleMeaning(ruleWith(one))
        const turned = 'items' in one ? [{ ...one, items: one.items.toReversed() }] : []
        const alike = [...others, ...turned].filter(
          (other) => ruleMeaning(ruleWith(other)) === meaning,
        )
        const passage = speech(sentences.join(' '))
        const coded = (written: Pattern) =>
          codePassage(matcherOf(bookOf(ruleWith(written))), passage, {
            unit: 'sentence',
            excludedRoles: new Set<string>(),
          }).coded.map(({ segment }) => segment.start)
        const expected = coded(one)
        for (const other of alike) {
          compared += 1
          expect(coded(other)).toEqual(expected)
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(compared).toBeGreaterThan(50)
})
