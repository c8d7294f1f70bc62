/** The two versions of a codebook that `voices codebook diff` compares: files or git revisions. */
import { relative, resolve } from 'node:path'
import { CannotRun } from '../disk/cannot-run.ts'
import { isRevision, pathInRevision, readAtRevision } from '../disk/git.ts'
import { exists, readText } from '../disk/project-files.ts'
import { type GivenOptions, readSettings } from '../settings.ts'

/** A version that was named, and its text. */
export interface NamedVersion {
  readonly path: string
  /** For people: `codebooks/x.yaml at main`. */
  readonly label: string
  readonly text: string
}

/**
 * Reads both: the earlier one is `against`, else the first argument; the later one the next, else,
 * where the first is a revision, the codebook of the project. A revision without a path means the file of the other argument.
 */
export async function versionsToCompare(
  args: readonly string[],
  options: GivenOptions & { readonly against: string | undefined },
  cwd: string,
): Promise<{ readonly before: NamedVersion; readonly after: NamedVersion }> {
  const [first, second, third] = options.against === undefined ? args : [options.against, ...args]
  if (first === undefined) {
    throw new CannotRun(
      'Name the earlier version, for example: voices codebook diff git:main codebooks/care.yaml',
    )
  }
  if (third !== undefined) {
    throw new CannotRun(
      `Two versions can be compared, and these are three: ${first}, ${second}, ${third}. With --against, name one codebook.`,
    )
  }
  if (second === undefined && !isRevision(first)) {
    throw new CannotRun(
      `Name what ${first} is compared with: a file, or a revision such as voices codebook diff git:HEAD ${first}`,
    )
  }
  const settings = await readSettings([], options, cwd)
  const ofProject = () => {
    const named = pathInRevision(first)
    if (named !== undefined && exists(resolve(cwd, named), named)) {
      return { path: named, text: readText(resolve(cwd, named), named) }
    }
    const codebook = settings.codebook()
    if (!codebook.isBundled) return codebook
    throw new CannotRun(
      `There is no codebook here to compare with ${first}. Name one: voices codebook diff ${first} codebooks/school.yaml`,
    )
  }
  return {
    before: version(first, second),
    after: second === undefined ? labelled(ofProject()) : version(second, first),
  }

  function version(spec: string, other: string | undefined): NamedVersion {
    if (!isRevision(spec)) {
      return labelled({ path: spec, text: readText(resolve(cwd, spec), spec) })
    }
    const named = pathInRevision(spec) ?? pathInRevision(other ?? '')
    if (named !== undefined) {
      const whole = pathInRevision(spec) === undefined ? `${spec}:${named}` : spec
      return { path: named, ...readAtRevision(whole, { cwd, path: named }) }
    }
    const file = other === undefined || isRevision(other) ? ofProject().path : other
    const path = relative(cwd, resolve(cwd, file))
    return { path, ...readAtRevision(spec, { cwd, path }) }
  }
}

function labelled({ path, text }: { readonly path: string; readonly text: string }): NamedVersion {
  return { path, text, label: path }
}
