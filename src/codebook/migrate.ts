/** Coded results of an older version of a codebook → the same rows with the ids of today. */
import type { Codebook } from '../types.ts'
import { lastTarget } from './compare.ts'

/** A row of `segments.csv` by column. */
export type ResultRow = Readonly<Record<string, string>>

/** What became of the rows. */
export interface Migration {
  readonly rows: readonly ResultRow[]
  /** For each id that was mapped, where it went and how many rows. */
  readonly mapped: ReadonlyMap<string, { readonly to: string; readonly rows: number }>
  /** Ids that the codebook neither has nor knows as retired with a target, and how many rows. */
  readonly unknown: ReadonlyMap<string, number>
}

/**
 * Maps retired ids to where they went. A row whose id leads nowhere stays as it is and is reported.
 * Two rows of a segment that come to have one theme become one, with the evidence of both.
 */
export function migrateRows(rows: Iterable<ResultRow>, codebook: Codebook): Migration {
  const names = new Map(codebook.themes.map(({ id, name }) => [id, name]))
  const mapped = new Map<string, { to: string; rows: number }>()
  const unknown = new Map<string, number>()
  const byKey = new Map<string, ResultRow>()
  for (const row of rows) {
    const from = row.theme ?? ''
    const to = names.has(from) ? from : lastTarget(from, codebook)
    if (to === undefined || !names.has(to)) unknown.set(from, (unknown.get(from) ?? 0) + 1)
    else if (to !== from) {
      const known = mapped.get(from)
      mapped.set(from, { to, rows: (known?.rows ?? 0) + 1 })
    }
    const theme = to !== undefined && names.has(to) ? to : from
    const moved = { ...row, theme, theme_name: names.get(theme) ?? row.theme_name ?? '' }
    const key = `${row.segment_id ?? ''}\n${theme}`
    const same = byKey.get(key)
    byKey.set(key, same === undefined ? moved : joined(same, moved))
  }
  return { rows: [...byKey.values()], mapped, unknown }
}

function joined(a: ResultRow, b: ResultRow): ResultRow {
  const both = (column: string) =>
    [a[column] ?? '', b[column] ?? ''].filter((text) => text !== '').join(' | ')
  const negated = a.negated === 'true' || b.negated === 'true' ? 'true' : 'false'
  return { ...a, rules: both('rules'), matched: both('matched'), negated }
}
