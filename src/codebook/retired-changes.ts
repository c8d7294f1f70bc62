/** What changed in the list of ids that are never used again. */
import type { Codebook, RetiredTheme } from '../types.ts'
import type { CodebookChange } from './codebook-change.ts'

/**
 * Entries that are gone, and entries that say something else. Results of older versions are read by
 * them, so an entry never goes; an id that is used again would mean two things. Entries that came
 * are told of with the themes that they retire.
 */
export function retiredChanges(before: Codebook, after: Codebook): readonly CodebookChange[] {
  const now = byId(after.retired)
  const themes = new Map(after.themes.map((theme) => [theme.id, theme]))
  const changes: CodebookChange[] = []
  for (const old of byId(before.retired).values()) {
    const { id } = old
    const entry = now.get(id)
    const theme = themes.get(id)
    if (theme !== undefined) changes.push(reused(old, theme.line))
    else if (entry === undefined) changes.push(dropped(old))
    else changes.push(...edited(old, entry))
  }
  return [...changes, ...listed(before, after)]
}

/** The first entry of each id, as it is read. */
function byId(retired: readonly RetiredTheme[]): ReadonlyMap<string, RetiredTheme> {
  return new Map(retired.toReversed().map((entry) => [entry.id, entry]))
}

function reused({ id, since }: RetiredTheme, line: number): CodebookChange {
  const text = `the retired id is used again; results from before ${since} mean another theme by it, so choose another id`
  return { kind: 'retired', theme: id, bump: 'major', text, line }
}

function dropped({ id, since }: RetiredTheme): CodebookChange {
  const text = `no longer listed in \`retired\` (since ${since}); results from before then cannot be read without it, so put it back`
  return { kind: 'retired', theme: id, bump: 'major', text, line: undefined }
}

function edited(old: RetiredTheme, now: RetiredTheme): readonly CodebookChange[] {
  const parts: string[] = []
  if (old.since !== now.since) parts.push(`since: ${old.since} → ${now.since}`)
  if (old.mergedInto !== now.mergedInto) {
    parts.push(`merged_into: ${old.mergedInto ?? 'none'} → ${now.mergedInto ?? 'none'}`)
  }
  if (parts.length === 0) return []
  const text = `entry in \`retired\` edited, ${parts.join(', ')}; it changes how older results are read`
  return [{ kind: 'retired', theme: now.id, bump: 'patch', text, line: now.line }]
}

/** Entries for ids that the version before had neither as a theme nor as retired. */
function listed(before: Codebook, after: Codebook): readonly CodebookChange[] {
  const known = new Set([...before.themes, ...before.retired].map(({ id }) => id))
  return after.retired
    .filter(({ id }) => !known.has(id))
    .map(({ id, line }) => {
      const text = 'added to `retired`'
      return { kind: 'retired', theme: id, bump: 'patch', text, line }
    })
}
