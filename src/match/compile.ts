/**
 * Codebook → Matcher: rules over words become patterns over small integers.
 *
 * Every word of a rule is an atom. Every distinct form of the text belongs to a class: the set of
 * atoms that it satisfies. A pattern is tried only where its rarest atom, the anchor, stands, so the
 * cost of a text hardly depends on the number of rules.
 */
import type {
  Codebook,
  Pattern,
  Rule,
  RuleSettings,
  Unit,
  Unless,
  UnlessPattern,
} from '../types.ts'
import { type Anchors, type Atoms, atomsOf, type WordRules, wordSettingsKey } from './atoms.ts'
import type { CompiledRegex } from './linear-regex.ts'
import { phraseVariants } from './phrases.ts'

/** Atoms in order, matched by words that follow one another. */
export interface CompiledPhrase {
  readonly atoms: Int32Array
  /** Index of the atom that is likely the rarest. */
  readonly anchor: number
  /** With `hyphen: exact`: for each atom but the first, whether a hyphen joins it to the one before. */
  readonly hyphens: readonly boolean[] | undefined
}

/** What a compiled rule looks for. */
export type CompiledPattern =
  | { readonly kind: 'phrase'; readonly phrases: readonly CompiledPhrase[] }
  | CompiledCombination
  | { readonly kind: 'regex'; readonly regex: CompiledRegex }

/** Several parts that stand together. */
export interface CompiledCombination {
  readonly kind: 'seq' | 'near' | 'all'
  /** For each part, its alternatives. */
  readonly items: readonly (readonly CompiledPhrase[])[]
  /** For each part, the atoms of which one must stand where the part does. */
  readonly anchors: readonly Int32Array[]
  /** For each part and each of its alternatives, its first atom. */
  readonly firsts: readonly Int32Array[]
  readonly gap: number
  readonly within: WiderScope | 'sentence'
  /** Index of the part that is likely the rarest. */
  readonly trigger: number
}

/** Contexts in which a match does not count, compiled. */
export interface CompiledUnless {
  /** What it was compiled from: that of a theme or of a rule. */
  readonly source: Unless
  readonly containedIn: readonly CompiledPattern[]
  readonly before: readonly CompiledPattern[]
  readonly after: readonly CompiledPattern[]
}

/** A rule made ready to be found. */
export interface CompiledRule {
  readonly rule: Rule
  /** Index in `codebook.themes`. */
  readonly theme: number
  readonly pattern: CompiledPattern
  readonly unless: readonly CompiledUnless[]
}

/** A codebook made ready to read text with. */
export interface Matcher {
  readonly codebook: Codebook
  readonly rules: readonly CompiledRule[]
  readonly atoms: Atoms
  /** By scope wider than a sentence that a rule or an exception asks for, the rules tried once in each. */
  readonly wider: ReadonlyMap<WiderScope, readonly number[]>
  /** Indices of the rules that are regular expressions. */
  readonly regexes: readonly number[]
}

/** What compiling needs from outside: the engines that are loaded only when a rule asks for them. */
export interface Engines {
  readonly stem?: (word: string) => string
  readonly regex?: (source: string, fold: boolean) => CompiledRegex
}

/** A scope, with `segment` resolved to the unit of the run. */
export type WiderScope = 'paragraph' | 'turn' | 'document'

/**
 * Compiles every rule of a codebook for a unit; `engines` holds what `enginesNeeded` asked for.
 */
export function compile(codebook: Codebook, unit: Unit, engines: Engines = {}): Matcher {
  const words = atomsOf(engines.stem)
  const compilerFor = patternCompilers(words, unit, engines)
  const rules: CompiledRule[] = []
  for (const [theme, { rules: own, unless }] of codebook.themes.entries()) {
    for (const rule of own) {
      const compiler = compilerFor(rule.settings)
      const exceptions = [unless, rule.unless].filter((one) => patternsOf(one).length > 0)
      const pattern = compiler.pattern(rule.pattern)
      rules.push({ rule, theme, pattern, unless: exceptions.map(compiler.unless) })
    }
  }
  const regexes: number[] = []
  for (const [index, { pattern }] of rules.entries()) {
    if (pattern.kind === 'regex') regexes.push(index)
  }
  const wider = rulesByScope(rules)
  return { codebook, rules, atoms: words.finish(anchorsOf(rules)), wider, regexes }
}

function rulesByScope(rules: readonly CompiledRule[]): Map<WiderScope, number[]> {
  const wider = new Map<WiderScope, number[]>()
  for (const [index, { pattern, unless }] of rules.entries()) {
    const exceptions = unless.flatMap((one) => [...one.containedIn, ...one.before, ...one.after])
    for (const { within } of [...exceptions, pattern].filter(isCombination)) {
      if (within !== 'sentence' && !wider.has(within)) wider.set(within, [])
    }
    if (isCombination(pattern) && pattern.within !== 'sentence') {
      wider.get(pattern.within)?.push(index)
    }
  }
  return wider
}

function isCombination(pattern: CompiledPattern): pattern is CompiledCombination {
  return pattern.kind !== 'phrase' && pattern.kind !== 'regex'
}

/** Which engines the rules of a codebook ask for. */
export function enginesNeeded(codebook: Codebook): { stem: boolean; regex: boolean } {
  const needed = { stem: false, regex: false }
  for (const theme of codebook.themes) {
    for (const rule of theme.rules) {
      needed.stem ||= rule.settings.stem
      const exceptions = [...patternsOf(theme.unless), ...patternsOf(rule.unless)]
      needed.regex ||= [rule.pattern, ...exceptions].some(({ kind }) => kind === 'regex')
    }
  }
  return needed
}

/** Compiles patterns under the same settings; what occurs twice is compiled once. */
interface PatternCompiler {
  pattern(pattern: Pattern): CompiledPattern
  unless(unless: Unless): CompiledUnless
}

/** A compiler for each way of comparing words; most codebooks have one or two. */
function patternCompilers(
  words: WordRules,
  unit: Unit,
  engines: Engines,
): (settings: RuleSettings) => PatternCompiler {
  const known = new Map<string, PatternCompiler>()
  return (settings) => {
    const key = wordSettingsKey(settings)
    const compiler = known.get(key) ?? patternCompiler({ settings, words, unit, engines })
    known.set(key, compiler)
    return compiler
  }
}

/** Everything that a compiled pattern depends on besides the pattern. */
interface PatternContext {
  readonly settings: RuleSettings
  readonly words: WordRules
  readonly unit: Unit
  readonly engines: Engines
}

function patternCompiler(context: PatternContext): PatternCompiler {
  const { settings, words, engines } = context
  const phrases = new Map<string, readonly CompiledPhrase[]>()
  const exceptions = new Map<Unless, CompiledUnless>()

  function pattern(written: Pattern): CompiledPattern {
    switch (written.kind) {
      case 'phrase':
        return { kind: 'phrase', phrases: phrase(written.phrase) }
      case 'regex':
        return { kind: 'regex', regex: compileRegex(written.source, settings, engines) }
      case 'seq':
      case 'near':
      case 'all':
        return combination(written)
    }
  }

  function combination(written: Extract<Pattern, { items: unknown }>): CompiledPattern {
    const items = written.items.map((alternatives) => alternatives.flatMap(phrase))
    // One part with alternatives is a list of phrases.
    const [only] = items
    if (items.length === 1 && only !== undefined) return { kind: 'phrase', phrases: only }
    const gap = written.kind === 'all' ? Number.POSITIVE_INFINITY : written.gap
    const within = written.within === 'segment' ? context.unit : written.within
    const anchors = items.map(anchorAtoms)
    const firsts = items.map((part) => Int32Array.from(part, ({ atoms }) => atoms[0] ?? 0))
    const trigger = rarestItem(items, words)
    return { kind: written.kind, items, anchors, firsts, gap, within, trigger }
  }

  function phrase(written: string): readonly CompiledPhrase[] {
    const known = phrases.get(written)
    if (known !== undefined) return known
    const compiled = phraseVariants(written, settings.hyphen).map(({ words: parts, hyphens }) => {
      const atoms = Int32Array.from(parts, (part) => words.atom(part, settings))
      return { atoms, anchor: rarest(atoms, words), hyphens }
    })
    phrases.set(written, compiled)
    return compiled
  }

  function unless(written: Unless): CompiledUnless {
    const known = exceptions.get(written)
    if (known !== undefined) return known
    const each = (patterns: readonly UnlessPattern[]) => patterns.map((one) => pattern(one.pattern))
    const compiled = {
      source: written,
      containedIn: each(written.containedIn),
      before: each(written.before),
      after: each(written.after),
    }
    exceptions.set(written, compiled)
    return compiled
  }

  return { pattern, unless }
}

function compileRegex(source: string, settings: RuleSettings, engines: Engines): CompiledRegex {
  if (engines.regex === undefined) {
    throw new Error('the engine for regular expressions is not loaded')
  }
  return engines.regex(source, settings.case === 'fold')
}

/** The atom that the fewest words of a text are likely to satisfy. */
function rarest(atoms: Int32Array, words: WordRules): number {
  let best = 0
  for (let i = 1; i < atoms.length; i += 1) {
    if (words.commonness(atoms[i] ?? 0) < words.commonness(atoms[best] ?? 0)) best = i
  }
  return best
}

function anchorAtoms(phrases: readonly CompiledPhrase[]): Int32Array {
  return Int32Array.from(new Set(phrases.map(({ atoms, anchor }) => atoms[anchor] ?? 0)))
}

function rarestItem(items: readonly (readonly CompiledPhrase[])[], words: WordRules): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, alternatives] of items.entries()) {
    let common = 0
    for (const { atoms, anchor } of alternatives) common += words.commonness(atoms[anchor] ?? 0)
    if (common < least) {
      best = index
      least = common
    }
  }
  return best
}

/** For each atom, the rules that are tried where it stands. */
function anchorsOf(rules: readonly CompiledRule[]): Anchors {
  const phrases: (readonly [atom: number, rule: number, phrase: number])[] = []
  const combinations: (readonly [atom: number, rule: number])[] = []
  for (const [index, { pattern }] of rules.entries()) {
    if (pattern.kind === 'phrase') {
      for (const [which, { atoms, anchor }] of pattern.phrases.entries()) {
        phrases.push([atoms[anchor] ?? 0, index, which])
      }
    } else if (pattern.kind !== 'regex' && pattern.within === 'sentence') {
      for (const atom of pattern.anchors[pattern.trigger] ?? []) combinations.push([atom, index])
    }
  }
  return { phrases, combinations }
}

function patternsOf(unless: Unless): readonly Pattern[] {
  return [...unless.containedIn, ...unless.before, ...unless.after].map(({ pattern }) => pattern)
}
