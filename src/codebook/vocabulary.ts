/** The words and forms that a codebook file may use: one list for the reader and for the schema. */

export const UNITS = ['sentence', 'paragraph', 'turn', 'document'] as const
export const SCOPES = ['sentence', 'paragraph', 'turn', 'segment', 'document'] as const
export const SPELLINGS = ['gb+us', 'as-written'] as const
export const CASES = ['fold', 'exact'] as const
export const HYPHENS = ['loose', 'exact'] as const
export const NEGATIONS = ['flag', 'exclude', 'only', 'ignore'] as const
export const EXPECTATIONS = ['none'] as const

/** The keys of which a rule has exactly one: they say what it looks for. */
export const PATTERN_KEYS = ['phrase', 'seq', 'near', 'all', 'any', 'regex'] as const

/** `worker-turnover`. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u
/** `relationships/worker-turnover`. */
export const THEME_PATH = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/u
/** `1.0.0` or `2.1.0-draft.1`, see https://semver.org. */
export const VERSION =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/u
/** `2026-11-21`. */
export const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u
/** `sha256:` and 64 hexadecimal digits. */
export const FINGERPRINT = /^sha256:[0-9a-f]{64}$/u
/** `3B9A8E02-6D5C-5F1A-9C1E-0A4B7C2D1E01`. */
export const GUID = /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/u
/** `#1F77B4`. */
export const COLOUR = /^#[0-9A-Fa-f]{6}$/u

/** Parts of a `seq`, `near` or `all`; the search for them grows fast with their number. */
export const MOST_PARTS = 12
