/**
 * The parts of an Excel workbook (ECMA-376, SpreadsheetML) that its sheets refer to: the list of
 * sheets, the shared texts, and which cell styles show a number as a date.
 */
import { BadFile } from '../bad-file.ts'
import { walkMarkup } from '../markup.ts'
import type { Zip } from '../zip.ts'

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string
  /** Path of its part in the archive. */
  readonly part: string
  readonly isHidden: boolean
}

/** How a style shows a number: `date`, `time`, `date and time`; undefined as a number. */
export type DateStyle = 'date' | 'time' | 'date and time' | undefined

/** What cells of every sheet refer to. */
export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[]
  readonly sharedTexts: readonly string[]
  /** By the number of the cell style. */
  readonly styles: readonly DateStyle[]
  /** Whether days are counted from 1904, as old versions for the Mac did. */
  readonly from1904: boolean
}

/** Reads the parts of a workbook; throws `BadFile` where the list of sheets is missing. */
export function workbookParts(zip: Zip): WorkbookParts {
  const path = workbookPath(zip)
  const xml = partText(zip, path)
  if (xml === undefined) throw new BadFile('no-workbook', NO_WORKBOOK)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const parts = relationTargets(zip, path)
  const sheets: SheetEntry[] = []
  let from1904 = false
  walkMarkup(
    xml,
    { isXml: true },
    {
      open(name, attributes) {
        const tag = localName(name)
        if (tag === 'workbookPr') from1904 = TRUE.test(attributes.date1904 ?? '')
        if (tag !== 'sheet') return
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
        const part = parts.get(id) ?? `${folder}worksheets/sheet${sheets.length + 1}.xml`
        const isHidden = (attributes.state ?? 'visible') !== 'visible'
        sheets.push({ name: attributes.name ?? '', part, isHidden })
      },
    },
  )
  const styles = stylesOf(partText(zip, `${folder}styles.xml`) ?? '')
  return {
    sheets,
    sharedTexts: sharedTextsOf(partText(zip, `${folder}sharedStrings.xml`) ?? ''),
    styles,
    from1904,
  }
}

/** The text of a part; undefined if the archive has none of this name. */
export function partText(zip: Zip, name: string): string | undefined {
  const bytes = zip.read(name)
  if (bytes === undefined) return undefined
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (bytes.length > (isWide ? 2 : 1) * LONGEST_PART)
    throw new BadFile('workbook-too-large', TOO_LARGE)
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** `row` for `x:row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Line ends as they are everywhere in the program. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(RETURN, '\n') : text
}

/** Path of the workbook part, which names the sheets. */
function workbookPath(zip: Zip): string {
  let workbook = 'xl/workbook.xml'
  walkMarkup(
    partText(zip, '_rels/.rels') ?? '',
    { isXml: true },
    {
      open(name, { Type = '', Target = '' }) {
        if (localName(name) !== 'Relationship' || !Type.endsWith('/officeDocument')) return
        workbook = Target.replace(LEADING_SLASH, '')
      },
    },
  )
  return workbook
}

/** Paths of the parts that another part refers to, by the id of the reference. */
function relationTargets(zip: Zip, path: string): ReadonlyMap<string, string> {
  const cut = path.lastIndexOf('/') + 1
  const folder = path.slice(0, cut)
  const xml = partText(zip, `${folder}_rels/${path.slice(cut)}.rels`) ?? ''
  const targets = new Map<string, string>()
  walkMarkup(
    xml,
    { isXml: true },
    {
      open(name, { Id = '', Target = '' }) {
        if (localName(name) !== 'Relationship') return
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target)
      },
    },
  )
  return targets
}

/** The texts that cells share: all runs joined, without the readings of Japanese characters. */
function sharedTextsOf(xml: string): readonly string[] {
  const texts: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  walkMarkup(
    xml,
    { isXml: true },
    {
      open(name) {
        const tag = localName(name)
        if (tag === 'si') text = ''
        if (tag === 't') isText = !isReading
        if (tag === 'rPh') isReading = true
      },
      text(piece) {
        if (isText) text += piece
      },
      close(name) {
        const tag = localName(name)
        if (tag === 'si') texts.push(withLineFeeds(text))
        if (tag === 't') isText = false
        if (tag === 'rPh') isReading = false
      },
    },
  )
  return texts
}

/** Which styles of cells (`cellXfs`) show dates, by their number formats. */
function stylesOf(xml: string): readonly DateStyle[] {
  const formats = new Map<string, DateStyle>()
  const styles: DateStyle[] = []
  let isCellStyles = false
  walkMarkup(
    xml,
    { isXml: true },
    {
      open(name, { numFmtId = '', formatCode = '' }) {
        const tag = localName(name)
        if (tag === 'numFmt') formats.set(numFmtId, dateStyleOf(formatCode))
        if (tag === 'cellXfs') isCellStyles = true
        if (tag !== 'xf' || !isCellStyles) return
        styles.push(formats.has(numFmtId) ? formats.get(numFmtId) : BUILT_IN.get(numFmtId))
      },
      close(name) {
        if (localName(name) === 'cellXfs') isCellStyles = false
      },
    },
  )
  return styles
}

/** Whether a format code such as `dd/mm/yyyy hh:mm` shows dates. */
function dateStyleOf(code: string): DateStyle {
  const letters = code.replace(LITERALS, '').toLowerCase()
  const hasDate = letters.includes('y') || letters.includes('d')
  const hasTime = letters.includes('h') || letters.includes('s')
  if (hasDate) return hasTime ? 'date and time' : 'date'
  return hasTime ? 'time' : letters.includes('mm') ? 'date' : undefined
}

/** Formats without a code of their own (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<string, DateStyle> = new Map<string, DateStyle>([
  ...['14', '15', '16', '17'].map((id): [string, DateStyle] => [id, 'date']),
  ...['18', '19', '20', '21', '45', '46', '47'].map((id): [string, DateStyle] => [id, 'time']),
  ['22', 'date and time'],
])
/** "\r\n" or a lone "\r". */
const RETURN = /\r\n?/gu
const TRUE = /^(?:1|true|on)$/iu
const LEADING_SLASH = /^\//u
/** `"at"`, `[Red]`, `[$-809]` but not `[h]`; `\-`, `_)`, `General`. */
const LITERALS = /"[^"]*"|\[(?![hms]+\])[^\]]*\]|[\\_*].|general/giu
/** Bytes. The text of a part must be held at one go. */
const LONGEST_PART = 400 * 1024 * 1024
const NO_WORKBOOK =
  'This is an archive without a workbook in it. Open the file in a spreadsheet program and save it as .xlsx.'
const TOO_LARGE =
  'A sheet of this workbook is larger than 400 MB. Save the sheet as CSV, which is read in pieces.'
