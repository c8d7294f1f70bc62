/** What changed in a theme, and what a theme that came or went changes. */
import type { Theme } from '../types.ts'
import type { CodebookChange } from './codebook-change.ts'
import { unlessForm } from './fingerprint.ts'
import { exceptionEdits, listEdits } from './list-edits.ts'
import type { MovedCount } from './roll-ups.ts'
import { ruleChanges } from './rule-changes.ts'
import { exceptionsMeaning } from './rule-meaning.ts'

/** A new theme; `above` is the nearest theme above it that was there before, if any. */
export function added(theme: Theme, above: string | undefined): CodebookChange {
  const rules = theme.rules.length === 1 ? '1 rule' : `${theme.rules.length} rules`
  const said = `theme added: ${theme.name}, ${rules}`
  const { id, line } = theme
  if (above === undefined || theme.rules.length === 0) {
    return { kind: 'theme-added', theme: id, bump: 'minor', text: said, line }
  }
  const text = `${said}; ${above}, which was there before, now counts what it finds (a theme at the top would be minor)`
  return { kind: 'theme-added', theme: id, bump: 'major', text, line }
}

/** A theme that is gone, and what it became a part of, if anything. */
export function gone(theme: Theme, into: string | undefined): CodebookChange {
  if (into === undefined) {
    const text = `theme removed: ${theme.name}`
    return { kind: 'theme-removed', theme: theme.id, bump: 'major', text, line: undefined }
  }
  const text = `theme merged into ${into}`
  return { kind: 'theme-merged', theme: theme.id, bump: 'major', text, line: undefined }
}

/** Everything that changed in a theme that stays. */
export function themeChanges(
  before: Theme,
  after: Theme,
  counted: MovedCount,
): readonly CodebookChange[] {
  const { id: theme, line } = after
  const changes: CodebookChange[] = []
  if (before.id !== theme) {
    const text = [`theme had the id ${before.id}`, ...countedInWords(counted)].join('; ')
    changes.push({ kind: 'theme-renamed', theme, bump: 'major', text, line })
  }
  const words = wordsChanged(before, after)
  if (words !== '') {
    changes.push({ kind: 'words', theme, bump: 'patch', text: `${words} edited`, line })
  }
  for (const change of ruleChanges(before, after)) changes.push(change)
  for (const change of exceptionChanges(before, after)) changes.push(change)
  if (examplesOf(before) !== examplesOf(after)) {
    const text = exampleEdits(before, after)
    changes.push({ kind: 'examples', theme, bump: 'patch', text, line })
  }
  return changes
}

function countedInWords({ joined, left }: MovedCount): readonly string[] {
  return [
    ...(left === undefined ? [] : [`${left} no longer counts what it finds`]),
    ...(joined === undefined ? [] : [`${joined} now counts what it finds`]),
  ]
}

function wordsChanged(before: Theme, after: Theme): string {
  const fields = ['name', 'definition', 'include', 'exclude', 'guid', 'colour'] as const
  return fields.filter((field) => before[field] !== after[field]).join(', ')
}

function exceptionChanges(before: Theme, after: Theme): readonly CodebookChange[] {
  if (JSON.stringify(unlessForm(before.unless)) === JSON.stringify(unlessForm(after.unless))) {
    return []
  }
  const { id: theme, line } = after
  if (exceptionsMeaning(before) === exceptionsMeaning(after)) {
    const text = 'exceptions of the theme (`unless`) written otherwise; they mean the same'
    return [{ kind: 'exceptions', theme, bump: 'patch', text, line }]
  }
  const edits = exceptionEdits(before.unless, after.unless)
  const text = `exceptions of the theme (\`unless\`) changed: ${edits}`
  return [{ kind: 'exceptions', theme, bump: 'major', text, line }]
}

/** How many; their words are no part of a report. */
function exampleEdits(before: Theme, after: Theme): string {
  const [old, now] = [before, after].map(({ examples }) => examples.map(({ text }) => text))
  const count = (mark: string) =>
    listEdits(old ?? [], now ?? []).filter((edit) => edit.startsWith(mark)).length
  const [added, removed] = [count('added'), count('removed')]
  if (added + removed === 0) return 'examples: what is expected of them edited'
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ]
  return `examples: ${parts.join(', ')}`
}

function examplesOf({ examples }: Theme): string {
  return JSON.stringify(
    examples.map(({ text, expected, quote, todo }) => [text, expected, quote, todo]),
  )
}
