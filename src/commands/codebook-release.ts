/** `voices codebook release`: a new version of a codebook, checked and recorded in its file. */
import { relative, resolve } from 'node:path'
import { exampleDiagnostics, runExamples } from '../check/examples.ts'
import { compareCodebooks, movedThemes, requiredBump } from '../codebook/compare.ts'
import { lintCodebook } from '../codebook/lint.ts'
import { withRelease } from '../codebook/release.ts'
import { allows, type Bump, nextVersion } from '../codebook/version.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { isRevision, readAtRevision, revisionsOf } from '../disk/git.ts'
import { readText, replaceText } from '../disk/project-files.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { readSettings } from '../settings.ts'
import type { Codebook, Diagnostic } from '../types.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'

/** Options of `voices codebook release`. */
export interface ReleaseOptions {
  /** What changed and why, for `changes`. */
  readonly message: string | undefined
  /** The version that was released last: a file or a git revision. */
  readonly against: string | undefined
  /** `2026-11-22`; today where it is not given. */
  readonly date: string | undefined
}

const BUMPS = ['patch', 'minor', 'major'] as const
/** A date as `changes` has it, for example `2026-11-22`. */
const DATE = /^\d{4}-\d{2}-\d{2}$/u
/** Problems that the release itself ends. */
const ENDED_BY_RELEASE = new Set(['fingerprint-differs', 'version-behind', 'version-unrecorded'])

/** Exit 0: released. 1: the codebook has errors, or the step is too small; nothing is written. */
export async function codebookRelease(
  [wanted, file]: readonly string[],
  options: ReleaseOptions,
  io: Io,
): Promise<number> {
  const bump = BUMPS.find((one) => one === wanted)
  if (bump === undefined) {
    throw new CannotRun(`“${wanted ?? ''}” is no step. Say patch, minor or major.`)
  }
  const note = options.message?.trim() ?? ''
  if (note === '') throw new CannotRun('Say what changed and why: -m "two rules for agency staff".')
  const date = options.date ?? io.today()
  if (!DATE.test(date) || Number.isNaN(Date.parse(date)))
    throw new CannotRun(`“${date}” is no date such as 2026-11-22.`)
  const settings = await readSettings([], { ...(file !== undefined && { codebook: file }) }, io.cwd)
  const { path, text } = settings.codebook()
  const codebook = await checked({ path, text }, io)
  if (codebook === undefined) return FOUND
  const released = await lastReleased(path, options.against, io)
  const problem = tooSmall(bump, codebook, released)
  if (problem !== undefined) {
    io.err(`${problem}\n`)
    return FOUND
  }
  const version = nextVersion(released?.version ?? lastVersion(codebook), bump)
  const { fingerprint } = codebook
  const retired = released === undefined ? [] : goneFrom(released, codebook)
  const written = withRelease(text, { version, date, note, fingerprint, retired })
  const again = await readCodebook({ path, text: written })
  if (again.value?.version !== version || again.value.fingerprint !== fingerprint) {
    throw new CannotRun(
      `${path}: the release could not be written without changing the rest of the file. Write the codebook in block style, with \`changes:\` on a line of its own.`,
    )
  }
  replaceText(resolve(io.cwd, path), written, path)
  io.out(`${codebook.id} ${version} is recorded in ${path}.\n`)
  for (const { id, into } of retired) {
    io.out(`Retired: ${id}${into === undefined ? '' : `, now ${into}`}.\n`)
  }
  return DONE
}

/** The codebook, if it has no error that a release does not end. */
async function checked(
  file: { readonly path: string; readonly text: string },
  io: Io,
): Promise<Codebook | undefined> {
  const { value, diagnostics } = await readCodebook(file)
  const found: Diagnostic[] = [...diagnostics]
  if (value !== undefined && !diagnostics.some(isError)) {
    const matcher = await compileCodebook(value, value.unit)
    found.push(
      ...lintCodebook(value),
      ...exampleDiagnostics(runExamples(matcher, value.unit), file.path),
    )
  }
  const errors = found.filter((one) => isError(one) && !ENDED_BY_RELEASE.has(one.id))
  if (errors.length === 0 && value !== undefined) return value
  io.err(toLines(errors, colours(io.showsProgress)))
  io.err(`${file.path} is not released until this is mended.\n`)
  return undefined
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/**
 * The codebook as it was released last: what `--against` names, else the newest commit of the file in
 * which it is as it was recorded. Undefined where neither can be had.
 */
async function lastReleased(
  path: string,
  against: string | undefined,
  io: Io,
): Promise<Codebook | undefined> {
  const wanted = relative(io.cwd, resolve(io.cwd, path))
  if (against === undefined) return releasedInGit(wanted, io.cwd)
  const { value } = await readCodebook({ path: against, text: textOf(against, wanted, io.cwd) })
  if (value === undefined) throw new CannotRun(`${against}: this is no codebook that can be read.`)
  return value
}

async function releasedInGit(path: string, cwd: string): Promise<Codebook | undefined> {
  for (const revision of revisionsOf(path, cwd)) {
    const text = committed(path, { revision, cwd })
    if (text === undefined) continue
    const { value } = await readCodebook({ path, text })
    if (value !== undefined && isReleased(value)) return value
  }
  return undefined
}

/** Whether a codebook is as it was recorded for its version, with no edit since. */
function isReleased({ version, changes, fingerprint }: Codebook): boolean {
  return changes.some((one) => one.version === version && one.fingerprint === fingerprint)
}

function textOf(spec: string, path: string, cwd: string): string {
  return isRevision(spec)
    ? readAtRevision(spec, { cwd, path }).text
    : readText(resolve(cwd, spec), spec)
}

/** The file as it was committed, where it was. */
function committed(
  path: string,
  { revision, cwd }: { readonly revision: string; readonly cwd: string },
): string | undefined {
  try {
    return readAtRevision(`git:${revision}`, { cwd, path }).text
  } catch (error) {
    if (error instanceof CannotRun) return undefined
    throw error
  }
}

/** Why the step is too small, if it is. */
function tooSmall(
  bump: Bump,
  codebook: Codebook,
  released: Codebook | undefined,
): string | undefined {
  if (released !== undefined) {
    const changes = compareCodebooks(released, codebook)
    const required = requiredBump(changes)
    if (allows(bump, required)) return undefined
    const reasons = changes.filter((change) => change.bump === required).slice(0, MOST_REASONS)
    const list = reasons.map(
      ({ theme, text }) => `  ${theme === undefined ? '' : `${theme}: `}${text}`,
    )
    return `A ${bump} version cannot hold these changes since ${released.version}; they need a ${required} one:\n${list.join('\n')}`
  }
  const last = lastVersion(codebook)
  const recorded = codebook.changes.find(({ version }) => version === last)?.fingerprint
  if (bump !== 'patch' || recorded === undefined || recorded === codebook.fingerprint)
    return undefined
  return `A patch version cannot change any coding, and the rules are not those recorded for ${last}. Release a minor version if you only added themes, else a major one; --against FILE compares the two.`
}

const MOST_REASONS = 5

/** The version that `changes` recorded last, else the one that the codebook says. */
function lastVersion({ version, changes }: Codebook): string {
  return changes[0]?.version ?? version
}

/** Themes that are gone since a release and are not listed as retired. */
function goneFrom(released: Codebook, codebook: Codebook) {
  const moves = movedThemes(released, codebook)
  const known = new Set([
    ...codebook.themes.map(({ id }) => id),
    ...codebook.retired.map(({ id }) => id),
  ])
  return released.themes
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ id, into: moves.get(id)?.to }))
}
