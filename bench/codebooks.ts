/**
 * Seeded codebooks for the benchmark: rules made from words and word sequences that the corpora
 * really hold, in the mix of kinds that published codebooks have.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEED, sampleText } from './corpus.ts'
import { type DraftOptions, neverSaid, type RuleDraft, ruleDrafts } from './rule-drafts.ts'
import { wordSample } from './word-sample.ts'

/** A codebook on disk, and what its rules are, for programs that read no codebooks. */
export interface BenchCodebook {
  readonly name: string
  readonly rules: number
  readonly path: string
  readonly drafts: readonly RuleDraft[]
}

/** Files from whose words the rules are drawn. */
const SAMPLE_FILES = 120
/**
 * How many rules in how many themes, and the rank of the most frequent words that they are about: so
 * chosen that about a quarter, a half and three quarters of the sentences receive a theme.
 */
const SMALL: Size = { rules: 200, themes: 20, firstRank: 150, phraseRank: 280 }
const MIDDLE: Size = { rules: 2_000, themes: 100, firstRank: 450, phraseRank: 600 }
const LARGE: Size = { rules: 20_000, themes: 500, firstRank: 650, phraseRank: 850 }

interface Size extends DraftOptions {
  readonly themes: number
}

/** The codebooks of the benchmark. */
export interface BenchCodebooks {
  readonly small: BenchCodebook
  readonly middle: BenchCodebook
  readonly large: BenchCodebook
  /** The small one with 1,800 rules more that never find anything. */
  readonly idle: BenchCodebook
}

/** Writes the codebooks into a folder. */
export function writeCodebooks(folder: string): BenchCodebooks {
  mkdirSync(folder, { recursive: true })
  const sample = wordSample(sampleText(SAMPLE_FILES))
  const write = (size: Size, more: readonly RuleDraft[] = []): BenchCodebook => {
    const drafts = [...ruleDrafts(sample, size, SEED), ...more]
    const path = join(folder, `${drafts.length}-rules-in-${size.themes}-themes.yaml`)
    writeFileSync(path, codebookText(size.themes, drafts))
    return {
      name: `${drafts.length.toLocaleString('en-GB')} rules`,
      rules: drafts.length,
      path,
      drafts,
    }
  }
  const idle = write(SMALL, neverSaid(sample, 1_800, SEED))
  return {
    small: write(SMALL),
    middle: write(MIDDLE),
    large: write(LARGE),
    idle: { ...idle, name: `${idle.name}, same matches as 200` },
  }
}

/** Every speaker is coded, so that all of the text is work. */
function codebookText(themes: number, drafts: readonly RuleDraft[]): string {
  const lines = [
    'codebook: bench',
    'version: 1.0.0',
    'title: Benchmark',
    'defaults: {inflect: false, speakers: {not: []}}',
    'themes:',
  ]
  for (let theme = 0; theme < themes; theme += 1) {
    lines.push(
      `  - id: theme-${theme + 1}`,
      `    name: Theme ${theme + 1}`,
      '    definition: Made for measuring.',
      '    rules:',
    )
    for (let rule = theme; rule < drafts.length; rule += themes)
      lines.push(`      - ${ruleText(drafts[rule])}`)
  }
  return `${lines.join('\n')}\n`
}

/** A rule as YAML; JSON is YAML too. */
function ruleText(draft: RuleDraft | undefined): string {
  if (draft === undefined) return '""'
  switch (draft.kind) {
    case 'word':
      return JSON.stringify(draft.isInflected ? { phrase: draft.word, inflect: true } : draft.word)
    case 'wildcard':
      return JSON.stringify(draft.pattern)
    case 'phrase': {
      const phrase = draft.words.join(' ')
      return JSON.stringify(
        draft.unless === undefined ? phrase : { phrase, unless: [draft.unless] },
      )
    }
    case 'seq':
      return JSON.stringify({ seq: draft.words, gap: draft.gap })
    case 'near':
      return JSON.stringify({ near: draft.words, gap: draft.gap })
  }
}
