/** A codebook whose rules are no longer those that were recorded for its version. */
import type { Change, Codebook } from '../types.ts'

/** The record that the rules no longer agree with; undefined where they do, or nothing is recorded. */
export function disputedChange({ version, changes, fingerprint }: Codebook): Change | undefined {
  const change = changes.find((one) => one.version === version)
  const isAsRecorded = change?.fingerprint === undefined || change.fingerprint === fingerprint
  return isAsRecorded ? undefined : change
}

/**
 * The codebook as results name it: `1.0.0+edited` where its rules are not those of 1.0.0, so that
 * nobody takes the two for the same. What follows a + is semantic versioning's build metadata.
 */
export function asUsed(codebook: Codebook): Codebook {
  return disputedChange(codebook) === undefined
    ? codebook
    : { ...codebook, version: `${codebook.version}+edited` }
}
