/** The codebook as it was released last, to see what changed since. */
import { relative, resolve } from 'node:path'
import { compareVersions } from '../codebook/version.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { type FileHistory, historyOf, isRevision, readAtRevision } from '../disk/git.ts'
import { readText } from '../disk/project-files.ts'
import type { Codebook } from '../types.ts'
import { readCodebook } from './load-codebook.ts'

/** The release before this one. */
export interface LastRelease {
  /** Its version and fingerprint in `changes`; undefined where none is recorded. */
  readonly recorded: Recorded | undefined
  /** The codebook as it was then; undefined where it cannot be had. */
  readonly codebook: Codebook | undefined
  /** Where it was found, or why it was not: part of a sentence. */
  readonly source: string
}

/** A version with the fingerprint that was recorded for it. */
export interface Recorded {
  readonly version: string
  readonly fingerprint: string
}

/** What `--against` names, else the file in git when its newest recorded version was committed. */
export async function lastRelease(
  codebook: Codebook,
  { against, cwd }: { readonly against: string | undefined; readonly cwd: string },
): Promise<LastRelease> {
  const recorded = newestRecorded(codebook)
  if (against !== undefined) {
    return { recorded, codebook: await named(against, codebook.path, cwd), source: against }
  }
  if (recorded === undefined) return { recorded, codebook: undefined, source: '' }
  const file = resolve(cwd, codebook.path)
  const { texts, lack } = historyOf(file, recorded.fingerprint)
  for (const text of texts) {
    const { value } = await readCodebook({ path: codebook.path, text })
    if (value !== undefined && isReleased(value, recorded)) {
      return { recorded, codebook: value, source: 'git' }
    }
  }
  return { recorded, codebook: undefined, source: reason(lack, codebook.path, recorded.version) }
}

/** A version that the last commit records, and that is gone here or has another fingerprint. */
export async function unrecorded(
  { id, path, changes }: Codebook,
  cwd: string,
): Promise<Recorded | undefined> {
  const text = atHead(path, cwd)
  if (text === undefined) return undefined
  const { value } = await readCodebook({ path, text })
  // Another codebook at the same place has a history of its own.
  if (value?.id !== id) return undefined
  const here = new Map(changes.map(({ version, fingerprint }) => [version, fingerprint]))
  for (const { version, fingerprint } of value.changes) {
    if (fingerprint !== undefined && here.get(version) !== fingerprint) {
      return { version, fingerprint }
    }
  }
  return undefined
}

/** The file as it was committed last; undefined where git does not know it. */
function atHead(path: string, cwd: string): string | undefined {
  try {
    return readAtRevision('git:HEAD', { cwd, path }).text
  } catch (error) {
    if (error instanceof CannotRun) return undefined
    throw error
  }
}

function newestRecorded({ changes }: Codebook): Recorded | undefined {
  return changes
    .flatMap(({ version, fingerprint }) =>
      fingerprint === undefined ? [] : [{ version, fingerprint }],
    )
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .at(-1)
}

async function named(against: string, path: string, cwd: string): Promise<Codebook> {
  const text = isRevision(against)
    ? readAtRevision(against, { cwd, path: relative(cwd, resolve(cwd, path)) }).text
    : readText(resolve(cwd, against), against)
  const { value } = await readCodebook({ path: against, text })
  if (value !== undefined) return value
  throw new CannotRun(`${against}: this is no codebook that can be read.`)
}

/** Whether a codebook is as it was recorded, with no edit since. */
function isReleased({ version, fingerprint }: Codebook, recorded: Recorded): boolean {
  return version === recorded.version && fingerprint === recorded.fingerprint
}

function reason(lack: FileHistory['lack'], path: string, version: string): string {
  switch (lack) {
    case 'no git':
      return 'git is not installed'
    case 'no repository':
      return `${path} is in no git repository`
    case 'shallow clone':
      return `this clone is shallow and does not reach back to ${version} (git fetch --unshallow fetches the rest)`
    case undefined:
      return `no commit holds ${path} as ${version} was recorded (commit a release before the next edit)`
  }
}
