/**
 * What a codebook says, field by field, through every format and back: what is gone was reported for
 * its theme and by its kind, and nothing comes back that was not there.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftYaml } from '../src/codebook/exchange/draft-yaml.ts'
import type { Draft, DraftTheme, Loss } from '../src/codebook/exchange/exchange.ts'
import { FORMATS } from '../src/codebook/exchange/formats.ts'
import { patternText } from '../src/codebook/rule-text.ts'
import type { Codebook, Pattern } from '../src/types.ts'
import { codebookOf, exported, imported, parsed } from './exchange.ts'

const PATIENCE = 60_000

const NAMES = [
  'Care',
  'care',
  'Home life',
  'Être écouté',
  'Ωμέγα',
  'A (2)',
  'x > y',
  'a|b',
  'e.g. this',
  'Dr. No',
  '>> top',
  '%',
  '@x',
  '=1+1',
  'no',
  '-',
  '"said"',
  'a, b; c',
  'עובדת',
  '<of>',
  'Care (2)',
  '*star',
  '#tag',
] as const
const prose = fc.constantFrom(
  '',
  'What it is.',
  'Include: what it is.',
  'Two\nlines: "quoted" # here',
  '影響, “and” more\tthan that',
)
const rule = fc.record({
  pattern: fc.constantFrom<Pattern>(
    { kind: 'phrase', phrase: 'care' },
    { kind: 'phrase', phrase: 'care home' },
    { kind: 'phrase', phrase: 'worr*' },
    { kind: 'phrase', phrase: '*ness' },
    { kind: 'seq', items: [['so', 'very'], ['pleased']], gap: 0, within: 'sentence' },
    { kind: 'near', items: [['build'], ['trust', 'bond']], gap: 4, within: 'sentence' },
    { kind: 'regex', source: 'adv[io]ce' },
  ),
  unless: fc.option(
    fc.constant({
      containedIn: [{ kind: 'phrase', phrase: 'care bear' } as const],
      before: [],
      after: [],
    }),
    { nil: undefined, freq: 6 },
  ),
  id: fc.option(fc.constant('rule'), { nil: undefined, freq: 3 }),
})

function themeOf(themes: fc.Arbitrary<DraftTheme[]>): fc.Arbitrary<DraftTheme> {
  const option = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined, freq: 2 })
  return fc.record({
    name: fc.constant(''),
    definition: prose,
    include: fc.option(prose, { nil: undefined }),
    exclude: fc.option(prose, { nil: undefined }),
    colour: fc.option(fc.constantFrom('#AA0011', '#00BB22'), { nil: undefined }),
    examples: option([{ text: 'I care for worries.', expected: true }]),
    rules: fc.array(rule, { maxLength: 3 }),
    themes,
  })
}
const grandchild = themeOf(fc.constant([]))
const child = themeOf(fc.array(grandchild, { maxLength: 1 }))
const theme = themeOf(fc.array(child, { maxLength: 2 }))

const draft: fc.Arbitrary<Draft> = fc
  .record({
    title: fc.constantFrom('Lives', 'a: b', 'What <they> say'),
    language: fc.constantFrom('', 'cy', 'en-GB'),
    themes: fc.array(theme, { minLength: 1, maxLength: 3 }),
    names: fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }),
  })
  .map(({ title, language, themes, names }) => ({
    title,
    language,
    themes: withNames(themes, names),
    id: 'lives',
    description: '',
    settings: { inflect: false, spelling: 'as-written' as const, hyphen: 'exact' as const },
    origin: 'a test',
    notes: [],
  }))

/** No two themes of a codebook have the same name or the same text, so that what is gone can be told. */
function withNames(themes: readonly DraftTheme[], names: readonly string[]): DraftTheme[] {
  let at = -1
  const named = (one: DraftTheme): DraftTheme => {
    at += 1
    const mark = `${at}`
    const marked = (text: string | undefined) =>
      text === undefined || text === '' ? text : text + mark
    return {
      ...one,
      name: names[at] ?? `theme ${mark}`,
      definition: marked(one.definition) ?? '',
      include: marked(one.include),
      exclude: marked(one.exclude),
      examples: one.examples?.map((example) => ({ ...example, text: example.text + mark })),
      rules: one.rules.map((made, nth) => ({
        ...made,
        ...(made.id !== undefined && { id: `rule-${mark}-${nth}` }),
        pattern: withMark(made.pattern, mark),
      })),
      themes: one.themes.map(named),
    }
  }
  return themes.map(named)
}

function withMark(pattern: Pattern, mark: string): Pattern {
  if (pattern.kind === 'phrase') return { ...pattern, phrase: `m${mark} ${pattern.phrase}` }
  if (pattern.kind === 'regex') return { ...pattern, source: pattern.source + mark }
  return { ...pattern, items: [...pattern.items, [`m${mark}`]] }
}

/** Something that a codebook says, of itself or of a theme. */
interface Fact {
  readonly kind: keyof typeof SAYS
  /** The id of the theme; empty for the codebook. */
  readonly theme: string
  readonly value: string
}

/** The words by which a report speaks of each kind. */
const SAYS = {
  title: /title/iu,
  language: /language/iu,
  name: /named?\b|number/iu,
  id: /\bid\b/iu,
  level: /level|side by side|stands? (?:on|below)/iu,
  definition: /definition|description|memo/iu,
  include: /when to use|include|definition|memo/iu,
  exclude: /when not to use|exclude|definition|memo/iu,
  colour: /colour/iu,
  examples: /example/iu,
  rule: /rule|term|condition|wildcard|alternative/iu,
  ruleId: /id of the rule|left out/iu,
  unless: /unless|exception|rules|left out/iu,
} as const

/** White space, also in a row: writers may fold it. */
const SPACES = /\s+/gu

function factsOf({ title, language, themes }: Codebook): readonly Fact[] {
  const names = new Map(themes.map((one) => [one.id, one.name]))
  const facts: Fact[] = [
    { kind: 'title', theme: '', value: title },
    { kind: 'language', theme: '', value: language },
  ]
  for (const one of themes) {
    const add = (kind: Fact['kind'], value: string) =>
      facts.push({ kind, theme: one.id, value: value.replace(SPACES, ' ').trim() })
    add('name', one.name)
    add('id', one.id.slice(one.id.lastIndexOf('/') + 1))
    add('level', `${one.name} on level ${one.level} in ${names.get(one.parent ?? '') ?? ''}`)
    if (!one.definition.startsWith('Imported from ')) add('definition', one.definition)
    if (one.include !== '') add('include', one.include)
    if (one.exclude !== '') add('exclude', one.exclude)
    if (one.colour !== undefined) add('colour', one.colour)
    for (const { text } of one.examples) add('examples', text)
    for (const { id: ruleId, pattern, unless } of one.rules) {
      add('rule', patternText(pattern))
      if (ruleId.startsWith('rule-')) add('ruleId', ruleId)
      if (unless.containedIn.length > 0) add('unless', patternText(pattern))
    }
  }
  return facts
}

/** Facts of one codebook that the other has not. */
function missing(facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] {
  const known = new Set(others.map(({ kind, value }) => `${kind} ${value}`))
  return facts.filter(({ kind, value }) => !known.has(`${kind} ${value}`))
}

/** Whether a report tells of a fact that is gone: at its theme, for all, or above where it follows. */
function isTold({ kind, theme }: Fact, losses: readonly Loss[], { themes }: Codebook): boolean {
  const above = themes.filter(({ id }) => id === theme || theme.startsWith(`${id}/`))
  return losses.some(({ where, what }) => {
    const told = above.filter(({ id, name }) => isPlaceOf(where, id, name))
    const isHere = theme === '' || FOR_ALL.test(where) || told.some(({ id }) => id === theme)
    if (isHere && (SAYS[kind].test(what) || LEFT_OUT.test(what))) return true
    return told.length > 0 && (kind === 'level' || kind === 'id') && FOLLOWS.test(what)
  })
}

/** `line 9, care/home: all its rules`, `Care > Home: “bed”`. */
function isPlaceOf(where: string, id: string, name: string): boolean {
  return `${where}:`.includes(`, ${id}:`) || where === name || where.endsWith(` > ${name}`)
}

/** U+FEFF, which the command takes off. */
const BYTE_ORDER_MARK = /^\uFEFF/u

/** A place that is the whole codebook, for example `all rules`. */
const FOR_ALL = /^all |^\d+ rules? with/u
const LEFT_OUT = /theme is left out/iu
/** What changes the place of a theme changes that of those below. */
const FOLLOWS = /name|level|left out/iu

describe('a round trip', () => {
  it.each(FORMATS.filter(({ read, write }) => read && write).map((format) => format.name))(
    'through %s loses no field that was not reported',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(draft, async (made) => {
          const before = await parsed(draftYaml(made, 'lives').text)
          const written = await exported(format, before)
          const result = await imported(
            format,
            written.text.replace(BYTE_ORDER_MARK, ''),
            'lives.txt',
          )
          const told = [...written.losses, ...result.losses]
          if (result.draft === undefined || result.draft.themes.length === 0) {
            expect(told.length).toBeGreaterThan(0)
            return
          }
          const { codebook: after, losses } = await codebookOf(result, 'lives')
          const all = [...told, ...losses]
          const gone = missing(factsOf(before), factsOf(after))
          const untold = gone.filter((fact) => !isTold(fact, all, before))
          expect(untold, `${written.text}\n${JSON.stringify(all, undefined, 1)}`).toEqual([])
        }),
        { numRuns: 200 },
      )
    },
    PATIENCE,
  )
})
