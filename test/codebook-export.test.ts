import { describe, expect, it } from 'vitest'
import type { Codebook, Rule } from '../src/types.ts'
import { exported, imported, lossLines, parsed } from './exchange.ts'

const BOOK = `
codebook: lives
version: 1.2.0
title: Lives
defaults: {inflect: false, spelling: as-written, hyphen: exact}
themes:
  - id: feelings
    name: Feelings
    definition: What people feel.
    include: said of themselves
    rules: ["feel*", "h?ppy", "*ness", over the moon]
    themes:
      - id: joy
        name: Joy
        rules:
          - {any: [glad, very glad]}
          - {seq: [[so, very], pleased]}
          - {near: [laugh, cry]}
          - {id: song, phrase: sing}
          - {phrase: play, inflect: true, unless: [play truant]}
          - {regex: "j[oa]y"}
    examples: [{text: I feel fine.}]
retired: [{id: moods, since: 1.1.0}]
`

const EXPORTS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'quanteda',
    '"Feelings":\n  "__":\n    - "feel*"\n    - "h?ppy"\n    - "*ness"\n    - "over the moon"\n  "Joy":\n    - "glad"\n    - "very glad"\n    - "so pleased"\n    - "very pleased"\n    - "sing"\n    - "play"\n',
    [],
  ],
  [
    'liwc',
    '%\n1\tFeelings\n\t2\tJoy\n%\nfeel*\t1\nover the moon\t1\nglad\t2\nvery glad\t2\nso pleased\t2\nvery pleased\t2\nsing\t2\nplay\t2\n',
    ['h?ppy', '*ness'],
  ],
  [
    'liwc-22',
    'DicTerm,Feelings,Feelings|Joy\nfeel*,X,\n*ness,X,\nover the moon,X,\nglad,,X\nvery glad,,X\nso pleased,,X\nvery pleased,,X\nsing,,X\nplay,,X\n',
    ['h?ppy'],
  ],
  [
    'wordstat',
    'Feelings\n\tfeel* (1)\n\t*ness (1)\n\tover_the_moon (1)\n\tJoy\n\t\tglad (1)\n\t\tvery_glad (1)\n\t\tso_pleased (1)\n\t\tvery_pleased (1)\n\t\tsing (1)\n\t\tplay (1)\n',
    ['h?ppy'],
  ],
  [
    'lexicoder',
    '+Feelings\nfeel*\n*ness\nover the moon\n+Feelings - Joy\nglad\nvery glad\nso pleased\nvery pleased\nsing\nplay\n',
    ['h?ppy'],
  ],
  [
    'csv',
    'theme,term,definition\nFeelings,feel*,What people feel.\nFeelings,h?ppy,\nFeelings,*ness,\nFeelings,over the moon,\nFeelings > Joy,glad,\nFeelings > Joy,very glad,\nFeelings > Joy,so pleased,\nFeelings > Joy,very pleased,\nFeelings > Joy,sing,\nFeelings > Joy,play,\n',
    [],
  ],
  [
    'yoshikoder',
    '<?xml version="1.0" encoding="UTF-8"?>\n<dictionary style="050805" patternengine="substring">\n<cnode name="Lives" desc="" score="">\n  <cnode name="Feelings" desc="What people feel." score="">\n    <pnode name="feel*" score=""/>\n    <pnode name="*ness" score=""/>\n    <cnode name="Joy" desc="" score="">\n      <pnode name="glad" score=""/>\n      <pnode name="sing" score=""/>\n      <pnode name="play" score=""/>\n    </cnode>\n  </cnode>\n</cnode>\n</dictionary>\n',
    ['h?ppy', 'over the moon', 'very glad', 'so pleased', 'very pleased'],
  ],
]

describe('exports', () => {
  it.each(EXPORTS)('%s', async (format, text, leftOut) => {
    const written = await exported(format, await parsed(BOOK))
    expect(written.text).toBe(text)
    const losses = lossLines(written.losses)
    for (const term of leftOut) {
      expect(
        losses.filter((line) => line.includes(`“${term}” | The term is left out`)),
      ).toHaveLength(1)
    }
    expect(losses.filter((line) => line.includes('The term is left out'))).toHaveLength(
      leftOut.length,
    )
    for (const said of [
      '1.2.0 | The version of the codebook is not carried.',
      'moods | Retired ids are not carried.',
      '“laugh ~ cry” | The rule is left out',
      '“/j[oa]y/” | The rule is left out',
      '“sing” | The id of the rule is not carried.',
      '“play” | Inflections are not carried',
      '“play” | The exceptions (unless) of the rule are not carried',
      'feelings | When to use the theme is not carried.',
      'feelings | The examples of the theme are not carried.',
    ]) {
      const part = said.split(' | ')
      const found = losses.filter((line) => part.every((piece) => line.includes(piece)))
      expect([said, found.length]).toEqual([said, 1])
    }
  })

  it('a codebook that a dictionary can hold loses nothing', async () => {
    const book = `codebook: lives
version: 0.1.0
title: lives
defaults: {inflect: false, spelling: as-written, hyphen: exact}
themes: [{id: joy, name: Joy, definition: Imported from LIWC; no definition given., rules: [happy, "glad*"]}]`
    for (const format of ['quanteda', 'liwc', 'liwc-22', 'wordstat', 'lexicoder', 'csv']) {
      const { losses } = await exported(
        format,
        await parsed(book.replace('Imported', '"Imported').replace('given.', 'given."')),
      )
      expect([format, losses]).toEqual([format, []])
    }
  })
})

describe('a large codebook', () => {
  const WORDS = 150_000

  /** A codebook with as many rules of one theme, of which every second has a setting of its own. */
  async function large(): Promise<Codebook> {
    const book = await parsed(
      'codebook: large\nversion: 1.0.0\nthemes: [{id: a, name: A, rules: [w, {phrase: v, case: exact}]}]',
    )
    const [theme] = book.themes
    const [one, other] = theme?.rules ?? []
    if (theme === undefined || one === undefined || other === undefined) throw new Error('no rules')
    const rules = Array.from({ length: WORDS }, (_, at): Rule => {
      const phrase = `word${at}`
      return { ...(at % 2 === 0 ? one : other), id: phrase, pattern: { kind: 'phrase', phrase } }
    })
    return { ...book, themes: [{ ...theme, rules }] }
  }

  it.each([
    'quanteda',
    'liwc',
    'liwc-22',
    'wordstat',
    'yoshikoder',
    'lexicoder',
    'csv',
    'kh-coder',
  ])('goes to %s whole', async (format) => {
    const { text, losses } = await exported(format, await large())
    expect(text.split('\n').filter((line) => line.includes('word')).length).toBe(WORDS)
    expect(losses.length).toBeGreaterThanOrEqual(WORDS / 2)
  })

  it('has as many names as themes, however many are alike', async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, at) => `  - {id: t${at}, name: Same, rules: [w]}`,
    )
    const book = await parsed(`codebook: c\nversion: 1.0.0\nthemes:\n${lines.join('\n')}\n`)
    const { text } = await exported('qualcoder', book)
    expect(new Set(text.split('\n')).size).toBe(20_001)
  })
})

describe('weights', () => {
  it('may have a comma', async () => {
    const { draft, losses } = await imported('liwc-22', 'DicTerm;a\nz;0,5\nw;0,0\n', 'x.dicx')
    expect(draft?.themes[0]?.rules.length).toBe(1)
    expect(lossLines(losses)).toContain(
      'line 2, a: “z” (0.5) | The weight is left out: rules have none, so every match counts once.',
    )
  })
})

describe('names with signs that part cells', () => {
  it.each(['csv', 'liwc-22'])('come back from %s', async (format) => {
    const book = await parsed(
      'codebook: c\nversion: 1.0.0\nthemes:\n  - {id: a-b-c, name: "a; b; c", rules: [d, e]}\n',
    )
    const { text } = await exported(format, book)
    const { draft } = await imported(format, text, 'c.csv')
    expect(draft?.themes.map(({ name, rules }) => [name, rules.length])).toEqual([['a; b; c', 2]])
  })
})
