import { describe, expect, test } from 'vitest'
import { frequencies } from '../src/analyse/frequencies.ts'
import { counter, type Tally } from '../src/analyse/tally.ts'
import { type CodingListener, passageCoder } from '../src/code/code-passage.ts'
import type { Cell, Codebook, Passage, Unit } from '../src/types.ts'
import { codebookOf, codePassage, matcherOf, speech, talk } from './coded.ts'

/** Counts documents as a run does. */
function tallyOf(
  codebook: Codebook,
  documents: readonly Passage[],
  {
    unit = codebook.unit,
    excluded = codebook.excludedRoles,
  }: { unit?: Unit; excluded?: readonly string[] } = {},
): Tally {
  const coder = passageCoder(matcherOf(codebook, unit), { unit, excludedRoles: new Set(excluded) })
  const counts = counter(codebook.themes)
  const listener: CodingListener = {
    begin() {},
    segment: counts.segment,
    speaker: counts.speaker,
    coded: counts.coded,
  }
  for (const document of documents) {
    counts.beginDocument()
    coder.code(document, listener)
  }
  return counts.tally
}

/** Some columns of the table of frequencies, by theme. */
function columns(
  table: ReturnType<typeof frequencies>,
  names: readonly string[],
): readonly Cell[][] {
  const at = names.map((name) => table.columns.indexOf(name))
  return [...table.rows].map((row) => at.map((index) => row[index]))
}

const THEMES = [
  '{id: relationships, rules: [trust, social worker], themes: [{id: turnover, rules: [social worker turnover]}]}',
  '{id: school, rules: [school]}',
  '{id: money, rules: [money]}',
]

const DOCUMENTS = [
  talk(
    'interviewer: Do you trust your school?',
    'child: I trust my social worker. The social worker turnover is bad.',
    'carer: He never liked school.',
  ),
  talk('child: School was fine. I don’t trust anyone.'),
  talk('child: Nothing to say.', 'interviewer: Money?'),
]

describe('frequencies, counted by hand', () => {
  // Segments 2 + 1, 2, 1 = 6; speakers 2, 1, 1 = 4; words 5 + 6 + 4, 3 + 4, 3 = 25.
  test('segments', async () => {
    const codebook = await codebookOf(THEMES)
    const table = frequencies(tallyOf(codebook, DOCUMENTS), codebook)
    const wanted = ['theme', 'level', 'own_segments', 'segments', 'segments_base', 'segments_pct']
    expect(columns(table, wanted)).toEqual([
      ['relationships', 1, 3, 3, 6, 50],
      ['relationships/turnover', 2, 1, 1, 6, 16.7],
      ['school', 1, 2, 2, 6, 33.3],
      ['money', 1, 0, 0, 6, 0],
    ])
  })

  test('documents and speakers', async () => {
    const codebook = await codebookOf(THEMES)
    const table = frequencies(tallyOf(codebook, DOCUMENTS), codebook)
    const wanted = [
      'documents',
      'documents_base',
      'documents_pct',
      'speakers',
      'speakers_base',
      'speakers_pct',
    ]
    expect(columns(table, wanted)).toEqual([
      [2, 3, 66.7, 2, 4, 50],
      [1, 3, 33.3, 1, 4, 25],
      [2, 3, 66.7, 2, 4, 50],
      [0, 3, 0, 0, 4, 0],
    ])
  })

  test('mentions', async () => {
    const codebook = await codebookOf(THEMES)
    const table = frequencies(tallyOf(codebook, DOCUMENTS), codebook)
    expect(columns(table, ['mentions', 'per_1000_words', 'negated'])).toEqual([
      // trust, social worker; social worker turnover; trust, in a negation
      [4, 160, 1],
      [1, 40, 0],
      // one of two in “never liked school”
      [2, 80, 1],
      [0, 0, 0],
    ])
  })

  test('totals', async () => {
    const { totals } = tallyOf(await codebookOf(THEMES), DOCUMENTS)
    expect(totals).toEqual({
      segments: 6,
      codedSegments: 5,
      documents: 3,
      speakers: 4,
      words: 25,
      codedWords: 22,
    })
  })

  test('with the interviewer', async () => {
    const { totals, themes } = tallyOf(await codebookOf(THEMES), DOCUMENTS, { excluded: [] })
    // Two more speakers, segments of 5 words and 1 word: trust and school; money.
    expect([totals.segments, totals.speakers, totals.words]).toEqual([8, 6, 31])
    expect(themes.map(({ segments }) => segments)).toEqual([4, 1, 3, 1])
  })

  test('nothing to count', async () => {
    const codebook = await codebookOf(['{id: a, rules: [trust]}'])
    const table = frequencies(tallyOf(codebook, [talk('interviewer: trust?')]), codebook)
    const wanted = [
      'segments_base',
      'segments_pct',
      'documents_base',
      'speakers_pct',
      'per_1000_words',
    ]
    expect(columns(table, wanted)).toEqual([[0, undefined, 0, undefined, undefined]])
  })
})

describe('mentions', () => {
  const rows: readonly (readonly [
    name: string,
    themes: readonly string[],
    text: string,
    mentions: readonly number[],
    unit?: Unit,
  ])[] = [
    [
      'a phrase in a phrase',
      ['{id: a, rules: [social worker, worker, social worker turnover]}'],
      'social worker turnover',
      [1],
    ],
    ['longest at the same place', ['{id: a, rules: [a, a b]}'], 'a b a', [2]],
    ['leftmost before longest', ['{id: a, rules: [a b, b c d]}'], 'a b c d', [1]],
    ['overlapping twice', ['{id: a, rules: [a b a]}'], 'a b a b a', [1]],
    ['interleaved', ['{id: a, rules: [{seq: [a, b, c], gap: 5}]}'], 'a b a c a b c', [2]],
    ['two rules at one place', ['{id: a, rules: [trust, trusted]}'], 'trusted', [1]],
    [
      'themes are independent',
      ['{id: a, rules: [social worker]}', '{id: b, rules: [worker]}'],
      'social worker',
      [1, 1],
    ],
    [
      'equal spans, two themes',
      ['{id: a, rules: [trust]}', '{id: b, rules: [trust]}'],
      'trust',
      [1, 1],
    ],
    [
      'the union of the children',
      [
        '{id: a, rules: [worker], themes: [{id: b, rules: [social worker]}, {id: c, rules: [worker left]}]}',
      ],
      'social worker left',
      [1, 1, 1],
    ],
    [
      'a parent without rules',
      ['{id: a, themes: [{id: b, rules: [trust]}, {id: c, rules: [school]}]}'],
      'trust school',
      [2, 1, 1],
    ],
    [
      'grandchildren',
      ['{id: a, themes: [{id: b, themes: [{id: c, rules: [trust]}]}]}'],
      'trust',
      [1, 1, 1],
    ],
    [
      'in two segments, once',
      ['{id: a, rules: [{near: [trust, school], within: paragraph}]}'],
      'I trust. My school.',
      [1],
    ],
    [
      'in one segment, once',
      ['{id: a, rules: [{near: [trust, school], within: paragraph}]}'],
      'I trust. My school.',
      [1],
      'paragraph',
    ],
    [
      'all, once a segment',
      ['{id: a, rules: [{all: [trust, school]}]}'],
      'trust school trust',
      [1],
    ],
  ]
  for (const [name, themes, text, expected, unit] of rows) {
    test(name, async () => {
      const tally = tallyOf(await codebookOf(themes), [speech(text)], unit ? { unit } : {})
      expect(tally.themes.map(({ mentions }) => mentions)).toEqual(expected)
    })
  }

  test('a combination over two segments codes both', async () => {
    const codebook = await codebookOf([
      '{id: a, rules: [{near: [trust, school], within: paragraph}]}',
    ])
    const { themes } = tallyOf(codebook, [speech('I trust. My school.')])
    expect([themes[0]?.segments, themes[0]?.mentions]).toEqual([2, 1])
  })
})

describe('roll-ups', () => {
  test('a segment counts once for the parent of two children', async () => {
    const codebook = await codebookOf([
      '{id: a, rules: [hello], themes: [{id: b, rules: [trust]}, {id: c, rules: [school]}]}',
    ])
    const { themes } = tallyOf(codebook, [speech('I trust my school. I trust. Hello.')])
    expect(themes.map(({ ownSegments, segments }) => [ownSegments, segments])).toEqual([
      [1, 3],
      [2, 2],
      [1, 1],
    ])
  })

  test('speakers of the same label in two documents are two', async () => {
    const codebook = await codebookOf(['{id: a, rules: [trust]}'])
    const one = talk('P1: trust', 'P2: no', 'P1: trust')
    const { themes, totals } = tallyOf(codebook, [one, one])
    expect([themes[0]?.speakers, totals.speakers]).toEqual([2, 4])
  })
})

describe('order', () => {
  test('segments, themes of the codebook, place, longer first, rules', async () => {
    const codebook = await codebookOf([
      '{id: z, rules: [home, a home, a], themes: [{id: y, rules: [a]}]}',
      '{id: a, rules: [{id: two, phrase: a}, {id: one, phrase: a, negation: ignore}]}',
    ])
    const matcher = matcherOf(codebook)
    const { coded } = codePassage(matcher, speech('See a home. Hear a.'), {
      unit: 'sentence',
      excludedRoles: new Set(),
    })
    const lines = coded.map(({ codes }) =>
      codes.map(({ theme, matches }) =>
        [
          codebook.themes[theme]?.id,
          ...matches.map(({ rule }) => matcher.rules[rule]?.rule.id),
        ].join(' '),
      ),
    )
    expect(lines).toEqual([
      ['z a home a home', 'z/y a', 'a two one'],
      ['z a', 'z/y a', 'a two one'],
    ])
  })
})

describe('segments', () => {
  test('words are counted with marks left out, each in its segment', async () => {
    const matcher = matcherOf(await codebookOf(['{id: a, rules: [trust]}']))
    const passage = speech('I trust [laughs] her. A well-known, long-term worker! 👍🏽 ❤️ Don’t.')
    const { words } = codePassage(matcher, passage, { unit: 'sentence', excludedRoles: new Set() })
    expect(words).toEqual([3, 6, 1])
  })
})
