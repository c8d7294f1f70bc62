/** `voices codebook release`: a new version of a codebook, checked and recorded in its file. */
import { resolve } from 'node:path'
import type { TestResult } from '../check/verdict.ts'
import { contentOf } from '../codebook/content.ts'
import { lintCodebook } from '../codebook/lint.ts'
import { type Release, withRelease } from '../codebook/release.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { replaceText } from '../disk/project-files.ts'
import { colours, sortDiagnostics, toLines } from '../format/diagnostics.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { Codebook, Diagnostic } from '../types.ts'
import { type LastRelease, lastRelease, unrecorded } from './last-release.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'
import { problemWith, type ReleaseRequest, releaseOf } from './release-step.ts'
import { runWritten } from './test-run.ts'

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
const ENDED_BY_RELEASE = new Set(['fingerprint-differs', 'version-behind'])

/** Exit 0: released. 1: the codebook has errors, or the step is too small; nothing is written. */
export async function codebookRelease(
  [wanted, named]: readonly string[],
  options: ReleaseOptions,
  io: Io,
): Promise<number> {
  const request = requestOf(wanted, options, io)
  const settings = await settingsFor(named, io)
  const file = settings.codebook()
  const { codebook, errors } = await checked(settings, io)
  if (codebook === undefined) return refuse(file.path, { errors, problem: undefined }, io)
  checkOrder(request, codebook)
  await checkRecord(codebook, io)
  const last = await lastRelease(codebook, { against: options.against, cwd: io.cwd })
  const problem = problemWith(request.bump, codebook, last)
  if (errors.length > 0 || problem !== undefined) return refuse(file.path, { errors, problem }, io)
  const release = releaseOf(request, codebook, last)
  const text = withRelease(file.text, release)
  const faults = await faultsIn({ path: file.path, text }, codebook, release)
  if (faults.length > 0) return refuse(file.path, { errors: faults, problem: undefined }, io)
  replaceText(resolve(io.cwd, file.path), text, file.path)
  tell(release, { codebook, last, io })
  return DONE
}

function requestOf(wanted: string | undefined, options: ReleaseOptions, io: Io): ReleaseRequest {
  const bump = BUMPS.find((one) => one === wanted)
  if (bump === undefined) {
    throw new CannotRun(`“${wanted ?? ''}” is no step. Say patch, minor or major.`)
  }
  const note = options.message?.trim() ?? ''
  if (note === '') throw new CannotRun('Say what changed and why: -m "two rules for agency staff".')
  const date = options.date ?? io.today()
  const time = DATE.test(date) ? Date.parse(date) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, date.length) !== date)
    throw new CannotRun(`“${date}” is no date such as 2026-11-22.`)
  return { bump, note, date }
}

function checkOrder({ date }: ReleaseRequest, { changes }: Codebook): void {
  const later = changes.find((change) => change.date > date)
  if (later === undefined) return
  throw new CannotRun(
    `${date} is before ${later.date}, the day of version ${later.version} in \`changes\`. Give a later --date, or correct that one.`,
  )
}

/** What was released stays as it was recorded: else the next release would be compared with nothing. */
async function checkRecord(codebook: Codebook, { cwd }: Io): Promise<void> {
  const lost = await unrecorded(codebook, cwd)
  if (lost === undefined) return
  throw new CannotRun(
    `The last commit records version ${lost.version} with the fingerprint ${lost.fingerprint}, and \`changes\` here does not. A release is never edited: put its entry back as it was (voices codebook diff git:HEAD ${codebook.path} shows the changes).`,
  )
}

async function settingsFor(named: string | undefined, io: Io): Promise<Settings> {
  const given = { ...(named !== undefined && { codebook: named }) }
  const settings = await readSettings([], given, io.cwd)
  if (!settings.codebook().isBundled) return settings
  throw new CannotRun(
    'There is no codebook here, and the one bundled with voices is not yours to release. Name a file: voices codebook release minor codebooks/school.yaml -m "…".',
  )
}

/** The codebook, where it can be read, and the errors that a release does not end. */
async function checked(
  settings: Settings,
  { cwd }: Io,
): Promise<{ codebook: Codebook | undefined; errors: readonly Diagnostic[] }> {
  const { value, diagnostics } = await readCodebook(settings.codebook())
  const unread = diagnostics.filter(isError)
  if (value === undefined || unread.length > 0) return { codebook: undefined, errors: unread }
  const { unit, excludedRoles } = value
  const matcher = await compileCodebook(value, unit)
  const tests = await runWritten(matcher, settings, { unit, excludedRoles, cwd })
  const found = [...lintCodebook(value), ...tests.diagnostics, ...tests.results.flatMap(failure)]
  const errors = found.filter((one) => isError(one) && !ENDED_BY_RELEASE.has(one.id))
  return { codebook: value, errors: sortDiagnostics(errors) }
}

function failure({
  outcome,
  id,
  complaint,
  path,
  line,
  column,
}: TestResult): readonly Diagnostic[] {
  if (outcome !== 'failed') return []
  return [{ severity: 'error', id, message: complaint?.shown ?? '', path, line, column }]
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** Says why nothing is released. */
function refuse(
  path: string,
  { errors, problem }: { errors: readonly Diagnostic[]; problem: string | undefined },
  io: Io,
): number {
  io.err(toLines(errors, colours(io.showsProgress)))
  if (problem !== undefined) io.err(`${problem}\n`)
  if (errors.length > 0) io.err(`${path} is not released until this is mended.\n`)
  return FOUND
}

/** What is wrong with the text of a release: errors, and nothing else of the file may have changed. */
async function faultsIn(
  file: { readonly path: string; readonly text: string },
  codebook: Codebook,
  release: Release,
): Promise<readonly Diagnostic[]> {
  const { value, diagnostics } = await readCodebook(file)
  if (value === undefined || contentOf(value) !== contentOf(asReleased(codebook, release))) {
    throw new CannotRun(
      `${file.path}: nothing was written, since the release would change the rest of the file. Write the codebook in lines and not in braces, with \`version:\`, \`changes:\` and \`retired:\` on lines of their own, and their values without anchors (&, *).`,
    )
  }
  return [...diagnostics, ...lintCodebook(value)].filter(isError)
}

/** The codebook as it must be read again when the release is written. */
function asReleased(codebook: Codebook, release: Release): Codebook {
  const { version, date, note, fingerprint } = release
  const place = { line: 0, column: 0 }
  const gone = release.retired.map(({ id, into }) => ({
    id,
    since: version,
    mergedInto: into,
    ...place,
  }))
  const change = { version, date, note, fingerprint, ...place }
  return {
    ...codebook,
    version,
    retired: [...gone, ...codebook.retired],
    changes: [change, ...codebook.changes],
  }
}

function tell(
  { version, retired }: Release,
  { codebook, last, io }: { codebook: Codebook; last: LastRelease; io: Io },
): void {
  const { id, path, fingerprint } = codebook
  const isFirst = last.recorded === undefined && last.codebook === undefined
  const first = ': its first recorded release, so nothing before it was compared'
  io.out(`${id} ${version} is recorded in ${path}${isFirst ? first : ''}.\n`)
  for (const { id: gone, into } of retired) {
    io.out(`Retired: ${gone}${into === undefined ? '' : `, now ${into}`}.\n`)
  }
  const { recorded } = last
  if (last.codebook !== undefined || recorded === undefined) return
  if (recorded.fingerprint === fingerprint) return
  io.err(
    `Themes that are gone since ${recorded.version} are not listed in \`retired\`, since there was nothing to compare with: ${last.source}. Add them, or undo this and say --against.\n`,
  )
}
