/** Makes small Excel workbooks for tests: what stands in each part is given as XML. */
import { zipSync } from 'fflate'

export interface SheetXml {
  readonly name: string
  readonly state?: string
  /** What stands in `sheetData`. */
  readonly rows: string
  /** What stands behind it: merged cells. */
  readonly after?: string
}

export interface WorkbookXml {
  readonly sheets: readonly SheetXml[]
  readonly sharedStrings?: string
  readonly styles?: string
  readonly workbookPr?: string
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** The bytes of a workbook; the same for the same XML. */
export function makeWorkbook({
  sheets,
  sharedStrings,
  styles,
  workbookPr,
}: WorkbookXml): Uint8Array {
  const listed = sheets.map(({ name, state }, at) => {
    const shown = state === undefined ? '' : ` state="${state}"`
    return `<sheet name="${name}" sheetId="${at + 1}"${shown} r:id="rId${at + 1}"/>`
  })
  const targets = sheets.map((_, at) => {
    const type = `${OFFICE}/worksheet`
    return `<Relationship Id="rId${at + 1}" Type="${type}" Target="worksheets/sheet${at + 1}.xml"/>`
  })
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}">${workbookPr ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${PACKAGE}>${targets.join('')}</Relationships>`,
  }
  if (sharedStrings !== undefined) {
    parts['xl/sharedStrings.xml'] = `<sst ${MAIN}>${sharedStrings}</sst>`
  }
  if (styles !== undefined) parts['xl/styles.xml'] = `<styleSheet ${MAIN}>${styles}</styleSheet>`
  for (const [at, { rows, after }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`
  }
  const bytes = Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)] as const)
  return zipSync(Object.fromEntries(bytes), { mtime: '1980-01-01T00:00:00Z' })
}

/** Rows of cells with the text in them; an empty text is no cell. */
export function textRows(rows: readonly (readonly string[])[], first = 1): string {
  return rows
    .map((cells, at) => {
      const number = first + at
      const written = cells.map((text, column) => {
        const reference = `${String.fromCharCode(65 + column)}${number}`
        const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        return text === '' ? '' : `<c r="${reference}" t="inlineStr"><is><t>${safe}</t></is></c>`
      })
      return `<row r="${number}">${written.join('')}</row>`
    })
    .join('')
}
