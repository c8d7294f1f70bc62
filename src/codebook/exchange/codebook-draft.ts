/** A codebook as a draft: themes within themes, ready for another program. */

import type { Codebook, Rule, RuleSettings, Theme, Unless } from '../../types.ts'
import { DEFAULT_SETTINGS } from '../read-settings.ts'
import { hasGivenId } from '../rule-text.ts'
import { isNoDefinition } from './draft-yaml.ts'
import type { Draft, DraftRule, DraftTheme, DraftUnless, Loss } from './exchange.ts'

/**
 * The draft of a codebook, and what drafts have no room for: version and history. Settings are those
 * that most rules have; a rule has what differs.
 */
export function codebookDraft(codebook: Codebook): {
  readonly draft: Draft
  readonly losses: readonly Loss[]
} {
  const shared = sharedSettings(codebook)
  const draft: Draft = {
    id: codebook.id,
    title: codebook.title,
    description: '',
    language: codebook.language,
    settings: differing(shared, DEFAULT_SETTINGS),
    origin: 'voices',
    notes: [],
    themes: childrenOf(undefined, { byParent: themesByParent(codebook), shared }),
  }
  return { draft, losses: lostHistory(codebook) }
}

interface Family {
  readonly byParent: ThemesByParent
  readonly shared: RuleSettings
}

/** Themes by the id of their parent, in the order of the codebook; top themes under `undefined`. */
export type ThemesByParent = ReadonlyMap<string | undefined, readonly Theme[]>

/** Finds the themes below each theme. */
export function themesByParent({ themes }: Codebook): ThemesByParent {
  const found = new Map<string | undefined, Theme[]>()
  for (const theme of themes) {
    const siblings = found.get(theme.parent)
    if (siblings === undefined) found.set(theme.parent, [theme])
    else siblings.push(theme)
  }
  return found
}

function childrenOf(parent: string | undefined, family: Family): readonly DraftTheme[] {
  return (family.byParent.get(parent) ?? []).map((theme) => draftTheme(theme, family))
}

function draftTheme(theme: Theme, family: Family): DraftTheme {
  const { name, definition, include, exclude, colour, guid } = theme
  return {
    id: theme.id.slice(theme.id.lastIndexOf('/') + 1),
    name,
    definition: isNoDefinition(definition) ? '' : definition,
    include: include === '' ? undefined : include,
    exclude: exclude === '' ? undefined : exclude,
    colour,
    guid,
    rules: theme.rules.map((rule) => draftRule(rule, family.shared)),
    unless: draftUnless(theme.unless),
    examples: theme.examples.map(({ text, expected, quote, todo }) => ({
      text,
      expected,
      quote,
      todo,
    })),
    themes: childrenOf(theme.id, family),
  }
}

function draftRule(rule: Rule, shared: RuleSettings): DraftRule {
  const settings = differing(rule.settings, shared)
  return {
    id: hasGivenId(rule) ? rule.id : undefined,
    pattern: rule.pattern,
    settings: Object.keys(settings).length === 0 ? undefined : settings,
    unless: draftUnless(rule.unless),
  }
}

/** Exceptions without their places; undefined where there are none. */
export function draftUnless({ containedIn, before, after }: Unless): DraftUnless | undefined {
  if (containedIn.length + before.length + after.length === 0) return undefined
  return {
    containedIn: containedIn.map(({ pattern }) => pattern),
    before: before.map(({ pattern }) => pattern),
    after: after.map(({ pattern }) => pattern),
  }
}

/** The settings that most rules have, each for itself. */
function sharedSettings(codebook: Codebook): RuleSettings {
  const counts = new Map<RuleSettings, number>()
  for (const { rules } of codebook.themes) {
    for (const { settings } of rules) counts.set(settings, (counts.get(settings) ?? 0) + 1)
  }
  let most = DEFAULT_SETTINGS
  for (const [settings, count] of counts) {
    if (count > (counts.get(most) ?? 0)) most = settings
  }
  return most
}

/** What of some settings is not as in others. */
export function differing(settings: RuleSettings, from: RuleSettings): Partial<RuleSettings> {
  const isSpoken = JSON.stringify(settings.speakers) !== JSON.stringify(from.speakers)
  return {
    ...(settings.inflect !== from.inflect && { inflect: settings.inflect }),
    ...(settings.stem !== from.stem && { stem: settings.stem }),
    ...(settings.spelling !== from.spelling && { spelling: settings.spelling }),
    ...(settings.case !== from.case && { case: settings.case }),
    ...(settings.hyphen !== from.hyphen && { hyphen: settings.hyphen }),
    ...(settings.negation !== from.negation && { negation: settings.negation }),
    ...(isSpoken && { speakers: settings.speakers }),
  }
}

/** What an export always leaves behind: the life of the codebook. */
export function lostHistory({ version, unit, retired, changes }: Codebook): readonly Loss[] {
  const losses: Loss[] = []
  if (version !== FIRST_VERSION) {
    losses.push({ where: version, what: 'The version of the codebook is not carried.' })
  }
  if (unit !== 'sentence') {
    losses.push({ where: unit, what: 'The unit that receives codes is not carried.' })
  }
  for (const { id, line } of retired) {
    losses.push({ where: `line ${line}: ${id}`, what: 'Retired ids are not carried.' })
  }
  for (const change of changes) {
    losses.push({
      where: `line ${change.line}: ${change.version}`,
      what: 'The history of changes is not carried.',
    })
  }
  return losses
}

/** The version that every import has. */
const FIRST_VERSION = '0.1.0'
