/** A place in a source, 1-based; the column counts code points. */
export interface SourcePlace {
  readonly line: number
  readonly column: number
}

/** Finds places of a text; offsets (UTF-16 code units) must be asked for in order. */
export function sourcePlaces(text: string): (offset: number) => SourcePlace {
  let at = 0
  let line = 1
  let column = 1
  return (offset) => {
    for (const end = Math.min(offset, text.length); at < end; at += 1) {
      const code = text.charCodeAt(at)
      if (code === LINE_FEED) {
        line += 1
        column = 1
      } else if ((code & 0xfc00) !== LOW_HALF) column += 1
    }
    return { line, column }
  }
}

const LINE_FEED = 10
/** The second half of a character of two code units belongs to the column of the first. */
const LOW_HALF = 0xdc00
