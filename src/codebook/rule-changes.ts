/** What changed in the rules of a theme. */
import type { Rule, Theme } from '../types.ts'
import type { CodebookChange } from './codebook-change.ts'
import { ruleForm } from './fingerprint.ts'
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
    const text = `rule changed: ${ruleName(after)}${differenceOf(before, after)}`
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
