/** Opens Excel workbooks and chooses the sheets that hold answers. */
import { BadFile, whileGood } from '../bad-file.ts'
import { type Problem, problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { openZip } from '../zip.ts'
import type { ColumnPlan } from './columns.ts'
import { attributeNames, planOf, readPlanned } from './read-table.ts'
import { sheetTable } from './sheet-table.ts'
import type { Table } from './table-row.ts'
import { partText, type SheetEntry, type WorkbookParts, workbookParts } from './workbook-parts.ts'
import { type SheetRows, sheetRows } from './workbook-sheets.ts'

/** Reads the answers of a workbook. */
export function readWorkbook(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, () => answersOf(source, documentId, options))
}

/** Names of the attributes of the answers in a workbook. */
export function workbookAttributes(source: ByteSource, options: ReadOptions): readonly string[] {
  return attributeNames(options, () => openSheets(source, options).chosen.map(({ table }) => table))
}

function* answersOf(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Generator<Reading> {
  const { path } = source
  const { chosen, problems } = openSheets(source, options)
  for (const problem of problems) yield problemReading(path, problem)
  const isOnly = chosen.length === 1
  for (const { entry, rows, table, plan } of chosen) {
    for (const problem of sheetDoubts(entry, rows)) yield problemReading(path, problem)
    const sheet = isOnly ? undefined : entry.name
    const file = { path, documentId, sheet, reader: 'workbook', encoding: 'utf-8' }
    const problems = isOnly ? plan.problems : plan.problems.map((it) => inSheet(it, entry.name))
    yield* readPlanned(table, { ...plan, problems }, { file, options })
  }
}

/** A sheet that was read, and what its columns are. */
interface OpenSheet {
  readonly entry: SheetEntry
  readonly rows: SheetRows
  readonly table: Table
  readonly plan: ColumnPlan
}

interface OpenedSheets {
  readonly chosen: readonly OpenSheet[]
  readonly problems: readonly Problem[]
}

function openSheets(source: ByteSource, options: ReadOptions): OpenedSheets {
  const bytes = source.read(0, Math.min(source.size, LARGEST))
  if (bytes[0] === OLD_OFFICE) throw new BadFile('locked-workbook', LOCKED)
  if (source.size > LARGEST) throw new BadFile('workbook-too-large', TOO_LARGE)
  const zip = openZip(bytes)
  const parts = workbookParts(zip)
  const named = options.table?.sheet
  const read = (entries: readonly SheetEntry[]) =>
    entries.flatMap((entry) => openSheet(entry, partText(zip, entry.part), { parts, options }))
  if (named !== undefined) {
    const entry = parts.sheets.find(({ name }) => name.toLowerCase() === named.trim().toLowerCase())
    if (entry === undefined) throw new BadFile('missing-sheet', missingSheet(named, parts.sheets))
    return { chosen: read([entry]), problems: [] }
  }
  const sheets = read(parts.sheets.filter(({ isHidden }) => !isHidden))
  const chosen = chooseSheets(sheets)
  return { chosen, problems: choiceProblems(parts, sheets, chosen) }
}

/** None for a sheet without rows, or for a chart, which has no part of cells. */
function openSheet(
  entry: SheetEntry,
  xml: string | undefined,
  { parts, options }: { readonly parts: WorkbookParts; readonly options: ReadOptions },
): readonly OpenSheet[] {
  if (xml === undefined) return []
  const rows = sheetRows(xml, parts)
  if (rows.rows.length === 0) return []
  const table = sheetTable(rows)
  return [{ entry, rows, table, plan: planOf(table, options) }]
}

/**
 * The sheets that hold answers: those that are named for them; else those that name respondents;
 * else all. A guide to the workbook is full of prose and holds none.
 */
function chooseSheets(sheets: readonly OpenSheet[]): readonly OpenSheet[] {
  const holding = sheets.filter(({ plan }) => plan.text.length > 0)
  const named = holding.filter(({ entry }) => ANSWER_SHEET.test(entry.name))
  if (named.length > 0) return named
  const plain = holding.filter(({ entry }) => !OTHER_SHEET.test(entry.name))
  const withIds = plain.filter(({ plan }) => plan.id !== undefined)
  return withIds.length > 0 ? withIds : plain
}

function choiceProblems(
  { sheets }: WorkbookParts,
  read: readonly OpenSheet[],
  chosen: readonly OpenSheet[],
): readonly Problem[] {
  if (chosen.length === 0) {
    const errors = read
      .flatMap(({ plan }) => plan.problems)
      .filter(({ severity }) => severity === 'error')
    return [errors[0] ?? { severity: 'warning', id: 'no-answers', message: noAnswers(sheets) }]
  }
  const left = sheets.filter((entry) => !chosen.some((sheet) => sheet.entry === entry))
  if (left.length === 0) return []
  const names = left.map(({ name, isHidden }) => `“${name}”${isHidden ? ' (hidden)' : ''}`)
  const message =
    `Of the sheets of this workbook, ${quoted(chosen.map(({ entry }) => entry))} ` +
    `${chosen.length === 1 ? 'was' : 'were'} read; these were not: ${names.join(', ')}. Name another with --sheet.`
  return [{ severity: 'warning', id: 'skipped-sheets', message }]
}

function sheetDoubts({ name }: SheetEntry, rows: SheetRows): readonly Problem[] {
  const problems: Problem[] = []
  if (rows.emptyFormulas !== undefined) {
    const message =
      `Sheet “${name}” has formulas without a stored result (${rows.emptyFormulas}), which were read ` +
      'as empty. Open the workbook in a spreadsheet program and save it, so that results are stored.'
    problems.push({ severity: 'warning', id: 'formula-without-value', message })
  }
  if (rows.hiddenRows > 0) {
    const message =
      `Sheet “${name}” has ${rows.hiddenRows} hidden row${rows.hiddenRows === 1 ? '' : 's'}, for ` +
      'example by a filter. They were read like the others; delete them if they do not belong.'
    problems.push({ severity: 'warning', id: 'hidden-rows', message })
  }
  return problems
}

function inSheet(problem: Problem, name: string): Problem {
  return { ...problem, message: `Sheet “${name}”: ${problem.message}` }
}

function quoted(sheets: readonly SheetEntry[]): string {
  return sheets.map(({ name }) => `“${name}”`).join(', ')
}

function missingSheet(name: string, sheets: readonly SheetEntry[]): string {
  return `There is no sheet “${name}” in this workbook. Its sheets are: ${quoted(sheets)}.`
}

function noAnswers(sheets: readonly SheetEntry[]): string {
  return (
    `No sheet of this workbook looks as if it held answers; its sheets are: ${quoted(sheets)}. Name one ` +
    'with --sheet and its columns of answers with --text-column, or under table: in voices.yaml.'
  )
}

/** "Responses", "Survey data", "Answers Q1" */
const ANSWER_SHEET =
  /\b(?:respon[sd]\w*|answers?|submissions?|survey|raw data|results?|feedback)\b/iu
/** "Guide", "Read me", "Active issues" */
const OTHER_SHEET =
  /\b(?:guide|guidance|read ?me|instructions?|help|contents|cover|notes?|lookups?|lists?|key|glossary|codebook|code ?frame|data dictionary|issues|about|changes?|log)\b/iu
/** First byte of an old Office file, which wraps a workbook with a password. */
const OLD_OFFICE = 0xd0
/** Bytes. */
const LARGEST = 512 * 1024 * 1024
const LOCKED =
  'This workbook is protected by a password, or is an old .xls file under a new name. Open it in a ' +
  'spreadsheet program, take the password off, and save it as .xlsx.'
const TOO_LARGE =
  'This workbook is larger than 512 MB. Save its sheets as CSV, which is read in pieces.'
