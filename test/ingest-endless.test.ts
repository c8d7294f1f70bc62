/**
 * Files that are made to keep a reader busy or to bring it down. There is no test of wall time: what
 * would take minutes exceeds the time that any test is given.
 */
import { describe, expect, test } from 'vitest'
import { textOfPdf } from '../src/ingest/documents/pdf-text.ts'
import { bytesAs, readAsync } from './ingest-read.ts'
import { makeWorkbook, textRows } from './make-workbook.ts'
import { docxOf, p, table } from './office-files.ts'

const TEN_THOUSAND = 10_000
const longText = 'word '.repeat(200_000)
const notes = (note: string) => note.repeat(TEN_THOUSAND)

describe('a reader comes to an end', () => {
  test.each<[string, string, () => string | Uint8Array]>([
    ['quotes that stray in a row', 'a.csv', () => `id,why\n1,${'"a, '.repeat(50_000)}\n`],
    ['a row without end', 'a.csv', () => `id,why\n${'"a"b,'.repeat(800_000)}`],
    ['dashes in a line', 'a.txt', () => `P1: a\n\n${'- '.repeat(100_000)}\n\nP1: b\n`],
    ['marks of quotations', 'a.md', () => `${'> '.repeat(100_000)}\n${'>> '.repeat(100_000)}\n`],
    [
      'dashes in a cue',
      'a.vtt',
      () => `WEBVTT\n\n00:01.000 --> 00:02.000\n${'- '.repeat(100_000)}\n`,
    ],
    ['bytes that only go on', 'a.csv', () => Buffer.alloc(8 << 20, 0x80)],
    ['blanks before JSON', 'a.jsonl', () => Buffer.alloc(32 << 20, 0x20)],
    ['brackets in CHAT', 'a.cha', () => `@UTF8\n@Begin\n*CHI:\t${'['.repeat(300_000)}\n@End\n`],
    ['many participants', 'a.cha', () => `@UTF8\n@Participants:\t${'A B,'.repeat(300_000)}\n`],
    ['a cell of many paragraphs', 'a.docx', () => transcript(p('a b').repeat(150_000))],
    ['brackets in a table', 'a.docx', () => docxOf(table(cellsOf('('.repeat(100_000))))],
    [
      'footnotes of a paragraph',
      'a.rtf',
      () => `{\\rtf1 ${longText}${notes('{\\footnote x\\par}')}}`,
    ],
    ['a cell far to the right', 'a.xlsx', () => wideSheet(TEN_THOUSAND)],
    ['packed parts of a PDF', 'a.pdf', () => `%PDF-1.4\n${'obj /Fl stream\nx\n'.repeat(30_000)}`],
  ])('%s', { timeout: 15_000 }, async (_, path, content) => {
    const { passages, problems } = await readAsync(bytesAs(path, Buffer.from(content())))
    expect(passages.length + problems.length).toBeGreaterThan(0)
  })

  test('a PDF of hyphens and of words without end', () => {
    const line = { page: 1, number: 1, block: 0, left: 0, right: 9, y: 1, size: 9 }
    const broken = { ...line, text: 'ple of what they called a good exam-' }
    const lines = Array.from({ length: 100_000 }, () => broken)
    const endless = { ...line, text: `${'a'.repeat(100_000)}!` }
    const paragraphs = [lines, [endless, endless]].map((it) => {
      return { lines: it, isApart: true, isHeading: false }
    })
    expect(textOfPdf(paragraphs, []).text).toContain('called a good example of what')
  })
})

function cellsOf(words: string): string[][] {
  return [1, 2, 3].map(() => [p(words), p('Yes')])
}

function transcript(speech: string): Uint8Array {
  return docxOf(
    table([
      [p('Speaker'), p('Text')],
      [p('P1'), speech],
    ]),
  )
}

function wideSheet(rows: number): Uint8Array {
  const xml = Array.from({ length: rows }, (_, i) => {
    const at = i + 2
    return `<row r="${at}"><c r="A${at}"><v>${i}</v></c><c r="XFD${at}" t="str"><v> </v></c></row>`
  })
  const sheet = textRows([['id', 'comments']]) + xml.join('')
  return makeWorkbook({ sheets: [{ name: 'Answers', rows: sheet }] })
}
