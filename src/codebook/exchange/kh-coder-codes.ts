/** Codes of KH Coder that name other codes: the conditions of those stand in for their names. */

import type { Condition, Token } from './kh-coder-condition.ts'

/** The condition with those of the codes above it in place of their names. */
export function withCodes(condition: Condition, codes: ReadonlyMap<string, Condition>): Condition {
  const whole = replaced(condition, codes)
  const isEndless = sizeUpTo(MOST_CONDITIONS, whole) >= MOST_CONDITIONS
  return isEndless ? { kind: 'other', why: TOO_LONG, at: firstToken(condition) } : whole
}

const TOO_LONG =
  'The condition is left out: with the codes that it names it is longer than anybody could read.'
const NO_CODE = 'The condition is left out: no code of this name stands above.'
/** Codes of codes of codes grow without end. */
const MOST_CONDITIONS = 20_000

function replaced(condition: Condition, codes: ReadonlyMap<string, Condition>): Condition {
  switch (condition.kind) {
    case 'any':
    case 'all':
      return { kind: condition.kind, of: condition.of.map((item) => replaced(item, codes)) }
    case 'not':
      return { kind: 'not', of: replaced(condition.of, codes) }
    case 'code': {
      const { at, name } = condition
      return codes.get(name) ?? { kind: 'other', why: NO_CODE, at }
    }
    default:
      return condition
  }
}

function sizeUpTo(most: number, condition: Condition): number {
  if (condition.kind === 'not') return 1 + sizeUpTo(most - 1, condition.of)
  if (condition.kind !== 'any' && condition.kind !== 'all') return 1
  let size = 1
  for (const item of condition.of) {
    size += sizeUpTo(most - size, item)
    if (size >= most) return most
  }
  return size
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
