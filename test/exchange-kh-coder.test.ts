import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOST } from '../src/codebook/exchange/dictionary-draft.ts'
import { draftYaml } from '../src/codebook/exchange/draft-yaml.ts'
import type { DraftRule, ExchangeFile } from '../src/codebook/exchange/exchange.ts'
import { khCoder } from '../src/codebook/exchange/kh-coder.ts'
import { readKhCoder } from '../src/codebook/exchange/read-kh-coder.ts'
import { writeKhCoder } from '../src/codebook/exchange/write-kh-coder.ts'
import { patternText } from '../src/codebook/rule-text.ts'
import { codebookOf, parse, withRules } from './codebook-example.ts'

function fileOf(text: string, name = 'club.cod'): ExchangeFile {
  return { name, text, bytes: new Uint8Array(0), encoding: 'utf-8' }
}

/** A rule as one line: its pattern, its exceptions, and a + where it finds more than meant. */
function lineOf({ pattern, unless, note }: DraftRule): string {
  const except = (unless?.containedIn ?? []).map((context) => ` unless ${patternText(context)}`)
  return `${patternText(pattern)}${except.join('')}${note === undefined ? '' : ' (+)'}`
}

function rulesOf(condition: string): readonly string[] {
  const { draft } = readKhCoder(fileOf(`*one\n${condition}\n`))
  return draft?.themes.flatMap((theme) => theme.rules.map(lineOf)) ?? []
}

describe('a condition of KH Coder becomes rules', () => {
  it.each<readonly [name: string, condition: string, rules: readonly string[]]>([
    ['a word', 'trust', ['trust']],
    ['alternatives, in words and signs', 'trust or faith | hope', ['trust', 'faith', 'hope']],
    ['alternatives on several lines', 'trust\nor faith\n  or hope', ['trust', 'faith', 'hope']],
    ['the wide space of Japanese', '信頼\u3000or\u3000希望', ['信頼', '希望']],
    ['words in a row', 'social+worker', ['social worker']],
    ['words that must all be there', 'school & move and home', ['school & move & home']],
    ['and binds before or', 'school & move | home & leave', ['school & move', 'home & leave']],
    [
      'alternatives within brackets stay together',
      '( school or college ) & ( move or leave )',
      ['school/college & move/leave'],
    ],
    [
      'a conjunction of a list with a conjunction',
      'home & ( leave or ( move & school ) )',
      ['home & leave', 'home & move & school'],
    ],
    ['near, ten steps where nothing is said', 'near(build-trust)', ['build ~9 trust (segment)']],
    ['near with a distance', 'near(build-trust)[5]', ['build ~4 trust (segment)']],
    ['near in a sentence', 'near(build-trust)[b5]', ['build ~4 trust']],
    [
      'near in a paragraph',
      'near(build-trust-slowly)[d5]',
      ['build ~4 trust ~4 slowly (paragraph)'],
    ],
    ['near without a distance', 'near(build-trust)[b]', ['build & trust (sentence)']],
    ['neighbours in order', 'seq(same-worker)[b1]', ['same + worker']],
    ['in order', 'seq(same-worker)[b3]', ['same +2 worker']],
    ['in order without a limit', 'seq(same-worker)[b]', ['same +40 worker']],
    ['a piece of text', "'trust me'", ['*trust me*']],
    ['a piece of text that ends with a word', "' trust '", ['trust']],
    ['a quote within quotes', "'a ''b'' c'", ["*a 'b' c*"]],
    ['so many at least', 'trust >= 2', ['trust & trust']],
    ['more than so many', 'trust > 2', ['trust & trust & trust']],
    ['one at least', 'trust >= 1', ['trust']],
    ['a part of speech and a form', 'trust-->Noun->plural', ['trust']],
    ['an exception around the word', 'trust & ! trust+fund', ['trust unless trust fund']],
    ['an exception with its sign', 'trust &! trust+fund', ['trust unless trust fund']],
    ['an exception elsewhere', 'trust and not money', ['trust (+)']],
    ['only an exception', 'not money', []],
    ['an exception of an exception', 'not ! trust', ['trust']],
    ['a heading', '<>heading1-->school', []],
    ['a heading besides', 'trust & <>heading1-->school', ['trust (+)']],
    ['a heading with spaces', "trust & <>school-->'St Anne'", ['trust (+)']],
    ['a length', 'lw <= 10', []],
    ['a sum', 'trust + faith > 2', []],
    ['no more than so many', 'trust <= 2', []],
    ['near together with a word', 'near(a1-b1)[b5] & home', []],
    ['near of one word', 'near(trust-trust)', []],
    ['a wildcard of ours', 'trust*', []],
    ['no space between brackets', '(trust|faith)&home', ['trust/faith & home']],
    ['a bracket that stays open', '( trust or faith', []],
    ['two words without a sign', 'trust faith', []],
    ['a sign without a word', 'trust or', []],
    ['the same rule twice', 'trust or faith or trust', ['trust', 'faith']],
  ])('%s', (_name, condition, rules) => {
    expect(rulesOf(condition)).toEqual(rules)
  })

  it('takes long lists', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `word${index}`)
    expect(rulesOf(words.join('\nor '))).toHaveLength(5000)
  })

  it('leaves out what would make rules without end', () => {
    const pairs = Array.from({ length: 12 }, (_, n) => `( a${n}+b or near(c${n}-d) )`)
    const { losses } = readKhCoder(fileOf(`*one\n${pairs.join(' & ')}\n`))
    expect(losses.map(({ what }) => what)).toEqual([
      'The condition is left out: it would make more than 200 rules.',
    ])
  })

  it('stops where codes name codes without end', () => {
    const codes = Array.from(
      { length: 60 },
      (_, n) => `*code${n + 1}\n<*code${n}> or <*code${n}>\n`,
    )
    const { draft, losses } = readKhCoder(fileOf(`*code0\ntrust\n${codes.join('')}`))
    expect(draft?.themes).toHaveLength(61)
    expect(losses.length).toBeGreaterThan(0)
  })

  it('takes the condition of a code above where its name stands', () => {
    const { draft, losses } = readKhCoder(
      fileOf('*trust\ntrust or faith\n*both\n<*trust> & home\n*below\n<*later>\n*later\nx1\n'),
    )
    expect(draft?.themes.map(({ name, rules }) => [name, rules.map(lineOf)])).toEqual([
      ['trust', ['trust', 'faith']],
      ['both', ['trust/faith & home']],
      ['below', []],
      ['later', ['x1']],
    ])
    expect(losses).toEqual([
      {
        where: 'line 6, below: “<*later>”',
        what: 'The condition is left out: no code of this name stands above.',
      },
    ])
  })
})

describe('a rule file of KH Coder', () => {
  it('keeps comments with the code below them', () => {
    const { draft } = readKhCoder(fileOf('#-----#\n# People #\n#-----#\n\n＊trust\ntrust\n'))
    expect(draft?.themes).toMatchObject([{ name: 'trust', note: 'People' }])
  })

  it('loses no line unsaid: what stands above the codes, and a comment below them', () => {
    const { draft, losses } = readKhCoder(fileOf('lost\n*trust\ntrust\n# The end #\n'))
    expect(losses).toEqual([{ where: 'line 1: “lost”', what: LOST.unread }])
    expect(draft?.notes).toContain('The end')
  })

  it('names words with signs', () => {
    const { draft, losses } = readKhCoder(
      fileOf("*odd\n'9/11' or R/D or C++ or #x or near(a/b-c)[b1] or e.g. or key+worker\n"),
    )
    expect(draft?.themes.flatMap(({ rules }) => rules.map(lineOf))).toEqual([
      ...['*9/11*', 'R/D', 'C++', '#x', 'a/b ~0 c', 'e.g.', 'key worker'],
    ])
    expect(losses.map(({ where, what }) => `${where} ${what === LOST.signs}`)).toEqual(
      ["'9/11'", 'R/D', 'C++', '#x', 'near(a/b-c)[b1]'].map((at) => `line 2, odd: “${at}” true`),
    )
  })

  it('without a code is refused', () => {
    const { draft, diagnostics } = readKhCoder(fileOf('trust\n'))
    expect(draft).toBeUndefined()
    expect(diagnostics.map(({ id }) => id)).toEqual(['no-codes'])
  })

  it.each([
    ['club.cod', 'anything', true],
    ['club.txt', '# a\n*trust\ntrust or faith\n', true],
    ['club.txt', '＊信頼\n信頼\n', true],
    ['club.txt', '* a list\n* of things\n', false],
    ['club.txt', '*a title\n*another\n', false],
    ['club.csv', '*trust\ntrust\n', false],
  ])('is known: %s', (name, text, isKnown) => {
    expect(khCoder.recognises(fileOf(text, name))).toBe(isKnown)
  })

  it('is read whatever it holds', async () => {
    const pieces = fc.constantFrom(
      ...["'", '"', '(', ')', '|', '&', '!', '<*', '>', '<>', '-->', 'near(', 'seq(', '-', '[b3]'],
      ...['*', '\n', '\n*', ' ', 'trust', 'or', 'and', 'not', '>=', '2', '+', '#', '?', '😀', '信'],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (list) => {
        const { draft } = readKhCoder(fileOf(`*one\n${list.join('')}`))
        if (draft === undefined) throw new Error('no draft')
        const { diagnostics } = await parse(draftYaml(draft, 'club').text)
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

async function written(rules: string): Promise<string> {
  const { text } = writeKhCoder(await codebookOf(withRules(rules)))
  return text.replace('\uFEFF', '').split('\n').slice(1, -1).join('\n')
}

describe('a rule for KH Coder', () => {
  it.each<readonly [name: string, rule: string, condition: string]>([
    ['a word', '- trust', 'trust'],
    ['a phrase', '- social worker', 'social+worker'],
    ['a wildcard', '- "befriend*"', "'befriend'"],
    ['another wildcard', '- "*friend"\n- trust', 'trust'],
    ['an apostrophe', '- "don’t mind"\n- "can\'t cope"', 'don’t+mind'],
    ['a word of its own', '- "or"\n- trust', 'trust'],
    ['alternatives', '- any: [trust, key worker]', 'trust\nor key+worker'],
    ['neighbours', '- seq: [same, [key worker, PA]]', 'same+key+worker\nor same+PA'],
    ['in order', '- {seq: [same, worker], gap: 2}', 'seq(same-worker)[b3]'],
    [
      'near, for each alternative',
      '- {near: [build, [trust, faith]], gap: 4, within: paragraph}',
      'near(build-trust)[d5]\nor near(build-faith)[d5]',
    ],
    ['near with a phrase', '- near: [build, [trust, my faith]]', 'near(build-trust)[b9]'],
    ['all', '- all: [school, [move, moving home]]', '( school and ( move or moving+home ) )'],
    ['the same word twice', '- all: [trust, trust]', 'trust >= 2'],
    [
      'the same phrase three times',
      '- all: [key worker, key worker, key worker]',
      'key+worker >= 3',
    ],
    ['a regular expression', '- regex: "PAs?"\n- trust', 'trust'],
  ])('%s', async (_name, rule, condition) => {
    expect(await written(rule)).toBe(condition)
  })

  it.each<readonly [name: string, rule: string, loss: string]>([
    ['its id', '- {id: trusting, phrase: trust}', 'The id of the rule is not carried.'],
    ['a turn', '- {seq: [rely, on], within: turn}', 'becomes the unit of the run (turn)'],
    ['parts that share a word', '- all: [[trust, faith], trust]', 'share a word'],
    ['alternatives', '- near: [build, [trust, faith]]', 'written as several conditions'],
    ['exceptions', '- {phrase: trust, unless: [trust fund]}', 'The exceptions (unless)'],
  ])('says that %s is lost', async (_name, rule, loss) => {
    const { losses } = writeKhCoder(await codebookOf(withRules(rule)))
    expect(losses.filter(({ what }) => what.includes(loss))).toHaveLength(1)
  })

  it('never names a code by nothing', async () => {
    const yaml = withRules('- trust').replace('name: One', 'name: "<>"')
    const { text, losses } = writeKhCoder(await codebookOf(yaml))
    expect(text).toBe('\uFEFF*one\ntrust\n')
    expect(losses.map(({ what }) => what).join()).toContain('The name is changed')
  })

  it('comes back as it went', async () => {
    const yaml = withRules(
      '- trust\n- social worker\n- {seq: [same, worker], gap: 2}\n- all: [school, [move, leave]]',
    )
    const codebook = await codebookOf(yaml)
    const { text } = writeKhCoder(codebook)
    const { draft, losses } = readKhCoder(fileOf(text.replace('\uFEFF', '')))
    expect(losses).toEqual([])
    expect(draft?.themes[0]?.rules.map(({ pattern }) => pattern)).toEqual(
      codebook.themes[0]?.rules.map(({ pattern }) => pattern),
    )
  })

  it('goes with the themes above it', async () => {
    const yaml = `codebook: c\nversion: 1.0.0\nthemes:\n  - id: a\n    name: A\n    rules: [one]\n    themes:\n      - {id: b, name: B, rules: [two]}\n      - {id: c, name: A}\n`
    const { text, losses } = writeKhCoder(await codebookOf(yaml))
    expect(text).toBe('\uFEFF*A\none\nor two\n\n*B\ntwo\n')
    expect(losses.map(({ what }) => what)).toContain(
      'The theme is left out: no rule of it can be said in KH Coder.',
    )
  })
})

const THEME = '../shared/corpora/dictionaries/theme.cod'
describe.skipIf(!existsSync(THEME))('the rule file of the KH Coder tutorial', () => {
  it('is read, and what is no rule is named', async () => {
    const text = new TextDecoder('shift_jis').decode(readFileSync(THEME))
    const { draft, losses } = readKhCoder(fileOf(text, 'theme.cod'))
    if (draft === undefined) throw new Error('no draft')
    expect(draft.themes).toHaveLength(34)
    expect(draft.language).toBe('ja')
    expect(losses.filter(({ what }) => what.includes('cannot be read'))).toEqual([])
    const { diagnostics } = await parse(draftYaml(draft, 'theme').text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
