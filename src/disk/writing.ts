import { CannotRun, isSystemError, reasonOf } from './cannot-run.ts'

/** Does something that writes to a folder; says what to do where the system refuses. */
export function writing<T>(folder: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOSPC') {
      throw new CannotRun(
        `${folder}: the disk is full. Nothing was changed there; free some space, or choose another folder with --out.`,
      )
    }
    throw new CannotRun(
      `${folder}: cannot be written (${reasonOf(error)}). Choose another folder with --out.`,
    )
  }
}
