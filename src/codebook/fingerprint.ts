import { createHash } from 'node:crypto'
import type {
  Codebook,
  Pattern,
  Rule,
  RuleSettings,
  Theme,
  Unless,
  UnlessPattern,
} from '../types.ts'

/**
 * `sha256:` and 64 hexadecimal digits over everything that can change which segment has which theme
 * by which rule: theme ids, rules with their ids, settings and exceptions, the unit, excluded roles
 * and the language. Names, definitions, notes and examples cannot, and are left out. So is every
 * order: themes are independent of each other and all matches are kept, so the order of themes only
 * sorts the rows, and that of rules only says which of two at the same words is listed first. The
 * same codebook has the same fingerprint on every machine.
 */
export function fingerprint(
  codebook: Pick<Codebook, 'language' | 'unit' | 'excludedRoles' | 'themes'>,
): string {
  const content = [
    'voices codebook, form 1',
    codebook.language,
    codebook.unit,
    codebook.excludedRoles.toSorted(),
    codebook.themes.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(themeForm),
  ]
  return `sha256:${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`
}

function themeForm({ id, rules, unless }: Theme): readonly unknown[] {
  return [id, rules.map(ruleForm).toSorted(), unlessForm(unless)]
}

/** A rule with everything of it that can change the coding; equal rules have equal forms. */
export function ruleForm(rule: Rule): string {
  const { id, pattern, settings, unless } = rule
  return JSON.stringify([id, patternForm(pattern), settingsForm(settings), unlessForm(unless)])
}

/** Fields in a fixed order, alternatives sorted: their order means nothing. */
function patternForm(pattern: Pattern): readonly unknown[] {
  switch (pattern.kind) {
    case 'phrase':
      return [pattern.kind, pattern.phrase]
    case 'regex':
      return [pattern.kind, pattern.source]
    case 'all':
      return [pattern.kind, pattern.items.map((item) => item.toSorted()), pattern.within]
    case 'seq':
    case 'near':
      return [
        pattern.kind,
        pattern.items.map((item) => item.toSorted()),
        pattern.gap,
        pattern.within,
      ]
  }
}

function settingsForm(settings: RuleSettings): readonly unknown[] {
  return [
    settings.inflect,
    settings.stem,
    settings.spelling,
    settings.case,
    settings.hyphen,
    settings.negation,
    settings.speakers.only?.toSorted() ?? null,
    settings.speakers.not.toSorted(),
  ]
}

/** The exceptions of a theme or a rule; their order means nothing. */
export function unlessForm(unless: Unless): readonly unknown[] {
  return [unless.containedIn, unless.before, unless.after].map(patternsForm)
}

function patternsForm(patterns: readonly UnlessPattern[]): readonly string[] {
  return patterns.map(({ pattern }) => JSON.stringify(patternForm(pattern))).toSorted()
}
