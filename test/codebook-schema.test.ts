import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { codebookJsonSchema } from '../src/codebook/json-schema.ts'
import { EXAMPLE, withRules } from './codebook-example.ts'

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
    case '$defs':
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
  const name = reference.replace('#/$defs/', '')
  return isRecord(ROOT) && isRecord(ROOT.$defs) ? ROOT.$defs[name] : undefined
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
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
