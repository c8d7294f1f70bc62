/** `voices explain`: why a sentence or a coded segment has its themes, and not others. */
import { passageOf } from '../code/code-text.ts'
import { groundOf } from '../code/ground.ts'
import { readFile } from '../code/read-file.ts'
import { roleFilter } from '../code/role-filter.ts'
import { CannotRun } from '../disk/cannot-run.ts'
import { colours, toLines } from '../format/diagnostics.ts'
import { explanationPage, type SegmentExplanation } from '../format/explanation-page.ts'
import { DONE, FOUND, type Io } from '../io.ts'
import type { Matcher } from '../match/compile.ts'
import { type Candidate, candidates, nearMisses } from '../match/explain.ts'
import type { WordRange } from '../match/occurrences.ts'
import { passageText } from '../place.ts'
import { type GivenOptions, readSettings, type Settings } from '../settings.ts'
import type { Passage, Span, Unit } from '../types.ts'
import { openCorpus } from './corpus.ts'
import { loadMatcher } from './load-codebook.ts'

/** Options of `voices explain`. */
export interface ExplainOptions extends GivenOptions {
  readonly format: 'text' | 'json'
  /** Show every rule that came near, not only the first few. */
  readonly all?: boolean
}

/** A segment's id, for example `interview-01.txt:120-184`. */
const SEGMENT_ID = /^(?<document>.+):(?<start>\d+)-(?<end>\d+)$/u

/** Explains a text, or the segment with the given id in the given files. */
export async function explain(
  [asked, ...paths]: readonly string[],
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  if (asked === undefined)
    throw new CannotRun(
      'Nothing to explain was given: name a sentence, or the id of a segment and its files.',
    )
  const settings = await readSettings(paths, options, io.cwd)
  const matcher = await loadMatcher(settings, io)
  if (matcher === undefined) return FOUND
  const unit = settings.unit ?? matcher.codebook.unit
  const isOfFiles = paths.length > 0 || (settings.paths.length > 0 && SEGMENT_ID.test(asked))
  const explained = !isOfFiles
    ? explainPassage(passageOf(asked, 'text'), { matcher, unit, wanted: undefined })
    : await explainSegment(asked, { settings, matcher, unit, io })
  if (options.format === 'json') io.out(`${JSON.stringify(explained, undefined, 2)}\n`)
  else
    io.out(
      explanationPage(explained, {
        codebook: matcher.codebook,
        showsAll: options.all === true,
        chalk: colours(io.isTerminal),
      }),
    )
  return DONE
}

interface SegmentSearch {
  readonly settings: Settings
  readonly matcher: Matcher
  readonly unit: Unit
  readonly io: Io
}

async function explainSegment(
  id: string,
  { settings, matcher, unit, io }: SegmentSearch,
): Promise<readonly SegmentExplanation[]> {
  const parts = SEGMENT_ID.exec(id)?.groups
  if (parts === undefined) {
    throw new CannotRun(
      `“${id}” is not the id of a segment. Ids look like interview-01.txt:120-184; see the column segment_id. To explain a sentence, give no files.`,
    )
  }
  const excluded = new Set(settings.excludeRoles ?? matcher.codebook.excludedRoles)
  const explained: SegmentExplanation[] = []
  const { files, read } = await openCorpus(settings, unit)
  for (const file of files) {
    if (file.id !== parts.document && !parts.document?.startsWith(`${file.id}#`)) continue
    const problems = await readFile(file, read, {
      passage(passage) {
        if (passage.document.id !== parts.document) return
        const wanted = spanWanted(passage, Number(parts.start), Number(parts.end))
        const found = explainPassage(passage, { matcher, unit, wanted, excluded })
        for (const one of found) explained.push(one)
      },
    })
    io.err(toLines(problems, colours(io.showsProgress)))
  }
  if (explained.length > 0) return explained
  throw new CannotRun(
    `No segment ${id} was found in ${settings.paths.join(', ')}. Is the unit the same as in the run, and the document id as in its column \`document\`?`,
  )
}

/** The span of a passage between two code points of its document. */
function spanWanted(passage: Passage, start: number, end: number): Span {
  const { places } = passageText(passage)
  let from = 0
  while (from < passage.text.length && places.codePointAt(from) < start) from += 1
  let to = from
  while (to < passage.text.length && places.codePointAt(to) < end) to += 1
  return { start: from, end: to }
}

interface Question {
  readonly matcher: Matcher
  readonly unit: Unit
  /** Explain only what lies here; undefined for everything. */
  readonly wanted: Span | undefined
  readonly excluded?: ReadonlySet<string>
}

function explainPassage(passage: Passage, question: Question): readonly SegmentExplanation[] {
  const { matcher, unit, wanted } = question
  const { ground, scopes, segments, roleAt } = groundOf(passage, {
    matcher,
    unit,
    excludedRoles: question.excluded ?? new Set(),
  })
  const all = candidates(ground, matcher, scopes)
  const inSegment = segmentView(matcher, roleAt)
  const { places } = passageText(passage)
  const { words } = ground
  return segments
    .filter(
      ({ span }) =>
        wanted === undefined || (span.start === wanted.start && span.end === wanted.end),
    )
    .map(({ span, range }): SegmentExplanation => {
      const here = all.flatMap((candidate) => inSegment(candidate, range) ?? [])
      const found = new Set(here.map(({ rule }) => rule))
      const textOf = (first: number, end: number) =>
        passage.text.slice(words.starts[first] ?? 0, words.ends[end - 1] ?? 0)
      return {
        document: passage.document.id,
        start: places.codePointAt(span.start),
        end: places.codePointAt(span.end),
        text: passage.text.slice(span.start, span.end),
        candidates: here.map(({ rule, words: at, verdict, role }) => ({
          ...ruleName(matcher, rule),
          matched: textOf(at.first, at.end),
          verdict,
          role,
        })),
        near: nearMisses(ground, matcher, { range, found }).map(({ rule, missing, present }) => ({
          ...ruleName(matcher, rule),
          missing,
          present,
        })),
      }
    })
}

interface SegmentCandidate {
  readonly rule: number
  /** From the first part in the segment to the last. */
  readonly words: WordRange
  readonly verdict: SegmentExplanation['candidates'][number]['verdict']
  readonly role: string
}

/** What a candidate is to one segment, as the coder files it; undefined where no part lies there. */
function segmentView(
  matcher: Matcher,
  roleAt: (word: number) => string,
): (candidate: Candidate, range: WordRange) => SegmentCandidate | undefined {
  const speaks = roleFilter(matcher)
  return ({ rule, parts, verdict }, range) => {
    const own = parts.filter(({ first }) => first >= range.first && first < range.end)
    if (own.length === 0) return undefined
    const isHeard = ({ first }: WordRange) => speaks(rule, roleAt(first))
    // All that a sequence needs must be said by somebody whose speech counts.
    const isAll = matcher.rules[rule]?.pattern.kind === 'all'
    const heard = own.filter(isHeard)
    const counts = isAll ? heard.length > 0 : parts.every(isHeard)
    const shown = counts && isAll ? heard : own
    const [first] = shown
    if (first === undefined) return undefined
    const end = shown.reduce((latest, part) => Math.max(latest, part.end), first.end)
    const isDropped = !counts && (verdict === 'kept' || verdict === 'negated')
    const speaking = counts
      ? first
      : ((isAll ? own : parts).find((part) => !isHeard(part)) ?? first)
    return {
      rule,
      words: { first: first.first, end },
      verdict: isDropped ? 'wrong-speaker' : verdict,
      role: roleAt(speaking.first),
    }
  }
}

function ruleName({ rules, codebook }: Matcher, index: number): { theme: string; rule: string } {
  const compiled = rules[index]
  return { theme: codebook.themes[compiled?.theme ?? 0]?.id ?? '', rule: compiled?.rule.id ?? '' }
}
