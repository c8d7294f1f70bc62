/** Values of `voices.yaml`, each checked for its kind; what is wrong is said with its place. */
import { CannotRun } from './disk/cannot-run.ts'
import type { Unit } from './types.ts'

/** Whether a value is a list of names with values. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text. */
export function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  throw new CannotRun(`${where}: expected a text, found ${JSON.stringify(value)}.`)
}

/** Texts, or one of them. */
export function texts(value: unknown, where: string): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.map((item) => text(item, where))
  throw new CannotRun(`${where}: expected a list of texts, found ${JSON.stringify(value)}.`)
}

/** A unit of coding. */
export function unit(value: unknown, where: string): Unit {
  const found = UNITS.find((known) => known === value)
  if (found !== undefined) return found
  throw new CannotRun(
    `${where}: expected one of ${UNITS.join(', ')}, found ${JSON.stringify(value)}.`,
  )
}

const UNITS: readonly Unit[] = ['sentence', 'paragraph', 'turn', 'document']

/** Speaker labels with their roles. */
export function labels(value: unknown, where: string): ReadonlyMap<string, string> {
  if (!isMap(value)) {
    throw new CannotRun(
      `${where}: expected speaker labels with their roles, such as \`Speaker 1: interviewer\`.`,
    )
  }
  return new Map(
    Object.entries(value).map(([label, role]) => [label, text(role, `${where}: ${label}`)]),
  )
}
