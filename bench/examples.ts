/** A codebook with thousands of examples, to measure `voices test`: real sentences of the corpora. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sampleText } from './corpus.ts'

/** Files from which sentences are drawn. */
const SAMPLE_FILES = 200
/** A sentence of some length: "The bus is meant to come at ten past eight." */
const SENTENCE = /[A-Z][a-z ,’]{40,200}[.?!](?=\s)/gu
/** A word that may be a rule: "river". */
const WORD = /\b[a-z]{5,}\b(?!’)/gu
const EXAMPLES_PER_THEME = 10

/** Writes a codebook whose every example holds the one word of its theme's rule; returns its path. */
export function examplesCodebook(folder: string, examples: number): string {
  const path = join(folder, 'examples', `${examples}-examples.yaml`)
  mkdirSync(dirname(path), { recursive: true })
  const themes = [...sentencesByWord()].slice(0, examples / EXAMPLES_PER_THEME)
  if (themes.length < examples / EXAMPLES_PER_THEME) throw new Error('too few sentences were drawn')
  const blocks = themes.flatMap(([word, sentences], number) => [
    `  - id: theme-${number + 1}`,
    `    name: Theme ${number + 1}`,
    '    definition: Made for measuring.',
    `    rules: [${word}]`,
    '    examples:',
    ...sentences.map((sentence) => `      - text: ${JSON.stringify(sentence)}`),
  ])
  const head = ['codebook: examples', 'version: 1.0.0', 'title: Examples', 'themes:']
  writeFileSync(path, `${[...head, ...blocks].join('\n')}\n`)
  return path
}

/** For each word with enough sentences, the first of them. */
function sentencesByWord(): ReadonlyMap<string, readonly string[]> {
  const byWord = new Map<string, string[]>()
  const sentences = new Set(sampleText(SAMPLE_FILES).join('\n').match(SENTENCE) ?? [])
  for (const sentence of sentences) {
    for (const word of new Set(sentence.match(WORD))) {
      const list = byWord.get(word) ?? []
      byWord.set(word, list)
      if (list.length < EXAMPLES_PER_THEME) list.push(sentence)
    }
  }
  return new Map([...byWord].filter(([, list]) => list.length === EXAMPLES_PER_THEME))
}
