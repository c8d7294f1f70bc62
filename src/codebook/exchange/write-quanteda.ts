import type { Codebook } from '../../types.ts'
import {
  type DictionaryAbility,
  type DictionaryCategory,
  dictionaryOf,
} from './dictionary-terms.ts'
import type { Exported } from './exchange.ts'

const QUANTEDA: DictionaryAbility = {
  program: 'quanteda',
  wildcards: '*?',
  hasPhrases: true,
  hasLevels: true,
  hasDefinitions: false,
  hasTitle: false,
  needsTerms: true,
  fitName: (name) => (name === '__' || name === '<<' ? '' : name),
}

/**
 * A dictionary for quanteda. Keys and patterns stand in quotes: bare, `no` and `1` are no texts to
 * the YAML of R, and quanteda would stop.
 */
export function writeQuanteda(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, QUANTEDA)
  const lines: string[] = []
  const add = ({ name, terms, children, path }: DictionaryCategory) => {
    const indent = '  '.repeat(path.length - 1)
    lines.push(`${indent}${JSON.stringify(name)}:`)
    const hasOwn = children.length > 0 && terms.length > 0
    if (hasOwn) lines.push(`${indent}  "__":`)
    const inner = hasOwn ? `${indent}    ` : `${indent}  `
    for (const term of terms) lines.push(`${inner}- ${JSON.stringify(term)}`)
    children.forEach(add)
  }
  categories.forEach(add)
  return { text: `${lines.join('\n')}\n`, losses }
}
