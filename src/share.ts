/** Percent with one decimal; undefined where the base is empty. */
export function percent(part: number, base: number): number | undefined {
  return base === 0 ? undefined : Math.round((1000 * part) / base) / 10
}

/** A share in words: `26.1`; never `0` or `100` where it is not quite. */
export function sharePercent(part: number, base: number): string {
  const rounded = percent(part, base) ?? 0
  if (rounded === 0 && part > 0) return 'less than 0.1'
  return rounded === 100 && part < base ? 'more than 99.9' : String(rounded)
}
