/** What else could be run on the same files, for scale. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchCodebook } from './codebooks.ts'
import type { Corpus } from './corpus.ts'
import type { Job } from './measure.ts'
import type { RuleDraft } from './rule-drafts.ts'

/** Counts words: the yardstick of every other command. */
export function wordCount({ path, bytes }: Corpus): Job {
  return {
    name: 'wc -w',
    ...shell(`find ${path} -type f -print0 | xargs -0 wc -w | cat > /dev/null`),
    bytes,
  }
}

/** ripgrep on one thread with the words and phrases of a codebook; counts lines, no more. */
export function ripgrep({ path, bytes }: Corpus, book: BenchCodebook, scratch: string): Job {
  const command = `rg --no-ignore -j1 -c -i -w -F -f ${literalsOf(book, scratch)} ${path} | cat > /dev/null`
  return { name: `rg -c -i -w -F, ${book.name}`, ...shell(command), bytes }
}

/** grep likewise; through cat, since it stops at the first match where it writes to /dev/null. */
export function grep({ path, bytes }: Corpus, book: BenchCodebook, scratch: string): Job {
  const command = `grep -r -c -i -w -F -f ${literalsOf(book, scratch)} ${path} | cat > /dev/null`
  return { name: `grep -c -i -w -F, ${book.name}`, ...shell(command), bytes }
}

/** What the natural pipeline did in the time that it had. */
export interface NaturalResult {
  readonly bytes: number
  readonly seconds: number
}

/** natural's tokenizer and stemmer with a regular expression for each phrase. */
export function naturalPipeline(corpus: Corpus, book: BenchCodebook, options: NaturalOptions): Job {
  const rules = join(options.scratch, `natural-${book.rules}.json`)
  const list = join(options.scratch, 'natural-files')
  writeFileSync(rules, JSON.stringify(naturalRules(book.drafts)))
  writeFileSync(list, `${corpus.files.join('\n')}\n`)
  return {
    name: `natural + RegExp, ${book.name}`,
    command: process.execPath,
    args: [options.program, rules, list, String(options.limitSeconds)],
    bytes: corpus.bytes,
    most: 1,
    after(printed) {
      const { bytes, seconds }: NaturalResult = JSON.parse(printed)
      options.done(book, { bytes, seconds })
    },
  }
}

interface NaturalOptions {
  readonly program: string
  readonly scratch: string
  /** It stops after the file during which this time ran out. */
  readonly limitSeconds: number
  readonly done: (book: BenchCodebook, result: NaturalResult) => void
}

/** Whether a program is installed. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

function shell(command: string) {
  return { command: 'sh', args: ['-c', command] }
}

/** The words and phrases of a codebook, a line each; wildcards and combinations are beyond grep -F. */
function literalsOf(book: BenchCodebook, scratch: string): string {
  const path = join(scratch, `literals-${book.drafts.length}`)
  const literals = book.drafts.flatMap((draft) =>
    draft.kind === 'word' ? [draft.word] : draft.kind === 'phrase' ? [draft.words.join(' ')] : [],
  )
  writeFileSync(path, `${literals.join('\n')}\n`)
  return path
}

function naturalRules(drafts: readonly RuleDraft[]) {
  const stems: [string, string][] = []
  const patterns: [string, string][] = []
  for (const [number, draft] of drafts.entries()) {
    const theme = `theme-${number % 20}`
    if (draft.kind === 'word') stems.push([draft.word, theme])
    else patterns.push([patternOf(draft), theme])
  }
  return { stems, patterns }
}

function patternOf(draft: Exclude<RuleDraft, { kind: 'word' }>): string {
  if (draft.kind === 'wildcard') return `\\b${draft.pattern.replace('*', '\\w*')}\\b`
  if (draft.kind === 'phrase') return `\\b${draft.words.join('\\s+')}\\b`
  const between = `\\W+(?:\\w+\\W+){0,${draft.gap}}`
  const inOrder = `\\b${draft.words.join(between)}\\b`
  return draft.kind === 'seq'
    ? inOrder
    : `${inOrder}|\\b${[...draft.words].reverse().join(between)}\\b`
}
