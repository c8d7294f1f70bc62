import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildcards } from '../src/match/wildcards.ts'
import { growthOf } from './steps.ts'

function satisfies(word: string, form: string): boolean {
  const file = wildcards()
  file.add(word, 7)
  const found = new Set<number>()
  file.find(form, found)
  return found.has(7)
}

/** The same by backtracking, which takes for ever on long words. */
function reference(word: string, form: string): boolean {
  const source = Array.from(word, (letter) => {
    if (letter === '*') return "[\\p{L}\\p{M}\\p{N}']*"
    return letter === '?' ? '\\p{L}\\p{M}*(?!\\p{M})' : letter
  }).join('')
  return new RegExp(`^${source}$`, 'u').test(form)
}

describe('a form satisfies a wildcard word', () => {
  it.each([
    ['befriend*', 'befriended', true],
    ['befriend*', 'befriend', true],
    ['befriend**', 'befriending', true],
    ['*ment', 'placements', false],
    ['*help*', 'unhelpful', true],
    ['*a*b*a', 'aabba', true],
    ['*a*b*a', 'aabbab', false],
    ['wom?n', 'women', true],
    ['wom?n', 'womn', false],
    ['p?', 'p1', false],
    ['p*', "p1's", true],
    ['?*', 'x\u0302', true],
    ['??', 'x\u0302', false],
    ['?are', '\u{1D402}are', true],
    ['1*', '1⁄2', false],
    ['1⁄*', '1⁄2', true],
  ])('%s, %s: %s', (word, form, expected) => {
    expect(satisfies(word, form)).toBe(expected)
  })

  it('is told as by backtracking', () => {
    const letters = (...more: readonly string[]) =>
      fc
        .array(fc.constantFrom('a', 'a', 'b', '1', "'", '\u0302', '\u{1D402}', ...more), {
          minLength: 1,
          maxLength: 9,
        })
        .map((list) => list.join(''))
    fc.assert(
      fc.property(letters('*', '*', '?'), letters(), (word, form) => {
        expect(satisfies(word, form)).toBe(reference(word, form))
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('takes twice the work for twice as long a form, and never explodes', async () => {
    const { once, twice } = await growthOf(100, (length) =>
      expect(satisfies('*a*a*b', 'a'.repeat(length))).toBe(false),
    )
    expect(twice).toBeLessThan(2.2 * once)
    // Each letter is looked at in code that can be counted, and not by a regular expression.
    expect(twice - once).toBeGreaterThanOrEqual(100)
  })
})
