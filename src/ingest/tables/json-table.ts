/** Opens JSON Lines and JSON arrays as tables: an object is a row, a key a column. */
import { whileGood } from '../bad-file.ts'
import type { Problem } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { type JsonElement, jsonElements } from './json-elements.ts'
import { columnNames, flatValues, lastKey } from './json-values.ts'
import { lineNotes } from './line-notes.ts'
import { attributeNames, NO_TABLE, type OpenedTable, readTable } from './read-table.ts'
import { settledPieces, settleEncoding } from './table-encoding.ts'
import type { CellPlace, Table, TableRow } from './table-row.ts'
import { placeAt } from './text-places.ts'

/** Reads the answers of a file in JSON. */
export function readJson(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  const { path } = source
  const file = { path, documentId, reader: 'json-answers' }
  return whileGood(path, () => readTable(openJson(source, options), file, options))
}

/** Names of the attributes of the answers in a file in JSON. */
export function jsonAttributes(source: ByteSource, options: ReadOptions): readonly string[] {
  return attributeNames(options, () => [openJson(source, options).table])
}

function openJson(source: ByteSource, options: ReadOptions): OpenedTable {
  if (source.size === 0) return NO_TABLE
  const { encoding, problems } = settleEncoding(source, options)
  if (encoding === undefined) return { table: undefined, encoding: '', problems }
  const elements = () => jsonElements(settledPieces(source, encoding))
  const paths = pathsIn(elements())
  const rows = (found: Problem[]) => jsonRows(elements(), paths, found)
  const opened = { encoding: encoding.name, problems }
  // Where nothing in the sample could be read, say what is wrong instead of which columns there are.
  const wrong = paths.length === 0 ? faultsIn(rows) : []
  return wrong.length > 0
    ? { ...opened, table: undefined, problems: [...problems, ...wrong] }
    : { ...opened, table: { names: columnNames(paths), rows } }
}

/** What is wrong before the first row, or instead of one. */
function faultsIn(rows: Table['rows']): readonly Problem[] {
  const found: Problem[] = []
  for (const _row of rows(found)) break
  return found
}

/** The paths of keys in the first objects, in the order in which they were met. */
function pathsIn(elements: Iterable<JsonElement>): readonly string[] {
  const paths = new Set<string>()
  let count = 0
  for (const { text } of elements) {
    for (const path of flatValues(parsed(text))?.keys() ?? []) {
      if (paths.size < MOST_COLUMNS) paths.add(path)
    }
    count += 1
    if (count >= SAMPLED) break
  }
  return [...paths]
}

function* jsonRows(
  elements: Iterable<JsonElement>,
  paths: readonly string[],
  problems: Problem[],
): Generator<TableRow> {
  const bad = lineNotes()
  const odd = lineNotes()
  let number = 0
  for (const element of elements) {
    number += 1
    const value = element.text.trim() === '' ? undefined : parsed(element.text)
    const values = flatValues(value)
    if (!element.isWhole) problems.push(cutArray(element.line))
    if (values !== undefined) yield jsonRow(element, { number, values, paths })
    else if (!element.isWhole) continue
    else if (value === undefined) bad.add(element.line)
    else odd.add(element.line)
  }
  bad.tell(problems, (lines) => ({
    severity: 'error',
    id: 'invalid-json',
    message: INVALID(lines),
  }))
  odd.tell(problems, (lines) => ({
    severity: 'warning',
    id: 'no-object',
    message: NO_OBJECT(lines),
  }))
}

/** Undefined for text that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function jsonRow(
  element: JsonElement,
  {
    number,
    values,
    paths,
  }: { number: number; values: ReadonlyMap<string, string>; paths: readonly string[] },
): TableRow {
  const cell = (column: number) => values.get(paths[column] ?? '') ?? ''
  const place = (column: number) => placeOf(element, lastKey(paths[column] ?? ''), cell(column))
  return { number, line: element.line, length: paths.length, cell, place }
}

/** Where a value stands: behind its key; exactly, if it is written without escapes. */
function placeOf({ text, line, column }: JsonElement, key: string, value: string): CellPlace {
  const written = JSON.stringify(key)
  let first: CellPlace | undefined
  for (let at = text.indexOf(written); at !== -1; at = text.indexOf(written, at + 1)) {
    const [behind = ''] =
      AFTER_KEY.exec(text.slice(at + written.length, at + written.length + 100)) ?? []
    if (behind === '') continue
    const start = at + written.length + behind.length
    const isExact = text.startsWith(value, start)
    if (first !== undefined && !isExact) continue
    const place = placeAt(text, start, { offset: 0, line, column })
    const found = { line: place.line, column: place.column, isFixed: !isExact, isQuoted: false }
    // Another object in this one may have a key of the same name.
    if (isExact) return found
    first = found
  }
  return first ?? { line, column, isFixed: true, isQuoted: false }
}

function cutArray(line: number): Problem {
  const message =
    'The file ends in the middle of its array, after the last answer that was read. Export or copy it again.'
  return { severity: 'error', id: 'cut-json', message, line }
}

const INVALID = (lines: string) =>
  `What stands in ${lines} is no valid JSON and was left out. Export the file again, or mend it.`
const NO_OBJECT = (lines: string) =>
  `What stands in ${lines} is no object with keys and values, so that it holds no answer.`
/** Objects whose keys are looked at. */
const SAMPLED = 1000
const MOST_COLUMNS = 5000
/** `: "` between a key and its text */
const AFTER_KEY = /^\s*:\s*"?/u
