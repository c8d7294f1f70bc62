/** The quote bank: what is chosen for a theme, in which order, and what is said of it. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isReadable, meritOf } from '../src/analyse/quote-merit.ts'
import { type Quote, quoteBank } from '../src/analyse/quotes.ts'
import type { RowContext } from '../src/analyse/segment-rows.ts'
import { passageCoder } from '../src/code/code-passage.ts'
import { passageText } from '../src/place.ts'
import type { CodedSegment, Passage } from '../src/types.ts'
import { codebookOf, matcherOf, talk } from './coded.ts'

const RULES = [
  'trust, nobody, social worker, social worker turnover, turnover, in it for me',
  '{id: new-one, seq: [new, [social worker, worker]], gap: 2}',
  '{id: told, near: [told, nobody], gap: 3}',
  '{id: both, all: [meeting, listen], within: turn}',
]
const codebook = await codebookOf([`{id: workers, rules: [${RULES.join(', ')}]}`])
const matcher = matcherOf(codebook)
const context: RowContext = { codebook, ruleIds: [], attributes: [] }
const coder = passageCoder(matcher, { unit: 'sentence', excludedRoles: new Set() })

function codedOf(passage: Passage): readonly CodedSegment[] {
  const coded: CodedSegment[] = []
  coder.code(passage, {
    begin() {},
    speaker() {},
    segment() {},
    coded: (segment) => coded.push(segment),
  })
  return coded
}

/** A document of turns written as `speaker: what is said`. */
function documentOf(id: string, ...turns: readonly string[]): Passage {
  const passage = talk(...turns)
  return { ...passage, document: { ...passage.document, id } }
}

/** What the bank is offered of documents, whose numbers begin at `first`. */
function bankOf(documents: readonly Passage[], perTheme: number, first = 0) {
  const bank = quoteBank(perTheme, context)
  for (const [index, passage] of documents.entries()) {
    const { places } = passageText(passage)
    for (const coded of codedOf(passage)) {
      const around = { before: undefined, after: undefined }
      bank.offer(coded, { document: first + index, around, places })
    }
  }
  return bank
}

function chosenOf(documents: readonly Passage[], perTheme = 10): readonly Quote[] {
  return bankOf(documents, perTheme).chosen()
}

const textsOf = (quotes: readonly Quote[]) => quotes.map(({ quote }) => quote)

describe('the better quote', () => {
  /** Both are said by one speaker in one document, the worse one first. */
  it.each([
    [
      'has more words in what was found',
      'I asked if anybody had heard of the turnover.',
      'I asked if anybody had heard of my social worker.',
    ],
    [
      'has words that say something',
      'She was always in it for me and for my brother.',
      'There was a social worker in the middle of it all.',
    ],
    [
      'meets several rules',
      'They gave me a social worker, and then a social worker.',
      'They gave me a turnover, and then I trust them.',
    ],
    [
      'has more words of evidence, whether or not they stand together',
      'All the turnover was what rang me up in the end.',
      'At the meeting they sat down to listen to all of us.',
    ],
    [
      'says it twice',
      'My gran is somebody that I will always go and trust.',
      'I trust my gran, and my gran will always trust me.',
    ],
    [
      'is affirmed',
      'I do not trust the people who came to our house.',
      'I do trust the people who came over to our house.',
    ],
    [
      'is negated, where it says more than one that is affirmed',
      'I do trust the people who came over to our house.',
      'I never had a social worker who came to our house.',
    ],
    [
      'is not longer than is easily read',
      `I trust the people who came${' and came'.repeat(14)}.`,
      'I trust the people who came to our house on that day.',
    ],
    [
      'is of a readable length, whatever the evidence',
      `I had social worker turnover and I trust nobody${' and came'.repeat(20)}.`,
      'I trust the people who came to our house on that day.',
    ],
    [
      'is long enough to say something, whatever the evidence',
      'Social worker turnover: trust nobody.',
      'I trust the people who came to our house on that day.',
    ],
  ])('%s', (_name, worse, better) => {
    const quotes = chosenOf([documentOf('a', `P1: ${worse} ${better}`)])
    expect(textsOf(quotes)).toEqual([better, worse])
  })

  it('stands earlier, where nothing else tells two apart', () => {
    const said = 'I trust the people who came to our house on day'
    const quotes = chosenOf([documentOf('a', `P1: ${said} one. ${said} two. ${said} six.`)])
    expect(textsOf(quotes)).toEqual([`${said} one.`, `${said} two.`, `${said} six.`])
  })
})

describe('the spread', () => {
  const weak = 'I trust the people who came to our house on that day.'
  const strong = 'We had social worker turnover and I trust nobody in it.'
  const strongest = 'Social worker turnover: nobody told me of a new social worker.'

  test('another speaker comes before a second quote of one', () => {
    const quotes = chosenOf([documentOf('a', `P1: ${strong} ${strongest}`, `P2: ${weak}`)])
    expect(textsOf(quotes)).toEqual([strongest, weak, strong])
  })

  test('another document comes before a second speaker of one', () => {
    const documents = [
      documentOf('a', `P1: ${strongest}`, `P2: ${strong}`),
      documentOf('b', `P1: ${weak}`),
    ]
    expect(textsOf(chosenOf(documents))).toEqual([strongest, weak, strong])
  })

  test('but what is not readable comes last, whoever says it', () => {
    const documents = [
      documentOf('a', `P1: ${strong} ${weak}`),
      documentOf('b', 'P1: I trust her.'),
    ]
    expect(textsOf(chosenOf(documents))).toEqual([strong, weak, 'I trust her.'])
  })

  test('the same words stand once, from the earlier document', () => {
    const documents = ['a', 'b'].map((id) => documentOf(id, `P1: ${strong}`, `P2: ${weak}`))
    const quotes = chosenOf(documents)
    expect(textsOf(quotes)).toEqual([strong, weak])
    expect(quotes.map(({ document }) => document)).toEqual(['a', 'a'])
  })
})

describe('what is said of a quote', () => {
  it.each([
    [
      'the longest mention of those that overlap',
      'It was the social worker turnover that did it, in the end.',
      'social worker turnover',
      '12 words; 1 rule; 1 mention',
    ],
    [
      'mentions in order, each once',
      'Trust a social worker after all that turnover, and trust whom?',
      'Trust | social worker | turnover | trust',
      '11 words; 3 rules; 4 mentions',
    ],
    [
      'parts that lie apart',
      'And then a very new young worker came, and she was all right.',
      'new … worker',
      '13 words; 1 rule; 1 mention',
    ],
    [
      'one of several is negated',
      'My social worker came to see us, but I never trust them.',
      'social worker | trust',
      '12 words; 2 rules; 2 mentions; negated',
    ],
  ])('%s', (_name, text, matched, why) => {
    const [quote] = chosenOf([documentOf('a', `P1: ${text}`)])
    expect([quote?.quote, quote?.matched, quote?.why]).toEqual([text, matched, why])
  })

  it('what each of two segments holds of a match that is counted in the first', () => {
    const quotes = chosenOf([
      documentOf(
        'a',
        'P1: I went to the meeting with all of them. And did anybody listen to me there?',
      ),
    ])
    expect(quotes.map(({ matched, why }) => [matched, why])).toEqual([
      ['meeting', '9 words; 1 rule; 1 mention'],
      ['listen', '7 words; 1 rule; 0 mentions'],
    ])
  })
})

describe('any corpus', () => {
  const pieces = fc.constantFrom(
    'trust',
    'nobody',
    'told me',
    'social worker',
    'turnover',
    'new',
    'and then it went on',
    'never',
    'for a long time',
    'listen',
    'meeting',
  )
  const sentences = fc
    .array(pieces, { minLength: 1, maxLength: 9 })
    .map((words) => `I ${words.join(' ')}.`)
  const turns = fc
    .tuple(fc.constantFrom('P1', 'P2', 'P3'), fc.array(sentences, { minLength: 1, maxLength: 4 }))
    .map(([speaker, said]) => `${speaker}: ${said.join(' ')}`)
  const corpora = fc
    .array(fc.array(turns, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 })
    .map((documents) => documents.map((lines, index) => documentOf(`d${index}`, ...lines)))
  const most = fc.integer({ min: 1, max: 4 })

  test('gives the same quotes at one go and in batches', () => {
    fc.assert(
      fc.property(corpora, most, fc.nat(12), fc.nat(12), (documents, perTheme, one, two) => {
        const [first, second] = [Math.min(one, two), Math.max(one, two)]
        const whole = quoteBank(perTheme, context)
        for (const [from, to] of [
          [0, first],
          [first, second],
          [second, documents.length],
        ] as const) {
          whole.merge(bankOf(documents.slice(from, to), perTheme, from).candidates())
        }
        expect(whole.chosen()).toEqual(chosenOf(documents, perTheme))
      }),
      { numRuns: 60 },
    )
  })

  test('gives no second quote of a speaker before a first that is readable', () => {
    fc.assert(
      fc.property(corpora, most, (documents, perTheme) => {
        const quotes = chosenOf(documents, perTheme)
        expect(quotes.length).toBeLessThanOrEqual(perTheme)
        const readable = quotes.filter(({ score }) => isReadable(score))
        expect(quotes.slice(0, readable.length)).toEqual(readable)
        const speakers = readable.map(({ document, speaker }) => `${document} ${speaker}`)
        const firsts = speakers.map((speaker, index) => speakers.indexOf(speaker) === index)
        expect(firsts.lastIndexOf(true)).toBe(new Set(speakers).size - 1)
      }),
      { numRuns: 200 },
    )
  })

  test('a merit is a whole number, and readable from 8 to 40 words', () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        for (const passage of documents) {
          for (const { segment, codes } of codedOf(passage)) {
            for (const code of codes) {
              const merit = meritOf(segment, code)
              expect(Number.isInteger(merit)).toBe(true)
              expect(isReadable(merit)).toBe(segment.words >= 8 && segment.words <= 40)
            }
          }
        }
      }),
    )
  })
})
