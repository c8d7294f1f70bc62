/** An offset in a text, in UTF-16 code units, and its place in the source. */
export interface TextPlace {
  readonly offset: number
  readonly line: number
  /** In code points. */
  readonly column: number
}

/** The place of an offset that stands at or behind another one whose place is known. */
export function placeAt(text: string, offset: number, known: TextPlace): TextPlace {
  let { line, column } = known
  for (let at = known.offset; at < offset; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) {
      line += 1
      column = 1
    } else if ((code & 0xfc00) !== 0xdc00) column += 1
  }
  return { offset, line, column }
}

const LINE_FEED = 10
