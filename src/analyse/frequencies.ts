/** Tally → the table `frequencies`: a row for every theme, zeros too. */
import { percent } from '../share.ts'
import type { Cell, Codebook, Table } from '../types.ts'
import type { Tally } from './tally.ts'

/** Columns of the table `frequencies`. */
const FREQUENCY_COLUMNS = [
  'theme',
  'theme_name',
  'level',
  'own_segments',
  'segments',
  'segments_base',
  'segments_pct',
  'documents',
  'documents_base',
  'documents_pct',
  'speakers',
  'speakers_base',
  'speakers_pct',
  'mentions',
  'per_1000_words',
  'negated',
  'codebook',
  'codebook_version',
] as const

/** The table of themes with their counts, bases and shares. */
export function frequencies(tally: Tally, codebook: Codebook): Table {
  const { totals } = tally
  const rows = codebook.themes.map((theme, index): readonly Cell[] => {
    const counts = tally.themes[index]
    if (counts === undefined) throw new Error(`no counts for theme ${theme.id}`)
    return [
      theme.id,
      theme.name,
      theme.level,
      counts.ownSegments,
      counts.segments,
      totals.segments,
      percent(counts.segments, totals.segments),
      counts.documents,
      totals.documents,
      percent(counts.documents, totals.documents),
      counts.speakers,
      totals.speakers,
      percent(counts.speakers, totals.speakers),
      counts.mentions,
      perThousand(counts.mentions, totals.words),
      counts.negated,
      codebook.id,
      codebook.version,
    ]
  })
  return { name: 'frequencies', columns: FREQUENCY_COLUMNS, rows }
}

/** Per 1,000 with two decimals; absent where there are no words. */
function perThousand(part: number, words: number): number | undefined {
  return words === 0 ? undefined : Math.round((100_000 * part) / words) / 100
}
