/** Percent with one decimal; undefined where the base is empty. */
export function percent(part: number, base: number): number | undefined {
  return base === 0 ? undefined : Math.round((1000 * part) / base) / 10
}
