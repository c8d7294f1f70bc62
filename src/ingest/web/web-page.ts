import { whileGood } from '../bad-file.ts'
import { fileKindOf } from '../file-kinds.ts'
import { firstMark } from '../first-mark.ts'
import type { Reader, Sample } from '../reader.ts'

/** Web pages: blogs, reports, transcripts saved from a browser or from Word. */
export const webPage: Reader = {
  name: 'web-page',
  title: 'Web page (HTML)',
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  places: 'line and column',
  recognises: (sample) =>
    isPage(sample) ||
    (webPage.extensions.includes(sample.extension) && fileKindOf(sample.bytes) === undefined),
  read: (source, documentId, options) =>
    import('./read-page.ts').then(({ readPage }) =>
      whileGood(source.path, () => readPage({ source, documentId, reader: webPage.name }, options)),
    ),
  attributeNames: () => ['title', 'published'],
}

/** Whether a file begins as a page does, in whatever encoding. */
function isPage({ bytes }: Sample): boolean {
  if (firstMark(bytes) !== '<') return false
  const letters = bytes.subarray(0, LOOKED_AT).filter((byte) => byte !== 0 && byte < 0x80)
  return PAGE_START.test(String.fromCharCode(...letters))
}

/** Bytes; comments and an XML line may stand before the page. */
const LOOKED_AT = 2048
/** `<!DOCTYPE html>`, `<html lang="en">`, behind `<?xml version="1.0"?>` and comments. */
const PAGE_START =
  /^\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,1500}-->\s*)*(?:<!doctype\s+html\b|<html[\s>])/iu
