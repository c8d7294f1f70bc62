/** Makes the files of office programs out of their markup, for the tests of their readers. */
import { type Zippable, zipSync } from 'fflate'

/** A ZIP archive of these parts; its bytes depend on nothing else. */
export function archiveOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    // What a file is must stand unpacked at its start.
    zippable[name] = [bytes, { level: name === 'mimetype' ? 0 : 6, mtime: FIRST_DAY }]
  }
  return zipSync(zippable)
}

/** The parts that a Word file may have beside its text, as they stand inside their first element. */
export interface DocxParts {
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly header?: string
  readonly footer?: string
  readonly styles?: string
}

/** A Word file whose body is this markup. */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  return archiveOf(docxParts(body, parts))
}

/** The parts of a Word file whose body is this markup, by their names. */
export function docxParts(body: string, parts: DocxParts = {}): Record<string, string> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>${overrides(parts)}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
  }
  const relations: string[] = []
  for (const [kind, markup] of Object.entries(parts)) {
    const root = ROOTS[kind] ?? `w:${kind}`
    files[`word/${kind}.xml`] = `${XML}<${root} ${WORD}>${markup}</${root}>`
    relations.push(`<Relationship Id="p${kind}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`)
  }
  files['word/_rels/document.xml.rels'] =
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`
  return files
}

function overrides(parts: DocxParts): string {
  return Object.keys(parts)
    .map(
      (kind) => `<Override PartName="/word/${kind}.xml" ContentType="${WORD_TYPE}.${kind}+xml"/>`,
    )
    .join('')
}

/** A paragraph of a Word file; `\n` and `\t` in its text become their elements. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`
}

/** A run of a Word file. */
export function r(text: string, properties = ''): string {
  const words = text
    .split(/(?=[\n\t])|(?<=[\n\t])/u)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>'
      if (piece === '\t') return '<w:tab/>'
      return `<w:t xml:space="preserve">${escaped(piece)}</w:t>`
    })
    .join('')
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${words}</w:r>`
}

/** A table of a Word file; a cell is its markup, or its text if it has no tags. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc>${content.startsWith('<') ? content : p(content)}</w:tc>`
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** An OpenDocument text with this content, these automatic styles and this header of pages. */
export function odtOf(
  content: string,
  { styles = '', header = '' }: { readonly styles?: string; readonly header?: string } = {},
): Uint8Array {
  const master = `<style:master-page style:name="Standard"><style:header>${header}</style:header></style:master-page>`
  return archiveOf({
    mimetype: ODT_TYPE,
    'content.xml': `${XML}<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
    'styles.xml': `${XML}<office:document-styles ${ODF}><office:master-styles>${master}</office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODT_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

const FIRST_DAY = '1980-01-01T00:00:00'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"'
const ROOTS: Readonly<Record<string, string>> = { header: 'w:hdr', footer: 'w:ftr' }
const ODT_TYPE = 'application/vnd.oasis.opendocument.text'
const ODF = ['office', 'style', 'text', 'table', 'drawing', 'meta']
  .map(
    (name) =>
      `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'office:version="1.3"')
  .join(' ')
