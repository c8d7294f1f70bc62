/** Coded results of an older version of a codebook → the same rows with the ids of today. */
import type { Codebook } from '../types.ts'
import { type Evidence, inOrderOfPlace } from './evidence.ts'

/** The table `segments`, or a part of its columns. */
export interface Results {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly string[]>
}

/** What became of the rows. */
export interface Migration {
  readonly rows: readonly (readonly string[])[]
  /** For each id that was mapped, where it went and how many rows. */
  readonly mapped: ReadonlyMap<string, { readonly to: string; readonly rows: number }>
  /** Ids that the codebook neither has nor knows as retired with a target, and how many rows. */
  readonly unknown: ReadonlyMap<string, number>
}

/**
 * Maps retired ids to where they went. A row whose id leads nowhere stays as it is and is reported.
 * Two rows of a segment that come to have one theme become one, with the evidence of both. What the
 * rows were coded with, `codebook_version`, stays.
 */
export function migrateRows({ columns, rows }: Results, codebook: Codebook): Migration {
  const table = tableOf(columns)
  const names = new Map(codebook.themes.map(({ id, name }) => [id, name]))
  const targetOf = targets(codebook)
  const mapped = new Map<string, { to: string; rows: number }>()
  const unknown = new Map<string, number>()
  const byKey = new Map<string, readonly string[]>()
  for (const row of rows) {
    const from = table.cell(row, 'theme')
    const to = targetOf(from)
    if (to === undefined) unknown.set(from, (unknown.get(from) ?? 0) + 1)
    else if (to !== from) mapped.set(from, { to, rows: (mapped.get(from)?.rows ?? 0) + 1 })
    const theme = to ?? from
    const name = names.get(theme) ?? table.cell(row, 'theme_name')
    const moved = table.with(
      row,
      new Map([
        ['theme', theme],
        ['theme_name', name],
      ]),
    )
    const key = `${table.cell(row, 'segment_id')}\n${theme}`
    const same = byKey.get(key)
    byKey.set(key, same === undefined ? moved : joined(same, moved, table))
  }
  return { rows: [...byKey.values()], mapped, unknown }
}

/** Rows of a table by the names of their columns. */
interface NamedCells {
  /** Empty where there is no such column. */
  cell(row: readonly string[], column: string): string
  /** The row with other cells, as far as there are such columns. */
  with(row: readonly string[], cells: ReadonlyMap<string, string>): readonly string[]
}

function tableOf(columns: readonly string[]): NamedCells {
  const places = new Map(columns.map((name, at) => [name, at]))
  return {
    cell: (row, column) => row[places.get(column) ?? -1] ?? '',
    with: (row, cells) => row.map((cell, at) => cells.get(columns[at] ?? '') ?? cell),
  }
}

/** The theme of today that an id leads to, over however many steps; each step is taken once. */
function targets({ themes, retired }: Codebook): (id: string) => string | undefined {
  const steps = new Map(retired.toReversed().map(({ id, mergedInto }) => [id, mergedInto]))
  const ends = new Map<string, string | undefined>(themes.map(({ id }) => [id, id]))
  return (id) => {
    const path = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !ends.has(at) && !path.has(at)) {
      path.add(at)
      at = steps.get(at)
    }
    const end = at === undefined ? undefined : ends.get(at)
    for (const one of path) ends.set(one, end)
    return end
  }
}

function joined(
  a: readonly string[],
  b: readonly string[],
  { cell, with: withCells }: NamedCells,
): readonly string[] {
  const evidence = (row: readonly string[]): Evidence => ({
    rules: cell(row, 'rules'),
    matched: cell(row, 'matched'),
  })
  const isNegated = [a, b].some((row) => cell(row, 'negated') === 'true')
  const both = inOrderOfPlace(cell(a, 'text'), [evidence(a), evidence(b)])
  return withCells(a, new Map([...Object.entries(both), ['negated', String(isNegated)]]))
}
