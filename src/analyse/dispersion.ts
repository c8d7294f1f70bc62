/** Dispersion: whether the occurrences of a word are spread over all texts or sit in a few. */

/** The sizes in words of the parts of a corpus: of its documents, for example. */
export interface PartSizes {
  readonly sizes: readonly number[]
  readonly total: number
  /** The least that is not 0. */
  readonly smallest: number
  /** Parts that have words. */
  readonly parts: number
}

/** What is needed of the sizes, once for all words. */
export function partSizes(sizes: readonly number[]): PartSizes {
  const spoken = sizes.filter((size) => size > 0)
  const total = spoken.reduce((sum, size) => sum + size, 0)
  const smallest = spoken.reduce((least, size) => Math.min(least, size), total)
  return { sizes, total, smallest, parts: spoken.length }
}

/**
 * The deviation of proportions DP (Gries 2008, International Journal of Corpus Linguistics 13(4)):
 * half the sum of |share of the occurrences − share of the words| over all parts. 0: spread as the
 * words are; towards 1: all in one small part. `counts` gives the occurrences by index of the part;
 * parts without any can be left out. Undefined without occurrences or words.
 */
export function deviationOfProportions(
  counts: ReadonlyMap<number, number>,
  { sizes, total }: PartSizes,
): number | undefined {
  let all = 0
  for (const count of counts.values()) all += count
  if (all === 0 || total === 0) return undefined
  let sum = 0
  let rest = 1
  for (const [part, count] of counts) {
    const share = (sizes[part] ?? 0) / total
    sum += Math.abs(count / all - share)
    rest -= share
  }
  // A part without occurrences differs by its share of the words.
  return (sum + Math.max(0, rest)) / 2
}

/**
 * DPnorm (Lijffijt & Gries 2012, International Journal of Corpus Linguistics 17(1)): DP divided by
 * the most that it can be, 1 − the share of the smallest part. Undefined where there are fewer than
 * two parts with words, or no occurrences.
 */
export function normalisedDeviation(
  counts: ReadonlyMap<number, number>,
  parts: PartSizes,
): number | undefined {
  const deviation = deviationOfProportions(counts, parts)
  if (deviation === undefined || parts.parts < 2) return undefined
  return deviation / (1 - parts.smallest / parts.total)
}
