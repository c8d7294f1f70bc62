/** Finds line and column of places in the source of a page, asked for in order. */

/** A place in a source. */
export interface SourcePlace {
  /** 1-based. */
  readonly line: number
  /** In code points, 1-based. */
  readonly column: number
}

/** Gives the places of offsets of `source`; each must not stand before the one asked for last. */
export function placesIn(source: string): (offset: number) => SourcePlace {
  let at = 0
  let line = 1
  let column = 1
  return (offset) => {
    for (; at < offset; at += 1) {
      const code = source.charCodeAt(at)
      if (code === LINE_FEED) {
        line += 1
        column = 1
      } else if ((code & 0xfc00) !== 0xdc00) column += 1
    }
    return { line, column }
  }
}

const LINE_FEED = 10
