/** Files at a revision of a git repository, read without touching the work tree. */
import { execFileSync } from 'node:child_process'
import { CannotRun, isSystemError } from './cannot-run.ts'

/** A file at a revision. */
export interface FileAtRevision {
  readonly text: string
  /** For people: `codebooks/x.yaml at main`. */
  readonly label: string
}

/** Whether something is said of git and not of a file: `git:main`. */
export function isRevision(spec: string): boolean {
  return spec.startsWith(PREFIX)
}

/**
 * Reads `git:REVISION` or `git:REVISION:PATH`; `path`, seen from `cwd`, is the file that is meant
 * where the spec names none. A path in the spec is seen from the root of the repository, as git does.
 */
export function readAtRevision(
  spec: string,
  { cwd, path }: { readonly cwd: string; readonly path: string },
): FileAtRevision {
  const [revision = '', ...rest] = spec.slice(PREFIX.length).split(':')
  if (revision === '' || revision.startsWith('-')) {
    throw new CannotRun(
      `“${spec}” names no revision. Write git:REVISION or git:REVISION:PATH, for example git:main or git:v1.2.0:codebooks/care.yaml.`,
    )
  }
  const named = rest.join(':')
  checkRevision(revision, cwd)
  const file = named === '' ? `./${path}` : named
  const shown = named === '' ? path : named
  const blob = git(['cat-file', 'blob', `${revision}:${file}`], cwd)
  if (blob === undefined) {
    throw new CannotRun(
      `There is no file ${shown} at ${revision}. If it had another name then, say so: git:${revision}:OTHER/NAME.yaml.`,
    )
  }
  return { text: blob, label: `${shown} at ${revision}` }
}

/** The commits that changed a file, newest first, as many as are worth looking through. */
export function revisionsOf(path: string, cwd: string): readonly string[] {
  const listed = git(['log', `--max-count=${MOST_REVISIONS}`, '--format=%H', '--', path], cwd)
  return (listed ?? '').split('\n').filter((line) => line !== '')
}

const MOST_REVISIONS = 500

function checkRevision(revision: string, cwd: string): void {
  if (git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], cwd))
    return
  if (git(['rev-parse', '--git-dir'], cwd) === undefined) {
    throw new CannotRun(`git:${revision}: this folder is in no git repository.`)
  }
  const isShallow = git(['rev-parse', '--is-shallow-repository'], cwd)?.trim() === 'true'
  throw new CannotRun(
    isShallow
      ? `git:${revision}: this clone is shallow and does not hold that revision. Fetch it: git fetch --unshallow; in a GitHub workflow, give actions/checkout \`fetch-depth: 0\`.`
      : `git:${revision}: there is no such revision here. See git branch --all and git tag, or fetch it first.`,
  )
}

/** What git prints; undefined where it says no. */
function git(args: readonly string[], cwd: string): string | undefined {
  try {
    const env = {
      ...process.env,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_LAZY_FETCH: '1',
    }
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    return execFileSync('git', args, { cwd, env, stdio, encoding: 'utf8', maxBuffer: MOST_BYTES })
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') {
      throw new CannotRun('git is not installed, or not found in PATH; revisions cannot be read.')
    }
    return undefined
  }
}

const PREFIX = 'git:'
/** Of a codebook. */
const MOST_BYTES = 64 * 1024 * 1024
