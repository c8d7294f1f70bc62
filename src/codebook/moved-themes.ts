/** Where themes went from one version of a codebook to another. */
import type { Codebook, Theme } from '../types.ts'
import { ruleForm } from './fingerprint.ts'

/** Where a theme went. */
export interface Move {
  readonly to: string
  /** Whether it is the same theme under another id; false where it became part of another. */
  readonly isSame: boolean
}

/**
 * For each theme that is gone, where it went: as `retired` says, or to a new theme with the same
 * rules. Where several went to a new theme, it is one of them under another id (the one with its
 * rules, else the first), and the others became part of it.
 */
export function movedThemes(before: Codebook, after: Codebook): ReadonlyMap<string, Move> {
  const oldIds = new Set(before.themes.map(({ id }) => id))
  const newIds = new Set(after.themes.map(({ id }) => id))
  const gone = before.themes.filter(({ id }) => !newIds.has(id))
  const fresh = after.themes.filter(({ id }) => !oldIds.has(id))
  const target = retiredTargets(after)
  const isSaid = ({ id }: Theme) => newIds.has(target(id) ?? '')
  const said = gone.filter(isSaid).map((theme) => [theme, target(theme.id) ?? ''] as const)
  const form = remembered(rulesForm)
  const moves = saidMoves(said, fresh, form)
  const claimed = new Set([...moves.values()].map(({ to }) => to))
  const silent = gone.filter((theme) => !isSaid(theme))
  const unclaimed = fresh.filter(({ id }) => !claimed.has(id))
  return new Map([...moves, ...alikeMoves(silent, unclaimed, form)])
}

/** The rules of a theme, the same for the same rules. */
type FormOf = (theme: Theme) => string

function rulesForm({ rules }: Theme): string {
  return JSON.stringify(rules.map(ruleForm).toSorted())
}

/** The same function, which works each result out once. */
function remembered(formOf: FormOf): FormOf {
  const known = new Map<Theme, string>()
  return (theme) => {
    const form = known.get(theme) ?? formOf(theme)
    known.set(theme, form)
    return form
  }
}

/** Moves that `retired` tells of. */
function saidMoves(
  said: readonly (readonly [theme: Theme, to: string])[],
  fresh: readonly Theme[],
  form: FormOf,
): Map<string, Move> {
  const freshById = new Map(fresh.map((theme) => [theme.id, theme]))
  const isAlike = (a: Theme, b: Theme) => a.rules.length > 0 && form(a) === form(b)
  /** For each new theme, the old one that it is. */
  const sources = new Map<string, Theme>()
  for (const [theme, to] of said) {
    const now = freshById.get(to)
    if (now === undefined) continue
    const known = sources.get(to)
    if (known === undefined || (!isAlike(known, now) && isAlike(theme, now))) sources.set(to, theme)
  }
  return new Map(said.map(([theme, to]) => [theme.id, { to, isSame: sources.get(to) === theme }]))
}

/** Moves that only the rules show: each to a new theme of its own, as long as there is one. */
function alikeMoves(
  gone: readonly Theme[],
  fresh: readonly Theme[],
  formOf: FormOf,
): Map<string, Move> {
  const byForm = new Map<string, { readonly ids: string[]; next: number }>()
  for (const theme of fresh) {
    if (theme.rules.length === 0) continue
    const form = formOf(theme)
    const alike = byForm.get(form)
    if (alike === undefined) byForm.set(form, { ids: [theme.id], next: 0 })
    else alike.ids.push(theme.id)
  }
  const moves = new Map<string, Move>()
  if (byForm.size === 0) return moves
  for (const theme of gone) {
    const alike = byForm.get(formOf(theme))
    if (alike === undefined) continue
    const own = alike.ids[alike.next]
    alike.next += 1
    moves.set(theme.id, { to: own ?? alike.ids[0] ?? '', isSame: own !== undefined })
  }
  return moves
}

/** Where `retired` leads from an id, over several steps; undefined for nowhere, and for a circle. */
function retiredTargets({ retired }: Codebook): (id: string) => string | undefined {
  const steps = new Map(retired.toReversed().map(({ id, mergedInto }) => [id, mergedInto]))
  return (id) => {
    const seen = new Set([id])
    let target = steps.get(id)
    while (target !== undefined && !seen.has(target)) {
      const next = steps.get(target)
      if (next === undefined) return target
      seen.add(target)
      target = next
    }
    return undefined
  }
}
