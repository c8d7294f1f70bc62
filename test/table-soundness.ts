/** What must hold of every passage that a reader of tables gives. */
import { expect } from 'vitest'
import { passageText } from '../src/place.ts'
import type { Passage } from '../src/types.ts'
import type { Read } from './ingest-read.ts'

/** Ids are unique, spans slice inside the text, are in order and do not overlap. */
export function expectSound({ passages }: Read): void {
  const ids = passages.map(({ document }) => document.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const passage of passages) expectSoundPassage(passage)
}

function expectSoundPassage(passage: Passage): void {
  const { text, turns, leftOut, silent, sourceMarks = [], document } = passage
  const parts = [...turns, ...leftOut].map(({ span }) => span).sort((a, b) => a.start - b.start)
  let before = 0
  for (const { start, end } of parts) {
    expect(start).toBeGreaterThanOrEqual(before)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    before = end
  }
  for (const { span, speaker } of turns) {
    expect(speaker).toBe(document.id)
    expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
  }
  for (const { start, end } of silent) {
    expect(turns.some(({ span }) => span.start <= start && end <= span.end)).toBe(true)
  }
  expect(sourceMarks[0]?.offset).toBe(0)
  for (const [at, mark] of sourceMarks.entries()) {
    expect(mark.offset).toBeGreaterThanOrEqual(sourceMarks[at - 1]?.offset ?? 0)
    expect(mark.line).toBeGreaterThan(0)
    expect(mark.column).toBeGreaterThan(0)
  }
}

/** Each answer with its place: `3:9 She left`. */
export function placedTurns({ passages }: Read): string[] {
  return passages.flatMap((passage) => {
    const { places } = passageText(passage)
    return passage.turns.map(({ span }) => {
      const { line, column } = places.at(span.start)
      return `${line}:${column} ${passage.text.slice(span.start, span.end).replaceAll('\n', '↵')}`
    })
  })
}

/** Ids of the problems, in order. */
export function problemIds({ problems }: Read): string[] {
  return problems.map(({ id }) => id)
}
