import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { passageCoder } from '../src/code/code-passage.ts'
import type { Matcher } from '../src/match/compile.ts'
import { vocabulary } from '../src/match/vocabulary.ts'
import { readWords, wordList } from '../src/match/words.ts'
import { spanList } from '../src/span-list.ts'
import type { Codebook, CodedSegment, Passage, Pattern, Rule, Theme, Unit } from '../src/types.ts'
import { codebookOf, codePassage, matcherOf, speech, talk } from './coded.ts'
import { foundIn } from './match-reference.ts'

const EVERYBODY = { unit: 'sentence', excludedRoles: new Set<string>() } as const

/** A codebook with one theme of many kinds of rule, over few words. */
const MIXED = await codebookOf([
  `{id: mixed, rules: [
    trust, social worker, care leaver, wellbeing, "befriend*", "*ing", "my * worker", don't,
    {id: exact, phrase: PA, case: exact}, {id: whole, phrase: care-leaver, hyphen: exact},
    {id: seq, seq: [same, [worker, PA]], gap: 2}, {id: near, near: [trust, [worker, her]], gap: 3},
    {id: all, all: [school, move]}, {id: wide, near: [school, trust], within: paragraph},
    {id: widest, all: [school, worker], within: document}, {id: regex, regex: "care ?leavers?"},
    {id: not, phrase: never, negation: ignore}, {id: only, phrase: her, negation: only},
    {id: gone, phrase: move, negation: exclude}, {id: fund, phrase: trust, inflect: false, unless: [trust fund]}],
    unless: [school trust]}`,
  `{id: other, rules: [worker, {seq: [social worker, left], gap: 1}, same],
    themes: [{id: child, rules: [school, "fund*"]}]}`,
])

/** A theme that shares words with the others and asks for scopes, hyphens and cues of its own. */
const UNRELATED = await codebookOf([
  `{id: unrelated, rules: [parttime, longterm, "so*", "?e?", "my *", and, not, the,
    {all: [a, the], within: turn}, {near: [never, not], within: document, gap: 30},
    {regex: "[a-z]+"}, {phrase: social, stem: true}],
    unless: [{all: [her, him], within: paragraph}]}`,
])

const PIECES = [
  'trust',
  'trusted',
  'Trust fund',
  'social',
  'worker',
  'workers’',
  'care',
  'leaver',
  'careleavers',
  'well',
  'being',
  'wellbeing',
  'befriended',
  'school',
  'moving',
  'moved',
  'same',
  'PA',
  'PAs',
  'pa',
  'her',
  'my',
  'part',
  'time',
  'never',
  'don’t',
  "don't",
  'not',
  'and',
  'but',
  'fund',
  'left',
  '[laughs]',
  '(inaudible 00:01:02)',
  '😀',
  '👨‍👩‍👧',
  '❤️',
  'cafe\u0301',
  '\u200B',
  'sch\u00ADool',
  '\u{1D42D}rust',
  '2',
  '…',
  '“',
  '”',
  '(',
  ')',
] as const
const JOINS = [
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '–',
  '\n',
  ', ',
  '. ',
  '! ',
  '\u00A0',
  '\n\n',
  ' - ',
  '—',
  '/',
  '',
] as const

const texts = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...JOINS)), { maxLength: 30 })
  .map((pairs) => pairs.flat().join(''))
const units = fc.constantFrom<Unit>('sentence', 'paragraph', 'turn', 'document')
/** Turns by several speakers, without line breaks that would look like new ones. */
const talks = fc
  .array(fc.tuple(fc.constantFrom('child', 'carer', 'interviewer'), texts), {
    minLength: 1,
    maxLength: 5,
  })
  .map((turns) => talk(...turns.map(([role, text]) => `${role}: ${text.trim()}`)))

function linesOf(matcher: Matcher, coded: readonly CodedSegment[]): readonly string[] {
  const { codebook, rules } = matcher
  return coded.flatMap(({ segment, codes }) =>
    codes.flatMap(({ theme, matches }) =>
      matches.map(({ rule, start, end, negated, parts }) => {
        const ids = `${codebook.themes[theme]?.id} ${rules[rule]?.rule.id}`
        return `${segment.start} ${ids} ${start}-${end} ${negated} ${parts.map((part) => part.start)}`
      }),
    ),
  )
}

function check<T extends unknown[]>(property: fc.IProperty<T>, numRuns: number): void {
  fc.assert(property, { numRuns, seed: 1 })
}

vi.setConfig({ testTimeout: 60_000 })

describe('spans', () => {
  test('are ordered, inside their segment and turn, and hold no label or mark at their ends', () => {
    const coders = new Map<Unit, ReturnType<typeof matcherOf>>()
    check(
      fc.property(talks, units, (passage, unit) => {
        const matcher = coders.get(unit) ?? matcherOf(MIXED, unit)
        coders.set(unit, matcher)
        const { coded } = codePassage(matcher, passage, {
          unit,
          excludedRoles: new Set(['interviewer']),
        })
        for (const { segment, codes } of coded) {
          for (const match of codes.flatMap(({ matches }) => matches)) {
            expect(match.start).toBeGreaterThanOrEqual(segment.start)
            expect(match.end).toBeLessThanOrEqual(segment.end)
            expect(match.start).toBe(match.parts[0]?.start)
            expect(match.end).toBe(Math.max(...match.parts.map(({ end }) => end)))
            for (const part of match.parts) expectSpoken(passage, part.start, part.end)
          }
        }
      }),
      400,
    )
  })

  function expectSpoken(passage: Passage, start: number, end: number): void {
    const text = passage.text.slice(start, end)
    expect(text).toMatch(/^[\p{L}\p{N}]/u)
    const turn = passage.turns.find(({ span }) => span.start <= start && end <= span.end)
    expect(turn?.role).not.toBe('interviewer')
    expect(turn).toBeDefined()
    for (const mark of passage.silent) expect(start >= mark.end || start < mark.start).toBe(true)
  }

  test('each match of a phrase is found again when its words are coded alone', () => {
    const matcher = matcherOf(MIXED)
    const phrases = new Set([
      'trust',
      'social worker',
      'care leaver',
      'wellbeing',
      'befriend*',
      '*ing',
      "don't",
      'exact',
      'whole',
      'my * worker',
    ])
    check(
      fc.property(texts, (text) => {
        const passage = speech(text)
        for (const { codes } of codePassage(matcher, passage, EVERYBODY).coded) {
          for (const { rule, start, end } of codes.flatMap(({ matches }) => matches)) {
            if (!phrases.has(matcher.rules[rule]?.rule.id ?? '')) continue
            const words = text.slice(start, end)
            if (passage.silent.some((mark) => mark.start < end && mark.end > start)) continue
            const alone = codePassage(matcher, speech(words), EVERYBODY).coded
            const again = alone.flatMap(({ codes }) => codes.flatMap(({ matches }) => matches))
            expect(again.map((match) => [match.rule, match.start, match.end])).toContainEqual([
              rule,
              0,
              words.length,
            ])
          }
        }
      }),
      400,
    )
  })
})

describe('what does not matter', () => {
  test('the order of rules and themes', () => {
    const [mixed, other, child] = MIXED.themes
    if (mixed === undefined || other === undefined || child === undefined) throw new Error('themes')
    const expected = matcherOf(MIXED)
    check(
      fc.property(
        talks,
        fc.shuffledSubarray([...mixed.rules], { minLength: mixed.rules.length }),
        (passage, rules) => {
          const shuffled: Codebook = { ...MIXED, themes: [other, child, { ...mixed, rules }] }
          const matcher = matcherOf(shuffled)
          const { coded } = codePassage(matcher, passage, EVERYBODY)
          const usual = codePassage(expected, passage, EVERYBODY).coded
          expect([...linesOf(matcher, coded)].sort()).toEqual([...linesOf(expected, usual)].sort())
        },
      ),
      100,
    )
  })

  test('an unrelated theme', () => {
    const more: Codebook = { ...MIXED, themes: [...UNRELATED.themes, ...MIXED.themes] }
    const matchers = [matcherOf(MIXED), matcherOf(more)] as const
    check(
      fc.property(talks, (passage) => {
        const usual = linesOf(matchers[0], codePassage(matchers[0], passage, EVERYBODY).coded)
        const lines = linesOf(matchers[1], codePassage(matchers[1], passage, EVERYBODY).coded)
        expect(lines.filter((line) => !line.includes(' unrelated '))).toEqual(usual)
      }),
      300,
    )
  })

  test('a document that was coded before, or an overwritten one of another length', () => {
    const matcher = matcherOf(MIXED)
    const coder = passageCoder(matcher, EVERYBODY)
    check(
      fc.property(talks, talks, (first, second) => {
        const told: string[][] = []
        for (const passage of [first, second, first]) {
          const coded: CodedSegment[] = []
          const words: string[] = []
          coder.code(passage, {
            begin() {},
            speaker() {},
            segment: (speaker, count) => words.push(`${speaker} ${count}`),
            coded: (segment) => coded.push(segment),
          })
          told.push([...words, ...linesOf(matcher, coded)])
        }
        expect(told[2]).toEqual(told[0])
        const alone = linesOf(matcher, codePassage(matcher, second, EVERYBODY).coded)
        expect(told[1]?.slice(told[1].length - alone.length)).toEqual(alone)
      }),
      200,
    )
  })

  test('a vocabulary that is full and begins again', () => {
    const { atoms } = matcherOf(MIXED)
    const all = Array.from(
      { length: 20_000 },
      (_, index) => `w${index} ${PIECES[index % PIECES.length]}`,
    )
    const text = [...all, ...all].join(' ')
    const codes = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    const [small, large] = [1 << 13, 1 << 18].map((slots) => {
      const words = wordList()
      const forms = vocabulary(atoms.classify, atoms.classifyCompound, slots)
      readWords(
        codes,
        { start: 0, end: codes.length },
        { spans: spanList(), from: 0 },
        { vocabulary: forms, words },
      )
      return words
    })
    if (small === undefined || large === undefined) throw new Error('words')
    expect(small.length).toBeGreaterThan(40_000)
    expect(small.length).toBe(large.length)
    expect(Buffer.from(small.classes.buffer).equals(Buffer.from(large.classes.buffer))).toBe(true)
    expect(Buffer.from(small.compounds.buffer).equals(Buffer.from(large.compounds.buffer))).toBe(
      true,
    )
  })
})

describe('a second matcher', () => {
  const WORDS = ['red', 'blue', 'green', 'grey', 'pink'] as const
  const phrase = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
    .map((words) => words.join(' '))
  const item = fc.oneof(
    phrase.map((one) => [one]),
    fc.array(phrase, { minLength: 1, maxLength: 3 }),
  )
  const items = fc.array(item, { minLength: 2, maxLength: 3 })
  const gap = fc.nat(6)
  const pattern: fc.Arbitrary<Pattern> = fc.oneof(
    phrase.map((one) => ({ kind: 'phrase' as const, phrase: one })),
    fc.record({
      kind: fc.constant('seq' as const),
      items,
      gap,
      within: fc.constant('sentence' as const),
    }),
    fc.record({
      kind: fc.constant('near' as const),
      items,
      gap,
      within: fc.constant('sentence' as const),
    }),
    fc.record({
      kind: fc.constant('all' as const),
      items,
      within: fc.constant('sentence' as const),
    }),
    item.map((phrases) => ({
      kind: 'seq' as const,
      items: [phrases],
      gap: 0,
      within: 'sentence' as const,
    })),
  )
  const sentence = fc.array(fc.constantFrom(...WORDS, 'or'), { minLength: 1, maxLength: 12 })
  const joins = fc.array(fc.constantFrom(' ', ' ', '-', ', ', '\n', ' [laughs] ', ' – '), {
    minLength: 12,
    maxLength: 12,
  })

  function withRules(patterns: readonly Pattern[]): Codebook {
    const [theme] = MIXED.themes
    const [like] = theme?.rules ?? []
    if (theme === undefined || like === undefined) throw new Error('rules')
    const settings = { ...like.settings, inflect: false, spelling: 'as-written' as const }
    const rules = patterns.map(
      (one, index): Rule => ({ ...like, id: String(index), pattern: one, settings }),
    )
    const only: Theme = { ...theme, rules, unless: { containedIn: [], before: [], after: [] } }
    return { ...MIXED, themes: [only] }
  }

  test('finds the same', () => {
    check(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 5 }),
        sentence,
        joins,
        (patterns, words, between) => {
          const starts = new Map<number, number>()
          const ends = new Map<number, number>()
          let text = ''
          for (const [index, word] of words.entries()) {
            starts.set(text.length, index)
            text += word
            ends.set(text.length, index + 1)
            text += index + 1 < words.length ? between[index] : '.'
          }
          const { coded } = codePassage(matcherOf(withRules(patterns)), speech(text), EVERYBODY)
          const found = patterns.map(() => [] as (readonly (number | undefined)[])[])
          for (const { rule, start, end } of coded.flatMap(({ codes }) =>
            codes.flatMap(({ matches }) => matches),
          )) {
            found[rule]?.push([starts.get(start), ends.get(end)])
          }
          expect(found).toEqual(patterns.map((one) => foundIn(words, one)))
        },
      ),
      2000,
    )
  })
})
