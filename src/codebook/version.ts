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
