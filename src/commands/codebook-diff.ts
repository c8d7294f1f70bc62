/** `voices codebook diff`: what changed between two versions of a codebook, in words and in coding. */
import { relative, resolve } from 'node:path'
import { type CodingDiff, codingComparer } from '../check/coding-diff.ts'
import { readFile } from '../code/read-file.ts'
import { compareCodebooks, movedThemes, requiredBump } from '../codebook/compare.ts'
import { allows, type Bump, bumpBetween, greaterBump, nextVersion } from '../codebook/version.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { isRevision, readAtRevision } from '../disk/git.ts'
import { readText } from '../disk/project-files.ts'
import {
  type DiffFacts,
  diffAnnotations,
  diffMarkdown,
  diffText,
  type ShiftFacts,
} from '../format/codebook-diff-page.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Codebook, Diagnostic } from '../types.ts'
import { openCorpus } from './corpus.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'

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

/** Exit 0 where the version says what the changes need, 1 where it says less. */
export async function codebookDiff(
  args: readonly string[],
  options: DiffOptions,
  io: Io,
): Promise<number> {
  const { before, after } = await versionsOf(args, options, io)
  const old = await load(before, io)
  const now = await load(after, io)
  if (old === undefined || now === undefined) return FOUND
  const changes = compareCodebooks(old, now)
  const { coding, problems } = await codingOf(old, now, options, io)
  const required = greaterBump(
    requiredBump(changes),
    coding === undefined ? 'none' : shiftBump(coding, old),
  )
  const facts: DiffFacts = {
    before: { label: before.label, codebook: old.id, version: old.version },
    after: { label: after.label, codebook: now.id, version: now.version },
    changes,
    coding: coding && codingFacts(coding, { old, now, options }),
    ...verdictOf(old, now, required),
  }
  print(facts, { options, path: after.path, io })
  io.err(toLines(problems, colours(io.showsProgress)))
  return facts.is_enough ? DONE : FOUND
}

/** A codebook that was named, and its text. */
interface Source {
  readonly path: string
  readonly label: string
  readonly text: string
}

async function versionsOf(
  args: readonly string[],
  options: DiffOptions,
  io: Io,
): Promise<{ before: Source; after: Source }> {
  const [first, second] = options.against === undefined ? args : [options.against, ...args]
  if (first === undefined) {
    throw new CannotRun(
      'Name the earlier version, for example: voices codebook diff git:main codebooks/care.yaml',
    )
  }
  const settings = await readSettings([], options, io.cwd)
  const working = (): Source => {
    const { path, text } = settings.codebook()
    return { path, text, label: path }
  }
  const path = second !== undefined && !isRevision(second) ? second : undefined
  const after =
    second === undefined ? working() : isRevision(second) ? at(second, undefined) : fileAt(second)
  return { before: isRevision(first) ? at(first, path ?? after.path) : fileAt(first), after }

  function fileAt(file: string): Source {
    return { path: file, label: file, text: readText(resolve(io.cwd, file), file) }
  }

  function at(spec: string, file: string | undefined): Source {
    const wanted = relative(io.cwd, resolve(io.cwd, file ?? working().path))
    const { text, label } = readAtRevision(spec, { cwd: io.cwd, path: wanted })
    return { path: wanted, label, text }
  }
}

async function load({ path, label, text }: Source, io: Io): Promise<Codebook | undefined> {
  const { value, diagnostics } = await readCodebook({ path, text })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length === 0 && value !== undefined) return value
  io.err(toLines(errors, colours(io.showsProgress)))
  io.err(`${label} cannot be compared until this is mended.\n`)
  return undefined
}

async function codingOf(
  old: Codebook,
  now: Codebook,
  options: DiffOptions,
  io: Io,
): Promise<{ coding: CodingDiff | undefined; problems: readonly Diagnostic[] }> {
  if (options.corpus.length === 0) return { coding: undefined, problems: [] }
  const settings = await readSettings(options.corpus, options, io.cwd)
  const unit = settings.unit ?? now.unit
  const matchers = [await compileCodebook(old, unit), await compileCodebook(now, unit)] as const
  const roles = (codebook: Codebook) => settings.excludeRoles ?? codebook.excludedRoles
  const comparer = codingComparer(...matchers, {
    unit,
    excludedRoles: [roles(old), roles(now)],
    moved: new Map([...movedThemes(old, now)].map(([from, { to }]) => [from, to])),
    witnesses: options.witnesses,
  })
  const { files, read } = await openCorpus(settings)
  const problems: Diagnostic[] = []
  let current: string | undefined
  for (const file of files) {
    const found = await readFile(file, read, {
      passage(passage) {
        comparer.passage(passage, passage.document.id !== current)
        current = passage.document.id
      },
    })
    problems.push(...found)
  }
  return { coding: comparer.result(), problems }
}

/** What the coding itself asks for: major where a theme that was there gained or lost a segment. */
function shiftBump({ shifts }: CodingDiff, old: Codebook): Bump {
  const known = new Set(old.themes.map(({ id }) => id))
  const moved = shifts.filter(({ gained, lost }) => gained + lost > 0)
  if (moved.some(({ theme, lost }) => known.has(theme) || lost > 0)) return 'major'
  return moved.length > 0 ? 'minor' : 'none'
}

function codingFacts(
  { shifts, before, after }: CodingDiff,
  { old, now, options }: { old: Codebook; now: Codebook; options: DiffOptions },
): NonNullable<DiffFacts['coding']> {
  const isShown = options.format === 'text' || options.showText
  const countsBefore = new Map(
    old.themes.map(({ id }, index) => [id, before.themes[index]?.segments]),
  )
  const countsAfter = new Map(
    now.themes.map(({ id }, index) => [id, after.themes[index]?.segments]),
  )
  return {
    documents: after.totals.documents,
    segments_before: before.totals.codedSegments,
    segments_after: after.totals.codedSegments,
    themes: shifts.map(
      ({ theme, kept, gained, lost, witnesses }): ShiftFacts => ({
        theme,
        kept,
        gained,
        lost,
        segments_before: countsBefore.get(theme),
        segments_after: countsAfter.get(theme),
        witnesses: witnesses.map(({ change, segmentId, line, rules, text }) => ({
          change,
          segment_id: segmentId,
          line,
          rules,
          ...(isShown && { text }),
        })),
      }),
    ),
  }
}

function verdictOf(
  old: Codebook,
  now: Codebook,
  required: Bump,
): Pick<DiffFacts, 'required' | 'declared' | 'is_enough' | 'verdict'> {
  const declared = bumpBetween(old.version, now.version)
  if (declared === undefined) {
    const verdict = `Version ${now.version} is older than ${old.version}. Name the earlier version first, or set a version above ${old.version}.`
    return { required, declared: 'older', is_enough: false, verdict }
  }
  if (allows(declared, required)) {
    const verdict =
      required === 'none'
        ? 'Nothing that needs a new version has changed.'
        : `The changes need a ${required} version, and ${old.version} → ${now.version} is one${declared === required ? '' : ` (${declared})`}.`
    return { required, declared, is_enough: true, verdict }
  }
  const next = nextVersion(old.version, required)
  const said =
    declared === 'none'
      ? `the version is still ${now.version}`
      : `${old.version} → ${now.version} is only a ${declared} one`
  const verdict = `The changes need a ${required} version, but ${said}. Set version ${next}: voices codebook release ${required} -m "what changed and why".`
  return { required, declared, is_enough: false, verdict }
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
