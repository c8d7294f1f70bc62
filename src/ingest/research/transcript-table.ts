import type { Reader } from '../reader.ts'
import { transcriptColumns } from './transcript-columns.ts'

/** Transcripts with a row for each stretch of speech, or for each word. */
export const transcriptTable: Reader = {
  name: 'transcript-table',
  title: 'Transcripts in tables (NVivo, Sonix, Premiere, Whisper TSV)',
  extensions: ['.tsv', '.csv'],
  places: 'line and column',
  recognises: ({ bytes, extension }) =>
    EXTENSIONS.has(extension) && transcriptColumns(startOf(bytes)) !== undefined,
  read: (source, documentId, options) =>
    import('./read-transcript-table.ts').then((it) =>
      it.readTranscriptTable(source, documentId, options),
    ),
}

function startOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  const start = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, 8192))
  return start.replace(LINE_ENDS, '\n')
}

const EXTENSIONS = new Set(['.tsv', '.csv', '.txt', '.tab', ''])
/** "\r\n" or a lone "\r". */
const LINE_ENDS = /\r\n?/gu
