/**
 * Finds the first line break at or behind a place. Places are mostly asked for in order, so that a
 * text without line breaks is searched once and not for each place.
 */
export function nextBreak(): (text: string, at: number) => number {
  let sought = ''
  let from = 0
  let found = -1
  return (text, at) => {
    const isKnown = text === sought && at >= from && (found === -1 || found >= at)
    if (!isKnown) found = text.indexOf('\n', at)
    sought = text
    from = at
    return found
  }
}
