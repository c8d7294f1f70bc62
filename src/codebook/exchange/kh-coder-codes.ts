/** Codes of KH Coder that name other codes: the conditions of those stand in for their names. */

import { thousands } from '../../amount.ts'
import type { Condition, Token } from './kh-coder-condition.ts'

/** The codes that stand above, and how many conditions of theirs a file may still repeat. */
export interface KnownCodes {
  readonly byName: Map<string, Known>
  left: number
}

/** A condition, how many there are in it, and how many stand in one another. */
interface Known {
  readonly condition: Condition
  readonly size: number
  readonly depth: number
}

/** No code yet. */
export function noCodes(): KnownCodes {
  return { byName: new Map(), left: MOST_COPIES }
}

/** Takes a code into those that may be named below it. */
export function addCode(name: string, condition: Condition, { byName }: KnownCodes): void {
  byName.set(name, { condition, ...extentOf(condition) })
}

/** Conditions that names of codes may add to a file: codes of codes of codes grow without end. */
const MOST_COPIES = 100_000
/** Conditions in conditions that a name may stand for; nobody nests so far. */
const DEEPEST = 200
const TOO_LONG = `The condition is left out: codes that name codes would make more than ${thousands(MOST_COPIES)} conditions of this file, or nest without end.`
const NO_CODE = 'The condition is left out: no code of this name stands above.'

/** The condition with those of the codes above it in place of their names. */
export function withCodes(condition: Condition, codes: KnownCodes): Condition {
  switch (condition.kind) {
    case 'any':
    case 'all':
      return { kind: condition.kind, of: condition.of.flatMap(partsIn(condition.kind, codes)) }
    case 'not':
      return { kind: 'not', of: withCodes(condition.of, codes) }
    case 'code':
      return conditionOf(condition, codes)
    default:
      return condition
  }
}

/** The parts of a part: alternatives among alternatives are alternatives. */
function partsIn(kind: 'any' | 'all', codes: KnownCodes) {
  return (part: Condition): readonly Condition[] => {
    const whole = withCodes(part, codes)
    return whole.kind === kind ? whole.of : [whole]
  }
}

function conditionOf(
  { at, name }: Condition & { readonly kind: 'code' },
  codes: KnownCodes,
): Condition {
  const known = codes.byName.get(name)
  if (known === undefined) return { kind: 'other', why: NO_CODE, at }
  if (known.size > codes.left || known.depth > DEEPEST) return { kind: 'other', why: TOO_LONG, at }
  codes.left -= known.size
  return known.condition
}

function extentOf(condition: Condition): Omit<Known, 'condition'> {
  let size = 1
  let depth = 0
  for (const part of partsOf(condition)) {
    const extent = extentOf(part)
    size += extent.size
    depth = Math.max(depth, extent.depth)
  }
  return { size, depth: depth + 1 }
}

function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'not') return [condition.of]
  return condition.kind === 'any' || condition.kind === 'all' ? condition.of : []
}

/** Where a condition begins. */
export function firstToken(condition: Condition): Token {
  let current: Condition | undefined = condition
  while (current !== undefined) {
    if (current.kind === 'not') current = current.of
    else if (current.kind === 'any' || current.kind === 'all') current = current.of[0]
    else return current.at
  }
  return { text: '', line: 0 }
}
