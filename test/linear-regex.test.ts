import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRegex, regexProblem } from '../src/match/linear-regex.ts'
import { growthOf } from './steps.ts'

function found(source: string, text: string, fold = true): readonly string[] {
  const spans = compileRegex(source, fold).find(text, 0, text.length)
  return spans.map(({ start, end }) => text.slice(start, end))
}

describe('matches', () => {
  it.each([
    [
      '(?:PA|personal advis[eo]r)s?',
      'My PA, both PAs and a personal adviser; spa, PAX',
      ['PA', 'PAs', 'personal adviser'],
    ],
    ['pa', 'PA pa Pa', ['PA', 'pa', 'Pa']],
    ['care|carer|care leaver', 'carer, care leaver, careful', ['carer', 'care leaver']],
    ['carer|care', 'care carer', ['care', 'carer']],
    ['support.*worker', 'support from my worker and worker', ['support from my worker and worker']],
    ['support.*?worker', 'support from my worker and worker', ['support from my worker']],
    ['[?*]?care', 'care', ['care']],
    ['caf\\p{L}', 'café cafés cafe\u0301', ['café']],
    ['é', 'é été', ['é']],
    ["don't know", "I don’t know. I don't\nknow.", ['don’t know', "don't\nknow"]],
    ['don’t', "don't", ["don't"]],
    ['care-leaver', 'care‑leaver care-leaver', ['care‑leaver', 'care-leaver']],
    ['#\\w+', '#one #two three#four', ['#one', '#two']],
    ['\\w+\\.', 'one.two. three.', ['two.', 'three.']],
    ['x', '😀x😀 x', ['x', 'x']],
    ['[^ ]+', '. a .', ['.', 'a', '.']],
    ['\\.', '. . .', ['.', '.', '.']],
    ['\\.\\.', '.... ..', ['..', '..', '..']],
    ['care\\.?', 'I care.', ['care.']],
    ['#?one', '#one, one', ['#one', 'one']],
    ['^my', 'my own my', ['my']],
    ['home$', 'home is home', ['home']],
    ['שלום', 'שלום לך', ['שלום']],
    ['(?i:pa)s', 'PAs', ['PAs']],
  ])('/%s/ in %j', (source, text, expected) => {
    expect(regexProblem(source)).toBeUndefined()
    expect(found(source, text)).toEqual(expected)
  })

  it('tells capitals apart where asked', () => {
    expect(found('SEND', 'send SEND', false)).toEqual(['SEND'])
  })

  it('stays inside the range, with places of the whole text', () => {
    expect(compileRegex('care', true).find('care care care', 5, 9)).toEqual([{ start: 5, end: 9 }])
  })
})

describe('refusals', () => {
  it.each([
    ['', /empty/u],
    ['  ', /empty/u],
    ['(a', /cannot be read .*missing closing \)/u],
    ['a)(b', /cannot be read/u],
    ['*a', /cannot be read/u],
    ['[a', /cannot be read/u],
    ['\\p{Nothing}', /cannot be read/u],
    ['(((a{100}){100}){100}){100}', /cannot be read/u],
    ['a(?=b)', /linear-time/u],
    ['(?<!a)b', /linear-time/u],
    ['(a)\\1', /linear-time/u],
    ['a*', /no text at all/u],
    ['\\b', /no text at all/u],
    ['^', /no text at all/u],
    ['(?:a|)', /no text at all/u],
    ['a'.repeat(10_001), /at most 10000/u],
  ])('/%s/', (source, message) => {
    expect(regexProblem(source)).toMatch(message)
  })
})

describe('work', () => {
  it('grows with the text and never explodes', async () => {
    const regex = compileRegex('(?:x+x+)+y', true)
    const work = (length: number) =>
      growthOf(length, (xs) => expect(regex.find('x'.repeat(xs), 0, xs)).toEqual([]))
    // The engine of JavaScript would take 2 to the power of 20 steps, and show none of them.
    const short = await work(10)
    expect(short.twice - short.once).toBeGreaterThanOrEqual(10)
    const long = await work(500)
    expect(long.twice).toBeLessThan(2.2 * long.once)
  })
})

describe('any text', () => {
  const LETTER = /[\p{L}\p{N}\p{M}]/u
  const words = fc.array(
    fc.constantFrom('care', 'carer', 'PA', ' ', ' ', '.', '’', 'é', '\u0301', '😀', '-', '\n', 'x'),
  )
  const sources = fc.constantFrom(
    'care',
    'care|carer',
    'c\\w+',
    'PA.?',
    '[^ ]+',
    '.+?x',
    '\\W+care',
  )

  it('gives disjoint matches in order, of whole words', () => {
    fc.assert(
      fc.property(words, sources, (parts, source) => {
        const text = parts.join('')
        let from = 0
        for (const { start, end } of compileRegex(source, true).find(text, 0, text.length)) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(LETTER.test([...text.slice(0, start)].at(-1) ?? '')).toBe(false)
          expect(LETTER.test([...text.slice(end)][0] ?? '')).toBe(false)
          from = end
        }
      }),
    )
  })
})
