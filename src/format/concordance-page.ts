/** What `voices find` prints for people: matches under one another, their context on both sides. */
import type { ChalkInstance } from 'chalk'
import { amount } from '../amount.ts'
import type { ConcordanceLine } from '../analyse/concordance.ts'
import { withoutControls } from './diagnostics.ts'

/** A line for each match, then how many there are and in how many documents; piece by piece. */
export function* concordancePage(
  lines: readonly ConcordanceLine[],
  chalk: ChalkInstance,
): Iterable<string> {
  if (lines.length === 0) {
    yield 'Not found.\n'
    return
  }
  let left = 0
  for (const { before } of lines) left = Math.max(left, flat(before).trimStart().length)
  for (const one of lines) {
    const before = flat(one.before).trimStart().padStart(left)
    const place = flat(
      `${one.document}:${one.line}${one.speaker === one.document ? '' : ` ${one.speaker}`}`,
    )
    yield `${before}${chalk.bold.cyan(flat(one.match))}${flat(one.after).trimEnd()}  ${chalk.dim(place)}\n`
  }
  const documents = new Set(lines.map(({ document }) => document)).size
  yield `\n${amount(lines.length, 'match')} in ${amount(documents, 'document')}\n`
}

function flat(text: string): string {
  return withoutControls(text.replace(LINE_BREAKS, ' '))
}

/** Line breaks and tabs, which would tear the columns apart. */
const LINE_BREAKS = /[\n\t]/gu
