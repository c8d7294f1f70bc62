/** OpenDocument texts, from the archive to passages. */
import { BadFile, whileGood } from '../bad-file.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { openZip, type Zip } from '../zip.ts'
import { documentOf, newDraft } from './document-draft.ts'
import { xmlPart } from './document-parts.ts'
import type { DocumentText } from './document-text.ts'
import { walkOdt } from './odt-body.ts'
import { readDocument } from './read-document.ts'

/** Reads an OpenDocument text: one document. What is wrong with it comes as a problem. */
export function readOdt(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  const file = { source, documentId, reader: 'odt', encoding: 'utf-8' }
  return whileGood(source.path, () => readDocument(odtText(openZip(source)), file, options))
}

function odtText(zip: Zip): DocumentText {
  const manifest = xmlPart(zip, 'META-INF/manifest.xml') ?? ''
  const isLocked = manifest.includes('encryption-data') || zip.names.has('encrypted-package')
  if (isLocked) throw new BadFile('password-protected', LOCKED)
  const content = xmlPart(zip, 'content.xml')
  if (content === undefined) throw new BadFile('no-document', NO_DOCUMENT)
  const draft = newDraft()
  walkOdt(content, draft)
  // Headers and footers of pages stand among the styles.
  walkOdt(xmlPart(zip, 'styles.xml') ?? '', draft)
  return documentOf(draft)
}

const LOCKED =
  'The document is locked with a password. Open it in LibreOffice and save it again without one (File, Save As).'
const NO_DOCUMENT =
  'There is no text document in this file. Check what it is; if LibreOffice can open it, save it again as a text document (.odt).'
