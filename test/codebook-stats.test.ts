/** What rules do in a corpus and what they miss, through the real path. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateKey, candidateTable, formsOfCandidate } from '../src/analyse/candidate-table.ts'
import { isComparable } from '../src/analyse/missed-telling.ts'
import { formCounter, formOf } from '../src/analyse/rule-forms.ts'
import { couldBeRule, wordKind } from '../src/analyse/word-kinds.ts'
import { type CorpusStatistics, corpusStatistics } from '../src/code/corpus-statistics.ts'
import { colours } from '../src/format/diagnostics.ts'
import { statsFacts } from '../src/format/stats-facts.ts'
import { statsPage } from '../src/format/stats-page.ts'
import { STATS_TABLES, statsTable } from '../src/format/stats-tables.ts'
import type { Passage, Unit } from '../src/types.ts'
import { codebookOf, found, matcherOf, talk } from './coded.ts'

const THEMES = [
  '{id: trust, name: Trust, rules: [trust, "befriend*", never met, {seq: [let, down], gap: 2}]}',
  '{id: workers, name: Workers, rules: [social worker, worker, librarian]}',
]

interface Asked {
  readonly unit?: Unit
  readonly limit?: number
  readonly least?: number
  readonly spread?: number
  readonly themes?: readonly string[]
}

async function statisticsOf(passages: readonly Passage[], asked: Asked = {}) {
  const { unit = 'sentence', limit = 20, least = 3, spread = 3, themes = THEMES } = asked
  const codebook = await codebookOf(themes)
  const matcher = matcherOf(codebook, unit)
  const excludedRoles = ['interviewer']
  const documents = passages.map((passage, index) => ({
    ...passage,
    document: { ...passage.document, id: `talk-${index + 1}.txt` },
  }))
  const statistics = await corpusStatistics(
    matcher,
    { unit, excludedRoles, forms: 5, missed: { limit, least, spread } },
    async (see) => {
      for (const passage of documents) see(passage, true)
    },
  )
  const rules = matcher.rules.map(({ rule }) => rule)
  const factsWith = (showText: boolean) =>
    statsFacts(statistics, { codebook, rules, unit, excludedRoles, showText })
  return { statistics, rules, factsWith }
}

/** One line a rule: its id, then matches, segments, documents, speakers, sole, negated, and flags. */
async function ruleLines(...talks: readonly (readonly string[])[]): Promise<readonly string[]> {
  const { statistics, rules } = await statisticsOf(talks.map((turns) => talk(...turns)))
  return statistics.rules.map((rule, index) => {
    const { matches, segments, documents, speakers, sole, negated, flags } = rule
    const counts = [matches, segments, documents, speakers, sole, negated].join(' ')
    return `${rules[index]?.id}: ${counts}${flags.map((flag) => ` ${flag}`).join('')}`
  })
}

describe('rules', () => {
  it('counts matches, segments, documents, speakers and sole reasons', async () => {
    expect(
      await ruleLines(
        ['kai: I trust her. She trusted me, I trusted her.', 'mum: We trust you.'],
        ['ada: My social worker let me down.', 'ada: I never trusted a worker.'],
      ),
    ).toEqual([
      'trust: 5 4 2 3 4 1',
      'befriend*: 0 0 0 0 0 0 dead',
      'never met: 0 0 0 0 0 0 dead',
      'let +2 down: 1 1 1 1 1 0',
      'social worker: 1 1 1 1 0 0 redundant',
      'worker: 2 2 1 1 1 1',
      'librarian: 0 0 0 0 0 0 dead',
    ])
  })

  it('does not count excluded roles', async () => {
    const lines = await ruleLines(['interviewer: Do you trust the worker?', 'kai: No.'])
    expect(lines.every((line) => line.endsWith('dead'))).toBe(true)
  })

  it('flags five matches of one document, and not four', async () => {
    const said = (times: number) => [`kai: ${'I trust her. '.repeat(times)}`]
    expect((await ruleLines(said(5), ['mum: Hello.']))[0]).toBe('trust: 5 5 1 1 5 0 one-document')
    expect((await ruleLines(said(4), ['mum: Hello.']))[0]).toBe('trust: 4 4 1 1 4 0')
    // Of one document nothing else can be expected.
    expect((await ruleLines(said(5)))[0]).toBe('trust: 5 5 1 1 5 0')
  })

  it('names other themes, other rules and the words that were caught', async () => {
    const passage = talk('kai: My social worker befriended us.', 'kai: She is befriending people.')
    const { rules } = (await statisticsOf([passage])).factsWith(false)
    const rule = (id: string) => rules.find((one) => one.rule === id)
    expect(rule('befriend*')?.forms).toEqual([
      { form: 'befriended', count: 1 },
      { form: 'befriending', count: 1 },
    ])
    expect(rule('befriend*')?.overlap).toEqual([{ id: 'workers', segments: 1 }])
    expect(rule('worker')?.alongside).toEqual([{ id: 'social worker', segments: 1 }])
  })

  it('gives a speaker of a whole document what that speaker says', async () => {
    const passage = talk('kai: I trust her.', 'mum: A worker came.')
    const { statistics } = await statisticsOf([passage], { unit: 'document' })
    expect(statistics.themes.map(({ speakers, segments }) => [speakers, segments])).toEqual([
      [1, 1],
      [1, 1],
    ])
  })
})

describe('forms', () => {
  it.each([
    {
      rule: '{regex: "[a-z ,]+ bus"}',
      said: 'Then my own little sister missed her bus.',
      shown: [],
    },
    {
      rule: '{regex: "late[-/a-z]+"}',
      said: 'It was late/and/cold/and/wet/at/the/stop.',
      shown: [],
    },
    { rule: '{regex: "[a-z ,]+ bus"}', said: 'I took a bus.', shown: ['i took a bus'] },
    {
      rule: '{all: [my, own, sister, missed, bus]}',
      said: 'My own sister has missed her bus.',
      shown: ['my own sister … missed … bus'],
    },
    { rule: 'my own sister missed her bus', said: 'My own sister missed her bus.', shown: [] },
  ])('of $rule are shown where they are no sentence: “$said”', async ({ rule, said, shown }) => {
    const themes = [`{id: bus, name: Bus, rules: [${rule}]}`]
    const { factsWith } = await statisticsOf([talk(`kai: ${said}`)], { themes })
    const [withheld] = factsWith(false).rules
    expect(withheld?.forms.map(({ form }) => form)).toEqual(shown)
    expect(withheld?.withheld_forms).toBe(1 - shown.length)
    const [whole] = factsWith(true).rules
    expect(whole).toMatchObject({ forms: [{ count: 1 }], withheld_forms: 0 })
  })

  it('joins parts that lie apart, in small letters', () => {
    expect(
      formOf('She LET\n me  down.', [
        { start: 4, end: 7 },
        { start: 13, end: 17 },
      ]),
    ).toBe('let … down')
  })

  it('keeps as many as there is room for and counts the rest', () => {
    const forms = formCounter(2)
    for (const form of ['b', 'a', 'b', 'c', 'a', 'b', 'c']) forms.add(form)
    expect(forms.most(5)).toEqual([
      { form: 'b', count: 3 },
      { form: 'a', count: 2 },
    ])
    expect(forms.distinct()).toBe(2)
    expect(forms.uncounted()).toBe(2)
  })
})

/** Three people who say a sentence each time, and enough coded speech to compare with. */
function saying(...sentences: readonly string[]): readonly Passage[] {
  return ['kai', 'mum', 'ada'].map((speaker) =>
    talk(
      `${speaker}: ${sentences.join(' ')}`,
      `${speaker}: ${'I trust my worker and it is good to know that we can. '.repeat(4)}`,
    ),
  )
}

async function missed(passages: readonly Passage[], asked?: Asked): Promise<readonly string[]> {
  const { statistics } = await statisticsOf(passages, asked)
  return linesOf(statistics)
}

function linesOf({ missed: list }: CorpusStatistics): readonly string[] {
  return list.map(
    ({ phrase, uncoded, coded, speakers, isName }) =>
      `${phrase} ${uncoded}:${coded} by ${speakers}${isName ? ' (name?)' : ''}`,
  )
}

describe('missed words', () => {
  it.each([
    ['a word', saying('We took the bus.', 'And the bus again.'), ['bus 6:0 by 3']],
    ['its forms together', saying('The bus.', 'Two buses.'), ['bus 6:0 by 3']],
    ['a phrase rather than its words', saying('Car park.', 'A car park.'), ['car park 6:0 by 3']],
    [
      'no phrase across sentences',
      saying('We saw the car.', 'Park it.'),
      ['car 3:0 by 3', 'park 3:0 by 3'],
    ],
    [
      'no phrase across a comma',
      saying('A car, park it.', 'Car, park.'),
      ['car 6:0 by 3', 'park 6:0 by 3'],
    ],
    [
      'nothing that is only grammar',
      saying('There we were, and then they had it.', 'So we did.'),
      [],
    ],
    ['nothing that is only noise', saying('Um yeah okay.', 'Yeah um mhm.'), []],
    ['nothing that coded speech has as well', saying('I was good.', 'It is good to know.'), []],
    [
      'a name apart',
      saying('Then Biscuit ran.', 'My Biscuit ran.'),
      ['biscuit ran 6:0 by 3 (name?)'],
    ],
    [
      'a short form, which is no name',
      saying('Then CAMHS rang.', 'My CAMHS rang.'),
      ['camhs rang 6:0 by 3'],
    ],
    [
      'a label that is a name',
      saying('Hi, Kai swims.', 'So Kai swims.'),
      ['kai swims 6:0 by 3 (name?)'],
    ],
  ])('finds %s', async (_name, passages, expected) => {
    const lines = await missed(passages)
    if (expected.length === 0) expect(lines).toEqual([])
    else expect(lines).toEqual(expected)
  })

  it('leaves out what too few people say', async () => {
    const talkative = talk(`zoe: ${'A violin is here. '.repeat(8)}`)
    expect(await missed([...saying('We swim.', 'I swim.'), talkative])).toEqual(['swim 6:0 by 3'])
    const alone = await missed([...saying('We swim.', 'I swim.'), talkative], { spread: 1 })
    expect(alone).toContain('violin 8:0 by 1')
  })

  it('leaves out what would not stand out without the one who says it most', async () => {
    const coded = 'I trust the violin. '.repeat(3)
    const others = ['kai', 'mum', 'ada', 'ben'].map((speaker) =>
      talk(
        `${speaker}: A violin. ${coded}${'We go out there again and again and again. '.repeat(9)}`,
      ),
    )
    const talkative = talk(`zoe: ${'A violin is here. '.repeat(90)}`)
    expect(await missed([...others, talkative])).toEqual([])
  })

  it('lists what is said most where too little is coded to compare with', async () => {
    const talks = ['kai', 'mum', 'ada'].map((speaker) =>
      talk(`${speaker}: ${'The bus was late, and the tutor left. '.repeat(20)}`),
    )
    const coded = talk(`ben: ${'I trust the tutor. '.repeat(9)}`)
    const { statistics } = await statisticsOf([...talks, coded])
    expect(isComparable({ uncodedWords: statistics.uncodedWords, codedWords: 36 })).toBe(false)
    expect(linesOf(statistics)).toEqual(['tutor left 60:0 by 3', 'bus was late 60:0 by 3'])
  })

  it('gives three readable examples by different people', async () => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday']
    const talks = days.map((day, index) =>
      talk(
        `person-${index}: Bus. On ${day} we took the bus there. I took that bus on ${day} as well.`,
        `person-${index}: ${'I trust my worker and it is good to know. '.repeat(4)}`,
      ),
    )
    const { statistics } = await statisticsOf(talks)
    const [bus] = statistics.missed
    expect(
      bus?.examples.map(({ segmentId, line, text }) => `${segmentId} ${line} ${text}`),
    ).toEqual([
      'talk-1.txt:15-47 1 On Monday we took the bus there.',
      'talk-2.txt:15-48 1 On Tuesday we took the bus there.',
      'talk-3.txt:15-50 1 On Wednesday we took the bus there.',
    ])
  })

  it('gives the same words as an example once', async () => {
    const { statistics } = await statisticsOf(saying('We took the bus, and then the bus again.'))
    expect(statistics.missed[0]?.examples.length).toBe(1)
  })

  it('is worded so that it finds what was counted', async () => {
    const { statistics, factsWith } = await statisticsOf(
      saying(
        'They organised a sleepover.',
        'Organizing sleepovers.',
        'No money, no money, no money.',
      ),
    )
    const { missed: facts } = factsWith(false)
    expect(facts.map(({ rule }) => rule)).toEqual(['- no money', '- sleepover'])
    for (const [index, { rule }] of facts.entries()) {
      for (const { text } of statistics.missed[index]?.examples ?? []) {
        expect(await found(`[${rule.slice(2)}]`, text)).not.toEqual([])
      }
    }
  })
})

describe('what may be a rule', () => {
  it.each([
    ['bus', true],
    ['go', false],
    ['the', false],
    ["don't", false],
    ["it's", false],
    ["mum's", true],
    ['30th', false],
    ['foster carer', true],
    ['the bus', false],
    ['no money', true],
    ['moved out', true],
    ['sense of belonging', true],
    ['go there', false],
    ['thing is', false],
  ])('%s: %s', (phrase, expected) => {
    const [first = 0, second, third] = phrase.split(' ').map(wordKind)
    const could =
      second === undefined
        ? wordKind(phrase) === 1
        : couldBeRule(first, third ?? second, third === undefined ? undefined : second)
    expect(could).toBe(expected)
  })
})

describe('the table of candidates', () => {
  it('takes keys apart again', () => {
    const form = fc.integer({ min: 1, max: (1 << 17) - 1 })
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 3 }), (forms) => {
        const [first = 0, second, third] = forms
        const key = candidateKey(first, second, third)
        expect(formsOfCandidate({ key, uncoded: 0, coded: 0, spoken: [] })).toEqual(forms)
      }),
    )
  })

  it('never holds more than it may, and says what it may have lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(4)), { maxLength: 300 }),
        (said) => {
          const table = candidateTable({ candidates: 10, spoken: 20 })
          const counts = new Map<number, number>()
          for (const [form, speaker] of said) {
            table.add(candidateKey(form), { speaker, firstSpeaker: 0, isCoded: false })
            counts.set(form, (counts.get(form) ?? 0) + 1)
            expect(table.size).toBeLessThanOrEqual(10)
          }
          for (const [form, count] of counts) {
            const kept = table.find(candidateKey(form))?.uncoded ?? 0
            expect(kept).toBeLessThanOrEqual(count)
            expect(kept).toBeGreaterThanOrEqual(count - table.forgotten)
          }
        },
      ),
    )
  })

  it('counts speakers of one document who take turns once each', () => {
    const table = candidateTable()
    const key = candidateKey(7)
    for (const speaker of [4, 5, 4, 5, 4])
      table.add(key, { speaker, firstSpeaker: 4, isCoded: false })
    expect(table.find(key)?.spoken).toEqual([4, 3, 5, 2])
  })
})

describe('outputs', () => {
  it('hold no speech unless it is asked for', async () => {
    const { factsWith } = await statisticsOf(saying('Every morning we took the bus there.'))
    const sentence = 'Every morning we took'
    expect(JSON.stringify(factsWith(false))).not.toContain(sentence)
    expect(JSON.stringify(factsWith(true))).toContain(sentence)
  })

  it.each(STATS_TABLES)('the table %s has a cell for each column', async (name) => {
    const { factsWith } = await statisticsOf(saying('Every morning we took the bus there.'))
    for (const showText of [false, true]) {
      const { columns, rows } = statsTable(name, factsWith(showText), showText)
      expect([...rows].length).toBeGreaterThan(0)
      for (const row of rows) expect(row.length).toBe(columns.length)
    }
  })

  it('shows no escapes of the text', async () => {
    const { factsWith } = await statisticsOf(
      saying('Every morning \u001b[31mwe took the bus there.'),
    )
    expect([...statsPage(factsWith(true), colours(false))].join('')).not.toContain('\u001b')
  })

  it('says so where nothing could be coded', async () => {
    const { factsWith } = await statisticsOf([talk('interviewer: Shall we start?')])
    const page = [...statsPage(factsWith(true), colours(false))].join('')
    expect(page).toContain('There are no sentences that could be coded')
    expect(page).not.toContain('NaN')
  })
})

/** Blocks of output, for example between two lines of three backticks. */
const OUTPUT_BLOCKS = /(?<=```text\n).*?(?=```)/gsu

describe('docs/statistics.md', () => {
  it('shows what the command prints', () => {
    const page = readFileSync('docs/statistics.md', 'utf8')
    const printed = readFileSync(
      'fixtures/cases/codebook-stats-of-a-folder/expected/stdout.txt',
      'utf8',
    )
    const blocks = page.match(OUTPUT_BLOCKS) ?? []
    expect(blocks.length).toBeGreaterThan(1)
    for (const block of blocks) expect(printed).toContain(block)
  })
})
