/**
 * The formats of other programs, in the order in which a file is tried. What says surely what it is
 * comes first; tables and YAML, which can be anything, come last.
 */

import type { ExchangeFormat } from './exchange.ts'
import { khCoder } from './kh-coder.ts'
import { lexicoder } from './lexicoder.ts'
import { liwc } from './liwc.ts'
import { liwc22 } from './liwc-22.ts'
import { plainCsv } from './plain-csv.ts'
import { qualcoder } from './qualcoder.ts'
import { quanteda } from './quanteda.ts'
import { refi } from './refi.ts'
import { scoredWords } from './scored-words.ts'
import { taguette } from './taguette.ts'
import { wordstat } from './wordstat.ts'
import { yoshikoder } from './yoshikoder.ts'

/** Every format, in the order in which a file is tried. */
export const FORMATS: readonly ExchangeFormat[] = [
  refi,
  yoshikoder,
  khCoder,
  liwc,
  lexicoder,
  wordstat,
  liwc22,
  taguette,
  qualcoder,
  scoredWords,
  plainCsv,
  quanteda,
]

/** Formats as messages list them: by name, a line each. */
export function formatList(formats: readonly ExchangeFormat[]): string {
  return formats
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, title }) => `  ${name}: ${title}`)
    .join('\n')
}
