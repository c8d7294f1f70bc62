import { codebookSchemas, type ObjectKind } from './schema.ts'
import { SCHEMA_HINTS } from './schema-hints.ts'
import { PATTERN_KEYS } from './vocabulary.ts'

/**
 * The codebook file as a JSON Schema, for editors that complete, explain and check YAML: what
 * `voices codebook schema` prints and `codebook.schema.json` holds. It is draft 7, which all of
 * them know. An editor that follows it accepts every codebook that voices reads without complaint.
 */
export function codebookJsonSchema(): unknown {
  const { objects, toJSONSchema } = codebookSchemas()
  const plain: unknown = toJSONSchema(objects.codebook, { io: 'input', target: 'draft-7' })
  const schema = withHints(withWords(plain), 'codebook')
  const properties = changed(schema.properties, 'defaults', 'defaults')
  const definitions = KINDS_WITH_NAMES.reduce<unknown>(
    (all, kind) => changed(all, kind, kind),
    schema.definitions,
  )
  return {
    title: 'Codebook of voices',
    description: DESCRIPTION,
    ...schema,
    properties,
    definitions,
  }
}

const DESCRIPTION =
  'Themes, and the words and phrases that put a segment under them. Each key says what it is for.'

/** The kinds of map that the schema defines by name. */
const KINDS_WITH_NAMES = [
  'theme',
  'rule',
  'unless',
  'pattern',
  'example',
  'speakers',
  'retired',
  'change',
] as const

type Schema = Readonly<Record<string, unknown>>

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An editor reads a bare 12, true or null as a value of its own; voices reads the word. */
function withWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withWords)
  if (!isSchema(schema)) return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, withWords(value)]),
  )
  if (schema.type !== 'string' || 'enum' in schema || 'const' in schema) return inner
  const { pattern } = schema
  if (typeof pattern !== 'string')
    return { ...inner, type: ['string', 'number', 'boolean', 'null'] }
  const form = new RegExp(pattern, 'u')
  const types = ['string', form.test('12') ? 'number' : '', form.test('true') ? 'boolean' : '']
  return { ...inner, type: types.filter((type) => type !== '') }
}

/** One entry of a map of schemas with its hints. */
function changed(map: unknown, key: string, kind: ObjectKind): Schema {
  if (!isSchema(map)) throw new Error(`The schema of codebooks has no ${kind}: a bug in voices.`)
  return { ...map, [key]: withHints(map[key], kind) }
}

function withHints(schema: unknown, kind: ObjectKind): Schema {
  if (!isSchema(schema)) throw new Error(`The schema of codebooks has no ${kind}: a bug in voices.`)
  const { properties, anyOf } = schema
  // Exceptions are a list or a map.
  if (Array.isArray(anyOf)) {
    return { ...schema, anyOf: anyOf.map((form) => (isMap(form) ? withHints(form, kind) : form)) }
  }
  const hints = SCHEMA_HINTS[kind]
  const hinted = Object.entries(isSchema(properties) ? properties : {}).map(([key, value]) => [
    key,
    isSchema(value) ? { ...value, ...hints[key] } : value,
  ])
  const isPattern = kind === 'rule' || kind === 'pattern'
  return {
    ...schema,
    properties: Object.fromEntries(hinted),
    ...(isPattern && { oneOf: PATTERN_KEYS.map((key) => ({ required: [key] })) }),
  }
}

function isMap(schema: unknown): boolean {
  return isSchema(schema) && 'properties' in schema
}
