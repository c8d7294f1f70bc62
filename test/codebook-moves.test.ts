/** Themes that move, merge, come back and count one another, from one version of a codebook to another. */
import { describe, expect, test } from 'vitest'
import { compareCodebooks, requiredBump } from '../src/codebook/compare.ts'
import { movedThemes } from '../src/codebook/moved-themes.ts'
import type { Codebook } from '../src/types.ts'
import { shortBook, themeLines } from './short-codebook.ts'

describe('what a theme counts', () => {
  const food = (...children: readonly string[]) => themeLines('food', 'lunch', children)
  const counts = 'now counts what it finds'
  const rows: readonly (readonly [
    name: string,
    before: string,
    after: string,
    bump: string,
    changes: readonly string[],
  ])[] = [
    [
      'a new theme below one that was there changes what that one counts',
      food(),
      food(themeLines('bread', 'bread')),
      'major',
      [
        `theme added: N, 1 rule; food, which was there before, ${counts} (a theme at the top would be minor)`,
      ],
    ],
    [
      'so does one that is deeper',
      food(),
      food(themeLines('bakery', '', [themeLines('bread', 'bread')])),
      'major',
      [
        'theme added: N, 0 rules',
        `theme added: N, 1 rule; food, which was there before, ${counts} (a theme at the top would be minor)`,
      ],
    ],
    [
      'a new theme without rules finds nothing',
      food(),
      food(themeLines('bread', '')),
      'minor',
      ['theme added: N, 0 rules'],
    ],
    [
      'a new theme with a new theme below it',
      themeLines('bus', 'bus'),
      themeLines('bus', 'bus') + food(themeLines('bread', 'bread')),
      'minor',
      ['theme added: N, 1 rule', 'theme added: N, 1 rule'],
    ],
    [
      'a theme that moved below another',
      food() + themeLines('bread', 'bread'),
      food(themeLines('bread', 'bread')),
      'major',
      [`theme had the id bread; food ${counts}`],
    ],
    [
      'a theme that moved out of another',
      food(themeLines('bread', 'bread')),
      food() + themeLines('bread', 'bread'),
      'major',
      ['theme had the id food/bread; food no longer counts what it finds'],
    ],
    [
      'a theme whose parent got another id stays where it was',
      food(themeLines('bread', 'bread')),
      themeLines('meals', 'lunch', [themeLines('bread', 'bread')]),
      'major',
      ['theme had the id food', 'theme had the id food/bread'],
    ],
  ]
  test.each(rows)('%s', async (_name, before, after, bump, texts) => {
    const changes = compareCodebooks(await shortBook(before), await shortBook(after))
    expect(changes.map(({ text }) => text)).toEqual(texts)
    expect(requiredBump(changes)).toBe(bump)
  })
})

describe('where themes went', () => {
  const retired = (...ids: readonly string[]) =>
    `retired: [${ids.map((id) => `{id: ${id}, since: 2.0.0, merged_into: road}`)}]\n`
  const bus = themeLines('bus', 'bus')
  const coach = themeLines('coach', 'coach')
  const rows: readonly (readonly [
    name: string,
    before: string,
    after: Promise<Codebook>,
    moves: readonly string[],
    changes: readonly string[],
  ])[] = [
    [
      'of two that became a new one the first is it',
      bus + coach,
      shortBook(themeLines('road', 'bus, coach'), retired('coach', 'bus')),
      ['bus = road', 'coach in road'],
      ['theme had the id bus', 'rule added: coach', 'theme merged into road'],
    ],
    [
      'or the one with its rules',
      bus + coach,
      shortBook(themeLines('road', 'coach'), retired('bus', 'coach')),
      ['bus in road', 'coach = road'],
      ['theme had the id coach', 'theme merged into road'],
    ],
    [
      'two with the same rules, and one new one with them',
      bus + themeLines('lorry', 'bus'),
      shortBook(themeLines('road', 'bus')),
      ['bus = road', 'lorry in road'],
      ['theme had the id bus', 'theme merged into road'],
    ],
    [
      'two with the same rules, and two new ones',
      bus + themeLines('lorry', 'bus'),
      shortBook(themeLines('road', 'bus') + themeLines('rail', 'bus')),
      ['bus = road', 'lorry = rail'],
      ['theme had the id bus', 'theme had the id lorry'],
    ],
    [
      'what `retired` says counts more than the rules',
      bus + coach,
      shortBook(
        themeLines('road', 'bus') + coach,
        `retired: [{id: bus, since: 2.0.0, merged_into: coach}]\n`,
      ),
      ['bus in coach'],
      ['theme added: N, 1 rule', 'theme merged into coach'],
    ],
    [
      'a circle leads nowhere',
      bus + coach,
      shortBook(
        themeLines('road', 'road'),
        'retired: [{id: bus, since: 2.0.0, merged_into: coach}, {id: coach, since: 2.0.0, merged_into: bus}]\n',
      ),
      [],
      ['theme added: N, 1 rule', 'theme removed: N', 'theme removed: N'],
    ],
  ]
  test.each(rows)('%s', async (_name, text, after, moves, texts) => {
    const before = await shortBook(text)
    const moved = movedThemes(before, await after)
    const shown = [...moved].map(([id, { to, isSame }]) => `${id} ${isSame ? '=' : 'in'} ${to}`)
    expect(shown.toSorted()).toEqual(moves)
    expect(compareCodebooks(before, await after).map((change) => change.text)).toEqual(texts)
  })
})

describe('the list of retired ids', () => {
  const bus = themeLines('bus', 'bus')
  const entry = (more: string) => `retired: [{id: coach, ${more}}]\n`
  const merged = entry('since: 2.0.0, merged_into: bus')
  const rows: readonly (readonly [
    name: string,
    after: Promise<Codebook>,
    bump: string,
    changes: readonly string[],
  ])[] = [
    ['the same', shortBook(bus, merged), 'none', []],
    [
      'an entry that is gone',
      shortBook(bus),
      'major',
      [
        'no longer listed in `retired` (since 2.0.0); results from before then cannot be read without it, so put it back',
      ],
    ],
    [
      'an id that is used again',
      shortBook(bus + themeLines('coach', 'coach')),
      'major',
      [
        'theme added: N, 1 rule',
        'the retired id is used again; results from before 2.0.0 mean another theme by it, so choose another id',
      ],
    ],
    [
      'an entry that no longer says where it went',
      shortBook(bus, entry('since: 2.0.0')),
      'patch',
      ['entry in `retired` edited, merged_into: bus → none; it changes how older results are read'],
    ],
    [
      'an entry of another version',
      shortBook(bus, entry('since: 1.0.0, merged_into: bus')),
      'patch',
      ['entry in `retired` edited, since: 2.0.0 → 1.0.0; it changes how older results are read'],
    ],
  ]
  test.each(rows)('%s', async (_name, after, bump, texts) => {
    const changes = compareCodebooks(await shortBook(bus, merged), await after)
    expect(changes.map(({ text }) => text)).toEqual(texts)
    expect(requiredBump(changes)).toBe(bump)
  })
})

test('a thousand themes under another id are found again', async () => {
  const children = Array.from({ length: 1000 }, (_, at) =>
    themeLines(`t${at}`, `word${at}, other${at}`),
  )
  const before = await shortBook(themeLines('old', 'x', children))
  const after = await shortBook(themeLines('new', 'x', children))
  const moved = movedThemes(before, after)
  expect(moved.size).toBe(1001)
  expect([...moved].every(([from, { to }]) => to === from.replace('old', 'new'))).toBe(true)
})
