import type { Codebook } from '../../types.ts'
import {
  type DictionaryAbility,
  type DictionaryCategory,
  dictionaryOf,
} from './dictionary-terms.ts'
import type { Exported } from './exchange.ts'

const WORDSTAT: DictionaryAbility = {
  program: 'WordStat',
  wildcards: '*',
  hasPhrases: true,
  hasLevels: true,
  hasDefinitions: false,
  hasTitle: false,
  termProblem: (term) => (SIGNS.test(term) ? OTHER_SIGNS : undefined),
  fitName: (name) => name.replace(NAME_SIGNS, ' ').trim(),
}

/** `_`, which joins words, and the signs of rules. */
const SIGNS = /[_@[\]]|\s(?:NOT\s+)?(?:NEAR|BEFORE|AFTER)\s/u
const OTHER_SIGNS = 'The term is left out: it has signs with a meaning of their own in WordStat.'
/** What would make a term or a rule of a category: `Care (2)`, `@Care`. */
const NAME_SIGNS = /\s*(?:[()@[\]]|(?<=\s)(?:NEAR|BEFORE|AFTER)(?=\s))\s*/gu
/** A WordStat dictionary: categories indented by tabs, terms with the weight 1. */
export function writeWordstat(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, WORDSTAT)
  const lines: string[] = []
  const add = ({ name, terms, children, path }: DictionaryCategory) => {
    const indent = '\t'.repeat(path.length - 1)
    lines.push(indent + name)
    for (const term of terms) lines.push(`${indent}\t${term.replaceAll(' ', '_')} (1)`)
    children.forEach(add)
  }
  categories.forEach(add)
  return { text: `${lines.join('\n')}\n`, losses }
}
