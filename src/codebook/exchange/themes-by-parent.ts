import type { Codebook, Theme } from '../../types.ts'

/** Themes by the id of their parent, in the order of the codebook; top themes under `undefined`. */
export type ThemesByParent = ReadonlyMap<string | undefined, readonly Theme[]>

/** Finds the themes below each theme. */
export function themesByParent({ themes }: Codebook): ThemesByParent {
  const found = new Map<string | undefined, Theme[]>()
  for (const theme of themes) {
    const siblings = found.get(theme.parent)
    if (siblings === undefined) found.set(theme.parent, [theme])
    else siblings.push(theme)
  }
  return found
}
