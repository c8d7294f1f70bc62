/** Quotes and tabs in YAML: the place where the mistake was made, and what to do about it. */
import { describe, expect, it } from 'vitest'
import { parse, withRules } from './codebook-example.ts'

async function said(yaml: string): Promise<readonly string[]> {
  const { diagnostics } = await parse(yaml)
  return diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

const TAB =
  'A tab stands where YAML expects spaces. Replace it with as many spaces as the lines beside it have; most editors can do so in the whole file.'
const APOSTROPHE_HINT = ' If it is an apostrophe, put the whole text in double quotes: "…".'

describe('a quote that is not closed is said to begin where it does', () => {
  it.each([
    ['in the last rule', withRules('- "trust'), '7:9 … `"trust`. Write " where the text ends.'],
    [
      'in a rule before others',
      withRules('- "trust\n- care\n- home'),
      '7:9 … `"trust`. Write " where the text ends.',
    ],
    [
      'before a rule in quotes',
      withRules('- "trust\n- "care"'),
      '7:9 … `"trust`. Write " where the text ends.',
    ],
    [
      'before another theme',
      `${withRules('- "trust')}  - id: two\n    name: Two\n    rules: ["x"]\n`,
      '7:9 … `"trust`. Write " where the text ends.',
    ],
    [
      'in a title',
      "codebook: x\ntitle: 'What they say\nversion: 1.0.0\n",
      `2:8 … \`'What they say\`. Write ' where the text ends.${APOSTROPHE_HINT}`,
    ],
    [
      'in a list in brackets, whose own end it hides',
      withRules('- any: [trust, "care, home]\n- home'),
      '7:22 … `"care, home]`. Write " where the text ends.',
    ],
    [
      'which is an apostrophe',
      withRules("- 'cause\n- care"),
      `7:9 … \`'cause\`. Write ' where the text ends.${APOSTROPHE_HINT}`,
    ],
    [
      'but with a curly quote',
      withRules('- "trust”\n- care'),
      '7:9 … `"trust”`. Write " where the text ends. A curly quote does not close it.',
    ],
    [
      'in a long text, of which the beginning is shown',
      withRules(`- "${'I trust my worker and '.repeat(9)}`),
      '7:9 … `"I trust my worker and I trust…`. Write " where the text ends.',
    ],
  ])('%s', async (_name, yaml, expected) => {
    expect(await said(yaml)).toEqual([
      expected.replace('…', 'The quote that begins here is not closed:'),
    ])
  })
})

describe('a quote that ends too early', () => {
  it.each([
    [
      'at an apostrophe',
      withRules("- 'I don't know'"),
      '7:16 An apostrophe ends a text in single quotes. Put the whole text in double quotes instead: "…".',
    ],
    [
      'at a quote inside',
      withRules('- "she said "no" to me"'),
      `7:20 A quote inside the text ends it. Put the whole text in single quotes instead: '…'; or write the inner quotes as “…”.`,
    ],
    [
      'before more text',
      withRules('- "trust" fund'),
      '7:17 YAML does not expect this here. If it belongs to a text, put the whole text in quotes: "…"; if it begins a new value, check the indent of its line.',
    ],
  ])('%s', async (_name, yaml, expected) => {
    expect(await said(yaml)).toEqual([expected])
  })
})

const HEAD = 'codebook: x\nversion: 1.0.0\nthemes:\n  - id: one\n'

describe('a tab in an indent', () => {
  it.each([
    ['before a key', `${HEAD}\tname: One\n`, 5, 1],
    ['before a dash', `${HEAD}    name: One\n    rules:\n\t- trust\n`, 7, 1],
    ['after spaces', `${HEAD}    name: One\n    rules:\n    \t- trust\n`, 7, 5],
    ['in a list in brackets', `${HEAD}    name: One\n    rules: [trust,\n\tcare]\n`, 7, 1],
    ['in a text of several lines', `${HEAD}    name: >-\n\t\tOne\n    rules: [trust]\n`, 6, 1],
  ])('%s', async (_name, yaml, line, column) => {
    expect(await said(yaml)).toEqual([`${line}:${column} ${TAB}`])
  })

  it.each([
    ['after a dash', withRules('-\ttrust')],
    ['after a colon', withRules('- phrase:\ttrust')],
    ['at the end of a line', withRules('- trust\t')],
    ['before a comment', withRules('- trust\t# her')],
    ['in an empty line', withRules('- trust\n\t\n- care')],
  ])('elsewhere does no harm: %s', async (_name, yaml) => {
    expect(await said(yaml)).toEqual([])
  })
})
