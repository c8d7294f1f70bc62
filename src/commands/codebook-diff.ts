/** `voices codebook diff`: what changed between two versions of a codebook, in words and in coding. */
import { type CodingDiff, codingComparer, type ThemeShift } from '../check/coding-diff.ts'
import { readFile } from '../code/read-file.ts'
import { compareCodebooks, requiredBump } from '../codebook/compare.ts'
import { type Move, movedThemes } from '../codebook/moved-themes.ts'
import { type Bump, greaterBump } from '../codebook/version.ts'
import {
  type CodingFacts,
  type DiffFacts,
  isGood,
  type ShiftFacts,
} from '../format/codebook-diff-facts.ts'
import { diffAnnotations } from '../format/codebook-diff-github.ts'
import { diffMarkdown } from '../format/codebook-diff-markdown.ts'
import { diffText } from '../format/codebook-diff-text.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Codebook, Diagnostic, Unit } from '../types.ts'
import { openCorpus } from './corpus.ts'
import { verdictOf, withCoverage } from './diff-verdict.ts'
import { type NamedVersion, versionsToCompare } from './diff-versions.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'
import { unspoken, withoutExamples } from './unspoken.ts'

/** Options of `voices codebook diff`. */
export interface DiffOptions extends GivenOptions {
  readonly format: 'text' | 'md' | 'json' | 'github'
  /** The earlier version, where it is not the first argument. */
  readonly against: string | undefined
  /** Files and folders to code with both. */
  readonly corpus: readonly string[]
  /** Witnesses of each kind for each theme. */
  readonly witnesses: number
  /** Whether speech may stand in other formats than text. */
  readonly showText: boolean
}

/**
 * Exit 0 where the version says what the changes need; 1 where it says less, or where not all of the
 * corpus could be compared.
 */
export async function codebookDiff(
  args: readonly string[],
  options: DiffOptions,
  io: Io,
): Promise<number> {
  const { before, after } = await versionsToCompare(args, options, io.cwd)
  const old = await load(before, options, io)
  const now = await load(after, options, io)
  if (old === undefined || now === undefined) return FOUND
  const versions = { before, after, old, now, moved: movedThemes(old, now) }
  const corpus = await codingOf(versions, options, io)
  const facts = factsOf(versions, corpus, options)
  print(facts, { options, path: after.path, io })
  const problems = corpus?.problems ?? []
  const said = isShown(options) ? problems : problems.map(unspoken)
  io.err(toLines(said, colours(io.showsProgress)))
  return isGood(facts) ? DONE : FOUND
}

/** The two versions, as they are named and as they are read. */
interface Versions {
  readonly before: NamedVersion
  readonly after: NamedVersion
  readonly old: Codebook
  readonly now: Codebook
  readonly moved: ReadonlyMap<string, Move>
}

function factsOf(
  { before, after, old, now, moved }: Versions,
  corpus: ComparedCorpus | undefined,
  options: DiffOptions,
): DiffFacts {
  const changes = compareCodebooks(old, now, moved)
  const coded = corpus === undefined ? 'none' : shiftBump(corpus.coding)
  const coding = corpus && codingFacts(corpus, options)
  return {
    before: { label: before.label, codebook: old.id, version: old.version },
    after: { label: after.label, codebook: now.id, version: now.version },
    changes,
    coding,
    ...withCoverage(coding, verdictOf(old, now, greaterBump(requiredBump(changes), coded))),
  }
}

/** Whether what people said may stand in the output. */
function isShown({ format, showText }: DiffOptions): boolean {
  return showText || format === 'text'
}

async function load(
  { path, label, text }: NamedVersion,
  options: DiffOptions,
  io: Io,
): Promise<Codebook | undefined> {
  const { value, diagnostics } = await readCodebook({ path, text })
  const errors = diagnostics.filter(isError)
  if (errors.length === 0 && value !== undefined) return value
  const said = isShown(options) ? errors : await withoutExamples(errors, text)
  io.err(toLines(said, colours(io.showsProgress)))
  io.err(`${label} cannot be compared until this is mended.\n`)
  return undefined
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** What both versions make of the corpus. */
interface ComparedCorpus {
  readonly coding: CodingDiff
  readonly units: readonly [before: Unit, after: Unit]
  readonly problems: readonly Diagnostic[]
}

async function codingOf(
  { old, now, moved }: Versions,
  options: DiffOptions,
  io: Io,
): Promise<ComparedCorpus | undefined> {
  if (options.corpus.length === 0) return undefined
  const settings = await readSettings(options.corpus, options, io.cwd)
  const units = [settings.unit ?? old.unit, settings.unit ?? now.unit] as const
  const roles = (codebook: Codebook) => settings.excludeRoles ?? codebook.excludedRoles
  const comparer = codingComparer(
    await compileCodebook(old, units[0]),
    await compileCodebook(now, units[1]),
    { units, excludedRoles: [roles(old), roles(now)], moved, witnesses: options.witnesses },
  )
  const corpus = await openCorpus(settings, largest(units))
  const problems: Diagnostic[] = [...corpus.problems]
  let current: string | undefined
  for (const file of corpus.files) {
    const found = await readFile(file, corpus.read, {
      passage(passage) {
        comparer.passage(passage, passage.document.id !== current)
        current = passage.document.id
      },
    })
    for (const problem of found) problems.push(problem)
  }
  return { coding: comparer.result(), units, problems }
}

/** The unit that needs the longest passages. */
function largest(units: readonly [Unit, Unit]): Unit {
  const sizes = ['document', 'turn', 'paragraph', 'sentence'] as const
  return sizes.find((unit) => units.includes(unit)) ?? units[1]
}

/** What the coding itself asks for: major where a theme that was there has other segments. */
function shiftBump({ shifts }: CodingDiff): Bump {
  const moved = shifts.filter(isShifted)
  if (moved.some(({ before, joined }) => before !== undefined || joined.length > 0)) return 'major'
  return moved.length > 0 ? 'minor' : 'none'
}

function isShifted({ before, after, paired }: ThemeShift): boolean {
  if (paired !== undefined && paired.gained + paired.lost > 0) return true
  return before?.own !== after?.own || before?.segments !== after?.segments
}

function codingFacts(
  { coding, units, problems }: ComparedCorpus,
  options: DiffOptions,
): CodingFacts {
  const { shifts, before, after } = coding
  return {
    documents: Math.max(before.totals.documents, after.totals.documents),
    unit_before: units[0],
    unit_after: units[1],
    segments_before: before.totals.codedSegments,
    segments_after: after.totals.codedSegments,
    unread: [...new Set(problems.filter(isError).map(({ path }) => path))],
    themes: shifts.map((shift) => shiftFacts(shift, isShown(options))),
  }
}

function shiftFacts(shift: ThemeShift, isTextShown: boolean): ShiftFacts {
  const { theme, before, after, joined, paired, witnesses } = shift
  return {
    theme,
    kept: paired?.kept,
    gained: paired?.gained,
    lost: paired?.lost,
    own_segments_before: before?.own,
    own_segments_after: after?.own,
    segments_before: before?.segments,
    segments_after: after?.segments,
    joined: joined.map((one) => ({ theme: one.theme, segments_before: one.before.segments })),
    witnesses: witnesses.map(({ change, segmentId, line, rules, text }) => ({
      change,
      segment_id: segmentId,
      line,
      rules,
      ...(isTextShown && { text }),
    })),
  }
}

function print(
  facts: DiffFacts,
  { options, path, io }: { options: DiffOptions; path: string; io: Io },
): void {
  switch (options.format) {
    case 'text':
      io.out(diffText(facts, colours(io.isTerminal)))
      return
    case 'md':
      io.out(diffMarkdown(facts))
      return
    case 'json':
      io.out(`${JSON.stringify(facts, undefined, 2)}\n`)
      return
    case 'github':
      io.out(diffAnnotations(facts, path))
  }
}
