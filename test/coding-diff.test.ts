/** What two codebooks make of the same text: frequencies, segments gained and lost, merged themes. */
import { describe, expect, test } from 'vitest'
import { type CodingDiff, codingComparer } from '../src/check/coding-diff.ts'
import { movedThemes } from '../src/codebook/moved-themes.ts'
import type { Unit } from '../src/types.ts'
import { matcherOf, speech } from './coded.ts'
import { shortBook, themeLines } from './short-codebook.ts'

const TEXT = 'The bus was late. The coach was late. The bus came, the coach did not. We had bread.'

interface Compared {
  readonly before: string
  readonly after: string
  readonly retired?: string
  readonly units?: readonly [Unit, Unit]
}

async function compared({ before, after, retired, units }: Compared): Promise<CodingDiff> {
  const [from, to] = units ?? (['sentence', 'sentence'] as const)
  const old = await shortBook(before)
  const now = await shortBook(after, retired)
  const comparer = codingComparer(matcherOf(old, from), matcherOf(now, to), {
    units: [from, to],
    excludedRoles: [[], []],
    moved: movedThemes(old, now),
    witnesses: 1,
  })
  comparer.passage(speech(TEXT), true)
  return comparer.result()
}

/** `bus 2 → 3 (with those below 2 → 3) kept 2 +1 −0, joined by coach`. */
function inWords({ shifts }: CodingDiff): readonly string[] {
  return shifts.map(({ theme, before, after, joined, paired }) => {
    const own = `${theme} ${before?.own ?? '–'} → ${after?.own ?? '–'}`
    const below = ` (with those below ${before?.segments ?? '–'} → ${after?.segments ?? '–'})`
    const pairs =
      paired === undefined ? '' : ` kept ${paired.kept} +${paired.gained} −${paired.lost}`
    const parts = joined.map((one) => `, joined by ${one.theme} ${one.before.segments}`)
    return `${own}${below}${pairs}${parts.join('')}`
  })
}

const BUS = themeLines('bus', 'bus')
const COACH = themeLines('coach', 'coach')
const intoOne = (into: string, ...ids: readonly string[]) =>
  `retired: [${ids.map((id) => `{id: ${id}, since: 2.0.0, merged_into: ${into}}`).join(', ')}]\n`

describe('segments before and after', () => {
  const rows: readonly (readonly [name: string, given: Compared, expected: readonly string[]])[] = [
    [
      'the same codebook',
      { before: BUS, after: BUS },
      ['bus 2 → 2 (with those below 2 → 2) kept 2 +0 −0'],
    ],
    [
      'a parent counts what a new theme below it finds',
      { before: BUS, after: themeLines('bus', 'bus', [themeLines('food', 'bread')]) },
      [
        'bus 2 → 2 (with those below 2 → 3) kept 2 +0 −0',
        'bus/food – → 1 (with those below – → 1) kept 0 +1 −0',
      ],
    ],
    [
      'a theme that became part of another',
      {
        before: BUS + COACH,
        after: themeLines('bus', 'bus, coach'),
        retired: intoOne('bus', 'coach'),
      },
      ['bus 2 → 3 (with those below 2 → 3) kept 3 +0 −0, joined by coach 2'],
    ],
    [
      'two that became a new one',
      {
        before: BUS + COACH,
        after: themeLines('road', 'bus, coach'),
        retired: intoOne('road', 'bus', 'coach'),
      },
      ['road 2 → 3 (with those below 2 → 3) kept 3 +0 −0, joined by coach 2'],
    ],
    [
      'a theme under another id, and one that is gone',
      { before: BUS + COACH, after: themeLines('omnibus', 'bus') },
      [
        'omnibus 2 → 2 (with those below 2 → 2) kept 2 +0 −0',
        'coach 2 → – (with those below 2 → –) kept 0 +0 −2',
      ],
    ],
    [
      'each side has its own unit, and only numbers are compared',
      { before: BUS, after: BUS + COACH, units: ['sentence', 'turn'] },
      ['bus 2 → 1 (with those below 2 → 1)', 'coach – → 1 (with those below – → 1)'],
    ],
  ]
  test.each(rows)('%s', async (_name, given, expected) => {
    expect(inWords(await compared(given))).toEqual(expected)
  })

  test('witnesses are the first of each kind, with the rules', async () => {
    const { shifts } = await compared({ before: BUS, after: themeLines('bus', 'coach') })
    const said = shifts.flatMap(({ witnesses }) =>
      witnesses.map(({ change, rules, text }) => [change, rules, text]),
    )
    expect(said).toEqual([
      ['lost', ['bus'], 'The bus was late.'],
      ['gained', ['coach'], 'The coach was late.'],
    ])
  })
})
