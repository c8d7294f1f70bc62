import type { Codebook } from '../../types.ts'
import {
  type DictionaryAbility,
  type DictionaryCategory,
  dictionaryOf,
} from './dictionary-terms.ts'
import type { Exported, Loss } from './exchange.ts'

const QUANTEDA: DictionaryAbility = {
  program: 'quanteda',
  wildcards: '*?',
  hasPhrases: true,
  hasLevels: true,
  hasDefinitions: false,
  hasTitle: false,
  fitName: (name) => (name === '__' || name === '<<' ? '' : name),
}

const EMPTY = 'The theme is left out: quanteda has no keys without patterns.'

/**
 * A dictionary for quanteda. Keys and patterns stand in quotes: bare, `no` and `1` are no texts to
 * the YAML of R, and quanteda would stop.
 */
export function writeQuanteda(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, QUANTEDA)
  const lost: Loss[] = [...losses]
  const lines: string[] = []
  const add = (category: DictionaryCategory) => {
    const { name, terms, children, path } = category
    const indent = '  '.repeat(path.length - 1)
    if (!hasTerms(category)) {
      lost.push({ where: path.join(' > '), what: EMPTY })
      return
    }
    lines.push(`${indent}${JSON.stringify(name)}:`)
    if (children.some(hasTerms)) {
      if (terms.length > 0) lines.push(`${indent}  "__":`, ...items(terms, `${indent}    `))
      children.forEach(add)
      return
    }
    for (const child of children) add(child)
    lines.push(...items(terms, `${indent}  `))
  }
  categories.forEach(add)
  return { text: `${lines.join('\n')}\n`, losses: lost }
}

function items(terms: readonly string[], indent: string): readonly string[] {
  return terms.map((term) => `${indent}- ${JSON.stringify(term)}`)
}

function hasTerms({ terms, children }: DictionaryCategory): boolean {
  return terms.length > 0 || children.some(hasTerms)
}
