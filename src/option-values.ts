/** Options as the command line hands them over → values of a known kind. */
import type { GivenOptions } from './settings.ts'
import type { Unit } from './types.ts'

/** Options by their long names in camel case. */
export type OptionValues = Readonly<Record<string, unknown>>

/** The options that most commands share. */
export function givenOptions(values: OptionValues): GivenOptions {
  return {
    codebook: text(values.codebook),
    config: text(values.config),
    unit: oneOf(values.unit, UNITS),
    excludeRoles: text(values.excludeRoles),
    encoding: text(values.encoding),
    reader: text(values.reader),
    idColumn: text(values.idColumn),
    textColumn: texts(values.textColumn),
    attributeColumn: texts(values.attributeColumn),
    sheet: text(values.sheet),
    workers: wholeNumber(values.workers),
    out: text(values.out),
  }
}

const UNITS: readonly Unit[] = ['sentence', 'paragraph', 'turn', 'document']

/** A text, if one was given. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Texts, if any were given. */
export function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

/** A number, if one was given. */
export function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** One of the allowed values, if one was given. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value)
}
