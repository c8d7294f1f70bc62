import type { Codebook } from '../../types.ts'
import { xmlText } from '../../xml-text.ts'
import {
  type DictionaryAbility,
  type DictionaryCategory,
  dictionaryOf,
} from './dictionary-terms.ts'
import type { Exported } from './exchange.ts'

const YOSHIKODER: DictionaryAbility = {
  program: 'Yoshikoder',
  wildcards: '*',
  hasPhrases: false,
  hasLevels: true,
  hasDefinitions: true,
  hasTitle: true,
}

/** A Yoshikoder dictionary with the pattern engine `substring`. */
export function writeYoshikoder(codebook: Codebook): Exported {
  const { categories, losses } = dictionaryOf(codebook, YOSHIKODER)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<dictionary style="050805" patternengine="substring">',
    `<cnode name="${xmlText(codebook.title)}" desc="" score="">`,
  ]
  const add = ({ name, definition, terms, children, path }: DictionaryCategory) => {
    const indent = '  '.repeat(path.length)
    lines.push(`${indent}<cnode name="${xmlText(name)}" desc="${xmlText(definition)}" score="">`)
    for (const term of terms) lines.push(`${indent}  <pnode name="${xmlText(term)}" score=""/>`)
    children.forEach(add)
    lines.push(`${indent}</cnode>`)
  }
  categories.forEach(add)
  lines.push('</cnode>', '</dictionary>')
  return { text: `${lines.join('\n')}\n`, losses }
}
