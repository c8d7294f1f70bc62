import { firstMark } from '../first-mark.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { ByteSource, Reader, Sample } from '../reader.ts'

/** Answers in JSON Lines, one object a line, and in JSON arrays of objects. */
export const jsonAnswers: Reader = {
  name: 'json-answers',
  title: 'JSON Lines and JSON arrays of answers',
  extensions: ['.jsonl', '.ndjson', '.json'],
  places: 'line and column',
  recognises: (sample) => {
    const { extension } = sample
    if (extension === '.jsonl' || extension === '.ndjson') return true
    if (extension === '.json') return JSON_STARTS.has(firstMark(sample.bytes))
    return extension === '' && holdsObjects(sample)
  },
  read: (source, documentId, options) => {
    if (!mayHoldAnswers(source)) return [problemReading(source.path, NO_LIST)]
    return import('./json-table.ts').then(({ readJson }) => readJson(source, documentId, options))
  },
  attributeNames: (source, options) =>
    import('./json-table.ts').then(({ jsonAttributes }) => jsonAttributes(source, options)),
}

/** An array that begins with an object, or two lines that are an object each. */
function holdsObjects({ bytes }: Pick<Sample, 'bytes'>): boolean {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('utf8')
  return ARRAY_OF_OBJECTS.test(start) || OBJECT_LINES.test(start)
}

/** Whether a file is a list of objects, in one array or a line each; one object alone is none. */
function mayHoldAnswers(source: ByteSource): boolean {
  const bytes = source.read(0, LOOKED_AT)
  return firstMark(bytes) === '[' || holdsObjects({ bytes })
}

const NO_LIST: Problem = {
  severity: 'warning',
  id: 'no-answers',
  message:
    'This JSON file holds no list of answers, so that nothing was read. voices reads arrays of objects and JSON lines, an object a respondent.',
}
const JSON_STARTS = new Set(['{', '['])
const LOOKED_AT = 64 * 1024
/** `[ {"id"` */
const ARRAY_OF_OBJECTS = /^\ufeff?\s*\[\s*\{\s*"/u
/** `{"id": 1}` and `{"` on the next line */
const OBJECT_LINES = /^\ufeff?\s*\{ *"[^\n]*\} *\r?\n\s*(?:\{ *"|$)/u
