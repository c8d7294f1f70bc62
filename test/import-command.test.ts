/** What `voices codebook import` says of files that it cannot take as they are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codebookImport } from '../src/commands/codebook-import.ts'
import { recordingIo } from './voices.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voices-import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What comes of a file: its text on stdout and stderr, or the reason why it cannot be read. */
async function importing(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content)
  const { io, out, err } = recordingIo(folder)
  const none = { from: undefined, encoding: undefined, out: undefined, losses: undefined }
  await codebookImport([name], { ...none, id: undefined, strict: false }, io)
  return { out: out(), err: err() }
}

describe('an import of which no codebook can be made', () => {
  it('for it has too many brackets, is refused', async () => {
    await expect(importing('deep.cat', `JOY\n\t${'['.repeat(200_000)}\n`)).rejects.toThrow(
      /^deep\.cat: hundreds of brackets/u,
    )
  })

  it('for its themes stand far to the right, is refused', async () => {
    const codes = '<Code name="a">'.repeat(102) + '<Code name="x"/>'.repeat(100_000)
    const xml = `<CodeBook><Codes>${codes}${'</Code>'.repeat(102)}</Codes></CodeBook>`
    await expect(importing('wide.qdc', xml)).rejects.toThrow(/^wide\.qdc: .+ Split the file/u)
  })

  it('for it has more themes than anybody reads, is refused', async () => {
    const codes = Array.from({ length: 20_001 }, (_, n) => `*c${n}\nx\n`).join('')
    await expect(importing('many.cod', codes)).rejects.toThrow(
      /^many\.cod: it has 20,001 categories or codes/u,
    )
  })

  it('for it would be too long, is refused before anything is said of it', async () => {
    const words = Array.from({ length: 100 }, (_, n) => `${n}${'x'.repeat(1000)}`).join(' or ')
    const codes = Array.from({ length: 200 }, (_, n) => `*c${n}\n<*a>\n`)
    await expect(importing('long.cod', `*a\n${words}\n${codes.join('')}`)).rejects.toThrow(
      /^long\.cod: the codebook made from it would be longer .+ Split the file/u,
    )
  })
})

describe('a dictionary of a script without spaces', () => {
  it('says that texts must be split into words', async () => {
    const { out, err } = await importing('food.yml', 'food: [米饭, 茶]\n')
    expect(err).toContain('split a text into words before it is coded')
    expect(out).toContain('# Words of a text are found between spaces')
    expect((await importing('plain.yml', 'food: [rice]\n')).err).not.toContain('split a text')
  })
})

describe('the encoding of a file', () => {
  it.each([
    [
      'EUC-JP',
      [0x2a, 0xa4, 0xab, 0xa4, 0xad, 0x0a, 0xa4, 0xb5, 0xa4, 0xab, 0x0a],
      'euc-jp',
      'かき',
    ],
    ['Shift-JIS', [0x2a, 0x82, 0xa9, 0x82, 0xab, 0x0a, 0x82, 0xb3, 0x0a], 'shift_jis', 'かき'],
    ['Windows-1252', [0x2a, 0x74, 0xe9, 0x0a, 0x74, 0xe9, 0x0a], 'windows-1252', 'té'],
  ])('%s is known by its text', async (_name, bytes, encoding, name) => {
    const { out, err } = await importing('rules.cod', Uint8Array.from(bytes))
    expect(err).toContain(`, ${encoding}: 1 theme`)
    expect(out).toContain(`name: ${name}\n`)
  })

  it('is asked for where none fits, with those that would', async () => {
    await expect(importing('words.txt', Uint8Array.of(0x83, 0x8f, 0x83, 0x8f))).rejects.toThrow(
      /^words\.txt: the text is in none of the encodings that were tried \(utf-8, windows-1252\)\. Name the one .+ would fit: .*shift_jis/u,
    )
  })
})
