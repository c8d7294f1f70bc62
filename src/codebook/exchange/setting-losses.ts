/** Settings that another program cannot follow, said once for all rules that have them. */

import type { Codebook, Rule, RuleSettings, Theme } from '../../types.ts'
import { patternText } from '../rule-text.ts'
import type { Loss } from './exchange.ts'

/**
 * A loss for each setting that is not as the program compares words: one for the codebook where all
 * rules have it, else one for each theme of which all rules have it, else one a rule. `carried` are
 * the rules that are written at all.
 */
export function settingLosses(
  codebook: Codebook,
  { program, carried }: { readonly program: RuleSettings; readonly carried: ReadonlySet<Rule> },
): readonly Loss[] {
  const lostIn = remembered((settings) => lostSettings(settings, program))
  const rules = [...carried]
  const everywhere = sharedBy(rules, lostIn)
  const losses: Loss[] = []
  for (const what of everywhere) losses.push({ where: `all rules (${rules.length})`, what })
  for (const theme of codebook.themes) {
    const own = theme.rules.filter((rule) => carried.has(rule))
    for (const loss of lossesIn({ ...theme, rules: own }, everywhere, lostIn)) losses.push(loss)
  }
  return losses
}

type LostIn = (settings: RuleSettings) => readonly string[]

function lossesIn(theme: Theme, everywhere: readonly string[], lostIn: LostIn): readonly Loss[] {
  const inTheme = sharedBy(theme.rules, lostIn).filter((what) => !everywhere.includes(what))
  const said = new Set([...everywhere, ...inTheme])
  const losses: Loss[] = inTheme.map((what) => ({
    where: `line ${theme.line}, ${theme.id}: all its rules`,
    what,
  }))
  for (const rule of theme.rules) {
    const where = `line ${rule.line}, ${theme.id}: “${patternText(rule.pattern)}”`
    for (const what of lostIn(rule.settings)) if (!said.has(what)) losses.push({ where, what })
  }
  return losses
}

function sharedBy(rules: readonly Rule[], lostIn: LostIn): readonly string[] {
  const [first, ...others] = new Set(rules.map(({ settings }) => settings))
  if (first === undefined) return []
  return lostIn(first).filter((what) => others.every((settings) => lostIn(settings).includes(what)))
}

/** Rules share their settings, so each is looked at once. */
function remembered(find: LostIn): LostIn {
  const known = new Map<RuleSettings, readonly string[]>()
  return (settings) => {
    const found = known.get(settings) ?? find(settings)
    known.set(settings, found)
    return found
  }
}

function lostSettings(settings: RuleSettings, program: RuleSettings): readonly string[] {
  const other = differing(settings, program)
  const said: readonly (readonly [boolean, string])[] = [
    [other.inflect === true, 'Inflections are not carried: a word stands for itself alone.'],
    [other.stem === true, 'Stems are not carried: a word stands for itself alone.'],
    [other.spelling === 'gb+us', 'Spelling variants (organise, organize) are not carried.'],
    [other.spelling === 'as-written', 'Spelling as written is not carried.'],
    [other.case === 'exact', 'Capitals as written are not carried: the program ignores them.'],
    [other.hyphen === 'loose', 'Loose hyphens (care leaver, care-leaver) are not carried.'],
    [other.hyphen === 'exact', 'Hyphens as written are not carried.'],
    [other.negation !== undefined, 'What holds for negated matches is not carried: they count.'],
    [other.speakers !== undefined, 'Whose speech counts is not carried.'],
  ]
  return said.flatMap(([isLost, what]) => (isLost ? [what] : []))
}

/** What of some settings is not as in others. */
function differing(settings: RuleSettings, from: RuleSettings): Partial<RuleSettings> {
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
