import type { Cell, Table } from '../types.ts'

/** A table in GitHub's Markdown; numbers are set right. */
export function* toMarkdownTable(table: Table): Iterable<string> {
  const rows = [...table.rows]
  const isNumber = table.columns.map((_, index) => {
    const cells = rows.map((row) => row[index]).filter((cell) => cell !== undefined)
    return cells.length > 0 && cells.every((cell) => typeof cell === 'number')
  })
  yield `${line(table.columns)}\n`
  yield `${line(isNumber.map((right) => (right ? '---:' : '---')))}\n`
  for (const row of rows) yield `${line(row.map(cellText))}\n`
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cellText(cell: Cell): string {
  return cell === undefined ? '' : escapeMarkdown(String(cell)).replace(LINE_BREAKS, ' ')
}

/** Line breaks, which would end a row or a paragraph. */
const LINE_BREAKS = /\s*\n\s*/gu
/** What Markdown would take for its own anywhere, for example `*`, `|` and `&lt;`. */
const MARKDOWN_MARKS = /[\\`*_[\]<>|#~]|&(?=#?[0-9A-Za-z]+;)/gu
/** What it would take for a list, a rule or a heading at the start of a line, for example `- ` and `---`. */
const LINE_MARKS = /^([ \t]*)(?=[-+](?:[ \t]|$)|-[- \t]*$|=+[ \t]*$)/gmu
/** The number of a list at the start of a line, for example `1.` and `1)`. */
const LIST_NUMBERS = /^([ \t]*\d+)(?=[.)](?:[ \t]|$))/gmu

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKDOWN_MARKS, '\\$&')
    .replace(LINE_MARKS, '$1\\')
    .replace(LIST_NUMBERS, '$1\\')
}
