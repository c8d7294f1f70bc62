import type { Codebook } from '../types.ts'

/** Everything that a codebook says, as one text: where in the file it stands is left out. */
export function contentOf(codebook: Codebook): string {
  return JSON.stringify(codebook, (key, value: unknown) => (PLACES.has(key) ? undefined : value))
}

const PLACES = new Set(['line', 'column', 'path'])

/** Whether two versions of a codebook differ in nothing but their version and what `changes` says. */
export function isSameContent(a: Codebook, b: Codebook): boolean {
  const [one, other] = [a, b].map((codebook) =>
    contentOf({ ...codebook, version: '', changes: [] }),
  )
  return one === other
}
