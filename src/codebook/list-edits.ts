import type { Unless, UnlessPattern } from '../types.ts'
import { patternText } from './rule-text.ts'

/** `added primary school`, `removed trust fund`: what came to a list of texts and what went. */
export function listEdits(before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, now] = [new Set(before), new Set(after)]
  return [
    ...after.filter((text) => !old.has(text)).map((text) => `added ${text}`),
    ...before.filter((text) => !now.has(text)).map((text) => `removed ${text}`),
  ]
}

/** What came to exceptions and what went; where the same stand in both, their settings differ. */
export function exceptionEdits(before: Unless, after: Unless): string {
  const edits = listEdits(exceptionTexts(before), exceptionTexts(after))
  return edits.length > 0 ? edits.join(', ') : 'their settings'
}

function exceptionTexts({ containedIn, before, after }: Unless): readonly string[] {
  const texts = (list: readonly UnlessPattern[]) => list.map(({ pattern }) => patternText(pattern))
  return [
    ...texts(containedIn),
    ...texts(before).map((text) => `before ${text}`),
    ...texts(after).map((text) => `after ${text}`),
  ]
}
