/**
 * The pipeline that a researcher would write today: natural's tokenizer and stemmer, a set of stems,
 * a regular expression for each phrase. A process of its own, so that it is measured whole.
 *
 * node natural-pipeline.js RULES.json FILE-LIST SECONDS: codes the listed files for at most so many
 * seconds and prints the bytes done. The two parts of natural are loaded by themselves, which spares
 * it half a second that `import 'natural'` takes.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface NaturalRules {
  /** Stems, each with its theme. */
  readonly stems: readonly (readonly [string, string])[]
  /** Regular expressions, each with its theme. */
  readonly patterns: readonly (readonly [string, string])[]
}

const require = createRequire(import.meta.url)
const tokenizers: {
  readonly WordTokenizer: new () => { tokenize(text: string): string[] }
} = require('natural/lib/natural/tokenizers')
const stemmer: {
  stem(word: string): string
} = require('natural/lib/natural/stemmers/porter_stemmer')

const [rulesPath = '', listPath = '', limit = ''] = process.argv.slice(2)
const rules: NaturalRules = JSON.parse(readFileSync(rulesPath, 'utf8'))
const themesByStem = new Map(rules.stems.map(([word, theme]) => [stemmer.stem(word), theme]))
const patterns = rules.patterns.map(([source, theme]) => ({
  pattern: new RegExp(source, 'i'),
  theme,
}))
const tokenizer = new tokenizers.WordTokenizer()
const start = performance.now()

let bytes = 0
const rows: string[] = []
for (const file of readFileSync(listPath, 'utf8').trimEnd().split('\n')) {
  const text = readFileSync(file, 'utf8')
  let done = 0
  for (const sentence of text.split(/[.!?]\s/)) {
    const themes = themesOf(sentence)
    for (const theme of themes)
      rows.push(`${file},${done},${theme},"${sentence.replaceAll('"', '""')}"\n`)
    done += 1
  }
  bytes += Buffer.byteLength(text)
  if (performance.now() - start > Number(limit) * 1000) break
}
process.stdout.write(
  `${JSON.stringify({ bytes, rows: rows.length, seconds: (performance.now() - start) / 1000 })}\n`,
)

function themesOf(sentence: string): ReadonlySet<string> {
  const themes = new Set<string>()
  for (const token of tokenizer.tokenize(sentence)) {
    const theme = themesByStem.get(stemmer.stem(token))
    if (theme !== undefined) themes.add(theme)
  }
  for (const { pattern, theme } of patterns) if (pattern.test(sentence)) themes.add(theme)
  return themes
}
