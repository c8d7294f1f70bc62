/** What `voices inspect` says of a file. */
import { describe, expect, it } from 'vitest'
import { type FileInspection, fileInspector } from '../src/analyse/inspection.ts'
import { summaryOf } from '../src/analyse/inspection-summary.ts'
import { colours } from '../src/format/diagnostics.ts'
import { inspectionPage } from '../src/format/inspection-page.ts'
import { skippedReason } from '../src/ingest/unsupported-files.ts'
import type { Passage } from '../src/types.ts'
import { bytesAs, readAsync } from './ingest-read.ts'

const OPTIONS = { excludesUnknown: false, mostDocuments: 5 }

async function inspected(
  content: string,
  path = 'talk.txt',
  options = OPTIONS,
): Promise<FileInspection> {
  const { passages, problems } = await readAsync(bytesAs(path, Buffer.from(content)))
  const inspector = fileInspector(path, options)
  for (const passage of passages) inspector.passage(passage)
  return inspector.result(problems)
}

const LONG = 'I was moved nine times before I was twelve. '.repeat(12)

describe('doubts', () => {
  it.each([
    [
      'labels without a role',
      'Ash: Is it?\n\nSky: It is.\n\nAsh: No.\n\nSky: Yes.\n',
      [/These labels have no role .*: Ash, Sky\. Give them one/u],
    ],
    [
      'one label without a role',
      'Chair: Is it?\n\nSky: It is.\n\nChair: No.\n\nSky: Yes.\n',
      [/This label has no role .*: Sky\. Give it one/u],
    ],
    ['no labels', 'It is far, they said.\n', []],
    [
      'somebody who is nobody',
      '00:01 Chair: Is it?\n\n00:02 Unknown Speaker: Yes.\n\n00:03 Chair: No.\n\n00:04 Unknown Speaker: It is.\n',
      [],
    ],
    [
      'one voice',
      `Chair: Yes.\n\nP1: ${LONG}\n\nChair: No.\n\nP1: ${LONG}\n`,
      [/talk\.txt: P1 holds 99 % of the words/u],
    ],
    [
      'a single label for a long text',
      `P1: ${LONG}\n\nP1: ${LONG}\n`,
      [/talk\.txt: P1 holds 100 %/u],
    ],
    ['no speech', ' \n', [/no speech was found/u]],
    ['an empty file', '', [/The file is empty/u]],
  ])('%s', async (_name, content, expected) => {
    const { warnings } = await inspected(content)
    expect(warnings).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(warnings[index]).toMatch(pattern)
  })

  it('about roles are settled where nobody unknown is coded', async () => {
    const talk = 'Ash: Is it?\n\nSky: It is.\n\nAsh: No.\n\nSky: Yes.\n'
    const { warnings } = await inspected(talk, 'talk.txt', { ...OPTIONS, excludesUnknown: true })
    expect(warnings).toEqual([])
  })
})

describe('a file', () => {
  it('has its times, and words of which nobody knows whose they are', async () => {
    const { times, counts, roles } = await inspected(
      '00:00:04 Chair: Shall we begin?\n\n00:00:09 Unknown Speaker: Is this on?\n\n00:01:10 Chair: Yes.\n',
    )
    expect(times).toEqual({ first: '00:00:04', last: '00:01:10' })
    expect(counts).toEqual({
      documents: 1,
      documents_without_words: 0,
      turns: 3,
      words: 7,
      words_without_speaker: 3,
    })
    expect(roles).toEqual([
      { role: 'chair', speakers: 1, words: 4 },
      { role: 'unknown', speakers: 1, words: 3 },
    ])
  })

  it('of many documents is added up, whatever it keeps of them', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, at) => `R${at},${at % 4 === 0 ? 'n/a' : `It was ${at} miles and far away.`}`,
    )
    const table = `id,What was it like?\n${rows.join('\n')}\n`
    const few = await inspected(table, 'answers.csv')
    const all = await inspected(table, 'answers.csv', { ...OPTIONS, mostDocuments: 1000 })
    expect(few.documents).toHaveLength(5)
    expect(all.documents).toHaveLength(200)
    expect({ ...few, documents: [] }).toEqual({ ...all, documents: [] })
    expect(few.counts).toMatchObject({ documents: 200, documents_without_words: 50, words: 1050 })
    expect(few.left_out_reasons).toEqual([{ reason: 'no answer (n/a)', pieces: 50, words: 100 }])
    const page = inspectionPage({ files: [few], skipped: [], doubts: [] }, colours(false))
    expect(page).toContain(
      '  200 documents, 150 turns, 1,050 words\n  the first are #R0, #R1, #R2\n',
    )
    expect(page.split('\n').length).toBeLessThan(12)
  })

  it('keeps little of what is left out, and counts all of it', () => {
    const text = 'x'.repeat(1000)
    const leftOut = [...text].map((_, start) => ({
      span: { start, end: start + 1 },
      reason: 'mark',
    }))
    const inspector = fileInspector('a.txt', OPTIONS)
    inspector.passage({ ...PASSAGE, text, leftOut })
    const { left_out, left_out_reasons } = inspector.result([])
    expect(left_out.length).toBeLessThanOrEqual(100)
    expect(left_out_reasons).toEqual([{ reason: 'mark', pieces: 1000, words: 1000 }])
  })
})

const PASSAGE: Passage = {
  document: {
    id: 'a.txt',
    reader: 'plain-text',
    encoding: 'utf-8',
    attributes: new Map(),
    lineBreaks: 'ends',
  },
  text: '',
  origin: { codePoints: 0, line: 1, column: 0, turns: 0 },
  turns: [],
  silent: [],
  leftOut: [],
}

describe('all files', () => {
  it('are added up, the most first', async () => {
    const files = [
      await inspected('P1: One two.\n\nP2: Three.\n'),
      await inspected('One two three four.\n', 'letter.txt'),
      await inspected('# One\n\ntwo\n', 'blog.md'),
      await inspected('', 'empty.txt'),
    ]
    expect(summaryOf(files)).toEqual({
      files: 4,
      readers: [
        { reader: 'plain-text', files: 2 },
        { reader: 'markdown', files: 1 },
      ],
      unread: 1,
      documents: 3,
      words: 9,
      roles: [
        { role: 'no label', speakers: 2, words: 6 },
        { role: 'participant', speakers: 2, words: 3 },
      ],
      doubtful: 1,
    })
  })
})

describe('a file that is skipped', () => {
  it.each([
    ['.doc', /save it as \.docx/u],
    ['.xls', /save it as \.xlsx/u],
    ['.pages', /export it as Word/u],
    ['.m4a', /transcribe it first/u],
    ['.tiff', /picture/u],
    ['.xyz', /^no reader for \.xyz files$/u],
    ['', /^no file name extension/u],
  ])('%j: what can be done is said', (extension, expected) => {
    expect(skippedReason(extension)).toMatch(expected)
  })
})
