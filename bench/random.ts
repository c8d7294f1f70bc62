/** Seeded random numbers: the same seed gives the same corpus on every machine. */

/** A source of random numbers. */
export interface Random {
  /** From 0 up to 1, 1 outside. */
  readonly fraction: () => number
  /** A whole number from 0 up to `limit`, `limit` outside. */
  readonly below: (limit: number) => number
  /** One of the values. */
  readonly pick: <T>(values: readonly [T, ...T[]]) => T
  /** True with this probability. */
  readonly chance: (probability: number) => boolean
}

/** A source for a seed and a number within it, such as the number of a file. */
export function seeded(seed: number, number = 0): Random {
  let state = scramble(seed ^ scramble(number + 0x9e37_79b9))
  // Weyl sequence, finalised by a 32-bit mixer.
  function fraction(): number {
    state = (state + 0x9e37_79b9) | 0
    return (scramble(state) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    fraction,
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    chance: (probability) => fraction() < probability,
  }
}

/** Spreads the bits of a 32-bit integer. */
function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0_aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97)
  return mixed ^ (mixed >>> 15)
}
