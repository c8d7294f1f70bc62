/** What is released, and whether the step that was asked for is enough. */
import { compareCodebooks, requiredBump } from '../codebook/compare.ts'
import { isSameContent } from '../codebook/content.ts'
import { movedThemes } from '../codebook/moved-themes.ts'
import { nearestName } from '../codebook/nearest.ts'
import type { Release } from '../codebook/release.ts'
import { allows, type Bump, versionToRelease } from '../codebook/version.ts'
import type { Codebook } from '../types.ts'
import type { LastRelease } from './last-release.ts'

/** What the analyst asks for. */
export interface ReleaseRequest {
  readonly bump: Bump
  readonly note: string
  /** `2026-11-22`. */
  readonly date: string
}

/** The release that a request gives: its version, and the themes that are gone since the last one. */
export function releaseOf(
  { bump, note, date }: ReleaseRequest,
  codebook: Codebook,
  { codebook: released }: LastRelease,
): Release {
  const known = [...codebook.changes, ...(released === undefined ? [] : [released])]
  const recorded = known.map(({ version }) => version)
  return {
    version: versionToRelease(codebook.version, { recorded, bump }),
    date,
    note,
    fingerprint: codebook.fingerprint,
    retired: released === undefined ? [] : goneFrom(released, codebook),
  }
}

/** Why the step is none, or too small, if it is. */
export function problemWith(bump: Bump, codebook: Codebook, last: LastRelease): string | undefined {
  const { recorded, codebook: released, source } = last
  if (recorded !== undefined && codebook.fingerprint !== recorded.fingerprint && bump !== 'major') {
    const other = released !== undefined && released.fingerprint !== recorded.fingerprint
    if (other) return notTheRelease(source, recorded.version)
    if (released === undefined) return nothingToCompare(source, recorded.version)
  }
  if (released === undefined) return undefined
  const stranger = strangeRetired(released, codebook)
  if (stranger !== undefined) return stranger
  if (recorded !== undefined && isSameContent(released, codebook))
    return `Nothing has changed since ${released.version}, so there is nothing to release.`
  return tooSmall(bump, codebook, released)
}

function notTheRelease(source: string, version: string): string {
  return `${source} does not have the rules recorded for ${version}, so it does not show what changed since. Name the file or revision that has them, or release a major version.`
}

function nothingToCompare(source: string, version: string): string {
  return `The rules are not those recorded for ${version}, and there is nothing to compare them with: ${source}. Say what was released with --against FILE or --against git:REVISION, or release a major version.`
}

function tooSmall(bump: Bump, codebook: Codebook, released: Codebook): string | undefined {
  const changes = compareCodebooks(released, codebook)
  const required = requiredBump(changes)
  if (allows(bump, required)) return undefined
  const reasons = changes.filter((change) => change.bump === required).slice(0, MOST_REASONS)
  const list = reasons.map(
    ({ theme, text }) => `  ${theme === undefined ? '' : `${theme}: `}${text}`,
  )
  return `A ${bump} version cannot hold these changes since ${released.version}; they need a ${required} one:\n${list.join('\n')}`
}

const MOST_REASONS = 5

/**
 * An entry of `retired` that must mean a theme that is gone and is not listed: an id is the whole path,
 * `parent/child`. Others may be of a time before the last release.
 */
function strangeRetired(released: Codebook, codebook: Codebook): string | undefined {
  const listed = new Set([...codebook.themes, ...codebook.retired].map(({ id }) => id))
  const gone = released.themes.map(({ id }) => id).filter((id) => !listed.has(id))
  const known = new Set([...released.themes, ...released.retired].map(({ id }) => id))
  for (const { id } of codebook.retired) {
    if (known.has(id)) continue
    const meant = gone.find((one) => one.endsWith(`/${id}`)) ?? nearestName(id, gone)
    if (meant === undefined) continue
    return `\`retired\` names ${id}, and ${released.version} has no theme of this id. Did you mean ${meant}?`
  }
  return undefined
}

/** Themes that are gone since a release and are not listed as retired. */
function goneFrom(released: Codebook, codebook: Codebook): Release['retired'] {
  const moves = movedThemes(released, codebook)
  const known = new Set([
    ...codebook.themes.map(({ id }) => id),
    ...codebook.retired.map(({ id }) => id),
  ])
  return released.themes
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ id, into: moves.get(id)?.to }))
}
