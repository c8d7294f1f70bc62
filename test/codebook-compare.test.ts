import { describe, expect, test } from 'vitest'
import { compareCodebooks, requiredBump } from '../src/codebook/compare.ts'
import { movedThemes } from '../src/codebook/moved-themes.ts'
import { withRelease } from '../src/codebook/release.ts'
import { allows, bumpBetween, nextVersion } from '../src/codebook/version.ts'
import type { Codebook } from '../src/types.ts'
import { codebookOf } from './short-codebook.ts'

const BEFORE = `# How a club is spoken of
codebook: club
version: 1.2.0
title: The club
themes:
  - id: friends
    name: Friends
    definition: Having friends there.
    rules:
      - friend
      - {id: pals, seq: [best, [pal, mate]]}
    unless: [friend request]
    examples:
      - text: I have friends.
  - id: leaders
    name: Leaders
    definition: The adults who run it.
    rules: [leader]
    themes:
      - {id: fair, name: Fairness, definition: Being treated alike., rules: [fair]}
`

/** The codebook with each pair of texts exchanged. */
async function edited(
  ...pairs: readonly (readonly [from: string, to: string])[]
): Promise<Codebook> {
  let text = BEFORE
  for (const [from, to] of pairs) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  return codebookOf(text)
}

describe('what changed between two codebooks', () => {
  const rows: readonly (readonly [
    name: string,
    after: Promise<Codebook>,
    bump: string,
    changes: readonly string[],
  ])[] = [
    ['nothing', edited(), 'none', []],
    ['a comment', edited(['# How', '# The way']), 'none', []],
    ['the title', edited(['The club', 'Our club']), 'patch', ['title: The club → Our club']],
    ['a definition', edited(['Having', 'To have']), 'patch', ['definition edited']],
    [
      'an example',
      edited(['I have friends.', 'My friends come.']),
      'patch',
      ['examples: 1 added, 1 removed'],
    ],
    [
      'a new theme',
      edited([
        '  - id: leaders',
        '  - {id: fun, name: Fun, definition: d, rules: [fun]}\n  - id: leaders',
      ]),
      'minor',
      ['theme added: Fun, 1 rule'],
    ],
    [
      'a new rule',
      edited(['- friend\n', '- friend\n      - chum\n']),
      'major',
      ['rule added: chum'],
    ],
    [
      'another alternative in a rule with an id',
      edited(['[pal, mate]', '[pal, mate, buddy]']),
      'major',
      ['rule changed: pals: added buddy'],
    ],
    [
      'other settings of a rule',
      edited(['{id: pals,', '{id: pals, inflect: false,']),
      'major',
      ['rule changed: pals: inflect true → false'],
    ],
    ['the order of alternatives', edited(['[pal, mate]', '[mate, pal]']), 'none', []],
    [
      'a theme that is gone',
      edited([
        '    themes:\n      - {id: fair, name: Fairness, definition: Being treated alike., rules: [fair]}\n',
        '',
      ]),
      'major',
      ['theme removed: Fairness'],
    ],
    [
      'a theme under another id',
      edited(['id: fair,', 'id: fairness,']),
      'major',
      ['theme had the id leaders/fair'],
    ],
    [
      'exceptions of a theme',
      edited(['[friend request]', '[friend request, friend list]']),
      'major',
      ['exceptions of the theme (`unless`) changed: added friend list'],
    ],
    [
      'the unit',
      edited(['title:', 'defaults: {unit: turn}\ntitle:']),
      'major',
      ['unit: sentence → turn'],
    ],
  ]
  test.each(rows)('%s', async (_name, after, bump, texts) => {
    const changes = compareCodebooks(await codebookOf(BEFORE), await after)
    expect(changes.map(({ text }) => text)).toEqual(texts)
    expect(requiredBump(changes)).toBe(bump)
  })

  test('a theme that was merged is found by `retired`, over two steps', async () => {
    const before = await codebookOf(BEFORE)
    const after = await edited(
      [
        '    themes:\n      - {id: fair, name: Fairness, definition: Being treated alike., rules: [fair]}\n',
        '',
      ],
      [
        'title:',
        'retired:\n  - {id: leaders/fair, since: 2.0.0, merged_into: justice}\n  - {id: justice, since: 3.0.0, merged_into: leaders}\ntitle:',
      ],
    )
    expect(movedThemes(before, after).get('leaders/fair')).toEqual({
      to: 'leaders',
      isSame: false,
    })
    const texts = compareCodebooks(before, after).map(({ text }) => text)
    expect(texts).toEqual(['theme merged into leaders', 'added to `retired`'])
  })
})

describe('steps from version to version', () => {
  test.each([
    ['1.2.3', '1.2.3', 'none'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3-draft.1', '1.2.3', 'patch'],
    ['1.3.0-draft.1', '1.3.0', 'minor'],
    ['2.0.0-draft.1', '2.0.0', 'major'],
    ['2.0.0-draft.1', '2.0.1', 'patch'],
    ['1.2.0', '1.2.0+edited', 'none'],
    ['1.2.3', '1.2.2', undefined],
  ])('%s → %s: %s', (before, after, bump) => {
    expect(bumpBetween(before, after)).toBe(bump)
  })
  test.each([
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3-draft', 'major', '2.0.0'],
  ] as const)('%s and a %s step: %s', (version, bump, next) => {
    expect(nextVersion(version, bump)).toBe(next)
  })
  test('a greater step allows what a smaller one does', () => {
    expect(allows('major', 'minor')).toBe(true)
    expect(allows('patch', 'minor')).toBe(false)
  })
})

describe('a release in the text of a codebook', () => {
  const release = {
    version: '2.0.0',
    date: '2026-11-22',
    note: 'Say "pal": no more',
    fingerprint: `sha256:${'0'.repeat(64)}`,
    retired: [{ id: 'leaders/fair', into: 'leaders' }],
  }
  const entry = `{version: 2.0.0, date: 2026-11-22, note: "Say \\"pal\\": no more", fingerprint: "sha256:${'0'.repeat(64)}"}`
  const gone = '{id: leaders/fair, since: 2.0.0, merged_into: leaders}'
  const rows: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'lists are made at the end where there are none',
      'codebook: c\nversion: 1.0.0 # ours\nthemes: []',
      `codebook: c\nversion: 2.0.0 # ours\nthemes: []\nretired:\n  - ${gone}\nchanges:\n  - ${entry}\n`,
    ],
    [
      'entries come first in lists, with their indent and line ends',
      'version: "1.0.0"\r\nretired:\r\n- {id: x, since: 1.0.0}\r\nchanges:\r\n    # newest first\r\n    - {version: 1.0.0}\r\nthemes: []\r\n',
      `version: "2.0.0"\r\nretired:\r\n- ${gone}\r\n- {id: x, since: 1.0.0}\r\nchanges:\r\n    # newest first\r\n    - ${entry}\r\n    - {version: 1.0.0}\r\nthemes: []\r\n`,
    ],
    [
      'lists on one line, and empty ones',
      'version: 1.0.0\nretired: []\nchanges: [{version: 1.0.0}]\n',
      `version: 2.0.0\nretired:\n  - ${gone}\nchanges: [${entry}, {version: 1.0.0}]\n`,
    ],
  ]
  test.each(rows)('%s', (_name, before, after) => {
    expect(withRelease(before, release)).toBe(after)
  })
})

test.each([
  [
    'a comment behind an empty list stays',
    'version: 1.0.0\nchanges: [] # keep\n',
    'changes: # keep\n  - {',
  ],
  ['an empty list over two lines goes', 'version: 1.0.0\nchanges: [\n]\nid: a\n', '}\nid: a\n'],
])('%s', (_name, text, expected) => {
  const release = { version: '1.1.0', date: '2026-11-22', note: 'n', fingerprint: 'f', retired: [] }
  const written = withRelease(text, release)
  expect(written).toContain(expected)
  expect(written).not.toContain(']')
})
