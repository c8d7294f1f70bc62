import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { normalise, normaliseCase } from '../src/match/normalise.ts'
import { loadStemmer } from '../src/match/stem.ts'

describe('normalise', () => {
  const table: readonly (readonly [name: string, raw: string, folded: string, cased: string])[] = [
    ['plain words stay', 'carer', 'carer', 'carer'],
    ['capitals', 'CAMHS', 'camhs', 'CAMHS'],
    ['straight apostrophe', "Don't", "don't", "Don't"],
    ['right single quote', 'Don\u2019t', "don't", "Don't"],
    ['left single quote', 'don\u2018t', "don't", "don't"],
    ['modifier apostrophe', 'don\u02BCt', "don't", "don't"],
    ['full-width apostrophe', 'don\uFF07t', "don't", "don't"],
    ['backtick', 'Don`t', "don't", "Don't"],
    ['backtick beside an accent', 'Café`s', "café's", "Café's"],
    ['acute accent typed for an apostrophe', 'don\u00B4t', "don't", "don't"],
    ['soft hyphen', 'place\u00ADment', 'placement', 'placement'],
    ['zero-width space', 'place\u200Bment', 'placement', 'placement'],
    ['byte-order mark inside', '\uFEFFHome', 'home', 'Home'],
    ['word joiner', 'home\u2060less', 'homeless', 'homeless'],
    ['mark of direction', '\u200Ehome\u200F', 'home', 'home'],
    ['plain hyphen', 'Care-leaver', 'care-leaver', 'Care-leaver'],
    ['typographic hyphen', 'care\u2010leaver', 'care-leaver', 'care-leaver'],
    ['hyphen that does not break', 'care\u2011leaver', 'care-leaver', 'care-leaver'],
    ['short dash', 'care\u2013leaver', 'care-leaver', 'care-leaver'],
    ['accents stay', 'Café', 'café', 'Café'],
    ['decomposed accents are composed', 'Cafe\u0301', 'café', 'Café'],
    ['Gaelic', 'Clann-nighean', 'clann-nighean', 'Clann-nighean'],
    ['Gaelic accents', 'ÒIGE', 'òige', 'ÒIGE'],
    ['Welsh', 'Tŷ', 'tŷ', 'Tŷ'],
    ['ligature', '\uFB01rst', 'first', 'first'],
    ['ligature in capitals', 'O\uFB03ce', 'office', 'Office'],
    ['full-width letters', '\uFF23\uFF41\uFF52\uFF45', 'care', 'Care'],
    ['German ß stays', 'Straße', 'straße', 'Straße'],
    ['German capital ß', 'STRA\u1E9EE', 'straße', 'STRA\u1E9EE'],
    ['Turkish İ is one letter', '\u0130pek', 'ipek', '\u0130pek'],
    ['Turkish ı stays', 'Yıldız', 'yıldız', 'Yıldız'],
    ['Cyrillic', 'Дім', 'дім', 'Дім'],
    ['digits', '16', '16', '16'],
    ['wide digits', '\uFF11\uFF16', '16', '16'],
    ['a letter outside the first plane', '\u{1D402}are', 'care', 'Care'],
    ['emoji', '\u{1F600}', '\u{1F600}', '\u{1F600}'],
    ['half of a surrogate pair', '\uD83D', '\uD83D', '\uD83D'],
    ['nothing', '', '', ''],
  ]
  it.each(table)('%s: %s', (_name, raw, folded, cased) => {
    expect(normalise(raw)).toBe(folded)
    expect(normaliseCase(raw)).toBe(cased)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(normalise(normalise(raw))).toBe(normalise(raw))
        expect(normaliseCase(normaliseCase(raw))).toBe(normaliseCase(raw))
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('gives the same with the capitals folded before or after', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(normalise(normaliseCase(raw))).toBe(normalise(raw))
      }),
      { numRuns: 500, seed: 2 },
    )
  })

  it('treats plain and other characters alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (raw) => {
        expect(normalise(`${raw}é`)).toBe(`${normalise(raw)}é`)
        expect(normaliseCase(`${raw}é`)).toBe(`${normaliseCase(raw)}é`)
      }),
      { seed: 3 },
    )
  })
})

describe('stems', () => {
  // First, while the stemmer is not loaded yet.
  it('prints nothing when it is loaded and used', async () => {
    const spies = [
      vi.spyOn(process.stdout, 'write'),
      vi.spyOn(process.stderr, 'write'),
      ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
        vi.spyOn(console, name),
      ),
    ]
    const stem = await loadStemmer()
    stem('caring')
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled()
      spy.mockRestore()
    }
  })

  const together: readonly (readonly [string, string])[] = [
    ['care', 'careful'],
    ['care', 'caring'],
    ['family', 'families'],
    ['trust', 'trusted'],
  ]
  const apart: readonly (readonly [string, string])[] = [
    ['child', 'children'],
    ['leave', 'left'],
    ['care', 'carer'],
    ['place', 'placement'],
  ]
  it.each(together)('%s and %s have one stem', async (left, right) => {
    const stem = await loadStemmer()
    expect(stem(left)).toBe(stem(right))
  })

  it.each(apart)('%s and %s have two', async (left, right) => {
    const stem = await loadStemmer()
    expect(stem(left)).not.toBe(stem(right))
  })
})
