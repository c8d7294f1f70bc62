/** A problem with the machine or with what was asked, not with a text: exit 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}

/** What the system said, in a few words: `permission denied`. */
export function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error)
  return REASONS.get(error.code) ?? error.code
}

const REASONS = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['ENOENT', 'no such file or folder'],
  ['ENOTDIR', 'a file stands where a folder should be'],
  ['EISDIR', 'it is a folder'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the space that you may use is full'],
  ['EFBIG', 'the file would be larger than is allowed'],
  ['EBUSY', 'another program is using it'],
  ['EIO', 'the disk reports a fault'],
  ['ELOOP', 'the links lead in a circle'],
  ['EEXIST', 'it exists already'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the name is too long'],
])

/** Whether an error came from the operating system, with a code such as `ENOENT`. */
export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
