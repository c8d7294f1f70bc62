import type { Reader, Sample } from '../reader.ts'

/** Answers in JSON Lines, one object a line, and in JSON arrays of objects. */
export const jsonAnswers: Reader = {
  name: 'json-answers',
  title: 'JSON Lines and JSON arrays of answers',
  extensions: ['.jsonl', '.ndjson', '.json'],
  places: 'line and column',
  recognises: (sample) => {
    const { extension } = sample
    if (extension === '.jsonl' || extension === '.ndjson') return true
    return (extension === '.json' || extension === '') && holdsObjects(sample)
  },
  read: (source, documentId, options) =>
    import('./json-table.ts').then(({ readJson }) => readJson(source, documentId, options)),
  attributeNames: (source, options) =>
    import('./json-table.ts').then(({ jsonAttributes }) => jsonAttributes(source, options)),
}

/** An array that begins with an object, or two lines that are an object each. */
function holdsObjects({ bytes }: Sample): boolean {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('utf8')
  return ARRAY_OF_OBJECTS.test(start) || OBJECT_LINES.test(start)
}

const LOOKED_AT = 64 * 1024
/** `[ {"id"` */
const ARRAY_OF_OBJECTS = /^\ufeff?\s*\[\s*\{\s*"/u
/** `{"id": 1}` and `{"` on the next line */
const OBJECT_LINES = /^\ufeff?\s*\{ *"[^\n]*\} *\r?\n\s*(?:\{ *"|$)/u
