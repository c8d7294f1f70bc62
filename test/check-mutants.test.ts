import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleTests, runExamples } from '../src/check/examples.ts'
import { exceptionHunt } from '../src/check/exception-mutants.ts'
import { type MutantReport, mutantHunt, variantsOf } from '../src/check/mutants.ts'
import { passageOf } from '../src/code/code-text.ts'
import { parseCodebook } from '../src/codebook/parse.ts'
import { patternText } from '../src/codebook/rule-text.ts'
import { compile } from '../src/match/compile.ts'
import type { Codebook, Pattern, Rule } from '../src/types.ts'

async function codebookOf(themes: string): Promise<Codebook> {
  const text = `codebook: small\nversion: 1.0.0\nthemes:\n${themes}`
  const { value, diagnostics } = await parseCodebook(text, 'small.yaml', {
    regexProblem: () => undefined,
  })
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return value
}

function hunted(codebook: Codebook): MutantReport {
  const variants = variantsOf(codebook)
  const hunt = mutantHunt(compile(variants.codebook, 'sentence'), variants, 'sentence')
  for (const { example, judge } of exampleTests(compile(codebook, 'sentence'))) {
    if (example.todo !== undefined) continue
    hunt.test(passageOf(example.text, 'text'), (found) => judge(found) === undefined, [])
  }
  return hunt.result()
}

/** `relationships: trust` for a rule, `relationships: trust without rely` for an alternative. */
function namesOf({ survivors }: MutantReport): readonly string[] {
  return survivors.flatMap(({ theme, rule, alternatives }) =>
    alternatives.length === 0
      ? [`${theme}: ${rule}`]
      : alternatives.map((one) => `${theme}: ${rule} without ${one}`),
  )
}

describe('what no test would miss', () => {
  it.each([
    {
      name: 'nothing, where each rule has an example of its own',
      theme: `
  - id: school
    name: School
    rules: [school, teacher]
    examples: [{text: My school closed.}, {text: A teacher listened.}]`,
      expected: [],
    },
    {
      name: 'a rule without example',
      theme: `
  - id: school
    name: School
    rules: [school, teacher]
    examples: [{text: My school closed.}]`,
      expected: ['school: teacher'],
    },
    {
      name: 'two rules that find the same example',
      theme: `
  - id: school
    name: School
    rules: [school, teacher]
    examples: [{text: A teacher of my school listened.}]`,
      expected: ['school: school', 'school: teacher'],
    },
    {
      name: 'an alternative without example, in a part of a rule',
      theme: `
  - id: school
    name: School
    rules: [{id: left, seq: [[leave, quit], [school, college]]}]
    examples: [{text: I quit school.}, {text: I left college.}]`,
      expected: [],
    },
    {
      name: 'an alternative that another one stands in for',
      theme: `
  - id: school
    name: School
    rules: [{id: worker, any: [worker, social worker]}]
    examples: [{text: My social worker left.}]`,
      expected: ['school: worker without worker', 'school: worker without social worker'],
    },
    {
      name: 'a rule that gives the theme, but not by the quote',
      theme: `
  - id: school
    name: School
    rules: [school, teacher]
    examples: [{text: A teacher of my school listened., quote: my school}]`,
      expected: ['school: teacher'],
    },
    {
      name: 'a rule whose only example is a known miss',
      theme: `
  - id: school
    name: School
    rules: [school]
    examples: [{text: My school closed., todo: later}]`,
      expected: ['school: school'],
    },
    {
      name: 'no rule of a child that the example of its parent needs',
      theme: `
  - id: school
    name: School
    examples: [{text: The exam was hard.}]
    themes: [{id: exams, name: Exams, rules: [exam]}]`,
      expected: [],
    },
  ])('$name', async ({ theme, expected }) => {
    expect(namesOf(hunted(await codebookOf(theme)))).toEqual(expected)
  })

  it('counts by theme', async () => {
    const codebook = await codebookOf(`
  - id: school
    name: School
    rules: [school, {id: left, any: [leave, quit, drop out]}]
    examples: [{text: I quit.}]`)
    expect(hunted(codebook).themes).toEqual([
      { theme: 'school', rules: 2, untestedRules: 1, alternatives: 3, untestedAlternatives: 2 },
    ])
  })

  it('hears of what is recorded in a corpus', async () => {
    const codebook = await codebookOf(`
  - id: school
    name: School
    rules: [school, teacher, {id: left, any: [leave, quit]}]`)
    const variants = variantsOf(codebook)
    const hunt = mutantHunt(compile(variants.codebook, 'sentence'), variants, 'sentence')
    hunt.recorded(passageOf('My school was good. I quit though.', 'text'), [])
    expect(namesOf(hunt.result())).toEqual(['school: teacher', 'school: left without leave'])
  })
})

/** `school: trust fund`, and `school trust: before: near` for an exception of a rule. */
function exceptionsMissed(codebook: Codebook): readonly string[] {
  const matcher = compile(codebook, 'sentence')
  const hunt = exceptionHunt(matcher, 'sentence')
  for (const { example, judge } of exampleTests(matcher)) {
    if (example.todo !== undefined) continue
    hunt.test(passageOf(example.text, 'text'), (found) => judge(found) === undefined, [])
  }
  return hunt
    .result()
    .survivors.map(
      ({ theme, rule, exception }) => `${[theme, rule].join(' ').trim()}: ${exception}`,
    )
}

describe('exceptions that no test would miss', () => {
  it.each([
    {
      name: 'none, where an example has each of them',
      rules: '[trust, worker]',
      unless: '[trust fund, social worker]',
      examples: ['My trust fund grew.', 'The social worker came.'],
      expected: [],
    },
    {
      name: 'one without example',
      rules: '[trust]',
      unless: '[trust fund, NHS trust]',
      examples: ['My trust fund grew.'],
      expected: ['school: NHS trust'],
    },
    {
      name: 'two for the same words',
      rules: '[trust]',
      unless: '[trust fund, my trust fund]',
      examples: ['My trust fund grew.'],
      expected: ['school: trust fund', 'school: my trust fund'],
    },
    {
      name: 'one of several kinds',
      rules: '[trust]',
      unless: '{contained_in: [trust fund], before: [NHS], after: [hospital]}',
      examples: ['My trust fund grew.', 'A trust hospital.'],
      expected: ['school: before: NHS'],
    },
    {
      name: 'one of a rule beside those of its theme',
      rules: '[{phrase: trust, unless: [trust fund, trust me]}, worker]',
      unless: '[social worker]',
      examples: ['My trust fund grew.'],
      expected: ['school: social worker', 'school trust: trust me'],
    },
    {
      name: 'one in a match that reaches into a second sentence',
      rules: '[{all: [trust, worker], within: turn}]',
      unless: '[{all: [pizza, worker], within: turn}]',
      examples: ['I had pizza and trust it. A worker came.'],
      expected: [],
    },
    {
      name: 'one that holds for a rule that finds nothing',
      rules: '[trust]',
      unless: '[social worker]',
      examples: ['The social worker came.'],
      expected: ['school: social worker'],
    },
  ])('$name', async ({ rules, unless, examples, expected }) => {
    const texts = examples.map((text) => `{text: ${text}, expect: none}`).join(', ')
    const theme = `  - {id: school, name: S, rules: ${rules}, unless: ${unless}, examples: [${texts}]}\n`
    expect(exceptionsMissed(await codebookOf(theme))).toEqual(expected)
  })

  it('hear of what is recorded in a corpus', async () => {
    const codebook = await codebookOf(
      '  - {id: school, name: S, rules: [trust], unless: [trust fund, NHS trust]}\n',
    )
    const hunt = exceptionHunt(compile(codebook, 'sentence'), 'sentence')
    hunt.recorded(passageOf('I trust her. My trust fund grew.', 'text'), [])
    expect(hunt.result()).toMatchObject({
      themes: [{ exceptions: 2, untested: 1 }],
      survivors: [{ exception: 'NHS trust' }],
    })
  })
})

const word = fc.constantFrom('trust', 'worker', 'school', 'leave', 'listen')
const phrase = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join(' ')),
)
const alternatives = fc.uniqueArray(phrase, { minLength: 1, maxLength: 3 })
const rule = fc.oneof(
  phrase.map((text) => JSON.stringify(text)),
  alternatives.map((list) => `{any: ${JSON.stringify(list)}}`),
  fc
    .tuple(
      fc.constantFrom('seq', 'near', 'all'),
      fc.array(alternatives, { minLength: 2, maxLength: 3 }),
    )
    .map(([key, parts]) => `{${key}: ${JSON.stringify(parts)}}`),
)
const example = fc
  .record({
    words: fc.array(fc.oneof(word, fc.constantFrom('the', 'not', 'and')), {
      minLength: 1,
      maxLength: 7,
    }),
    isExpected: fc.boolean(),
  })
  .map(({ words, isExpected }) => {
    return `{text: ${JSON.stringify(words.join(' '))}${isExpected ? '' : ', expect: none'}}`
  })
const theme = fc
  .record({
    rules: fc.uniqueArray(rule, { minLength: 1, maxLength: 4 }),
    examples: fc.array(example, { minLength: 1, maxLength: 4 }),
  })
  .map(
    ({ rules, examples }) => `rules: [${rules.join(', ')}]\n    examples: [${examples.join(', ')}]`,
  )

describe('taking matches away', () => {
  it('is the same as compiling the codebook without the rule or alternative', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(theme, { minLength: 1, maxLength: 2 }), async (themes) => {
        const text = themes.map((own, index) => `  - id: t${index}\n    name: T\n    ${own}\n`)
        const codebook = await codebookOf(text.join(''))
        expect(namesOf(hunted(codebook))).toEqual(oneByOne(codebook))
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

describe('taking exceptions away', () => {
  it('is the same as compiling the codebook without each', async () => {
    const unless = fc.uniqueArray(phrase, { maxLength: 3 }).map((list) => JSON.stringify(list))
    const themes = fc.array(fc.tuple(theme, unless), { minLength: 1, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(themes, async (list) => {
        const text = list.map(
          ([own, exceptions], index) =>
            `  - id: t${index}\n    name: T\n    unless: ${exceptions}\n    ${own}\n`,
        )
        const codebook = await codebookOf(text.join(''))
        expect(exceptionsMissed(codebook)).toEqual(exceptionsOneByOne(codebook))
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

function exceptionsOneByOne(codebook: Codebook): readonly string[] {
  const before = passing(codebook)
  return codebook.themes.flatMap(({ id, unless }, index) =>
    unless.containedIn.flatMap((exception) => {
      const containedIn = unless.containedIn.filter((one) => one !== exception)
      const themes = codebook.themes.map((own, at) =>
        at === index ? { ...own, unless: { ...unless, containedIn } } : own,
      )
      const after = passing({ ...codebook, themes })
      const isMissed = before.some((passes, at) => passes && after[at] !== true)
      return isMissed ? [] : [`${id}: ${patternText(exception.pattern)}`]
    }),
  )
}

function passing(codebook: Codebook): readonly boolean[] {
  const results = runExamples(compile(codebook, 'sentence'), 'sentence')
  return results.map(({ outcome }) => outcome === 'passed')
}

/** The long way: a codebook for each mutant, and all examples again. */
function oneByOne(codebook: Codebook): readonly string[] {
  const before = outcomes(codebook)
  const isMissed = (theme: number, rule: Rule, instead: readonly Rule[]) => {
    const themes = codebook.themes.map((own, index) => {
      if (index !== theme) return own
      return { ...own, rules: own.rules.flatMap((one) => (one === rule ? instead : [one])) }
    })
    return outcomes({ ...codebook, themes }) !== before
  }
  return codebook.themes.flatMap(({ id, rules }, index) =>
    rules.flatMap((rule) => {
      if (!isMissed(index, rule, [])) return [`${id}: ${rule.id}`]
      return withouts(rule.pattern)
        .filter(({ pattern }) => !isMissed(index, rule, [{ ...rule, pattern }]))
        .map(({ without }) => `${id}: ${rule.id} without ${without}`)
    }),
  )
}

/** Which examples come out right; those that do not are nobody's test. */
function outcomes(codebook: Codebook): string {
  return runExamples(compile(codebook, 'sentence'), 'sentence')
    .map(({ outcome, example: { expected } }) => `${expected} ${outcome}`)
    .map((outcome) => (outcome.startsWith('false') ? '' : outcome))
    .join('\n')
}

function withouts(pattern: Pattern): readonly { without: string; pattern: Pattern }[] {
  if (pattern.kind === 'phrase' || pattern.kind === 'regex') return []
  return pattern.items.flatMap((item, part) =>
    item.length < 2
      ? []
      : item.map((without) => {
          const items = pattern.items.map((other, index) =>
            index === part ? other.filter((one) => one !== without) : other,
          )
          return { without, pattern: { ...pattern, items } }
        }),
  )
}
