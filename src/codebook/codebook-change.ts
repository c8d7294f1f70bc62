import type { Bump } from './version.ts'

/** One thing that changed between two versions of a codebook. */
export interface CodebookChange {
  readonly kind:
    | 'codebook'
    | 'theme-added'
    | 'theme-removed'
    | 'theme-renamed'
    | 'theme-merged'
    | 'words'
    | 'rule-added'
    | 'rule-removed'
    | 'rule-changed'
    | 'exceptions'
    | 'examples'
    | 'retired'
    | 'order'
  /** Id of the theme, as it is now; as it was where it is gone; undefined for the whole codebook. */
  readonly theme: string | undefined
  /** The least bump that allows it. */
  readonly bump: Bump
  /** In a few words: `rule added: social worker + left`. */
  readonly text: string
  /** Line in the newer file, 1-based; undefined for what is gone. */
  readonly line: number | undefined
}
