/**
 * The value of a cell → what the respondent typed, and where each stretch of it stands in the cell.
 *
 * Survey tools and spreadsheets leave traces of their own in answers: `_x000D_` for a line end,
 * `&amp;` for an ampersand, `<br>` for a new line. They are undone; nothing else is changed.
 */
import { walkMarkup } from '../markup.ts'
import type { CellPlace } from './table-row.ts'
import { placeAt } from './text-places.ts'

/** A stretch of text that goes on in the source as it does here. */
export interface TextMark {
  /** In the text, UTF-16 code units. */
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** What was typed into a cell. */
export interface CellText {
  readonly text: string
  /** In order, the first at 0. */
  readonly marks: readonly TextMark[]
}

/** Undoes what a tool did to an answer; `placeOf` is asked once. */
export function cellText(value: string, { line, column, isFixed, isQuoted }: CellPlace): CellText {
  const doubled = isQuoted && value.includes('"')
  if (!doubled && !hasTraces(value)) return { text: value, marks: [{ offset: 0, line, column }] }
  const marks: TextMark[] = [{ offset: 0, line, column }]
  let text = ''
  let place: TextMark = { offset: 0, line, column }
  let from = 0
  const traces = isQuoted ? TRACES_AND_QUOTES : TRACES
  for (const { 0: trace, index } of value.matchAll(traces)) {
    const before = value.slice(from, index)
    from = index + trace.length
    text += before + (trace === '"' ? trace : undone(trace))
    if (isFixed) continue
    const written = before + (trace === '"' ? '""' : trace)
    place = placeAt(written, written.length, { ...place, offset: 0 })
    marks.push({ ...place, offset: text.length })
  }
  return { text: text + value.slice(from), marks }
}

/** The value without a tool's traces, on one line: for ids, attributes and the names of columns. */
export function plainValue(value: string): string {
  const typed = hasTraces(value) ? value.replace(TRACES, undone) : value
  return typed.replace(WHITE, ' ').trim()
}

function hasTraces(value: string): boolean {
  return value.includes('&') || value.includes('<') || value.includes('_x')
}

function undone(trace: string): string {
  const first = trace.charAt(0)
  if (first === '&') return entityText(trace)
  if (first === '<') return OPENING_PARAGRAPH.test(trace) ? '' : '\n'
  if (trace.endsWith('\n')) return '\n'
  const code = Number.parseInt(trace.slice(2, 6), 16)
  if (code === 13 || code === 10) return '\n'
  return code === 9 ? '\t' : code < 32 ? '' : String.fromCharCode(code)
}

/** What an entity stands for; as it is written if nobody knows. */
function entityText(entity: string): string {
  let text = ''
  const add = (piece: string) => {
    text += piece
  }
  walkMarkup(entity, { isXml: false }, { text: add })
  return text === '\u00a0' ? ' ' : text
}

/**
 * "&amp;", "&#8217;", "&#x2019;"; "<br />", "<p>", "</p>"; "_x000D_" with the line end that follows
 * it; "_x005F_", which a spreadsheet writes for an underscore.
 */
const TRACES =
  /&(?:[a-z][a-z\d]{1,30}|#\d{1,7}|#x[\da-f]{1,6});|<br *\/?>|<\/?p(?: [^<>]{0,99})?>|_x00[01][\dA-F]_\n?|_x005F_/giu
const TRACES_AND_QUOTES = new RegExp(`${TRACES.source}|"`, 'giu')
/** "<p class=…>" */
const OPENING_PARAGRAPH = /^<p/iu
/** Runs of white space and control characters. */
const WHITE = /[\s\p{Cc}]+/gu
