/**
 * Mends a PDF whose end was cut off. A reader finds pages from a list at the end of the file; where
 * it is lost, pages that stand open in the file can still be found, and a new list is made.
 */

/** The bytes with a list of the pages that are found in them; undefined if there are none. */
export function withNewCatalogue(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length > LONGEST_FILE) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const pages: string[] = []
  let highest = 0
  for (const found of text.matchAll(OBJECT)) {
    const [, number = '', generation = ''] = found
    highest = Math.max(highest, Number(number))
    const head = text.slice(found.index, found.index + LONGEST_HEAD)
    const end = head.search(OBJECT_END)
    if (PAGE.test(end === -1 ? head : head.slice(0, end))) pages.push(`${number} ${generation} R`)
    if (pages.length === MOST_PAGES) break
  }
  if (pages.length === 0 || highest > HIGHEST_NUMBER) return undefined
  const [list, catalogue] = [highest + 1, highest + 2]
  const added =
    `\nendstream\nendobj\n${list} 0 obj\n<</Type /Pages /Count ${pages.length} ` +
    `/Kids [${pages.join(' ')}]>>\nendobj\n` +
    `${catalogue} 0 obj\n<</Type /Catalog /Pages ${list} 0 R>>\nendobj\n` +
    `trailer\n<</Root ${catalogue} 0 R /Size ${catalogue + 1}>>\nstartxref\n0\n%%EOF\n`
  return Buffer.concat([bytes, Buffer.from(added, 'latin1')])
}

/** "12 0 obj" at the start of an object. */
const OBJECT = /(?<![0-9])(\d{1,10}) (\d{1,5}) obj\b/gu
/** "endobj", "stream" behind the facts of an object. */
const OBJECT_END = /endobj|stream/u
/** "/Type /Page" in an object; not "/Type /Pages". */
const PAGE = /\/Type\s*\/Page(?![A-Za-z])/u
/** Bytes of an object in which its type is looked for. */
const LONGEST_HEAD = 4000
const MOST_PAGES = 5000
/** Bytes; longer files do not fit in a string. */
const LONGEST_FILE = 256 * 1024 * 1024
const HIGHEST_NUMBER = 8_000_000
