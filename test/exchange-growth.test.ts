/** Twice the file takes twice the work: counted, see `steps.ts`. */
import { describe, expect, it } from 'vitest'
import { siblingIds } from '../src/codebook/exchange/draft-ids.ts'
import { imported } from './exchange.ts'
import { growthOf } from './steps.ts'

describe('ids of siblings', () => {
  it.each([
    ['of one name', () => 'care'],
    ['of names that numbers make', (n: number) => (n % 2 === 0 ? 'care' : `care ${n}`)],
    ['of names without letters', () => '影響'],
  ])('%s', async (_what, name) => {
    const { once, twice } = await growthOf(1000, (size) => {
      const nextId = siblingIds()
      const ids = Array.from({ length: size }, (_, n) => nextId({ name: name(n) }))
      expect(new Set(ids).size).toBe(size)
    })
    expect(twice).toBeLessThan(2.2 * once)
  })
})

it('keys of quanteda', async () => {
  const { once, twice } = await growthOf(2000, async (size) => {
    const lines = Array.from({ length: size }, (_, n) => `k${n}: w${n}\n`)
    const { draft } = await imported('quanteda', lines.join(''))
    expect(draft?.themes).toHaveLength(size)
  })
  expect(twice).toBeLessThan(2.2 * once)
})
