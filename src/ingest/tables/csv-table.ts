/** Opens delimited tables: CSV, TSV and their kin. */
import { whileGood } from '../bad-file.ts'
import type { Problem } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { csvRows } from './csv-records.ts'
import { tableLayout } from './delimiter.ts'
import { attributeNames, NO_TABLE, type OpenedTable, readTable } from './read-table.ts'
import { settledPieces, settleEncoding } from './table-encoding.ts'
import type { TableRow } from './table-row.ts'

/** Reads the answers of a delimited table. */
export function readCsv(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  const { path } = source
  const file = { path, documentId, reader: 'csv' }
  return whileGood(path, () => readTable(openCsv(source, options), file, options))
}

/** Names of the attributes of a delimited table. */
export function csvAttributes(source: ByteSource, options: ReadOptions): readonly string[] {
  return attributeNames(options, () => [openCsv(source, options).table])
}

/** Opens a delimited table; its rows are read when they are asked for. */
export function openCsv(source: ByteSource, options: ReadOptions): OpenedTable {
  if (source.size === 0) return NO_TABLE
  const { encoding, problems } = settleEncoding(source, options)
  if (encoding === undefined) return { table: undefined, encoding: '', problems }
  const [sample = ''] = settledPieces(source, encoding)
  const { path } = source
  const extension = path.slice(Math.max(0, path.lastIndexOf('.'))).toLowerCase()
  const { delimiter, hasDelimiterLine } = tableLayout(sample.slice(0, SAMPLE_LENGTH), extension)
  const rows = (found: Problem[]) => {
    const all = csvRows(settledPieces(source, encoding), delimiter, found)
    return hasDelimiterLine ? withoutFirst(all) : all
  }
  return { table: { rows }, encoding: encoding.name, problems }
}

/** The line that names the delimiter is no row, but it is a line. */
function* withoutFirst(rows: Iterable<TableRow>): Generator<TableRow> {
  let isFirst = true
  for (const row of rows) {
    if (!isFirst) yield row
    isFirst = false
  }
}

/** UTF-16 code units. */
const SAMPLE_LENGTH = 64 * 1024
