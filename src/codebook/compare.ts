/**
 * Two versions of a codebook → what changed in words, and the bump that it needs.
 *
 * PATCH cannot change any coding: names, definitions, notes, examples. MINOR adds themes. MAJOR
 * changes what existing themes code, or takes one away. A change of a rule is major even where no
 * text of today shows it: tomorrow's may.
 */
import type { Codebook, Rule, Theme } from '../types.ts'
import { ruleForm, unlessForm } from './fingerprint.ts'
import { patternText } from './rule-text.ts'
import { type Bump, greaterBump } from './version.ts'

/** One thing that changed. */
export interface CodebookChange {
  readonly kind:
    | 'codebook'
    | 'theme-added'
    | 'theme-removed'
    | 'theme-renamed'
    | 'theme-merged'
    | 'words'
    | 'rule-added'
    | 'rule-removed'
    | 'rule-changed'
    | 'exceptions'
    | 'examples'
    | 'order'
  /** Id of the theme, as it is now; as it was where it is gone; undefined for the whole codebook. */
  readonly theme: string | undefined
  /** The least bump that allows it. */
  readonly bump: Bump
  /** In a few words: `rule added: social worker + left`. */
  readonly text: string
  /** Line in the newer file, 1-based; undefined for what is gone. */
  readonly line: number | undefined
}

/** Everything that changed from one version of a codebook to another, in the order of the newer. */
export function compareCodebooks(before: Codebook, after: Codebook): readonly CodebookChange[] {
  const moved = movedThemes(before, after)
  const oldIds = new Map([...moved].map(([from, { to }]) => [to, from]))
  const oldThemes = new Map(before.themes.map((theme) => [theme.id, theme]))
  const newIds = new Set(after.themes.map(({ id }) => id))
  const changes = [...codebookChanges(before, after)]
  for (const theme of after.themes) {
    const old = oldThemes.get(theme.id) ?? oldThemes.get(oldIds.get(theme.id) ?? '')
    if (old === undefined) changes.push(added(theme))
    else changes.push(...themeChanges(old, theme))
  }
  for (const theme of before.themes) {
    if (!newIds.has(theme.id) && !moved.get(theme.id)?.isSame) {
      changes.push(gone(theme, moved.get(theme.id)?.to))
    }
  }
  return [...changes, ...orderChanges(before, after)]
}

/** The least bump that allows all of these changes. */
export function requiredBump(changes: readonly CodebookChange[]): Bump {
  return changes.reduce<Bump>((most, { bump }) => greaterBump(most, bump), 'none')
}

/** Where a theme went. */
interface Move {
  readonly to: string
  /** Whether it is the same theme under another id; false where it became part of another. */
  readonly isSame: boolean
}

/**
 * For each theme that is gone, where it went: as `retired` says, or to a new theme with the same
 * rules.
 */
export function movedThemes(before: Codebook, after: Codebook): ReadonlyMap<string, Move> {
  const oldIds = new Set(before.themes.map(({ id }) => id))
  const newThemes = new Map(after.themes.map((theme) => [theme.id, theme]))
  const fresh = after.themes.filter(({ id }) => !oldIds.has(id))
  const moves = new Map<string, Move>()
  for (const theme of before.themes) {
    if (newThemes.has(theme.id)) continue
    const target = lastTarget(theme.id, after)
    const same =
      fresh.find((one) => one.id === target) ?? fresh.find((one) => hasSameRules(one, theme))
    if (same !== undefined) moves.set(theme.id, { to: same.id, isSame: true })
    else if (target !== undefined && newThemes.has(target))
      moves.set(theme.id, { to: target, isSame: false })
  }
  return moves
}

/** Where `retired` leads from an id, over several steps. */
export function lastTarget(id: string, { retired }: Codebook): string | undefined {
  let target: string | undefined
  let from = id
  for (let step = 0; step <= retired.length; step += 1) {
    const next = retired.find((entry) => entry.id === from)?.mergedInto
    if (next === undefined) return target
    target = next
    from = next
  }
  return target
}

function hasSameRules(a: Theme, b: Theme): boolean {
  if (a.rules.length === 0) return false
  const forms = (theme: Theme) => JSON.stringify(theme.rules.map(ruleForm).toSorted())
  return forms(a) === forms(b)
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
  return excludedRoles.toSorted().join(', ')
}

function shown(text: string): string {
  return text === '' ? 'none' : text
}

function added(theme: Theme): CodebookChange {
  const rules = theme.rules.length === 1 ? '1 rule' : `${theme.rules.length} rules`
  const text = `theme added: ${theme.name}, ${rules}`
  return { kind: 'theme-added', theme: theme.id, bump: 'minor', text, line: theme.line }
}

function gone(theme: Theme, into: string | undefined): CodebookChange {
  if (into === undefined) {
    const text = `theme removed: ${theme.name}`
    return { kind: 'theme-removed', theme: theme.id, bump: 'major', text, line: undefined }
  }
  const text = `theme merged into ${into}`
  return { kind: 'theme-merged', theme: theme.id, bump: 'major', text, line: undefined }
}

function themeChanges(before: Theme, after: Theme): readonly CodebookChange[] {
  const { id: theme, line } = after
  const changes: CodebookChange[] = []
  if (before.id !== theme) {
    const text = `theme had the id ${before.id}`
    changes.push({ kind: 'theme-renamed', theme, bump: 'major', text, line })
  }
  const words = wordsChanged(before, after)
  if (words !== '') {
    changes.push({ kind: 'words', theme, bump: 'patch', text: `${words} edited`, line })
  }
  changes.push(...ruleChanges(before, after))
  if (JSON.stringify(unlessForm(before.unless)) !== JSON.stringify(unlessForm(after.unless))) {
    const text = 'exceptions of the theme (`unless`) changed'
    changes.push({ kind: 'exceptions', theme, bump: 'major', text, line })
  }
  if (examplesOf(before) !== examplesOf(after)) {
    const text = `examples: ${before.examples.length} → ${after.examples.length}`
    changes.push({ kind: 'examples', theme, bump: 'patch', text, line })
  }
  return changes
}

function wordsChanged(before: Theme, after: Theme): string {
  const fields = ['name', 'definition', 'include', 'exclude'] as const
  return fields.filter((field) => before[field] !== after[field]).join(', ')
}

function examplesOf({ examples }: Theme): string {
  return JSON.stringify(
    examples.map(({ text, expected, quote, todo }) => [text, expected, quote, todo]),
  )
}

function ruleChanges(before: Theme, after: Theme): readonly CodebookChange[] {
  const { id: theme } = after
  const old = new Map(before.rules.map((rule) => [rule.id, rule]))
  const ids = new Set(after.rules.map(({ id }) => id))
  const changes: CodebookChange[] = []
  for (const rule of after.rules) {
    const known = old.get(rule.id)
    const { line } = rule
    if (known === undefined) {
      const text = `rule added: ${ruleName(rule)}`
      changes.push({ kind: 'rule-added', theme, bump: 'major', text, line })
    } else if (ruleForm(known) !== ruleForm(rule)) {
      const text = `rule changed: ${ruleName(rule)}${differenceOf(known, rule)}`
      changes.push({ kind: 'rule-changed', theme, bump: 'major', text, line })
    }
  }
  for (const rule of before.rules) {
    if (ids.has(rule.id)) continue
    const text = `rule removed: ${ruleName(rule)}`
    changes.push({ kind: 'rule-removed', theme, bump: 'major', text, line: undefined })
  }
  return changes
}

/** The id, and the pattern where the id is not made from it. */
function ruleName({ id, pattern }: Rule): string {
  const written = patternText(pattern)
  return id === written ? id : `${id} (${written})`
}

function differenceOf(before: Rule, after: Rule): string {
  if (patternText(before.pattern) !== patternText(after.pattern)) {
    return `, was ${patternText(before.pattern)}`
  }
  const old: Readonly<Record<string, unknown>> = { ...before.settings }
  const settings = Object.entries(after.settings)
    .filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
    .map(([name]) => name)
  return settings.length > 0 ? `, other ${settings.join(', ')}` : ', other exceptions'
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
