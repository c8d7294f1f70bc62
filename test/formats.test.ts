/**
 * One file of each format and the reading that is expected of it, to be read by eye:
 * fixtures/formats/NAME and fixtures/formats/expected/NAME.txt.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { passageText } from '../src/place.ts'
import type { Passage } from '../src/types.ts'
import { bytesAs, type Read, readAsync } from './ingest-read.ts'

const FOLDER = 'fixtures/formats'
const files = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name)

describe('a file of each format', () => {
  test.each(files)('%s is read as a person would read it', async (name) => {
    const read = await readAsync(bytesAs(name, readFileSync(`${FOLDER}/${name}`)))
    await expect(readingOf(read)).toMatchFileSnapshot(`../${FOLDER}/expected/${name}.txt`)
  })
})

/** Everything that a reader said of a file. */
function readingOf({ passages, problems }: Read): string {
  const lines: string[] = []
  let current: string | undefined
  for (const passage of passages) {
    const { id, reader, encoding, attributes } = passage.document
    if (id !== current) {
      lines.push(`${id}: ${reader}, ${encoding}`)
      for (const [key, value] of attributes) lines.push(`  ${key} = ${value}`)
    }
    current = id
    lines.push(...passageLines(passage))
  }
  for (const { severity, id, line, message } of problems) {
    lines.push(`${severity} ${id}${line === undefined ? '' : ` in line ${line}`}: ${message}`)
  }
  return `${lines.join('\n')}\n`
}

/** Turns and what is left out, in order of position, each with its place in the source. */
function passageLines(passage: Passage): string[] {
  const { text, turns, leftOut } = passage
  const { places } = passageText(passage)
  const shown = [
    ...turns.map(({ span, speaker, role, timeStart, timeEnd }) => {
      const time = timeStart === undefined ? '' : ` ${timeStart}–${timeEnd ?? ''}`
      return { span, head: `${speaker} (${role})${time}` }
    }),
    ...leftOut.map(({ span, reason }) => ({ span, head: `left out, ${reason}` })),
  ].sort((a, b) => a.span.start - b.span.start)
  return shown.map(({ span, head }) => {
    const { line, column } = places.at(span.start)
    return `${line}:${column} ${head}: ${text.slice(span.start, span.end).replaceAll('\n', '↵')}`
  })
}
