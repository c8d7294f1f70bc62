import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse as parseYamlText } from 'yaml'
import { codebookJsonSchema } from '../src/codebook/json-schema.ts'
import { codebookSchemas } from '../src/codebook/schema.ts'
import { EXAMPLE, parse, withRules } from './codebook-example.ts'
import { mutatedCodebook } from './codebook-mutations.ts'

/** YAML as editors read it. */
function parseYaml(text: string): unknown {
  return parseYamlText(text.replace('\uFEFF', ''), { merge: true, logLevel: 'silent' })
}

type Schema = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const ROOT = codebookJsonSchema()

/** The few words of JSON Schema that the codebook's schema uses; an editor knows the same ones. */
function accepts(schema: unknown, value: unknown): boolean {
  if (!isRecord(schema)) throw new Error(`not a schema: ${JSON.stringify(schema)}`)
  return Object.entries(schema).every(([word, rule]) => acceptsWord(word, rule, value, schema))
}

function acceptsWord(word: string, rule: unknown, value: unknown, schema: Schema): boolean {
  const rules: readonly unknown[] = Array.isArray(rule) ? rule : [rule]
  switch (word) {
    case '$schema':
    case 'definitions':
    case 'examples':
    case 'default':
    case 'title':
    case 'description':
      return true
    case '$ref':
      return accepts(definition(String(rule)), value)
    case 'type':
      return (
        rules.includes(typeOf(value)) || (rules.includes('number') && typeOf(value) === 'integer')
      )
    case 'enum':
      return rules.includes(value)
    case 'const':
      return value === rule
    case 'pattern':
      return typeof value !== 'string' || new RegExp(String(rule), 'u').test(value)
    case 'minimum':
      return typeof value !== 'number' || value >= Number(rule)
    case 'maximum':
      return typeof value !== 'number' || value <= Number(rule)
    case 'minItems':
      return !Array.isArray(value) || value.length >= Number(rule)
    case 'maxItems':
      return !Array.isArray(value) || value.length <= Number(rule)
    case 'items':
      return !Array.isArray(value) || value.every((item) => accepts(rule, item))
    case 'allOf':
      return rules.every((option) => accepts(option, value))
    case 'anyOf':
      return rules.some((option) => accepts(option, value))
    case 'oneOf':
      return rules.filter((option) => accepts(option, value)).length === 1
    case 'required':
      return !isRecord(value) || rules.every((key) => String(key) in value)
    case 'properties':
      return (
        !isRecord(value) ||
        !isRecord(rule) ||
        Object.keys(rule).every((key) => !(key in value) || accepts(rule[key], value[key]))
      )
    case 'additionalProperties': {
      const known = isRecord(schema.properties) ? schema.properties : {}
      return !isRecord(value) || Object.keys(value).every((key) => key in known)
    }
    default:
      throw new Error(`a word of JSON Schema that this test does not know: ${word}`)
  }
}

function definition(reference: string): unknown {
  const name = reference.replace('#/definitions/', '')
  return isRecord(ROOT) && isRecord(ROOT.definitions) ? ROOT.definitions[name] : undefined
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** Every schema of a map, wherever it stands. */
function objectSchemas(schema: unknown): readonly Schema[] {
  if (Array.isArray(schema)) return schema.flatMap(objectSchemas)
  if (!isRecord(schema)) return []
  const inner = Object.entries(schema).flatMap(([word, rule]) => {
    if (word === 'examples' || word === 'default') return []
    if (word !== 'properties') return objectSchemas(rule)
    return isRecord(rule) ? Object.values(rule).flatMap(objectSchemas) : []
  })
  return isRecord(schema.properties) ? [schema, ...inner] : inner
}

function properties(schema: Schema): Schema {
  return isRecord(schema.properties) ? schema.properties : {}
}

describe('the JSON Schema', () => {
  it('accepts the codebook with every key', () => {
    expect(accepts(ROOT, parseYaml(EXAMPLE))).toBe(true)
  })

  it.each([
    ['a word that YAML reads as a number', '- 12', true],
    ['a word that YAML reads as a truth value', '- true', true],
    ['an unknown key', '- {phrase: x, foo: 1}', false],
    ['two patterns', '- {phrase: x, regex: y}', false],
    ['no pattern', '- {id: x}', false],
    ['seq of one', '- seq: [a]', false],
    ['a negative gap', '- {seq: [a, b], gap: -1}', false],
    ['an unknown choice', '- {phrase: a, case: excat}', false],
    ['a bad id', '- {phrase: a, id: A b}', false],
    [
      'exceptions in both forms',
      '- {phrase: a, unless: [b, {near: [c, d]}]}\n- {phrase: e, unless: {before: [f]}}',
      true,
    ],
    ['a list as rule', '- [a]', false],
  ])('%s', (_name, rules, expected) => {
    expect(accepts(ROOT, parseYaml(withRules(rules)))).toBe(expected)
  })

  it('accepts the bundled codebook', () => {
    const yaml = readFileSync('codebooks/care-review.yaml', 'utf8')
    expect(accepts(ROOT, parseYaml(yaml))).toBe(true)
  })

  it.each([
    ['a title', 'title: 2026'],
    ['a language', 'language: no'],
    ['a word for nothing', 'title: null'],
    ['a role', 'defaults: {speakers: {only: [1]}}'],
  ])('accepts %s that an editor reads as a number or truth value', async (_name, line) => {
    const yaml = `${withRules('- 12\n- no\n- null\n- 1e3\n- any: [on, off, 3.0, Null]')}${line}\n`
    expect((await parse(yaml)).diagnostics).toEqual([])
    expect(accepts(ROOT, parseYaml(yaml))).toBe(true)
  })

  it('accepts what the reader accepts without complaint', async () => {
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(mutatedCodebook, async (text) => {
        const { value, diagnostics } = await parse(text)
        if (value === undefined || diagnostics.some(({ id }) => id === 'empty-value')) return
        accepted += 1
        expect(accepts(ROOT, parseYaml(text))).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect(accepted).toBeGreaterThan(2)
  }, 60_000)

  it.each(objectSchemas(ROOT).map((schema) => [Object.keys(properties(schema)).join(' '), schema]))(
    'knows no other keys than %s',
    (_keys, schema) => {
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
    },
  )

  it('has exactly the keys that the reader knows', () => {
    const { objects } = codebookSchemas()
    const known = Object.values(objects).map(({ shape }) => Object.keys(shape).join(' '))
    const written = objectSchemas(ROOT).map((schema) => Object.keys(properties(schema)).join(' '))
    expect([...new Set(written)].sort()).toEqual([...new Set(known)].sort())
  })

  it('has an example of every key, its choices or its default', () => {
    const bare = objectSchemas(ROOT).flatMap((schema) =>
      Object.entries(properties(schema)).flatMap(([key, value]) => {
        const { examples, enum: choices, type, default: fallback } = isRecord(value) ? value : {}
        const isClear = examples ?? choices ?? fallback ?? (type === 'boolean' ? true : undefined)
        return isClear === undefined ? [key] : []
      }),
    )
    expect(bare).toEqual([])
  })

  it('has examples and defaults that it accepts itself', () => {
    const wrong = objectSchemas(ROOT).flatMap((schema) =>
      Object.entries(properties(schema)).flatMap(([key, value]) => {
        if (!isRecord(value)) return [key]
        const { examples = [], default: fallback } = value
        const samples: readonly unknown[] = Array.isArray(examples) ? examples : [undefined]
        const all = fallback === undefined ? samples : [...samples, fallback]
        return all.every((sample) => accepts(value, sample)) ? [] : [key]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('explains every key', () => {
    const bare: string[] = []
    const visit = (schema: unknown, path: string): void => {
      if (Array.isArray(schema)) for (const item of schema) visit(item, path)
      if (!isRecord(schema)) return
      for (const [word, rule] of Object.entries(schema)) {
        if (word !== 'properties' || !isRecord(rule)) visit(rule, `${path}/${word}`)
        else {
          for (const [key, value] of Object.entries(rule)) {
            const target = isRecord(value) && typeof value.description === 'string'
            if (!target) bare.push(`${path}/${key}`)
            visit(value, `${path}/${key}`)
          }
        }
      }
    }
    visit(ROOT, '')
    expect(bare).toEqual([])
  })
})
