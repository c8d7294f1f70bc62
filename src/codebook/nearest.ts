/**
 * The known name that a mistyped one most likely means: `exmaples` → `examples`. Undefined where
 * none is near. Distance after Damerau (insert, delete, replace, swap neighbours), at most one
 * slip for every three letters.
 */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const folded = written.toLowerCase().replaceAll('-', '_')
  let best: string | undefined
  let bestSlips = Math.max(1, Math.floor(folded.length / 3)) + 1
  for (const name of known) {
    if (Math.abs(name.length - folded.length) >= bestSlips) continue
    const slips = slipsBetween(folded, name)
    if (slips < bestSlips) {
      best = name
      bestSlips = slips
    }
  }
  return best
}

/** Optimal string alignment distance. Names are short, so three rows of numbers will do. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + same,
      )
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (row > 1 && column > 1 && swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current.push(least)
    }
    before = above
    above = current
  }
  return above[b.length] ?? 0
}
