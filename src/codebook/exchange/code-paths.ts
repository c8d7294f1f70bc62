/** Lists of codes that name a code with all that stand above it, such as `Care.Workers.Change`. */

import { prose } from './draft-nodes.ts'
import type { Draft, DraftTheme, Loss } from './exchange.ts'

/** A code with the names of those above it, from the top. */
export interface CodePath {
  readonly path: readonly string[]
  readonly definition: string
  /** `line 12`. */
  readonly place: string
}

/** A theme to which others are still added. */
interface GrowingTheme extends DraftTheme {
  definition: string
  readonly themes: GrowingTheme[]
}

/** Themes in themes; what stands above a code and is not in the list is made. */
export function themesOfPaths(codes: readonly CodePath[], losses: Loss[]): readonly DraftTheme[] {
  const top: GrowingTheme[] = []
  const known = new Map<string, GrowingTheme>()
  const listed = new Set<GrowingTheme>()
  for (const { path: levels, definition, place } of codes) {
    const path = levels.length > MOST_LEVELS ? flattened(levels, place, losses) : levels
    let theme: GrowingTheme | undefined
    let key = ''
    for (const name of path) {
      key += `${name}\n`
      const found = known.get(key) ?? { name, definition: '', rules: [], themes: [] }
      if (!known.has(key)) (theme?.themes ?? top).push(found)
      known.set(key, found)
      theme = found
    }
    if (theme === undefined) continue
    if (listed.has(theme)) losses.push({ where: `${place}: “${path.join(' > ')}”`, what: TWICE })
    else theme.definition = definition
    listed.add(theme)
  }
  return top
}

/** Levels that a codebook can have. */
const MOST_LEVELS = 100

/** The names below the last level become one. */
function flattened(levels: readonly string[], place: string, losses: Loss[]): readonly string[] {
  losses.push({ where: place, what: TOO_DEEP })
  return [...levels.slice(0, MOST_LEVELS - 1), levels.slice(MOST_LEVELS - 1).join(' > ')]
}

const TOO_DEEP = `Names below level ${MOST_LEVELS} are joined to one: a codebook nests no further.`
const TWICE = 'The code is left out: it stands in the list already.'

/** A draft without rules; `file` is its title. */
export function listDraft(
  themes: readonly DraftTheme[],
  { title, origin }: { readonly title: string; readonly origin: string },
): Draft {
  return {
    id: title,
    title,
    description: '',
    language: '',
    settings: {},
    origin,
    notes: [`${origin} has codes but no rules: give the themes some before you code with them.`],
    themes,
  }
}

/** Definition, include and exclude as one text, which `partsOfDescription` takes apart again. */
export function describe(theme: Pick<DraftTheme, 'definition' | 'include' | 'exclude'>): string {
  const { definition, include = '', exclude = '' } = theme
  return [
    definition,
    include === '' ? '' : `Include: ${include}`,
    exclude === '' ? '' : `Exclude: ${exclude}`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** `Include: money` at the beginning of a line. */
const INCLUDE = /(?:^|\n)[ \t]*Include:[ \t]*/iu
const EXCLUDE = /(?:^|\n)[ \t]*Exclude:[ \t]*/iu

/** What a text says of when to use a code and when not, where it has lines that say so. */
export function partsOfDescription(
  text: string,
): Pick<DraftTheme, 'definition' | 'include' | 'exclude'> {
  const [beforeExclude, exclude] = cut(text, EXCLUDE)
  const [definition, include] = cut(beforeExclude, INCLUDE)
  return {
    definition: prose(definition),
    ...(include !== undefined && { include: prose(include) }),
    ...(exclude !== undefined && { exclude: prose(exclude) }),
  }
}

/** The theme and those below it, with descriptions taken apart. */
export function withParts(theme: DraftTheme): DraftTheme {
  return { ...theme, ...partsOfDescription(theme.definition), themes: theme.themes.map(withParts) }
}

function cut(text: string, sign: RegExp): readonly [string, string | undefined] {
  const found = sign.exec(text)
  if (found === null) return [text, undefined]
  const rest = text.slice(found.index + found[0].length)
  return [text.slice(0, found.index), rest]
}
