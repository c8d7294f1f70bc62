/** The words that a rule really caught: what its wildcards, inflections, stems and spellings gave. */
import { normalise } from '../match/normalise.ts'
import type { Span } from '../types.ts'

/** A form and how often it was caught. */
export interface CaughtForm {
  readonly form: string
  readonly count: number
}

/** Counts forms. */
export interface FormCounter {
  add(form: string): void
  /** The most frequent first, then in the order of the alphabet. */
  most(limit: number): readonly CaughtForm[]
  /** Distinct forms; those met after the list was full are not among them. */
  distinct(): number
  /** Occurrences of forms that were first met when the list was full. */
  uncounted(): number
}

/** Distinct forms that are kept for a rule. */
const MOST_FORMS = 10_000

/** An empty counter of forms, of at most `room` distinct ones. */
export function formCounter(room = MOST_FORMS): FormCounter {
  const counts = new Map<string, number>()
  let rest = 0
  return {
    add(form) {
      const known = counts.get(form)
      if (known !== undefined) counts.set(form, known + 1)
      else if (counts.size < room) counts.set(copyOf(form), 1)
      else rest += 1
    },
    most(limit) {
      const forms = Array.from(counts, ([form, count]) => ({ form, count }))
      return forms.sort(byCount).slice(0, limit)
    },
    distinct: () => counts.size,
    uncounted: () => rest,
  }
}

function byCount(a: CaughtForm, b: CaughtForm): number {
  return b.count - a.count || (a.form < b.form ? -1 : a.form > b.form ? 1 : 0)
}

/** A string of its own: a slice would keep the whole passage in memory. */
function copyOf(form: string): string {
  return Buffer.from(form).toString()
}

/** The words of a match as they are compared: in small letters, parts that lie apart joined with ` … `. */
export function formOf(text: string, parts: readonly Span[]): string {
  return parts
    .map(({ start, end }) => normalise(text.slice(start, end).replace(SPACES, ' ')))
    .join(' … ')
}

/** One or more of any white space. */
const SPACES = /\s+/gu
