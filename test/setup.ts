/**
 * Properties are tried with the same values in every run, so that a build is red only because of what
 * was changed. `FUZZ=1 npx vitest run` tries others; what it finds becomes a case of its own.
 */
import fc from 'fast-check'

if (process.env.FUZZ === undefined) fc.configureGlobal({ seed: 20_261_122 })
