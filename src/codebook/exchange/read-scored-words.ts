/**
 * Words with scores: a word, a tab, a number on each line, and perhaps a third column with forms of
 * the word, separated by commas; the word may have a part of speech behind `|`. The sign of the score
 * makes the theme.
 */

import {
  addTerm,
  type Category,
  dictionaryDraft,
  LOST,
  newCategory,
  titleOfFile,
} from './dictionary-draft.ts'
import type { ExchangeFile, Imported, Loss } from './exchange.ts'

/** `Abbau|NN	-0.058	Abbaus,Abbaues`. */
const LINE =
  /^(?<word>[^\t|]+)(?:\|(?<part>[^\t]*))?\t(?<score>-?\d+(?:\.\d+)?)(?:\t(?<forms>[^\t]*))?$/u

const SCORE = 'The score is left out but for its sign, which is the theme.'
const PART_OF_SPEECH = 'The part of speech is left out: the term matches whatever it is.'

/** The draft in a list of words with scores: what is positive and what is negative. */
export function readScoredWords(file: ExchangeFile): Imported {
  const losses: Loss[] = []
  const byName = new Map<string, Category>()
  for (const [index, line] of file.text.split('\n').entries()) {
    if (line.trim() === '') continue
    const place = `line ${index + 1}`
    const { word, part, score, forms } = LINE.exec(line)?.groups ?? {}
    if (word === undefined || score === undefined) {
      losses.push({ where: `${place}: “${line.trim()}”`, what: LOST.unread })
      continue
    }
    const name = nameOf(Number(score))
    const category = byName.get(name) ?? newCategory(name)
    byName.set(name, category)
    for (const text of [word, ...(forms?.split(',') ?? [])]) {
      if (text.trim() !== '') addTerm(category, { text, wildcards: 'none', place }, losses)
    }
    const where = `${place}, ${name}: “${word}”`
    losses.push({ where: `${where} (${score})`, what: SCORE })
    if (part !== undefined) losses.push({ where: `${where} (${part})`, what: PART_OF_SPEECH })
  }
  const title = titleOfFile(file.name)
  const draft = dictionaryDraft([...byName.values()], { title, origin: 'a list with scores' })
  return { draft, losses, diagnostics: [] }
}

function nameOf(score: number): string {
  if (score === 0) return 'Neutral'
  return score > 0 ? 'Positive' : 'Negative'
}
