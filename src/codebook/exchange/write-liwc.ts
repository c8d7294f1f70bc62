import type { Codebook } from '../../types.ts'
import {
  type DictionaryAbility,
  type DictionaryCategory,
  dictionaryOf,
} from './dictionary-terms.ts'
import type { Exported } from './exchange.ts'

const LIWC: DictionaryAbility = {
  program: 'LIWC',
  wildcards: 'final *',
  hasPhrases: true,
  hasLevels: true,
  hasDefinitions: false,
  hasTitle: false,
  termProblem: (term) => (SIGNS.test(term) ? OTHER_SIGNS : undefined),
}

/** `<of>`, `(12)` or a line with `%` alone. */
const SIGNS = /[<>()]|^%$/u
const OTHER_SIGNS = 'The term is left out: it has signs with a meaning of their own in LIWC.'

/** A LIWC dictionary as of 2015: indented categories, then each term with its numbers. */
export function writeLiwc(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, LIWC)
  const header: string[] = []
  const numbers = new Map<string, number[]>()
  const add = (category: DictionaryCategory) => {
    const number = header.length + 1
    header.push(`${'\t'.repeat(category.path.length - 1)}${number}\t${category.name}`)
    for (const term of category.terms) {
      const known = numbers.get(term)
      if (known === undefined) numbers.set(term, [number])
      else known.push(number)
    }
    category.children.forEach(add)
  }
  categories.forEach(add)
  const body = Array.from(numbers, ([term, list]) => [term, ...list].join('\t'))
  return { text: `${['%', ...header, '%', ...body].join('\n')}\n`, losses }
}
