/**
 * Which exceptions (`unless`) could be taken away without any test noticing?
 *
 * A rule without an exception finds what it found, and what the exception dropped. So only texts in
 * which something comes back where no exception holds at all are read again: without all exceptions
 * of the rules that come back, then without each half of them, and so on where something comes back.
 */
import { patternText } from '../codebook/rule-text.ts'
import type { CompiledPattern, CompiledRule, Matcher } from '../match/compile.ts'
import type { CodedSegment, Passage, Rule, Theme, Unit, Unless } from '../types.ts'
import type { MutantHunt } from './mutants.ts'
import { segmentCoder } from './segment-coder.ts'
import { type FoundMatch, matchesIn } from './verdict.ts'

/** An exception of a theme or of a rule. */
interface Exception {
  /** Index of the theme. */
  readonly theme: number
  /** Undefined where it holds for every rule of the theme. */
  readonly rule: Rule | undefined
  /** The exceptions that it stands among. */
  readonly unless: Unless
  readonly key: keyof Unless
  /** Index in the list of the key. */
  readonly index: number
}

/** An exception that no test would miss. */
export interface ExceptionSurvivor {
  readonly theme: string
  /** Empty where it holds for every rule of the theme. */
  readonly rule: string
  /** As it is written: `trust fund`, `before: near`. */
  readonly exception: string
  readonly line: number
  readonly column: number
}

/** How many exceptions a theme and its rules have, and which of them no test would miss. */
export interface ExceptionReport {
  /** In the order of the codebook. */
  readonly themes: readonly { readonly exceptions: number; readonly untested: number }[]
  readonly survivors: readonly ExceptionSurvivor[]
}

/** Shows codebooks with an exception less to tests. */
export interface ExceptionHunt extends Pick<MutantHunt, 'test' | 'recorded'> {
  result(): ExceptionReport
}

/** A hunt in a compiled codebook. */
export function exceptionHunt(matcher: Matcher, unit: Unit): ExceptionHunt {
  const all = exceptionsOf(matcher.codebook.themes)
  const noticed = new Set<Exception>()
  const code = segmentCoder(matcher, unit)
  const bare = matcher.rules.map((rule) => ({ ...rule, unless: [] }))
  const codeBare = segmentCoder({ ...matcher, rules: bare }, unit)
  /** The rules of the codebook; while an exception is tried, some of them without it. */
  const rules = [...matcher.rules]
  const codeFreed = segmentCoder({ ...matcher, rules }, unit)

  function tryEach(
    passage: Passage,
    excludedRoles: readonly string[],
    notices: (coded: readonly CodedSegment[]) => boolean,
  ): void {
    if (noticed.size === all.length) return
    const kept = matchesIn(code(passage, excludedRoles))
    const known = new Set(kept.map(nameOf))
    const found = matchesIn(codeBare(passage, excludedRoles))
    const back = new Set(found.filter((one) => !known.has(nameOf(one))).map(({ rule }) => rule))
    if (back.size > 0) tryAmong(all.filter((one) => !noticed.has(one)))

    function tryAmong(exceptions: readonly Exception[]): void {
      const coded = codedWithout(exceptions)
      if (coded === undefined || matchesIn(coded).length === kept.length) return
      const [only] = exceptions
      if (exceptions.length === 1 && only !== undefined) {
        if (notices(coded)) noticed.add(only)
        return
      }
      const half = Math.ceil(exceptions.length / 2)
      tryAmong(exceptions.slice(0, half))
      tryAmong(exceptions.slice(half))
    }

    function codedWithout(exceptions: readonly Exception[]): readonly CodedSegment[] | undefined {
      const freed = [...back].filter((index) => free(index, exceptions))
      const coded = freed.length === 0 ? undefined : codeFreed(passage, excludedRoles)
      for (const index of freed) restore(index)
      return coded
    }
  }

  /** Takes exceptions from a rule; false where it has none of them. */
  function free(index: number, exceptions: readonly Exception[]): boolean {
    const rule = rules[index]
    const own = rule === undefined ? [] : exceptions.filter((one) => holdsFor(one, rule))
    if (rule === undefined || own.length === 0) return false
    rules[index] = without(rule, own)
    return true
  }

  function restore(index: number): void {
    const rule = matcher.rules[index]
    if (rule !== undefined) rules[index] = rule
  }

  return {
    test(passage, passes, excludedRoles) {
      if (!passes(matchesIn(code(passage, excludedRoles)))) return
      tryEach(passage, excludedRoles, (coded) => !passes(matchesIn(coded)))
    },
    recorded(passage, excludedRoles) {
      const before = recordOf(code(passage, excludedRoles))
      tryEach(passage, excludedRoles, (coded) => recordOf(coded) !== before)
    },
    result: () => reportOf(matcher.codebook.themes, all, noticed),
  }
}

function exceptionsOf(themes: readonly Theme[]): readonly Exception[] {
  return themes.flatMap(({ unless, rules }, theme) => [
    ...listed(unless, theme, undefined),
    ...rules.flatMap((rule) => listed(rule.unless, theme, rule)),
  ])
}

function listed(unless: Unless, theme: number, rule: Rule | undefined): readonly Exception[] {
  return KEYS.flatMap((key) => unless[key].map((_, index) => ({ theme, rule, unless, key, index })))
}

const KEYS = ['containedIn', 'before', 'after'] as const

function holdsFor({ theme, rule }: Exception, compiled: CompiledRule): boolean {
  return rule === undefined ? compiled.theme === theme : compiled.rule === rule
}

function without(compiled: CompiledRule, exceptions: readonly Exception[]): CompiledRule {
  const gone = new Set(
    exceptions.map(({ unless, key, index }) => {
      const list = compiled.unless.find(({ source }) => source === unless)
      return list?.[key][index]
    }),
  )
  const kept = (patterns: readonly CompiledPattern[]) => patterns.filter((one) => !gone.has(one))
  const lists = compiled.unless.map(({ source, containedIn, before, after }) => ({
    source,
    containedIn: kept(containedIn),
    before: kept(before),
    after: kept(after),
  }))
  return { ...compiled, unless: lists }
}

function nameOf({ rule, start, end }: FoundMatch): string {
  return `${rule}:${start}-${end}`
}

/** What a baseline would hold of a passage. */
function recordOf(coded: readonly CodedSegment[]): string {
  return coded
    .map(({ segment, codes }) => {
      const rules = codes.flatMap(({ matches }) => matches.map(({ rule }) => rule))
      return `${segment.start}-${segment.end}:${[...new Set(rules)].sort().join()}`
    })
    .join('\n')
}

function reportOf(
  themes: readonly Theme[],
  all: readonly Exception[],
  noticed: ReadonlySet<Exception>,
): ExceptionReport {
  const untested = all.filter((one) => !noticed.has(one))
  return {
    themes: themes.map((_, index) => ({
      exceptions: all.filter(({ theme }) => theme === index).length,
      untested: untested.filter(({ theme }) => theme === index).length,
    })),
    survivors: untested.flatMap((one) => survivorsOf(one, themes)),
  }
}

function survivorsOf(
  { theme, rule, unless, key, index }: Exception,
  themes: readonly Theme[],
): readonly ExceptionSurvivor[] {
  const written = unless[key][index]
  if (written === undefined) return []
  const text = patternText(written.pattern)
  return [
    {
      theme: themes[theme]?.id ?? '',
      rule: rule?.id ?? '',
      exception: key === 'containedIn' ? text : `${key}: ${text}`,
      line: written.line,
      column: written.column,
    },
  ]
}
