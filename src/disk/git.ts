/**
 * Files at a revision of a git repository, read without touching the work tree. The repository is the
 * one that the file lies in, wherever the program was started: a submodule is one of its own.
 */
import { execFileSync } from 'node:child_process'
import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
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

const PREFIX = 'git:'

/**
 * Reads `git:REVISION` or `git:REVISION:PATH`; `path`, seen from `cwd`, is the file that is meant
 * where the spec names none. A path in the spec is seen from the root of the repository, as git does.
 */
export function readAtRevision(
  spec: string,
  { cwd, path }: { readonly cwd: string; readonly path: string },
): FileAtRevision {
  const { revision, named } = partsOf(spec)
  const { folder, name } = repositoryOf(resolve(cwd, path), named === undefined ? undefined : cwd)
  if (!isInRepository(folder)) {
    throw new CannotRun(`git:${revision}: ${named ?? path} is in no git repository.`)
  }
  checkRevision(revision, folder)
  const shown = named ?? path
  const text = blobAt(revision, named ?? `./${name}`, folder)
  if (text === undefined) {
    throw new CannotRun(
      `There is no file ${shown} at ${revision}. If it had another name then, say so: git:${revision}:OTHER/NAME.yaml.`,
    )
  }
  return { text, label: `${shown} at ${revision}` }
}

/** What git knows of a file. */
export interface FileHistory {
  /** The file as it was committed when something came in or went, oldest first. */
  readonly texts: readonly string[]
  /** Why there may be too few of them. */
  readonly lack: 'no git' | 'no repository' | 'shallow clone' | undefined
}

/** The commits in which a file gained or lost a text, under whatever name it had. */
export function historyOf(path: string, text: string): FileHistory {
  try {
    return committedTexts(path, text)
  } catch (error) {
    if (error instanceof CannotRun) return { texts: [], lack: 'no git' }
    throw error
  }
}

function committedTexts(path: string, text: string): FileHistory {
  const { folder, name } = repositoryOf(path)
  if (!isInRepository(folder)) return { texts: [], lack: 'no repository' }
  const listed = git([...LIST_COMMITS, `-S${text}`, '--', nameInHistory(name, folder)], folder)
  const found = new Map(
    Array.from((listed ?? '').matchAll(COMMIT), ({ groups }) => [
      groups?.commit ?? '',
      groups?.path ?? '',
    ]),
  )
  const texts = [...found].reverse().flatMap(([commit, file]) => blobAt(commit, file, folder) ?? [])
  return { texts, lack: isShallow(folder) ? 'shallow clone' : undefined }
}

/** Newest first, with the name that the file had then; a merge is compared with each of its parents. */
const LIST_COMMITS = [
  ...['log', '--follow', '-m', '-z', '--format=%H', '--name-only'],
  // The text as it is committed, whatever the settings of this machine.
  ...['--no-textconv', '--no-ext-diff'],
] as const
/** `5d66…` and `b/old.yaml`, each with a zero behind it. */
const COMMIT = /(?<commit>[0-9a-f]{40,64})\0\n?(?<path>[^\0]+)\0/gu

/** The name by which the last commit knows a file: the old one where a move is staged only. */
function nameInHistory(name: string, folder: string): string {
  const moves = git(STAGED_MOVES, folder) ?? ''
  const root = git(['rev-parse', '--show-prefix'], folder)?.trimEnd() ?? ''
  for (const { groups } of moves.matchAll(MOVE)) {
    if (groups?.to === root + name) return `:(top,literal)${groups.from}`
  }
  return `:(literal)${name}`
}

const STAGED_MOVES = 'diff --cached --find-renames --diff-filter=R --name-status -z HEAD'.split(' ')
/** `R100`, `b/old.yaml` and `b/new.yaml`, each with a zero behind it. */
const MOVE = /R\d+\0(?<from>[^\0]+)\0(?<to>[^\0]+)\0/gu

/** `git:HEAD@{2026-11-22 10:00:00}:a.yaml`: a colon in braces belongs to the revision. */
const SPEC = /^(?<revision>(?:\{[^}]*\}|[^:])*)(?::(?<named>.*))?$/su

/** `codebooks/x.yaml` of `git:main:codebooks/x.yaml`; undefined where no file is named. */
export function pathInRevision(spec: string): string | undefined {
  return isRevision(spec) ? partsOf(spec).named : undefined
}

function partsOf(spec: string): { revision: string; named: string | undefined } {
  const { revision = '', named = '' } = SPEC.exec(spec.slice(PREFIX.length))?.groups ?? {}
  if (revision === '' || revision.startsWith('-')) {
    throw new CannotRun(
      `“${spec}” names no revision. Write git:REVISION or git:REVISION:PATH, for example git:main or git:v1.2.0:codebooks/care.yaml.`,
    )
  }
  return { revision, named: named === '' ? undefined : named }
}

/**
 * Where to run git for a file, and the file seen from there. A link is followed: git keeps only where
 * it leads. Where the file is in no repository, that of another folder may do.
 */
function repositoryOf(path: string, otherwise?: string): { folder: string; name: string } {
  const file = realPath(path)
  const parent = join(realPath(dirname(file)), basename(file))
  let folder = dirname(parent)
  while (!isFolder(folder) && folder !== dirname(folder)) folder = dirname(folder)
  const name = relative(folder, parent).replaceAll(sep, '/')
  return { folder: otherwise === undefined || isInRepository(folder) ? folder : otherwise, name }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (isSystemError(error)) return path
    throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function blobAt(revision: string, path: string, folder: string): string | undefined {
  return git(['cat-file', 'blob', `${revision}:${path}`], folder)
}

function checkRevision(revision: string, folder: string): void {
  const wanted = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  if (git(wanted, folder) !== undefined) return
  throw new CannotRun(
    isShallow(folder)
      ? `git:${revision}: this clone is shallow and does not hold that revision. Fetch it: git fetch --unshallow; in a GitHub workflow, give actions/checkout \`fetch-depth: 0\`.`
      : `git:${revision}: there is no such revision here. See git branch --all and git tag, or fetch it first.`,
  )
}

function isInRepository(folder: string): boolean {
  return git(['rev-parse', '--git-dir'], folder) !== undefined
}

function isShallow(folder: string): boolean {
  return git(['rev-parse', '--is-shallow-repository'], folder)?.trim() === 'true'
}

/** What git prints; undefined where it says no. */
function git(args: readonly string[], cwd: string): string | undefined {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    return execFileSync('git', [...IN_ANY_ORDER, ...args], {
      cwd,
      env: environment(),
      stdio,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
    })
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') {
      throw new CannotRun('git is not installed, or not found in PATH; revisions cannot be read.')
    }
    return undefined
  }
}

/** A file that says in which order to list files may be missing, and then git lists none. */
const IN_ANY_ORDER = ['-c', 'diff.orderFile=/dev/null'] as const
/** Of a codebook. */
const MOST_BYTES = 64 * 1024 * 1024

/** Without what git tells its hooks of the repository that they run in: the file says which is meant. */
function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...others } = process.env
  return { ...others, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' }
}
