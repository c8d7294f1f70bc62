/** What changed in the rules of a theme. */
import type { Pattern, Rule, Theme } from '../types.ts'
import type { CodebookChange } from './codebook-change.ts'
import { ruleForm, unlessForm } from './fingerprint.ts'
import { exceptionEdits, listEdits } from './list-edits.ts'
import { ruleMeaning } from './rule-meaning.ts'
import { patternText } from './rule-text.ts'

/**
 * Rules that came, went and changed. A rule that is only written otherwise (`Bus`, now `bus`) finds
 * what it found; where it has no id of its own, results name it otherwise.
 */
export function ruleChanges(before: Theme, after: Theme): readonly CodebookChange[] {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]))
  const ids = new Set(after.rules.map(({ id }) => id))
  const missing = before.rules.filter(({ id }) => !ids.has(id))
  const rewritten = rewrittenRules(
    missing,
    after.rules.filter(({ id }) => !old.has(id)),
  )
  const changes: CodebookChange[] = []
  const add = ({ line }: Rule, { kind, bump, text }: RuleChange) =>
    changes.push({ kind, theme: after.id, bump, text, line })
  for (const rule of after.rules) {
    const known = old.get(rule.id) ?? rewritten.get(rule)
    if (known === undefined) {
      add(rule, { kind: 'rule-added', bump: 'major', text: `rule added: ${ruleName(rule)}` })
    } else if (ruleForm(known) !== ruleForm(rule)) add(rule, ruleChange(known, rule))
  }
  const kept = new Set(rewritten.values())
  for (const rule of missing) {
    if (kept.has(rule)) continue
    const text = `rule removed: ${ruleName(rule)}`
    changes.push({ kind: 'rule-removed', theme: after.id, bump: 'major', text, line: undefined })
  }
  return changes
}

type RuleChange = Pick<CodebookChange, 'kind' | 'bump' | 'text'>

/** For each new rule that an old one means, the old one; each old one once. */
function rewrittenRules(old: readonly Rule[], now: readonly Rule[]): ReadonlyMap<Rule, Rule> {
  const rewritten = new Map<Rule, Rule>()
  if (old.length === 0 || now.length === 0) return rewritten
  const byMeaning = new Map(old.map((rule) => [ruleMeaning(rule), rule]))
  for (const rule of now) {
    const meaning = ruleMeaning(rule)
    const known = byMeaning.get(meaning)
    if (known === undefined) continue
    byMeaning.delete(meaning)
    rewritten.set(rule, known)
  }
  return rewritten
}

function ruleChange(before: Rule, after: Rule): RuleChange {
  if (ruleMeaning(before) !== ruleMeaning(after)) {
    const text = `rule changed: ${after.id}: ${differenceOf(before, after)}`
    return { kind: 'rule-changed', bump: 'major', text }
  }
  return { kind: 'rule-changed', bump: 'patch', text: rewrittenInWords(before, after) }
}

function rewrittenInWords(before: Rule, after: Rule): string {
  const said = `rule written otherwise: ${ruleName(after)}`
  const now = [patternText(after.pattern), after.id]
  const was = [patternText(before.pattern), before.id].find((text) => !now.includes(text))
  if (was === undefined) return `${said}, other exceptions; they mean the same`
  const note = before.id === after.id ? '' : `, and results name it ${after.id}`
  return `${said}, was ${was}; it finds the same${note}`
}

/** The id, and the pattern where the id is not made from it. */
function ruleName({ id, pattern }: Rule): string {
  const written = patternText(pattern)
  return id === written ? id : `${id} (${written})`
}

/** What is other: `gap 2 → 6, added collage`; all of both where they are not alike. */
function differenceOf(before: Rule, after: Rule): string {
  const edits = [
    ...patternEdits(before.pattern, after.pattern),
    ...settingEdits(before, after),
    ...(JSON.stringify(unlessForm(before.unless)) === JSON.stringify(unlessForm(after.unless))
      ? []
      : [`exceptions: ${exceptionEdits(before.unless, after.unless)}`]),
  ]
  return edits.length === 0 ? 'another pattern that reads the same in short' : edits.join(', ')
}

function patternEdits(before: Pattern, after: Pattern): readonly string[] {
  const [was, now] = [patternText(before), patternText(after)]
  if (was === now) return []
  const whole = [`${now}, was ${was}`]
  if (before.kind !== after.kind) return whole
  if (before.kind === 'phrase' || before.kind === 'regex') return whole
  if (after.kind === 'phrase' || after.kind === 'regex') return whole
  if (before.items.length !== after.items.length) return whole
  const lists = before.items.map((item, at) => listEdits(item, after.items[at] ?? []))
  const texts = lists.flat().map((edit) => edit.replace(EDIT, ''))
  // What moved from part to part would seem to come and go.
  if (new Set(texts).size < texts.length) return whole
  const edits = [
    ...('gap' in before && 'gap' in after && before.gap !== after.gap
      ? [`gap ${before.gap} → ${after.gap}`]
      : []),
    ...(before.within === after.within ? [] : [`within ${before.within} → ${after.within}`]),
    ...lists.flat(),
  ]
  const isShorter = edits.length > 0 && edits.join(', ').length < whole.join().length
  return isShorter ? edits : whole
}

/** `added ` or `removed ` before what was. */
const EDIT = /^(?:added|removed) /u

function settingEdits(before: Rule, after: Rule): readonly string[] {
  const old: Readonly<Record<string, unknown>> = { ...before.settings }
  return Object.entries(after.settings).flatMap(([name, value]) => {
    const [was, now] = [JSON.stringify(old[name]), JSON.stringify(value)]
    if (was === now) return []
    return name === 'speakers'
      ? ['other speakers']
      : [`${name} ${String(old[name])} → ${String(value)}`]
  })
}
