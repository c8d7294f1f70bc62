/**
 * Which rules, and which alternatives in them, could be taken away without any test noticing?
 *
 * No codebook is compiled again for each of them. A match is found by its rule alone, so to take a
 * rule away is to take its matches away; and a rule with alternatives finds what the rules with one
 * alternative each would find together. All of these are compiled once, as rules of one large
 * codebook, and every text is read once.
 */
import type { Matcher } from '../match/compile.ts'
import type { Codebook, Passage, Pattern, Rule, Unit } from '../types.ts'
import { segmentCoder } from './segment-coder.ts'
import { type FoundMatch, matchesIn } from './verdict.ts'

/** A rule of the codebook, or the rule with one of the alternatives of one of its parts. */
interface Variant {
  readonly theme: number
  readonly rule: Rule
  /** Undefined for the rule itself. */
  readonly only: { readonly part: number; readonly alternative: string } | undefined
  /** Number of the part among the parts with alternatives of all rules; -1 for the rule itself. */
  readonly group: number
}

/** The large codebook, and what its rules are, in its order. */
export interface Variants {
  readonly codebook: Codebook
  readonly list: readonly Variant[]
}

/** Every rule of a codebook, and every rule with one alternative alone. */
export function variantsOf(codebook: Codebook): Variants {
  const list: Variant[] = []
  let groups = 0
  const themes = codebook.themes.map((theme, index) => ({
    ...theme,
    rules: theme.rules.flatMap((rule) => {
      const start = list.length
      list.push({ theme: index, rule, only: undefined, group: -1 })
      const rules = [rule]
      for (const [part, alternatives] of partsOf(rule.pattern).entries()) {
        const distinct = [...new Set(alternatives)]
        if (distinct.length < 2) continue
        for (const alternative of distinct) {
          list.push({ theme: index, rule, only: { part, alternative }, group: groups })
          rules.push({ ...rule, pattern: withOnly(rule.pattern, part, alternative) })
        }
        groups += 1
      }
      return rules.map((one, at) => ({ ...one, id: String(start + at) }))
    }),
  }))
  return { codebook: { ...codebook, themes }, list }
}

function partsOf(pattern: Pattern): readonly (readonly string[])[] {
  return pattern.kind === 'phrase' || pattern.kind === 'regex' ? [] : pattern.items
}

function withOnly(pattern: Pattern, part: number, alternative: string): Pattern {
  if (pattern.kind === 'phrase' || pattern.kind === 'regex') return pattern
  const items = pattern.items.map((item, index) => (index === part ? [alternative] : item))
  return { ...pattern, items }
}

/** What no test would miss. */
export interface Survivor {
  readonly theme: string
  readonly rule: string
  /** Empty where the whole rule could go. */
  readonly alternatives: readonly string[]
  readonly line: number
  readonly column: number
}

/** How many mutants of a theme there are, and how many no test would miss. */
export interface ThemeMutants {
  readonly theme: string
  readonly rules: number
  readonly untestedRules: number
  readonly alternatives: number
  readonly untestedAlternatives: number
}

/** What became of all mutants. */
export interface MutantReport {
  readonly themes: readonly ThemeMutants[]
  readonly survivors: readonly Survivor[]
}

/** Shows mutants to tests. */
export interface MutantHunt {
  /** A test: a text, and whether what is found in it is as expected. */
  test(
    passage: Passage,
    passes: (found: readonly FoundMatch[]) => boolean,
    excludedRoles: readonly string[],
  ): void
  /** A passage of a pinned corpus, where every rule of every segment is recorded. */
  recorded(passage: Passage, excludedRoles: readonly string[]): void
  result(): MutantReport
}

/** A hunt; `matcher` is the large codebook, compiled. */
export function mutantHunt(matcher: Matcher, { list, codebook }: Variants, unit: Unit): MutantHunt {
  const code = segmentCoder(matcher, unit)
  const noticed = new Uint8Array(list.length)
  const variantOf = (match: FoundMatch) => list[match.rule]

  /** Tries every variant that was found here and that no test has noticed yet. */
  function tryEach(found: readonly FoundMatch[], notices: (taken: Taken) => boolean): void {
    const whole = found.filter((match) => variantOf(match)?.only === undefined)
    const byRule = groupedBy(whole, (match) => variantOf(match)?.rule)
    const byGroup = groupedBy(found, (match) => variantOf(match)?.group)
    for (const index of new Set(found.map(({ rule }) => rule))) {
      const variant = list[index]
      if (variant === undefined || noticed[index] === 1) continue
      const { rule, only, group } = variant
      const gone = byRule.get(rule) ?? []
      const alternatives = only === undefined ? [] : (byGroup.get(group) ?? [])
      const instead = alternatives.filter((match) => match.rule !== index)
      const others = () => whole.filter((match) => variantOf(match)?.rule !== rule)
      if (notices({ gone, instead, others })) noticed[index] = 1
    }
  }

  return {
    test(passage, passes, excludedRoles) {
      const found = matchesIn(code(passage, excludedRoles))
      const whole = found.filter((match) => variantOf(match)?.only === undefined)
      if (!passes(whole)) return
      const places = rulesByPlace(whole)
      tryEach(found, (taken) => {
        return movesPlaces(taken, places) && !passes([...taken.others(), ...taken.instead])
      })
    },
    recorded(passage, excludedRoles) {
      for (const segment of code(passage, excludedRoles)) {
        tryEach(matchesIn([segment]), ({ instead }) => instead.length === 0)
      }
    },
    result: () => reportOf({ list, codebook }, noticed),
  }
}

/** What a text loses with a variant. */
interface Taken {
  /** Matches of the rule. */
  readonly gone: readonly FoundMatch[]
  /** Matches of its other alternatives, which stay. */
  readonly instead: readonly FoundMatch[]
  /** Matches of all other rules. */
  readonly others: () => readonly FoundMatch[]
}

function groupedBy<Key>(
  matches: readonly FoundMatch[],
  keyOf: (match: FoundMatch) => Key,
): ReadonlyMap<Key, readonly FoundMatch[]> {
  const groups = new Map<Key, FoundMatch[]>()
  for (const match of matches) {
    const group = groups.get(keyOf(match))
    if (group === undefined) groups.set(keyOf(match), [match])
    else group.push(match)
  }
  return groups
}

/** Several rules. */
const SEVERAL = -1

/** The rule that finds a theme at a place, or that several do. */
function rulesByPlace(matches: readonly FoundMatch[]): ReadonlyMap<string, number> {
  const rules = new Map<string, number>()
  for (const match of matches) {
    const place = placeOf(match)
    const known = rules.get(place) ?? match.rule
    rules.set(place, known === match.rule ? known : SEVERAL)
  }
  return rules
}

/** Tests look at themes and their places alone: what another rule finds there is not missed. */
function movesPlaces({ gone, instead }: Taken, places: ReadonlyMap<string, number>): boolean {
  const kept = new Set(instead.map(placeOf))
  return (
    gone.some((match) => !kept.has(placeOf(match)) && places.get(placeOf(match)) !== SEVERAL) ||
    instead.some((match) => !places.has(placeOf(match)))
  )
}

function placeOf({ theme, start, end }: FoundMatch): string {
  return `${theme}:${start}-${end}`
}

function reportOf({ list, codebook }: Variants, noticed: Uint8Array): MutantReport {
  const counts = codebook.themes.map(({ id }) => ({
    theme: id,
    rules: 0,
    untestedRules: 0,
    alternatives: 0,
    untestedAlternatives: 0,
  }))
  const survivors: MutableSurvivor[] = []
  let isRuleTested = true
  for (const [index, { theme, rule, only }] of list.entries()) {
    const count = counts[theme]
    if (count === undefined) continue
    const isTested = noticed[index] === 1
    const survivor = { theme: count.theme, rule: rule.id, line: rule.line, column: rule.column }
    if (only === undefined) {
      isRuleTested = isTested
      count.rules += 1
      if (isTested) continue
      count.untestedRules += 1
      survivors.push({ ...survivor, alternatives: [] })
    } else {
      count.alternatives += 1
      if (isTested) continue
      count.untestedAlternatives += 1
      // Where the whole rule could go, its alternatives need no mention.
      if (!isRuleTested) continue
      const last = survivors.at(-1)
      if (last?.theme === count.theme && last.rule === rule.id) {
        last.alternatives.push(only.alternative)
      } else survivors.push({ ...survivor, alternatives: [only.alternative] })
    }
  }
  return { themes: counts, survivors }
}

interface MutableSurvivor extends Survivor {
  readonly alternatives: string[]
}
