/** Keyness and dispersion against published values and those of the reference file. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deviationOfProportions,
  normalisedDeviation,
  partSizes,
} from '../src/analyse/dispersion.ts'
import { logLikelihood, logRatio } from '../src/analyse/keyness.ts'

const ORACLES = '../shared/oracles/oracles.json'

/** target, targetSize, reference, referenceSize, then G² of four cells and the log ratio. */
const TABLES: readonly (readonly [number, number, number, number, number, number])[] = [
  [50, 10_000, 20, 10_000, 13.328021, 1.321928],
  [32, 1200, 10, 900, 6.782809, 1.263034],
  [7, 10, 2, 9, 4.534939, 1.655352],
  // Rayson and Garside's worked example; with two terms it would be 2.6517.
  [52, 50_000, 57, 75_000, 2.654064, 0.452512],
]

function corpora(target: number, targetSize: number, reference: number, referenceSize: number) {
  return { target, targetSize, reference, referenceSize }
}

describe('log-likelihood', () => {
  it.each(TABLES)('%i of %i against %i of %i', (a, c, b, d, g2, ratio) => {
    expect(logLikelihood(corpora(a, c, b, d))).toBeCloseTo(g2, 5)
    expect(logRatio(corpora(a, c, b, d))).toBeCloseTo(ratio, 5)
  })

  it.each([
    ['no words at all', corpora(0, 0, 0, 0), 0, undefined],
    ['no occurrence', corpora(0, 100, 0, 100), 0, 0],
    ['the same share', corpora(5, 100, 10, 200), 0, 0],
    ['only here: half an occurrence stands for none', corpora(8, 100, 0, 100), 11.42378, 4],
    ['nothing to compare with', corpora(8, 100, 0, 0), 0, undefined],
  ])('%s', (_name, both, g2, ratio) => {
    expect(logLikelihood(both)).toBeCloseTo(g2, 3)
    if (ratio === undefined) expect(logRatio(both)).toBeUndefined()
    else expect(logRatio(both)).toBeCloseTo(ratio, 9)
  })

  it('is never negative and does not depend on which corpus comes first', () => {
    const part = fc.tuple(fc.nat(500), fc.nat(5000)).map(([hits, others]) => [hits, hits + others])
    fc.assert(
      fc.property(part, part, ([a = 0, c = 0], [b = 0, d = 0]) => {
        const forth = logLikelihood(corpora(a, c, b, d))
        expect(forth).toBeGreaterThanOrEqual(0)
        expect(forth).toBeCloseTo(logLikelihood(corpora(b, d, a, c)), 6)
      }),
    )
  })
})

function dispersion(counts: readonly number[], sizes: readonly number[]) {
  const parts = partSizes(sizes)
  const all = new Map(counts.map((count, part) => [part, count]))
  const found = new Map([...all].filter(([, count]) => count > 0))
  return {
    dp: deviationOfProportions(all, parts),
    dpNorm: normalisedDeviation(all, parts),
    dpOfFound: deviationOfProportions(found, parts),
  }
}

describe('dispersion', () => {
  it.each([
    ['five equal parts', [0, 0, 1, 2, 5], [1000, 1000, 1000, 1000, 1000], 0.475, 0.59375],
    ['unequal parts', [3, 0, 7, 1], [500, 1500, 2000, 1000], 0.4090909, 0.4545455],
    ['Gries, the word a', [1, 2, 3, 4, 5], [9, 10, 10, 10, 11], 0.18, 0.2195122],
    ['as the words are', [1, 2, 3], [100, 200, 300], 0, 0],
    ['all in the smallest part', [4, 0], [100, 300], 0.75, 1],
  ])('%s', (_name, counts, sizes, dp, dpNorm) => {
    const found = dispersion(counts, sizes)
    expect(found.dp).toBeCloseTo(dp, 6)
    expect(found.dpOfFound).toBeCloseTo(dp, 6)
    expect(found.dpNorm).toBeCloseTo(dpNorm, 6)
  })

  it.each([
    ['no occurrence', [0, 0], [10, 10]],
    ['no words', [0], [0]],
    ['one part', [3], [10]],
    ['one part with words', [3, 0], [10, 0]],
  ])('is undefined for %s', (_name, counts, sizes) => {
    expect(dispersion(counts, sizes).dpNorm).toBeUndefined()
  })

  it('lies between 0 and 1', () => {
    const part = fc.tuple(fc.nat(20), fc.integer({ min: 20, max: 5000 }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 12 }), (parts) => {
        const counts = parts.map(([count]) => count)
        const sizes = parts.map(([, size]) => size)
        const { dpNorm } = dispersion(counts, sizes)
        if (counts.every((count) => count === 0)) expect(dpNorm).toBeUndefined()
        else {
          expect(dpNorm).toBeGreaterThanOrEqual(-1e-9)
          expect(dpNorm).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})

/** The reference values; none where the file is absent. */
function oracles(): readonly unknown[] {
  if (!existsSync(ORACLES)) return []
  const file: unknown = JSON.parse(readFileSync(ORACLES, 'utf8'))
  const list = field(file, 'oracles')
  return Array.isArray(list) ? list : []
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map(Object.entries(value)).get(name)
    : undefined
}

function number(value: unknown, name: string): number {
  const found = field(value, name)
  if (typeof found !== 'number') throw new Error(`no number ${name}`)
  return found
}

function numbers(value: unknown, name: string): readonly number[] {
  const found = field(value, name)
  return Array.isArray(found) ? found.filter((one) => typeof one === 'number') : []
}

// Skipped where the reference file is absent.
describe.skipIf(!existsSync(ORACLES))('the reference file', () => {
  it('agrees on four-cell G² and the log ratio', () => {
    const known = oracles().filter((one) => field(field(one, 'computed'), 'll_4term') !== undefined)
    expect(known.length).toBeGreaterThan(0)
    for (const one of known) {
      const input = field(one, 'input')
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => number(input, name))
      const both = corpora(a ?? 0, c ?? 0, b ?? 0, d ?? 0)
      const computed = field(one, 'computed')
      expect(logLikelihood(both)).toBeCloseTo(number(computed, 'll_4term'), 9)
      expect(logRatio(both)).toBeCloseTo(number(computed, 'log_ratio'), 9)
    }
  })

  it('agrees on DP and DPnorm', () => {
    const known = oracles().filter((one) => field(field(one, 'computed'), 'DP') !== undefined)
    expect(known.length).toBeGreaterThan(2)
    for (const one of known) {
      const input = field(one, 'input')
      const found = dispersion(numbers(input, 'v'), numbers(input, 's'))
      const computed = field(one, 'computed')
      expect(found.dp).toBeCloseTo(number(computed, 'DP'), 9)
      expect(found.dpNorm).toBeCloseTo(number(computed, 'DPnorm_lijffijt_gries'), 9)
    }
  })
})
