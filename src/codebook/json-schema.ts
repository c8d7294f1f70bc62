import { codebookSchemas } from './schema.ts'
import { PATTERN_KEYS } from './vocabulary.ts'

/**
 * The codebook file as a JSON Schema (draft 2020-12), for editors that complete, explain and check
 * YAML: what `voices codebook schema` prints and `codebook.schema.json` holds.
 */
export function codebookJsonSchema(): unknown {
  const { objects, words, toJSONSchema } = codebookSchemas()
  const schema = toJSONSchema(objects.codebook, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      // An editor reads a bare 12 or true as a number or truth value; voices reads the word.
      if (zodSchema === words) Object.assign(jsonSchema, { type: ['string', 'number', 'boolean'] })
      if (zodSchema === objects.rule || zodSchema === objects.pattern) {
        Object.assign(jsonSchema, { oneOf: PATTERN_KEYS.map((key) => ({ required: [key] })) })
      }
    },
  })
  return { title: 'Codebook of voices', ...schema }
}
