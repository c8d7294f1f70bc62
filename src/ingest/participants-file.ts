/** Opens a table of participants: CSV and its kin, or the first sheet of an Excel workbook. */
import { BadFile } from './bad-file.ts'
import {
  type FoundParticipants,
  type ParticipantChoice,
  participantsOf,
} from './participants-table.ts'
import type { Problem } from './problems.ts'
import type { ByteSource, ReadOptions } from './reader.ts'
import { openCsv } from './tables/csv-table.ts'
import { sheetTable } from './tables/sheet-table.ts'
import type { Table } from './tables/table-row.ts'
import { partText, workbookParts } from './tables/workbook-parts.ts'
import { sheetRows } from './tables/workbook-sheets.ts'
import { openZip } from './zip.ts'

/** Reads a table of participants; what is wrong with the file is a problem, and nothing is thrown. */
export function readParticipants(
  source: ByteSource,
  choice: ParticipantChoice,
  options: ReadOptions,
): FoundParticipants {
  const problems: Problem[] = []
  try {
    const table = tableIn(source, options, problems)
    if (table === undefined) return { participants: undefined, problems }
    const found = participantsOf(table, choice)
    return { ...found, problems: [...problems, ...found.problems] }
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    return { participants: undefined, problems: [...problems, error.problem] }
  }
}

function tableIn(source: ByteSource, options: ReadOptions, problems: Problem[]): Table | undefined {
  if (isArchive(source)) return firstSheet(source)
  const opened = openCsv(source, options)
  problems.push(...opened.problems)
  return opened.table
}

function isArchive(source: ByteSource): boolean {
  const [first, second] = source.read(0, 2)
  return first === LETTER_P && second === LETTER_K
}

/** The first sheet that is shown and has rows. */
function firstSheet(source: ByteSource): Table {
  const zip = openZip(source.read(0, source.size))
  const parts = workbookParts(zip)
  for (const { part, isHidden } of parts.sheets) {
    const xml = isHidden ? undefined : partText(zip, part)
    const sheet = xml === undefined ? undefined : sheetRows(xml, parts)
    if (sheet !== undefined && sheet.rows.length > 0) {
      return sheetTable(sheet)
    }
  }
  throw new BadFile('no-rows', NO_ROWS)
}

const NO_ROWS = 'There is no row in any sheet of this workbook. Check that the right file is named.'
/** ZIP archives begin with "PK". */
const LETTER_P = 0x50
const LETTER_K = 0x4b
