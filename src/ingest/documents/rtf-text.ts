/** Rich text, from bytes to passages. */
import { BadFile, whileGood } from '../bad-file.ts'
import { asBuffer } from '../decode.ts'
import { problemReading } from '../problems.ts'
import type { ByteSource, Reading, ReadOptions } from '../reader.ts'
import { readDocument } from './read-document.ts'
import { rtfText } from './rtf-body.ts'

/** Reads rich text: one document. What is wrong with it comes as a problem. */
export function readRtf(
  source: ByteSource,
  documentId: string,
  options: ReadOptions,
): Iterable<Reading> {
  return whileGood(source.path, function* () {
    if (source.size > MOST_BYTES) throw new BadFile('too-large', TOO_LARGE)
    const { document, encoding, isWhole } = rtfText(asBuffer(source.read(0, source.size)))
    if (!isWhole) {
      yield problemReading(source.path, { severity: 'warning', id: 'cut-off', message: CUT_OFF })
    }
    yield* readDocument(document, { source, documentId, reader: 'rtf', encoding }, options)
  })
}

/** Most of a large file is pictures. */
const MOST_BYTES = 256 * 1024 * 1024
const TOO_LARGE = `This document has more than ${MOST_BYTES >> 20} MB. Take out its pictures, or save it as plain text.`
const CUT_OFF =
  'The file ends in the middle; what is there was read. Export or copy it again from its source.'
