/**
 * The same speech in every format that voices reads, to measure what each reader costs; and a table
 * of a million answers. Kept in `bench/corpora/formats`, the same bytes on every machine.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { makePdf, setParagraphs } from '../test/make-pdf.ts'
import { makeWorkbook, textRows } from '../test/make-workbook.ts'
import { docxOf, odtOf, p } from '../test/office-files.ts'
import { sampleText } from './corpus.ts'

/** A file of one format. */
export interface FormatFile {
  /** Name of the reader. */
  readonly reader: string
  readonly path: string
  readonly bytes: number
  /** UTF-8 bytes of the speech in it. */
  readonly speechBytes: number
}

/** What somebody says. */
interface Said {
  readonly speaker: string
  readonly text: string
  /** Number of seconds at which it begins. */
  readonly at: number
}

/** Makes a file of every format with about so many megabytes of speech; PDF holds a tenth. */
export function formatFiles(folder: string, megabytes: number): readonly FormatFile[] {
  mkdirSync(folder, { recursive: true })
  const said = speechOf(megabytes * 1e6)
  return FORMATS.map(({ reader, extension, write, share = 1 }) => {
    const part = said.slice(0, Math.floor(said.length * share))
    const path = join(folder, `${reader}${extension}`)
    writeFileSync(path, write(part))
    const speechBytes = part.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    return { reader, path, bytes: statSync(path).size, speechBytes }
  })
}

/** Makes a CSV of so many answers, if it is not there. */
export function manyAnswers(folder: string, answers: number): { path: string; bytes: number } {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `answers-${answers}.csv`)
  if (!existsSync(path)) {
    const said = speechOf(2e6)
    const file = openSync(path, 'w')
    writeSync(file, 'response_id,region,age_band,What would you change?\n')
    for (let row = 0; row < answers; row += 1000) {
      const rows = Array.from({ length: Math.min(1000, answers - row) }, (_, index) => {
        const { text } = said[(row + index) % said.length] ?? { text: '' }
        return `R${row + index},${REGIONS[(row + index) % 4]},${BANDS[(row + index) % 3]},${cell(text)}\n`
      })
      writeSync(file, rows.join(''))
    }
    closeSync(file)
  }
  return { path, bytes: statSync(path).size }
}

const REGIONS = ['North', 'South', 'East', 'West']
const BANDS = ['8–10', '11–15', '16–18']

function speechOf(bytes: number): readonly Said[] {
  const said: Said[] = []
  let length = 0
  for (let files = 20; length < bytes; files *= 2) {
    said.length = 0
    length = 0
    let at = 0
    for (const line of sampleText(files).join('\n').split('\n')) {
      const text = line.replace(LABEL, '').trim()
      if (text.length < 20) continue
      said.push({ speaker: said.length % 2 === 0 ? 'Interviewer' : 'YP1', text, at })
      at += Math.ceil(text.length / 15)
      length += text.length
      if (length >= bytes) break
    }
  }
  return said
}

/** What may stand before speech, for example `**P1:** ` and `[00:01:02] Speaker 1: `. */
const LABEL = /^[*[\]()\d:. ]*[A-Z][\w .]{0,30}(?: \([^)]*\))?\**:\**\s*/u

interface Format {
  readonly reader: string
  readonly extension: string
  /** Of all the speech; 1 if not given. */
  readonly share?: number
  write(said: readonly Said[]): string | Uint8Array
}

const FORMATS: readonly Format[] = [
  { reader: 'plain-text', extension: '.txt', write: (said) => lines(said, labelled, '\n\n') },
  { reader: 'markdown', extension: '.md', write: (said) => lines(said, bold, '\n\n') },
  {
    reader: 'web-vtt',
    extension: '.vtt',
    write: (said) => `WEBVTT\n\n${lines(said, cue('.'), '\n\n')}`,
  },
  {
    reader: 'subrip',
    extension: '.srt',
    write: (said) => lines(said, (one, i) => `${i + 1}\n${cue(',')(one)}`, '\n\n'),
  },
  {
    reader: 'speech-json',
    extension: '.json',
    write: (said) =>
      JSON.stringify({
        segments: said.map(({ text, speaker, at }) => ({ start: at, end: at + 2, text, speaker })),
      }),
  },
  {
    reader: 'transcript-table',
    extension: '.txt',
    write: (said) =>
      `Timespan\tContent\tSpeaker\n${lines(said, ({ at, text, speaker }) => `${clock(at)}\t${text}\t${speaker}`, '\n')}`,
  },
  {
    reader: 'chat',
    extension: '.cha',
    write: (said) =>
      `@UTF8\n@Begin\n@Participants:\tCHI Target_Child, INV Investigator\n${lines(said, ({ text, speaker }) => `*${speaker === 'YP1' ? 'CHI' : 'INV'}:\t${text}`, '\n')}\n@End\n`,
  },
  {
    reader: 'csv',
    extension: '.csv',
    write: (said) =>
      `id,region,comments\n${lines(said, ({ text }, i) => `${i},North,${cell(text)}`, '\n')}\n`,
  },
  {
    reader: 'json-answers',
    extension: '.jsonl',
    write: (said) =>
      lines(said, ({ text }, i) => JSON.stringify({ id: i, region: 'North', answer: text }), '\n'),
  },
  {
    reader: 'workbook',
    extension: '.xlsx',
    write: (said) =>
      makeWorkbook({
        sheets: [
          {
            name: 'Responses',
            rows: textRows([
              ['id', 'region', 'comments'],
              ...said.map(({ text }, i) => [String(i), 'North', text]),
            ]),
          },
        ],
      }),
  },
  {
    reader: 'web-page',
    extension: '.html',
    write: (said) =>
      `<!doctype html><html><head><title>Talk</title></head><body><nav><a href="/">Home</a></nav><article>${lines(said, ({ text, speaker }) => `<p><b>${speaker}:</b> ${escaped(text)}</p>`, '\n')}</article></body></html>`,
  },
  {
    reader: 'docx',
    extension: '.docx',
    write: (said) => docxOf(said.map((one) => p(labelled(one))).join('')),
  },
  {
    reader: 'odt',
    extension: '.odt',
    write: (said) => odtOf(lines(said, (one) => `<text:p>${escaped(labelled(one))}</text:p>`, '')),
  },
  {
    reader: 'rtf',
    extension: '.rtf',
    write: (said) =>
      `{\\rtf1\\ansi\n${lines(said, (one) => `${rtf(labelled(one))}\\par`, '\n')}\n}`,
  },
  {
    reader: 'pdf',
    extension: '.pdf',
    share: 0.1,
    write: (said) =>
      makePdf(
        pagesOf(said).map((part) =>
          setParagraphs(part.map(labelled), { x: 60, y: 60, width: 470 }),
        ),
      ),
  },
]

function lines(
  said: readonly Said[],
  write: (one: Said, index: number) => string,
  between: string,
): string {
  return said.map(write).join(between)
}

function labelled({ speaker, text }: Said): string {
  return `${speaker}: ${text}`
}

function bold({ speaker, text }: Said): string {
  return `**${speaker}:** ${text}`
}

function cue(mark: string): (one: Said) => string {
  return (one) => `${clock(one.at)}${mark}000 --> ${clock(one.at + 2)}${mark}000\n${labelled(one)}`
}

function clock(seconds: number): string {
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${part(seconds / 3600)}:${part((seconds / 60) % 60)}:${part(seconds % 60)}`
}

/** Two utterances a page, so that none runs over its foot. */
function pagesOf(said: readonly Said[]): readonly (readonly Said[])[] {
  const pages: Said[][] = []
  for (let at = 0; at < said.length; at += 2) pages.push(said.slice(at, at + 2))
  return pages
}

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function rtf(text: string): string {
  return text.replace(NOT_RTF, (character) =>
    character.charCodeAt(0) < 128 ? `\\${character}` : [...character].map(rtfCode).join(''),
  )
}

/** What RTF writes in another way: `\`, braces, and all beyond ASCII. */
const NOT_RTF = /[\\{}]|[^ -~]/gu

function rtfCode(character: string): string {
  let codes = ''
  for (let at = 0; at < character.length; at += 1) {
    codes += `\\u${(character.charCodeAt(at) << 16) >> 16}?`
  }
  return codes
}
