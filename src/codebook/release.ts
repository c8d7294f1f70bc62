/**
 * A release written into the text of a codebook: the new version, an entry in `changes`, and the ids
 * of themes that are gone in `retired`. Nothing else of the file is touched: its comments, order,
 * quotes and line ends stay.
 */
import { isMap, isSeq, type Node, type Pair, parseDocument } from 'yaml'

/** What is released. */
export interface Release {
  readonly version: string
  /** `2026-11-22`. */
  readonly date: string
  readonly note: string
  readonly fingerprint: string
  /** Themes that are gone, and where they went, if anywhere. */
  readonly retired: readonly { readonly id: string; readonly into: string | undefined }[]
}

/**
 * The text of the codebook with the release in it. A file in braces, or with anchors at these places,
 * may come to say something else: read it again before it is used.
 */
export function withRelease(text: string, release: Release): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const { version, date, note, fingerprint, retired } = release
  const change = `{version: ${version}, date: ${date}, note: ${quoted(note)}, fingerprint: ${quoted(fingerprint)}}`
  const gone = retired.map(({ id, into }) => {
    const target = into === undefined ? '' : `, merged_into: ${into}`
    return `{id: ${id}, since: ${version}${target}}`
  })
  const withVersion = replaceVersion(text, version)
  const withRetired =
    gone.length === 0 ? withVersion : addItems(withVersion, 'retired', gone, lineEnd)
  return addItems(withRetired, 'changes', [change], lineEnd)
}

function replaceVersion(text: string, version: string): string {
  const range = rangeOf(nodeAt(text, 'version'))
  // It may stand in a map that is merged in (`<<`), where it is not ours to change.
  if (range === undefined) return text
  const written = text.slice(range.start, range.end)
  const mark = written.startsWith('"') || written.startsWith("'") ? written.charAt(0) : ''
  return text.slice(0, range.start) + mark + version + mark + text.slice(range.end)
}

/** Puts items at the head of a list of the codebook, which is made at the end where there is none. */
function addItems(text: string, key: string, items: readonly string[], lineEnd: string): string {
  const value = nodeAt(text, key)
  if (!isSeq(value) || value.items.length === 0) return withNewList(text, key, items, lineEnd)
  if (value.flow === true) {
    const at = (rangeOf(value)?.start ?? 0) + 1
    return `${text.slice(0, at)}${items.join(', ')}, ${text.slice(at)}`
  }
  const first = rangeOf(value)?.start ?? 0
  const line = text.lastIndexOf('\n', first - 1) + 1
  const indent = text.slice(line, first)
  const lines = items.map((item) => `${indent}- ${item}${lineEnd}`).join('')
  return text.slice(0, line) + lines + text.slice(line)
}

/** The list in place of an empty one, or at the end of the file. */
function withNewList(text: string, key: string, items: readonly string[], lineEnd: string): string {
  const lines = items.map((item) => `  - ${item}${lineEnd}`).join('')
  const pair = pairOf(text, key)
  if (pair === undefined) {
    const end = endOfContents(text)
    const head = text.slice(0, end)
    const joint = head === '' || head.endsWith('\n') ? '' : lineEnd
    return `${head}${joint}${key}:${lineEnd}${lines}${text.slice(end)}`
  }
  const emptied = withoutValue(text, pair.value)
  const lineBreak = emptied.indexOf('\n', rangeOf(pair.key)?.start ?? 0)
  if (lineBreak === -1) return emptied + lineEnd + lines
  return emptied.slice(0, lineBreak + 1) + lines + emptied.slice(lineBreak + 1)
}

/** The file without an empty list, or `null`; comments inside it and behind it stay. */
function withoutValue(text: string, value: Node | null | undefined): string {
  const range = rangeOf(value)
  if (range === undefined || range.start === range.end) return text
  const rest = LINE_END.exec(text.slice(range.end))
  const end = range.end + (rest?.index ?? 0)
  const inside = isSeq(value) ? text.slice(range.start + 1, range.end - 1) : ''
  const comments = [...inside.split('\n'), text.slice(range.end, end)]
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const head = text.slice(0, range.start).trimEnd()
  return [head, ...comments].join(' ') + text.slice(end)
}

/** Where the contents end: before the mark that some programs write behind them. */
function endOfContents(text: string): number {
  const mark = text.search(END_MARK)
  return mark === -1 ? text.length : mark
}

/** The end of a line, or of the file. */
const LINE_END = /\r?\n|$/u
/** `...` on a line of its own. */
const END_MARK = /^\.\.\.(?=\s|$)/mu

function nodeAt(text: string, key: string): Node | null | undefined {
  return pairOf(text, key)?.value
}

function pairOf(text: string, key: string): Pair<Node, Node> | undefined {
  const { contents } = parseDocument<Node>(text)
  if (!isMap<Node, Node>(contents)) return undefined
  return contents.items.find((pair) => String(pair.key) === key)
}

function rangeOf(node: Node | null | undefined): { start: number; end: number } | undefined {
  const range = node?.range
  return range ? { start: range[0], end: range[1] } : undefined
}

/** A text between double quotes, which JSON and YAML write alike. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
