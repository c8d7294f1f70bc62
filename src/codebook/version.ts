/** -1, 0 or 1: whether version `a` is older than, the same as or newer than `b` (https://semver.org). */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a)
  const right = partsOf(b)
  for (let i = 0; i < 3; i += 1) {
    const difference = compareParts(left.numbers[i] ?? '0', right.numbers[i] ?? '0')
    if (difference !== 0) return difference
  }
  return compareDrafts(left.draft, right.draft)
}

interface VersionParts {
  readonly numbers: readonly string[]
  /** `draft.1` of `1.0.0-draft.1`, split at its dots; empty for a release. */
  readonly draft: readonly string[]
}

function partsOf(version: string): VersionParts {
  const [precedence = ''] = version.split('+')
  const hyphen = precedence.indexOf('-')
  if (hyphen === -1) return { numbers: precedence.split('.'), draft: [] }
  return {
    numbers: precedence.slice(0, hyphen).split('.'),
    draft: precedence.slice(hyphen + 1).split('.'),
  }
}

/** A release is newer than its drafts; of two drafts the one with more parts is newer. */
function compareDrafts(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length)
  for (const [i, part] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    const difference = compareParts(part, other)
    if (difference !== 0) return difference
  }
  return a.length === b.length ? 0 : -1
}

/** `12`. */
const DIGITS = /^\d+$/u

/** Numbers as numbers and before words. */
function compareParts(a: string, b: string): number {
  const isNumber = DIGITS.test(a)
  if (isNumber !== DIGITS.test(b)) return isNumber ? -1 : 1
  if (isNumber && a.length !== b.length) return Math.sign(a.length - b.length)
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** What a new version may do: nothing at all, no coding, new themes, anything. */
export type Bump = 'none' | 'patch' | 'minor' | 'major'

const BUMPS: readonly Bump[] = ['none', 'patch', 'minor', 'major']

/** Whether a bump allows what another asks for. */
export function allows(declared: Bump, required: Bump): boolean {
  return BUMPS.indexOf(declared) >= BUMPS.indexOf(required)
}

/** The greater of two bumps. */
export function greaterBump(a: Bump, b: Bump): Bump {
  return allows(a, b) ? a : b
}

/** The bump from one version to another; undefined where the other is older. */
export function bumpBetween(before: string, after: string): Bump | undefined {
  if (compareVersions(before, after) > 0) return undefined
  const old = partsOf(before).numbers
  const now = partsOf(after).numbers
  if (old[0] !== now[0]) return 'major'
  if (old[1] !== now[1]) return 'minor'
  if (compareVersions(before, after) === 0) return 'none'
  // 2.0.0-draft.1 becomes 2.0.0: what a draft is on the way to, it may change as well.
  const isStep = isDraft(before) && old[2] === now[2]
  if (!isStep || now[2] !== '0') return 'patch'
  return now[1] === '0' ? 'major' : 'minor'
}

/** The next version: 1.4.2 with `minor` is 1.5.0; drafts and build marks are dropped. */
export function nextVersion(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = partsOf(version).numbers.map(Number)
  switch (bump) {
    case 'major':
      return `${major + 1}.0.0`
    case 'minor':
      return `${major}.${minor + 1}.0`
    case 'patch':
      return `${major}.${minor}.${patch + 1}`
    case 'none':
      return version
  }
}

/**
 * The version of a release: above all that are recorded, and at least the step above the last one
 * that is no draft. A version that was set and never recorded is kept where that is enough: 2.0.0
 * after 1.4.0 is a major step, and so is 2.0.0-draft.1, which becomes 2.0.0.
 */
export function versionToRelease(
  version: string,
  { recorded, bump }: { readonly recorded: readonly string[]; readonly bump: Bump },
): string {
  const inOrder = recorded.toSorted(compareVersions)
  const last = inOrder.at(-1)
  const base = inOrder.findLast((one) => !isDraft(one))
  const greatest = last === undefined || compareVersions(version, last) > 0 ? version : last
  const wanted = partsOf(greatest).numbers.join('.')
  const isNew = last === undefined ? isDraft(version) : compareVersions(wanted, last) > 0
  const step = base === undefined ? bump : bumpBetween(base, wanted)
  return isNew && step !== undefined && allows(step, bump) ? wanted : nextVersion(greatest, bump)
}

/** Whether a version is one on the way: `2.0.0-draft.1`. */
export function isDraft(version: string): boolean {
  return partsOf(version).draft.length > 0
}
