/** A CHAT file as its lines: headers, speech and what is said about it. */

/** A line with the lines that go on with it, which begin with a tab. */
export interface ChatLine {
  /** `@`, `*`, `%`, or none of them. */
  readonly kind: 'header' | 'main' | 'dependent' | 'stray'
  /** `Participants`, `CHI`, `mor`; empty for a stray line. */
  readonly name: string
  /** What stands behind the name; as long as in the source, line breaks included. */
  readonly content: string
  /** Where the content begins, in UTF-16 code units of the text. */
  readonly offset: number
}

/** The lines of a text, in order, without empty ones. */
export function chatLines(text: string): ChatLine[] {
  const lines: ChatLine[] = []
  for (let start = 0; start < text.length; ) {
    const end = logicalEnd(text, start)
    const line = text.slice(start, end)
    if (line.trim() !== '') lines.push(chatLine(line, start))
    start = end + 1
  }
  return lines
}

function logicalEnd(text: string, start: number): number {
  for (let from = start; ; ) {
    const end = text.indexOf('\n', from)
    if (end === -1) return text.length
    if (text.charAt(end + 1) !== '\t') return end
    from = end + 1
  }
}

function chatLine(line: string, start: number): ChatLine {
  const head = TIER.exec(line) ?? HEADER.exec(line)
  const { mark = '', name = '' } = head?.groups ?? {}
  const length = head?.[0].length ?? 0
  const content = line.slice(length)
  return { kind: KINDS.get(mark) ?? 'stray', name, content, offset: start + length }
}

const KINDS = new Map([
  ['@', 'header' as const],
  ['*', 'main' as const],
  ['%', 'dependent' as const],
])
/** "*CHI:", "%mor:". */
const TIER = /^(?<mark>[*%])(?<name>[^\s:]{1,30}):/u
/** "@Begin", "@New Episode", "@Participants:". */
const HEADER = /^(?<mark>@)(?<name>[^:\n\t]{1,40}):?/u
