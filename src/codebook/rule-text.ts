import type { Pattern, Phrase, Rule, Scope } from '../types.ts'
import { DEFAULT_NEAR_GAP } from './read-patterns.ts'

/**
 * A pattern as one line, the same for the same pattern: the id of rules that were given none, and
 * what the printable codebook shows.
 *
 * - phrase: `social worker`
 * - any: `care leaver/care experienced`
 * - seq: `same + social worker/key worker`; `same +2 worker` where two words may stand between
 * - near: `build ~ relationship/trust`; `build ~3 trust` where the gap is not 8
 * - all: `school & move`
 * - regex: `/advis[eo]r/`
 *
 * A scope other than the usual one follows in brackets: `school & move (turn)`.
 */
export function patternText(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'phrase':
      return pattern.phrase
    case 'seq':
      return joined(pattern.items, plus('+', pattern.gap, 0)) + scope(pattern.within, 'sentence')
    case 'near': {
      const sign = plus('~', pattern.gap, DEFAULT_NEAR_GAP)
      return joined(pattern.items, sign) + scope(pattern.within, 'sentence')
    }
    case 'all':
      return joined(pattern.items, '&') + scope(pattern.within, 'segment')
    case 'regex':
      return `/${pattern.source.replace(WHITE_SPACE, ' ').replaceAll(' | ', '|')}/`
  }
}

/** One or more of any white space. */
const WHITE_SPACE = /\s+/gu

function joined(items: readonly (readonly Phrase[])[], sign: string): string {
  return items.map((alternatives) => alternatives.join('/')).join(` ${sign} `)
}

function plus(sign: string, gap: number, usual: number): string {
  return gap === usual ? sign : `${sign}${gap}`
}

function scope(within: Scope, usual: Scope): string {
  return within === usual ? '' : ` (${within})`
}

/** Whether the analyst named the rule; else its id is its own text, numbered where it stands twice. */
export function hasGivenId({ id, pattern }: Rule): boolean {
  const text = patternText(pattern)
  return id !== text && !id.startsWith(`${text}#`)
}
