/** Names of roles that the analyst writes: to leave out, or in a list of participants. */
import { nearestName } from './codebook/nearest.ts'
import { CannotRun } from './disk/cannot-run.ts'
import { ROLE_NAMES, roleName, UNKNOWN_ROLE, vocabularyRole } from './ingest/roles.ts'

/** Where names of roles were written, and which names there are beside the known ones. */
export interface RoleNames {
  /** For messages: `--exclude-roles`. */
  readonly where: string
  /** Roles of the analyst's own making. */
  readonly own: readonly string[]
}

/**
 * Refuses a role of the analyst's own that looks like a slip for a known one: `yonug_person`. Any
 * other name is a role of her own making.
 */
export function refuseSlips(roles: ReadonlyMap<string, string>, where: string): void {
  for (const [label, written] of roles) {
    const name = roleName(written)
    if (vocabularyRole(name) !== UNKNOWN_ROLE || name === UNKNOWN_ROLE) continue
    const near = nearestName(name, ROLE_NAMES)
    if (near === undefined || near.length < SHORTEST_SLIP) continue
    throw new CannotRun(
      `${where}: ${label}: there is no role \`${written}\`. Did you mean \`${near}\`?`,
    )
  }
}

/** Letters: shorter names are near to too many words. */
const SHORTEST_SLIP = 6

/** Names of roles, in a list or with commas between them; `none` for no role. */
export function rolesIn(written: readonly string[], where: string): readonly string[] {
  const names = written
    .flatMap((list) => list.split(','))
    .map(roleName)
    .filter((name) => name !== '')
  if (names.length === 1 && names[0] === 'none') return []
  if (names.length > 0 || written.length === 0) return names
  throw new CannotRun(`${where}: no role is named. To leave out no role, say none.`)
}

/**
 * Refuses names of roles that there are not: an interviewer's words that count because of a slip are
 * the worst kind of error.
 */
export function refuseUnknownRoles(names: readonly string[], { where, own }: RoleNames): void {
  const known = [...new Set([...ROLE_NAMES, ...own])]
  for (const name of names) {
    if (own.includes(name) || name === UNKNOWN_ROLE) continue
    const meant = vocabularyRole(name)
    if (meant === name) continue
    const near = meant === UNKNOWN_ROLE ? nearestName(name, known) : meant
    const question = near === undefined ? '' : ` Did you mean \`${near}\`?`
    throw new CannotRun(
      `${where}: there is no role \`${name}\`.${question} Roles are ${known.join(', ')}; or none.`,
    )
  }
}
