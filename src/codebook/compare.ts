/**
 * Two versions of a codebook → what changed in words, and the bump that it needs.
 *
 * PATCH cannot change any coding: names, definitions, notes, examples. MINOR adds themes that no
 * theme of before counts. MAJOR changes what existing themes code or count, or takes one away. A
 * change of a rule is major even where no text of today shows it: tomorrow's may.
 */
import type { Codebook } from '../types.ts'
import type { CodebookChange } from './codebook-change.ts'
import { type Move, movedThemes } from './moved-themes.ts'
import { retiredChanges } from './retired-changes.ts'
import { rollUps } from './roll-ups.ts'
import { added, gone, themeChanges } from './theme-changes.ts'
import { type Bump, greaterBump } from './version.ts'

/**
 * Everything that changed from one version of a codebook to another, in the order of the newer;
 * `moved` is where themes went.
 */
export function compareCodebooks(
  before: Codebook,
  after: Codebook,
  moved: ReadonlyMap<string, Move> = movedThemes(before, after),
): readonly CodebookChange[] {
  const counts = rollUps(before, after, moved)
  const oldThemes = new Map(before.themes.map((theme) => [theme.id, theme]))
  const newIds = new Set(after.themes.map(({ id }) => id))
  const themes = after.themes.flatMap((theme) => {
    const old = oldThemes.get(counts.formerId(theme.id) ?? '')
    return old === undefined
      ? [added(theme, counts.above(theme.id))]
      : themeChanges(old, theme, counts.moved(old.id, theme.id))
  })
  const missing = before.themes
    .filter(({ id }) => !newIds.has(id) && moved.get(id)?.isSame !== true)
    .map((theme) => gone(theme, moved.get(theme.id)?.to))
  return [
    ...codebookChanges(before, after),
    ...themes,
    ...missing,
    ...retiredChanges(before, after),
    ...orderChanges(before, after),
  ]
}

/** The least bump that allows all of these changes. */
export function requiredBump(changes: readonly CodebookChange[]): Bump {
  return changes.reduce<Bump>((most, { bump }) => greaterBump(most, bump), 'none')
}

function codebookChanges(before: Codebook, after: Codebook): readonly CodebookChange[] {
  const changes: CodebookChange[] = []
  const add = (what: string, old: string, now: string, bump: Bump) => {
    if (old === now) return
    const text = `${what}: ${shown(old)} → ${shown(now)}`
    changes.push({ kind: 'codebook', theme: undefined, bump, text, line: undefined })
  }
  add('id of the codebook', before.id, after.id, 'major')
  add('title', before.title, after.title, 'patch')
  add('language', before.language, after.language, 'major')
  add('unit', before.unit, after.unit, 'major')
  add('roles that are never coded', rolesOf(before), rolesOf(after), 'major')
  return changes
}

function rolesOf({ excludedRoles }: Codebook): string {
  return [...new Set(excludedRoles)].toSorted().join(', ')
}

function shown(text: string): string {
  return text === '' ? 'none' : text
}

function orderChanges(before: Codebook, after: Codebook): readonly CodebookChange[] {
  const kept = (codebook: Codebook, other: Codebook) => {
    const ids = new Set(other.themes.map(({ id }) => id))
    return codebook.themes
      .map(({ id }) => id)
      .filter((id) => ids.has(id))
      .join('\n')
  }
  if (kept(before, after) === kept(after, before)) return []
  const text = 'themes stand in another order'
  return [{ kind: 'order', theme: undefined, bump: 'patch', text, line: undefined }]
}
