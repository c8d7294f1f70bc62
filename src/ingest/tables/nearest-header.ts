/**
 * The column that a mistyped or shortened name most likely means: the one with most pairs of letters
 * in common (Dice's coefficient). Headers are often whole questions, so that counting slips would say
 * little. Undefined where none is near.
 */
export function nearestHeader(written: string, names: readonly string[]): string | undefined {
  const wanted = pairsOf(written)
  let best: string | undefined
  let most = LEAST
  for (const name of names) {
    const likeness = likenessOf(wanted, pairsOf(name))
    if (likeness > most) {
      best = name
      most = likeness
    }
  }
  return best
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return common === 0 ? 0 : (2 * common) / (a.size + b.size)
}

/** Each two letters that follow each other, with the ends of words. */
function pairsOf(name: string): ReadonlySet<string> {
  const letters = ` ${name.toLowerCase().replace(OTHER, ' ').trim()} `
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2))
  return pairs
}

const LEAST = 0.3
/** "_" in "response_id" */
const OTHER = /[^\p{L}\p{N}]+/gu
