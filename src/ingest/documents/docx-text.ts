/** Word files, from the archive to passages. */
import { BadFile, whileGood } from '../bad-file.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { openZip, type Zip } from '../zip.ts'
import { isOldOffice } from './archive-kind.ts'
import { closeAside, documentOf, newDraft, openAside } from './document-draft.ts'
import { xmlPart } from './document-parts.ts'
import type { DocumentText } from './document-text.ts'
import { walkDocx } from './docx-body.ts'
import { type Relation, relationsOf } from './docx-relations.ts'
import { styleFacts } from './docx-styles.ts'
import type { DocxKnown } from './docx-walk.ts'
import { isBehindPassword } from './old-office.ts'
import { readDocument } from './read-document.ts'

/** Reads a Word file: one document. What is wrong with it comes as a problem. */
export function readDocx(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  const file = { source, documentId, reader: 'docx', encoding: 'utf-8' }
  return whileGood(source.path, () => readDocument(docxText(source), file, options))
}

function docxText(source: ByteSource): DocumentText {
  if (isOldOffice(source.read(0, OLD_HEAD))) {
    throw isBehindPassword(source)
      ? new BadFile('password-protected', LOCKED)
      : new BadFile('old-word-file', OLD)
  }
  const zip = openZip(source)
  const main = mainPart(zip)
  const relations = relationsOf(zip, main)
  const known: DocxKnown = {
    draft: newDraft(),
    styleOf: styleFacts(partOf(zip, relations, 'styles') ?? ''),
    anchors: new Map(),
    hasEmbedded: false,
  }
  walkDocx(xmlPart(zip, main) ?? '', known)
  addNotes(zip, relations, known)
  const document = documentOf(known.draft)
  const isEmpty = document.paragraphs.length === 0
  if (isEmpty && known.hasEmbedded) throw new BadFile('embedded-document', EMBEDDED)
  return document
}

/** The part with the text; Word names it otherwise where several people edit one file. */
function mainPart(zip: Zip): string {
  const named = relationsOf(zip, '').find(({ kind }) => kind === 'officeDocument')?.target
  const name = named !== undefined && zip.names.has(named) ? named : USUAL_MAIN
  if (zip.names.has(name) && !name.startsWith('xl/') && !name.startsWith('ppt/')) return name
  throw new BadFile('no-document', NO_DOCUMENT)
}

function partOf(zip: Zip, relations: readonly Relation[], kind: string): string | undefined {
  const part = relations.find((relation) => relation.kind === kind)
  return part && xmlPart(zip, part.target)
}

/** What stands outside the text, kept at its end: notes, comments, headers and footers of pages. */
function addNotes(zip: Zip, relations: readonly Relation[], known: DocxKnown): void {
  for (const kind of ['footnotes', 'endnotes', 'comments']) {
    walkDocx(partOf(zip, relations, kind) ?? '', known)
  }
  const seen = new Set<string>()
  for (const { kind, target } of relations) {
    const reason = PAGE_PARTS.get(kind)
    if (reason === undefined || seen.has(target)) continue
    seen.add(target)
    openAside(known.draft, reason, FIRST)
    walkDocx(xmlPart(zip, target) ?? '', known)
    closeAside(known.draft)
  }
}

const PAGE_PARTS: ReadonlyMap<string, string> = new Map([
  ['header', 'page header'],
  ['footer', 'page footer'],
])
const USUAL_MAIN = 'word/document.xml'
const FIRST = { paragraph: 1, column: 1 }
/** Bytes that tell an old file. */
const OLD_HEAD = 8
const LOCKED =
  'The document is locked with a password. Open it in Word, take the password off (File, Info, Protect Document), and save it again.'
const OLD =
  'This is an old Word file (.doc) with the name of a new one. Open it in Word or LibreOffice and save it as a Word document (.docx).'
const NO_DOCUMENT =
  'There is no Word document in this file. Check what it is; if Word can open it, save it again as a Word document (.docx).'
const EMBEDDED =
  'The text of this document is embedded in it as a file of another kind. Open it in Word and save it again as a Word document (.docx).'
