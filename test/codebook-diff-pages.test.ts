/** The pages of `voices codebook diff`: what they hold, and that they fit where they go. */
import { describe, expect, test } from 'vitest'
import type {
  ChangeFacts,
  CodingFacts,
  DiffFacts,
  ShiftFacts,
} from '../src/format/codebook-diff-facts.ts'
import { diffAnnotations } from '../src/format/codebook-diff-github.ts'
import { diffMarkdown } from '../src/format/codebook-diff-markdown.ts'
import { diffText } from '../src/format/codebook-diff-text.ts'
import { colours } from '../src/format/diagnostics.ts'

const FACTS: DiffFacts = {
  before: { label: 'old.yaml', codebook: 'school', version: '1.0.0' },
  after: { label: 'new.yaml', codebook: 'school', version: '1.1.0' },
  changes: [],
  coding: undefined,
  required: 'minor',
  declared: 'minor',
  is_enough: true,
  is_complete: true,
  verdict: 'All is well.',
  command: undefined,
}

function change(text: string, bump = 'major'): ChangeFacts {
  return { kind: 'words', theme: 'bus', bump, text, line: 1 }
}

const SHIFT: ShiftFacts = {
  theme: 'bus',
  kept: 2,
  gained: 0,
  lost: 0,
  own_segments_before: 2,
  own_segments_after: 2,
  segments_before: 2,
  segments_after: 2,
  joined: [],
  witnesses: [],
}

const CODING: CodingFacts = {
  documents: 1,
  unit_before: 'sentence',
  unit_after: 'sentence',
  segments_before: 2,
  segments_after: 2,
  unread: [],
  themes: [],
}

function coded(coding: Partial<CodingFacts>): DiffFacts {
  return { ...FACTS, coding: { ...CODING, ...coding } }
}

const asText = (facts: DiffFacts) => diffText(facts, colours(false))
const asAnnotations = (facts: DiffFacts) => diffAnnotations(facts, 'new.yaml')

describe('the coding', () => {
  const rows: readonly (readonly [name: string, facts: DiffFacts, expected: readonly string[]])[] =
    [
      ['nothing moved', coded({ themes: [SHIFT] }), ['No theme gained or lost a segment.']],
      [
        'only what is below a theme moved',
        coded({ themes: [{ ...SHIFT, segments_after: 3 }] }),
        [
          '  bus  2 → 2  +0 −0, with the themes below it 2 → 3',
          '| `bus` | 2 | 2 | +0 | −0 | 2 → 3 |',
          'Segments: bus 2 → 3.',
        ],
      ],
      [
        'another theme became part of it',
        coded({ themes: [{ ...SHIFT, joined: [{ theme: 'coach', segments_before: 1 }] }] }),
        [
          '  bus  2 → 2  +0 −0, joined by coach (1 before)',
          '| `bus`, joined by `coach` (1 before) | 2 | 2 |',
          'Segments: bus 2 → 2.',
        ],
      ],
      [
        'the unit changed',
        coded({
          unit_after: 'turn',
          themes: [
            {
              ...SHIFT,
              gained: undefined,
              lost: undefined,
              own_segments_after: 1,
              segments_after: 1,
            },
          ],
        }),
        [
          'The unit was sentence and is turn, so segments cannot be matched one to one',
          '  bus  2 → 1\n',
          '| `bus` | 2 | 1 |  |  |  |',
          'Segments: bus 2 → 1.',
        ],
      ],
      ['nothing was read', coded({ documents: 0, themes: [SHIFT] }), ['No document was compared.']],
    ]
  test.each(rows)('%s', (_name, facts, expected) => {
    const said = [asText, diffMarkdown, asAnnotations].map((page) => page(facts)).join('\n')
    for (const line of expected) expect(said).toContain(line)
  })

  test('nothing read is not nothing lost', () => {
    expect(asText(coded({ documents: 0, themes: [SHIFT] }))).not.toContain('No theme')
  })
})

describe('Markdown', () => {
  test('calls nobody, links to no issue, and stays in its row', () => {
    const page = diffMarkdown({ ...FACTS, changes: [change('title: a → by @org/team | #12\nnow')] })
    expect(page).toContain('title: a → by @<!-- -->org/team \\| \\#<!-- -->12 now |\n')
  })

  test('shows the command as one to copy', () => {
    const command = 'voices codebook release major -m "why"'
    const page = diffMarkdown({ ...FACTS, verdict: `Do this: ${command}.`, command })
    expect(page).toContain(`Do this: \`${command}\`.`)
  })

  test('fits into a comment, the gravest first, and says how much is cut', () => {
    const long = '@'.repeat(5000)
    const witness = {
      change: 'gained',
      segment_id: long,
      line: 1,
      rules: [long],
      text: long,
    } as const
    const themes = Array.from({ length: 3000 }, (_, at) => ({
      ...SHIFT,
      theme: `t${at}/${'x'.repeat(500)}`,
      gained: 1,
      joined: Array.from({ length: 500 }, () => ({ theme: long, segments_before: 1 })),
      witnesses: [witness],
    }))
    const changes = Array.from({ length: 3000 }, (_, at) =>
      change(`${long} ${at}`, at === 2999 ? 'major' : 'patch'),
    )
    const page = diffMarkdown({
      ...coded({ themes }),
      before: { label: long, codebook: 'school', version: '1.0.0' },
      changes,
    })
    expect(page.length).toBeLessThan(60_000)
    expect(page.indexOf('| major |')).toBeLessThan(page.indexOf('| patch |'))
    expect(page).toMatch(/… and 2,\d+ more changes\./u)
    expect(page).toMatch(/… and 2,\d+ more themes\./u)
    expect(page).toMatch(/… and 2,\d+ more witnesses\./u)
  })
})

describe('annotations', () => {
  const failed = { ...FACTS, is_enough: false }

  test.each([
    [9, 9, false],
    [10, 10, false],
    [11, 10, true],
  ])('%d changes are %d notices', (count, notices, isCut) => {
    const changes = Array.from({ length: count }, (_, at) => change(`rule ${at}`))
    const page = asAnnotations({ ...failed, changes })
    expect(page.match(/^::notice/gmu)?.length).toBe(notices)
    expect(page.includes('and 2 more changes')).toBe(isCut)
  })

  test('the gravest come first', () => {
    const changes = [change('a', 'patch'), change('b', 'minor'), change('c')]
    const bumps = asAnnotations({ ...failed, changes }).match(/(?<=::)(?:major|minor|patch)/gu)
    expect(bumps).toEqual(['major', 'minor', 'patch'])
  })

  test('an incomplete comparison is an error', () => {
    expect(asAnnotations({ ...FACTS, is_complete: false })).toMatch(/^::error /u)
  })

  test('themes beyond ten are counted', () => {
    const themes = Array.from({ length: 12 }, (_, at) => ({ ...SHIFT, theme: `t${at}`, gained: 1 }))
    expect(asAnnotations(coded({ themes }))).toContain('t9 +1 −0, and 2 more themes.')
  })
})
