import { docx } from './documents/docx.ts'
import { odt } from './documents/odt.ts'
import { pdf } from './documents/pdf.ts'
import { rtf } from './documents/rtf.ts'
import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'
import type { Reader } from './reader.ts'
import { chat } from './research/chat.ts'
import { elan } from './research/elan.ts'
import { speechJson } from './research/speech-json.ts'
import { teamsText } from './research/teams-text.ts'
import { transcriptTable } from './research/transcript-table.ts'
import { subRip } from './subtitles/subrip.ts'
import { webVtt } from './subtitles/web-vtt.ts'
import { csv } from './tables/csv-reader.ts'
import { jsonAnswers } from './tables/json-reader.ts'
import { workbook } from './tables/workbook-reader.ts'
import { webPage } from './web/web-page.ts'

/** Every reader, in the order in which they are tried; the first that recognises a file reads it. */
export const readers: readonly Reader[] = [
  docx,
  odt,
  rtf,
  pdf,
  webVtt,
  subRip,
  webPage,
  speechJson,
  elan,
  chat,
  transcriptTable,
  teamsText,
  workbook,
  csv,
  jsonAnswers,
  markdown,
  plainText,
]
