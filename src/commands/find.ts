/** `voices find`: a word, phrase or rule in context, before it enters a codebook. */
import { type ConcordanceLine, concordance } from '../analyse/concordance.ts'
import { type PassageCoder, passageCoder } from '../code/code-passage.ts'
import { readFile } from '../code/read-file.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { concordancePage } from '../format/concordance-page.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { type Format, writeTable } from '../format/table.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import { type GivenOptions, readSettings } from '../settings.ts'
import type { Diagnostic, Passage, Places } from '../types.ts'
import { type Corpus, openCorpus } from './corpus.ts'
import { compileCodebook, readCodebook } from './load-codebook.ts'

/** Options of `voices find`. */
export interface FindOptions extends GivenOptions {
  readonly format: Format | 'text'
  /** Characters of context on each side. */
  readonly context: number
}

/** Roles whose speech is not searched unless the analyst says otherwise. */
const EXCLUDED_ROLES = ['interviewer', 'facilitator', 'moderator']

/** Prints every place where the query is found. */
export async function find(
  [query, ...paths]: readonly string[],
  options: FindOptions,
  io: Io,
): Promise<number> {
  if (query === undefined)
    throw new CannotRun(
      'Nothing to find was given, for example: voices find "social worker" transcripts/',
    )
  const settings = await readSettings(paths, options, io.cwd)
  const { value: codebook, diagnostics } = await readCodebook({
    path: 'query',
    text: codebookFor(query),
  })
  if (codebook === undefined) {
    io.err(
      toLines(
        diagnostics.map((one) => ({ ...one, line: undefined })),
        colours(io.showsProgress),
      ),
    )
    return FOUND
  }
  const coder = passageCoder(await compileCodebook(codebook, 'sentence'), {
    unit: 'sentence',
    excludedRoles: new Set(settings.excludeRoles ?? EXCLUDED_ROLES),
  })
  const problems: Diagnostic[] = []
  const corpus = await openCorpus(settings, 'sentence')
  const lines = await linesOfCorpus(corpus, { coder, context: options.context, problems })
  if (options.format === 'text')
    for (const piece of concordancePage(lines, colours(io.isTerminal))) io.out(piece)
  else writeTable(concordance(lines), { format: options.format, csv: {} }, io.out)
  io.err(toLines(problems, colours(io.showsProgress)))
  return problems.some(({ severity }) => severity === 'error') ? FOUND : DONE
}

/** A codebook with one theme, for a query: a phrase, or a rule such as `{near: [build, trust]}`. */
function codebookFor(query: string): string {
  const rule = query.trim().startsWith('{') ? query : JSON.stringify(query)
  return [
    'codebook: query',
    'version: 1.0.0',
    'themes:',
    '  - id: query',
    '    name: Query',
    '    definition: What is asked for.',
    '    rules:',
    `      - ${rule}`,
    '',
  ].join('\n')
}

interface Search {
  readonly coder: PassageCoder
  readonly context: number
  /** Takes what is wrong with the files. */
  readonly problems: Diagnostic[]
}

async function linesOfCorpus(
  { files, read }: Corpus,
  search: Search,
): Promise<readonly ConcordanceLine[]> {
  const found: ConcordanceLine[] = []
  for (const file of files) {
    const problems = await readFile(file, read, {
      passage: (passage) => addLines(passage, search, found),
    })
    for (const problem of problems) search.problems.push(problem)
  }
  return found
}

function addLines(passage: Passage, { coder, context }: Search, found: ConcordanceLine[]): void {
  const { text } = passage
  let places: Places | undefined
  coder.code(passage, {
    begin(_passage, ready) {
      places = ready.places
    },
    segment() {},
    speaker() {},
    coded({ segment, codes }) {
      const { turn } = segment
      if (places === undefined) return
      for (const { start, end, negated } of codes.flatMap(({ matches }) => matches)) {
        const { line, codePoint } = places.at(start)
        found.push({
          document: passage.document.id,
          speaker: turn.speaker,
          role: turn.role,
          line,
          start: codePoint,
          end: places.codePointAt(end),
          before: text.slice(contextStart(text, Math.max(turn.span.start, start - context)), start),
          match: text.slice(start, end),
          after: text.slice(end, contextEnd(text, Math.min(turn.span.end, end + context))),
          negated,
        })
      }
    },
  })
}

/** An offset, or the next one where it lies inside a character such as an emoji. */
function contextStart(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset + 1 : offset
}

/** An offset, or the one before where it lies inside a character such as an emoji. */
function contextEnd(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset - 1 : offset
}

function isInsidePair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff
}
