/**
 * Keyness: how much more often a word stands in one set of texts than in another.
 *
 * The statistic says how sure it is that there is a difference, the effect size how large it is.
 * Both take words for independent of each other, which speech never is: they rank words for a reader
 * and test no hypothesis.
 */

/** How often something occurs in two sets of texts, and how many words each set has. */
export interface TwoCorpora {
  /** Occurrences in the texts of interest. */
  readonly target: number
  /** Occurrences in the texts they are compared with. */
  readonly reference: number
  /** Words of the texts of interest. */
  readonly targetSize: number
  /** Words of the texts they are compared with. */
  readonly referenceSize: number
}

/**
 * The log-likelihood statistic G² of the full table of four cells (Dunning 1993, Computational
 * Linguistics 19(1)): 2 Σ o ln(o/e), where 0 ln 0 is 0. Never negative: it does not say in which
 * texts the word is the more frequent. 3.84 is the 5 % point of χ² with one degree of freedom.
 */
export function logLikelihood({
  target,
  reference,
  targetSize,
  referenceSize,
}: TwoCorpora): number {
  const all = targetSize + referenceSize
  const hits = target + reference
  if (all === 0 || hits === 0) return 0
  const others = all - hits
  const sum =
    term(target, (hits * targetSize) / all) +
    term(reference, (hits * referenceSize) / all) +
    term(targetSize - target, (others * targetSize) / all) +
    term(referenceSize - reference, (others * referenceSize) / all)
  return Math.max(0, 2 * sum)
}

function term(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected)
}

/**
 * The log ratio (Hardie 2014): the binary logarithm of the ratio of both relative frequencies. 1 is
 * twice as frequent in the texts of interest, -1 half as frequent. Half an occurrence stands for
 * none, so that a word that is in one of the sets only has a value. Undefined where a set is empty.
 */
export function logRatio({
  target,
  reference,
  targetSize,
  referenceSize,
}: TwoCorpora): number | undefined {
  if (targetSize === 0 || referenceSize === 0) return undefined
  return Math.log2((atLeastHalf(target) / targetSize) * (referenceSize / atLeastHalf(reference)))
}

function atLeastHalf(count: number): number {
  return count === 0 ? 0.5 : count
}
