/** Attributes from the names of files. */
import { describe, expect, it } from 'vitest'
import { attributesOfNames } from '../src/ingest/file-names.ts'
import { compileGroups } from '../src/match/linear-regex.ts'

function attributesOf(id: string, pattern: string): Readonly<Record<string, string>> | undefined {
  const finder = compileGroups(pattern)
  if ('problem' in finder) throw new Error(finder.problem)
  const found = attributesOfNames([id], pattern, finder).attributes.get(id)
  return found && Object.fromEntries(found)
}

describe('a pattern for file names', () => {
  it.each([
    ['a/fife_group.txt', '(?<site>[a-z]+)_(?<kind>[a-z]+)', { site: 'fife', kind: 'group' }],
    ['a/fife_group.txt', '(?P<site>[a-z]+)_', { site: 'fife' }],
    ['a/fife_group.txt', '^(?<site>[a-z]+)', { site: 'fife' }],
    ['north/fife/talk.txt', '(?<area>[^/]+)/(?<site>[^/]+)/', { area: 'north', site: 'fife' }],
    ['fife.txt', '(?<site>[a-z]+)(?:_(?<kind>[a-z]+))?', { site: 'fife' }],
    ['Gàidhealach 3.txt', '(?<site>\\p{L}+) (?<wave>\\d)', { site: 'Gàidhealach', wave: '3' }],
    ['north/talk.txt', '^(?<area>north)', undefined],
    [`${'x'.repeat(200)}.txt`, '(?<a>(?:x+x+)+)y', undefined],
  ])('%s with %s', (id, pattern, expected) => {
    expect(attributesOf(id, pattern)).toEqual(expected)
  })

  it.each([
    ['(a', /cannot be read/u],
    ['(?<a>b)(?=c)', /looks around .* without it/u],
    ['([a-z]+)', /no named group/u],
    ['', /no named group/u],
    [`(?<a>${'b'.repeat(10_000)})`, /at most 10000/u],
  ])('%s is refused', (pattern, message) => {
    const finder = compileGroups(pattern)
    expect('problem' in finder ? finder.problem : '').toMatch(message)
  })
})
