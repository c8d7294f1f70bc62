/** Cases over the whole codebook: a text must receive exactly the themes that are listed. */
import { passageOf } from '../code/code-text.ts'
import { lintCodebook } from '../codebook/lint.ts'
import type { Matcher } from '../match/compile.ts'
import type { Checked, Codebook, Passage, Theme, Unit } from '../types.ts'
import type { CaseFile, FatalCase, TextCase } from './case-file.ts'
import { codebookAround } from './fatal-parts.ts'
import { segmentCoder } from './segment-coder.ts'
import {
  type Complaint,
  type FoundMatch,
  liesIn,
  matchesIn,
  outcomeOf,
  shortHash,
  shownText,
  subtreeEnd,
  type TestResult,
} from './verdict.ts'

/** A case ready to be run. */
export interface CaseTest {
  readonly path: string
  readonly written: TextCase
  readonly passage: Passage
  /** What is wrong with what was found in its text, if anything. */
  readonly judge: (found: readonly FoundMatch[]) => Complaint | undefined
}

/** The cases of files, in order. */
export function caseTests(matcher: Matcher, files: readonly CaseFile[]): readonly CaseTest[] {
  return files.flatMap(({ path, cases }) =>
    cases.map((written) => ({
      path,
      written,
      passage: passageSaidBy(written),
      judge: (found: readonly FoundMatch[]) => judge(written, matcher, found),
    })),
  )
}

/** Runs cases as speech is coded: roles that are left out receive nothing. */
export function runCases(
  matcher: Matcher,
  tests: readonly CaseTest[],
  { unit, excludedRoles }: { readonly unit: Unit; readonly excludedRoles: readonly string[] },
): readonly TestResult[] {
  const code = segmentCoder(matcher, unit)
  return tests.map(({ path, written, passage, judge: judgeOf }) => {
    const complaint = judgeOf(matchesIn(code(passage, excludedRoles)))
    const outcome = outcomeOf(complaint !== undefined, written.todo)
    const { name, line, column } = written
    return {
      kind: 'case',
      suite: path,
      name,
      outcome,
      id: outcome === 'fixed' ? 'todo-passes' : 'case-fails',
      complaint: complaint && named(name, complaint),
      todo: written.todo,
      path,
      line,
      column,
      fingerprint: shortHash('case', name),
    }
  })
}

function named(name: string, { shown, withheld }: Complaint): Complaint {
  const head = `Case “${name}”:`
  return { shown: `${head} ${shown}`, withheld: `${head} ${withheld}` }
}

function passageSaidBy({ text, speaker, role }: TextCase): Passage {
  const passage = passageOf(text, 'case')
  const turns = passage.turns.map((turn) => ({ ...turn, speaker: speaker ?? turn.speaker, role }))
  return { ...passage, turns }
}

/** A theme brings the themes above it along, both where it is expected and where it is found. */
function judge(
  { text, expected }: TextCase,
  { codebook: { themes }, rules }: Matcher,
  found: readonly FoundMatch[],
): Complaint | undefined {
  const shown: string[] = []
  const withheld: string[] = []
  const say = (with_: string, without: string) => {
    shown.push(with_)
    withheld.push(without)
  }
  for (const { theme, quote } of expected) {
    const end = subtreeEnd(themes, theme)
    const own = found.filter((match) => match.theme >= theme && match.theme < end)
    const id = themes[theme]?.id ?? ''
    if (own.length === 0) say(`${id} is missing`, `${id} is missing`)
    else if (quote !== undefined && !own.some((match) => liesIn(text, quote, match))) {
      say(`${id} does not come from “${quote}”`, `${id} does not come from its quote`)
    }
  }
  const allowed = withAncestors(
    themes,
    expected.map(({ theme }) => theme),
  )
  const extra = new Set<number>()
  for (const { theme, rule, start, end } of found) {
    if (allowed.has(theme) || extra.has(theme)) continue
    extra.add(theme)
    const id = themes[theme]?.id ?? ''
    say(
      `${id} is not expected, but “${text.slice(start, end)}” gives it`,
      `${id} is not expected, but the rule ${rules[rule]?.rule.id ?? ''} gives it`,
    )
  }
  if (shown.length === 0) return undefined
  return {
    shown: `${shownText(text)}: ${shown.join('; ')}.`,
    withheld: `${withheld.join('; ')}.`,
  }
}

function withAncestors(themes: readonly Theme[], indices: readonly number[]): ReadonlySet<number> {
  const all = new Set(indices)
  for (const index of indices) {
    // Themes above a theme stand before it, each a level higher.
    let level = themes[index]?.level ?? 1
    for (let above = index - 1; above >= 0 && level > 1; above -= 1) {
      if ((themes[above]?.level ?? 1) >= level) continue
      level = themes[above]?.level ?? 1
      all.add(above)
    }
  }
  return all
}

/** Reads the YAML of a codebook. */
export type ReadCodebook = (text: string) => Promise<Checked<Codebook | undefined>>

/** Tries every bad rule and theme: each must be refused with its diagnostic. */
export async function runFatalCases(
  files: readonly CaseFile[],
  read: ReadCodebook,
): Promise<readonly TestResult[]> {
  const results: TestResult[] = []
  for (const { path, fatal } of files) {
    for (const written of fatal) {
      const { name, line, column } = written
      const complaint = await refusalProblem(written, read)
      results.push({
        kind: 'fatal',
        suite: path,
        name,
        outcome: outcomeOf(complaint !== undefined, undefined),
        id: 'not-refused',
        complaint,
        path,
        line,
        column,
        fingerprint: shortHash('fatal', name),
      })
    }
  }
  return results
}

async function refusalProblem(
  { kind, tree, error }: FatalCase,
  read: ReadCodebook,
): Promise<Complaint | undefined> {
  const { value, diagnostics } = await read(codebookAround(kind, tree))
  const found = [...diagnostics, ...(value === undefined ? [] : lintCodebook(value))]
  const errors = found.filter(({ severity }) => severity === 'error').map(({ id }) => id)
  if (errors.includes(error)) return undefined
  const said =
    errors.length === 0
      ? `The ${kind} must be refused with ${error}, but it is accepted.`
      : `The ${kind} must be refused with ${error}; it is refused with ${[...new Set(errors)].sort().join(', ')}.`
  return { shown: said, withheld: said }
}
