import type { Table } from '../types.ts'
import { type CsvOptions, writeCsv } from './csv.ts'
import { toJson, toJsonLines } from './json.ts'
import { toMarkdownTable } from './markdown.ts'

/** The formats that every command which prints a table can write. */
export const FORMATS = ['csv', 'md', 'json', 'jsonl'] as const
export type Format = (typeof FORMATS)[number]

/** Writes a table in a format, piece by piece. */
export function writeTable(
  table: Table,
  { format, csv }: { readonly format: Format; readonly csv: CsvOptions },
  out: (piece: string | Uint8Array) => void,
): void {
  switch (format) {
    case 'csv':
      writeCsv(table, out, csv)
      return
    case 'md':
      for (const piece of toMarkdownTable(table)) out(piece)
      return
    case 'json':
      for (const piece of toJson(table)) out(piece)
      return
    case 'jsonl':
      for (const piece of toJsonLines(table)) out(piece)
  }
}
