/** Diagnostics → lines of text: the one door to chalk. */
import { Chalk, type ChalkInstance } from 'chalk'
import type { Diagnostic } from '../types.ts'

/** Colours for a terminal, or none. */
export function colours(isTerminal: boolean): ChalkInstance {
  return isTerminal ? new Chalk() : new Chalk({ level: 0 })
}

/** Control characters but for line breaks and tabs, for example the escape before a colour. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu

/** A text of somebody else as a terminal may safely show it: U+FFFD stands for what would steer it. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '\u{FFFD}')
}

/** One line each, sorted by place: `path:line:column severity message [id]`. */
export function toLines(diagnostics: readonly Diagnostic[], chalk: ChalkInstance): string {
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => {
      const { severity, id, message } = diagnostic
      const colour = severity === 'error' ? chalk.red : chalk.yellow
      const place = withoutControls(placeOf(diagnostic))
      return `${place} ${colour(severity)} ${withoutControls(message)} ${chalk.dim(`[${id}]`)}\n`
    })
    .join('')
}

/** By path, line, column, then id and message: the same order in every run. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      byText(a.path, b.path) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      byText(a.id, b.id) ||
      byText(a.message, b.message),
  )
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function placeOf({ path, line, column }: Diagnostic): string {
  if (line === undefined) return `${path}:`
  return column === undefined ? `${path}:${line}` : `${path}:${line}:${column}`
}
