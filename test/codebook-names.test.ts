import { describe, expect, it } from 'vitest'
import { nearestName } from '../src/codebook/nearest.ts'
import { compareVersions } from '../src/codebook/version.ts'

describe('nearestName', () => {
  const KEYS = ['phrase', 'seq', 'near', 'within', 'contained_in', 'merged_into', 'examples']
  it.each([
    ['phrse', 'phrase'],
    ['sqe', 'seq'],
    ['Near', 'near'],
    ['whitin', 'within'],
    ['contained-in', 'contained_in'],
    ['contained', 'contained_in'],
    ['exmaple', 'examples'],
    ['trust', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('%s → %s', (written, expected) => {
    expect(nearestName(written, KEYS)).toBe(expected)
  })
})

describe('compareVersions', () => {
  // From oldest to newest.
  const VERSIONS = [
    '0.9.9',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.1',
    '1.2.0',
    '1.10.0',
    '2.0.0',
  ]
  const pairs = VERSIONS.flatMap((a, i) =>
    VERSIONS.map((b, j) => [a, b, Math.sign(i - j)] as const),
  )
  it.each(pairs)('%s and %s: %i', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected)
  })

  it('does not look at build data', () => {
    expect(compareVersions('1.0.0+a', '1.0.0+b')).toBe(0)
  })
})
